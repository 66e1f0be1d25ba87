import ArgumentParser
import Console
import Governance
import Publication

/// Activities beside the function: disclosed, decided on, confirmed every year, and published where the regulation says so.
public struct NevenfunctiesPlugin: CommandPlugin, PublishingPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Nevenfuncties" }

  /// What it records.
  public var events: [EventType] { [] }

  /// What it refuses.
  public var rules: [Rule] { [] }

  /// Its views.
  public var projections: [any Projection] { [] }

  /// What it publishes.
  public func publish(_ request: PublicationRequest) throws -> PublishedSubject? { nil }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [] }
}
