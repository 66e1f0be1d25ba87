import Governance
import Publication

extension Publicatie {
  /// The index of functions and a page for each, with its present and former holders.
  func functies() throws -> [Page] { [try functieIndex()] + (try alleFuncties.flatMap(functie)) }

  private func functieIndex() throws -> Page {
    let huidige = Set((nu?.kaarten ?? []).map(\.functie.slug)).union(openstaand)
    func items(_ functies: [OpenbareFunctie]) -> TemplateValue {
      .list(
        functies.map { ["naam": .text($0.naam), "adres": weg(Adressen.functies, Adressen.functie($0))] })
    }
    let oud = alleFuncties.filter { !huidige.contains($0.slug) }
    return Page(
      path: Adressen.functies, title: "Functies op de lijst",
      summary: "De functies waarvan \(settings.organisatie) de nevenwerkzaamheden openbaar maakt.", trail: kruimels(),
      html: try html(
        "functies",
        [
          "organisatie": .text(settings.organisatie), "grondslag": .text(grondslag),
          "huidige": items(alleFuncties.filter { huidige.contains($0.slug) }), "heeftOud": .flag(!oud.isEmpty),
          "oude": items(oud),
        ]))
  }

  /// Functions that are designated now, also when nobody holds them.
  private var openstaand: Set<String> {
    register.wijzigingen.reduce(into: []) { aangewezen, wijziging in
      switch wijziging.soort {
      case .functieAangewezen: aangewezen.insert(wijziging.functie.slug)
      case .functieVervallen: aangewezen.remove(wijziging.functie.slug)
      default: break
      }
    }
  }

  private func functie(_ functie: OpenbareFunctie) throws -> [Page] {
    let adres = Adressen.functie(functie)
    let huidige = (nu?.kaarten ?? []).filter { $0.functie.slug == functie.slug }
    let delen =
      huidige.map { Functiedeel.kaart($0, tot: nil) }
      + beeindigd.filter { $0.functie.slug == functie.slug }.map { Functiedeel.einde($0) }
      + vorigeKaarten(functie).map { Functiedeel.kaart($0.kaart, tot: $0.tot) }
    let over = register.wijzigingen.filter { $0.functie.slug == functie.slug && $0.kaart == nil }
    return try verdeeld(
      delen, adres, grootte: { try grootte($0, pad: adres) }
    ) { blad, deel in
      let nu = deel.compactMap { deel in deel.huidige.map { kaart($0, tot: nil, pad: blad.pad) } }
      let eerder = deel.compactMap { deel in deel.vorige.map { kaart($0.kaart, tot: $0.tot, pad: blad.pad) } }
      let einden = deel.compactMap { deel in deel.einde.flatMap { einde($0, pad: blad.pad, opFunctie: true) } }
      return Page(
        path: blad.pad,
        title: titel(functie) + blad.toevoeging,
        summary: "De nevenwerkzaamheden die horen bij de functie \(functie.naam).",
        trail: kruimels(Page.Link("Functies", Adressen.functies)),
        html: try html(
          "functie",
          [
            "naam": .text(functie.naam), "heeftHouders": .flag(!huidige.isEmpty),
            "isOpDeLijst": .flag(!huidige.isEmpty || openstaand.contains(functie.slug)),
            "heeftHuidige": .flag(!nu.isEmpty), "huidige": .list(nu),
            "heeftEinden": .flag(!einden.isEmpty), "opgaven": .list(einden), "heeftVorige": .flag(!eerder.isEmpty),
            "vorige": .list(eerder), "bladen": bladeren(blad), "heeftWijzigingen": .flag(!over.isEmpty),
            "wijzigingen": .list(over.suffix(Self.meesteWijzigingen).reversed().map { wijziging($0, pad: blad.pad) }),
          ]), alternates: vormen)
    }
  }

  /// What stands on the page of a function.
  private enum Functiedeel {
    case kaart(Kaart, tot: CalendarDate?)
    case einde(OpenbareOpgave)

    var huidige: Kaart? { if case .kaart(let kaart, nil) = self { kaart } else { nil } }
    var vorige: (kaart: Kaart, tot: CalendarDate)? {
      if case .kaart(let kaart, let tot?) = self { (kaart, tot) } else { nil }
    }
    var einde: OpenbareOpgave? { if case .einde(let opgave) = self { opgave } else { nil } }
  }

  private func grootte(_ deel: Functiedeel, pad: String) throws -> Int {
    switch deel {
    case .kaart(let kaart, let tot): try sjablonen.render("kaart", self.kaart(kaart, tot: tot, pad: pad)).utf8.count
    case .einde(let opgave): 700 + opgave.functie.naam.utf8.count
    }
  }

  /// Its name, told apart from another function of the same name.
  func titel(_ functie: OpenbareFunctie) -> String {
    let isEnig = alleFuncties.count { $0.naam == functie.naam } == 1
    return isEnig ? functie.naam : "\(functie.naam) (\(functie.slug))"
  }

  /// How many changes stand beside what changed; all of them are on the pages by month.
  static let meesteWijzigingen = 30

  /// Cards of those who held the function, as they last were, latest first.
  private func vorigeKaarten(_ functie: OpenbareFunctie) -> [(kaart: Kaart, tot: CalendarDate?)] {
    var gezien = Set((nu?.kaarten ?? []).map(\.id))
    return register.standen.dropLast().reversed().flatMap { stand in
      stand.kaarten.filter { $0.functie.slug == functie.slug && gezien.insert($0.id).inserted }
        .map { ($0, stand.totEnMet) }
    }
  }
}
