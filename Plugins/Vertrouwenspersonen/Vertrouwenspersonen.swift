import ArgumentParser
import Console
import Governance

/// Confidential counsellors: certification, appointment, renewal, end, duties and the yearly overview.
public struct VertrouwenspersonenPlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Vertrouwenspersonen" }

  /// What it records.
  public var events: [EventType] { [] }

  /// What it refuses.
  public var rules: [Rule] { [] }

  /// Its views.
  public var projections: [any Projection] { [] }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [] }
}
