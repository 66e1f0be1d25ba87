import Governance
import Publication

/// What one row of the table is about: a statement on a card, or a sentence that says why there is none.
struct Regel {
  let kaart: Kaart
  let stand: Kaartstand
  let versie: OpgaveVersie?
  /// Whether it goes on about the card of the row before it.
  var isVervolg = false
}

extension Publicatie {
  /// The rows of a state of the list.
  static func regels(_ kaarten: [Kaart]) -> [Regel] {
    kaarten.flatMap { kaart in inVolgorde(regels(kaart)) }
  }

  /// Rows in an order, of which each knows whether it goes on about the same card.
  static func inVolgorde(_ regels: [Regel]) -> [Regel] {
    regels.indices.map { index in
      var regel = regels[index]
      regel.isVervolg = index > 0 && regels[index - 1].kaart.id == regel.kaart.id
      return regel
    }
  }

  private static func regels(_ kaart: Kaart) -> [Regel] {
    let eerst =
      kaart.versies.isEmpty
      ? [Regel(kaart: kaart, stand: kaart.stand, versie: nil)]
      : kaart.versies.map { Regel(kaart: kaart, stand: kaart.stand, versie: $0) }
    return eerst
      + kaart.nietGepubliceerd.map {
        Regel(kaart: kaart, stand: .nietGepubliceerd(reden: $0.reden, position: $0.position), versie: nil)
      }
  }

  /// Rows divided over pages.
  /// - Parameter isPerFunctie: Whether the rows of a function stand together, and so can be linked to.
  func bladen(_ adres: String, _ regels: [Regel], isPerFunctie: Bool = true) throws -> [Sheet] {
    let alle = Enclosure("alle", "<tbody role=\"rowgroup\">\n", "</tbody>\n")
    return try Sheets.divide(regels, adres, most: Sheets.mostBytes - 4_000) { regel, pad in
      PagePiece(
        html: try sjablonen.render("rij", waarden(regel, pad: pad)),
        within: [isPerFunctie ? tbody(regel.kaart.functie) : alle])
    }
  }

  /// The rows of one function, which can be linked to.
  func tbody(_ functie: OpenbareFunctie) -> Enclosure {
    Enclosure(functie.slug, "<tbody role=\"rowgroup\" id=\"functie-\(functie.slug)\">\n", "</tbody>\n")
  }

  /// Whether a row is on the page of this state.
  func hoort(_ regel: Regel, bij toestand: Toestand) -> Bool {
    switch toestand {
    case .bevestigingTeLaat: regel.kaart.isBevestigingTeLaat
    case .vervallen: false
    default: self.toestand(regel) == toestand
    }
  }

  /// The state of a row; a statement whose content is gone is on the list as one that is not published.
  func toestand(_ regel: Regel) -> Toestand {
    regel.versie.map(isVervallen) ?? false ? .nietGepubliceerd : regel.stand.toestand
  }

  /// The row as the page at `pad` shows it; it links to the permalink.
  private func waarden(_ regel: Regel, pad: String) -> TemplateValue {
    let kaart = regel.kaart
    let isWeg = regel.versie.map(isVervallen) ?? false
    let versie = isWeg ? nil : regel.versie
    var values = kop(kaart.functie, versie: versie, naam: kaart.naam, isInhuur: kaart.isInhuur, pad: pad)
    values["isVervolg"] = .flag(regel.isVervolg)
    values["merkFunctie"] = merk(.hoofdfunctie, versie)
    values["merkNaam"] = merk(.naam, versie)
    values["zin"] = regel.versie == nil ? Weergave.zin(regel.stand) : false
    values["isVervallen"] = .flag(isWeg)
    values["adres"] = .optional(regel.versie.map { weg(pad, Adressen.opgave($0.opgave)) })
    values["cellen"] = .list(
      versie.map { cellen($0, adres: weg(pad, Adressen.opgave($0.opgave)), isNu: true) } ?? [])
    values["stand"] = [
      // A statement that is on the list says whether it was confirmed, which is more than that it is there.
      "toestand": isWeg ? Toestand.nietOpLijst : versie == nil ? toestand(regel).waarde : false,
      "bevestiging": bevestiging(regel),
    ]
    return .fields(values)
  }

