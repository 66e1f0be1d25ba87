import ArgumentParser
import Console
import Governance
import Ledger
import Publication

/// Confidential counsellors: certification, appointment, renewal, end, duties and the yearly overview.
public struct VertrouwenspersonenPlugin: CommandPlugin, PublishingPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Vertrouwenspersonen" }

  /// What it records.
  public var events: [EventType] {
    let whole: [any EventDefinition.Type] = [
      VertrouwenspersoonGecorrigeerd.self, JaaroverzichtVerstrekt.self, JaaroverzichtGepubliceerd.self,
      JaaroverzichtGecorrigeerd.self, VertrouwenspersonenregelsVastgesteld.self, FormatieVastgesteld.self,
      AantalVertrouwenspersonenOpgegeven.self, AanspreekpuntVastgesteld.self, VertrouwenspersonenGecorrigeerd.self,
    ]
    return (VertrouwenspersonenRules.personal + whole).map { $0.type }
  }

  /// What it refuses.
  public var rules: [Rule] { VertrouwenspersonenRules.all }

  /// What a person has in common over several appointments is looked up by pseudonym.
  public var keys: [FieldDeclaration] { [KandidaatVoorgedragen.persoon.declaration] }

  /// What it follows through time.
  public var subjects: [any Subject.Type] {
    [Benoeming.self, Jaaroverzicht.self, Jaarplicht.self, Vaststellingen<Regelbesluit>.self]
  }

  /// That an appeal to nullity does nothing where the rules here give no right of consent, and that what will be public
  /// is the address of a person.
  public func warnings(about draft: EventDraft, _ reading: Reading) throws -> [Text] {
    try [Nietigheidsrecht.waarschuwing(draft, reading), Aanspreekpunt.waarschuwing(draft, reading)].compactMap(\.self)
  }

  /// Numbers once a year, the address of the function and overviews in totals; nil when there is nothing to say yet.
  public func publish(_ request: PublicationRequest) throws -> PublishedSubject? {
    try Openbaar.lees(request).map { try Publicatie($0, request.settings).subject() }
  }

  /// What is meant by `vertrouwenspersoon-1` or `Vertrouwenspersoon/<id>`: one appointment.
  public func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp? {
    try Verwijzing.find(handle, in: views)?.subject
  }

  /// The word before the number.
  public func words(in views: ViewReader) -> [String] { [Benoeming.reeks] }

  /// How people call an appointment, as in `vertrouwenspersoon-1`.
  public func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String? {
    guard stream.kind == KandidaatVoorgedragen.type.streamKind else { return nil }
    return try Benoeming.nummer(stream, views).map { Benoeming.handle($0) }
  }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [VertrouwenspersoonCommand.self] }
}
