import Ledger
import LedgerCrypto

/// Compares what the vault holds for one event with the list of it over which the event was signed: needs no key.
struct CommitmentCheck {
  /// The event's own claims.
  let claims: Envelope
  let contents: VaultContents

  /// A wrapped key, by what identifies it.
  struct Place: Sendable, Hashable {
    let key: String
    let recipient: String
  }

  /// What came of it.
  struct Outcome {
    /// What is wrong: the finding's id, and the words.
    var findings: [(check: String, message: Text)] = []
    /// Wrapped keys that the list names and that are not there, or came with another event: the rest of the log tells why.
    var lacking: [Place] = []
    /// How many wrapped keys are there that the list names.
    var keys: UInt64 = 0
  }

  /// The list that an event was signed over; nil when it brought nothing.
  /// - Throws: What is wrong with it.
  static func list(_ text: String?, of claims: Envelope) throws(Problem) -> Commitment? {
    switch (text, claims.vaultRoot) {
    case (nil, nil):
      guard claims.sealedDigests.isEmpty else {
        throw Problem(
          text: Text(
            nl: "de gebeurtenis is niet ondertekend over wat zij in de kluis legde",
            en: "the event was not signed over what it brought into the vault"))
      }
      return nil
    case (nil, .some):
      throw Problem(
        text: Text(
          nl: "de lijst van wat deze gebeurtenis in de kluis legde, ontbreekt",
          en: "the list of what this event brought into the vault is missing"))
    case (.some(let text), let root):
      guard let root, Commitment.root(of: text) == root, let list = Commitment(text: text) else {
        throw Problem(
          text: Text(
            nl: "de lijst van wat deze gebeurtenis in de kluis legde, is niet die waarover zij is ondertekend",
            en: "the list of what this event brought into the vault is not the one it was signed over"))
      }
      return list
    }
  }

  /// Why a list is not the one that was signed over.
  struct Problem: Error { let text: Text }

  /// Compares every row.
  func run() -> Outcome {
    var outcome = Outcome()
    let list: Commitment?
    do { list = try Self.list(contents.list, of: claims) } catch {
      outcome.findings.append(("commitment", error.text))
      return outcome
    }
    let rows = list?.rows ?? []
    let named = Dictionary(rows.map { (Name($0), $0) }) { first, _ in first }
    for row in contents.records.map(Commitment.Row.init) + contents.documents.map(Commitment.Row.init) {
      guard let signed = named[Name(row)] else {
        outcome.findings.append(
          (
            "row-unknown",
            Text(
              nl: "\(row.name): de gebeurtenis legde dit niet in de kluis",
              en: "\(row.name): the event did not bring this into the vault")
          ))
        continue
      }
      if signed != row { outcome.findings.append(Self.altered(row.name)) }
    }
    checkKeys(rows, &outcome)
    return outcome
  }

  private func checkKeys(_ rows: [Commitment.Row], _ outcome: inout Outcome) {
    let event = claims.id.description
    var altered: Set<String> = []
    for row in rows where row.kind == .wrappedKey {
      guard let recipient = row.key else { continue }
      let found = contents.keys.first { $0.key.key == row.name && $0.key.recipient == recipient }
      guard let found, found.event == event else {
        outcome.lacking.append(Place(key: row.name, recipient: recipient))
        continue
      }
      outcome.keys += 1
      if Commitment.Row(found.key, of: event) != row { altered.insert(row.name) }
    }
    // Of a key that is there for several it is told once.
    outcome.findings += altered.sorted().map(Self.altered)
  }

  private static func altered(_ name: String) -> (String, Text) {
    (
      "row-altered",
      Text(
        nl: "\(name): wat in de kluis staat, is niet wat de gebeurtenis erin legde",
        en: "\(name): what the vault holds is not what the event brought into it")
    )
  }

  /// What a row is about.
  private struct Name: Hashable {
    let kind: Commitment.Kind
    let name: String

    init(_ row: Commitment.Row) { (kind, name) = (row.kind, row.name) }
  }
}
