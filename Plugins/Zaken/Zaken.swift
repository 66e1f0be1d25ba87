import ArgumentParser
import Console
import Governance
import Ledger

/// Cases: procedures as data, which version of each was in force when, and the cases that run under them.
public struct ZakenPlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}
  /// The folder's name.
  public var name: String { "Zaken" }
  /// What it records.
  public var events: [EventType] {
    [
      ProcedureVastgesteld.type, ProcedureGecorrigeerd.type, ZaakBijgewerkt.type, VernietigingVoorgesteld.type,
      VernietigingGoedgekeurd.type, BewaartermijnGekozen.type,
      JaarcijfersVastgesteld.type,
    ]
  }
  /// What it refuses.
  public var rules: [Rule] { ProcedureRules.all + Zaakregels.all }
  /// A procedure is found by its id, and by the rule that it belongs to.
  public var keys: [FieldDeclaration] {
    [ProcedureVastgesteld.procedure.declaration, ProcedureVastgesteld.regeling.declaration]
  }
  /// What it follows through time.
  public var subjects: [any Subject.Type] { [Procedureversie.self] }
  /// Which streams are cases, and which figures were settled.
  public var projections: [any Projection] { [Zaakstromen(), Jaarcijferdelen()] }

  /// What is meant by `P-01` or `P-01@2024-05-23`.
  public func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp? {
    try Procedureversie.find(handle, in: views).map { Onderwerp(stream: $0.stroom, versie: nil, handle: $0.handle) }
  }

  /// How people call a version of a procedure.
  public func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String? {
    guard stream.kind == ProcedureVastgesteld.type.streamKind else { return nil }
    return try views.subject(Procedureversie.self, SubjectKey(stream))?.handle
  }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] {
    [ZaakCommand.self, VernietigingCommand.self, ProcedureCommand.self]
  }
}
