import Governance
import Ledger
import LedgerCrypto
import Publication

/// Who sees to what the organisation publishes: the municipal secretary answers for the statement (004:5438-5440), the
/// clerk stands for the employer of the council's staff (004:5816-5817), the board decides on officials (004:8546), and
/// the secretariat does the work. That the last three publish is a choice: the sources name the first one only.
private let publishers: Set<Rol> = [.algemeenDirecteur, .griffier, .college, .secretariaat]

/// The organisation chose where its public site stands, where to turn to, and what may be done with it.
public enum PublicatieIngesteld: EventDefinition {
  static let adres = Field<String>(
    "adres", .clear, "Het adres van de site, zonder schuine streep aan het eind.", shape: .link)
  static let contact = Field<String>(
    "contact", .clear,
    "Waar men om een correctie vraagt: een e-mailadres van de organisatie (niet van een persoon) of een adres op het web."
  )
  static let beveiligingscontact = Field<String>(
    "beveiligingscontact", .clear,
    "Waar men een kwetsbaarheid meldt: een e-mailadres van de organisatie (niet van een persoon) of een adres op het web."
  )
  static let zoekmachines = Field<SiteSettings.Robots>(
    "zoekmachines", .clear, "Of zoekmachines de site mogen opnemen: een afweging die de organisatie maakt.")
  static let licentie = Field<String>("licentie", .clear, "De licentie van de gegevens, als adres.", shape: .link)

  /// The event type.
  public static let type = EventType(
    "PublicatieIngesteld", stream: "Publicatie", opens: nil,
    meaning: "De organisatie heeft gekozen hoe haar openbare site wordt gepubliceerd.",
    source: "004:5425-5426; AVG art. 5 lid 1 c; RFC 9116", signers: publishers, needsExactDate: true
  ) {
    adres
    contact
    beveiligingscontact
    zoekmachines
    licentie
  }
}

/// The public site was written; what stood in it can be recognised by its digest.
public enum PublicatieUitgevoerd: EventDefinition {
  static let manifest = Field<Digest>(
    "manifest", .clear, "De SHA-256 van v1/manifest, de lijst van alle bestanden van de site met hun SHA-256.")
  static let dag = Field<CalendarDate>("dag", .clear, "De dag waarover de site gaat.")
  static let omvang = Field<Int64>(
    "omvang", .clear, "Hoeveel gebeurtenissen het controlepunt telt dat de site toont.",
    shape: .number(1...Int64.max))
  static let wortel = Field<Digest>("wortel", .clear, "De hash over die gebeurtenissen (RFC 6962).")
  static let bestanden = Field<Int64>("bestanden", .clear, "Hoeveel bestanden de site telt.")
  static let huisstijl = Field<Digest>(
    "huisstijl", .clear, "De SHA-256 van de eigen huisstijl van de organisatie; leeg als de site die niet heeft.",
    isRequired: false)

  static let scripts = Field<Digest>(
    "scripts", .clear,
    "De SHA-256 van de regels van v1/manifest over de scripts van /controle/; leeg bij wat eerder is gepubliceerd.",
    isRequired: false)

  /// The event type.
  public static let type = EventType(
    "PublicatieUitgevoerd", stream: "Publicatie", meaning: "De openbare site is geschreven.",
    source: "004:5425-5426", signers: publishers, needsExactDate: true
  ) {
    manifest
    dag
    omvang
    wortel
    bestanden
    huisstijl
    scripts
  }
}
