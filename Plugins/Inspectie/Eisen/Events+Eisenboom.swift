import Governance
import Ledger
import LedgerCrypto

/// A version of a tree of demands is adopted: an organisation's own, or one that comes with the program.
public enum EisenboomVastgesteld: EventDefinition {
  /// Which tree, by the letters with which its ids begin.
  public static let boom = Field<String>("boom", .clear, "Welke eisenboom, zoals AI.", shape: .text(most: 40))
  /// What the version is called.
  public static let versie = Field<String>("versie", .clear, "Hoe deze versie heet.", shape: .text(most: 40))
  /// What the tree is called.
  public static let titel = Field<String>("titel", .clear, "Hoe de eisenboom heet.", shape: .text(most: 120))
  /// The SHA-256 of the file.
  public static let digest = Field<Digest>("digest", .clear, "SHA-256 van het bestand.")
  /// The ids of its demands: evidence names one of them.
  public static let kenmerken = Field<[String]>(
    "kenmerken", .clear, "De kenmerken van alle eisen.", shape: .list(.text(most: 20), most: 1000))
  /// The file itself.
  public static let bestand = Field<DocumentReference>("bestand", .openbaar, "Het bestand met de eisen.")

  /// The event type.
  public static let type = EventType(
    "EisenboomVastgesteld", stream: "Eisenboom", opens: true,
    meaning: "Een versie van een eisenboom is vastgesteld; bewijs kan haar eisen noemen.",
    source: "000:129-135; 000:256-291", signers: Ondertekenaars.vastleggers, needsExactDate: true
  ) {
    boom
    versie
    titel
    digest
    kenmerken
    bestand
  }
}

/// An adoption was a mistake.
public enum EisenboomGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "EisenboomGecorrigeerd", stream: "Eisenboom", meaning: "De vaststelling van een eisenboom was een vergissing.",
    signers: Ondertekenaars.vastleggers)
}

/// Whether proof is enough, by who says so.
public enum UitkomstBeoordeling: String, NamedCode, Hashable {
  case voldoende, onvoldoende

  /// In words.
  public var text: Text {
    switch self {
    case .voldoende: Text(nl: "voldoende", en: "enough")
    case .onvoldoende: Text(nl: "onvoldoende", en: "not enough")
    }
  }
}

/// Someone judged, under their own name of role and with a reason, whether proof is enough for a demand: what the log
/// alone cannot say.
public enum BewijsBeoordeeld: EventDefinition {
  /// Which demand.
  public static let eis = Field<String>("eis", .clear, "Welke eis, zoals AI-1.5.", shape: .text(most: 20))
  /// Whether it is enough.
  public static let uitkomst = Field<UitkomstBeoordeling>("uitkomst", .clear, "Of het bewijs voldoende is.")
  /// The events it is about.
  public static let over = Field<[EventID]>(
    "over", .clear, "De gebeurtenissen die zijn beoordeeld.", shape: .list(.event, most: 100))
  /// Why.
  public static let reden = Field<String>(
    "reden", .openbaar, "Waarom, zonder namen.", shape: .prose(most: 4000))

  /// The event type. The secretariat keeps the record and judges nothing.
  public static let type = EventType(
    "BewijsBeoordeeld", stream: "Beoordeling", opens: true,
    meaning: "Iemand heeft beoordeeld of het bewijs voor een eis voldoende is, met de reden.",
    source: "000:137-144; 000:189-191; 000:210-211",
    signers: Ondertekenaars.vastleggers.subtracting([.secretariaat]).union([.ondernemingsraad, .leidinggevende])
  ) {
    eis
    uitkomst
    over
    reden
  }
}

/// A judgement was a mistake.
public enum BeoordelingGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "BeoordelingGecorrigeerd", stream: "Beoordeling", meaning: "Een beoordeling van bewijs was een vergissing.",
    signers: BewijsBeoordeeld.type.signers)
}

/// The events of trees of demands and of judgements.
enum Eisgebeurtenissen {
  static let correcties: [any EventDefinition.Type] = [EisenboomGecorrigeerd.self, BeoordelingGecorrigeerd.self]
  static let alle: [any EventDefinition.Type] = [EisenboomVastgesteld.self, BewijsBeoordeeld.self] + correcties
  /// By whose value they are found.
  static let keys: [FieldDeclaration] = [
    EisenboomVastgesteld.boom.declaration, EisenboomVastgesteld.kenmerken.declaration,
    BewijsBeoordeeld.eis.declaration,
  ]
}
