import Ledger

/// An event that cannot be relied on: its bytes, its row or its signature is not what it should be.
///
/// It stops everything that would act on it (appending, publishing, erasing, lists), and nothing that examines the
/// ledger: see `Grootboek.examine`.
public struct BadEvent: Error, Sendable {
  /// Where it stands in the log.
  public let position: UInt64
  /// What is wrong with it.
  public let problem: Text

  init(_ position: UInt64, _ problem: Text) {
    self.position = position
    self.problem = problem
  }

  /// The bytes of an event are not what the tree has at its place.
  static func notInTree(_ position: UInt64) -> BadEvent {
    BadEvent(
      position,
      Text(
        nl: "haar bytes zijn niet die waarover het controlepunt is ondertekend",
        en: "its bytes are not those over which the checkpoint was signed"))
  }

  /// What a person is told.
  public var failure: Failure {
    Failure(
      .foundWanting,
      Text(
        nl: "gebeurtenis \(position) is niet in orde: \(problem.nl)",
        en: "event \(position) is not in order: \(problem.en)"),
      remedy: Text(
        nl: "onderzoek het grootboek met waarborg verify, en zet zo nodig een reservekopie terug",
        en: "examine the ledger with waarborg verify, and restore a backup if needed"))
  }
}

extension Catalog {
  /// What an entry says; where it cannot be read, which event that is.
  /// - Throws: `BadEvent`; `CatalogError.unknownEvent` for what a newer program wrote.
  public func readable(_ entry: LogEntry) throws -> RecordedEvent {
    do { return try decode(entry) } catch let error as EventError {
      throw BadEvent(entry.position, Text(nl: "zij is onleesbaar: ", en: "it is unreadable: ") + error.text)
    } catch CatalogError.malformedEvent(let type, let field, _) {
      throw BadEvent(
        entry.position, Text(nl: "\(type) heeft een onjuist veld \(field)", en: "\(type) has a wrong field \(field)"))
    }
  }
}
