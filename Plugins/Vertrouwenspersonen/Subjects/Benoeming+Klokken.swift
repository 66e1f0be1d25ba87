import Governance
import Ledger
import Organisatie

// The clocks that run on one appointment.

extension Benoeming {
  func clocks(in views: ViewReader) throws -> [ClockSpan]? {
    guard begin != nil else { return [] }
    // No calendar moves the raw end of these clocks, so the rows of the timeline do not depend on it.
    let calendars = try Kalenders(views)
    let decided = keuzes.compactMap(\.feit.effective.latest)
    let ends = [einde?.effective.latest, tot, certificaatEinde].compactMap(\.self)
    let voorbij = Stretches(changingOn: decided + ends) { day in
      einddag(on: day).flatMap { $0 <= day ? ImpreciseDate($0) : nil }
    }
    func terugkerend(
      _ facts: [Fact], _ keuze: Keuze<Duurkeuze>, _ declaration: (Tijdsduur?, String) -> TermDeclaration
    ) -> [ClockSpan] {
      let asked = Stretches(changingOn: decided) { day in
        let regels = keuzes.regels(on: day)
        return Plichtduur(keuze: regels[keuze], bron: regels.bron(keuze) ?? "")
      }
      return self.terugkerend(facts, asked, declaration, voorbij, calendars)
    }
    let bijscholingen = scholingen.filter { $0[ScholingVastgelegd.soort] == .bijscholing }
    let gecertificeerd = Stretches(changingOn: decided) { keuzes.regels(on: $0).certificering != .geen }
    return termijnen
      + terugkerend(alle(IntervisieVastgelegd.self), Keuzes.intervisie, VertrouwenspersonenTerms.intervisie)
      + terugkerend(bijscholingen, Keuzes.bijscholing, VertrouwenspersonenTerms.bijscholing)
      + gecertificeerd.days { $0 }.flatMap { days in
        certificeringsklokken(voorbij).compactMap { $0.during(days.from, until: days.until) }
      }
  }

  /// How often the rules ask something, and where they say it.
  private struct Plichtduur: Hashable {
    let keuze: Duurkeuze
    let bron: String
  }

  /// The clock of the term and of each renewal: the next renewal meets it, an end before it makes it lapse, and where neither
  /// came the function ended by itself on its day, so that nothing waits any more.
  private var termijnen: [ClockSpan] {
    guard let begin else { return [] }
    let declaration = vorm == .intern ? VertrouwenspersonenTerms.termijn : VertrouwenspersonenTerms.contract
    let starts = [begin] + verlengingen
    return starts.enumerated().flatMap { index, start -> [ClockSpan] in
      // A term runs until a day, a contract through one: each clock shows the day that its own paper names.
      let named = start[
        vorm == .intern ? VertrouwenspersoonBenoemd.tot : ExterneVertrouwenspersoonGecontracteerd.laatsteDag]
      // Of an appointment from before the ledger the end is not known; another one without an end has none.
      let isUnknown = vorm == .intern && start.isHistorical
      guard let end = named.map({ ImpreciseDate($0) }) ?? (isUnknown ? .unknown : nil) else { return [] }
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let ended = next == nil ? einde : nil
      let isByTime = ended.map { $0.effective.exact == tot && tot != nil } ?? false
      func term(met: ImpreciseDate?) -> RunningTerm {
        RunningTerm(
          declaration, on: subject, .on(end), startedBy: start.position, met: met,
          withdrawn: isByTime ? nil : ended?.effective, positions: [next?.position, ended?.position].compactMap(\.self))
      }
      let met = next?.effective ?? (isByTime ? end : nil)
      guard met == nil, ended == nil, let over = start.tot else { return [ClockSpan(term(met: met), from: .first)] }
      return [ClockSpan(term(met: nil), from: .first, until: over), ClockSpan(term(met: end), from: over)]
    }
  }

  /// As often as the rules in force say; where they say nothing of that, that it cannot be told.
  private func terugkerend(
    _ facts: [Fact], _ asked: Stretches<Plichtduur>, _ declaration: (Tijdsduur?, String) -> TermDeclaration,
    _ voorbij: Stretches<ImpreciseDate?>, _ calendars: Kalenders
  ) -> [ClockSpan] {
    guard let begin else { return [] }
    // Since when it has been asked without a break, however often.
    var since = CalendarDate.first
    return asked.all.flatMap { stretch -> [ClockSpan] in
      if stretch.value.keuze == .geen { since = stretch.until ?? .last }
      let bron = stretch.value.bron
      switch stretch.value.keuze {
      case .geen: return []
      case .duur(let interval):
        return chain(facts, declaration(interval, bron), interval, since, voorbij, calendars).compactMap {
          $0.during(stretch.from, until: stretch.until)
        }
      case .zonderTermijn:
        return voorbij.during(stretch.from, until: stretch.until).map { ended in
          let term = RunningTerm(
            VertrouwenspersonenTerms.zonderTermijn(declaration(nil, bron)), on: subject, .on(.unknown),
            startedBy: begin.position, withdrawn: ended.value)
          return ClockSpan(term, from: ended.from, until: ended.until)
        }
      }
    }
  }

