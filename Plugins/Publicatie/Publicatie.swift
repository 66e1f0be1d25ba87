import ArgumentParser
import Console
import Governance

/// The public site: what the organisation chose for it, and every time it was published.
public struct PublicatiePlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Publicatie" }

  /// What it records.
  public var events: [EventType] { [PublicatieIngesteld.type, PublicatieUitgevoerd.type] }

  /// What it refuses.
  public var rules: [Rule] { PublicatieRules.all }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [PubliceerCommand.self, PublicatieCommand.self] }
}
