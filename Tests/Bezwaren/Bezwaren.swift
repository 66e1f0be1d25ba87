import ArgumentParser
import Console
import Governance
import Ledger

/// Objections to decisions of the organisation: the example of the README, complete and small.
public struct BezwarenPlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}
  /// The folder's name.
  public var name: String { "Bezwaren" }
  /// What it records.
  public var events: [EventType] { Bezwaar.events.map { $0.type } }
  /// What it refuses.
  public var rules: [Rule] { BezwarenRules.all }
  /// What it follows through time.
  public var subjects: [any Subject.Type] { [Bezwaar.self] }
  /// What is meant by `bezwaar-1`.
  public func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp? {
    let number = handle.hasPrefix("bezwaar-") ? Int64(handle.dropFirst(8)) : nil
    let key = try number.flatMap { try views.key(Bezwaar.self, series: Bezwaar.kind, number: $0) }
    return key?.streams.first.map { Onderwerp(stream: $0, versie: nil, handle: handle) }
  }

  /// How people call an objection.
  public func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String? {
    try views.number(Bezwaar.self, SubjectKey(stream)).map { "bezwaar-\($0.number)" }
  }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [BezwaarCommand.self] }
}
