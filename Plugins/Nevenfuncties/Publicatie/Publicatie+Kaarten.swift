import Governance
import Publication

/// A piece of a card.
enum Kaartstuk {
  case opgave(OpgaveVersie)
  /// A sentence that stands alone, or beside statements.
  case zin(Kaartstand)
  /// All statements have lapsed.
  case vergeten
}

extension Publicatie {
  /// What stands on a card.
  func opKaart(_ kaart: Kaart) -> [Kaartstuk] {
    let zichtbaar = kaart.versies.filter { !isVervallen($0) }
    let eerst: [Kaartstuk] =
      kaart.versies.isEmpty ? [.zin(kaart.stand)] : zichtbaar.isEmpty ? [.vergeten] : zichtbaar.map { .opgave($0) }
    return eerst + kaart.nietGepubliceerd.map { .zin(.nietGepubliceerd(reden: $0.reden, position: $0.position)) }
  }

  /// A piece of a card; `tot` is the last day on the list of a former holder.
  func kaart(_ kaart: Kaart, _ deel: Kaartstuk, tot: CalendarDate?, pad: String) throws -> String {
    switch deel {
    case .opgave(let versie):
      return try sjablonen.render("kaart-rij", opgaverij(versie, kaart: tot == nil ? kaart : nil, pad: pad))
    case .zin(let stand):
      return try sjablonen.render("kaart-zin", ["zin": Weergave.zin(stand), "toestand": stand.toestand.waarde])
    case .vergeten: return try sjablonen.render("kaart-zin", ["zin": false, "toestand": false])
    }
  }

  /// What stands around the pieces of a card: of whom it is, where the page has more than one, and the table.
  func omhulsels(_ kaart: Kaart, _ deel: Kaartstuk, tot: CalendarDate?, isEnige: Bool, pad: String) throws
    -> [Enclosure]
  {
    let isVergeten = !kaart.versies.isEmpty && kaart.versies.allSatisfy(isVervallen)
    let values: TemplateValue = [
      "id": .text(kaart.id),
      "houder": isEnige
        ? false
        : [
          // The name goes with the content: who is no longer on the list for anything is not named either.
          "naam": tot != nil && isVergeten ? false : naam(kaart),
          "isInhuur": .flag(kaart.isInhuur), "van": HTMLDate.value(kaart.van),
          "tot": .optional(tot.map(HTMLDate.value)), "isActueel": .flag(tot == nil),
          "toestand": isVergeten
            ? Toestand.nietOpLijst : tot != nil ? Toestand.vervallen.waarde : false,
          "bevestiging": tot == nil ? bevestiging(kaart) : false,
        ],
    ]
    let kaartOmhulsel = Enclosure("kaart-\(kaart.id)", try sjablonen.render("kaart-boven", values), "</section>\n")
    guard case .opgave = deel else { return [kaartOmhulsel] }
    let tabel = try sjablonen.render(
      "kaart-tabel",
      [
        "titel": .text("Nevenwerkzaamheden bij \(kaart.functie.naam)"),
        "kolommen": .list((["Nevenwerkzaamheid"] + tabelkolommen.map(\.titel) + ["Bevestigd"]).map(TemplateValue.text)),
      ])
    return [kaartOmhulsel, Enclosure("tabel-\(kaart.id)", tabel, "</tbody>\n</table>\n")]
  }

  /// The columns of the table on a function's page: the activity and the body stand together in the first.
  private var tabelkolommen: [Kolom] {
    kolommen.filter { $0.veld != .nevenwerkzaamheid && $0.veld != .organisatie }
  }

  private func opgaverij(_ versie: OpgaveVersie, kaart: Kaart?, pad: String) -> TemplateValue {
    let functie = kaart?.functie.naam
    let isAnders = versie.hoofdfunctie.map { $0 != functie.map(Getoond.waarde) } ?? false
    return [
      "titel": Weergave.waarde(.nevenwerkzaamheid, in: versie), "adres": weg(pad, Adressen.opgave(versie.opgave)),
      "organisatie": toont(.organisatie) ? Weergave.waarde(.organisatie, in: versie) : false,
      "hoofdfunctie": toont(.hoofdfunctie) && kaart != nil && isAnders
        ? Weergave.waarde(.hoofdfunctie, in: versie) : false,
      "cellen": .list(
        tabelkolommen.map { kolom in
          [
            "label": .text(kolom.titel), "waarde": Weergave.waarde(kolom.veld, in: versie),
            "erbij": .optional(
              kolom.erbij.map {
                ["label": .text(Weergave.label($0)), "waarde": Weergave.waarde($0, in: versie)]
              }),
          ]
        }),
      "bevestiging": kaart.map { bevestiging(versie, op: $0, isOpKaart: true) }
        ?? [
          "bevestigd": false, "nogNiet": false, "isTeLaat": false, "gewijzigd": HTMLDate.value(versie.vanaf),
          "isKaart": false,
        ],
    ]
  }

  /// The fields that the regulation names, in its order.
  func velden(_ versie: OpgaveVersie) -> TemplateValue {
    .list(velden.map { ["label": .text(Weergave.label($0)), "waarde": Weergave.waarde($0, in: versie)] })
  }

  /// The page about a change.
  func adres(_ wijziging: OpenbareWijziging) -> String {
    wijziging.opgave.map(Adressen.opgave) ?? Adressen.functie(wijziging.functie)
  }
}

extension OpenbareWijziging.Soort {
  /// What changed, without saying what it says: a sentence that can be copied and stays true after an erasure.
  var woorden: String {
    switch self {
    case .toegevoegd: "Opgave toegevoegd"
    case .gewijzigd: "Opgave gewijzigd"
    case .beeindigd, .ingetrokken: "Opgave vervallen"
    case .bevestigd: "Opgave bevestigd"
    case .geenGemeld: "Bevestigd dat er geen nevenwerkzaamheden zijn"
    case .nietGepubliceerd: "Besloten om niet te publiceren"
    case .functieAangewezen: "Functie op de lijst gezet"
    case .functieVervallen: "Functie van de lijst gehaald"
    case .vernietigd: "Gegevens vernietigd"
    }
  }
}
