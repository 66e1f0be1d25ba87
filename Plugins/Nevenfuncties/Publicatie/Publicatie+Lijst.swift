import Governance
import Publication

extension Publicatie {
  /// The present list, divided over as many pages as it needs.
  func lijstbladen() throws -> [Sheet] { try bladen(Adressen.lijst, regels) }

  /// The pages of the present list.
  func lijst(_ bladen: [Sheet], _ naar: (Page) throws -> Void) throws {
    for blad in bladen { try naar(lijstblad(blad)) }
  }

  private func lijstblad(_ blad: Sheet) throws -> Page {
    let pad = blad.path
    let values: TemplateValue = [
      "organisatie": .text(settings.organisatie), "regeling": .text(register.regeling.titel),
      "vanaf": .optional(register.laatsteVerandering.map { HTMLDate.value($0) }), "iedere": .text(iedere),
      "isEerste": .flag(blad.isFirst), "bereik": bereik(blad), "beleid": weg(pad, Adressen.beleid),
    ]
    let html =
      try keuze(.lijst(.functie), blad, leeg: "Er staat nu geen functie op de lijst.")
      + tabel(blad, titel: "Nevenwerkzaamheden per functie", koppen) + sjablonen.browse(blad)
      + sjablonen.render("lijst-onder", values)
    return Page(
      path: pad, title: "Nevenfuncties" + blad.titleSuffix,
      summary: "Alle nevenwerkzaamheden die \(settings.organisatie) openbaar maakt, in één tabel.",
      trail: blad.isFirst ? [Page.Link("Start", "/")] : kruimels(),
      opening: try sjablonen.render("lijst-opening", values), html: try metUitleg(html), rail: try rail(pad),
      isWide: true, alternates: vormen)
  }

  /// Which rows are on a page, of how many: "Regel 1 tot en met 50 van 250"; nothing when all are.
  func bereik(_ blad: Sheet, _ wat: String = "Regel") -> TemplateValue {
    let (eerste, laatste) = (blad.things.lowerBound + 1, blad.things.upperBound)
    return blad.count > 1 ? "\(wat) \(eerste) tot en met \(laatste) van \(blad.total)" : false
  }

  /// Other ways to look at the list.
  func rail(_ pad: String) throws -> String {
    try sjablonen.render(
      "lijst-rail",
      [
        "functies": weg(pad, Adressen.functies),
        "organisaties": .optional(toont(.organisatie) ? weg(pad, Adressen.organisaties) : nil),
        "alles": .optional(
          regels.isEmpty
            ? nil : ["adres": weg(pad, Adressen.alles), "tekst": .text("Alles op één bladzijde, om af te drukken")]),
        "standen": weg(pad, Adressen.standen), "vergelijk": weg(pad, Adressen.vergelijk),
        "wijzigingen": weg(pad, Adressen.wijzigingen),
      ])
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
