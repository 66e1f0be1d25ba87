import Governance
import Publication

extension Publicatie {
  /// What the start page says: how much there is, the head of the list, and what is new.
  func overzicht() throws -> Overview {
    let missend = regels.count { hoort($0, bij: .nogNietOntvangen) }
    let opgaven = regels.count { hoort($0, bij: .actueel) }
    let functies = Set(nu.map(\.functie.slug)).count
    var cijfers = [
      Overview.Figure(functies, functies == 1 ? "functie op de lijst" : "functies op de lijst", Adressen.functies),
      Overview.Figure(
        opgaven, opgaven == 1 ? "nevenfunctie openbaar" : "nevenfuncties openbaar", Adressen.status(.actueel)),
    ]
    if missend > 0 {
      cijfers.append(Overview.Figure(missend, "nog niet ontvangen", Adressen.status(.nogNietOntvangen)))
    }
    return Overview(figures: cijfers, html: try sjablonen.render("overzicht", overzichtwaarden), news: try nieuws())
  }

  private static let meesteInOverzicht = 8

  private var overzichtwaarden: TemplateValue {
    [
      "lijst": weg("/", Adressen.lijst), "samenvatting": .text(samenvatting),
      "aantal": .text(Self.regels(aantal: regels.count)),
      "regels": .list(
        regels.prefix(Self.meesteInOverzicht).map { regel in
          let isWeg = regel.versie.map(isVervallen) ?? false
          let versie = isWeg ? nil : regel.versie
          return [
            "functie": .text(regel.kaart.functie.naam), "isVervolg": .flag(regel.isVervolg),
            "functieAdres": weg("/", Adressen.functie(regel.kaart.functie)), "naam": naam(regel.kaart),
            "titel": .optional(versie.map { Weergave.waarde(.nevenwerkzaamheid, in: $0) }),
            "adres": .optional(versie.map { weg("/", Adressen.opgave($0.opgave)) }),
            "organisatie": toont(.organisatie)
              ? .optional(versie.map { Weergave.waarde(.organisatie, in: $0) }) : false,
            "zin": versie != nil
              ? false
              : isWeg ? ["voor": "Deze opgave is verwijderd", "dag": false, "na": ""] : Weergave.zin(regel.stand),
            "toestand": versie != nil ? false : isWeg ? Toestand.nietOpLijst : toestand(regel).waarde,
            "bevestiging": versie == nil ? false : bevestiging(regel),
          ]
        }),
    ]
  }

  /// The latest changes, one for each day and kind of change where many came at once.
  private func nieuws() throws -> [Overview.News] {
    try register.wijzigingen.suffix(8).reversed().map { wijziging in
      let html = try sjablonen.render("verandering", self.wijziging(wijziging, pad: "/", metFunctie: true))
      return Overview.News(
        position: wijziging.position, day: wijziging.recordedAt.date,
        html: String(html.trimmingPrefix("<li>").prefix { !$0.isNewline }.dropLast("</li>".count)))
    }
  }

  /// What a reader can find by name: functions, bodies, and persons where the regulation publishes names.
  func vindbaar() throws -> [Findable] {
    let functies = alleFuncties.filter { kanOpen($0) }.map { functie in
      Findable(kind: "Functies", name: functie.naam, context: "Nevenfuncties", path: Adressen.functie(functie))
    }
    var gezien: Set<String> = []
    let personen =
      toont(.naam)
      ? nu.compactMap { kaart -> Findable? in
        guard case .waarde(let naam) = kaart.naam, gezien.insert(naam + "\n" + kaart.functie.slug).inserted else {
          return nil
        }
        return Findable(
          kind: "Personen", name: naam, context: kaart.functie.naam, path: Adressen.functie(kaart.functie),
          isPerson: true)
      } : []
    return functies + personen + (try vindbareOrganisaties()) + werkzaamheden
  }

  /// Activities on the list, each at its statement.
  private var werkzaamheden: [Findable] {
    regels.compactMap { regel in
      guard let versie = regel.versie, !isVervallen(versie), case .waarde(let naam) = versie.nevenwerkzaamheid else {
        return nil
      }
      var bij = [regel.kaart.functie.naam]
      if toont(.organisatie), case .waarde(let organisatie) = versie.organisatie { bij.append(organisatie) }
      return Findable(
        kind: "Nevenwerkzaamheden", name: naam, context: bij.joined(separator: ", "),
        path: Adressen.opgave(versie.opgave))
    }
  }

  /// Whether a function has something to find: it is on the list, or something of it is in the history.
  private func kanOpen(_ functie: OpenbareFunctie) -> Bool { functiedelen[functie.slug] != nil }
}
