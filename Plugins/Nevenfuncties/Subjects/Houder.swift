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
    let feiten = dossier.op(day)
    guard plek.bekleding(op: day, feiten.regels) != nil else { return [] }
    var states = [Standing(State.opLijst, order: volgorde(.min))]
    if isNietsOntvangen(feiten, day) { states.append(Standing(.opgaveOntvangen, order: volgorde(.max - 1))) }
    if let due = feiten.bevestigenUiterlijk(plek), due < day {
      states.append(Standing(.bevestigen, order: volgorde(.max)))
    }
    return states
  }

  /// Nothing of this holder is on the list, nothing runs, and nothing was confirmed.
  private func isNietsOntvangen(_ feiten: Registerfeiten, _ day: CalendarDate) -> Bool {
    if feiten.meldingen(plek).contains(where: { feiten.hoort($0, bij: plek, op: day) }) { return false }
    if feiten.bevestigingen(plek).last?[NevenwerkzaamhedenBevestigd.geen] == true { return false }
    return !feiten.meldingen(plek).contains { activity in
      (feiten.opgavenVan[activity.stream] ?? []).contains { statement in
        feiten.plaats(statement)?.plek.kaart == plek.kaart
          && feiten.staatOpLijst(statement, activity, plek, op: day)
      }
    }
  }

  /// Holders come by the designation of the function, then by who came first; what waits on one comes after the reports.
  func volgorde(_ rest: Int64) -> ListOrder {
    let first = plek.perioden.map { (Int64($0.van.earliest?.daysSinceEpoch ?? .min), $0.position) }.min { $0 < $1 }
    return ListOrder(Int64(aangewezen), first?.0 ?? .min, Int64(first?.1 ?? 0), rest)
  }

  func terms(on day: CalendarDate, in views: ViewReader) -> [RunningTerm] {
    let feiten = dossier.op(day)
    let isListed = plek.bekleding(op: day, feiten.regels)
    let subject = Onderwerp(stream: plek.functie.stroom, versie: nil, handle: plek.functie.slug)
    let confirmations = feiten.bevestigingen(plek)
    // Reports come in the order of the log, so the first that belongs here is the oldest.
    let first = confirmations.isEmpty ? feiten.meldingen(plek).first { feiten.hoort($0, bij: plek, op: day) } : nil
    let starts = confirmations.isEmpty ? [first?.gemeld].compactMap(\.self) : confirmations
    if starts.isEmpty {
      guard let isListed else { return [] }
      return [
        RunningTerm(
          NevenfunctieTerms.ontvangst, on: subject, .on(.unknown), startedBy: isListed.position)
      ]
    }
    return starts.enumerated().compactMap { index, start in
      guard let interval = feiten.instellingen(op: start.day)?.bevestigingIedere else { return nil }
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      return RunningTerm(
        NevenfunctieTerms.bevestiging(interval), on: subject, from: .day(start.effective), startedBy: start.position,
        met: next?.effective, withdrawn: next == nil && isListed == nil ? ImpreciseDate(day) : nil,
        positions: [next?.position].compactMap(\.self))
    }
  }
}

extension Registerfeiten {
  /// By when a holder must confirm, as known on the day; nil before anything was reported or confirmed.
  func bevestigenUiterlijk(_ plek: Plek) -> CalendarDate? {
    let confirmed = bevestigingen(plek).last?.day
    return (confirmed ?? eersteMelding(plek)?.gemeld.day).flatMap { uiterlijk(na: $0) }
  }
}
