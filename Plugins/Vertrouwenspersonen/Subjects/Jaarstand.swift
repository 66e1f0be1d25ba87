import Governance
import Ledger

/// How many vertrouwenspersonen there were on 1 January of a year, as the public may know it: one answer for each year.
///
/// With one to six people a number that changes tells who came or went. So it is counted once: of the state on 1 January,
/// from what the log held when the first site about that year was written. What is recorded or corrected later counts in
/// the next year's, however early its date is.
struct Jaarstand: Sendable, Hashable {
  let jaar: Int
  let intern: Int64
  let extern: Int64
  /// Whether there may be more, because dates leave it open.
  let isOndergrens: Bool
  /// Whether the organisation stated the numbers, where no appointment was recorded.
  let isOpgave: Bool

  var totaal: Int64 { intern + extern }

  /// What is counted, with what corrects it.
  private static let soorten: [any EventDefinition.Type] =
    VertrouwenspersonenRules.personal + [
      VertrouwenspersoonGecorrigeerd.self, VertrouwenspersonenregelsVastgesteld.self,
      AantalVertrouwenspersonenOpgegeven.self, VertrouwenspersonenGecorrigeerd.self,
    ]

  /// Counts them; nil when on that day there was nothing to count yet.
  /// - Parameters:
  ///   - jaar: The year.
  ///   - size: How many events the log had when a site about that year was first written.
  static func over(_ jaar: Int, knownAt size: UInt64, _ views: ViewReader) throws -> Jaarstand? {
    let day = try CalendarDate(year: jaar, month: 1, day: 1)
    let facts = try views.facts(of: soorten, knownAt: size)
    let besluiten = facts.filter(\.counts).compactMap { $0.is(VertrouwenspersonenregelsVastgesteld.self) ? $0 : nil }
      .sorted { ($0.day, $0.position) < ($1.day, $1.position) }
    let regels = Vertrouwenspersonenregels(besluiten.map { Regelbesluit($0) }, op: day)
    return geteld(facts, on: day, regels) ?? opgegeven(facts, on: day)
  }

  /// By the appointments that began by then; nil when there are none.
  private static func geteld(_ facts: [Fact], on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> Jaarstand? {
    let certificaten = Dictionary(
      grouping: facts.filter { $0.counts && $0.is(CertificeringVastgelegd.self) },
      by: { $0[KandidaatVoorgedragen.persoon] })
    var serving: [Vorm: [Certainty]] = [:]
    var isEmpty = true
    for benoeming in Dictionary(grouping: facts, by: \.stream).values {
      guard let eerste = benoeming.first, let vorm = eerste[KandidaatVoorgedragen.vorm] else { continue }
      let persoon = eerste[KandidaatVoorgedragen.persoon]
      let tijd = Diensttijd(benoeming, certificeringen: certificaten[persoon] ?? [])
      guard let begin = tijd.begin, begin.effective.isAfter(day) != .yes else { continue }
      if begin.effective.isOnOrBefore(day) == .yes { isEmpty = false }
      serving[vorm, default: []].append(tijd.dient(on: day, regels))
    }
    guard !isEmpty else { return nil }
    func count(_ vorm: Vorm) -> Int64 { Int64(serving[vorm]?.count { $0 == .yes } ?? 0) }
    return Jaarstand(
      jaar: day.year, intern: count(.intern), extern: count(.extern),
      isOndergrens: serving.values.contains { $0.contains(.unknown) }, isOpgave: false)
  }

  /// By what the organisation last stated by then.
  private static func opgegeven(_ facts: [Fact], on day: CalendarDate) -> Jaarstand? {
    let stated = facts.filter {
      $0.counts && $0.is(AantalVertrouwenspersonenOpgegeven.self) && $0.effective.isOnOrBefore(day) == .yes
    }
    guard let last = stated.max(by: { ($0.day, $0.position) < ($1.day, $1.position) }),
      let intern = last[AantalVertrouwenspersonenOpgegeven.intern],
      let extern = last[AantalVertrouwenspersonenOpgegeven.extern]
    else { return nil }
    return Jaarstand(jaar: day.year, intern: intern, extern: extern, isOndergrens: false, isOpgave: true)
  }
}
