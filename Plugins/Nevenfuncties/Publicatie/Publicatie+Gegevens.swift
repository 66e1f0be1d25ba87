import Governance
import Ledger
import Publication

extension Publicatie {
  /// The list as data: what is on it now, and what ended and is still in the history.
  var gegevens: Dataset {
    Dataset(
      description:
        "De nevenwerkzaamheden van de hoogste ambtenaren van \(settings.organisatie), met de stand van zaken.",
      keywords: ["nevenfuncties", "nevenwerkzaamheden", "integriteit", "ambtenaren", "gemeente"],
      columns: kolomgegevens.map(\.kolom), rows: gegevensregels.map { regel in kolomgegevens.map { $0.waarde(regel) } },
      division: Dataset.Division(by: "functie", words: gegevensregels.map(\.functie.slug)))
  }

  /// One row: a card with one of its statements, or a statement that ended.
  private struct Gegeven {
    let functie: OpenbareFunctie
    let kaart: Kaart?
    let versie: OpgaveVersie?
    let toestand: Toestand
    let zin: Zin?
    let einde: ImpreciseDate?
  }

  private var gegevensregels: [Gegeven] {
    let actueel = regels.map { regel in
      guard let versie = regel.versie, isVervallen(versie) else {
        return Gegeven(
          functie: regel.kaart.functie, kaart: regel.kaart, versie: regel.versie, toestand: toestand(regel),
          zin: Zin(regel.stand), einde: nil)
      }
      let stand = Kaartstand.nietGepubliceerd(
        reden: Text(
          nl: "de opgave is verwijderd", en: "the statement was removed"),
        position: versie.position)
      return Gegeven(
        functie: regel.kaart.functie, kaart: regel.kaart, versie: nil, toestand: .nietGepubliceerd, zin: Zin(stand),
        einde: nil)
    }
    let voorbij = beeindigd.map { opgave in
      let op: ImpreciseDate? = if case .beeindigd(let op, _) = opgave.status { op } else { nil }
      return Gegeven(
        functie: opgave.functie, kaart: nil, versie: opgave.versies.last, toestand: .vervallen, zin: nil, einde: op)
    }
    return actueel + voorbij
  }

  private var kolomgegevens: [(kolom: Dataset.Column, waarde: (Gegeven) -> JSON)] {
    vasteKolommen
      + velden.map { veld in
        (
          Dataset.Column(
            veld.rawValue, heading: Weergave.label(veld), meaning: veld.betekenis, veld == .bezoldigd ? .truth : .text),
          { $0.versie.flatMap { veld.json(in: $0) } ?? .null }
        )
      } + slotkolommen
  }

  private var vasteKolommen: [(kolom: Dataset.Column, waarde: (Gegeven) -> JSON)] {
    let naam: (kolom: Dataset.Column, waarde: (Gegeven) -> JSON) = (
      Dataset.Column("naam", heading: "Naam", meaning: "Wie de functie vervult.", .text),
      { gegeven in
        let naam = gegeven.versie == nil ? gegeven.kaart?.naam : gegeven.versie?.naam ?? gegeven.kaart?.naam
        return if case .waarde(let naam) = naam { .string(naam) } else { .null }
      }
    )
    return [
      (
        Dataset.Column("functie", heading: "Functie", meaning: "De functie op de lijst.", .text, isRequired: true),
        { .string($0.functie.naam) }
      ),
      (
        Dataset.Column(
          "stand", heading: "Stand van zaken", meaning: "Of er een opgave is, en zo niet, hoe dat komt.",
          .code(Toestand.allCases.filter { $0 != .bevestigingTeLaat }.map(\.rawValue)), isRequired: true),
        { .string($0.toestand.rawValue) }
      ),
      (
        Dataset.Column(
          "toelichting", heading: "Toelichting",
          meaning: "De zin die op de lijst staat als er geen opgave te tonen is.",
          .text),
        { $0.zin.map { .string($0.tekst) } ?? .null }
      ),
    ] + (toont(.naam) ? [naam] : [])
  }

  private var slotkolommen: [(kolom: Dataset.Column, waarde: (Gegeven) -> JSON)] {
    func dag(_ dag: CalendarDate?) -> JSON { dag.map { .string($0.description) } ?? .null }
    return [
      (
        Dataset.Column(
          "vernietigd", heading: "Vernietigde velden",
          meaning: "Namen van velden die een waarde hadden die is vernietigd, met een spatie ertussen.", .text),
        { regel in
          let namen = velden.filter { veld in regel.versie.map { veld.getoond(in: $0) == .vernietigd } ?? false }
          return namen.isEmpty ? .null : .string(namen.map(\.rawValue).joined(separator: " "))
        }
      ),
      (
        Dataset.Column("geldtVanaf", heading: "Geldt vanaf", meaning: "De eerste dag van deze versie.", .day),
        { dag($0.versie?.vanaf) }
      ),
      (
        Dataset.Column(
          "vervallenOp", heading: "Opgave vervallen op",
          meaning: "Wanneer de opgave van de lijst ging (EDTF, zo precies als bekend).", .text),
        { $0.einde.map { .string($0.description) } ?? .null }
      ),
      (
        Dataset.Column(
          "laatstGewijzigd", heading: "Laatst gewijzigd",
          meaning: "De dag waarop deze opgave voor het laatst is gewijzigd, of de kaart als er geen opgave is.", .day),
        { dag($0.versie?.vanaf ?? $0.kaart?.laatstGewijzigd) }
      ),
      (
        Dataset.Column(
          "laatstBevestigd", heading: "Laatst bevestigd",
          meaning: "De dag waarop voor het laatst is bevestigd dat dit klopt.", .day),
        { regel in
          dag(regel.versie.map { regel.kaart?.bevestigd($0) } ?? regel.kaart?.laatstBevestigd)
        }
      ),
      (
        Dataset.Column(
          "bevestigenUiterlijk", heading: "Bevestigen uiterlijk",
          meaning: "De dag waarop de volgende bevestiging er moet zijn.", .day),
        { dag($0.kaart?.bevestigenUiterlijk) }
      ),
      (
        Dataset.Column(
          "bevestigingTeLaat", heading: "Bevestiging te laat", meaning: "Of die dag voorbij is zonder bevestiging.",
          .truth),
        { $0.kaart.map { .bool($0.isBevestigingTeLaat) } ?? .null }
      ),
      (
        Dataset.Column(
          "opgave", heading: "Kenmerk", meaning: "Het vaste kenmerk van de opgave; leeg als er niets van over is.",
          .text),
        { $0.versie.flatMap { getoond($0).isEmpty ? nil : .string($0.opgave) } ?? .null }
      ),
      (
        Dataset.Column("versie", heading: "Versie", meaning: "Het nummer van de versie, vanaf 1.", .number),
        { $0.versie.map { .int(Int64($0.nummer)) } ?? .null }
      ),
      (
        Dataset.Column(
          "adres", heading: "Adres", meaning: "Het vaste adres van de opgave, of van de functie.", .path,
          isRequired: true),
        { .string($0.versie.map { Adressen.opgave($0.opgave) } ?? Adressen.functie($0.functie)) }
      ),
    ]
  }
}
