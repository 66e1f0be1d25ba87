import Governance
import Publication

extension Inspectiepublicatie {
  /// The page of one demand: its term, what is done, what it asks and what happened.
  func eis(_ eis: OpenbareEis, _ naar: (Page) throws -> Void) throws {
    let stukken =
      eis.maatregelen.map { Stuk.maatregel($0) }
      + eis.gebeurtenissen.sorted { (dag($0), $0.position) > (dag($1), $1.position) }.map { Stuk.gebeurtenis($0) }
      + eis.delen.flatMap { deel in deel.eisen.map { Stuk.gevraagd($0, deel) } }
    let tabel = Enclosure(
      "maatregelen",
      "<h2>Maatregelen</h2>\n"
        + (try sjablonen.render(
          "lijst-boven",
          ["soort": "breed", "titel": "Wat wij doen", "kolommen": ["Maatregel", "Stand", "Uitvoeren", "Evalueren"]])),
      "</tbody>\n</table>\n")
    let vraag = Enclosure(
      "gevraagd", try sjablonen.render("gevraagd-boven", ["briefAan": .optional(eis.briefAan)]))
    let lijn = Enclosure("lijn", "<h2>Wat er is gebeurd</h2>\n<ol class=\"lijn\">\n", "</ol>\n")
    let bladen = try Sheets.divide(stukken, eis.adres) { stuk, _ in
      switch stuk {
      case .maatregel(let maatregel):
        PagePiece(html: try sjablonen.render("maatregel", rij(maatregel)), within: [tabel])
      case .gevraagd(let gevraagd, let deel):
        PagePiece(
          html: try sjablonen.render(
            "gevraagd", ["nummer": .text(gevraagd.nummer), "woorden": .text(gevraagd.woorden.asSentenceStart)]),
          within: [vraag, try self.deel(deel)])
      case .gebeurtenis(let gebeurtenis): PagePiece(html: try gebeurtenissen.line(gebeurtenis), within: [lijn])
      }
    }
    for blad in bladen { try naar(pagina(eis, blad)) }
  }

  /// By which day it stands in its place: the last on which it can have been.
  private func dag(_ happening: Happening) -> CalendarDate { happening.day.latest ?? register.dag }

  private enum Stuk {
    case maatregel(OpenbareMaatregel)
    case gevraagd(Gevraagd, Eisdeel)
    case gebeurtenis(Happening)
  }

  private func deel(_ deel: Eisdeel) throws -> Enclosure {
    Enclosure(
      "deel \(deel.titel)",
      try sjablonen.render(
        "deel-boven",
        [
          "titel": .text(deel.titel.asSentenceStart),
          "grondslag": .optional(deel.grondslag.isEmpty ? nil : deel.grondslag.asDutchList),
        ]),
      "</ul>\n")
  }

  private func pagina(_ eis: OpenbareEis, _ blad: Sheet) throws -> Page {
    let values: TemplateValue = [
      "titel": .text(eis.titel), "stand": .text(eis.toestand.tekst), "merk": .text(eis.toestand.merk),
      "uitleg": .text(eis.toestand.uitleg), "kenmerk": .optional(eis.brief.kenmerk),
      "dagtekening": HTMLDate.value(eis.brief.dagtekening), "uiterlijk": uiterlijk(eis),
      "grondslag": .optional(eis.feit[EisOpgelegd.grondslag]),
      "vervallen": .optional(eis.brief.vervallen.map(HTMLDate.value)),
      "isEerste": .flag(blad.isFirst), "nummer": .text(String(blad.number)), "aantal": .text(String(blad.count)),
      "heeftMaatregelen": .flag(!eis.maatregelen.isEmpty), "heeftEisen": .flag(!eis.delen.isEmpty),
    ]
    return Page(
      path: blad.path, title: eis.volleTitel + blad.titleSuffix,
      summary: "Wat de Arbeidsinspectie eist, tot wanneer, en welke maatregelen worden genomen.",
      trail: kruimels(), opening: try sjablonen.render("eis-opening", values),
      html: (blad.isFirst ? try sjablonen.render("eis-boven", values) : "") + blad.html
        + (try sjablonen.browse(blad)), alternates: vormen)
  }

  private func rij(_ maatregel: OpenbareMaatregel) -> TemplateValue {
    let stand = maatregel.stand
    return [
      "omschrijving": .text(stand.omschrijving), "naam": .text(maatregel.naam.asSentenceStart),
      "soort": .text(Self.soort(stand.soort)), "isDoor": .flag(!maatregel.eisen.isEmpty),
      "eisen": .text(maatregel.eisen.asDutchList), "stand": .text(maatregel.voortgang.tekst),
      "merk": .text(maatregel.voortgang.merk), "criterium": .optional(stand.criterium),
      "uitvoeren": [
        "gedaan": .optional(stand.uitgevoerd.map(HTMLDate.value)),
        "voor": .optional(stand.uitvoerenVoor.map(HTMLDate.value)), "teLaat": .flag(maatregel.isUitvoeringTeLaat),
      ],
      "evalueren": [
        "gedaan": .optional(stand.geevalueerd.map(HTMLDate.value)),
        "uitkomst": .optional(stand.uitkomst.map { $0.text(.dutch) }),
        // A day that was met is past.
        "voor": .optional(maatregel.isGeevalueerd ? nil : stand.evaluerenVoor.map(HTMLDate.value)),
        "teLaat": .flag(maatregel.isEvaluatieTeLaat),
      ],
    ]
  }

  /// What a measure is for, as people say it.
  static func soort(_ soort: SoortMaatregel) -> String {
    switch soort {
    case .voorkomen: "om het te voorkomen"
    case .beperken: "om de gevolgen te beperken"
    }
  }
}
