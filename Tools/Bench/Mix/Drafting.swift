import Governance
import Ledger
import LedgerCrypto

/// Any value, as it is written in an event: drafts are filled by the names of the published catalogue.
struct Plain: FieldValue {
  let json: JSON

  init(_ json: JSON) { self.json = json }
  init?(json: JSON) { self.json = json }

  static var defaultShape: FieldShape { .text(most: 1) }
}

/// An event type that the catalogue does not have.
struct UnknownEvent: Error, CustomStringConvertible {
  let description: String
}

/// Makes drafts of the installed event types by name, as another program that knows only the catalogue would.
final class Drafting {
  let catalog: Catalog
  private let random = SystemRandom()
  private var documents: [String: [UInt8]] = [:]

  init(catalog: Catalog) { self.catalog = catalog }

  /// A draft with these fields; one whose value is nil is left out.
  func draft(
    _ name: String, _ stream: StreamID, _ day: CalendarDate, _ values: [(String, JSON?)] = []
  ) throws -> EventDraft {
    guard let type = catalog.event(named: name) else { throw UnknownEvent(description: "no event \(name)") }
    var draft = EventDraft(type, stream: stream, effective: ImpreciseDate(day))
    for case let (field, value?) in values { draft[Field<Plain>(field, .clear, "")] = Plain(value) }
    return draft
  }

  /// What an event appended together with a draft discloses of its sealed fields.
  func disclosures(_ names: [String], of draft: inout EventDraft) -> JSON {
    .array(names.compactMap { draft.disclose($0, random)?.json })
  }

  /// A new stream of a kind, by the millisecond that a day stands for.
  func stream(_ kind: String, _ day: CalendarDate) -> StreamID {
    StreamID(kind: kind, id: UUIDv7(milliseconds: Int64(day.daysSinceEpoch) * 86_400_000, random: random))
  }

  /// Attaches a document under a field of the draft's type.
  func attach(_ document: Document, as name: String, to draft: inout EventDraft) throws {
    guard let field = draft.type.field(name) else { throw UnknownEvent(description: "no field \(name)") }
    draft.attach(document, as: Field<DocumentReference>(name, field.visibility, field.meaning))
    documents[Self.key(draft)] = document.bytes
  }

  /// The document that was attached to a draft, once: a floor writes it again.
  func takeDocument(of draft: EventDraft) -> [UInt8]? { documents.removeValue(forKey: Self.key(draft)) }

  /// A stream has one event of a type that brings a document on one day.
  private static func key(_ draft: EventDraft) -> String { "\(draft.stream) \(draft.type.name) \(draft.effective)" }
}

extension StreamID {
  /// The stream as a value of an event.
  var value: JSON { .string(description) }
}

extension CalendarDate {
  /// The day as a value of an event.
  var value: JSON { .string(description) }
}
