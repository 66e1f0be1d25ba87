import Governance
import Publication

extension Publicatie {
  /// The index of states and each state of the list; every day since the first falls under exactly one.
  func standen() throws -> [Page] {
    try [standIndex()] + register.standen.flatMap(stand)
  }

  private func standIndex() throws -> Page {
    let pad = Adressen.standen
    let jaren = register.standen.reversed().reduce(into: [(jaar: Int, standen: [OpenbareStand])]()) { jaren, stand in
      if jaren.last?.jaar != stand.vanaf.year { jaren.append((stand.vanaf.year, [])) }
      jaren[jaren.count - 1].standen.append(stand)
    }
    return Page(
      path: pad, title: "De lijst op een eerdere datum",
      summary: "Elke stand van de lijst met nevenwerkzaamheden, met de dagen waarop zij gold.", trail: kruimels(),
      html: try html(
        "standen",
        [
          "eerste": .optional(register.standen.first.map { HTMLDate.value($0.vanaf) }),
          "jaren": .list(
            jaren.map { jaar, standen in
              [
                "jaar": .text(String(jaar)),
                "standen": .list(
                  standen.map { stand in
                    [
                      "adres": weg(pad, Adressen.stand(stand.vanaf)), "vanaf": HTMLDate.value(stand.vanaf),
                      "tot": .optional(stand.totEnMet.map(HTMLDate.value)),
                    ]
                  }),
              ]
            }),
        ]))
  }

  private func stand(_ stand: OpenbareStand) throws -> [Page] {
    let adres = Adressen.stand(stand.vanaf)
    let index = register.standen.firstIndex { $0.vanaf == stand.vanaf }
    let vorige = index.flatMap { $0 > 0 ? register.standen[$0 - 1] : nil }
    let volgende = index.flatMap { $0 + 1 < register.standen.count ? register.standen[$0 + 1] : nil }
    return try bladen(adres, regels: regels(stand), actueel: false) { blad in
      func ander(_ stand: OpenbareStand?) -> TemplateValue {
        guard let stand else { return false }
        return ["adres": weg(blad.pad, Adressen.stand(stand.vanaf)), "vanaf": HTMLDate.value(stand.vanaf)]
      }
      let values: TemplateValue = [
        "vanaf": HTMLDate.value(stand.vanaf), "tot": .optional(stand.totEnMet.map(HTMLDate.value)),
        "isActueel": .flag(stand.totEnMet == nil), "lijst": weg(blad.pad, Adressen.lijst),
        "standen": weg(blad.pad, Adressen.standen), "vorige": ander(vorige), "volgende": ander(volgende),
        "isLeeg": .flag(stand.kaarten.isEmpty), "bladen": bladeren(blad),
      ]
      var html = try sjablonen.render("stand-boven", values)
      if !blad.rijen.isEmpty {
        html += try tabel(blad.rijen, titel: .text("Nevenwerkzaamheden vanaf \(stand.vanaf.text(.dutch))"))
      }
      html += try sjablonen.render("stand-onder", values)
      return Page(
        path: blad.pad, title: "De lijst vanaf \(stand.vanaf.text(.dutch))" + blad.toevoeging,
        summary: "De lijst met nevenwerkzaamheden zoals die gold vanaf \(stand.vanaf.text(.dutch)).",
        trail: kruimels(Page.Link("Op een eerdere datum", Adressen.standen)), html: try metUitleg(html),
        isListed: stand.totEnMet == nil)
    }
  }
}
