import Foundation
import Governance
import RuleFiles
import Synchronization
import Testing

@testable import Zaken

/// A procedure of the program or of the tests, and cases in it.
struct Proefprocedure {
  let procedure: Procedure

  init(_ name: String) throws {
    procedure = try Self.gelezen.withLock { known in
      if let found = known[name] { return found }
      let gelezen = Gelezen(try Meegeleverd.bytes(name) ?? Self.bytes(name))
      #expect(gelezen.fouten.map { "\($0.plaats) \($0.soort) \($0.text.nl)" } == [])
      let procedure = try #require(gelezen.procedure)
      known[name] = procedure
      return procedure
    }
  }

  /// Each file is read once.
  private static let gelezen = Mutex<[String: Procedure]>([:])

  static func bytes(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "yaml", subdirectory: "Bestanden"))
    return [UInt8](try Data(contentsOf: url))
  }

  /// One clock of a case.
  func klok(
    _ id: String, _ stappen: [GezetteStap], op: String, nu: Instant? = nil, nummer: Int = 0
  ) throws -> Klok {
    let termijn = try #require(procedure.termijn(id))
    let clocks = Klokken(procedure, stappen, op: try CalendarDate(op), nu: nu).klokken(van: termijn)
    try #require(nummer < clocks.count)
    return clocks[nummer]
  }
}

/// A step on a day, with dates of its fields.
func zet(
  _ stap: String, _ day: String, _ datums: [String: String] = [:], codes: [String: String] = [:],
  duren: [String: String] = [:]
) throws -> GezetteStap {
  GezetteStap(
    stap, op: try ImpreciseDate(day), datums: try datums.mapValues { try ImpreciseDate($0) },
    duren: try duren.mapValues { try TermLength($0) }, codes: codes.mapValues { [$0] })
}
