import Console
import Governance
import Ledger

/// Finds the event that a person names by position or id.
enum EventLookup {
  static func find(_ text: String, in book: Grootboek) throws -> RecordedEvent {
    guard let entry = try entry(text, book) else {
      let size = try book.stores.log.size()
      throw Failure(
        .notFound, Text(nl: "er is geen gebeurtenis «\(text.safe())»", en: "there is no event “\(text.safe())”"),
        remedy: Text(
          nl: "geef een nummer van 0 tot en met \(Int64(clamping: size) - 1), of een id uit waarborg log",
          en: "give a number from 0 to \(Int64(clamping: size) - 1), or an id from waarborg log"))
    }
    return try book.catalog.readable(entry)
  }

  /// The same for who acts on the event: its bytes are those that were folded.
  static func find(_ text: String, in book: Grootboek, _ reading: Reading) throws -> RecordedEvent {
    let found = try find(text, in: book)
    return try reading.filter.event(at: found.position) ?? found
  }

  private static func entry(_ text: String, _ book: Grootboek) throws -> LogEntry? {
    if let position = UInt64(text), position < MerkleTree.largestSize {
      return try book.stores.log.entry(at: position)
    }
    guard let id = EventID(text), let position = try book.stores.log.position(of: id) else { return nil }
    return try book.stores.log.entry(at: position)
  }
}

/// One event as `log --json` and `show --json` print it.
struct EventReport {
  let event: RecordedEvent
  let rol: Rol?
  let isUnconfirmed: Bool
  let revealed: [(field: FieldDeclaration, revealed: Revealed)]

  init(_ event: RecordedEvent, _ reading: Reading) throws {
    self.event = event
    rol = reading.registry.keys[event.signed.key]?.rol
    isUnconfirmed = reading.registry.keys[event.signed.key]?.isUnconfirmed == true
    revealed = try reading.filter.reveal(event)
  }

  /// Who signed, in words.
  var signer: Text {
    let role = rol?.text ?? Text("?")
    return isUnconfirmed ? role + Text(nl: ", onbevestigd", en: ", unconfirmed") : role
  }

  var json: JSON {
    let open = revealed.compactMap { field, revealed -> JSON.Member? in
      if case .value(let value) = revealed { JSON.Member(field.name, value) } else { nil }
    }
    let claims = event.signed.envelope
    let known: JSON = [
      "position": .int(Int64(event.position)), "id": event.id.json, "stream": event.stream.json,
      "seq": .int(claims.seq),
      "event": .string(claims.type), "version": .int(Int64(claims.version)),
      "recordedAt": .string(event.recordedAt.description), "signedAt": .string(event.signedAt.description),
      "op": event.effective.json,
      "kid": .string(event.signed.key.description), "rol": rol?.json ?? .null,
      "onbevestigd": .bool(isUnconfirmed),
      "data": .object(event.facts + open), "sealed": names { if case .sealed = $0 { true } else { false } },
      "erased": names { $0 == .erased },
    ]
    // Only in a damaged ledger: what the vault lost has a member of its own, because it is neither sealed nor erased.
    let missing = names { $0 == .missing }
    guard missing != .array([]), let members = known.members else { return known }
    return .object(members + [.init("missing", missing)])
  }

  private func names(_ matches: (Revealed) -> Bool) -> JSON {
    .array(revealed.filter { matches($0.revealed) }.map { .string($0.field.name) })
  }
}
