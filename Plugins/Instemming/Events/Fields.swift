import Governance
import Ledger
import LedgerCrypto

/// What consent, advice or agreement is about: the fields that its events share.
enum Betreft {
  static let onderwerp = Field<StreamID>("onderwerp", .clear, "Waar het over gaat.")
  static let versie = Field<Digest>(
    "versie", .clear, "De SHA-256 van precies één versie; ontbreekt alleen bij een onderwerp zonder versies.",
    isRequired: false)
  static let orgaan = Field<Rol>("orgaan", .clear, "Het orgaan dat instemt of adviseert.")
  static let besluit = Field<InstemmingsBesluit>(
    "besluit", .clear, "Het besluit; anders vaststellen van een versie of benoemen.", isRequired: false)
  static let worOnderdeel = Field<WorOnderdeel>(
    "worOnderdeel", .clear, "De letter van WOR art. 27 lid 1.", isRequired: false)

  /// What every event of a consent names, so that none can be read as being about something else.
  static var instemming: [FieldDeclaration] {
    [onderwerp.declaration, versie.declaration, orgaan.declaration, besluit.declaration, worOnderdeel.declaration]
  }
  /// What every event about advice names.
  static var advies: [FieldDeclaration] { [onderwerp.declaration, versie.declaration, orgaan.declaration] }
}

/// What only the organisation reads: why, under which conditions, with which document.
enum Motivering {
  static let toelichting = Field<String>(
    "toelichting", .intern, "Toelichting, reden of voorwaarden.", shape: .prose(most: 20_000), isRequired: false)
  static let document = Field<DocumentReference>(
    "document", .intern, "Het document waarin het staat.", isRequired: false)

  static var fields: [FieldDeclaration] { [toelichting.declaration, document.declaration] }
}

/// Who signs what.
enum Ondertekenaars {
  /// Who decides as employer and so puts the decision before the works council (WOR art. 27 lid 2).
  ///
  /// The secretariat asks under their mandate, because asking is an act of who decides.
  static let werkgever: Set<Rol> = [.algemeenDirecteur, .griffier, .burgemeester, .werkgeverscommissie, .college]
  /// Who records what the employer holds or a court decided.
  static let vastleggers: Set<Rol> = werkgever.union([.secretariaat])
  /// Bodies that have a right of consent.
  static let instemmers: Set<Rol> = [.ondernemingsraad]
  /// Who signs an answer: the body itself; the secretariat only for historical facts, which a rule sees to.
  static let antwoord: Set<Rol> = instemmers.union([.secretariaat])
  /// Bodies that give advice.
  static let adviseurs: Set<Rol> = [
    .ondernemingsraad, .lokaalOverleg, .adviespunt, .bureauIntegriteit, .functionarisGegevensbescherming,
    .vertrouwenspersoonIntern, .vertrouwenspersoonExtern,
  ]
}
