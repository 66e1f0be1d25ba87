import Governance
import Publication

extension Inspectiepublicatie {
  /// The list, divided over pages.
  func lijstbladen() throws -> [Sheet] {
    let boven = try sjablonen.render(
      "lijst-boven",
      ["titel": "Eisen, de nieuwste eerst", "kolommen": ["Eis", "Stand", "Voldoen uiterlijk", "Maatregelen"]])
    return try Sheets.divide(register.eisen, Inspectieadressen.lijst) { eis, pad in
      PagePiece(
        html: try sjablonen.render("eisrij", rij(eis, pad: pad, opgave: eis.opgave)),
        within: [Enclosure("tabel", boven, "</tbody>\n</table>\n")])
    }
  }

  func pagina(_ blad: Sheet) throws -> Page {
    let titel = "Arbeidsinspectie"
    let inleiding =
      "De Nederlandse Arbeidsinspectie kan eisen dat een werkgever iets verbetert. Hier staat wat zij van \(settings.organisatie) eist, tot wanneer, en welke maatregelen wij nemen."
    let values: TemplateValue = [
      "inleiding": .text(inleiding), "wijzigingen": weg(blad.path, Inspectieadressen.wijzigingen),
      "beleid": weg(blad.path, "/publicatiebeleid/"),
    ]
    return Page(
      path: blad.path, title: titel + blad.titleSuffix, summary: inleiding,
      trail: blad.isFirst ? [Page.Link("Start", "/")] : kruimels(),
      opening: try sjablonen.heading(titel, blad, things: "Eis")
        + (blad.isFirst ? sjablonen.render("lijst-inleiding", values) : ""),
      html: blad.html + (try sjablonen.browse(blad)) + (try sjablonen.render("lijst-onder", values)), isWide: true,
      alternates: vormen)
  }

  /// What the start page says of demands.
  func overzicht() throws -> Overview {
    let open = register.eisen.filter { $0.toestand.isOpen }
    let alle = register.eisen.count
    // What is open is what matters; without any the number of all tells that there were some.
    let cijfer =
      open.isEmpty
      ? Overview.Figure(
        alle, alle == 1 ? "eis van de Arbeidsinspectie" : "eisen van de Arbeidsinspectie", Inspectieadressen.lijst)
      : Overview.Figure(
        open.count,
        open.count == 1 ? "eis van de Arbeidsinspectie staat open" : "eisen van de Arbeidsinspectie staan open",
        Inspectieadressen.lijst)
    return Overview(
      figures: [cijfer],
      html: try sjablonen.render(
        "overzicht",
        [
          "lijst": weg("/", Inspectieadressen.lijst),
          "alle": .text(alle == 1 ? "Naar de eis" : "Alle \(alle) eisen"),
          "rijen": .list(register.eisen.prefix(Self.meesteRijen).map { rij($0, pad: "/", opgave: nil) }),
        ]), news: try gebeurtenissen.news())
  }

  /// One row, on the list and on the start page.
  /// - Parameter opgave: The id by which it is compared with what was signed; nil where it is not.
  private func rij(_ eis: OpenbareEis, pad: String, opgave: String?) -> TemplateValue {
    [
      "adres": weg(pad, eis.adres), "titel": .text(eis.titel),
      "kenmerk": .optional(eis.brief.kenmerk.map { ["tekst": .text($0), "opgave": .optional(opgave)] }),
      "stand": .text(eis.toestand.tekst), "merk": .text(eis.toestand.merk), "uiterlijk": uiterlijk(eis),
      "maatregelen": .text(maatregelen(eis)),
    ]
  }

  private func maatregelen(_ eis: OpenbareEis) -> String {
    let aantal = eis.maatregelen.count
    guard aantal > 0 else { return "Geen op deze site" }
    let klaar = eis.maatregelen.count { $0.voortgang == .uitgevoerd || $0.voortgang == .geevalueerd }
    return "\(klaar) van \(aantal) uitgevoerd"
  }

  /// By when there must be compliance, and how long that is from the date on the letter.
  func uiterlijk(_ eis: OpenbareEis) -> TemplateValue {
    [
      "dag": .optional(eis.brief.uiterlijk.map(HTMLDate.value)),
      "termijn": .optional(eis.feit[EisOpgelegd.termijn].map { $0.text(.dutch) }),
    ]
  }

  private static let meesteRijen = 3
}
