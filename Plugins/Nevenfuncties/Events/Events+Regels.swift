import Governance
import Ledger

/// The rules on activities beside the function are laid down; from the date of effect on they govern.
public enum NevenfunctieregelsVastgesteld: EventDefinition {
  static let titel = Field<String>("titel", .clear, "Hoe de regels heten.")
  static let bron = Field<String>("bron", .clear, "Waar zij staan.", shape: .text(most: 300))
  static let grondslag = Field<String>(
    "grondslag", .clear, "De plaats in die regels zoals de openbare site haar noemt: artikelen of een hoofdstuk.",
    shape: .text(most: 300), isRequired: false)
  static let regeling = Field<StreamID>(
    "regeling", .clear, "De regeling in dit grootboek.", shape: .stream(kind: "Regeling"), isRequired: false)
  static let model = Field<Modelregels>("model", .clear, "Naar welk model zij zijn ingesteld.", isRequired: false)
  static let meldplicht = Field<Meldplicht>("meldplicht", .clear, "Wat moet worden gemeld.")
  static let voorafgaandeToestemming = Field<Bool>(
    "voorafgaandeToestemming", .clear, "Of vooraf schriftelijk toestemming wordt gevraagd.")
  static let weigeren = Field<Bool>("weigeren", .clear, "Of een nevenwerkzaamheid kan worden geweigerd.")
  static let beslissers = Field<[Rol]>(
    "beslissers", .clear, "Wie beslist.", shape: .list(Rol.defaultShape, most: 20))
  static let velden = Field<[OpenbaarVeld]>(
    "velden", .clear, "Wat de openbare opgave vermeldt, op volgorde.", shape: .list(OpenbaarVeld.defaultShape, most: 9))
  static let grens = Field<Openbaarmakingsgrens>("grens", .clear, "Welke nevenwerkzaamheden openbaar worden.")
  static let inhuur = Field<Bool>("inhuur", .clear, "Of wie tijdelijk is ingehuurd op de lijst staat.")
  static let betaaldEigenGemeenteVerboden = Field<Bool>(
    "betaaldEigenGemeenteVerboden", .clear, "Of betaald werk voor de eigen gemeente verboden is.")
  static let verantwoordelijke = Field<Rol>("verantwoordelijke", .clear, "Wie verantwoordelijk is voor de opgave.")
  static let tweedeOpenbaarmaker = Field<Rol>(
    "tweedeOpenbaarmaker", .clear, "Wie de opgave van de verantwoordelijke zelf openbaar maakt.", isRequired: false)
  static let bevestigingIedere = Field<Tijdsduur>(
    "bevestigingIedere", .clear, "Om de hoeveel tijd een opgave wordt bevestigd.")
  static let beslistermijn = Field<Tijdsduur>(
    "beslistermijn", .clear, "Binnen hoeveel tijd op een melding wordt beslist.", isRequired: false)
  static let bijwerktermijn = Field<Tijdsduur>(
    "bijwerktermijn", .clear, "Binnen hoeveel tijd de openbare opgave wordt bijgewerkt.", isRequired: false)
  static let bewaarNaEinde = Field<Tijdsduur>(
    "bewaarNaEinde", .clear, "Hoe lang een beëindigde opgave in de geschiedenis blijft staan.", isRequired: false)
  static let draaideur = Field<Tijdsduur>(
    "draaideur", .clear, "Hoe lang na vertrek iemand niet zonder meer wordt ingehuurd.", isRequired: false)
  static let vragen = Field<[Vraag]>(
    "vragen", .clear, "De controlevragen.", shape: .list(Vraag.defaultShape, most: 20), isRequired: false)
  static let herkomst = Field<[InstellingHerkomst]>(
    "herkomst", .clear, "Waar een instelling vandaan komt; wat niet genoemd is, heeft de organisatie gekozen.",
    shape: .list(InstellingHerkomst.defaultShape, most: 20), isRequired: false)

