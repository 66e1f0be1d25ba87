import Governance
import RuleFiles

extension Nakijken {
  func deelnemers() {
    for deelnemer in procedure.deelnemers where deelnemer.soort == .functie && deelnemer.rollen.isEmpty {
      fout(
        .niemandTekent, ["deelnemers", deelnemer.id],
        Text(nl: "de functie \(deelnemer.id) zonder rollen", en: "the function \(deelnemer.id) without roles"),
        verwacht: Text(nl: "rollen: wie haar kan hebben", en: "rollen: who can have it"))
    }
    for kring in procedure.vertrouwelijkheid.kringen {
      kent(deelnemers: kring.leden, ["vertrouwelijkheid", "kringen", kring.id, "leden"])
      if let opent = kring.opent { kent(stappen: [opent], ["vertrouwelijkheid", "kringen", kring.id, "opent"]) }
    }
    if procedure.vertrouwelijkheid.kring(Kring.zaak) == nil {
      fout(
        .zonderZichtbaarheid, ["vertrouwelijkheid"], Text(nl: "geen kring «zaak»", en: "no circle “zaak”"),
        verwacht: Text(nl: "kringen met zaak: wie wordt toegelaten", en: "kringen with zaak: who is admitted"))
    }
  }

  /// Every state can be reached and left, and every track begins and ends.
  func toestanden() {
    for spoor in procedure.sporen {
      let states = procedure.toestanden.filter { $0.spoor == spoor }
      let pad = ["toestanden", states.first?.id ?? ""]
      if !procedure.stappen.contains(where: { $0.van == .niets && procedure.spoor($0) == spoor }) {
        fout(
          .geenBegin, pad, Text(nl: "geen stap opent het spoor \(spoor)", en: "no step opens the track \(spoor)"),
          verwacht: Text(
            nl: "een stap met opent: ja naar een begintoestand", en: "a step with opent: ja to a first state"))
      }
    }
    for toestand in procedure.toestanden {
      let pad = ["toestanden", toestand.id]
      if !gang.bereikbaar.contains(toestand.id) {
        fout(
          .onbereikbaar, pad,
          Text(nl: "de toestand \(toestand.id) is niet te bereiken", en: "the state \(toestand.id) cannot be reached"),
          verwacht: Text(nl: "een stap die erheen gaat", en: "a step that leads to it"))
      } else if !toestand.isEind, !gang.heeftUitweg.contains(toestand.id) {
        fout(
          .geenUitweg, pad,
          Text(
            nl: "vanuit \(toestand.id) is geen eindtoestand te bereiken",
            en: "from \(toestand.id) no end can be reached"),
          verwacht: Text(nl: "een stap naar een eindtoestand, of eind: ja", en: "a step to an end, or eind: ja"))
      }
    }
  }

  func stap(_ stap: Stap) {
    let pad = ["stappen", stap.id]
    kent(deelnemers: stap.door, pad + ["door"])
    kent(deelnemers: stap.tekent, pad + ["tekent"])
    if case .toestanden(let van) = stap.van { kent(toestanden: van, pad + ["van"]) }
    naar(stap, pad + ["naar"])
    kent(toestanden: stap.mits, pad + ["mits"])
    kent(stappen: stap.vereist, pad + ["vereist"])
    kent(stappen: stap.na, pad + ["na"])
    spoor(stap, pad)
    let known = (stap.tekent.isEmpty ? stap.door : stap.tekent).allSatisfy { procedure.deelnemer($0) != nil }
    if known, procedure.tekenaars(stap).isEmpty {
      fout(
        .niemandTekent, pad, Text(nl: "niemand kan \(stap.id) ondertekenen", en: "nobody can sign \(stap.id)"),
        verwacht: Text(nl: "tekent: een deelnemer met rollen", en: "tekent: a participant with rollen"))
    }
    for veld in stap.velden { self.veld(veld, stap, pad + ["velden", veld.id]) }
    for (index, item) in stap.informeer.enumerated() {
      let pad = pad + ["informeer", String(index)]
      kent(deelnemers: item.wie, pad + ["wie"])
      if let binnen = item.binnen { kent(termijn: binnen, pad + ["binnen"]) }
      if let als = item.als { kent(als, in: stap, pad + ["als"]) }
    }
    for (index, item) in stap.onthoudt.enumerated() { onthouding(item, stap, pad + ["onthoudt", String(index)]) }
    for (index, item) in stap.ongeinformeerd.enumerated() {
      kent(deelnemers: item.wie, pad + ["ongeinformeerd", String(index), "wie"])
    }
  }

