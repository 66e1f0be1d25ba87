import Governance
import Publication

extension Publicatie {
  /// The index of functions and a page for each, with its present and former holders.
  func functies() throws -> [Page] { [try functieIndex()] + (try alleFuncties.map(functie)) }

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

  private func functie(_ functie: OpenbareFunctie) throws -> Page {
    let pad = Adressen.functie(functie)
    let huidige = (nu?.kaarten ?? []).filter { $0.functie.slug == functie.slug }
    let vorige = vorigeKaarten(functie)
    let over = register.wijzigingen.filter { $0.functie.slug == functie.slug && $0.kaart == nil }
    let isEnig = alleFuncties.count { $0.naam == functie.naam } == 1
    return Page(
      path: pad, title: isEnig ? functie.naam : "\(functie.naam) (\(functie.slug))",
      summary: "De nevenwerkzaamheden die horen bij de functie \(functie.naam).",
      trail: kruimels(Page.Link("Functies", Adressen.functies)),
      html: try html(
        "functie",
        [
          "naam": .text(functie.naam), "heeftHouders": .flag(!huidige.isEmpty),
          "isOpDeLijst": .flag(!huidige.isEmpty || openstaand.contains(functie.slug)),
          "huidige": .list(huidige.map { kaart($0, tot: nil, pad: pad) }), "heeftVorige": .flag(!vorige.isEmpty),
          "vorige": .list(vorige.map { kaart($0.kaart, tot: $0.tot, pad: pad) }),
          "heeftWijzigingen": .flag(!over.isEmpty),
          "wijzigingen": .list(over.reversed().map { wijziging($0, pad: pad) }),
        ]), alternates: vormen)
  }

  /// Cards of those who held the function, as they last were, latest first.
  private func vorigeKaarten(_ functie: OpenbareFunctie) -> [(kaart: Kaart, tot: CalendarDate?)] {
    var gezien = Set((nu?.kaarten ?? []).map(\.id))
    return register.standen.dropLast().reversed().flatMap { stand in
      stand.kaarten.filter { $0.functie.slug == functie.slug && gezien.insert($0.id).inserted }
        .map { ($0, stand.totEnMet) }
    }
  }
}
