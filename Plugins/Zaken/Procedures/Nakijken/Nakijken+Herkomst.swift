import Governance
import RuleFiles

extension Nakijken {
  /// Every element has a source, or a choice that is named.
  func bronnen() {
    bron(procedure.herkomst, [])
    for (list, name) in [(procedure.bescherming, "bescherming"), (procedure.bepalingen, "bepalingen")] {
      for (index, item) in list.enumerated() { bron(item.herkomst, [name, String(index)]) }
    }
    for deelnemer in procedure.deelnemers { bron(deelnemer.herkomst, ["deelnemers", deelnemer.id]) }
    for toestand in procedure.toestanden { keuzes(toestand.herkomst, ["toestanden", toestand.id]) }
    for stap in procedure.stappen {
      let pad = ["stappen", stap.id]
      bron(stap.herkomst, pad)
      for veld in stap.velden { keuzes(veld.herkomst, pad + ["velden", veld.id]) }
      for (index, item) in stap.informeer.enumerated() { keuzes(item.herkomst, pad + ["informeer", String(index)]) }
      for (index, item) in stap.ongeinformeerd.enumerated() {
        keuzes(item.herkomst, pad + ["ongeinformeerd", String(index)])
      }
    }
    for termijn in procedure.termijnen { bronnen(termijn) }
    for route in procedure.routes { bron(route.herkomst, ["routering", route.over]) }
    for kring in procedure.vertrouwelijkheid.kringen {
      bron(kring.herkomst, ["vertrouwelijkheid", "kringen", kring.id])
    }
    for (index, regel) in procedure.vertrouwelijkheid.regels.enumerated() {
      bron(regel.herkomst, ["vertrouwelijkheid", "regels", String(index)])
    }
    for item in procedure.bewaring {
      bron(item.herkomst, ["bewaring", item.id])
      for (index, beletsel) in item.beletsels.enumerated() {
        bron(beletsel.herkomst, ["bewaring", item.id, "beletsels", String(index)])
      }
    }
    for item in procedure.rapportages { bron(item.herkomst, ["rapportages", item.id]) }
    for keuze in procedure.keuzes { keuzes(keuze.herkomst, ["keuzes", keuze.id]) }
    for indiener in procedure.start.indieners { bron(indiener.herkomst, ["start", "indieners", indiener.id]) }
    for (index, grens) in procedure.start.grenzen.enumerated() {
      bron(grens.herkomst, ["start", "grenzen", String(index)])
    }
    for (index, eis) in procedure.start.vormvereisten.enumerated() {
      bron(eis.herkomst, ["start", "vorm", String(index)])
    }
    if let anoniem = procedure.start.anoniem { bron(anoniem.herkomst, ["start", "anoniem"]) }
  }

  private func bronnen(_ termijn: Termijn) {
    let pad = ["termijnen", termijn.id]
    bron(termijn.herkomst, pad)
    if !termijn.gemist.betekenis.isEmpty { bron(termijn.gemist.herkomst, pad + ["gemist"]) }
    for (index, item) in termijn.verlenging.enumerated() { bron(item.herkomst, pad + ["verlenging", String(index)]) }
    for item in termijn.opschorting { keuzes(item.herkomst, pad + ["opschorting", item.id]) }
    if case .lezingen = termijn.duur, termijn.herkomst.keuzes.isEmpty {
      fout(
        .keuzeNietGenoemd, pad,
        Text(nl: "\(termijn.id) kan op meer manieren worden gelezen", en: "\(termijn.id) can be read in several ways"),
        verwacht: Text(nl: "keuze: de naam van de keuze", en: "keuze: the name of the choice"))
    }
  }

  private func bron(_ herkomst: Herkomst, _ pad: [String]) {
    keuzes(herkomst, pad)
    guard herkomst.isLeeg, !isGemeld(pad) else { return }
    fout(
      .zonderBron, pad,
      Text(nl: "\(pad.last ?? "de procedure") zonder bron", en: "\(pad.last ?? "the procedure") without a source"),
      verwacht: Text(
        nl: "bron: bestand, regels en artikel, of keuze: waar de bronnen zwijgen",
        en: "bron: file, lines and article, or keuze: where the sources are silent"))
  }

  /// A source that could not be read has been told already.
  private func isGemeld(_ pad: [String]) -> Bool {
    let place = verslag.plaatsen[pad + ["bron"]]
    return verslag.fouten.contains { $0.soort == .geenBron && $0.plaats == place }
  }

  private func keuzes(_ herkomst: Herkomst, _ pad: [String]) {
    for naam in herkomst.keuzes where procedure.keuze(naam) == nil {
      fout(
        .keuzeNietGenoemd, pad + ["keuze"],
        Text(nl: "de keuze «\(naam)» staat niet onder keuzes", en: "the choice “\(naam)” is not among keuzes"),
        verwacht: Nearest.text(naam, among: procedure.keuzes.map(\.id))
          ?? Text(nl: "keuzes met kwestie, standaard en mogelijk", en: "keuzes with kwestie, standaard and mogelijk"))
    }
  }
}
