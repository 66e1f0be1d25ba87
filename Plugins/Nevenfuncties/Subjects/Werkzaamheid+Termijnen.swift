import Governance
import Ledger
import Organisatie

/// The clocks on one report: the decision, the public statement, and the end of showing it.
struct Meldingklokken {
  let feiten: Registerfeiten

  /// What runs or ran on a report that counts.
  func all(_ activity: Werkzaamheid, _ subject: Onderwerp) -> [RunningTerm] {
    guard activity.telt, activity.gemeld.happened(by: feiten.dag), activity.stand(op: feiten.dag) != nil else {
      return []
    }
    return decisions(activity, subject) + updates(activity, subject) + retention(activity, subject)
  }

  private func decisions(_ activity: Werkzaamheid, _ subject: Onderwerp) -> [RunningTerm] {
    let facts = activity.geldend(op: feiten.dag)
    return facts.compactMap { start -> RunningTerm? in
      let isReport = start.is(NevenwerkzaamheidGemeld.self) || start.is(NevenwerkzaamheidGewijzigd.self)
      guard isReport || start.is(FunctieGewijzigd.self) else { return nil }
      // Met by the next decision; a later change or the end takes its place.
      let later = facts.filter { $0.position > start.position }
      let met = later.first { fact in Besluiten.all.contains { $0.type.name == fact.type } }
      let replaced = later.first { fact in
        fact.is(NevenwerkzaamheidGewijzigd.self) || fact.is(FunctieGewijzigd.self)
          || fact.is(NevenwerkzaamheidBeeindigd.self)
      }
      let isMet = met.map { met in replaced.map { met.position < $0.position } ?? true } ?? false
      let length = feiten.instellingen(op: start.day)?.beslistermijn
      if let length {
        return RunningTerm(
          NevenfunctieTerms.beslissing(length), on: subject, from: .day(start.effective), startedBy: start.position,
          met: isMet ? met?.effective : nil, withdrawn: isMet ? nil : replaced?.effective,
          positions: [isMet ? met?.position : replaced?.position].compactMap(\.self))
      }
      guard !isReport else { return nil }
      return RunningTerm(
        NevenfunctieTerms.hertoetsing, on: subject, .on(.unknown), startedBy: start.position,
        met: isMet ? met?.effective : nil, withdrawn: isMet ? nil : replaced?.effective,
        positions: [isMet ? met?.position : replaced?.position].compactMap(\.self))
    }
  }

  private func updates(_ activity: Werkzaamheid, _ subject: Onderwerp) -> [RunningTerm] {
    let facts = activity.geldend(op: feiten.dag)
    let starts = facts.filter { fact in
      fact.is(NevenwerkzaamheidBeeindigd.self) || Besluiten.all.contains { $0.type.name == fact.type }
    }
    let published = (feiten.opgavenVan[activity.stream] ?? []).flatMap(\.feiten).filter {
      $0.counts && $0.happened(by: feiten.dag)
    }
    let answers = (published + facts.filter { $0.is(PublicatieAchterwegeGelaten.self) })
      .sorted { $0.position < $1.position }
    return starts.enumerated().compactMap { index, start in
      guard let length = feiten.instellingen(op: start.day)?.bijwerktermijn else { return nil }
      // Nothing has to be published of what was refused or ended before it was on the list.
      let wasListed = published.contains { $0.position < start.position }
      let isAllowing =
        start.is(ToestemmingVerleend.self) || start.is(ToestemmingOnderVoorwaardenVerleend.self)
        || start.is(NietCombinerenGeadviseerd.self)
      guard isAllowing || wasListed else { return nil }
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let met = answers.first { $0.position > start.position && $0.position < next?.position ?? .max }
      return RunningTerm(
        NevenfunctieTerms.bijwerking(length), on: subject, from: .day(start.effective), startedBy: start.position,
        met: met?.effective, withdrawn: met == nil ? next?.effective : nil,
        positions: [met?.position ?? next?.position].compactMap(\.self))
    }
  }

  private func retention(_ activity: Werkzaamheid, _ subject: Onderwerp) -> [RunningTerm] {
    (feiten.opgavenVan[activity.stream] ?? []).compactMap { statement in
      guard let (_, plek) = feiten.plaats(statement), let end = feiten.einde(statement, activity, plek),
        let length = feiten.instellingen(op: end.dag)?.bewaarNaEinde, let last = statement.versies(op: feiten.dag).last
      else { return nil }
      let until = try? end.dag.adding(length)
      return RunningTerm(
        NevenfunctieTerms.bewaring(length), on: subject, from: .day(end.op), startedBy: last.position,
        met: until.flatMap { $0 < feiten.dag ? ImpreciseDate($0) : nil })
    }
  }
}
