import Governance
import Ledger
import LedgerCrypto
import Publication

extension Regelingenpublicatie {
  /// Which version of each rule held from when to when, and when none did or that is not known.
  var geschiedenis: History {
    History(
      description: "Welke versie van elke regeling van wanneer tot wanneer gold.", key: "regeling", heading: ["titel"],
      compared: ["stand", "versie", "titel", "sha256", "toelichting"],
      columns: [
        Dataset.Column(
          "regeling", heading: "Regeling", meaning: "Het kenmerk van de regeling.", .text, isRequired: true),
        Dataset.Column("titel", heading: "Titel", meaning: "De citeertitel van de versie.", .text, isRequired: true),
        Dataset.Column(
          "stand", heading: "Stand", meaning: "Of de regeling toen gold.",
          .code(Regelingstatus.allCases.map(\.tekst)), isRequired: true),
        Dataset.Column(
          "versie", heading: "Versie", meaning: "De versie die toen gold, of de versies waarvan dat kan.", .text,
          isRequired: true),
        Dataset.Column(
          "sha256", heading: "SHA-256", meaning: "De SHA-256 van de tekst van die versie; leeg als die er niet is.",
          .text),
        Dataset.Column(
          "toelichting", heading: "Toelichting", meaning: "Waarom zij toen gold, niet gold of dat onbekend is.", .text,
          isRequired: true),
      ],
      rows: register.regelingen.flatMap { regeling in regeling.perioden.map { rij($0, van: regeling) } })
  }

  private func rij(_ periode: Regelingperiode, van regeling: OpenbareRegeling) -> History.Row {
    let stand = periode.stand
    return History.Row(
      values: [
        .string(regeling.kenmerk), .string(stand.titel), .string(stand.status.tekst),
        .string(stand.nummers.map(String.init).joined(separator: " of ")),
        stand.digest.map { .string($0.hex) } ?? .null, .string(periode.reden),
      ], from: periode.vanaf, through: periode.totEnMet, recorded: periode.vastgelegd, replaced: periode.vervangen)
  }
}