  private func onthouding(_ item: Onthouding, _ stap: Stap, _ pad: [String]) {
    kent(stappen: item.stappen, pad + ["stappen"])
    kent(stappen: item.tot, pad + ["tot"])
    kent(deelnemers: item.aan, pad + ["aan"])
    if let grond = item.grond { kent(veld: grond, [.keuze, .tekst], in: stap, pad + ["grond"]) }
    if let veld = item.veld {
      kent(veld: veld, [.keuze], in: stap, pad + ["veld"])
    } else if item.aan.isEmpty {
      fout(
        .ontbreekt, pad, Text(nl: "niet aan wie", en: "not to whom"),
        verwacht: Text(nl: "aan: een of meer partijen, of veld", en: "aan: one or more parties, or veld"))
    }
  }

  /// Where a step leads exists; of a field that decides it, each code has a state.
  private func naar(_ stap: Stap, _ pad: [String]) {
    kent(toestanden: stap.naar.toestanden, pad)
    guard case .per(let naam, let states) = stap.naar else { return }
    kent(veld: naam, [.keuze], in: stap, pad + ["veld"])
    guard let veld = stap.veld(naam) else { return }
    for code in states.keys.sorted() where !veld.waarden.contains(code) {
      onbekend(
        .onbekendeWaarde, pad + ["per", code], Text(nl: "de waarde", en: "the value"), code, bekend: veld.waarden)
    }
    let missing = veld.waarden.filter { states[$0] == nil }
    if !missing.isEmpty || veld.verplicht != .ja || veld.als != nil {
      fout(
        .ontbreekt, pad,
        Text(nl: "niet elke waarde van \(naam) leidt ergens heen", en: "not every value of \(naam) leads somewhere"),
        verwacht: Text(
          nl: "een verplicht veld, met een toestand voor \(veld.waarden.joined(separator: ", "))",
          en: "a required field, with a state for \(veld.waarden.joined(separator: ", "))"))
    }
  }

  /// A step stays in one track, and one that opens leads to where the track begins.
  private func spoor(_ stap: Stap, _ pad: [String]) {
    if let spoor = stap.spoor, !procedure.sporen.contains(spoor) {
      onbekend(
        .onbekendeToestand, pad + ["spoor"], Text(nl: "het spoor", en: "the track"), spoor, bekend: procedure.sporen)
    }
    let targets = stap.naar.toestanden.compactMap { procedure.toestand($0) }
    if stap.van == .niets {
      guard stap.naar == .blijft || targets.contains(where: { !$0.isBegin }) else { return }
      fout(
        .geenBegin, pad,
        Text(
          nl: "\(stap.id) opent, maar leidt niet naar een begintoestand",
          en: "\(stap.id) opens, but does not lead to a first state"),
        verwacht: Text(nl: "naar: een toestand met begin: ja", en: "naar: a state with begin: ja"))
      return
    }
    let tracks = Set(procedure.vanuit(stap).map(\.spoor) + targets.map(\.spoor) + [stap.spoor].compactMap(\.self))
    if tracks.count > 1 {
      fout(
        .stapBuitenSpoor, pad,
        Text(
          nl: "\(stap.id) gaat van het ene spoor naar het andere (\(tracks.sorted().joined(separator: ", ")))",
          en: "\(stap.id) leads from one track to another (\(tracks.sorted().joined(separator: ", ")))"),
        verwacht: Text(
          nl: "toestanden van één spoor; mits voor die van een ander",
          en: "states of one track; mits for those of another"))
    }
  }

