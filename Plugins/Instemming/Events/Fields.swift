import Governance
import Ledger
import LedgerCrypto

/// What consent, advice or agreement is about: the fields that its events share.
enum Betreft {
  static let onderwerp = Field<StreamID>("onderwerp", .clear, "Waar het over gaat.")
  static let versie = Field<Digest>(
    "versie", .clear, "De SHA-256 van precies één versie; ontbreekt alleen bij een onderwerp zonder versies.",
    isRequired: false)
  static let aanduiding = Field<String>(
    "aanduiding", .clear, "Hoe de versie heet, als haar tekst niet in het grootboek staat.", shape: .text(most: 60),
    isRequired: false)
  static let orgaan = Field<Rol>("orgaan", .clear, "Het orgaan dat instemt of adviseert.")
  static let besluit = Field<InstemmingsBesluit>(
    "besluit", .clear, "Het besluit over een regeling; anders vaststellen. Dat over een persoon is verzegeld.",
    isRequired: false)
  /// Whether someone is to be appointed, kept or relieved is nobody's public fact: with a handful of people a pseudonym soon
  /// has a face.
  static let persoonsbesluit = Field<InstemmingsBesluit>(
    "persoonsbesluit", .intern, "Het besluit over een persoon, bij wie de procedure opent.", isRequired: false)
  static let worOnderdeel = Field<WorOnderdeel>(
    "worOnderdeel", .clear, "De letter van WOR art. 27 lid 1.", isRequired: false)

  /// What every event of a consent names, so that none can be read as being about something else.
  static var instemming: [FieldDeclaration] {
    [
      onderwerp.declaration, versie.declaration, aanduiding.declaration, orgaan.declaration, besluit.declaration,
      worOnderdeel.declaration,
    ]
  }
  /// The same of one that can open a procedure.
  static var opening: [FieldDeclaration] { instemming + [persoonsbesluit.declaration] }
  /// What every event about advice names.
  static var advies: [FieldDeclaration] {
    [onderwerp.declaration, versie.declaration, aanduiding.declaration, orgaan.declaration]
  }
}

/// What only the organisation reads: why, under which conditions, with which document.
enum Motivering {
  static let toelichting = Field<String>(
    "toelichting", .intern, "Toelichting, reden of voorwaarden.", shape: .prose(most: 20_000), isRequired: false)
  static let document = Field<DocumentReference>(
    "document", .intern, "Het document waarin het staat.", isRequired: false)

  static var fields: [FieldDeclaration] { [toelichting.declaration, document.declaration] }
}

/// The day on which a body decided what it answers, which need not be that of its letter.
enum Stemming {
  static let gestemdOp = Field<CalendarDate>(
    "gestemdOp", .clear, "De dag waarop het orgaan erover besloot; de gebeurtenis heeft de dag van het bericht.",
    isRequired: false)
}

/// What a court is asked and says.
enum Rechtszaak {
  static let verzoek = Field<Kantonrechtersverzoek>("verzoek", .clear, "Wat de kantonrechter is gevraagd.")
  static let zaaknummer = Field<String>(
    "zaaknummer", .clear, "Het zaaknummer bij de rechtbank.", shape: .text(most: 60))
  static let ecli = Field<String>(
    "ecli", .clear, "De ECLI van de uitspraak.", shape: .text(most: 60), isRequired: false)
  static let uitspraak = Field<DocumentReference>(
    "uitspraak", .openbaar, "De uitspraak, zoals zij openbaar is.", isRequired: false)
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
  /// Who can go to court about a decision, or records what was asked and said there.
  static let procespartijen: Set<Rol> = vastleggers.union(instemmers)
  /// Bodies that give advice.
  static let adviseurs: Set<Rol> = [
    .ondernemingsraad, .lokaalOverleg, .adviespunt, .bureauIntegriteit, .functionarisGegevensbescherming,
    .vertrouwenspersoonIntern, .vertrouwenspersoonExtern,
  ]
}
