import Governance
import Ledger
import Organisatie

/// One holder of one designated function: whether that is on the list, what is awaited of the holder, and the clock of
/// the yearly confirmation.
struct Houder: Subject {
  /// How a holder can stand.
  enum State: String, CaseIterable {
    /// On the list of designated functions and who holds them.
    case opLijst
    /// On it, and nothing was received yet.
    case opgaveOntvangen
    /// On it, and the confirmation is overdue.
    case bevestigen
  }

  static let kind = "nevenfunctiehouder"
  static let events = Aanraking.events

  let plek: Plek
  private let dossier: Dossier
  /// Where the function comes in the list: by its first designation.
  private let aangewezen: UInt64
  private let tijdlijnen = Once<Houdertijdlijnen>()

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard key.streams.count == 2, let dossier = try Dossier.van(key.streams[1], views),
      let plek = dossier.op(.last).plek(key.streams[1], key.streams[0]),
      let aangewezen = plek.aanwijzingen.map(\.feit.position).min()
    else { return nil }
    self.plek = plek
    self.dossier = dossier
    self.aangewezen = aangewezen
  }

  static func key(_ functie: StreamID, _ persoon: StreamID) -> SubjectKey { SubjectKey(functie, persoon) }

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    try Aanraking.houders(fact, views).map { .these($0) } ?? .all
  }

  /// What is known of this holder by a day.
  func feiten(op day: CalendarDate) -> Registerfeiten { dossier.op(day) }

  private var tijdlijn: Houdertijdlijnen {
    tijdlijnen.value { Houdertijdlijnen(plek, dossier.op(.last)) }
  }

  func days(in views: ViewReader) -> [CalendarDate] {
    let all = dossier.op(.last)
    let reports = all.meldingen(plek)
    let reported = reports.flatMap { activity in
      activity.feiten.filter { $0.is(NevenwerkzaamheidGemeld.self, FunctieGewijzigd.self) }.map(\.day)
    }
    let published = reports.flatMap { activity in
      (all.opgavenVan[activity.stream] ?? []).flatMap(\.grenzen) + activity.grenzen
    }
    let confirmed = all.bevestigingen(plek).map(\.day)
    let due = (confirmed + reports.map(\.gemeld.day)).compactMap { all.uiterlijk(na: $0)?.volgende }
    return plek.grenzen + all.regels.map(\.vanaf) + reported + published + confirmed + due
  }

  func standing(on day: CalendarDate, in views: ViewReader) -> [Standing<State>] {
    guard plek.bekleding(op: day, dossier.op(day).regels) != nil else { return [] }
    var states = [Standing(State.opLijst, order: volgorde(.min))]
    if isNietsOntvangen(day) { states.append(Standing(.opgaveOntvangen, order: volgorde(.max - 1))) }
    if let due = bevestigenUiterlijk(op: day), due < day {
      states.append(Standing(.bevestigen, order: volgorde(.max)))
    }
    return states
  }

  /// Nothing of this holder is on the list, nothing runs, and nothing was confirmed.
  private func isNietsOntvangen(_ day: CalendarDate) -> Bool {
    tijdlijn.eersteMelding.on(day) == nil && tijdlijn.opLijst.on(day) == nil
      && dossier.op(day).bevestiging(plek)?[NevenwerkzaamhedenBevestigd.geen] != true
  }

  /// By when the holder must confirm, as known on a day; nil before anything was reported or confirmed.
  func bevestigenUiterlijk(op day: CalendarDate) -> CalendarDate? {
    let feiten = dossier.op(day)
    let last = feiten.bevestiging(plek) ?? tijdlijn.vroegsteMelding.on(day)?.gemeld
    return last.flatMap { feiten.uiterlijk(na: $0.day) }
  }

  /// Holders come by the designation of the function, then by who came first; what waits on one comes after the reports.
  func volgorde(_ rest: Int64) -> ListOrder {
    let first = plek.perioden.map { (Int64($0.van.earliest?.daysSinceEpoch ?? .min), $0.position) }.min { $0 < $1 }
    return ListOrder(Int64(aangewezen), first?.0 ?? .min, Int64(first?.1 ?? 0), rest)
  }
}

