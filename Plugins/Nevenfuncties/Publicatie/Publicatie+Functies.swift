import Governance
import Publication

extension Publicatie {
  /// The index of functions and the pages of each, with its present and former holders.
  func functies(_ delen: CheckedParts, _ naar: (Page) throws -> Void) throws {
    for blad in try Sheets.divide(alleFuncties, Adressen.functies, make: indexregel) { try naar(functieIndex(blad)) }
    for functie in alleFuncties { try self.functie(functie, delen, naar) }
  }

  private func functieIndex(_ blad: Sheet) throws -> Page {
    let values: TemplateValue = ["organisatie": .text(settings.organisatie), "bereik": bereik(blad, "Functie")]
    return Page(
      path: blad.path, title: "Functies op de lijst" + blad.titleSuffix,
      summary: "De functies waarvan \(settings.organisatie) de nevenwerkzaamheden openbaar maakt.", trail: kruimels(),
      opening: try sjablonen.render("functies", values), html: blad.html + (try sjablonen.browse(blad)))
  }

  /// One line of the index: the function, who holds it, how many statements are on the list beside it and how it stands.
  private func indexregel(_ functie: OpenbareFunctie, pad: String) throws -> PagePiece {
    let delen = delen(functie)
    let aantal = delen.huidige.reduce(0) { $0 + $1.versies.count { !isVervallen($0) } }
    let values: TemplateValue = [
      "naam": .text(functie.naam), "adres": weg(pad, Adressen.functie(functie)),
      "houders": .list(delen.huidige.map(naam).filter { $0 != false }),
      "aantal": .text(aantal == 0 ? "Geen opgave" : aantal == 1 ? "1 opgave" : "\(aantal) opgaven"),
      "standen": .list(
        delen.huidige.map { kaart in
          [
            "toestand": kaart.versies.isEmpty ? kaart.stand.toestand.waarde : false,
            "bevestiging": kaart.versies.isEmpty ? false : bevestigingVanHouder(kaart),
          ]
        }),
    ]
    let titel = isOpDeLijst(functie) ? "Functies op de lijst" : "Functies die niet meer op de lijst staan"
    let tabel = try sjablonen.render("functies-tabel", ["titel": .text(titel), "namen": .flag(toont(.naam))])
    let kop = isOpDeLijst(functie) ? "" : "<h2>Niet meer op de lijst</h2>\n"
    return PagePiece(
      html: try sjablonen.render("functieregel", values),
      within: [Enclosure(titel, kop + tabel, "</tbody>\n</table>\n")])
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
      + veranderd(functie).map { Functiestuk.verandering($0) }
    let bladen = try Sheets.divide(stukken, Adressen.functie(functie)) { ding, pad in
      try stuk(ding, isEnige: delen.huidige.count == 1, pad: pad)
    }
    for blad in bladen { try naar(pagina(functie, delen, controle, blad)) }
  }

  /// What changed about the function, its holders and their statements, latest first.
  private func veranderd(_ functie: OpenbareFunctie) -> [OpenbareWijziging] {
    Array((wijzigingenVanFunctie[functie.slug] ?? []).suffix(Self.meesteWijzigingen).reversed())
  }

  private func pagina(
    _ functie: OpenbareFunctie, _ delen: Functiedelen, _ controle: CheckedParts, _ blad: Sheet
  ) throws -> Page {
    let pad = blad.path
    let values: TemplateValue = [
      "naam": .text(functie.naam), "heeftHouders": .flag(!delen.huidige.isEmpty),
      "isOpDeLijst": .flag(isOpDeLijst(functie)), "bereik": bereik(blad),
      "kaart": delen.huidige.count == 1 && blad.isFirst ? delen.huidige.first.map(opening) ?? false : false,
    ]
    let eerste = delen.huidige.lazy.flatMap(\.versies).first { !self.isVervallen($0) }?.opgave
    // Only what has a row has a file of its own.
    let eigen =
      delen.huidige.isEmpty && delen.einden.isEmpty
      ? [] : [Page.Alternate("application/json", "JSON van deze functie", Adressen.json(functie))]
    return Page(
      path: pad, title: titel(functie) + blad.titleSuffix,
      summary: "De nevenwerkzaamheden die horen bij de functie \(functie.naam).",
      trail: kruimels(Page.Link("Functies", Adressen.functies)),
      opening: try sjablonen.render("functie-opening", values),
      html: try metUitleg(blad.html + sjablonen.browse(blad)),
      rail: try sjablonen.render(
        "functie-rail",
        [
          "standen": weg(pad, Adressen.standen), "vergelijk": weg(pad, Adressen.vergelijk),
          "functies": weg(pad, Adressen.functies),
        ]),
      check: eerste.flatMap(controle.address) ?? Adressen.controle, alternates: eigen + vormen,
      legalBase: functie.grondslag,
      responsible: verantwoordelijke(functie))
  }

  /// What is first to be known of the one who holds a function.
  private func opening(_ kaart: Kaart) -> TemplateValue {
    [
      "naam": naam(kaart), "van": HTMLDate.value(kaart.van), "isInhuur": .flag(kaart.isInhuur),
      "bevestigd": .optional(kaart.versies.isEmpty ? nil : kaart.laatstBevestigd.map(HTMLDate.value)),
      "teLaat": .optional(kaart.isBevestigingTeLaat ? kaart.bevestigenUiterlijk.map(HTMLDate.value) : nil),
      "uiterlijk": .optional(kaart.isBevestigingTeLaat ? nil : kaart.bevestigenUiterlijk.map(HTMLDate.value)),
    ]
  }

  /// What stands on the page of a function, in pieces: a card is as many as it has statements.
  private enum Functiestuk {
    case kaart(Kaart, Kaartstuk, tot: CalendarDate?)
    case einde(OpenbareOpgave)
    case verandering(OpenbareWijziging)
  }

  private func stuk(_ stuk: Functiestuk, isEnige: Bool, pad: String) throws -> PagePiece {
    switch stuk {
    case .kaart(let kaart, let deel, let tot):
      // Whoever is off the list need not have left the function: its designation can have been withdrawn.
      let kop = tot == nil ? "Nu op de lijst" : "Eerder op deze lijst"
      return PagePiece(
        html: try self.kaart(kaart, deel, tot: tot, pad: pad),
        within: [Enclosure(kop, "<h2>\(kop)</h2>\n")]
          + (try omhulsels(kaart, deel, tot: tot, isEnige: isEnige && tot == nil, pad: pad)))
    case .einde(let opgave):
      let open = try sjablonen.render("beeindigd-boven", [:])
      return PagePiece(
        html: try einde(opgave, pad: pad, opFunctie: true), within: [Enclosure("beeindigd", open, "</ul>\n")])
    case .verandering(let wijziging):
      return PagePiece(
        html: try sjablonen.render("verandering", self.wijziging(wijziging, pad: pad)),
        within: [Enclosure("veranderd", "<h2>Wat er is veranderd</h2>\n<ol class=\"lijn\">\n", "</ol>\n")])
    }
  }

  /// The title of a function's page.
  func titel(_ functie: OpenbareFunctie) -> String { functietitels[functie.slug] ?? functie.naam }

  /// How many changes stand beside what changed; all of them are on the pages by month.
  static let meesteWijzigingen = 30
}
