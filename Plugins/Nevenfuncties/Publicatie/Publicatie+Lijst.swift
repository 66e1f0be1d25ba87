import Governance
import Publication

extension Publicatie {
  /// The present list, on as many pages as it needs.
  func lijst() throws -> [Page] {
    try bladen(Adressen.lijst, regels: regels(nu), actueel: true, maak: lijstblad)
  }

  private func lijstblad(_ blad: Blad) throws -> Page {
    let (pad, nummer, rijen) = (blad.pad, blad.nummer, blad.rijen)
    let values: TemplateValue = [
      "organisatie": .text(settings.organisatie), "regeling": .text(register.regeling.titel),
      "vanaf": .optional(nu.map { HTMLDate.value($0.vanaf) }),
      "iedere": .text(iedere),
      "isEerste": .flag(nummer == 1), "nummer": .text(String(nummer)),
      "isLeeg": .flag(rijen.isEmpty), "heeftOpgaven": .flag(!rijen.isEmpty),
      "sprongen": .list(sprongen(rijen)), "filters": .list(filters(pad: pad)),
      "standen": weg(pad, Adressen.standen), "wijzigingen": weg(pad, Adressen.wijzigingen),
      "functies": weg(pad, Adressen.functies),
      "organisaties": .optional(toont(.organisatie) ? weg(pad, Adressen.organisaties) : nil),
      "beleid": weg(pad, Adressen.beleid),
      "bladen": bladeren(blad),
    ]
    let titel = "Nevenfuncties" + (nummer == 1 ? "" : ", pagina \(nummer)")
    var html = try sjablonen.render("lijst-boven", values)
    if !rijen.isEmpty { html += try tabel(rijen, titel: "Nevenwerkzaamheden per functie") }
    html += try sjablonen.render("lijst-onder", values)
    return Page(
      path: pad, title: titel,
      summary: "Alle nevenwerkzaamheden die \(settings.organisatie) openbaar maakt, in één tabel.",
      trail: nummer == 1 ? [Page.Link("Start", "/")] : kruimels(), html: try metUitleg(html), alternates: vormen)
  }

  private func sprongen(_ rijen: [Rij]) -> [TemplateValue] {
    var gezien: Set<String> = []
    return rijen.filter { gezien.insert($0.functie.slug).inserted }.map {
      ["naam": .text($0.functie.naam), "adres": .text("#functie-\($0.functie.slug)")]
    }
  }

  /// How many there are in each state, with a link to them.
  private func filters(pad: String) -> [TemplateValue] {
    let regels = regels(nu)
    return Toestand.allCases.map { toestand in
      let aantal = toestand == .beeindigd ? beeindigd.count : regels.count { hoort($0, bij: toestand) }
      return [
        "woord": .text(toestand.woord), "aantal": .text(String(aantal)), "adres": weg(pad, Adressen.status(toestand)),
        "soort": .text(toestand.rawValue),
      ]
    }
  }

  /// Statements that ended and are still in the history.
  var beeindigd: [OpenbareOpgave] {
    register.opgaven.filter { if case .beeindigd = $0.status { true } else { false } }
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
