import Governance
import Publication

extension Publicatie {
  /// The permalink of each statement and a page for each of its versions; of one that has lapsed, only that it has.
  func opgaven() throws -> [Page] {
    try register.opgaven.flatMap { opgave -> [Page] in
      if case .vervallen(let op) = opgave.status { return try vervallen(opgave, op: op) }
      return [try permalink(opgave)] + (try opgave.versies.map { try versie($0, van: opgave) })
    }
  }

  private func permalink(_ opgave: OpenbareOpgave) throws -> Page {
    let pad = Adressen.opgave(opgave.id)
    let kaart = (nu?.kaarten ?? []).first { $0.id == opgave.kaart }
    let wijzigingen = register.wijzigingen.filter { $0.opgave == opgave.id }
    let laatste = opgave.versies.last
    return Page(
      path: pad, title: titel(opgave),
      summary: "Een opgave van nevenwerkzaamheden bij de functie \(opgave.functie.naam), met de historie.",
      trail: kruimels(Page.Link(opgave.functie.naam, Adressen.functie(opgave.functie))),
      html: try html(
        "opgave",
        [
          "id": .text(opgave.id), "functie": .text(opgave.functie.naam),
          "functieAdres": weg(pad, Adressen.functie(opgave.functie)),
          "titel": laatste.map { Weergave.waarde(.nevenwerkzaamheid, in: $0) } ?? false,
          "velden": laatste.map(velden) ?? [], "naam": kaart.map(naam) ?? false,
          "vanaf": .optional(laatste.map { HTMLDate.value($0.vanaf) }),
          "status": status(opgave, kaart: kaart),
          "bevestiging": .optional(
            opgave.status == .actueel ? laatste.flatMap { versie in kaart.map { bevestiging(versie, op: $0) } } : nil),
          "gegevens": weg(pad, Adressen.json), "controle": weg(pad, Adressen.controle + "#" + opgave.id),
          "versies": .list(historie(opgave, pad: pad)),
          "wijzigingen": .list(wijzigingen.suffix(Self.meesteWijzigingen).reversed().map { wijziging($0, pad: pad) }),
          "heeftWijzigingen": .flag(!wijzigingen.isEmpty),
        ]), alternates: vormen)
  }

  /// A title that says what the page is about without the content, which may have to be erased: "Opgave 2 bij Griffier".
  ///
  /// The number is that of the order in which they were published, so it stays the same.
  private func titel(_ opgave: OpenbareOpgave) -> String {
    let nummer = nummers[opgave.id].map { "\($0) " } ?? ""
    return "Opgave \(nummer)bij \(titel(opgave.functie))"
  }

  private func status(_ opgave: OpenbareOpgave, kaart: Kaart?) -> TemplateValue {
    switch opgave.status {
    case .beeindigd(let op, let tot):
      [
        "toestand": Toestand.beeindigd.waarde, "isActueel": false, "op": HTMLDate.value(op),
        "tot": .optional(tot.map(HTMLDate.value)),
      ]
    case .actueel, .vervallen: ["toestand": Toestand.actueel.waarde, "isActueel": true, "op": false, "tot": false]
    }
  }

  /// The versions, latest first, each with what differs from the one before it.
  private func historie(_ opgave: OpenbareOpgave, pad: String) -> [TemplateValue] {
    opgave.versies.enumerated().reversed().map { index, versie in
      let vorige = index == 0 ? nil : opgave.versies[index - 1]
      // Of older versions the pages themselves say what they said.
      let isRecent = index + Self.meesteVerschillen >= opgave.versies.count
      return [
        "nummer": .text(String(versie.nummer)), "adres": weg(pad, Adressen.versie(opgave.id, versie.nummer)),
        "vanaf": HTMLDate.value(versie.vanaf), "tot": .optional(versie.totEnMet.map(HTMLDate.value)),
        "isEerste": .flag(vorige == nil),
        "verschillen": .list(isRecent ? vorige.map { verschillen($0, versie) } ?? [] : []),
      ]
    }
  }

  private static let meesteVerschillen = 12

  private func verschillen(_ oud: OpgaveVersie, _ nieuw: OpgaveVersie) -> [TemplateValue] {
    velden.compactMap { veld in
      let (was, wordt) = (Weergave.waarde(veld, in: oud), Weergave.waarde(veld, in: nieuw))
      return was == wordt ? nil : ["label": .text(Weergave.label(veld)), "was": was, "wordt": wordt]
    }
  }

  private func versie(_ versie: OpgaveVersie, van opgave: OpenbareOpgave) throws -> Page {
    let pad = Adressen.versie(opgave.id, versie.nummer)
    let isActueel = versie.totEnMet == nil && opgave.status == .actueel
    return Page(
      path: pad, title: "\(titel(opgave)), versie \(versie.nummer)",
      summary: "Versie \(versie.nummer) van een opgave bij de functie \(opgave.functie.naam).",
      trail: kruimels(
        Page.Link(opgave.functie.naam, Adressen.functie(opgave.functie)),
        Page.Link("Opgave", Adressen.opgave(opgave.id))),
      html: try html(
        "versie",
        [
          "nummer": .text(String(versie.nummer)), "id": .text(opgave.id), "functie": .text(opgave.functie.naam),
          "isActueel": .flag(isActueel), "titel": Weergave.waarde(.nevenwerkzaamheid, in: versie),
          "velden": velden(versie), "vanaf": HTMLDate.value(versie.vanaf),
          "tot": .optional(versie.totEnMet.map(HTMLDate.value)), "opgave": weg(pad, Adressen.opgave(opgave.id)),
          "andere": .list(
            opgave.versies.filter { $0.nummer != versie.nummer }.map {
              ["nummer": .text(String($0.nummer)), "adres": weg(pad, Adressen.versie(opgave.id, $0.nummer))]
            }),
          "heeftAndere": .flag(opgave.versies.count > 1),
        ]), isListed: false)
  }

  private func vervallen(_ opgave: OpenbareOpgave, op dag: CalendarDate?) throws -> [Page] {
    let adressen =
      [(Adressen.opgave(opgave.id), "\(titel(opgave)) (vervallen)")]
      + opgave.versies.map {
        (Adressen.versie(opgave.id, $0.nummer), "\(titel(opgave)), versie \($0.nummer) (vervallen)")
      }
    return try adressen.map { pad, titel in
      Page(
        path: pad, title: titel, summary: "Deze opgave is vervallen en is verwijderd.", trail: kruimels(),
        html: try html(
          "vervallen",
          [
            "id": .text(opgave.id), "op": .optional(dag.map(HTMLDate.value)), "lijst": weg(pad, Adressen.lijst),
            "beleid": weg(pad, Adressen.beleid),
          ]), isListed: false)
    }
  }
}
