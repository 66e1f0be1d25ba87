import Governance
import Ledger
import LedgerCrypto

extension Controle {
  /// What the script reads (the page explains it, so that others can read it too).
  func data() throws -> JSON {
    var events = try CheckedEvents(log, registry, upTo: checkpoint)
    let published = try subjects.map { subject in
      try (subject, subject.checked.map { try entry($0, &events) })
    }
    let (hashes, paths) = try events.paths()
    return [
      "formaat": "waarborg-controle/1",
      "hashes": .array(hashes.map { .string($0.base64) }),
      "gebeurtenissen": .array(
        paths.map { position, path in
          [
            "plaats": .int(Int64(position)),
            "blad": .string(events.events[position].map { String(decoding: $0.leaf, as: UTF8.self) } ?? ""),
            "pad": .array(path.map { .int(Int64($0)) }),
          ]
        }),
      "sleutels": .array(events.keys.map(Self.key)),
      "rollen": .object(events.roles.map { JSON.Member($0.rawValue, .string($0.text.nl)) }),
      "onderwerpen": .array(
        published.map { subject, entries in
          [
            "titel": .string(subject.title), "lijst": .string("\(subject.slug)/"),
            "gegevens": .string("v1/\(subject.slug).json"), "opgaven": .array(entries),
          ]
        }),
    ]
  }

  private static func key(_ key: CheckedEvents.Key) -> JSON {
    let members: [(String, JSON?)] = [
      ("kid", .string(key.id.description)), ("registratie", .int(Int64(key.registeredAt))),
      ("intrekking", key.revokedAt.map { .int(Int64($0)) }),
    ]
    return .object(members.compactMap { name, value in value.map { JSON.Member(name, $0) } })
  }

  private func entry(_ entry: CheckedEntry, _ events: inout CheckedEvents) throws -> JSON {
    try events.add(entry.position)
    guard let signed = events.events[entry.position] else { throw problem(entry, "-", Self.absent) }
    let opened = try disclosures(entry, of: try catalog.decode(signed, at: entry.position))
    return [
      "id": .string(entry.id), "naam": .string(entry.label), "pagina": .string(String(entry.path.dropFirst())),
      "plaats": .int(Int64(entry.position)),
      "getoond": .array(entry.shown.map { ["veld": .string($0.field), "label": .string($0.label)] }),
      "geopend": .array(opened.map { .string($0.name) }),
      "onthullingen": .array(opened.map { .string($0.encoded) }),
    ]
  }

  /// The disclosures of the sealed fields that the site shows; what it shows must be what was signed.
  private func disclosures(_ entry: CheckedEntry, of event: RecordedEvent) throws -> [Disclosure] {
    try entry.shown.compactMap { shown in
      if let fact = event.signed.envelope.facts.first(where: { $0.name == shown.field }) {
        guard fact.value == shown.value else { throw problem(entry, shown.field, Self.differs) }
        return nil
      }
      guard let field = event.type.fields.first(where: { $0.name == shown.field }) else {
        throw problem(entry, shown.field, Self.absent)
      }
      // Asked of the declaration as well: a filter of someone with a key would open more.
      guard field.visibility == .openbaar else { throw problem(entry, shown.field, Self.notPublic) }
      guard let disclosure = try filter.disclosures([shown.field], of: event).first else {
        throw problem(entry, shown.field, Self.absent)
      }
      guard disclosure.value == shown.value else { throw problem(entry, shown.field, Self.differs) }
      return disclosure
    }
  }

  private static let absent = Text(
    nl: "de gebeurtenis heeft dit veld niet", en: "the event does not have this field")
  private static let differs = Text(
    nl: "de gebeurtenis heeft een andere waarde", en: "the event has another value")
  private static let notPublic = Text(
    nl: "dit veld is niet openbaar", en: "this field is not public")

  /// Something that must not be published; the message holds no value, which may be personal.
  private func problem(_ entry: CheckedEntry, _ field: String, _ what: Text) -> Failure {
    let place = "\(entry.position), «\(field)»"
    return Failure(
      .foundWanting,
      Text(nl: "gebeurtenis \(place) kan zo niet op de site: ", en: "event \(place) cannot be published like this: ")
        + what,
      remedy: Text(
        nl: "bouw de overzichten opnieuw (waarborg rebuild) en controleer met waarborg verify",
        en: "rebuild the views (waarborg rebuild) and check with waarborg verify"))
  }
}
