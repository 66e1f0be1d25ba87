import Governance
import Ledger
import Organisatie

/// One objection: what was recorded about it and counts.
struct Bezwaar: Subject {
  enum State: String, CaseIterable { case open, beslist }
  static let kind = "bezwaar"
  static let events: [any EventDefinition.Type] = [
    BezwaarGemaakt.self, BelanghebbendenGehoord.self, BeslissingVerdaagd.self, BeslistOpBezwaar.self,
    BezwaarGecorrigeerd.self,
  ]
  let gemaakt: Fact
  let feiten: [Fact]

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched { .these([SubjectKey(fact.stream)]) }
  static func series(openedBy fact: Fact, in views: ViewReader) throws -> String? { kind }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    let facts = try key.streams.first.map { try views.facts(in: $0).filter(\.counts) } ?? []
    guard let first = facts.first(where: { $0.is(BezwaarGemaakt.self) }) else { return nil }
    (gemaakt, feiten) = (first, facts)
  }

  func feit(_ type: any EventDefinition.Type) -> Fact? { feiten.last { $0.is(type) } }
  func days(in views: ViewReader) throws -> [CalendarDate] { feiten.flatMap(\.boundaries) }

  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>] {
    guard gemaakt.effective.isOnOrBefore(day) == .yes else { return [] }
    switch feit(BeslistOpBezwaar.self)?.effective.isOnOrBefore(day) ?? .no {
    case .no: return [Standing(.open)]
    case .unknown: return [Standing(.open, .unknown), Standing(.beslist, .unknown)]
    case .yes: return [Standing(.beslist)]
    }
  }

  /// Six weeks where no committee advises (Awb 7:13), counted from the day after the last one to object, and once some more.
  static let beslistermijn = TermDeclaration(
    id: "BZW-BESLISSEN", Text(nl: "beslissen op bezwaar", en: "deciding an objection"), TermRule(.of(6, .weken), .wet),
    starts: Text(nl: "de termijn om bezwaar te maken is verstreken", en: "the term to object has ended"),
    meets: Text(nl: "beslissing op het bezwaar", en: "decision on the objection"),
    extension: Text(nl: "één keer, met ten hoogste zes weken", en: "once, by six weeks at most"),
    consequence: Text(nl: "ingebrekestelling, dan beroep", en: "notice of default, then appeal"), source: "Awb 7:10")

  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    guard gemaakt.effective.isAfter(day) == .no, let last = gemaakt[BezwaarGemaakt.termijnTotEnMet],
      let rule = Self.beslistermijn.rule
    else { return [] }
    let more = feit(BeslissingVerdaagd.self).flatMap { $0.happened(by: day) ? $0[BeslissingVerdaagd.weken] : nil }
    let about = Onderwerp(stream: gemaakt.stream, versie: nil, handle: gemaakt.stream.description)
    return [
      RunningTerm(
        Self.beslistermijn, on: about,
        .counted(more.map { rule.extended(by: .of(Int($0), .weken)) } ?? rule, from: .day(ImpreciseDate(last))),
        startedBy: gemaakt.position, met: feit(BeslistOpBezwaar.self)?.effective,
        calendar: try Kalenders(views).kalender(voor: last))
    ]
  }
}
