import Governance
import Ledger

/// Something is reported that is only for the stream's own circle, such as a financial interest.
///
/// That somebody reported an interest is nobody else's to know, so neither the type, nor a field, nor the kind of stream says
/// what it is about or whom. No view holds it and no output reads it; the sources do not say who may (004:3909-3911;
/// 001:783-785; 003:266), so the strictest class is the default.
public enum VertrouwelijkeMeldingGedaan: EventDefinition {
  static let onderwerp = Field<Meldingsonderwerp>("onderwerp", .vertrouwelijk, "Waarover de melding gaat.")
  static let betrokkene = Field<StreamID>(
    "betrokkene", .vertrouwelijk, "Wie het betreft, als willekeurig pseudoniem.", shape: .stream(kind: "Persoon"))
  static let soort = Field<SoortBelang>("soort", .vertrouwelijk, "Wat voor belang het is.")
  static let omschrijving = Field<String>(
    "omschrijving", .vertrouwelijk, "In of bij wie, en wat het inhoudt.", shape: .prose(most: 5000))
  static let vanNaaste = Field<Bool>(
    "vanNaaste", .vertrouwelijk, "Of het een belang van partner of familie is (004:3979-3981; 003:267).")

  /// The event type.
  public static let type = EventType(
    "VertrouwelijkeMeldingGedaan", stream: "VertrouwelijkeMelding", opens: true,
    meaning: "Er is vertrouwelijk iets gemeld; wat en over wie, is verzegeld.",
    source: "Ambtenarenwet 2017 art. 8 lid 2; 004:3909-3911; 001:783-785; 003:266", signers: Ondertekenaars.belangen,
    isMandatable: false
  ) {
    onderwerp
    betrokkene
    soort
    omschrijving
    vanNaaste
  }
}

/// An earlier confidential report was a mistake.
public enum VertrouwelijkeMeldingGecorrigeerd: EventDefinition {
  static let reden = Field<String>(
    "reden", .vertrouwelijk, "Waarom zij een vergissing is.", shape: .prose(most: 5000))

  /// The event type.
  public static let type = EventType(
    "VertrouwelijkeMeldingGecorrigeerd", stream: "VertrouwelijkeMelding",
    meaning: "Een eerdere vertrouwelijke melding was een vergissing.", source: "README, The event",
    signers: Ondertekenaars.belangen, isMandatable: false
  ) {
    Correction.event
    reden
  }
}
