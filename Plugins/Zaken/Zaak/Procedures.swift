import Governance
import Ledger
import LedgerCrypto

/// Finds the version of a procedure under which a case runs.
struct Procedures: Sendable {
  private let gelezen: [(digest: Digest, procedure: Procedure)]

  /// The procedures that come with the program.
  static let meegeleverd = Procedures(
    Meegeleverd.bestanden.compactMap { file in
      let read = Gelezen(file.bytes)
      return read.procedure.map { (read.digest, $0) }
    })

  init(_ gelezen: [(digest: Digest, procedure: Procedure)]) { self.gelezen = gelezen }

  /// The version of an opening.
  /// - Throws: `Failure` when this program does not have it.
  func procedure(_ opening: Opening) throws -> Procedure {
    guard let found = gelezen.first(where: { $0.digest == opening.digest }) else {
      throw Failure(
        .notFound,
        Text(
          nl: "de versie van \(opening.procedure) waaronder de zaak is geopend, is er niet",
          en: "the version of \(opening.procedure) under which the case was opened is not there"),
        remedy: Text(
          nl: "leg het procedurebestand weer naast het grootboek", en: "put the procedure file beside the ledger again")
      )
    }
    return found.procedure
  }

  /// A procedure by its id, to open a case under.
  /// - Throws: `Failure` when there is none.
  func procedure(id: String) throws -> (digest: Digest, procedure: Procedure) {
    if let found = gelezen.last(where: { $0.procedure.id.lowercased() == id.lowercased() }) { return found }
    throw Failure(
      .notFound, Text(nl: "procedure «\(id)» is er niet", en: "there is no procedure “\(id)”"),
      remedy: Text(nl: "zie waarborg procedure lijst", en: "see waarborg procedure lijst"))
  }
}
