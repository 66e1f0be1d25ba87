import ArgumentParser
import Console
import Governance
import LedgerCrypto

/// Rules and policies: every version of a text, from draft to withdrawal, and which one was in force when.
public struct BeleidPlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Beleid" }

  /// What it records.
  public var events: [EventType] {
    [
      RegelingOntworpen.type, WerknemersGeraadpleegd.type, RegelingVastgesteld.type, RegelingBekendgemaakt.type,
      RegelingInWerkingGetreden.type, RegelingGeevalueerd.type, RegelingIngetrokken.type,
      ContentElementAangetoond.type, BeleidGeborgd.type, RegelingGecorrigeerd.type,
    ]
  }

  /// What it refuses.
  public var rules: [Rule] { BeleidRules.all }

  /// Its views.
  public var projections: [any Projection] { [BeleidView()] }

  /// What is meant by `gedragscode`, `gedragscode@2`, `gedragscode@<digest>` or `Regeling/<id>`.
  public func subject(_ handle: String, in views: ViewReader) throws -> Subject? {
    try Verwijzing.find(handle, in: views).map { found in
      Subject(stream: found.regeling.stream, versie: found.versie?.digest?.hex, handle: found.handle)
    }
  }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [BeleidCommand.self] }
}
