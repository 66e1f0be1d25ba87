import Governance
import Ledger
import Organisatie

// The clocks that run on one appointment.

extension Benoeming {
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    guard begin != nil else { return [] }
    let regels = keuzes.regels(on: day)
    // No calendar moves the raw end of these clocks, so the rows of the timeline do not depend on it.
    let calendars = try Kalenders(views)
    return termijnen + intervisies(on: day, regels, by: calendars) + bijscholingen(on: day, regels, by: calendars)
      + certificeringsklokken(on: day, regels)
  }

  /// The clock of the term and of each renewal: the next renewal meets it, an end before it makes it lapse.
  private var termijnen: [RunningTerm] {
    guard let begin else { return [] }
    let declaration = vorm == .intern ? VertrouwenspersonenTerms.termijn : VertrouwenspersonenTerms.contract
    let starts = [begin] + verlengingen
    return starts.enumerated().compactMap { index, start in
      // A term runs until a day, a contract through one: each clock shows the day that its own paper names.
      let named = start[
        vorm == .intern ? VertrouwenspersoonBenoemd.tot : ExterneVertrouwenspersoonGecontracteerd.laatsteDag]
      guard let end = named.map({ ImpreciseDate($0) }) ?? (vorm == .intern ? .unknown : nil) else { return nil }
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let ended = next == nil ? einde : nil
      let isByTime = ended?[VertrouwenspersoonTermijnVerstreken.oorzaak] == .termijnAfgelopen
      return RunningTerm(
        declaration, on: subject, .on(end), startedBy: start.position, met: next?.effective ?? (isByTime ? end : nil),
        withdrawn: isByTime ? nil : ended?.effective, positions: [next?.position, ended?.position].compactMap(\.self))
    }
  }

  /// When the function has ended by a day; nil while it is held.
  private func voorbij(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> ImpreciseDate? {
    einddag(regels).flatMap { $0 <= day ? ImpreciseDate($0) : nil }
  }

  /// Clocks that each run from the one before: the last one is open until the function ends.
  private func chain(
    _ facts: [Fact], _ declaration: TermDeclaration, on day: CalendarDate, _ regels: Vertrouwenspersonenregels,
    by calendars: Kalenders
  ) -> [RunningTerm] {
    guard let begin else { return [] }
    let met = facts.filter { $0.effective.isAfter(day) != .yes && $0.effective.precedes(begin.effective) != .yes }
      .sorted { Self.order($0) < Self.order($1) }
    let starts = [begin] + met
    return starts.enumerated().compactMap { index, start in
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      return RunningTerm(
        declaration, on: subject, from: .day(start.effective), startedBy: start.position, met: next?.effective,
        withdrawn: next == nil ? voorbij(on: day, regels) : nil, positions: [next?.position].compactMap(\.self),
        calendar: calendars.kalender(voor: .day(start.effective)))
    }
  }

  private static func order(_ fact: Fact) -> (Int, UInt64) {
    (fact.effective.latest?.daysSinceEpoch ?? 0, fact.position)
  }

  private func intervisies(
    on day: CalendarDate, _ regels: Vertrouwenspersonenregels, by calendars: Kalenders
  ) -> [RunningTerm] {
    chain(alle(IntervisieVastgelegd.self), VertrouwenspersonenTerms.intervisie, on: day, regels, by: calendars)
  }

  private func bijscholingen(
    on day: CalendarDate, _ regels: Vertrouwenspersonenregels, by calendars: Kalenders
  ) -> [RunningTerm] {
    guard let begin else { return [] }
    if let interval = regels.bijscholing {
      let facts = scholingen.filter { $0[ScholingVastgelegd.soort] == .bijscholing }
      return chain(facts, VertrouwenspersonenTerms.bijscholing(interval), on: day, regels, by: calendars)
    }
    return [
      RunningTerm(
        VertrouwenspersonenTerms.bijscholingOngeregeld, on: subject, .on(.unknown), startedBy: begin.position,
        withdrawn: voorbij(on: day, regels))
    ]
  }

  /// One clock for each certification; a later one that follows without a gap meets it in time.
  ///
  /// A certification belongs to a person, so its clock runs on the newest appointment.
  private func certificeringsklokken(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> [RunningTerm] {
    guard isNieuwste else { return [] }
    let certificates = certificeringen.filter { $0[CertificeringVastgelegd.conformeert] == true }
    return certificates.compactMap { certificate in
      guard let end = certificate[CertificeringVastgelegd.laatsteDag] else { return nil }
      let next = certificates.filter { ($0[CertificeringVastgelegd.laatsteDag] ?? end) > end }
        .min { ($0.effective.latest ?? .last) < ($1.effective.latest ?? .last) }
      let dayAfter = try? end.adding(days: 1)
      let isSeamless =
        dayAfter.flatMap { dayAfter in next.map { $0.effective.isOnOrBefore(dayAfter) == .yes } } ?? false
      return RunningTerm(
        VertrouwenspersonenTerms.certificering, on: subject, .on(ImpreciseDate(end)), startedBy: certificate.position,
        met: next.map { isSeamless ? ImpreciseDate(min($0.effective.latest ?? end, end)) : $0.effective },
        withdrawn: next == nil ? voorbij(on: day, regels) : nil, positions: [next?.position].compactMap(\.self))
    }
  }
}
