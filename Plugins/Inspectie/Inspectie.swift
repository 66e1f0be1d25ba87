import ArgumentParser
import Console
import Governance
import Ledger

/// What the labour inspectorate demands and what the organisation has done: inspections and their terms, risk inventory
/// and plan, measures, information and training, and the proof of each demand.
public struct InspectiePlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Inspectie" }

  /// What it records.
  public var events: [EventType] { [] }

  /// What it refuses.
  public var rules: [Rule] { [] }

  /// What is looked up by value.
  public var keys: [FieldDeclaration] { [] }

  /// What it follows through time.
  public var subjects: [any Subject.Type] { [] }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [InspectieCommand.self, RieCommand.self] }
}
