import Governance
import Ledger
import LedgerCrypto
import Publication

extension Regelingenpublicatie {
  /// One row for each adopted version.
  var gegevens: Dataset {
    Dataset(
      description: "De vastgestelde regelingen van \(settings.organisatie): per versie wat geldt en wie instemde.",
      keywords: ["regelingen", "gedragscode", "beleid", "ondernemingsraad", "instemming", "gemeente"],
      columns: kolommen.map(\.kolom),
      rows: register.regelingen.flatMap { regeling in
        regeling.versies.map { versie in kolommen.map { $0.waarde(regeling, versie) } }
      })
  }

  private typealias Kolom = (kolom: Dataset.Column, waarde: (OpenbareRegeling, OpenbareVersie) -> JSON)

  private var kolommen: [Kolom] { over + geldigheid + instemming + tekst }

  private var over: [Kolom] {
    [
      (
        Dataset.Column(
          "regeling", heading: "Regeling", meaning: "Het kenmerk van de regeling.", .text, isRequired: true),
        { regeling, _ in .string(regeling.kenmerk) }
      ),
      (
        Dataset.Column(
          "titel", heading: "Titel", meaning: "De citeertitel van deze versie.", .text, isRequired: true),
        { _, versie in .string(versie.titel) }
      ),
      (
        Dataset.Column(
          "soort", heading: "Soort", meaning: "Wat voor regeling het is.",
          .code(SoortRegeling.allCases.map(\.rawValue)),
          isRequired: true), { regeling, _ in regeling.soort.json }
      ),
      (
        Dataset.Column(
          "nummer", heading: "Versie", meaning: "Het nummer van de versie. Nummers kunnen worden overgeslagen.",
          .number,
          isRequired: true), { _, versie in .int(Int64(versie.nummer)) }
      ),
      (
        Dataset.Column("aanduiding", heading: "Aanduiding", meaning: "Hoe de versie heet, zoals 2019.", .text),
        { _, versie in text(versie.aanduiding) }
      ),
      (
        Dataset.Column(
          "versie", heading: "SHA-256",
          meaning: "De SHA-256 van de tekst; leeg als de tekst niet in het grootboek staat.", .text),
        { _, versie in versie.digest?.json ?? .null }
      ),
      (
        Dataset.Column(
          "opgave", heading: "Opgave", meaning: "De vaststelling in het grootboek, om na te rekenen.", .text),
        { _, versie in text(versie.opgave) }
      ),
      (
        Dataset.Column(
          "vastgesteldOp", heading: "Vastgesteld op", meaning: "De dag van vaststelling (EDTF, zo precies als bekend).",
          .text), { _, versie in dag(versie.vaststelling?.effective) }
      ),
      (
        Dataset.Column(
          "vastgesteldDoor", heading: "Vastgesteld door", meaning: "Het orgaan; leeg als dat onbekend is.", .text),
        { _, versie in text(versie.orgaan) }
      ),
      (
        Dataset.Column("besluitnummer", heading: "Besluit", meaning: "Het nummer van het besluit.", .text),
        { _, versie in text(versie.besluitnummer) }
      ),
    ]
  }

  private var geldigheid: [Kolom] {
    [
      (
        Dataset.Column(
          "geldt", heading: "Geldt", meaning: "Of deze versie geldt op de dag van deze gegevens.",
          .code(["ja", "nee", "onbekend"]), isRequired: true), { _, versie in .string(versie.geldt.code) }
      ),
      (
        Dataset.Column(
          "geldtVanaf", heading: "Geldt vanaf", meaning: "De eerste dag (EDTF); leeg als die niet is vastgelegd.", .text
        ),
        { _, versie in dag(versie.vanaf) }
      ),
      (
        Dataset.Column(
          "geldtTot", heading: "Geldt tot",
          meaning: "De eerste dag waarop zij niet meer geldt (EDTF); leeg als die er niet is of niet vaststaat.", .text),
        { _, versie in dag(versie.tot) }
      ),
      (
        Dataset.Column(
          "reden", heading: "Toelichting", meaning: "Waarom zij geldt, niet geldt of dat onbekend is.", .text,
          isRequired: true), { _, versie in .string(versie.reden) }
      ),
      (
        Dataset.Column(
          "evaluatieUiterlijk", heading: "Evaluatie uiterlijk",
          meaning: "De laatste dag voor de volgende evaluatie van de regeling; leeg als die niet is te berekenen.", .day
        ),
        { regeling, versie in
          guard versie.nummer == regeling.hoofd.nummer else { return .null }
          return regeling.evaluatie.uiterlijk?.json ?? .null
        }
      ),
    ]
  }

  private var instemming: [Kolom] {
    [
      (
        Dataset.Column(
          "instemming", heading: "Instemming",
          meaning: "Hoe het staat met de instemming van de ondernemingsraad met deze versie.", .text, isRequired: true),
        { _, versie in .string(versie.instemming.tekst) }
      ),
      (
        Dataset.Column(
          "instemmingOp", heading: "Instemming op", meaning: "De dag van dat besluit (EDTF).", .text),
        { _, versie in dag(versie.instemming.op) }
      ),
      (
        Dataset.Column(
          "instemmingZelfdeTekst", heading: "Instemming met deze tekst",
          meaning: "Of dat besluit over precies deze tekst gaat; leeg als er niets is om te vergelijken.", .truth),
        { _, versie in versie.instemming.isGelijk.map { .bool($0) } ?? .null }
      ),
    ]
  }

  private var tekst: [Kolom] {
    [
      (
        Dataset.Column(
          "tekstOpenbaar", heading: "Tekst op de site", meaning: "Of is besloten de tekst hier te publiceren.", .truth,
          isRequired: true), { _, versie in .bool(versie.isTekstOpenbaar) }
      ),
      (
        Dataset.Column(
          "tekstVernietigd", heading: "Tekst vernietigd", meaning: "Of de tekst is vernietigd.", .truth,
          isRequired: true), { _, versie in .bool(versie.isTekstVernietigd) }
      ),
      (
        Dataset.Column(
          "adres", heading: "Adres", meaning: "De bladzijde van deze versie.", .path, isRequired: true),
        { regeling, versie in .string(regeling.adres(versie)) }
      ),
    ]
  }

  private func text(_ tekst: String?) -> JSON { tekst.map { .string($0) } ?? .null }
  private func dag(_ dag: ImpreciseDate?) -> JSON { dag.map { .string($0.description) } ?? .null }
}

extension OpenbareVersie {
  /// Whether its text is on the site.
  var isTekstOpenbaar: Bool { if case .openbaar = tekst { true } else { false } }
  /// Whether its text was destroyed.
  var isTekstVernietigd: Bool { if case .vernietigd = tekst { true } else { false } }
}
