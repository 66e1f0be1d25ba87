import Beleid
import Governance
import Ledger

/// Which internal fields go along open without anyone naming a ground: what a demand itself asks for, and what was named.
///
/// When in doubt less is given (Awb 5:13; AVG art. 5 lid 1 onder c): an internal paper, name or explanation that no demand
/// asks for stays closed, until whoever makes the bundle names its event.
struct Vrijgave {
  /// Events that were named, with all that is in them.
  private let genoemd: Set<UInt64>
  /// Events of which a demand asks for the paper itself.
  private let gevraagd: Set<UInt64>
  /// Where one person came to answer for a measure.
  private let houders: Set<UInt64>
  /// Texts in which an element is shown to stand.
  private let teksten: Set<UInt64>
  private let ontvanger: Ontvanger

  init(_ vraag: Bundelvraag, _ keuze: Bundelkeuze) throws {
    genoemd = vraag.extra.union(vraag.metStuk)
    gevraagd = Set(vraag.matrix.eisen.filter { $0.eis.eis.vraagtStuk }.flatMap(\.eis.posities))
    houders = keuze.houders
    teksten = try keuze.teksten()
    ontvanger = vraag.ontvanger
  }

  private static let stukken = Set(
    (Bewijs.stuk.fields + [RegelingOntworpen.concept.declaration]).map(\.name)
      // What a representative body wrote with its consent or its advice.
      + ["document"])
  private static let brieven = Set(EisOpgelegd.brief.fields.map(\.name))

  /// Whether a field goes along.
  func omvat(_ field: FieldDeclaration, of event: RecordedEvent) -> Bool {
    let position = event.position
    if field.visibility != .intern || genoemd.contains(position) { return true }
    if event[Correction.event] != nil { return field.name == Correction.reason.name }
    if houders.contains(position) { return true }
    if gevraagd.contains(position), Self.stukken.contains(field.name) { return true }
    if teksten.contains(position) { return field.shape == .document }
    // The letters between the inspectorate and the organisation are its own.
    return ontvanger == .arbeidsinspectie && event.stream.kind == Inspectiezaak.streamKind
      && Self.brieven.contains(field.name)
  }
}

extension Eis {
  /// Whether the paper itself is asked for: it is judged, or proof is nothing without it.
  var vraagtStuk: Bool { aard == .oordeel || bewijs.contains { $0.met.contains(Bewijs.stuk.plaats.name) } }
}

/// A sealed field of an event in a bundle, as whoever makes it sees beforehand what goes along.
struct Meegaand: Sendable {
  /// What becomes of it.
  enum Lot: Sendable {
    case open
    case weggelaten(grond: String)
    case vernietigd(door: UInt64)
  }

  let position: UInt64
  /// What the event records, and of what.
  let wat: String
  let veld: String
  let zichtbaarheid: Visibility
  let isStuk: Bool
  let lot: Lot

  /// Every such field of what shows something, in the order of the log.
  static func alle(_ work: Bundelmaker.Werk) -> [Meegaand] {
    work.stukken.flatMap { stuk -> [Meegaand] in
      func make(_ name: String, _ lot: Lot) -> Meegaand? {
        stuk.event.type.field(name).map { field in
          Meegaand(
            position: stuk.event.position, wat: titel(stuk.event), veld: name, zichtbaarheid: field.visibility,
            isStuk: field.shape == .document, lot: lot)
        }
      }
      return
        (stuk.open.map { make($0.field.name, .open) }
        + stuk.weggelaten.map { make($0.field, .weggelaten(grond: $0.grond)) }
        + stuk.vernietigd.map { make($0.field, .vernietigd(door: $0.door)) }).compactMap(\.self)
    }
  }

  private static func titel(_ event: RecordedEvent) -> String {
    event[BewijsstukVastgelegd.wat] ?? event[MaatregelVastgelegd.omschrijving] ?? event.type.meaning
  }

  /// What becomes of it, in words.
  var lotText: Text {
    switch lot {
    case .open: Text(nl: "gaat mee", en: "goes along")
    case .weggelaten(let ground): Text(nl: "weggelaten: \(ground)", en: "withheld: \(ground)")
    case .vernietigd(let by): Text(nl: "vernietigd (nummer \(by))", en: "destroyed (number \(by))")
    }
  }

  var json: JSON {
    let (state, ground): (String, JSON) =
      switch lot {
      case .open: ("open", .null)
      case .weggelaten(let ground): ("weggelaten", .string(ground))
      case .vernietigd(let by): ("vernietigd", .int(Int64(by)))
      }
    return [
      "nummer": .int(Int64(position)), "wat": .string(wat), "veld": .string(veld),
      "zichtbaarheid": .string(zichtbaarheid.rawValue), "stuk": .bool(isStuk), "staat": .string(state),
      "grond": ground,
    ]
  }
}
