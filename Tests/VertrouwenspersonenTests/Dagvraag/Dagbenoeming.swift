import Governance
import Instemming
import Ledger
import Organisatie

@testable import Vertrouwenspersonen

/// An appointment on one day, told by going through every fact of it: what the plugin's own answers are held against.
struct Dagbenoeming {
  let benoeming: Benoeming
  let dag: CalendarDate
  let calendars: Kalenders

  private var regels: Vertrouwenspersonenregels { benoeming.keuzes.regels(on: dag) }

  var terms: [RunningTerm] {
    guard benoeming.begin != nil else { return [] }
    let bijscholingen = benoeming.scholingen.filter { $0[ScholingVastgelegd.soort] == .bijscholing }
    return termijnen
      + terugkerend(
        benoeming.alle(IntervisieVastgelegd.self), Keuzes.intervisie, VertrouwenspersonenTerms.intervisie)
      + terugkerend(bijscholingen, Keuzes.bijscholing, VertrouwenspersonenTerms.bijscholing)
      + (regels.certificering == .geen ? [] : certificeringen)
  }

  private var termijnen: [RunningTerm] {
    guard let begin = benoeming.begin else { return [] }
    let isIntern = benoeming.vorm == .intern
    let starts = [begin] + benoeming.verlengingen
    return starts.enumerated().compactMap { index, start in
      let named = start[
        isIntern ? VertrouwenspersoonBenoemd.tot : ExterneVertrouwenspersoonGecontracteerd.laatsteDag]
      guard let end = named.map({ ImpreciseDate($0) }) ?? (isIntern && start.isHistorical ? .unknown : nil) else {
        return nil
      }
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let ended = next == nil ? benoeming.einde : nil
      let isByTime = ended?.effective.exact == benoeming.tot && benoeming.tot != nil && ended != nil
      let isOver = next == nil && ended == nil && start.tot.map { $0 <= dag } == true
      return RunningTerm(
        isIntern ? VertrouwenspersonenTerms.termijn : VertrouwenspersonenTerms.contract, on: benoeming.subject,
        .on(end), startedBy: start.position, met: next?.effective ?? (isByTime || isOver ? end : nil),
        withdrawn: isByTime ? nil : ended?.effective, positions: [next?.position, ended?.position].compactMap(\.self))
    }
  }

  private var voorbij: ImpreciseDate? {
    benoeming.einddag(regels).flatMap { $0 <= dag ? ImpreciseDate($0) : nil }
  }

  private func terugkerend(
    _ facts: [Fact], _ keuze: Keuze<Duurkeuze>, _ declaration: (Tijdsduur?, String) -> TermDeclaration
  ) -> [RunningTerm] {
    guard let begin = benoeming.begin else { return [] }
    let bron = regels.bron(keuze) ?? ""
    switch regels[keuze] {
    case .geen: return []
    case .zonderTermijn:
      return [
        RunningTerm(
          VertrouwenspersonenTerms.zonderTermijn(declaration(nil, bron)), on: benoeming.subject, .on(.unknown),
          startedBy: begin.position, withdrawn: voorbij)
      ]
    case .duur(let interval): return chain(facts, declaration(interval, bron), interval, sinds(keuze))
    }
  }

  /// The day from which something has been asked up to this day without a break.
  private func sinds(_ keuze: Keuze<Duurkeuze>) -> CalendarDate {
    let changes = Set(benoeming.keuzes.compactMap(\.feit.effective.latest)).filter { $0 <= dag }.sorted()
    return changes.last { benoeming.keuzes.regels(on: $0)[keuze] == .geen }.map { last in
      changes.first { $0 > last } ?? dag
    } ?? changes.first ?? dag
  }

