import Governance
import Ledger

/// A financial interest is reported: never public, so everything but the pseudonym is for the stream's circle alone.
///
/// No view holds whose it is or what, and no output reads it; the sources do not say who may (004:3909-3911; 001:783-785; 003:266), so
/// the strictest class is the default.
public enum FinancieelBelangGemeld: EventDefinition {
  static let soort = Field<SoortBelang>("soort", .vertrouwelijk, "Wat voor belang het is.")
  static let omschrijving = Field<String>(
    "omschrijving", .vertrouwelijk, "In of bij wie, en wat het inhoudt.", shape: .prose(most: 5000))
  static let vanNaaste = Field<Bool>(
    "vanNaaste", .vertrouwelijk, "Of het een belang van partner of familie is (004:3979-3981; 003:267).",
    isRequired: false)

  /// The event type.
  public static let type = EventType(
    "FinancieelBelangGemeld", stream: "FinancieelBelang", opens: true,
    meaning: "Een financieel belang is gemeld.",
    source: "Ambtenarenwet 2017 art. 8 lid 2; 004:3909-3911; 001:783-785; 003:266", signers: Ondertekenaars.belangen,
    isMandatable: false
  ) {
    Houderschap.persoon
    soort
    omschrijving
    vanNaaste
  }
}

/// An earlier report of a financial interest was a mistake.
public enum FinancieelBelangGecorrigeerd: EventDefinition {
  static let reden = Field<String>(
    "reden", .vertrouwelijk, "Waarom zij een vergissing is.", shape: .prose(most: 5000))

  /// The event type.
  public static let type = EventType(
    "FinancieelBelangGecorrigeerd", stream: "FinancieelBelang",
    meaning: "Een eerdere melding van een financieel belang was een vergissing.", source: "README, The event",
    signers: Ondertekenaars.belangen, isMandatable: false
  ) {
    Correction.event
    reden
  }
}
