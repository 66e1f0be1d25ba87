import Governance
import Publication

extension Publicatie {
  /// What changed: an index that shows the latest months, and a page for each month.
  func wijzigingen() throws -> [Page] {
    try [wijzigingenIndex()]
      + maanden.map { maand in
        let pad = Adressen.maand(maand.code)
        return Page(
          path: pad, title: "Wijzigingen in \(maand.naam)",
          summary: "Wat er in \(maand.naam) is veranderd aan de lijst met nevenwerkzaamheden.",
          trail: kruimels(Page.Link("Wijzigingen", Adressen.wijzigingen)),
          html: try html(
            "maand",
            [
              "naam": .text(maand.naam), "veranderingen": .list(maand.wijzigingen.map { verandering($0, pad: pad) }),
            ]))
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

  private func wijzigingenIndex() throws -> Page {
    let pad = Adressen.wijzigingen
    let recent = maanden.prefix(3)
    return Page(
      path: pad, title: "Wijzigingen", summary: "Wat er is veranderd aan de lijst met nevenwerkzaamheden, per maand.",
      trail: kruimels(),
      html: try html(
        "wijzigingen",
        [
          "isLeeg": .flag(maanden.isEmpty),
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
          "heeftOuder": .flag(maanden.count > recent.count),
          "ouder": .list(
            maanden.dropFirst(recent.count).map {
              ["naam": .text($0.naam), "adres": weg(pad, Adressen.maand($0.code)), "aantal": .text(aantal($0))]
            }),
          "feed": weg(pad, Adressen.feed),
        ]), alternates: vormen)
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