extension Houder {
  /// Receiving something until a first report, and then one confirmation after the other; the last of them lapses while
  /// the holder is not on the list.
  func clocks(in views: ViewReader) -> [ClockSpan]? {
    let all = dossier.op(.last)
    let opLijst = Stretches(changingOn: plek.grenzen + all.regels.map(\.vanaf)) {
      plek.bekleding(op: $0, all.regels)?.position
    }
    let confirmations = all.bevestigingen(plek)
    var clocks: [ClockSpan] = []
    for first in tijdlijn.eersteMelding.during(.first, until: confirmations.first?.day) {
      if let report = first.value?.gemeld {
        clocks += bevestiging(na: report, van: first.from, tot: first.until, opLijst, all)
      } else {
        clocks += opLijst.during(first.from, until: first.until).compactMap { stretch in
          stretch.value.map { position in
            ClockSpan(
              RunningTerm(NevenfunctieTerms.ontvangst, on: onderwerp, .on(.unknown), startedBy: position),
              from: stretch.from, until: stretch.until)
          }
        }
      }
    }
    for (index, start) in confirmations.enumerated() {
      let next = index + 1 < confirmations.count ? confirmations[index + 1] : nil
      clocks += bevestiging(na: start, van: start.day, tot: next?.day, opLijst, all)
      if let next, let term = bevestiging(na: start, all, met: next) { clocks.append(ClockSpan(term, from: next.day)) }
    }
    return clocks
  }

  private var onderwerp: Onderwerp { Onderwerp(stream: plek.functie.stroom, versie: nil, handle: plek.functie.slug) }

  /// The clock that the last confirmation, or the first report, started, while nothing follows it.
  private func bevestiging(
    na start: Fact, van first: CalendarDate, tot end: CalendarDate?, _ opLijst: Stretches<UInt64?>,
    _ all: Registerfeiten
  ) -> [ClockSpan] {
    // One clock for all times on the list, and one for each time off it.
    opLijst.map { $0 != nil }.during(first, until: end).compactMap { stretch in
      bevestiging(na: start, all, withdrawn: stretch.value ? nil : ImpreciseDate(stretch.from))
        .map { ClockSpan($0, from: stretch.from, until: stretch.until) }
    }
  }

  private func bevestiging(
    na start: Fact, _ all: Registerfeiten, met next: Fact? = nil, withdrawn: ImpreciseDate? = nil
  ) -> RunningTerm? {
    guard let interval = all.instellingen(op: start.day)?.bevestigingIedere else { return nil }
    return RunningTerm(
      NevenfunctieTerms.bevestiging(interval), on: onderwerp, from: .day(start.effective), startedBy: start.position,
      met: next?.effective, withdrawn: withdrawn, positions: [next?.position].compactMap(\.self))
  }
}

/// What of one holder was known from which day on, so that a day is answered without going through all reports.
private struct Houdertijdlijnen: Sendable {
  /// Of the reports beside this function the one that was recorded first.
  let eersteMelding: Stretches<Werkzaamheid?>
  /// The one of the earliest day.
  let vroegsteMelding: Stretches<Werkzaamheid?>
  /// A statement on this card that is on the list.
  let opLijst: Stretches<Opgave?>

  init(_ plek: Plek, _ feiten: Registerfeiten) {
    let meldingen = feiten.meldingen(plek)
    eersteMelding = Stretches(first: meldingen) { $0.dagen(bij: plek) }
    vroegsteMelding = Stretches(first: feiten.meldingenPerDag(plek)) { $0.dagen(bij: plek) }
    let opgaven = meldingen.flatMap { melding -> [(Opgave, [(from: CalendarDate, until: CalendarDate?)])] in
      guard let opgaven = feiten.opgavenVan[melding.stream] else { return [] }
      let kan = feiten.kanOpLijst(melding, plek)
      return opgaven.filter { feiten.plaats($0)?.plek.kaart == plek.kaart }.map { ($0, Lijstverloop($0, kan).opLijst) }
    }
    opLijst = Stretches(first: opgaven) { $0.1 }.map { $0?.0 }
  }
}

extension Werkzaamheid {
  /// On which days it had been reported and was beside this function.
  fileprivate func dagen(bij plek: Plek) -> [(from: CalendarDate, until: CalendarDate?)] {
    guard telt else { return [] }
    return tijdlijn.functie.during(gemeld.day)
      .filter { ($0.value?[Houderschap.functie] ?? gemeldeFunctie) == plek.functie.stroom }
      .map { ($0.from, $0.until) }
  }
}