  private func chain(
    _ facts: [Fact], _ declaration: TermDeclaration, _ interval: Tijdsduur, _ since: CalendarDate
  ) -> [RunningTerm] {
    guard let begin = benoeming.begin, let opening = benoeming.opening else { return [] }
    let first = max(opening, since)
    func order(_ fact: Fact) -> (Int, UInt64) { (fact.effective.latest?.daysSinceEpoch ?? 0, fact.position) }
    let known = facts.filter { $0.effective.isAfter(dag) != .yes && $0.effective.precedes(begin.effective) != .yes }
      .sorted { order($0) < order($1) }
    let starts = [begin] + known
    return starts.enumerated().flatMap { index, start -> [RunningTerm] in
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let withdrawn = next == nil ? voorbij : nil
      func clock(from day: ImpreciseDate) -> RunningTerm? {
        RunningTerm(
          declaration, on: benoeming.subject, from: .day(day), startedBy: start.position, met: next?.effective,
          withdrawn: withdrawn, positions: [next?.position].compactMap(\.self),
          calendar: calendars.kalender(voor: .day(day)))
      }
      let (founded, end) = (ImpreciseDate(first), start.effective.latest.flatMap { try? $0.adding(interval) })
      guard let end, end < first, next?.effective.precedes(founded) != .yes else {
        return [clock(from: start.effective)].compactMap(\.self)
      }
      let hadEnded = withdrawn?.precedes(founded) == .yes
      let before =
        end < since
        ? nil
        : RunningTerm(
          VertrouwenspersonenTerms.voorheen(declaration), on: benoeming.subject, .on(.unknown),
          startedBy: start.position, withdrawn: hadEnded ? withdrawn : founded,
          missing: VertrouwenspersonenTerms.nietVastgelegd)
      return [before, hadEnded ? nil : clock(from: founded)].compactMap(\.self)
    }
  }

  private var certificeringen: [RunningTerm] {
    guard benoeming.isNieuwste else { return [] }
    let certificates = benoeming.certificeringen.filter { $0[CertificeringVastgelegd.conformeert] == true }
    var ends: Set<CalendarDate> = []
    return certificates.compactMap { certificate in
      guard let end = certificate[CertificeringVastgelegd.laatsteDag], ends.insert(end).inserted else { return nil }
      let next = certificates.filter { ($0[CertificeringVastgelegd.laatsteDag] ?? end) > end }
        .min { ($0.effective.latest ?? .last) < ($1.effective.latest ?? .last) }
      let dayAfter = try? end.adding(days: 1)
      let isSeamless =
        dayAfter.flatMap { dayAfter in next.map { $0.effective.isOnOrBefore(dayAfter) == .yes } } ?? false
      return RunningTerm(
        VertrouwenspersonenTerms.certificering, on: benoeming.subject, .on(ImpreciseDate(end)),
        startedBy: certificate.position,
        met: next.map { isSeamless ? ImpreciseDate(min($0.effective.latest ?? end, end)) : $0.effective },
        withdrawn: next == nil ? voorbij : nil, positions: [next?.position].compactMap(\.self))
    }
  }

  /// Whether something that the rule asks of it is not met.
  var heeftPlicht: Bool {
    guard let begin = benoeming.begin else { return false }
    if benoeming.isVoorbij(on: dag) {
      guard regels.registerBijVertrek != .nietGeregeld else { return false }
      return !benoeming.alle(RegisterOvergedragen.self).contains { fact in
        fact.effective.isAfter(dag) != .yes
          && (regels.registerBijVertrek == .overdragen) == (fact[RegisterOvergedragen.ontvanger] != nil)
      }
    }
    guard benoeming.dient(on: dag, regels) != .no else { return false }
    let consent = benoeming.vorm == .intern ? Keuzes.instemmingBenoeming : Keuzes.instemmingExtern
    let toen = benoeming.keuzes.regels(on: begin.day)
    let lacksConsent = toen.vraagt(consent) && benoeming.instemming?.geldtAlsInstemming != true
    let lacksCertificate =
      regels.certificering == .verplicht && regels.verliesCertificering != .geenGevolg
      && benoeming.gecertificeerdTotEnMet(from: dag) == nil
    func followed(_ counts: (Fact) -> Bool) -> Bool {
      benoeming.scholingen.contains { $0.effective.isAfter(dag) != .yes && counts($0) }
    }
    let lacksCourse =
      switch regels[Keuzes.scholing] {
      case .geen: false
      case .opgeleid: !followed { $0[ScholingVastgelegd.soort] != .bijscholing }
      case .lvvErkend:
        ![ScholingSoort.basiscursus, .verdiepingIntegriteit].allSatisfy { kind in
          followed { $0[ScholingVastgelegd.soort] == kind && $0[ScholingVastgelegd.erkend] == true }
        }
      }
    let contract = ExterneVertrouwenspersoonGecontracteerd.contract
    let lacksPaper =
      benoeming.vorm == .intern
      ? toen.vraagt(Keuzes.aanstellingsbrief) && begin[VertrouwenspersoonBenoemd.brief.plaats] == nil
        || toen.vraagt(Keuzes.verklaring) && begin[VertrouwenspersoonBenoemd.verklaring.plaats] == nil
      : begin[contract.plaats] == nil
    return lacksConsent || lacksCertificate || lacksCourse || lacksPaper
  }
}
