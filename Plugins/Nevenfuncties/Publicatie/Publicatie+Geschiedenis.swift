import Governance
import Ledger
import Publication

extension Publicatie {
  /// What the list said from when to when: each statement in each version, and why a function had none.
  var geschiedenis: History {
    let namen = velden.filter { $0 != .hoofdfunctie }.map(\.rawValue)
    return History(
      description: "Wat er van wanneer tot wanneer op de lijst met nevenwerkzaamheden stond.", key: "onderwerp",
      heading: ["functie"] + (toont(.naam) ? ["naam"] : []) + ["nevenwerkzaamheid"],
      compared: ["toelichting"] + namen.filter { $0 != "nevenwerkzaamheid" }
        + ["nevenwerkzaamheid"].filter(namen.contains),
      columns: [
        Dataset.Column(
          "onderwerp", heading: "Onderwerp",
          meaning: "Waar de regel over gaat: een opgave, of een functie zonder opgave.",
          .text, isRequired: true),
        Dataset.Column("functie", heading: "Functie", meaning: "De functie op de lijst.", .text, isRequired: true),
        Dataset.Column(
          "toelichting", heading: "Toelichting", meaning: "De zin die er stond als er geen opgave te tonen was.", .text),
        Dataset.Column("versie", heading: "Versie", meaning: "Het nummer van de versie, vanaf 1.", .number),
      ] + (toont(.naam) ? [Dataset.Column("naam", heading: "Naam", meaning: "Wie de functie vervulde.", .text)] : [])
        + velden.map { veld in
          Dataset.Column(
            veld.rawValue, heading: Weergave.label(veld), meaning: veld.betekenis, veld == .bezoldigd ? .truth : .text)
        },
      rows: register.verlopen.flatMap(historieregels).compactMap(rij))
  }

  private func rij(_ regel: Historieregel) -> History.Row? {
    let naam: [JSON] = toont(.naam) ? [tekst(regel.naam)] : []
    func rij(
      _ onderwerp: String, _ zin: Zin?, _ versie: OpgaveVersie?, vastgelegd: UInt64?, vervangen: UInt64? = nil
    ) -> History.Row {
      History.Row(
        values: [
          .string(onderwerp), .string(regel.functie.naam), zin.map { .string($0.tekst) } ?? .null,
          versie.map { .int(Int64($0.nummer)) } ?? .null,
        ] + naam + velden.map { veld in versie.flatMap { veld.json(in: $0) } ?? .null },
        from: regel.vanaf, through: regel.totEnMet, recorded: vastgelegd, replaced: vervangen)
    }
    switch regel.wat {
    case .opgave(let versie):
      guard !isVervallen(versie) else { return nil }
      return rij(versie.opgave, nil, versie, vastgelegd: versie.position, vervangen: vervangen(versie))
    case .nietGepubliceerd(let wat):
      let zin = Zin(.nietGepubliceerd(reden: wat.reden, position: wat.position))
      return rij("\(regel.functie.slug)-\(wat.position)", zin, nil, vastgelegd: wat.position)
    case .houder(let wat):
      guard let stand = wat.stand else { return nil }
      let position: UInt64? = if case .geen(_, let position) = stand { position } else { nil }
      return rij(regel.functie.slug, Zin(stand), nil, vastgelegd: position)
    }
  }

  private func tekst(_ waarde: Getoond?) -> JSON {
    if case .waarde(let tekst) = waarde { .string(tekst) } else { .null }
  }

  /// The event that replaced a version: the next one, or the one by which the statement went off the list.
  private func vervangen(_ versie: OpgaveVersie) -> UInt64? {
    let versies = opgaveVan[versie.opgave]?.versies ?? []
    if let volgende = versies.first(where: { $0.nummer == versie.nummer + 1 }) { return volgende.position }
    return wijzigingenVanOpgave[versie.opgave]?.last { [.beeindigd, .ingetrokken].contains($0.soort) }?.position
  }
}
