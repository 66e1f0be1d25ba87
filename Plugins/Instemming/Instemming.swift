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
  public var events: [EventType] { Procedure.events.map { $0.type } }

  /// What it refuses.
  public var rules: [Rule] { InstemmingRules.all }

  /// What was recorded about a subject is found by that subject.
  public var keys: [FieldDeclaration] { [Betreft.onderwerp.declaration] }

  /// What it follows.
  public var subjects: [any Subject.Type] { [Procedure.self] }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [InstemmingCommand.self] }
}
