import ArgumentParser
import Console
import Governance
import Ledger
import Publication

/// What the labour inspectorate demands and what the organisation has done: inspections and their terms, risk inventory
/// and plan, measures, information and training, and the proof of each demand.
public struct InspectiePlugin: CommandPlugin, PublishingPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Inspectie" }

  /// What it records.
  public var events: [EventType] {
    (Gebeurtenissen.alle + Eisgebeurtenissen.alle).map { $0.type } + [BundelGemaakt.type]
  }

  /// What it refuses.
  public var rules: [Rule] { InspectieRules.all + EisenRules.all + BundelRules.all }

  /// Evidence is found by its demand, a measure by who answers for it and by its plan, a bundle by its digest,
  /// a meeting by its series, a declaration by its kind of cases, a published measure by its inspection.
  public var keys: [FieldDeclaration] {
    [
      Bewijs.eisen.declaration, VerantwoordelijkeAangewezen.functie.declaration, MaatregelVastgelegd.rie.declaration,
      BundelGemaakt.tagmanifest.declaration, VoorlichtingOntvangen.reeks.declaration,
      JaarverklaringAfgegeven.zaaksoort.declaration, MaatregelOpenbaargemaakt.inspectie.declaration,
    ] + Eisgebeurtenissen.keys
  }

  /// What it follows through time.
  public var subjects: [any Subject.Type] {
    [Inspectiezaak.self, Rie.self, Maatregel.self, LosBewijs.self, Signalen.self]
  }

  /// What is meant by `inspectie-1`, `rie-1`, `maatregel-1` or `bewijs-1`.
  public func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp? {
    try genoemd.lazy.compactMap { try $0.find(handle, views) }.first.map {
      Onderwerp(stream: $0, versie: nil, handle: try self.handle(of: $0, versie: nil, in: views) ?? handle)
    }
  }

  /// The words before their numbers.
  public func words(in views: ViewReader) -> [String] { genoemd.map { $0.kind } }

  /// How people call an inspection, an inventory, a measure or a piece of evidence.
  public func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String? {
    try genoemd.lazy.compactMap { try $0.handle(of: stream, views) }.first
  }

  private var genoemd: [any Genoemd.Type] { [Inspectiezaak.self, Rie.self, Maatregel.self, LosBewijs.self] }

  /// The demands that were made public; nil while there is none.
  public func publish(_ request: PublicationRequest) throws -> PublishedSubject? {
    let register = try Inspectielezer(request).register()
    guard !register.eisen.isEmpty else { return nil }
    return try Inspectiepublicatie(register, request.settings).subject()
  }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] {
    [InspectieCommand.self, RieCommand.self, BundelCommand.self]
  }
}