  /// What every row begins with, and what it has unless it says otherwise.
  func kop(
    _ functie: OpenbareFunctie, versie: OpgaveVersie?, naam: Getoond?, isInhuur: Bool, pad: String
  ) -> [String: TemplateValue] {
    let getoond = toont(.hoofdfunctie) ? versie?.hoofdfunctie : nil
    let hoofdfunctie: String? = if case .waarde(let tekst) = getoond { tekst } else { nil }
    let naam = versie == nil ? naam : versie?.naam ?? naam
    return [
      "hoofdfunctie": .text(hoofdfunctie ?? functie.naam),
      "functieAdres": weg(pad, Adressen.functie(functie)),
      "functie": .optional(hoofdfunctie.map { $0 == functie.naam } ?? true ? nil : functie.naam),
      "isZonderHoofdfunctie": .flag(getoond == .vernietigd),
      "naam": toont(.naam) ? .optional(naam.map { Weergave.tekst($0, anders: "") }) : false,
      "isInhuur": .flag(isInhuur), "breedte": .text(String(kolommen.count)),
      "isVervolg": false, "merkFunctie": false, "merkNaam": false, "gold": false, "zin": false, "houder": false,
      "isVervallen": false,
      "stand": false, "adres": false, "cellen": [],
    ]
  }

  /// The cells of a statement.
  /// - Parameter isNu: Whether it is the present state, whose values the check in the browser looks at.
  func cellen(_ versie: OpgaveVersie, adres: TemplateValue, isNu: Bool) -> [TemplateValue] {
    kolommen.map { kolom in
      [
        "label": .text(kolom.titel), "waarde": Weergave.waarde(kolom.veld, in: versie),
        "merk": isNu ? merk(kolom.veld, versie) : false,
        "adres": kolom.veld == .nevenwerkzaamheid ? adres : false,
        "erbij": .optional(
          kolom.erbij.map {
            [
              "label": .text(Weergave.label($0)), "waarde": Weergave.waarde($0, in: versie),
              "merk": isNu ? merk($0, versie) : false,
            ]
          }),
      ]
    }
  }

  /// What marks a value on the present list for the check in the browser; what an event does not say is not marked.
  private func merk(_ veld: OpenbaarVeld, _ versie: OpgaveVersie?) -> TemplateValue {
    guard let versie, toont(veld), veld.json(in: versie) != nil else { return false }
    return ["opgave": .text(versie.opgave), "veld": .text(veld.rawValue)]
  }

  /// The columns between the row's header and its state; fields that belong together share one, so that nine fit.
  var kolommen: [Kolom] {
    velden.filter { $0 != .hoofdfunctie }.reduce(into: []) { kolommen, veld in
      if let laatste = kolommen.last, laatste.veld.deelt == veld {
        kolommen[kolommen.count - 1] = Kolom(veld: laatste.veld, erbij: veld)
      } else {
        kolommen.append(Kolom(veld: veld, erbij: nil))
      }
    }
  }

  struct Kolom {
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
  func bevestiging(_ regel: Regel) -> TemplateValue {
    if let versie = regel.versie { return isVervallen(versie) ? false : bevestiging(versie, op: regel.kaart) }
    // A report that is not published beside statements that are: the card's last change may be one of those.
    return bevestiging(
      regel.kaart, gewijzigd: regel.stand == regel.kaart.stand ? regel.kaart.laatstGewijzigd : nil,
      // That there is nothing to report is itself confirmed, on the day that the sentence says.
      bevestigd: regel.stand.toestand == .geenGemeld ? nil : regel.kaart.laatstBevestigd)
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

  /// Whether a holder confirmed the statements, in the index of functions.
  func bevestigingVanHouder(_ kaart: Kaart) -> TemplateValue {
    bevestiging(
      kaart, gewijzigd: kaart.laatstGewijzigd, bevestigd: kaart.laatstBevestigd, nogNiet: "Nog niet bevestigd")
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

  /// The headings of the present list.
  var koppen: [String] { [eersteKop] + kolommen.map(\.titel) + ["Stand van zaken"] }

  /// The headings of what the list said before.
  var historiekoppen: [String] { [eersteKop, "Wanneer"] + kolommen.map(\.titel) }

  private var eersteKop: String { "Hoofdfunctie" + (toont(.naam) ? " en naam" : "") }

  /// A table with the rows of a page.
  func tabel(_ blad: Sheet, titel: String, _ koppen: [String]) throws -> String {
    guard !blad.things.isEmpty else { return "" }
    return try sjablonen.render(
      "tabel-boven", ["titel": .text(titel), "kolommen": .list(koppen.map(TemplateValue.text))])
      + blad.html + sjablonen.render("tabel-onder", [:])
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
