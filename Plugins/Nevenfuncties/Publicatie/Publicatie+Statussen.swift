import Governance
import Publication

extension Publicatie {
  /// A page for each state a reader can choose, also when there is nothing in it: the link keeps working.
  func statussen() throws -> [Page] {
    try Toestand.allCases.flatMap { toestand in
      toestand == .beeindigd ? try einden() : try status(toestand)
    }
  }

  private func status(_ toestand: Toestand) throws -> [Page] {
    let adres = Adressen.status(toestand)
    let regels = regels(nu).filter { hoort($0, bij: toestand) }
    return try bladen(adres, regels: regels, actueel: true) { blad in
      let values = waarden(toestand, pad: blad.pad, isLeeg: blad.rijen.isEmpty, bladen: bladeren(blad))
      var html = try sjablonen.render("status-boven", values)
      if !blad.rijen.isEmpty { html += try tabel(blad.rijen, titel: .text("Stand van zaken: \(toestand.woord)")) }
      html += try sjablonen.render("status-onder", values)
      return pagina(toestand, html: try metUitleg(html), pad: blad.pad, toevoeging: blad.toevoeging)
    }
  }

  /// Statements that ended are no longer on the list; they link to their permalink.
  private func einden() throws -> [Page] {
    try verdeeld(beeindigd, Adressen.status(.beeindigd), grootte: { 700 + $0.functie.naam.utf8.count }) { blad, deel in
      let values = waarden(.beeindigd, pad: blad.pad, isLeeg: deel.isEmpty, bladen: bladeren(blad))
      let html =
        try sjablonen.render("status-boven", values)
        + sjablonen.render("einden", ["opgaven": .list(deel.compactMap { einde($0, pad: blad.pad) })])
        + sjablonen.render("status-onder", values)
      return pagina(.beeindigd, html: try metUitleg(html), pad: blad.pad, toevoeging: blad.toevoeging)
    }
  }

  /// A statement that ended, with its permalink; on the page of its function that needs no name.
  func einde(_ opgave: OpenbareOpgave, pad: String, opFunctie: Bool = false) -> TemplateValue? {
    guard let laatste = opgave.versies.last, case .beeindigd(let op, let tot) = opgave.status else { return nil }
    return [
      "adres": weg(pad, Adressen.opgave(opgave.id)), "functie": .optional(opFunctie ? nil : opgave.functie.naam),
      "titel": Weergave.waarde(.nevenwerkzaamheid, in: laatste), "op": HTMLDate.value(op),
      "tot": .optional(tot.map(HTMLDate.value)),
    ]
  }

  private func waarden(_ toestand: Toestand, pad: String, isLeeg: Bool, bladen: TemplateValue) -> TemplateValue {
    [
      "woord": .text(toestand.woord), "betekenis": .text(toestand.uitleg), "isLeeg": .flag(isLeeg),
      "bladen": bladen, "lijst": weg(pad, Adressen.lijst),
      "andere": .list(
        Toestand.allCases.map {
          ["woord": .text($0.woord), "adres": weg(pad, Adressen.status($0)), "isDeze": .flag($0 == toestand)]
        }),
    ]
  }

  private func pagina(_ toestand: Toestand, html: String, pad: String, toevoeging: String) -> Page {
    Page(
      path: pad, title: "Stand van zaken: \(toestand.woord)" + toevoeging, summary: toestand.uitleg,
      trail: kruimels(), html: html)
  }
}
