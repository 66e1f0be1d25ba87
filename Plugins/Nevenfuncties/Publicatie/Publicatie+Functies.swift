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
          "organisatie": .text(settings.organisatie), "regeling": .text(register.regeling.titel),
          "bron": .text(register.regeling.bron),
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
    let kaarten = huidige.map { ($0, nil as CalendarDate?) } + vorigeKaarten(functie)
    let over = register.wijzigingen.filter { $0.functie.slug == functie.slug && $0.kaart == nil }
    let isEnig = alleFuncties.count { $0.naam == functie.naam } == 1
    return try verdeeld(
      kaarten, adres, grootte: { try sjablonen.render("kaart", kaart($0, tot: $1, pad: adres)).utf8.count }
    ) { blad, deel in
      let nu = deel.filter { $0.1 == nil }.map { kaart($0.0, tot: nil, pad: blad.pad) }
      let eerder = deel.filter { $0.1 != nil }.map { kaart($0.0, tot: $0.1, pad: blad.pad) }
      return Page(
        path: blad.pad,
        title: (isEnig ? functie.naam : "\(functie.naam) (\(functie.slug))") + blad.toevoeging,
        summary: "De nevenwerkzaamheden die horen bij de functie \(functie.naam).",
        trail: kruimels(Page.Link("Functies", Adressen.functies)),
        html: try html(
          "functie",
          [
            "naam": .text(functie.naam), "heeftHouders": .flag(!huidige.isEmpty),
            "isOpDeLijst": .flag(!huidige.isEmpty || openstaand.contains(functie.slug)),
            "heeftHuidige": .flag(!nu.isEmpty), "huidige": .list(nu), "heeftVorige": .flag(!eerder.isEmpty),
            "vorige": .list(eerder), "bladen": bladeren(blad), "heeftWijzigingen": .flag(!over.isEmpty),
            "wijzigingen": .list(over.suffix(Self.meesteWijzigingen).reversed().map { wijziging($0, pad: blad.pad) }),
          ]), alternates: vormen)
    }
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
