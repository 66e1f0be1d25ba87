import Governance
import Publication

extension Publicatie {
  /// What changed: the latest with a calendar of all months, and the pages of each month.
  func wijzigingen(_ naar: (Page) throws -> Void) throws {
    let maanden = maanden
    try wijzigingenIndex(maanden, naar)
    for maand in maanden {
      let bladen = try Sheets.divide(maand.wijzigingen, Adressen.maand(maand.code)) { wijziging, pad in
        PagePiece(
          html: try sjablonen.render("verandering", self.wijziging(wijziging, pad: pad, metFunctie: true)),
          within: [Enclosure("lijst", "<ol class=\"lijn\">\n", "</ol>\n")])
      }
      for blad in bladen {
        try naar(
          Page(
            path: blad.path, title: "Wijzigingen in \(maand.naam)" + blad.titleSuffix,
            summary: "Wat er in \(maand.naam) is veranderd aan de lijst met nevenwerkzaamheden.",
            trail: kruimels(Page.Link("Wijzigingen", Adressen.wijzigingen)),
            opening: try sjablonen.render("maand", ["naam": .text(maand.naam), "bereik": bereik(blad, "Wijziging")]),
            html: try metUitleg(blad.html + sjablonen.browse(blad)), rail: try rail(blad.path)))
      }
    }
  }

  /// The feed's entries, latest first; titles hold nothing that could have to be erased, because feeds are copied.
  var veranderingen: [Change] {
    register.wijzigingen.reversed().map {
      Change(
        event: $0.event, position: $0.position, recordedAt: $0.recordedAt, effective: $0.effective,
        title: feedtitel($0), path: adres($0))
    }
  }

  /// What a feed says of a change: which function and statement, and which fields, but never what they say.
  private func feedtitel(_ wijziging: OpenbareWijziging) -> String {
    let nummer = wijziging.opgave.flatMap { nummers[$0] }.map { " (opgave \($0))" } ?? ""
    let namen = veldnamen(wijziging)
    let velden = namen.isEmpty ? "" : ": " + namen.joined(separator: ", ")
    return "\(wijziging.functie.naam)\(nummer): \(wijziging.soort.woorden)\(velden)"
  }

  private func wijzigingenIndex(_ maanden: [Maand], _ naar: (Page) throws -> Void) throws {
    let pad = Adressen.wijzigingen
    let values: TemplateValue = [
      "isLeeg": .flag(maanden.isEmpty), "feed": weg(pad, Adressen.feed),
      "jaren": .list(kalender(maanden, pad: pad)),
    ]
    // As many of the latest as fit beside the calendar; all of them stand on the pages of their months.
    let recent = try Sheets.divide(
      maanden.lazy.flatMap { maand in maand.wijzigingen.map { (maand, $0) } }.prefix(Self.meesteOpIndex), pad,
      most: Sheets.mostBytes - 20_000
    ) { ding, pad in
      let (maand, wijziging) = ding
      let kop = maand.naam.asSentenceStart
      let adres = Address.relative(from: pad, to: Adressen.maand(maand.code))
      return PagePiece(
        html: try sjablonen.render("verandering", self.wijziging(wijziging, pad: pad, metFunctie: true)),
        within: [
          Enclosure(
            maand.code, "<h2><a href=\"\(adres)\">\(kop)</a></h2>\n<ol class=\"lijn\">\n", "</ol>\n")
        ])
    }
    let html =
      try sjablonen.render("wijzigingen", values) + (recent.first?.html ?? "")
      + (maanden.isEmpty ? "" : sjablonen.render("kalender", values)) + sjablonen.render("wijzigingen-onder", values)
    try naar(
      Page(
        path: pad, title: "Wijzigingen", summary: "Wat er is veranderd aan de lijst met nevenwerkzaamheden, per maand.",
        trail: kruimels(), opening: try sjablonen.render("wijzigingen-opening", values), html: try metUitleg(html),
        rail: try rail(pad), alternates: vormen))
  }

  private static let meesteOpIndex = 40

  /// The months of each year from the first to the last with a change, latest year first; a month without one is a word.
  private func kalender(_ maanden: [Maand], pad: String) -> [TemplateValue] {
    let perCode = Dictionary(maanden.map { ($0.code, $0) }) { first, _ in first }
    let jaren = maanden.compactMap { Int($0.code.prefix(4)) }
    guard let eerste = jaren.min(), let laatste = jaren.max() else { return [] }
    return (eerste...laatste).reversed().map { jaar in
      [
        "jaar": .text(String(jaar)),
        "maanden": .list(
          (1...12).map { nummer in
            let code = "\(jaar)-\(nummer < 10 ? "0" : "")\(nummer)"
            let dag = try? CalendarDate("\(code)-01").text(.dutch)
            let naam = dag?.split(separator: " ").dropFirst().first.map(String.init) ?? code
            return [
              "naam": .text(naam), "aantal": .text(String(perCode[code]?.wijzigingen.count ?? 0)),
              "adres": perCode[code] == nil ? false : weg(pad, Adressen.maand(code)),
            ]
          }),
      ]
    }
  }

  private struct Maand {
    let code: String
    let naam: String
    var wijzigingen: [OpenbareWijziging]
  }

  /// The months in which something was recorded, latest first, by Dutch time.
  private var maanden: [Maand] {
    register.wijzigingen.reversed().reduce(into: []) { maanden, wijziging in
      let dag = wijziging.recordedAt.date
      let code = String(dag.description.prefix(7))
      if maanden.last?.code != code {
        let naam = dag.text(.dutch).split(separator: " ").dropFirst().joined(separator: " ")
        maanden.append(Maand(code: code, naam: naam, wijzigingen: []))
      }
      maanden[maanden.count - 1].wijzigingen.append(wijziging)
    }
  }
}

extension OpenbareWijziging.Soort {
  /// What changed, after the name of the function and a colon.
  var inZin: String { woorden.prefix(1).lowercased() + woorden.dropFirst() }
}