  /// The event type; all versions of the rules are in one stream.
  public static let type = EventType(
    "NevenfunctieregelsVastgesteld", stream: "Nevenfunctieregels", opens: nil,
    meaning: "De regels over nevenwerkzaamheden en hun openbaarmaking zijn vastgelegd.",
    source:
      "Ambtenarenwet 2017 art. 5 lid 1; 004:5402-5448; 004:3914-3933; 004:3983-3986; 001:130-131; 001:184-191; 003:265-268",
    signers: Ondertekenaars.vaststellers, recorders: Ondertekenaars.vastleggers, needsExactDate: true
  ) {
    titel
    bron
    grondslag
    regeling
    model
    meldplicht
    voorafgaandeToestemming
    weigeren
    beslissers
    velden
    grens
    inhuur
    betaaldEigenGemeenteVerboden
    verantwoordelijke
    tweedeOpenbaarmaker
    bevestigingIedere
    beslistermijn
    bijwerktermijn
    bewaarNaEinde
    draaideur
    vragen
    herkomst
    HistoricalFact.historisch
  }
}

/// Who holds this function reports, and what is reported becomes public.
public enum FunctieAangewezen: EventDefinition {
  static let regels = Field<StreamID>(
    "regels", .clear, "Onder welke regels.", shape: .stream(kind: "Nevenfunctieregels"))
  static let verantwoordelijke = Field<Rol>(
    "verantwoordelijke", .clear, "Wie de opgave openbaar maakt, als dat een ander is dan de regels noemen.",
    isRequired: false)
  static let houderRol = Field<Rol>(
    "houderRol", .clear, "De rol waarin de houder zelf ondertekent.", isRequired: false)
  static let houderTekentNiet = Field<Bool>(
    "houderTekentNiet", .clear, "Of de houder in dit grootboek in geen rol ondertekent.", isRequired: false)
  static let regeling = Field<StreamID>(
    "regeling", .clear, "De regeling in dit grootboek die haar aanwijst, als dat een andere is dan die van de regels.",
    shape: .stream(kind: "Regeling"), isRequired: false)
  static let grondslag = Field<String>(
    "grondslag", .clear, "De plaats die haar aanwijst, zoals de openbare site haar noemt.", shape: .text(most: 300),
    isRequired: false)
  static let beslissers = Field<[Rol]>(
    "beslissers", .clear, "Wie beslist over wat de houder meldt, als dat anderen zijn dan de regels noemen.",
    shape: .list(Rol.defaultShape, most: 20), isRequired: false)
  static let grens = Field<Openbaarmakingsgrens>(
    "grens", .clear, "Welke nevenwerkzaamheden van de houder openbaar worden, als dat anders is dan in de regels.",
    isRequired: false)
  static let velden = Field<[OpenbaarVeld]>(
    "velden", .clear, "Wat de opgave vermeldt, als dat minder is dan de regels noemen.",
    shape: .list(OpenbaarVeld.defaultShape, most: 9), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "FunctieAangewezen", stream: "Functieaanwijzing", opens: true,
    meaning: "De nevenwerkzaamheden van wie deze functie bekleedt, worden openbaar gemaakt.",
    source: "004:5402-5409; 004:3920-3922; 001:190-191; 003:268",
    signers: Ondertekenaars.vaststellers, recorders: Ondertekenaars.vastleggers, needsExactDate: true
  ) {
    Houderschap.functie
    regels
    verantwoordelijke
    houderRol
    houderTekentNiet
    regeling
    grondslag
    beslissers
    grens
    velden
    HistoricalFact.fields
  }
}

/// The function is no longer designated from the date of effect on.
public enum FunctieaanwijzingIngetrokken: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "FunctieaanwijzingIngetrokken", stream: "Functieaanwijzing",
    meaning: "De functie is niet langer aangewezen.", source: "004:5402-5409",
    signers: Ondertekenaars.vaststellers, recorders: Ondertekenaars.vastleggers, needsExactDate: true
  ) {
    HistoricalFact.fields
  }
}

/// An earlier event about a designation was a mistake.
public enum FunctieaanwijzingGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "FunctieaanwijzingGecorrigeerd", stream: "Functieaanwijzing",
    meaning: "Een eerdere gebeurtenis over deze aanwijzing was een vergissing.",
    signers: Ondertekenaars.vaststellers.union(Ondertekenaars.vastleggers))
}
