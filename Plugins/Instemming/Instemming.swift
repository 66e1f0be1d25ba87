import ArgumentParser
import Console
import Governance

/// Participation: consent under WOR art. 27, advice, and agreement in the Lokaal Overleg.
public struct InstemmingPlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Instemming" }

  /// What it records.
  public var events: [EventType] {
    [
      InstemmingGevraagd.type, InstemmingVerleend.type, InstemmingOnderVoorwaardenVerleend.type,
      InstemmingOnthouden.type, InstemmingVervangen.type, InstemmingNietVereist.type, NietigheidIngeroepen.type,
      NietigheidTeruggenomen.type, InstemmingGecorrigeerd.type, AdviesGevraagd.type, AdviesUitgebracht.type,
      AdviesGecorrigeerd.type, OvereenstemmingBereikt.type, OvereenstemmingGecorrigeerd.type,
    ]
  }

  /// What it refuses.
  public var rules: [Rule] { InstemmingRules.all }

  /// Its views.
  public var projections: [any Projection] { [InstemmingView()] }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [InstemmingCommand.self] }
}
