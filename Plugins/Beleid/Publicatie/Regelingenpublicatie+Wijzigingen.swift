import Governance
import Publication

extension Regelingenpublicatie {
  /// What happened, month by month, the latest first, divided over pages.
  func wijzigingen(_ naar: (Page) throws -> Void) throws {
    let bladen = try Sheets.divide(nieuwsteEerst, Regelingadressen.wijzigingen) { gebeurtenis, pad in
      let maand = Self.maand(gebeurtenis)
      return PagePiece(
        html: try sjablonen.render("wijziging", waarde(gebeurtenis, pad: pad)),
        within: [Enclosure(maand, "<h2>\(maand)</h2>\n<ol class=\"lijn\">\n", "</ol>\n")])
    }
    for blad in bladen {
      let values: TemplateValue = [
        "feed": weg(blad.path, Regelingadressen.feed), "isLeeg": .flag(blad.total == 0),
      ]
      try naar(
        Page(
          path: blad.path, title: "Regelingen: wat er is veranderd" + blad.titleSuffix,
          summary: "Wat er met de regelingen is gebeurd: vastgesteld, bekendgemaakt, in werking getreden, ingetrokken.",
          trail: kruimels(),
          opening: try sjablonen.heading("Wat er is veranderd", blad, things: "Wijziging"),
          html: (blad.isFirst ? try sjablonen.render("wijzigingen-boven", values) : "") + blad.html
            + (try sjablonen.browse(blad)), alternates: vormen))
    }
  }

  /// The feed's entries, latest first; what a rule is called stands in the log for anyone.
  var veranderingen: [Change] {
    nieuwsteEerst.map {
      Change(
        event: $0.event, position: $0.position, recordedAt: $0.recordedAt, effective: $0.dag,
        title: $0.titel + $0.achterTitel, path: $0.adres)
    }
  }

  /// What happened, the latest first, as far as it was recorded by the day.
  var nieuwsteEerst: [Regelinggebeurtenis] {
    register.gebeurtenissen.reversed().filter { $0.recordedAt.date <= register.dag }
  }

  func waarde(_ gebeurtenis: Regelinggebeurtenis, pad: String) -> TemplateValue {
    let isAndereDag = gebeurtenis.dag != ImpreciseDate(gebeurtenis.recordedAt.date)
    return [
      "dag": HTMLDate.value(gebeurtenis.recordedAt.date), "adres": weg(pad, gebeurtenis.adres),
      "titel": .text(gebeurtenis.titel), "zin": .text(gebeurtenis.achterTitel),
      "geldt": .optional(
        isAndereDag && gebeurtenis.dag != .unknown || gebeurtenis.eerder != nil
          ? HTMLDate.value(gebeurtenis.dag) : nil),
      "eerder": .optional(gebeurtenis.eerder.map(HTMLDate.value)),
    ]
  }

  /// The month in which it was recorded, by Dutch time: "November 2026".
  private static func maand(_ gebeurtenis: Regelinggebeurtenis) -> String {
    gebeurtenis.recordedAt.date.text(.dutch).split(separator: " ").dropFirst().joined(separator: " ").asSentenceStart
  }
}