  /// Clocks that each run from the one before: the last one is open until the function ends.
  /// - Parameters:
  ///   - since: The day from which the rules ask it.
  ///   - voorbij: When the function has ended, as known on each day; nil while it is held.
  private func chain(
    _ facts: [Fact], _ declaration: TermDeclaration, _ interval: Tijdsduur, _ since: CalendarDate,
    _ voorbij: Stretches<ImpreciseDate?>, _ calendars: Kalenders
  ) -> [ClockSpan] {
    guard let begin else { return [] }
    let later = facts.filter { $0.effective.precedes(begin.effective) != .yes }
      .sorted { Self.order($0) < Self.order($1) }
    let starts = [begin] + later
    func clock(
      _ start: Fact, from day: ImpreciseDate? = nil, met next: Fact?, withdrawn: ImpreciseDate?
    ) -> RunningTerm? {
      let day = TermStart.day(day ?? start.effective)
      return RunningTerm(
        declaration, on: subject, from: day, startedBy: start.position, met: next?.effective, withdrawn: withdrawn,
        positions: [next?.position].compactMap(\.self), calendar: calendars.kalender(voor: day))
    }
    func clocks(_ start: Fact, met next: Fact?, withdrawn: ImpreciseDate?) -> [RunningTerm] {
      let first = max(opening ?? .first, since)
      guard let end = eindVoor(first, start, interval, next) else {
        return [clock(start, met: next, withdrawn: withdrawn)].compactMap(\.self)
      }
      let day = ImpreciseDate(first)
      let hasEnded = withdrawn.map { $0.precedes(day) == .yes } ?? false
      // Where nothing was asked yet, nothing is said either.
      let before =
        end < since
        ? nil
        : RunningTerm(
          VertrouwenspersonenTerms.voorheen(declaration), on: subject, .on(.unknown), startedBy: start.position,
          withdrawn: hasEnded ? withdrawn : day, missing: VertrouwenspersonenTerms.nietVastgelegd)
      return [before, hasEnded ? nil : clock(start, from: day, met: next, withdrawn: withdrawn)].compactMap(\.self)
    }
    return ClockSpan.successions(known: [.first] + later.map(\.earliestDay)).flatMap { following -> [ClockSpan] in
      let start = starts[following.fact]
      if let next = following.next {
        return clocks(start, met: starts[next], withdrawn: nil)
          .map { ClockSpan($0, from: following.from, until: following.until) }
      }
      return voorbij.during(following.from, until: following.until).flatMap { stretch in
        clocks(start, met: nil, withdrawn: stretch.value)
          .map { ClockSpan($0, from: stretch.from, until: stretch.until) }
      }
    }
  }

  /// The end of a clock that lies before the day from which it could be missed here, when nothing of before that day meets
  /// it: before the founding nobody could record it, and before the rules asked it nobody had to. A new one runs from then.
  private func eindVoor(
    _ first: CalendarDate, _ start: Fact, _ interval: Tijdsduur, _ next: Fact?
  ) -> CalendarDate? {
    guard let end = start.effective.latest.flatMap({ try? $0.adding(interval) }), end < first else { return nil }
    return next?.effective.precedes(ImpreciseDate(first)) == .yes ? nil : end
  }

  private static func order(_ fact: Fact) -> (Int, UInt64) {
    (fact.effective.latest?.daysSinceEpoch ?? 0, fact.position)
  }

  /// One clock for each last day of a certification; a later one that follows without a gap meets it in time.
  ///
  /// A certification belongs to a person, so its clock runs on the newest appointment.
  private func certificeringsklokken(_ voorbij: Stretches<ImpreciseDate?>) -> [ClockSpan] {
    guard isNieuwste else { return [] }
    return opgevolgd.flatMap { certificate, end, next -> [ClockSpan] in
      guard let next else {
        return voorbij.during(.first).map { stretch in
          let term = RunningTerm(
            VertrouwenspersonenTerms.certificering, on: subject, .on(ImpreciseDate(end)),
            startedBy: certificate.position, withdrawn: stretch.value)
          return ClockSpan(term, from: stretch.from, until: stretch.until)
        }
      }
      let dayAfter = try? end.adding(days: 1)
      let isSeamless = dayAfter.map { next.effective.isOnOrBefore($0) == .yes } ?? false
      let term = RunningTerm(
        VertrouwenspersonenTerms.certificering, on: subject, .on(ImpreciseDate(end)), startedBy: certificate.position,
        met: isSeamless ? ImpreciseDate(min(next.effective.latest ?? end, end)) : next.effective,
        positions: [next.position])
      return [ClockSpan(term, from: .first)]
    }
  }

  /// Each certification that conforms, with its last day and, of those that hold longer, the one that begins first; of
  /// those with the same last day only the first, which is the same certificate recorded with another appointment.
  private var opgevolgd: [(certificate: Fact, end: CalendarDate, next: Fact?)] {
    let certificates = certificeringen.enumerated().compactMap { index, fact in
      fact[CertificeringVastgelegd.conformeert] == true
        ? fact[CertificeringVastgelegd.laatsteDag].map { (fact: fact, end: $0, index: index) } : nil
    }.sorted { ($1.end, $0.index) < ($0.end, $1.index) }
    // From the one that holds longest back, so that of all longer ones only the first to begin is remembered.
    var found: [(certificate: Fact, end: CalendarDate, next: Fact?)] = []
    var (first, longer) = ((fact: Fact, from: CalendarDate, index: Int)?.none, 0)
    for one in certificates where one.end != found.last?.end {
      while certificates[longer].end > one.end {
        let other = certificates[longer]
        let from = other.fact.effective.latest ?? .last
        if first.map({ (from, other.index) < ($0.from, $0.index) }) ?? true { first = (other.fact, from, other.index) }
        longer += 1
      }
      found.append((one.fact, one.end, first?.fact))
    }
    return found
  }
}
