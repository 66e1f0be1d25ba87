import Governance
import Ledger
import Organisatie

/// The clocks that run on a day, read from clear facts alone.
struct Klokken {
  private let feiten: Registerfeiten
  private var dag: CalendarDate { feiten.dag }

  init(_ feiten: Registerfeiten) { self.feiten = feiten }

  func all() throws -> [RunningTerm] {
    try feiten.plekken.flatMap { holder($0) }
      + feiten.werkzaamheden.filter { $0.telt && $0.gemeld.happened(by: dag) }.flatMap { try report($0) }
  }

  /// What one holder has to confirm or has not reported yet.
  private func holder(_ plek: Plek) -> [RunningTerm] {
    let isListed = plek.bekleding(op: dag, feiten.regels)
    let subject = Onderwerp(stream: plek.functie.stroom, versie: nil, handle: plek.functie.slug)
    let reports = feiten.werkzaamheden(plek, op: dag)
    let confirmations = feiten.bevestigingen(plek, op: dag)
    let first = reports.map(\.gemeld).min { $0.position < $1.position }
    let starts = (confirmations.isEmpty ? [first].compactMap(\.self) : confirmations)
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
        met: next?.effective, withdrawn: next == nil && isListed == nil ? ImpreciseDate(dag) : nil,
        positions: [next?.position].compactMap(\.self))
    }
  }

  /// What waits on one report.
  private func report(_ activity: Werkzaamheid) throws -> [RunningTerm] {
    guard let stand = activity.stand(op: dag) else { return [] }
    let handle = feiten.handles[activity.stream]
    let subject = Onderwerp(stream: activity.stream, versie: nil, handle: handle ?? activity.stream.description)
    return decisions(activity, subject, stand) + updates(activity, subject) + retention(activity, subject)
  }

  private func decisions(_ activity: Werkzaamheid, _ subject: Onderwerp, _ stand: Stand) -> [RunningTerm] {
    let facts = activity.geldend(op: dag)
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
    let facts = activity.geldend(op: dag)
    let starts = facts.filter { fact in
      fact.is(NevenwerkzaamheidBeeindigd.self) || Besluiten.all.contains { $0.type.name == fact.type }
    }
    let published = (feiten.opgavenVan[activity.stream] ?? []).flatMap(\.feiten).filter {
      $0.counts && $0.happened(by: dag)
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
        let length = feiten.instellingen(op: end.dag)?.bewaarNaEinde, let last = statement.versies(op: dag).last
      else { return nil }
      let until = try? end.dag.adding(length)
      return RunningTerm(
        NevenfunctieTerms.bewaring(length), on: subject, from: .day(end.op), startedBy: last.position,
        met: until.flatMap { $0 < dag ? ImpreciseDate($0) : nil })
    }
  }
}
