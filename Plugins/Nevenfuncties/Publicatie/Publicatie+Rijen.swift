import Governance
import Publication

/// What one row of the table is about: a statement on a card, or a sentence that says why there is none.
struct Regel {
  let kaart: Kaart
  let stand: Kaartstand
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
      let eerst =
        kaart.versies.isEmpty
        ? [Regel(kaart: kaart, stand: kaart.stand, versie: nil)]
        : kaart.versies.map { Regel(kaart: kaart, stand: kaart.stand, versie: $0) }
      return eerst
        + kaart.nietGepubliceerd.map {
          Regel(kaart: kaart, stand: .nietGepubliceerd(reden: $0.reden, position: $0.position), versie: nil)
        }
    }
  }

  /// Whether a row is on the page of this state.
  func hoort(_ regel: Regel, bij toestand: Toestand) -> Bool {
    switch toestand {
    case .bevestigingTeLaat: regel.kaart.isBevestigingTeLaat
    case .beeindigd: false
    default: self.toestand(regel) == toestand
    }
  }

  /// The state of a row; a statement whose content is gone is on the list as one that is not published.
  func toestand(_ regel: Regel) -> Toestand {
    regel.versie.map(isVervallen) ?? false ? .nietGepubliceerd : regel.stand.toestand
  }

  /// The row as the page at `pad` shows it.
  ///
  /// - Parameter actueel: Whether it is the present state, whose rows link to the permalinks; earlier ones link to versions.
  func rij(_ regel: Regel, pad: String, actueel: Bool) throws -> Rij {
    Rij(
      functie: regel.kaart.functie,
      html: try sjablonen.render("rij", waarden(regel, pad: pad, actueel: actueel)))
  }

  private func waarden(_ regel: Regel, pad: String, actueel: Bool) -> TemplateValue {
    let kaart = regel.kaart
    let adres = regel.versie.map { versie -> TemplateValue in
      weg(pad, actueel ? Adressen.opgave(versie.opgave) : Adressen.versie(versie.opgave, versie.nummer))
    }
    let isWeg = regel.versie.map(isVervallen) ?? false
    let versie = isWeg ? nil : regel.versie
    let getoond = toont(.hoofdfunctie) ? versie?.hoofdfunctie : nil
    let hoofdfunctie: String? = if case .waarde(let tekst) = getoond { tekst } else { nil }
    // The name goes with the content: an earlier state does not keep it for a statement that has lapsed.
    let naam = isWeg && !actueel ? nil : versie == nil ? kaart.naam : versie?.naam ?? kaart.naam
    return [
      "hoofdfunctie": .text(hoofdfunctie ?? kaart.functie.naam),
      "functieAdres": weg(pad, Adressen.functie(kaart.functie)),
      "functie": .optional(hoofdfunctie.map { $0 == kaart.functie.naam } ?? true ? nil : kaart.functie.naam),
      "isZonderHoofdfunctie": .flag(getoond == .vernietigd),
      "naam": toont(.naam) ? .optional(naam.map { Weergave.tekst($0, anders: "") }) : false,
      "merkFunctie": merk(.hoofdfunctie, versie, actueel), "merkNaam": merk(.naam, versie, actueel),
      "isInhuur": .flag(kaart.isInhuur), "breedte": .text(String(kolommen.count)),
      "zin": regel.versie == nil ? Weergave.zin(regel.stand) : false,
      "isVervallen": .flag(isWeg), "adres": .optional(adres),
      "cellen": .list(versie.map { cellen($0, adres: adres, actueel: actueel) } ?? []),
      "toestand": isWeg ? Toestand.vervallen : toestand(regel).waarde, "bevestiging": bevestiging(regel),
    ]
  }

  private func cellen(_ versie: OpgaveVersie, adres: TemplateValue?, actueel: Bool) -> [TemplateValue] {
    kolommen.map { kolom in
      [
        "label": .text(kolom.titel), "waarde": Weergave.waarde(kolom.veld, in: versie),
        "merk": merk(kolom.veld, versie, actueel),
        "adres": .optional(kolom.veld == .nevenwerkzaamheid ? adres : nil),
        "erbij": .optional(
          kolom.erbij.map {
            [
              "label": .text(Weergave.label($0)), "waarde": Weergave.waarde($0, in: versie),
              "merk": merk($0, versie, actueel),
            ]
          }),
      ]
    }
  }

  /// What marks a value on the present list for the check in the browser; what an event does not say is not marked.
  private func merk(_ veld: OpenbaarVeld, _ versie: OpgaveVersie?, _ actueel: Bool) -> TemplateValue {
    guard actueel, let versie, toont(veld), veld.json(in: versie) != nil else { return false }
    return ["opgave": .text(versie.opgave), "veld": .text(veld.rawValue)]
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

  /// The dates of one row: of the statement on it, or of the card that has none.
  private func bevestiging(_ regel: Regel) -> TemplateValue {
    if let versie = regel.versie { return isVervallen(versie) ? false : bevestiging(versie, op: regel.kaart) }
    // A report that is not published beside statements that are: the card's last change may be one of those.
    return bevestiging(
      regel.kaart, gewijzigd: regel.stand == regel.kaart.stand ? regel.kaart.laatstGewijzigd : nil,
      bevestigd: regel.kaart.laatstBevestigd)
  }

  /// When a statement itself was last changed and confirmed, and whether the next confirmation is overdue.
  ///
  /// - Parameter isOpKaart: Whether it stands on its card, which says itself that a confirmation is overdue.
  func bevestiging(_ versie: OpgaveVersie, op kaart: Kaart, isOpKaart: Bool = false) -> TemplateValue {
    bevestiging(
      kaart, isOpKaart ? .opgaveOpKaart : .rij, gewijzigd: versie.vanaf, bevestigd: kaart.bevestigd(versie),
      nogNiet: kaart.laatstBevestigd == nil ? "Nog niet bevestigd" : "Sindsdien nog niet bevestigd")
  }

  /// When a card was last changed and confirmed, and whether the next confirmation is overdue.
  func bevestiging(_ kaart: Kaart) -> TemplateValue {
    bevestiging(
      kaart, kaart.versies.isEmpty ? .rij : .kaart, gewijzigd: kaart.laatstGewijzigd, bevestigd: kaart.laatstBevestigd)
  }

  /// What the dates stand beside.
  private enum Plaats {
    case rij
    case opgaveOpKaart
    case kaart
  }

  private func bevestiging(
    _ kaart: Kaart, _ plaats: Plaats = .rij, gewijzigd: CalendarDate?, bevestigd: CalendarDate? = nil,
    nogNiet: String? = nil
  ) -> TemplateValue {
    [
      "gewijzigd": .optional(gewijzigd.map(HTMLDate.value)),
      "bevestigd": .optional(bevestigd.map(HTMLDate.value)),
      "nogNiet": .optional(bevestigd == nil && !kaart.isBevestigingTeLaat ? nogNiet : nil),
      "uiterlijk": .optional(kaart.bevestigenUiterlijk.map(HTMLDate.value)),
      "isTeLaat": .flag(kaart.isBevestigingTeLaat && plaats != .opgaveOpKaart), "isKaart": .flag(plaats == .kaart),
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

extension Kaart {
  /// When a version of a statement was last confirmed; nil when the last confirmation was of what stood there before.
  func bevestigd(_ versie: OpgaveVersie) -> CalendarDate? {
    laatstBevestigd.flatMap { versie.vanaf <= $0 ? $0 : nil }
  }
}
