import Governance
import Ledger

/// Who signs what.
enum Ondertekenaars {
  /// Who can appoint, contract and relieve for an employer; which of them does, the municipality's own rules say
  /// (004:5604; Gemeentewet art. 160 lid 1 onder d, art. 107e).
  static let beslisser: Set<Rol> = [.algemeenDirecteur, .college, .griffier, .werkgeverscommissie]
  /// Who records what was seen or received.
  static let vastleggers: Set<Rol> = [.algemeenDirecteur, .secretariaat, .teamleiderPO]
  /// The vertrouwenspersonen themselves.
  static let vertrouwenspersonen: Set<Rol> = [.vertrouwenspersoonIntern, .vertrouwenspersoonExtern]
  /// Who records training: the employer or the vertrouwenspersoon.
  static let metVertrouwenspersonen: Set<Rol> = vastleggers.union(vertrouwenspersonen)
}

/// An event about one person, by pseudonym.
public protocol PersoonsGebeurtenis: EventDefinition {}

extension PersoonsGebeurtenis {
  /// Who, as a random pseudonym.
  public static var persoon: Field<StreamID> {
    Field("persoon", .clear, "Wie, als willekeurig pseudoniem.", shape: .stream(kind: "Persoon"))
  }
}

/// How people reach someone; only the organisation reads it.
enum Contact {
  static let naam = Field<String>("naam", .intern, "De naam.")
  static let nieuweNaam = Field<String>("naam", .intern, "De naam.", isRequired: false)
  static let telefoon = Field<String>(
    "telefoon", .intern, "Het eigen telefoonnummer als vertrouwenspersoon.", shape: .text(most: 40), isRequired: false)
  static let email = Field<String>(
    "email", .intern, "Het e-mailadres als vertrouwenspersoon.", shape: .text(most: 254), isRequired: false)
}
