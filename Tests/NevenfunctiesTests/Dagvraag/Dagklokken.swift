import Governance
import Ledger
import Organisatie

@testable import Nevenfuncties

/// The clocks of a report and what it waits for, told by going through every fact for one day.
struct Dagklokken {
  let melding: Dagmelding
  let subject: Onderwerp
  let feiten: Registerfeiten

  init(_ activity: Werkzaamheid, _ subject: Onderwerp, _ feiten: Registerfeiten) {
    melding = Dagmelding(melding: activity, dag: feiten.dag)
    self.subject = subject
    self.feiten = feiten
  }

  private var activity: Werkzaamheid { melding.melding }
  private var opgaven: [Opgave] { feiten.opgaven.filter { $0.melding == activity.stream } }

  private func regels(op day: CalendarDate) -> Instellingen? {
    feiten.regels.last { $0.vanaf <= day }?.instellingen
  }

  private func plaats(_ opgave: Opgave) -> Dagopgave? {
    guard let first = opgave.feiten.first else { return nil }
    let functie =
      activity.feiten.last { $0.counts && $0.position < first.position && $0.is(FunctieGewijzigd.self) }?[
        Houderschap.functie] ?? activity.gemeldeFunctie
    return feiten.plek(activity.persoon, functie).map {
      Dagopgave(opgave: opgave, melding: melding, plek: $0, feiten: feiten)
    }
  }

  var all: [RunningTerm] {
    guard activity.telt, activity.gemeld.happened(by: feiten.dag), melding.stand != nil else { return [] }
    return decisions + updates + retention
  }

  private func isBesluit(_ fact: Fact) -> Bool { fact.is(ToestemmingBeslist.self) }

