import Governance
import Publication

extension Publicatie {
  /// The index of functions and the pages of each, with its present and former holders.
  func functies(_ delen: CheckedParts, _ naar: (Page) throws -> Void) throws {
    for blad in try Sheets.divide(alleFuncties, Adressen.functies, make: indexregel) { try naar(functieIndex(blad)) }
    for functie in alleFuncties { try self.functie(functie, delen, naar) }
  }

  private func functieIndex(_ blad: Sheet) throws -> Page {
    let values: TemplateValue = [
      "organisatie": .text(settings.organisatie), "grondslag": .text(grondslag), "isEerste": .flag(blad.isFirst),
      "nummer": .text(String(blad.number)),
    ]
    return Page(
      path: blad.path, title: "Functies op de lijst" + blad.titleSuffix,
      summary: "De functies waarvan \(settings.organisatie) de nevenwerkzaamheden openbaar maakt.", trail: kruimels(),
      html: try sjablonen.render("functies", values) + blad.html + sjablonen.browse(blad))
  }

  /// One line of the index: the function, and how many statements are on the list beside it.
  private func indexregel(_ functie: OpenbareFunctie, pad: String) throws -> PagePiece {
    let aantal = delen(functie).huidige.reduce(0) { $0 + $1.versies.count { !isVervallen($0) } }
    let values: TemplateValue = [
      "naam": .text(functie.naam), "adres": weg(pad, Adressen.functie(functie)),
      "aantal": .optional(aantal == 0 ? nil : aantal == 1 ? "1 opgave" : "\(aantal) opgaven"),
    ]
    return PagePiece(
      html: try sjablonen.render("functieregel", values),
      within: isOpDeLijst(functie)
        ? [Enclosure("nu", "<ul class=\"index\">\n", "</ul>\n")]
        : [Enclosure("oud", "<h2>Niet meer op de lijst</h2>\n<ul class=\"index\">\n", "</ul>\n")])
  }

  private func delen(_ functie: OpenbareFunctie) -> Functiedelen { functiedelen[functie.slug] ?? Functiedelen() }

  private func isOpDeLijst(_ functie: OpenbareFunctie) -> Bool {
    !delen(functie).huidige.isEmpty || delen(functie).isAangewezen
  }

  private func functie(_ functie: OpenbareFunctie, _ controle: CheckedParts, _ naar: (Page) throws -> Void) throws {
    let delen = delen(functie)
    let stukken =
      delen.huidige.flatMap { kaart in opKaart(kaart).map { Functiestuk.kaart(kaart, $0, tot: nil) } }
      + delen.einden.map { Functiestuk.einde($0) }
      + delen.vorige.flatMap { kaart, tot in opKaart(kaart).map { Functiestuk.kaart(kaart, $0, tot: tot) } }
    let bladen = try Sheets.divide(stukken, Adressen.functie(functie)) { ding, pad in
      try stuk(ding, controle, pad: pad)
    }
    for blad in bladen { try naar(pagina(functie, delen, blad)) }
  }

  private func pagina(_ functie: OpenbareFunctie, _ delen: Functiedelen, _ blad: Sheet) throws -> Page {
    let values: TemplateValue = [
      "naam": .text(functie.naam), "heeftHouders": .flag(!delen.huidige.isEmpty),
      "isOpDeLijst": .flag(isOpDeLijst(functie)), "grondslag": .optional(functie.grondslag),
      "verantwoordelijke": .optional(verantwoordelijke(functie)),
      "isEerste": .flag(blad.isFirst),
      "nummer": .text(String(blad.number)), "aantal": .text(String(blad.count)),
      "heeftWijzigingen": .flag(blad.isLast && !delen.wijzigingen.isEmpty),
      "wijzigingen": .list(
        delen.wijzigingen.suffix(Self.meesteWijzigingen).reversed().map { wijziging($0, pad: blad.path) }),
    ]
    let html =
      try sjablonen.render("functie-boven", values) + blad.html + sjablonen.browse(blad)
      + sjablonen.render("functie-onder", values)
    return Page(
      path: blad.path, title: titel(functie) + blad.titleSuffix,
      summary: "De nevenwerkzaamheden die horen bij de functie \(functie.naam).",
      trail: kruimels(Page.Link("Functies", Adressen.functies)), html: try metUitleg(html), alternates: vormen,
      legalBase: functie.grondslag, responsible: verantwoordelijke(functie))
  }

  /// What stands on the page of a function, in pieces: a card is as many as it has statements.
  private enum Functiestuk {
    case kaart(Kaart, Kaartstuk, tot: CalendarDate?)
    case einde(OpenbareOpgave)
  }

  private func stuk(_ stuk: Functiestuk, _ controle: CheckedParts, pad: String) throws -> PagePiece {
    switch stuk {
    case .kaart(let kaart, let deel, let tot):
      // Whoever is off the list need not have left the function: its designation can have been withdrawn.
      let kop = tot == nil ? "Nu in deze functie" : "Eerder op deze lijst"
      return PagePiece(
        html: try self.kaart(kaart, deel, tot: tot, controle, pad: pad),
        within: [Enclosure(kop, "<h2>\(kop)</h2>\n"), try omhulsel(kaart, tot: tot, pad: pad)])
    case .einde(let opgave):
      let open = try sjablonen.render("beeindigd-boven", [:])
      return PagePiece(
        html: try einde(opgave, pad: pad, opFunctie: true), within: [Enclosure("beeindigd", open, "</ul>\n")])
    }
  }

  /// The title of a function's page.
  func titel(_ functie: OpenbareFunctie) -> String { functietitels[functie.slug] ?? functie.naam }

  /// How many changes stand beside what changed; all of them are on the pages by month.
  static let meesteWijzigingen = 30
}
