import Governance
import Ledger
import LedgerCrypto

/// Who adopts a procedure: who adopts the rule it belongs to, and a vertrouwenspersoon in a ledger of its own.
private let adopters: Set<Rol> = [
  .college, .burgemeester, .algemeenDirecteur, .griffier, .werkgeverscommissie, .concernteam, .directeur,
  .vertrouwenspersoonIntern, .vertrouwenspersoonExtern,
]

/// A version of a procedure is adopted. A case runs for its whole life under the version it was opened with.
enum ProcedureVastgesteld: EventDefinition {
  static let procedure = Field<String>("procedure", .clear, "Welke procedure, zoals P-01.", shape: .text(most: 20))
  static let versie = Field<String>("versie", .clear, "Hoe deze versie heet.", shape: .text(most: 40))
  static let titel = Field<String>("titel", .clear, "Hoe de procedure heet.", shape: .text(most: 120))
  static let digest = Field<Digest>("digest", .clear, "SHA-256 van het procedurebestand.")
  static let regeling = Field<StreamID>(
    "regeling", .clear,
    "De regeling waar de procedure bij hoort; ontbreekt in het eigen grootboek van een vertrouwenspersoon.",
    shape: .stream(kind: "Regeling"), isRequired: false)
  static let regelingVersie = Field<Digest>(
    "regelingVersie", .clear, "Welke versie daarvan; ontbreekt alleen als haar tekst niet in het grootboek staat.",
    isRequired: false)
  static let orgaan = Field<Rol>(
    "orgaan", .clear, "Het orgaan dat vaststelt; ontbreekt als dat niet bekend is.", isRequired: false)
  /// The file itself.
  static let bestand = Field<DocumentReference>("bestand", .openbaar, "Het procedurebestand.")

  static let type = EventType(
    "ProcedureVastgesteld", stream: "Procedure", opens: true,
    meaning: "Een versie van een procedure is vastgesteld; zij geldt vanaf de ingangsdatum voor nieuwe zaken.",
    source: "002:428; 004:4396-4398; 004:4715", signers: adopters, recorders: [.secretariaat], needsExactDate: true
  ) {
    procedure
    versie
    titel
    digest
    regeling
    regelingVersie
    orgaan
    HistoricalFact.fields
    bestand
  }
}

/// An adoption was a mistake, or its day was another; before it takes effect.
enum ProcedureGecorrigeerd: EventDefinition {
  static let type = EventType(
    "ProcedureGecorrigeerd", stream: "Procedure",
    meaning: "Een vaststelling die nog niet werkt was een vergissing, of gaat op een andere dag in.",
    source: "README, The event", signers: adopters, recorders: [.secretariaat]
  ) {
    Correction.fields
    Correction.date
  }
}
