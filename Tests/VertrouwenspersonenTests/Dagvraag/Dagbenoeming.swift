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
    return termijnen + chain(benoeming.alle(IntervisieVastgelegd.self), VertrouwenspersonenTerms.intervisie)
      + bijscholingen + certificeringen
  }

  private var termijnen: [RunningTerm] {
    guard let begin = benoeming.begin else { return [] }
    let isIntern = benoeming.vorm == .intern
    let starts = [begin] + benoeming.verlengingen
    return starts.enumerated().compactMap { index, start in
      let named = start[
        isIntern ? VertrouwenspersoonBenoemd.tot : ExterneVertrouwenspersoonGecontracteerd.laatsteDag]
      guard let end = named.map({ ImpreciseDate($0) }) ?? (isIntern ? .unknown : nil) else { return nil }
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let ended = next == nil ? benoeming.einde : nil
      let isByTime = ended?[VertrouwenspersoonTermijnVerstreken.oorzaak] == .termijnAfgelopen
      return RunningTerm(
        isIntern ? VertrouwenspersonenTerms.termijn : VertrouwenspersonenTerms.contract, on: benoeming.subject,
        .on(end), startedBy: start.position, met: next?.effective ?? (isByTime ? end : nil),
        withdrawn: isByTime ? nil : ended?.effective, positions: [next?.position, ended?.position].compactMap(\.self))
    }
  }

  private var voorbij: ImpreciseDate? {
    benoeming.einddag(regels).flatMap { $0 <= dag ? ImpreciseDate($0) : nil }
  }

  private func chain(_ facts: [Fact], _ declaration: TermDeclaration) -> [RunningTerm] {
    guard let begin = benoeming.begin else { return [] }
    func order(_ fact: Fact) -> (Int, UInt64) { (fact.effective.latest?.daysSinceEpoch ?? 0, fact.position) }
    let met = facts.filter { $0.effective.isAfter(dag) != .yes && $0.effective.precedes(begin.effective) != .yes }
      .sorted { order($0) < order($1) }
    let starts = [begin] + met
    return starts.enumerated().compactMap { index, start in
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      return RunningTerm(
        declaration, on: benoeming.subject, from: .day(start.effective), startedBy: start.position,
        met: next?.effective, withdrawn: next == nil ? voorbij : nil, positions: [next?.position].compactMap(\.self),
        calendar: calendars.kalender(voor: .day(start.effective)))
    }
  }

  private var bijscholingen: [RunningTerm] {
    guard let begin = benoeming.begin else { return [] }
    if let interval = regels.bijscholing {
      let facts = benoeming.scholingen.filter { $0[ScholingVastgelegd.soort] == .bijscholing }
      return chain(facts, VertrouwenspersonenTerms.bijscholing(interval))
    }
    return [
      RunningTerm(
        VertrouwenspersonenTerms.bijscholingOngeregeld, on: benoeming.subject, .on(.unknown),
        startedBy: begin.position, withdrawn: voorbij)
    ]
  }

  private var certificeringen: [RunningTerm] {
    guard benoeming.isNieuwste else { return [] }
    let certificates = benoeming.certificeringen.filter { $0[CertificeringVastgelegd.conformeert] == true }
    return certificates.compactMap { certificate in
      guard let end = certificate[CertificeringVastgelegd.laatsteDag] else { return nil }
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
    let lacksConsent =
      regels.vraagtInstemming(benoeming.vorm, isVerlenging: false) && benoeming.instemming?.geldtAlsInstemming != true
    let lacksCertificate =
      regels.verliesCertificering != .geenGevolg && benoeming.gecertificeerdTotEnMet(from: dag) == nil
    let lacksCourse = [ScholingSoort.basiscursus, .verdiepingIntegriteit].contains { kind in
      !benoeming.scholingen.contains {
        $0[ScholingVastgelegd.soort] == kind && $0[ScholingVastgelegd.erkend] == true
          && $0.effective.isAfter(dag) != .yes
      }
    }
    let papers =
      benoeming.vorm == .intern
      ? [VertrouwenspersoonBenoemd.brief, VertrouwenspersoonBenoemd.verklaring]
      : [ExterneVertrouwenspersoonGecontracteerd.contract]
    return lacksConsent || lacksCertificate || lacksCourse || papers.contains { begin[$0.plaats] == nil }
  }
}
