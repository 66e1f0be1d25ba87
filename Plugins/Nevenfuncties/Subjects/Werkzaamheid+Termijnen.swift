import Governance
import Ledger
import Organisatie

/// The clocks on one report: the decision, the public statement, and the end of showing it.
struct Meldingklokken {
  private let activity: Werkzaamheid
  private let subject: Onderwerp
  private let feiten: Registerfeiten
  private let opgaven: [Opgave]

  /// - Parameter feiten: What is known of the holder, whatever the day.
  init(_ activity: Werkzaamheid, _ subject: Onderwerp, _ feiten: Registerfeiten) {
    self.activity = activity
    self.subject = subject
    self.feiten = feiten
    opgaven = feiten.opgavenVan[activity.stream] ?? []
  }

  /// What runs or ran on a report that counts.
  var all: [ClockSpan] { activity.telt ? decisions + updates + retention : [] }

  /// From when on a fact had certainly happened, and the report with it.
  private func known(_ fact: Fact) -> CalendarDate { max(fact.day, activity.gemeld.day) }

  /// Each fact with the one that follows it in the order of the log, during the days on which both are known.
  private func following(_ facts: [Fact]) -> [(start: Fact, next: Fact?, from: CalendarDate, until: CalendarDate?)] {
    ClockSpan.successions(known: facts.map(known)).map { following in
      (facts[following.fact], following.next.map { facts[$0] }, following.from, following.until)
    }
  }

  /// A report or change asks for a decision: the next one meets it; a later change or the end takes its place.
  private var decisions: [ClockSpan] {
    let steps = activity.geldend().filter { $0.vraagtBesluit || $0.is(NevenwerkzaamheidBeeindigd.self) || $0.isBesluit }
    return following(steps).compactMap { start, next, from, until in
      guard start.vraagtBesluit else { return nil }
      let isMet = next?.isBesluit == true
      let (met, withdrawn) = (isMet ? next?.effective : nil, isMet ? nil : next?.effective)
      let positions = [next?.position].compactMap(\.self)
      let term: RunningTerm?
      if let length = feiten.instellingen(op: start.day)?.beslistermijn {
        term = RunningTerm(
          NevenfunctieTerms.beslissing(length), on: subject, from: .day(start.effective), startedBy: start.position,
          met: met, withdrawn: withdrawn, positions: positions)
      } else if start.is(FunctieGewijzigd.self) {
        term = RunningTerm(
          NevenfunctieTerms.hertoetsing, on: subject, .on(.unknown), startedBy: start.position, met: met,
          withdrawn: withdrawn, positions: positions)
      } else {
        term = nil
      }
      return term.map { ClockSpan($0, from: from, until: until) }
    }
  }

