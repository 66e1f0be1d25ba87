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
  func kaart(
    _ kaart: Kaart, _ deel: Kaartstuk, tot: CalendarDate?, _ controle: CheckedParts, pad: String
  ) throws -> String {
    switch deel {
    case .opgave(let versie):
      return try sjablonen.render(
        "kaart-opgave", opgaveOpKaart(versie, kaart: tot == nil ? kaart : nil, controle, pad: pad))
    case .zin(let stand): return try sjablonen.render("kaart-zin", ["zin": Weergave.zin(stand)])
    case .vergeten: return try sjablonen.render("kaart-zin", ["zin": false])
    }
  }

  /// What stands around the pieces of a card: who holds which function, and how the statement as a whole stands.
  func omhulsel(_ kaart: Kaart, tot: CalendarDate?, pad: String) throws -> Enclosure {
    let isVergeten = !kaart.versies.isEmpty && kaart.versies.allSatisfy(isVervallen)
    let wijzigingen = wijzigingenVanKaart[kaart.id] ?? []
    let values: TemplateValue = [
      "id": .text(kaart.id), "functie": .text(kaart.functie.naam),
      // The name goes with the content: who is no longer on the list for anything is not named either.
      "naam": tot != nil && isVergeten ? false : naam(kaart),
      "isInhuur": .flag(kaart.isInhuur), "van": HTMLDate.value(kaart.van),
      "tot": .optional(tot.map(HTMLDate.value)), "isActueel": .flag(tot == nil),
      "toestand": isVergeten ? Toestand.nietOpLijst : (tot != nil ? .vervallen : kaart.stand.toestand).waarde,
      "bevestiging": tot == nil ? bevestiging(kaart) : false,
      "heeftWijzigingen": .flag(!wijzigingen.isEmpty),
      "wijzigingen": .list(wijzigingen.suffix(Self.meesteWijzigingen).reversed().map { wijziging($0, pad: pad) }),
    ]
    return Enclosure(
      "kaart-\(kaart.id)", try sjablonen.render("kaart-boven", values), try sjablonen.render("kaart-onder", values))
  }

  private func opgaveOpKaart(
    _ versie: OpgaveVersie, kaart: Kaart?, _ controle: CheckedParts, pad: String
  ) -> TemplateValue {
    [
      "titel": Weergave.waarde(.nevenwerkzaamheid, in: versie), "velden": velden(versie),
      "id": .text(versie.opgave), "adres": weg(pad, Adressen.opgave(versie.opgave)),
      "gegevens": weg(pad, Adressen.json), "controle": self.controle(versie.opgave, controle, pad: pad),
      "isActueel": .flag(kaart != nil),
      "bevestiging": .optional(kaart.map { bevestiging(versie, op: $0, isOpKaart: true) }),
    ]
  }

  /// The way to the check of a statement.
  func controle(_ opgave: String, _ delen: CheckedParts, pad: String) -> TemplateValue {
    weg(pad, delen.address(of: opgave) ?? Adressen.controle)
  }

  /// The fields that the regulation names, in its order.
  func velden(_ versie: OpgaveVersie) -> TemplateValue {
    .list(velden.map { ["label": .text(Weergave.label($0)), "waarde": Weergave.waarde($0, in: versie)] })
  }

  /// Something that changed, with the day on which it was recorded.
  func wijziging(_ wijziging: OpenbareWijziging, pad: String) -> TemplateValue {
    let opgenomen = wijziging.recordedAt.date
    let geldt = wijziging.effective.exact == opgenomen ? nil : wijziging.effective
    return [
      "dag": HTMLDate.value(opgenomen), "geldt": .optional(geldt.map(HTMLDate.value)),
      "wat": .text(wijziging.soort.woorden), "functie": .text(wijziging.functie.naam),
      "adres": .optional(adres(wijziging) == pad ? nil : weg(pad, adres(wijziging))),
    ]
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