  private func veld(_ veld: Veld, _ stap: Stap, _ pad: [String]) {
    guard !veld.zichtbaar.isEmpty else {
      return fout(
        .zonderZichtbaarheid, pad,
        Text(
          nl: "het veld \(veld.id) zegt niet wie het mag zien", en: "the field \(veld.id) does not say who may see it"),
        verwacht: Text(
          nl: "zichtbaar: een of meer deelnemers; er is geen standaard",
          en: "zichtbaar: one or more participants; there is no default"))
    }
    kent(deelnemers: veld.zichtbaar, pad + ["zichtbaar"])
    if let als = veld.als { kent(als, in: stap, pad + ["als"]) }
    if let eerder = veld.nietVoor { kent(Moment(eerder), [], pad + ["nietVoor"]) }
    for code in veld.merkt where !veld.codes.contains(code) {
      onbekend(
        .onbekendeWaarde, pad + ["merkt"], Text(nl: "de waarde", en: "the value"), code, bekend: veld.codes)
    }
    if veld.verplicht == .ja {
      for tekenaar in procedure.tekenaars(stap) where !veld.zichtbaar.contains(tekenaar.id) {
        fout(
          .tekenaarZietNiet, pad + ["zichtbaar"],
          Text(
            nl: "\(tekenaar.id) tekent \(stap.id), maar mag het verplichte veld \(veld.id) niet zien",
            en: "\(tekenaar.id) signs \(stap.id), but may not see the required field \(veld.id)"),
          verwacht: Text(
            nl: "\(tekenaar.id) erbij, een andere tekenaar, of verplicht: nee",
            en: "\(tekenaar.id) as well, another signer, or verplicht: nee"))
      }
    }
    for (index, naam) in veld.alleenVoor.enumerated() { wiens(naam, veld, stap, pad + ["alleenVoor", String(index)]) }
    if veld.isIdentiteit { identiteit(veld, pad) }
  }

  /// Whose a field is, is said by codes that name parties or by one person, in a field that its readers see as well.
  private func wiens(_ naam: String, _ veld: Veld, _ stap: Stap, _ pad: [String]) {
    kent(veld: naam, [.persoon, .keuze], in: stap, pad)
    guard let wie = stap.veld(naam) else { return }
    if wie.soort == .persoon, wie.hoogstens > 1 {
      fout(
        .verkeerdeVorm, pad,
        Text(
          nl: "\(naam) kan meer personen noemen, en zegt zo niet voor wie \(veld.id) is",
          en: "\(naam) can name several persons, and so does not say for whom \(veld.id) is"),
        verwacht: Text(nl: "hoogstens: 1 bij \(naam)", en: "hoogstens: 1 with \(naam)"))
    }
    for code in wie.codes where procedure.deelnemer(code)?.soort != .partij {
      fout(
        .onbekendeDeelnemer, pad,
        Text(nl: "\(naam) noemt «\(code)», en dat is geen partij", en: "\(naam) names “\(code)”, which is no party"),
        verwacht: Text(nl: "een keuze uit partijen", en: "a choice of parties"))
    }
    for id in veld.zichtbaar where procedure.deelnemer(id)?.soort == .functie && !wie.zichtbaar.contains(id) {
      fout(
        .tekenaarZietNiet, pad,
        Text(
          nl: "\(id) ziet \(veld.id), maar niet \(naam), dat zegt voor wie het is",
          en: "\(id) sees \(veld.id), but not \(naam), which says for whom it is"),
        verwacht: Text(nl: "\(id) bij \(naam)", en: "\(id) with \(naam)"))
    }
  }

  /// Who the melder is, is known in a circle of its own, in which nobody is whom the case concerns.
  private func identiteit(_ veld: Veld, _ pad: [String]) {
    guard let kring = procedure.vertrouwelijkheid.kring(Kring.identiteit) else {
      return fout(
        .zonderZichtbaarheid, pad,
        Text(
          nl: "het veld \(veld.id) is van de kring identiteit, die er niet is",
          en: "the field \(veld.id) is of the circle identiteit, which is not there"),
        verwacht: Text(nl: "kringen met identiteit", en: "kringen with identiteit"))
    }
    for naam in veld.zichtbaar {
      guard let wie = procedure.deelnemer(naam) else { continue }
      if wie.isBetrokkene || wie.soort != .partij && !kring.leden.contains(naam) {
        fout(
          .betrokkeneZietIdentiteit, pad + ["zichtbaar"],
          Text(nl: "\(naam) zou weten wie de melder is", en: "\(naam) would know who the melder is"),
          verwacht: Text(
            nl: "alleen leden van de kring identiteit (\(kring.leden.joined(separator: ", ")))",
            en: "members of the circle identiteit only (\(kring.leden.joined(separator: ", ")))"))
      }
    }
  }
}
