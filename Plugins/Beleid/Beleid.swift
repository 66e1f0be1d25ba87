import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto
import Publication

/// Rules and policies: every version of a text, from draft to withdrawal, and which one was in force when.
public struct BeleidPlugin: CommandPlugin, PublishingPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Beleid" }

  /// What it records.
  public var events: [EventType] { Regeling.events.map { $0.type } }

  /// What it refuses.
  public var rules: [Rule] { BeleidRules.all }

  /// A rule is found by its name, and by what its text was shown to contain.
  public var keys: [FieldDeclaration] {
    [RegelingOntworpen.kenmerk.declaration, ContentElementAangetoond.element.declaration]
  }

  /// What it follows.
  public var subjects: [any Subject.Type] { [Regeling.self] }

  /// What is meant by `gedragscode`, `gedragscode@2`, `gedragscode@<digest>` or `Regeling/<id>`.
  public func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp? {
    try Verwijzing.find(handle, in: views).map { found in
      Onderwerp(
        stream: found.regeling.stream, versie: found.versie?.digest?.hex,
        aanduiding: found.versie?.digest == nil ? found.versie?.aanduiding : nil, handle: found.handle)
    }
  }

  /// The names of the rules.
  public func words(in views: ViewReader) throws -> [String] { try Regeling.kenmerken(views) }

  /// How people call a rule or one of its versions, as in `gedragscode@2`.
  public func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String? {
    guard stream.kind == RegelingOntworpen.type.streamKind, let regeling = try Regeling.of(stream, views) else {
      return nil
    }
    guard let versie else { return regeling.kenmerk }
    return regeling.versies.first { $0.digest?.hex == versie }.map { regeling.handle($0) } ?? regeling.kenmerk
  }

  /// The title of a version, as the event says it by which that was drafted.
  public func title(of stream: StreamID, versie: String?, in reading: Reading) throws -> String? {
    guard stream.kind == RegelingOntworpen.type.streamKind, let regeling = try Regeling.of(stream, reading.views),
      let version = versie.map({ digest in regeling.versies.first { $0.digest?.hex == digest } })
        ?? regeling.versies.last,
      let fact = version.feit(RegelingOntworpen.self)
    else { return nil }
    return try reading.filter.event(at: fact.position)?[RegelingOntworpen.titel]
  }

  /// The rules of which a version was adopted; nil while there is none.
  public func publish(_ request: PublicationRequest) throws -> PublishedSubject? {
    let register = try Regelinglezer(request.views, request.filter, op: request.day).register()
    guard !register.regelingen.isEmpty else { return nil }
    return try Regelingenpublicatie(register, request.settings).subject()
  }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [BeleidCommand.self] }
}
