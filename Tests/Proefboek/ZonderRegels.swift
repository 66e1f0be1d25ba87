import Governance
import Ledger

/// A plugin that refuses nothing, so that a ledger can hold any history that its views must bear.
public struct ZonderRegels: Plugin {
  private let plugin: any Plugin

  /// A plugin without its rules.
  public init(_ plugin: any Plugin) { self.plugin = plugin }

  /// The plugin's own.
  public var name: String { plugin.name }
  /// The plugin's own.
  public var events: [EventType] { plugin.events }
  /// None.
  public var rules: [Rule] { [] }
  /// The plugin's own.
  public var keys: [FieldDeclaration] { plugin.keys }
  /// The plugin's own.
  public var subjects: [any Subject.Type] { plugin.subjects }
  /// The plugin's own.
  public var projections: [any Projection] { plugin.projections }
}
