import Governance
import Publication

extension Publicatie {
  /// The present list, divided over as many pages as it needs.
  func lijstbladen() throws -> [Sheet] { try bladen(Adressen.lijst, regels) }

  /// The pages of the present list.
  func lijst(_ bladen: [Sheet], _ naar: (Page) throws -> Void) throws {
    let filters = filters
    for blad in bladen { try naar(lijstblad(blad, filters)) }
  }

  private func lijstblad(_ blad: Sheet, _ filters: [(toestand: Toestand, aantal: Int)]) throws -> Page {
    let pad = blad.path
    let values: TemplateValue = [
      "organisatie": .text(settings.organisatie), "regeling": .text(register.regeling.titel),
      "vanaf": .optional(register.laatsteVerandering.map { HTMLDate.value($0) }),
      "iedere": .text(iedere),
      "isEerste": .flag(blad.isFirst), "nummer": .text(String(blad.number)), "aantal": .text(String(blad.count)),
      "isLeeg": .flag(blad.things.isEmpty), "heeftOpgaven": .flag(!blad.things.isEmpty),
      "sprongen": .list(sprongen(blad)),
      "filters": .list(
        filters.map {
          [
            "woord": .text($0.toestand.woord), "aantal": .text(String($0.aantal)),
            "adres": weg(pad, Adressen.status($0.toestand)), "soort": .text($0.toestand.rawValue),
          ]
        }),
      "standen": weg(pad, Adressen.standen), "wijzigingen": weg(pad, Adressen.wijzigingen),
      "functies": weg(pad, Adressen.functies),
      "organisaties": .optional(toont(.organisatie) ? weg(pad, Adressen.organisaties) : nil),
      "beleid": weg(pad, Adressen.beleid),
    ]
    let html =
      try sjablonen.render("lijst-boven", values) + tabel(blad, titel: "Nevenwerkzaamheden per functie", koppen)
      + sjablonen.browse(blad) + sjablonen.render("lijst-onder", values)
    return Page(
      path: pad, title: "Nevenfuncties" + blad.titleSuffix,
      summary: "Alle nevenwerkzaamheden die \(settings.organisatie) openbaar maakt, in één tabel.",
      trail: blad.isFirst ? [Page.Link("Start", "/")] : kruimels(), html: try metUitleg(html), alternates: vormen)
  }

  private func sprongen(_ blad: Sheet) -> [TemplateValue] {
    var gezien: Set<String> = []
    return regels[blad.things].filter { gezien.insert($0.kaart.functie.slug).inserted }.map {
      ["naam": .text($0.kaart.functie.naam), "adres": .text("#functie-\($0.kaart.functie.slug)")]
    }
  }

  /// How many there are in each state.
  private var filters: [(toestand: Toestand, aantal: Int)] {
    Toestand.allCases.map { toestand in
      (toestand, toestand == .vervallen ? beeindigd.count : regels.count { hoort($0, bij: toestand) })
    }
  }

  /// How often a statement is confirmed: "ieder jaar", "iedere 6 maanden".
  var iedere: String {
    let duur = register.regeling.bevestigingIedere
    switch (duur.count, duur.unit) {
    case (1, .jaren): return "ieder jaar"
    case (1, .maanden): return "iedere maand"
    case (1, .weken): return "iedere week"
    case (1, .dagen): return "iedere dag"
    default: return "iedere \(duur.text(.dutch))"
    }
  }
}
