import Governance
import Publication

extension Publicatie {
  /// The permalink of each statement and a page for each of its versions; of one that has lapsed, only that it has.
  func opgaven(_ controle: CheckedParts, _ naar: (Page) throws -> Void) throws {
    for opgave in register.opgaven {
      if case .vervallen(let op) = opgave.status {
        try vervallen(opgave, op: op, naar)
        continue
      }
      try permalink(opgave, controle, naar)
      for index in opgave.versies.indices { try naar(versie(index, van: opgave)) }
    }
  }

  private func permalink(
    _ opgave: OpenbareOpgave, _ controle: CheckedParts, _ naar: (Page) throws -> Void
  ) throws {
    let wijzigingen = wijzigingenVanOpgave[opgave.id] ?? []
    // The statement itself stands above the versions, on the first page.
    let bladen = try Sheets.divide(
      opgave.versies.indices.reversed(), Adressen.opgave(opgave.id), most: Sheets.mostBytes - 25_000
    ) { index, pad in
      PagePiece(
        html: try sjablonen.render("opgave-versie", versieregel(index, van: opgave, pad: pad)),
        within: [Enclosure("versies", "<h2>Versies</h2>\n<ol class=\"lijn\">\n", "</ol>\n")])
    }
    for blad in bladen {
      var values = opgavewaarden(opgave, pad: blad.path)
      values["isEerste"] = .flag(blad.isFirst)
      values["nummer"] = .text(String(blad.number))
      values["wijzigingen"] = .list(
        wijzigingen.suffix(Self.meesteWijzigingen).reversed().map { wijziging($0, pad: blad.path) })
      values["heeftWijzigingen"] = .flag(blad.isLast && !wijzigingen.isEmpty)
      let html =
        try (blad.isFirst ? sjablonen.render("opgave-velden", .fields(values)) : "") + blad.html
        + sjablonen.browse(blad) + sjablonen.render("opgave-onder", .fields(values))
      try naar(
        Page(
          path: blad.path, title: titel(opgave) + blad.titleSuffix,
          summary: "Een opgave van nevenwerkzaamheden bij de functie \(opgave.functie.naam), met de historie.",
          trail: kruimels(Page.Link(opgave.functie.naam, Adressen.functie(opgave.functie))),
          opening: try sjablonen.render("opgave", .fields(values)), html: try metUitleg(html),
          check: controle.address(of: opgave.id) ?? Adressen.controle, alternates: vormen,
          legalBase: opgave.functie.grondslag,
          responsible: verantwoordelijke(opgave.functie)))
    }
  }

