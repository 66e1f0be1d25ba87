import Governance
import Publication

extension Publicatie {
  /// All rows on one page, to print or to search with the browser: values alone, without links and marks.
  func alles(_ naar: (Page) throws -> Void) throws {
    guard !regels.isEmpty else { return }
    let pad = Adressen.alles
    let rijen = try regels.map { try sjablonen.render("alles-rij", rij($0)) }.joined()
    let koppen = [koppen[0]] + kolommen.map(\.titel)
    let titel = "Alle nevenwerkzaamheden"
    let html =
      try sjablonen.render("tabel-boven", ["titel": .text(titel), "kolommen": .list(koppen.map(TemplateValue.text))])
      + "<tbody>\n" + rijen + "</tbody>\n" + sjablonen.render("tabel-onder", [:])
    try naar(
      Page(
        path: pad, title: "De hele lijst op één bladzijde",
        summary: "Alle regels van de lijst met nevenwerkzaamheden, om af te drukken of te doorzoeken.",
        trail: kruimels(),
        opening: try sjablonen.render(
          "alles",
          ["aantal": .text(Self.regels(aantal: regels.count)), "dag": HTMLDate.value(register.dag)]),
        html: try metUitleg(html), isWide: true, isWhole: true, alternates: vormen, isListed: false))
  }

  static func regels(aantal: Int) -> String { aantal == 1 ? "1 regel" : "\(aantal) regels" }

  private func rij(_ regel: Regel) -> TemplateValue {
    let kaart = regel.kaart
    let isWeg = regel.versie.map(isVervallen) ?? false
    let functie: TemplateValue = .text(kaart.functie.naam)
    guard let versie = regel.versie, !isWeg else {
      let zin: TemplateValue =
        isWeg ? ["voor": "Deze opgave is verwijderd", "dag": false, "na": ""] : Weergave.zin(regel.stand)
      let leeg: TemplateValue = ["zin": false, "waarde": false]
      return [
        "functie": functie,
        "cellen": .list([["zin": zin, "waarde": false]] + Array(repeating: leeg, count: max(0, kolommen.count - 1))),
      ]
    }
    return [
      "functie": functie,
      "cellen": .list(kolommen.map { ["waarde": Weergave.waarde($0.veld, in: versie), "zin": false] }),
    ]
  }
}
