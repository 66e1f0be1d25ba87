import Governance
import Publication

/// One row of the table: a statement, or the sentence of a card that has none.
struct Rij {
  let functie: OpenbareFunctie
  let toestand: Toestand
  let isTeLaat: Bool
  let html: String
}

extension Publicatie {
  /// The rows of a state of the list, as the page at `pad` shows them.
  ///
  /// - Parameter actueel: Whether it is the present state, whose rows link to the permalinks; earlier ones link to versions.
  func rijen(_ stand: OpenbareStand, pad: String, actueel: Bool) throws -> [Rij] {
    try stand.kaarten.flatMap { kaart in
      let values =
        kaart.versies.isEmpty
        ? [rij(kaart, nil, pad: pad, actueel: actueel)]
        : kaart.versies.map { rij(kaart, $0, pad: pad, actueel: actueel) }
      return try values.map {
        Rij(
          functie: kaart.functie, toestand: kaart.toestand, isTeLaat: kaart.isBevestigingTeLaat,
          html: try sjablonen.render("rij", $0))
      }
    }
  }

  private func rij(_ kaart: Kaart, _ versie: OpgaveVersie?, pad: String, actueel: Bool) -> TemplateValue {
    let adres = versie.map { versie -> TemplateValue in
      weg(pad, actueel ? Adressen.opgave(versie.opgave) : Adressen.versie(versie.opgave, versie.nummer))
    }
    let isVervallen = versie.map { vervallen.contains($0.opgave) } ?? false
    let zichtbaar = isVervallen ? nil : versie
    let hoofdfunctie = zichtbaar?.hoofdfunctie ?? kaart.functie.naam
    return [
      "hoofdfunctie": .text(hoofdfunctie), "functieAdres": weg(pad, Adressen.functie(kaart.functie)),
      "functie": .optional(hoofdfunctie == kaart.functie.naam ? nil : kaart.functie.naam),
      "naam": naam(kaart), "isInhuur": .flag(kaart.isInhuur), "breedte": .text(String(kolommen.count - 2)),
      "zin": versie == nil ? Weergave.zin(kaart.stand) : false,
      "isVervallen": .flag(isVervallen), "adres": .optional(adres),
      "cellen": .list(zichtbaar.map { cellen($0, adres: adres) } ?? []),
      "toestand": kaart.toestand.waarde, "bevestiging": bevestiging(kaart),
    ]
  }

  private func cellen(_ versie: OpgaveVersie, adres: TemplateValue?) -> [TemplateValue] {
    velden.filter { $0 != .hoofdfunctie }.map { veld in
      [
        "label": .text(Weergave.label(veld)), "waarde": Weergave.waarde(veld, in: versie),
        "adres": .optional(veld == .nevenwerkzaamheid ? adres : nil),
      ]
    }
  }

  /// The headings of the table; the first is that of the row's header, the last that of its state.
  var kolommen: [String] {
    ["Hoofdfunctie" + (toont(.naam) ? " en naam" : "")]
      + velden.filter { $0 != .hoofdfunctie }.map(Weergave.label) + ["Stand van zaken"]
  }

  /// The holder's name, only when the regulation publishes names.
  func naam(_ kaart: Kaart) -> TemplateValue {
    guard toont(.naam), let naam = kaart.naam else { return false }
    return Weergave.tekst(naam, anders: "")
  }

  /// When a card was last changed and confirmed, and whether the next confirmation is overdue.
  func bevestiging(_ kaart: Kaart) -> TemplateValue {
    [
      "gewijzigd": .optional(kaart.laatstGewijzigd.map(HTMLDate.value)),
      "bevestigd": .optional(kaart.laatstBevestigd.map(HTMLDate.value)),
      "uiterlijk": .optional(kaart.bevestigenUiterlijk.map(HTMLDate.value)),
      "isTeLaat": .flag(kaart.isBevestigingTeLaat),
    ]
  }

  /// A table with these rows.
  func tabel(_ rijen: some Sequence<Rij>, titel: TemplateValue) throws -> String {
    var html = try sjablonen.render(
      "tabel-boven", ["titel": titel, "kolommen": .list(kolommen.map(TemplateValue.text))])
    var functie: String?
    for rij in rijen {
      if rij.functie.slug != functie {
        if functie != nil { html += "</tbody>\n" }
        html += "<tbody role=\"rowgroup\" id=\"functie-\(rij.functie.slug)\">\n"
        functie = rij.functie.slug
      }
      html += rij.html
    }
    return html + (functie == nil ? "" : "</tbody>\n") + (try sjablonen.render("tabel-onder", [:]))
  }
}
