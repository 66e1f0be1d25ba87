import Governance

extension Klokken {
  /// One clock that has started.
  func klok(_ termijn: Termijn, vanaf start: Tijd, lezing: TermLength?, voor: String?) -> Klok {
    let calendar = kalender(start.begin)
    var marks: [Merk] = []
    var isStill = false
    let end: Klok.Einde
    switch termijn.duur {
    case .zonderGetal(let word): end = .zonderGetal(word)
    case .tot(let moment): end = .opDag(aangekondigd(moment, start))
    case .lengte(let length):
      let rule = regel(termijn, length, start, calendar, &marks, &isStill)
      end = .berekend(TermOutcome(rule, from: start.begin, by: calendar))
    case .lezingen(let lengths):
      let rule = regel(termijn, lezing ?? lengths[0], start, calendar, &marks, &isStill)
      end = .berekend(TermOutcome(rule, from: start.begin, by: calendar))
    }
    let notBefore = termijn.minstens.flatMap { length in
      start.dag.exact.flatMap { try? TermRule(length, .eigenRegel).rawEnd(from: $0, by: calendar) }
    }
    let done = gehaald(termijn, vanaf: start, nietVoor: notBefore, voor: voor, &marks)
    let met = done.flatMap { $0.tijd.isVastgelegd ? $0.tijd : nil }
    let unsaid = done.flatMap { $0.tijd.isVastgelegd ? nil : $0 }
    let lapsed = vervallen(termijn, vanaf: termijn.isVooraf || !start.isVastgelegd ? nil : start, voor: voor)
    var status = status(end, gehaald: met, vervallen: lapsed, staatStil: isStill)
    // What was sent may have come in time: only that it cannot have, is known.
    if status == .verstreken, let unsaid {
      status = self.status(end, gehaald: unsaid.tijd, vervallen: lapsed, staatStil: isStill)
    }
    return Klok(
      termijn: termijn, lezing: lezing, voor: voor, begin: start, einde: end, status: status, gehaald: met,
      nietVastgelegd: unsaid.flatMap { $0.tijd.dag.isAfter(op) == .yes ? nil : $0.moment },
      nietGezien: unsaid?.tijd, vervallen: lapsed,
      nietVoor: notBefore, staatStil: isStill, merken: marks)
  }

  /// The date that was recorded with the start, or with the last of several.
  private func aangekondigd(_ moment: Moment, _ start: Tijd) -> ImpreciseDate {
    let steps = stappen.filter { $0.stap == moment.stap && $0.tijd(Moment($0.stap))?.isVoor(start) == false }
    return steps.last?.tijd(moment).flatMap { $0.isVastgelegd ? $0.dag : nil } ?? .unknown
  }

  /// When it was met: a time that was recorded before one that was not, and then the first time on or after the start, and not before its window opens. What was done before another
  /// term ended meets the one that starts there as well.
  private func gehaald(
    _ termijn: Termijn, vanaf start: Tijd, nietVoor: CalendarDate?, voor: String?, _ marks: inout [Merk]
  ) -> (moment: Moment, tijd: Tijd)? {
    var unsaid: (moment: Moment, tijd: Tijd)?
    let times = termijn.gehaald.flatMap { moment in tijden(moment, termijn, voor: voor).map { (moment, $0) } }
      .sorted { $0.1.orde < $1.1.orde }
    for (moment, time) in times where termijn.isVooraf || !start.isVastgelegd || !time.isVoor(start) {
      if let nietVoor, let last = time.dag.latest, last < nietVoor {
        marks.append(.teVroeg(stap: moment.stap, op: time.dag))
        continue
      }
      if time.isVastgelegd { return (moment, time) }
      unsaid = unsaid ?? (moment, time)
    }
    return unsaid
  }

  private func status(
    _ end: Klok.Einde, gehaald met: Tijd?, vervallen lapsed: ImpreciseDate?, staatStil: Bool
  ) -> TermStatus? {
    let bounds: TermBounds
    switch end {
    case .berekend(let outcome):
      if let exact = hours(outcome, met, lapsed) { return exact.status }
      bounds = TermBounds(
        rawEarliest: outcome.earliest?.raw, earliest: outcome.earliest?.latest, latest: outcome.latest?.latest)
    case .opDag(let day): bounds = TermBounds(rawEarliest: day.earliest, earliest: day.earliest, latest: day.latest)
    case .zonderGetal, .nietBegonnen:
      // Without a day nothing is late; what was done was done.
      let far = TermBounds(rawEarliest: .last, earliest: .last, latest: .last)
      let status = TermStatus(far, met: met?.dag, withdrawn: lapsed, today: op, warnBefore: 0)
      return status == .gehaald || status == .vervallen ? status : nil
    }
    let status = TermStatus(bounds, met: met?.dag, withdrawn: lapsed, today: op, warnBefore: waarschuwVoor)
    // While it stands still its end moves on with the days.
    return staatStil && status?.isOpen == true ? .loopt : status
  }

  /// The status of a term in hours, judged by moments where they are known; the inner value is nil when the hour of what
  /// was done on the last day is not known.
  private func hours(_ outcome: TermOutcome, _ met: Tijd?, _ lapsed: ImpreciseDate?) -> (status: TermStatus?, Void)? {
    guard case .exact(let end) = outcome, let last = end.endMoment, lapsed == nil else { return nil }
    if let met, met.dag.isAfter(op) != .yes {
      if let moment = met.moment { return (moment <= last ? .gehaald : .teLaat, ()) }
      return met.dag.exact == last.date ? (nil, ()) : nil
    }
    guard met == nil, let nu else { return nil }
    return (nu > last ? .verstreken : .nadert, ())
  }
}