  private func opgavewaarden(
    _ opgave: OpenbareOpgave, pad: String
  ) -> [String: TemplateValue] {
    let kaart = kaartVan[opgave.kaart]
    let laatste = opgave.versies.last
    return [
      "id": .text(opgave.id), "functie": .text(opgave.functie.naam),
      "functieAdres": weg(pad, Adressen.functie(opgave.functie)),
      "titel": laatste.map { Weergave.waarde(.nevenwerkzaamheid, in: $0) } ?? false,
      "velden": laatste.map(velden) ?? [], "naam": kaart.map(naam) ?? false,
      "vanaf": .optional(laatste.map { HTMLDate.value($0.vanaf) }),
      "status": status(opgave, kaart: kaart),
      "bevestiging": .optional(
        opgave.status == .actueel ? laatste.flatMap { versie in kaart.map { bevestiging(versie, op: $0) } } : nil),
      "opDeSite": .optional(opgave.versies.first.flatMap(opDeSite).map(HTMLDate.value)),
      "opgave": weg(pad, Adressen.opgave(opgave.id)),
    ]
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
        "toestand": Toestand.vervallen.waarde, "isActueel": false, "op": HTMLDate.value(op),
        "tot": .optional(tot.map(HTMLDate.value)),
      ]
    case .actueel, .vervallen: ["toestand": Toestand.actueel.waarde, "isActueel": true, "op": false, "tot": false]
    }
  }

  /// A version with what differs from the one before it.
  private func versieregel(_ index: Int, van opgave: OpenbareOpgave, pad: String) -> TemplateValue {
    let versie = opgave.versies[index]
    let vorige = index == 0 ? nil : opgave.versies[index - 1]
    return [
      "nummer": .text(String(versie.nummer)), "adres": weg(pad, Adressen.versie(opgave.id, versie.nummer)),
      "vanaf": HTMLDate.value(versie.vanaf), "tot": .optional(versie.totEnMet.map(HTMLDate.value)),
      "opDeSite": .optional(opDeSite(versie).map(HTMLDate.value)), "isEerste": .flag(vorige == nil),
      "verschillen": .list(vorige.map { verschillen($0, versie) } ?? []),
    ]
  }

  /// The day on which a version could first be read on the site; nil while the site with it is the first, or was not
  /// published since.
  private func opDeSite(_ versie: OpgaveVersie) -> CalendarDate? {
    publicaties.first { versie.position < $0.size }?.publishedOn
  }

  private func versie(_ index: Int, van opgave: OpenbareOpgave) throws -> Page {
    let versie = opgave.versies[index]
    let pad = Adressen.versie(opgave.id, versie.nummer)
    let isActueel = versie.totEnMet == nil && opgave.status == .actueel
    // Its neighbours: naming all of them on each would grow with the square of how many there are.
    let naast = [index - 1, index + 1].filter(opgave.versies.indices.contains).map { opgave.versies[$0] }
    let values: TemplateValue = [
      "nummer": .text(String(versie.nummer)), "id": .text(opgave.id), "functie": .text(opgave.functie.naam),
      "isActueel": .flag(isActueel), "titel": Weergave.waarde(.nevenwerkzaamheid, in: versie),
      "velden": velden(versie), "vanaf": HTMLDate.value(versie.vanaf),
      "tot": .optional(versie.totEnMet.map(HTMLDate.value)), "opgave": weg(pad, Adressen.opgave(opgave.id)),
      "andere": .list(
        naast.map {
          [
            "nummer": .text(String($0.nummer)), "isVorige": .flag($0.nummer < versie.nummer),
            "adres": weg(pad, Adressen.versie(opgave.id, $0.nummer)),
          ]
        }),
      "heeftAndere": .flag(!naast.isEmpty),
    ]
    return Page(
      path: pad, title: "\(titel(opgave)), versie \(versie.nummer)",
      summary: "Versie \(versie.nummer) van een opgave bij de functie \(opgave.functie.naam).",
      trail: kruimels(
        Page.Link(opgave.functie.naam, Adressen.functie(opgave.functie)),
        Page.Link("Opgave", Adressen.opgave(opgave.id))),
      opening: try sjablonen.render("versie-opening", values), html: try html("versie", values), isListed: false,
      legalBase: opgave.functie.grondslag, responsible: verantwoordelijke(opgave.functie))
  }

  private func vervallen(_ opgave: OpenbareOpgave, op dag: CalendarDate?, _ naar: (Page) throws -> Void) throws {
    let adressen =
      [(Adressen.opgave(opgave.id), "\(titel(opgave)) (verwijderd)")]
      + opgave.versies.map {
        (Adressen.versie(opgave.id, $0.nummer), "\(titel(opgave)), versie \($0.nummer) (verwijderd)")
      }
    for (pad, titel) in adressen {
      let values: TemplateValue = [
        "id": .text(opgave.id), "op": .optional(dag.map(HTMLDate.value)), "lijst": weg(pad, Adressen.lijst),
        "beleid": weg(pad, Adressen.beleid),
      ]
      try naar(
        Page(
          path: pad, title: titel, summary: "Deze opgave is verwijderd.", trail: kruimels(),
          opening: try sjablonen.render("vervallen-opening", values), html: try html("vervallen", values),
          isListed: false, isGone: true))
    }
  }
}
