import Governance
import Publication

extension Publicatie {
  /// The pages of each state a reader can choose, also when there is nothing in it: the link keeps working.
  func statussen(_ naar: (Page) throws -> Void) throws {
    for toestand in Toestand.allCases {
      if toestand == .vervallen {
        try einden(naar)
      } else {
        try status(toestand, naar)
      }
    }
  }

  private func status(_ toestand: Toestand, _ naar: (Page) throws -> Void) throws {
    let regels = regels.filter { hoort($0, bij: toestand) }
    for blad in try bladen(Adressen.status(toestand), regels) {
      try naar(
        pagina(toestand, blad, try tabel(blad, titel: "Stand van zaken: \(toestand.woord)", koppen)))
    }
  }

  /// Statements that ended are no longer on the list; they link to their permalink.
  private func einden(_ naar: (Page) throws -> Void) throws {
    let bladen = try Sheets.divide(beeindigd, Adressen.status(.vervallen)) { opgave, pad in
      PagePiece(
        html: try einde(opgave, pad: pad), within: [Enclosure("einden", "<ul class=\"index\">\n", "</ul>\n")])
    }
    for blad in bladen { try naar(pagina(.vervallen, blad, blad.html)) }
  }

  /// A statement that ended, with its permalink; on the page of its function that needs no name.
  func einde(_ opgave: OpenbareOpgave, pad: String, opFunctie: Bool = false) throws -> String {
    guard let laatste = opgave.versies.last, case .beeindigd(let op, let tot) = opgave.status else { return "" }
    return try sjablonen.render(
      "einde",
      [
        "adres": weg(pad, Adressen.opgave(opgave.id)), "functie": .optional(opFunctie ? nil : opgave.functie.naam),
        "titel": Weergave.waarde(.nevenwerkzaamheid, in: laatste), "op": HTMLDate.value(op),
        "tot": .optional(tot.map(HTMLDate.value)),
      ])
  }

  private func pagina(_ toestand: Toestand, _ blad: Sheet, _ inhoud: String) throws -> Page {
    let opening = try sjablonen.render(
      "status-opening",
      ["woord": .text(toestand.woord), "betekenis": .text(toestand.uitleg), "bereik": bereik(blad)])
    let leeg = "Op dit moment is er geen enkele opgave of functie met deze stand van zaken."
    let html = try keuze(.status(toestand), blad, leeg: leeg) + inhoud + sjablonen.browse(blad)
    return Page(
      path: blad.path, title: "Stand van zaken: \(toestand.woord)" + blad.titleSuffix, summary: toestand.uitleg,
      trail: kruimels(), opening: opening, html: try metUitleg(html), rail: try rail(blad.path), isWide: true)
  }
}
