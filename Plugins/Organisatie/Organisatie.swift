import ArgumentParser
import Console
import Governance

/// The organisation itself: the founding of the ledger, who may sign, bodies, functions and who holds them.
public struct OrganisatiePlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Organisatie" }

  /// What it records.
  public var events: [EventType] {
    [
      GrootboekGeopend.type, GrootboekHersteld.type, GrootboekherstelBevestigd.type, SleutelGeregistreerd.type,
      SleutelBevestigd.type, SleutelIngetrokken.type,
      MandaatVerleend.type,
      MandaatIngetrokken.type, OrgaanVastgelegd.type, OrgaanOpgeheven.type, FunctieVastgelegd.type,
      FunctieOpgeheven.type, FunctieBekleed.type, FunctieNeergelegd.type, FunctieGecorrigeerd.type,
      OrgaanGecorrigeerd.type,
      WerkdagenVastgesteld.type, SluitingsdagVastgelegd.type, SluitingsdagIngetrokken.type,
      GelijkgesteldeDagenVastgelegd.type, InzendtermijnVastgesteld.type,
    ]
  }

  /// What it refuses.
  public var rules: [Rule] { OrganisatieRules.all }

  /// The clear fields by whose value it looks facts up.
  public var keys: [FieldDeclaration] {
    [
      FunctieVastgelegd.orgaan.declaration, Functies.verwijzing.declaration, FunctieBekleed.persoon.declaration,
      MandaatVerleend.mandaatgever.declaration,
      SleutelIngetrokken.kid.declaration, SluitingsdagVastgelegd.dag.declaration,
    ]
  }

  /// What it follows through time.
  public var subjects: [any Subject.Type] {
    [
      Kalenders.self, Unit.self, Mandaatverlening.self, Bekleder.self, Vaststellingen<Inzendtermijn>.self,
    ]
  }

  /// What neither facts nor subjects tell.
  public var projections: [any Projection] { [VasteDagen(), Eenheidsnamen()] }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] {
    [InitCommand.self, KeyCommand.self, KlokCommand.self, OrganisatieCommand.self]
  }
}
