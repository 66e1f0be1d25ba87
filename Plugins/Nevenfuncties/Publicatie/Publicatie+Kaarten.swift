import Governance
import Publication

extension Publicatie {
  /// A card: what is known of one holder of one function; `tot` is the last day on the list of a former holder.
  func kaart(_ kaart: Kaart, tot: CalendarDate?, pad: String) -> TemplateValue {
    let zichtbaar = kaart.versies.filter { !isVervallen($0) }
    let isVergeten = !kaart.versies.isEmpty && zichtbaar.isEmpty
    let wijzigingen = register.wijzigingen.filter { $0.kaart == kaart.id }
    return [
      "id": .text(kaart.id), "functie": .text(kaart.functie.naam),
      // The name goes with the content: who is no longer on the list for anything is not named either.
      "naam": tot != nil && isVergeten ? false : naam(kaart),
      "isInhuur": .flag(kaart.isInhuur), "van": HTMLDate.value(kaart.van),
      "tot": .optional(tot.map(HTMLDate.value)), "isActueel": .flag(tot == nil),
      "zin": Weergave.zin(kaart.stand), "zonderOpgave": .flag(kaart.versies.isEmpty),
      "ook": .list(
        kaart.nietGepubliceerd.map { Weergave.zin(.nietGepubliceerd(reden: $0.reden, position: $0.position)) }),
      "isVergeten": .flag(isVergeten),
      "opgaven": .list(zichtbaar.map { opgaveOpKaart($0, kaart: tot == nil ? kaart : nil, pad: pad) }),
      "toestand": isVergeten ? Toestand.vervallen : (tot != nil ? .beeindigd : kaart.stand.toestand).waarde,
      "bevestiging": tot == nil ? bevestiging(kaart) : false,
      "heeftWijzigingen": .flag(!wijzigingen.isEmpty),
      "wijzigingen": .list(wijzigingen.suffix(Self.meesteWijzigingen).reversed().map { wijziging($0, pad: pad) }),
    ]
  }

  private func opgaveOpKaart(_ versie: OpgaveVersie, kaart: Kaart?, pad: String) -> TemplateValue {
    [
      "titel": Weergave.waarde(.nevenwerkzaamheid, in: versie), "velden": velden(versie),
      "id": .text(versie.opgave), "adres": weg(pad, Adressen.opgave(versie.opgave)),
      "gegevens": weg(pad, Adressen.json), "controle": weg(pad, Adressen.controle + "#" + versie.opgave),
      "isActueel": .flag(kaart != nil),
      "bevestiging": .optional(kaart.map { bevestiging(versie, op: $0, isOpKaart: true) }),
    ]
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
    case .beeindigd: "Opgave beëindigd"
    case .ingetrokken: "Opgave ingetrokken"
    case .bevestigd: "Opgave bevestigd"
    case .geenGemeld: "Bevestigd dat er geen nevenwerkzaamheden zijn"
    case .nietGepubliceerd: "Besloten om niet te publiceren"
    case .functieAangewezen: "Functie op de lijst gezet"
    case .functieVervallen: "Functie van de lijst gehaald"
    case .vernietigd: "Gegevens vernietigd"
    }
  }
}
