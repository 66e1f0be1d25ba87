import Governance
import Ledger
import LedgerCrypto

/// What a reader checks an entry with: its event, and the values of it that the site shows.
struct EntryProof {
  let entry: CheckedEntry
  let event: SignedEvent
  let disclosures: [Disclosure]
}

/// Everything a reader checks some entries with, before it is written in one format or another.
struct Proofs {
  let events: CheckedEvents
  /// Each hash of the inclusion paths once, and the paths as indexes of them.
  let hashes: [Digest]
  let paths: [(position: UInt64, hashes: [Int])]
  let entries: [EntryProof]
}

extension Controle {
  /// Collects what belongs to some entries: their events, the keys that signed those, and the way up.
  func proofs(_ entries: [EntryProof], _ path: (UInt64) throws -> [Digest]) throws -> Proofs {
    var events = try CheckedEvents(filter, registry, upTo: checkpoint)
    for entry in entries { try events.add(entry.entry.position, entry.event) }
    let (hashes, paths) = try events.paths(path)
    return Proofs(events: events, hashes: hashes, paths: paths, entries: entries)
  }

  /// What an entry is checked with.
  /// - Throws: `Failure` when the site shows something that the log does not say or that a reader may not see.
  func proof(_ entry: CheckedEntry) throws -> EntryProof {
    let event = try CheckedEvents.event(at: entry.position, filter, upTo: checkpoint)
    return EntryProof(entry: entry, event: event.signed, disclosures: try disclosures(entry, of: event))
  }

  /// The disclosures of the sealed fields that the site shows; what it shows must be what was signed.
  private func disclosures(_ entry: CheckedEntry, of event: RecordedEvent) throws -> [Disclosure] {
    var opened: [CheckedEntry.Shown] = []
    for shown in entry.shown {
      if let fact = event.facts.first(where: { $0.name == shown.field }) {
        guard fact.value == shown.value else { throw problem(entry, shown.field, Self.differs) }
        continue
      }
      guard let field = event.type.fields.first(where: { $0.name == shown.field }) else {
        throw problem(entry, shown.field, Self.absent)
      }
      // Asked of the declaration as well: a filter of someone with a key would open more.
      guard field.visibility == .openbaar else { throw problem(entry, shown.field, Self.notPublic) }
      opened.append(shown)
    }
    let disclosures = try filter.disclosures(opened.map(\.field), of: event)
    for (shown, disclosure) in zip(opened, disclosures) where disclosure.value != shown.value {
      throw problem(entry, shown.field, Self.differs)
    }
    return disclosures
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