  private var decisions: [RunningTerm] {
    let facts = melding.feiten
    return facts.compactMap { start -> RunningTerm? in
      let isReport = start.is(NevenwerkzaamheidGemeld.self) || start.is(NevenwerkzaamheidGewijzigd.self)
      guard isReport || start.is(FunctieGewijzigd.self) else { return nil }
      let later = facts.filter { $0.position > start.position }
      let met = later.first(where: isBesluit)
      let replaced = later.first { fact in
        fact.is(NevenwerkzaamheidGewijzigd.self) || fact.is(FunctieGewijzigd.self)
          || fact.is(NevenwerkzaamheidBeeindigd.self)
      }
      let isMet = met.map { met in replaced.map { met.position < $0.position } ?? true } ?? false
      if let length = regels(op: start.day)?.beslistermijn {
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

  private var updates: [RunningTerm] {
    let facts = melding.feiten
    let starts = facts.filter { $0.is(NevenwerkzaamheidBeeindigd.self) || isBesluit($0) }
    let published = opgaven.flatMap(\.feiten).filter { $0.counts && $0.happened(by: feiten.dag) }
    let answers = (published + facts.filter { $0.is(PublicatieAchterwegeGelaten.self) })
      .sorted { $0.position < $1.position }
    return starts.enumerated().compactMap { index, start in
      guard let length = regels(op: start.day)?.bijwerktermijn else { return nil }
      let wasListed = published.contains { $0.position < start.position }
      guard isBesluit(start) || wasListed else { return nil }
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let met = answers.first { $0.position > start.position && $0.position < next?.position ?? .max }
      return RunningTerm(
        NevenfunctieTerms.bijwerking(length), on: subject, from: .day(start.effective), startedBy: start.position,
        met: met?.effective, withdrawn: met == nil ? next?.effective : nil,
        positions: [met?.position ?? next?.position].compactMap(\.self),
        onlyIf: wasListed ? nil : SealedCondition(ToestemmingBeslist.toegestaan, of: start, is: true))
    }
  }

  private var retention: [RunningTerm] {
    opgaven.compactMap { statement in
      guard let opgave = plaats(statement), let end = opgave.einde, let length = regels(op: end.dag)?.bewaarNaEinde,
        let last = opgave.versies.last
      else { return nil }
      let until = try? end.dag.adding(length)
      return RunningTerm(
        NevenfunctieTerms.bewaring(length), on: subject, from: .day(end.op), startedBy: last.position,
        met: until.flatMap { $0 < feiten.dag ? ImpreciseDate($0) : nil })
    }
  }

  var wacht: Wachten? {
    guard regels(op: feiten.dag) != nil, let plek = feiten.plek(activity.persoon, melding.functie),
      melding.hoort(bij: plek), let stand = melding.stand
    else { return nil }
    let living = opgaven.first { Dagopgave.leeft($0, feiten.dag) }
    if let place = living.flatMap({ plaats($0) }), place.plek.kaart != plek.kaart { return .intrekken }
    switch stand {
    case .inBeoordeling: return .beslissen
    case .hertoetsing: return .hertoetsen
    case .beeindigd: return living == nil ? nil : .intrekken
    case .beslist:
      let since = melding.feiten.last { Stand($0) != nil && !$0.is(NevenwerkzaamheidBeeindigd.self) }
      let isOlder = living.flatMap { living in
        plaats(living)?.versies.last.map { last in since.map { $0.position < last.position } ?? false }
      }
      return isOlder == true ? nil : .gevolgGeven
    }
  }
}

/// The clocks of a holder and how that holder stands, told likewise.
struct Daghouder {
  let houder: Houder
  let feiten: Registerfeiten

  private var plek: Plek { houder.plek }
  private var dag: CalendarDate { feiten.dag }
  private var meldingen: [Dagmelding] { feiten.meldingen(plek).map { Dagmelding(melding: $0, dag: dag) } }
  private var bevestigingen: [Fact] { feiten.bevestigingen(plek) }

  private func iedere(op day: CalendarDate) -> Tijdsduur? {
    feiten.regels.last { $0.vanaf <= day }?.instellingen.bevestigingIedere
  }

  var terms: [RunningTerm] {
    let isListed = plek.bekleding(op: dag, feiten.regels)
    let subject = Onderwerp(stream: plek.functie.stroom, versie: nil, handle: plek.functie.slug)
    let first = bevestigingen.isEmpty ? meldingen.first { $0.hoort(bij: plek) }?.melding : nil
    let starts = bevestigingen.isEmpty ? [first?.gemeld].compactMap(\.self) : bevestigingen
    if starts.isEmpty {
      guard let isListed else { return [] }
      return [
        RunningTerm(NevenfunctieTerms.ontvangst, on: subject, .on(.unknown), startedBy: isListed.position)
      ]
    }
    return starts.enumerated().compactMap { index, start in
      guard let interval = iedere(op: start.day) else { return nil }
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      return RunningTerm(
        NevenfunctieTerms.bevestiging(interval), on: subject, from: .day(start.effective), startedBy: start.position,
        met: next?.effective, withdrawn: next == nil && isListed == nil ? ImpreciseDate(dag) : nil,
        positions: [next?.position].compactMap(\.self))
    }
  }

  var standing: [Standing<Houder.State>] {
    guard plek.bekleding(op: dag, feiten.regels) != nil else { return [] }
    var states = [Standing(Houder.State.opLijst, order: houder.volgorde(.min))]
    if isNietsOntvangen { states.append(Standing(.opgaveOntvangen, order: houder.volgorde(.max - 1))) }
    let reported = meldingen.filter { $0.hoort(bij: plek) }.map(\.melding.gemeld)
      .min { ($0.day, $0.position) < ($1.day, $1.position) }
    if let start = bevestigingen.last ?? reported, let interval = iedere(op: start.day),
      let due = try? start.day.adding(interval), due < dag
    {
      states.append(Standing(.bevestigen, order: houder.volgorde(.max)))
    }
    return states
  }

  private var isNietsOntvangen: Bool {
    if meldingen.contains(where: { $0.hoort(bij: plek) }) { return false }
    if bevestigingen.last?[NevenwerkzaamhedenBevestigd.geen] == true { return false }
    return !meldingen.contains { melding in
      feiten.opgaven.filter { $0.melding == melding.melding.stream }.contains { statement in
        feiten.plaats(statement)?.plek.kaart == plek.kaart
          && Dagopgave(opgave: statement, melding: melding, plek: plek, feiten: feiten).staatOpLijst
      }
    }
  }
}
