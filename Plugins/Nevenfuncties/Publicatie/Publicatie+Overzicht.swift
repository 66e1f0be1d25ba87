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
    return Overview(
      figures: cijfers,
      html: try sjablonen.render(
        "overzicht-boven", ["lijst": weg("/", Adressen.lijst), "samenvatting": .text(samenvatting)])
        + overzichtsregels()
        + sjablonen.render(
          "overzicht-onder",
          ["lijst": weg("/", Adressen.lijst), "aantal": .text(Self.regels(aantal: regels.count))]), news: try nieuws())
  }

  private static let meesteInOverzicht = 8
  /// What the start page has room for, so that it stays light whatever somebody wrote.
  private static let meesteBytesInOverzicht = 20_000
  private static let meesteBytesNieuws = 2_000

  private func overzichtsregels() throws -> String {
    var html = ""
    for regel in regels.prefix(Self.meesteInOverzicht) {
      let rij = try sjablonen.render("overzicht-rij", overzichtsregel(regel))
      guard html.utf8.count + rij.utf8.count <= Self.meesteBytesInOverzicht else { break }
      html += rij
    }
    return html
  }

  private func overzichtsregel(_ regel: Regel) -> TemplateValue {
    let isWeg = regel.versie.map(isVervallen) ?? false
    let versie = isWeg ? nil : regel.versie
    let zin: TemplateValue =
      isWeg ? ["voor": "Deze opgave is verwijderd", "dag": false, "na": ""] : Weergave.zin(regel.stand)
    return [
      "functie": .text(regel.kaart.functie.naam), "isVervolg": .flag(regel.isVervolg),
      "functieAdres": weg("/", Adressen.functie(regel.kaart.functie)), "naam": naam(regel.kaart),
      "titel": .optional(versie.map { Weergave.waarde(.nevenwerkzaamheid, in: $0) }),
      "adres": .optional(versie.map { weg("/", Adressen.opgave($0.opgave)) }),
      "organisatie": toont(.organisatie) ? .optional(versie.map { Weergave.waarde(.organisatie, in: $0) }) : false,
      "zin": versie == nil ? zin : false,
      "toestand": versie != nil ? false : isWeg ? Toestand.nietOpLijst : toestand(regel).waarde,
      "bevestiging": versie == nil ? false : bevestiging(regel),
    ]
  }

  /// The latest changes; one that says much only that it is there.
  private func nieuws() throws -> [Overview.News] {
    try register.wijzigingen.suffix(6).reversed().map { wijziging in
      func regel(isKort: Bool) throws -> String {
        try sjablonen.render("nieuws", self.wijziging(wijziging, pad: "/", metFunctie: true, isKort: isKort))
      }
      let heel = try regel(isKort: false)
      return Overview.News(
        position: wijziging.position, day: wijziging.recordedAt.date,
        html: heel.utf8.count <= Self.meesteBytesNieuws ? heel : try regel(isKort: true))
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
