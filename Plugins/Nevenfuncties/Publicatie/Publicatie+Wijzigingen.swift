import Governance
import Publication

extension Publicatie {
  /// What changed: an index that shows the latest months, and the pages of each month.
  func wijzigingen(_ naar: (Page) throws -> Void) throws {
    let maanden = maanden
    try wijzigingenIndex(maanden, naar)
    for maand in maanden {
      let bladen = try Sheets.divide(maand.wijzigingen, Adressen.maand(maand.code)) { wijziging, pad in
        PagePiece(
          html: try sjablonen.render("verandering", verandering(wijziging, pad: pad)),
          within: [Enclosure("lijst", "<ul class=\"veranderingen\">\n", "</ul>\n")])
      }
      for blad in bladen {
        let html = try sjablonen.render("maand", ["naam": .text(maand.naam)]) + blad.html + sjablonen.browse(blad)
        try naar(
          Page(
            path: blad.path, title: "Wijzigingen in \(maand.naam)" + blad.titleSuffix,
            summary: "Wat er in \(maand.naam) is veranderd aan de lijst met nevenwerkzaamheden.",
            trail: kruimels(Page.Link("Wijzigingen", Adressen.wijzigingen)), html: html))
      }
    }
  }

  /// The feed's entries, latest first; titles hold nothing that could have to be erased, because feeds are copied.
  var veranderingen: [Change] {
    register.wijzigingen.reversed().map {
      Change(
        event: $0.event, position: $0.position, recordedAt: $0.recordedAt, effective: $0.effective,
        title: "\($0.functie.naam): \($0.soort.woorden)", path: adres($0))
    }
  }

  private func wijzigingenIndex(_ maanden: [Maand], _ naar: (Page) throws -> Void) throws {
    let recent = maanden.prefix(3)
    // The latest months stand on the first page, above the links to all others.
    let bladen = try Sheets.divide(
      maanden.dropFirst(recent.count), Adressen.wijzigingen, most: Sheets.mostBytes - 60_000
    ) { maand, pad in
      let values: TemplateValue = [
        "naam": .text(maand.naam), "adres": weg(pad, Adressen.maand(maand.code)), "aantal": .text(aantal(maand)),
      ]
      return PagePiece(
        html: try sjablonen.render("maandregel", values),
        within: [Enclosure("ouder", "<h2>Eerder</h2>\n<ul class=\"index\">\n", "</ul>\n")])
    }
    for blad in bladen {
      let pad = blad.path
      let values: TemplateValue = [
        "isLeeg": .flag(maanden.isEmpty), "isEerste": .flag(blad.isFirst), "nummer": .text(String(blad.number)),
        "recent": .list(
          recent.map { maand in
            [
              "naam": .text(maand.naam), "kop": .text(maand.naam.prefix(1).uppercased() + maand.naam.dropFirst()),
              "adres": weg(pad, Adressen.maand(maand.code)),
              "meer": .flag(maand.wijzigingen.count > Self.meesteOpIndex),
              "veranderingen": .list(
                maand.wijzigingen.prefix(Self.meesteOpIndex).map { verandering($0, pad: pad) }),
            ]
          }),
        "feed": weg(pad, Adressen.feed),
      ]
      try naar(
        Page(
          path: pad, title: "Wijzigingen" + blad.titleSuffix,
          summary: "Wat er is veranderd aan de lijst met nevenwerkzaamheden, per maand.", trail: kruimels(),
          html: try sjablonen.render("wijzigingen", values) + blad.html + sjablonen.browse(blad), alternates: vormen))
    }
  }

  private static let meesteOpIndex = 50

  private func verandering(_ wijziging: OpenbareWijziging, pad: String) -> TemplateValue {
    guard case .fields(var fields) = self.wijziging(wijziging, pad: pad) else { return false }
    fields["wat"] = .text("\(wijziging.functie.naam): \(wijziging.soort.inZin)")
    return .fields(fields)
  }

  private func aantal(_ maand: Maand) -> String {
    maand.wijzigingen.count == 1 ? "1 wijziging" : "\(maand.wijzigingen.count) wijzigingen"
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
