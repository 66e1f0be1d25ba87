import Governance
import RuleFiles

extension Nakijken {
  /// Whoever a case is about, someone else decides and signs; or it is said that nobody does.
  func routes() {
    for route in procedure.routes where !route.isBuiten {
      let pad = ["routering", route.over]
      if route.geenRoute != nil {
        if route.herkomst.keuzes.isEmpty {
          fout(
            .keuzeNietGenoemd, pad, Text(nl: "geen route, zonder keuze", en: "no route, without a choice"),
            verwacht: Text(nl: "keuze: de naam van de keuze", en: "keuze: the name of the choice"))
        }
        continue
      }
      guard !route.keten.isEmpty else {
        fout(
          .niemandBeslist, pad,
          Text(
            nl: "over \(route.over) beslist niemand die niet betrokken is",
            en: "about \(route.over) nobody decides who is not involved"),
          verwacht: Text(
            nl: "beslist: een rol die niet is uitgesloten, of geenRoute met een keuze",
            en: "beslist: a role that is not excluded, or geenRoute with a choice"))
        continue
      }
      for deelnemer in procedure.deelnemers where deelnemer.soort == .functie && !deelnemer.rollen.isEmpty {
        niemand(deelnemer, route, pad)
      }
    }
  }

  /// A function that signs steps must have someone left when those are excluded whom the case is about.
  private func niemand(_ deelnemer: Deelnemer, _ route: Route, _ pad: [String]) {
    let left =
      deelnemer.volgtRoute
      ? route.keten.filter { deelnemer.rollen.contains($0) }
      : deelnemer.rollen.filter { !route.uitgesloten.contains($0) }
    guard left.isEmpty else { return }
    let isNeeded = procedure.stappen.contains { procedure.tekenaars($0).map(\.id) == [deelnemer.id] }
    guard isNeeded else { return }
    fout(
      .niemandBeslist, pad,
      Text(
        nl: "in een zaak over \(route.over) kan niemand \(deelnemer.id) zijn",
        en: "in a case about \(route.over) nobody can be \(deelnemer.id)"),
      verwacht: Text(
        nl: "een rol van \(deelnemer.id) die niet is uitgesloten", en: "a role of \(deelnemer.id) that is not excluded")
    )
  }

  func bewaring() {
    for item in procedure.bewaring {
      let pad = ["bewaring", item.id]
      for (index, moment) in item.brondatum.enumerated() {
        kent(moment, [.datum, .moment], pad + ["brondatum", String(index)])
      }
      for (index, beletsel) in item.beletsels.enumerated() {
        let pad = pad + ["beletsels", String(index)]
        kent(stappen: [beletsel.van], pad + ["van"])
        if let tot = beletsel.tot { kent(stappen: [tot], pad + ["tot"]) }
      }
      switch item.duur {
      case .termijn where item.brondatum.isEmpty:
        fout(
          .bewaringZonderBegin, pad, Text(nl: "een bewaartermijn zonder begin", en: "a retention term without a start"),
          verwacht: Text(nl: "brondatum: de stap vanaf wanneer", en: "brondatum: the step from which"))
      case .bewaren where !item.brondatum.isEmpty:
        fout(
          .bewarenMetDatum, pad + ["brondatum"],
          Text(nl: "blijvend bewaren met een brondatum", en: "kept for ever, with a base date"),
          verwacht: Text(nl: "geen brondatum: wat blijft heeft geen datum", en: "no brondatum: what stays has no date"))
      case .onbepaald where item.herkomst.keuzes.isEmpty:
        fout(
          .keuzeNietGenoemd, pad,
          Text(
            nl: "een bewaartermijn die niet is bepaald, zonder keuze",
            en: "a retention term that is not set, without a choice"),
          verwacht: Text(nl: "keuze: de naam van de keuze", en: "keuze: the name of the choice"))
      default: break
      }
    }
  }

  func rapportages() {
    for item in procedure.rapportages {
      for (moment, naam) in item.verdeling.map({ ($0, "verdeling") })
        + [item.team].compactMap({ $0.map { ($0, "team") } })
      {
        let pad = ["rapportages", item.id, naam]
        kent(stappen: [moment.stap], pad)
        let veld = procedure.stap(moment.stap)?.veld(moment.veld ?? "")
        if let veld, veld.soort == .keuze, !veld.isIdentiteit { continue }
        fout(
          .onbekendVeld, pad,
          Text(
            nl: "«\(moment.text)» is geen keuze om op te verdelen", en: "“\(moment.text)” is no choice to break down by"
          ),
          verwacht: Text(
            nl: "Stap.veld met soort: keuze, dat niet zegt wie de melder is",
            en: "Step.field with soort: keuze that does not tell who the melder is"))
      }
    }
  }

  func start() {
    for (index, grens) in procedure.start.grenzen.enumerated() {
      let pad = ["start", "grenzen", String(index)]
      kent(termijn: grens.termijn, pad + ["termijn"])
      for naam in grens.voor where !procedure.start.indieners.contains(where: { $0.id == naam }) {
        onbekend(
          .onbekendeDeelnemer, pad + ["voor"], Text(nl: "de indiener", en: "the starter"), naam,
          bekend: procedure.start.indieners.map(\.id))
      }
    }
    if procedure.openingen.isEmpty, !procedure.sporen.contains(Toestand.hoofdspoor) {
      fout(
        .geenBegin, ["stappen"], Text(nl: "geen stap opent de zaak", en: "no step opens the case"),
        verwacht: Text(nl: "een stap met opent: ja", en: "a step with opent: ja"))
    }
  }
}