  /// A decision or the end asks for the statement: what is recorded of it meets that, a later decision takes its place.
  private var updates: [ClockSpan] {
    let published = opgaven.flatMap(\.feiten).filter(\.counts).sorted { $0.position < $1.position }
    let facts = activity.geldend()
    let withheld = facts.filter { $0.is(PublicatieAchterwegeGelaten.self) }
    let answers = Set((published + withheld).map(\.position))
    let starts = facts.filter { $0.isBesluit || $0.is(NevenwerkzaamheidBeeindigd.self) }
    // From when on a statement was known that had been recorded before each start.
    var firstKnown: [UInt64: CalendarDate] = [:]
    var (earliest, passed) = (CalendarDate?.none, 0)
    for start in starts {
      while passed < published.count, published[passed].position < start.position {
        earliest = [earliest, published[passed].day].compactMap(\.self).min()
        passed += 1
      }
      firstKnown[start.position] = earliest
    }
    let steps = (starts + published + withheld).sorted { $0.position < $1.position }
    return following(steps).flatMap { start, next, from, until -> [ClockSpan] in
      guard !answers.contains(start.position), let length = feiten.instellingen(op: start.day)?.bijwerktermijn else {
        return []
      }
      let isMet = next.map { answers.contains($0.position) } ?? false
      func clock(_ from: CalendarDate, _ until: CalendarDate?, onlyIf condition: SealedCondition?) -> ClockSpan? {
        guard until.map({ from < $0 }) ?? true else { return nil }
        return RunningTerm(
          NevenfunctieTerms.bijwerking(length), on: subject, from: .day(start.effective), startedBy: start.position,
          met: isMet ? next?.effective : nil, withdrawn: isMet ? nil : next?.effective,
          positions: [next?.position].compactMap(\.self), onlyIf: condition
        ).map { ClockSpan($0, from: from, until: until) }
      }
      // Nothing has to be published of what was refused or ended before it was on the list.
      let listed = firstKnown[start.position].map { max(from, $0) }
      let allowed =
        start.isBesluit ? SealedCondition(ToestemmingBeslist.toegestaan, of: start, is: true) : nil
      return [
        allowed.flatMap { clock(from, [listed, until].compactMap(\.self).min(), onlyIf: $0) },
        listed.flatMap { clock($0, until, onlyIf: nil) },
      ].compactMap(\.self)
    }
  }

  /// What is no longer on the list is shown for a time, and then lapses.
  private var retention: [ClockSpan] {
    // Where no rules ever said for how long, no statement is followed through time.
    guard feiten.regels.contains(where: { $0.instellingen.bewaarNaEinde != nil }) else { return [] }
    var kan: [String: Stretches<Bool>] = [:]
    return opgaven.flatMap { statement -> [ClockSpan] in
      guard let (_, plek) = feiten.plaats(statement) else { return [] }
      let can = kan[plek.kaart] ?? feiten.kanOpLijst(activity, plek)
      kan[plek.kaart] = can
      let verloop = Lijstverloop(statement, can)
      let laatste = Stretches(last: statement.versies()) { $0.day }
      let days = Set(verloop.grenzen + laatste.changes + activity.tijdlijn.einde.changes + [activity.gemeld.day])
      let ordered = days.filter { activity.gemeld.day <= $0 }.sorted()
      return ordered.indices.flatMap { index in
        let until = index + 1 < ordered.count ? ordered[index + 1] : nil
        return bewaring(verloop, laatste, from: ordered[index], until: until)
      }
    }
  }

  /// The clock of a statement during days on which nothing of it changes.
  private func bewaring(
    _ verloop: Lijstverloop, _ laatste: Stretches<Fact?>, from day: CalendarDate, until: CalendarDate?
  ) -> [ClockSpan] {
    guard let end = verloop.einde(op: day, activity), let last = laatste.on(day),
      let length = feiten.instellingen(op: end.dag)?.bewaarNaEinde
    else { return [] }
    func clock(_ met: CalendarDate?, _ from: CalendarDate, _ until: CalendarDate?) -> ClockSpan? {
      guard until.map({ from < $0 }) ?? true else { return nil }
      return RunningTerm(
        NevenfunctieTerms.bewaring(length), on: subject, from: .day(end.op), startedBy: last.position,
        met: met.map { ImpreciseDate($0) }
      ).map { ClockSpan($0, from: from, until: until) }
    }
    guard let shown = try? end.dag.adding(length), let gone = shown.volgende else {
      return [clock(nil, day, until)].compactMap(\.self)
    }
    return [
      clock(nil, day, [until, gone].compactMap(\.self).min()), clock(shown, max(day, gone), until),
    ].compactMap(\.self)
  }
}

extension Fact {
  /// Whether a decision is awaited after it.
  fileprivate var vraagtBesluit: Bool {
    self.is(NevenwerkzaamheidGemeld.self, NevenwerkzaamheidGewijzigd.self, FunctieGewijzigd.self)
  }

  fileprivate var isBesluit: Bool { self.is(ToestemmingBeslist.self) }
}
