import Governance
import Organisatie
import Proefboek

@testable import Bezwaren

/// A ledger with the example's plugin, and the program over it.
struct Bezwarenboek {
  let boek: Proefboek
  private let programma: Proefprogramma

  init() throws {
    boek = try Proefboek([OrganisatiePlugin(), BezwarenPlugin()], roles: [.college], origin: "test.example/bezwaren")
    programma = try Proefprogramma(BezwaarCommand.self, over: boek, keys: [.college])
  }

  /// Runs `waarborg bezwaar …` and returns what it wrote to standard output.
  @discardableResult
  func bezwaar(_ arguments: String) throws -> String { try programma.typ(arguments) }
}
