import Governance
import Ledger

/// Which holder of which function an event is about.
enum Houderschap {
  static let functie = Field<StreamID>(
    "functie", .clear, "De aangewezen functie.", shape: .stream(kind: "Functie"))
  static let persoon = Field<StreamID>(
    "persoon", .clear, "Wie haar bekleedt, als willekeurig pseudoniem.", shape: .stream(kind: "Persoon"))

  static var fields: [FieldDeclaration] { [functie.declaration, persoon.declaration] }
}

/// When an activity runs and whether the own municipality pays for it: personal, so only the organisation reads it.
enum Looptijd {
  static let ingang = Field<ImpreciseDate>(
    "ingang", .intern, "Wanneer de nevenwerkzaamheid begint of begon.", isRequired: false)
  static let einde = Field<ImpreciseDate>("einde", .intern, "De laatste dag, als die bekend is.", isRequired: false)
  static let betaaldDoorEigenGemeente = Field<Bool>(
    "betaaldDoorEigenGemeente", .intern, "Of de eigen gemeente ervoor betaalt (004:3930).", isRequired: false)

  static var fields: [FieldDeclaration] {
    [ingang.declaration, einde.declaration, betaaldDoorEigenGemeente.declaration]
  }
}

/// What the activity is: personal, so only the organisation reads it.
enum Inhoud {
  static let organisatie = Field<String>(
    "organisatie", .intern, "De instantie waarbij zij wordt verricht.", shape: .text(most: 200), isRequired: false)
  static let bezoldigd = Field<Bool>("bezoldigd", .intern, "Of zij betaald wordt.", isRequired: false)
  static let uren = Field<Int64>(
    "uren", .intern, "Hoeveel uren per maand.", shape: .number(0...744), isRequired: false)
  static let vragen = Field<[Vraagantwoord]>(
    "vragen", .intern, "De antwoorden op de controlevragen.", shape: .list(Vraagantwoord.defaultShape, most: 20),
    isRequired: false)
  static let toelichting = Field<String>(
    "toelichting", .intern, "Toelichting.", shape: .prose(most: 5000), isRequired: false)

  /// The activity; a change may leave it as it was.
  static func activiteit(isRequired: Bool) -> Field<String> {
    Field("activiteit", .intern, "De nevenwerkzaamheid.", shape: .text(most: 300), isRequired: isRequired)
  }

  static var fields: [FieldDeclaration] {
    [
      organisatie.declaration, bezoldigd.declaration, uren.declaration, vragen.declaration, toelichting.declaration,
    ]
  }
}

/// Why a decision was taken; only the organisation reads it.
enum Motivering {
  static let motivering = Field<String>(
    "motivering", .intern, "Waarom.", shape: .prose(most: 5000), isRequired: false)
}

/// Who signs what.
enum Ondertekenaars {
  /// Who adopts the rules and designates functions.
  static let vaststellers: Set<Rol> = [
    .college, .burgemeester, .algemeenDirecteur, .griffier, .werkgeverscommissie, .concernteam, .directeur,
  ]
  /// Who can be a holder, or records what a holder reports through the municipality's own channel
  /// (004:3916; 001:127; 003:265).
  static let melders: Set<Rol> = [
    .algemeenDirecteur, .griffier, .burgemeester, .werkgeverscommissie, .concernteam, .directeur, .irm,
    .leidinggevende, .teamleiderPO, .bureauIntegriteit, .secretariaat,
  ]
  /// Who can be made to decide by the rules in force; a rule sees to it which of them does.
  static let beslissers: Set<Rol> = vaststellers.union([.leidinggevende])
  /// Who can be made responsible for the public list; a rule sees to it which of them is.
  static let openbaarmakers: Set<Rol> = vaststellers.union([.irm, .leidinggevende, .teamleiderPO, .bureauIntegriteit])
  /// Who records a fact from before the ledger without having decided it.
  static let vastleggers: Set<Rol> = [.secretariaat]
  /// Who reports a financial interest or keeps it; the secretariat is in no circle.
  static let belangen: Set<Rol> = melders.subtracting([.secretariaat])
}
