import Governance

extension Klokken {
  /// How a term is counted in this case: its length, what extended it, and the days on which it stood still.
  ///
  /// Extensions and suspensions are kept apart, so that the order in which they were recorded makes no difference: the
  /// raw end is that of the length with all that extended it, then come the days on which it stood still, and then, once,
  /// the Algemene termijnenwet where an article sets the term.
  func regel(
    _ termijn: Termijn, _ length: TermLength, _ start: Tijd, _ calendar: Kalender, _ marks: inout [Merk],
    _ isStill: inout Bool
  ) -> TermRule {
    let basis: TermRule.Basis = termijn.grondslag == .eigenRegel ? .eigenRegel : .wet
    var rule = TermRule(length, basis, termijn.isVooraf ? .before : .after)
    for ground in termijn.opschorting {
      for step in inOrde(ground.stap) {
        guard let found = opschorting(ground, step, &marks, &isStill) else { continue }
        rule = rule.suspended(found)
      }
    }
    for extension_ in termijn.verlenging { rule = verlengd(rule, extension_, start, calendar, &marks) }
    meld(termijn, rule, start, calendar, &marks)
    return rule
  }

  private func inOrde(_ stap: String) -> [GezetteStap] {
    stappen.enumerated().filter { $0.element.stap == stap }
      .sorted { left, right in
        let keys = [left, right].map { ($0.element.op.earliest?.daysSinceEpoch ?? .min, $0.offset) }
        return keys[0] < keys[1]
      }.map(\.element)
  }

  private func verlengd(
    _ rule: TermRule, _ extension_: Verlenging, _ start: Tijd, _ calendar: Kalender, _ marks: inout [Merk]
  ) -> TermRule {
    var rule = rule
    var count = 0
    for step in inOrde(extension_.stap) where step.op.isAfter(op) != .yes && Self.geldt(extension_.als, step) {
      if extension_.isVoorEinde, let day = step.op.exact, let from = start.dag.exact,
        let end = try? TermCalculation(rule, from: from, by: calendar), day > end.latest
      {
        marks.append(.verlengingTeLaat(stap: step.stap, op: step.op))
        continue
      }
      if let most = extension_.hoeVaak, count >= most {
        marks.append(.verlengingTeVaak(stap: step.stap, hoogstens: most))
        continue
      }
      guard let longer = langer(rule, extension_, step, start, calendar, &marks) else {
        marks.append(.verlengingZonderOmvang(stap: step.stap))
        continue
      }
      rule = longer
      count += 1
    }
    return rule
  }

  /// Whether a step is one that a condition asks for.
  private static func geldt(_ als: Voorwaarde?, _ step: GezetteStap) -> Bool {
    guard case .veld(let moment, let codes)? = als else { return true }
    return step.codes[moment.veld ?? ""]?.contains { codes.contains($0) } ?? false
  }

  private func langer(
    _ rule: TermRule, _ extension_: Verlenging, _ step: GezetteStap, _ start: Tijd, _ calendar: Kalender,
    _ marks: inout [Merk]
  ) -> TermRule? {
    switch extension_.met {
    case .vast(let length): return rule.extended(by: length)
    case .veld(let veld): return step.duren[veld].map { rule.extended(by: $0) }
    case .tot(let veld): return step.datums[veld]?.exact.map { rule.extended(until: $0) }
    case .hoogstens(let most, let veld):
      guard let given = step.duren[veld] else { return nil }
      let (longer, longest) = (rule.extended(by: given), rule.extended(by: most))
      // Units may differ: what counts is the end that each gives.
      guard let from = start.dag.exact, let end = try? longer.rawEnd(from: from, by: calendar),
        let limit = try? longest.rawEnd(from: from, by: calendar), end > limit
      else { return longer }
      marks.append(.verlengingTeLang(stap: step.stap, hoogstens: most))
      return longest
    }
  }

  /// The days on which one step suspended: half open, and until the first thing that ends it.
  private func opschorting(
    _ ground: Opschortingsgrond, _ step: GezetteStap, _ marks: inout [Merk], _ isStill: inout Bool
  ) -> TermSuspension? {
    guard let day = step.op.exact else {
      marks.append(.opschortingZonderDag(stap: step.stap, grond: ground.artikel))
      return nil
    }
    guard day <= op else { return nil }
    var ends: [CalendarDate] = []
    if let veld = ground.uiterlijk {
      guard let last = step.datums[veld]?.exact else {
        marks.append(.opschortingZonderTermijn(stap: step.stap, grond: ground.artikel))
        return nil
      }
      ends.append(ground.uiterlijkTot == .erna ? Self.erna(last) : last)
    }
    if let ended = einde(ground, op: day) { ends.append(ground.tot == .erna ? Self.erna(ended) : ended) }
    let from = ground.vanaf == .erna ? Self.erna(day) : day
    guard let until = ends.min() else {
      // Nothing has ended it and no date will: it stands still today as well.
      isStill = true
      return TermSuspension(from, until: Self.erna(max(op, day)))
    }
    return TermSuspension(from, until: until)
  }

  /// When something ended a suspension of a day.
  private func einde(_ ground: Opschortingsgrond, op day: CalendarDate) -> CalendarDate? {
    ground.eindigt.flatMap { tijden($0) }.compactMap(\.dag.exact).filter { $0 >= day && $0 <= op }.min()
  }

  /// Whether one of these steps stands still now, with nothing yet that ended it.
  func staatStil(door ground: Opschortingsgrond) -> Bool {
    inOrde(ground.stap).contains { step in
      guard let day = step.op.exact, day <= op, einde(ground, op: day) == nil else { return false }
      guard let veld = ground.uiterlijk else { return true }
      guard let last = step.datums[veld]?.exact else { return false }
      return op < (ground.uiterlijkTot == .erna ? Self.erna(last) : last)
    }
  }

  /// Marks suspensions that found nothing to suspend.
  private func meld(_ termijn: Termijn, _ rule: TermRule, _ start: Tijd, _ calendar: Kalender, _ marks: inout [Merk]) {
    guard !rule.suspensions.isEmpty, let from = start.dag.exact,
      let end = try? TermCalculation(rule, from: from, by: calendar)
    else { return }
    for ground in termijn.opschorting {
      for step in inOrde(ground.stap) {
        guard let day = step.op.exact, day > end.raw else { continue }
        marks.append(.opschortingNaEinde(stap: step.stap, grond: ground.artikel))
      }
    }
  }

  static func erna(_ day: CalendarDate) -> CalendarDate { (try? day.adding(days: 1)) ?? day }
}
