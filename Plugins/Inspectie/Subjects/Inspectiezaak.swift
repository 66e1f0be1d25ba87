import Governance
import Ledger
import Organisatie

/// One inspection and what followed from it (P-15).
struct Inspectiezaak: Genoemd {
  enum State: String, NamedCode, Hashable {
    case aangekondigd, geinspecteerd, voornemen, eisLoopt, eisVerstreken, voldaanVerklaard, eisVervallen, handhaving
    case afgesloten

    /// In words.
    var text: Text {
      switch self {
      case .aangekondigd: Text(nl: "aangekondigd", en: "announced")
      case .geinspecteerd: Text(nl: "geïnspecteerd", en: "inspected")
      case .voornemen: Text(nl: "voornemen ontvangen", en: "intention received")
      case .eisLoopt: Text(nl: "eis opgelegd, termijn loopt", en: "demand imposed, term runs")
      case .eisVerstreken: Text(nl: "termijn van de eis verstreken", en: "term of the demand passed")
      case .voldaanVerklaard: Text(nl: "verklaard dat is voldaan", en: "declared fulfilled")
      case .eisVervallen: Text(nl: "eis vervallen na bezwaar", en: "demand lapsed after objection")
      case .handhaving: Text(nl: "handhaving", en: "enforcement")
      case .afgesloten: Text(nl: "afgesloten", en: "closed")
      }
    }
  }

  static let kind = "inspectie"
  static let streamKind = "Inspectie"
  static let lijst = "waarborg inspectie lijst"
  static let events = Gebeurtenissen.inspectie + [InspectieGecorrigeerd.self]

  let stream: StreamID
  /// What was recorded and counts, in the order in which it was so.
  let feiten: [Fact]

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first else { return nil }
    self.stream = stream
    feiten = try views.facts(in: stream).filter(\.counts).inVolgorde
    if feiten.isEmpty { return nil }
  }

  /// The demand that was imposed.
  var eis: Fact? { feiten.laatste(EisOpgelegd.self) }

  /// The last day to fulfil the demand: counted from the date on the letter, never by the Termijnenwet.
  var uiterlijk: CalendarDate? { eis.flatMap { Self.uiterlijk($0) } }

  static func uiterlijk(_ eis: Fact) -> CalendarDate? {
    if let day = eis[EisOpgelegd.uiterlijk] { return day }
    guard let dated = eis.effective.exact, let length = eis[EisOpgelegd.termijn] else { return nil }
    return try? dated.adding(length)
  }

  func days(in views: ViewReader) throws -> [CalendarDate] {
    var days = feiten.flatMap(\.boundaries)
    if let uiterlijk { days.append(uiterlijk.volgende) }
    if let end = try eindeBezwaar(views) { days.append(end.volgende) }
    return days
  }

  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>] {
    Verloop(feiten, op: day).standings { facts in Set([Self.state(facts, op: day)].compactMap(\.self)) }
  }

  private static func state(_ facts: [Fact], op day: CalendarDate) -> State? {
    if facts.isEmpty { return nil }
    if facts.laatste(InspectieAfgesloten.self) != nil { return .afgesloten }
    if facts.laatste(BoeterapportOpgemaakt.self, ProcesVerbaalOpgemaakt.self, BestuursdwangToegepast.self) != nil {
      return .handhaving
    }
    guard let eis = facts.laatste(EisOpgelegd.self) else {
      if facts.laatste(VoornemenOntvangen.self) != nil { return .voornemen }
      return facts.laatste(InspectieUitgevoerd.self) != nil ? .geinspecteerd : .aangekondigd
    }
    if gegrond(facts) != nil { return .eisVervallen }
    if vervuld(facts) != nil { return .voldaanVerklaard }
    return uiterlijk(eis).map { $0 < day } ?? false ? .eisVerstreken : .eisLoopt
  }

  /// The decision by which the order lapsed: the last one, when the objection was upheld.
  static func gegrond(_ facts: [Fact]) -> Fact? {
    facts.laatste(BeslissingOpBezwaarOntvangen.self).flatMap {
      $0[BeslissingOpBezwaarOntvangen.uitkomst] == .gegrond ? $0 : nil
    }
  }

  /// The declaration that every demand is fulfilled.
  static func vervuld(_ facts: [Fact]) -> Fact? {
    facts.last { $0[EisVoldaanVerklaard.volledig] == true }
  }
}
