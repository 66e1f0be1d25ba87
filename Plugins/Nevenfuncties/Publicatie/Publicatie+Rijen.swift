import Governance
import Publication

/// What one row of the table is about: a statement on a card, or a card that has none.
struct Regel {
  let kaart: Kaart
  let versie: OpgaveVersie?
}

/// One row of the table, written for the page it is on: its links depend on where that stands.
struct Rij {
  let functie: OpenbareFunctie
  let html: String

  /// The row, and the link that leads to it from above the table.
  var grootte: Int { html.utf8.count + 80 + functie.naam.utf8.count + 2 * functie.slug.utf8.count }
}

extension Publicatie {
  /// The rows of a state of the list.
  func regels(_ stand: OpenbareStand?) -> [Regel] {
    (stand?.kaarten ?? []).flatMap { kaart -> [Regel] in
      kaart.versies.isEmpty
        ? [Regel(kaart: kaart, versie: nil)] : kaart.versies.map { Regel(kaart: kaart, versie: $0) }
    }
  }

  /// Whether a row is on the page of this state.
  func hoort(_ regel: Regel, bij toestand: Toestand) -> Bool {
    switch toestand {
    case .bevestigingTeLaat: regel.kaart.isBevestigingTeLaat
    case .beeindigd: false
    default: (regel.versie.map(isVervallen) ?? false ? .nietGepubliceerd : regel.kaart.toestand) == toestand
    }
  }

  /// The row as the page at `pad` shows it.
  ///
  /// - Parameter actueel: Whether it is the present state, whose rows link to the permalinks; earlier ones link to versions.
  func rij(_ regel: Regel, pad: String, actueel: Bool) throws -> Rij {
    Rij(
      functie: regel.kaart.functie,
      html: try sjablonen.render("rij", rij(regel.kaart, regel.versie, pad: pad, actueel: actueel)))
  }

  private func rij(_ kaart: Kaart, _ versie: OpgaveVersie?, pad: String, actueel: Bool) -> TemplateValue {
    let adres = versie.map { versie -> TemplateValue in
      weg(pad, actueel ? Adressen.opgave(versie.opgave) : Adressen.versie(versie.opgave, versie.nummer))
    }
    let isWeg = versie.map(isVervallen) ?? false
    let zichtbaar = isWeg ? nil : versie
    let hoofdfunctie = zichtbaar?.hoofdfunctie ?? kaart.functie.naam
    return [
      "hoofdfunctie": .text(hoofdfunctie), "functieAdres": weg(pad, Adressen.functie(kaart.functie)),
      "functie": .optional(hoofdfunctie == kaart.functie.naam ? nil : kaart.functie.naam),
      // The name goes with the content: an earlier state does not keep it for a statement that has lapsed.
      "naam": isWeg && !actueel ? false : naam(kaart), "isInhuur": .flag(kaart.isInhuur),
      "breedte": .text(String(kolommen.count)),
      "zin": versie == nil ? Weergave.zin(kaart.stand) : false,
      "isVervallen": .flag(isWeg), "adres": .optional(adres),
      "cellen": .list(zichtbaar.map { cellen($0, adres: adres) } ?? []),
      "toestand": isWeg ? Toestand.vervallen : kaart.toestand.waarde, "bevestiging": bevestiging(kaart),
    ]
  }

  private func cellen(_ versie: OpgaveVersie, adres: TemplateValue?) -> [TemplateValue] {
    kolommen.map { kolom in
      [
        "label": .text(kolom.titel), "waarde": Weergave.waarde(kolom.veld, in: versie),
        "adres": .optional(kolom.veld == .nevenwerkzaamheid ? adres : nil),
        "erbij": .optional(
          kolom.erbij.map {
            ["label": .text(Weergave.label($0)), "waarde": Weergave.waarde($0, in: versie)]
          }),
      ]
    }
  }

  /// The columns between the row's header and its state; fields that belong together share one, so that nine fit.
  private var kolommen: [Kolom] {
    velden.filter { $0 != .hoofdfunctie }.reduce(into: []) { kolommen, veld in
      if let laatste = kolommen.last, laatste.veld.deelt == veld {
        kolommen[kolommen.count - 1] = Kolom(veld: laatste.veld, erbij: veld)
      } else {
        kolommen.append(Kolom(veld: veld, erbij: nil))
      }
    }
  }

  private struct Kolom {
    let veld: OpenbaarVeld
    let erbij: OpenbaarVeld?

    var titel: String { Weergave.label(veld) + (erbij.map { " en " + Weergave.label($0).lowercased() } ?? "") }
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

  private var koppen: [String] {
    ["Hoofdfunctie" + (toont(.naam) ? " en naam" : "")] + kolommen.map(\.titel) + ["Stand van zaken"]
  }

  /// A table with these rows.
  func tabel(_ rijen: some Sequence<Rij>, titel: TemplateValue) throws -> String {
    var html = try sjablonen.render(
      "tabel-boven", ["titel": titel, "kolommen": .list(koppen.map(TemplateValue.text))])
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

extension OpenbaarVeld {
  /// The field that shares its column when it comes next.
  fileprivate var deelt: OpenbaarVeld? {
    switch self {
    case .ingang: .einde
    case .bezoldigd: .tijdsbeslag
    default: nil
    }
  }
}
