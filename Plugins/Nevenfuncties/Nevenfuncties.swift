import ArgumentParser
import Console
import Governance
import Ledger
import Publication

/// Activities beside the function: disclosed, decided on, confirmed every year, and published where the regulation says so.
public struct NevenfunctiesPlugin: CommandPlugin, PublishingPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Nevenfuncties" }

  /// What it records.
  public var events: [EventType] { Self.definitions.map { $0.type } }

  private static let definitions: [any EventDefinition.Type] = [
    NevenfunctieregelsVastgesteld.self, FunctieAangewezen.self, FunctieaanwijzingIngetrokken.self,
    FunctieaanwijzingGecorrigeerd.self, NevenwerkzaamheidGemeld.self, NevenwerkzaamheidGewijzigd.self,
    NevenwerkzaamheidBeeindigd.self, FunctieGewijzigd.self, NevenwerkzaamhedenBevestigd.self,
    BevestigingGecorrigeerd.self, NevenwerkzaamheidGecorrigeerd.self, ToestemmingGevraagd.self,
    ToestemmingBeslist.self, PublicatieAchterwegeGelaten.self, OpgaveGepubliceerd.self,
    OpgaveBijgewerkt.self, OpgaveIngetrokken.self, OpgaveGecorrigeerd.self, VertrouwelijkeMeldingGedaan.self,
    VertrouwelijkeMeldingGecorrigeerd.self,
  ]

  /// What it refuses.
  public var rules: [Rule] { NevenfunctieRules.all }

  /// What its facts are looked up by.
  public var keys: [FieldDeclaration] {
    [Houderschap.functie.declaration, Houderschap.persoon.declaration, OpgaveGepubliceerd.melding.declaration]
  }

  /// What it follows.
  public var subjects: [any Subject.Type] {
    [
      Vaststellingen<Regels>.self, AangewezenFunctie.self, Dossier.self, Houder.self, Werkzaamheid.self,
      Vertrokkene.self,
    ]
  }

  /// That financial interests were reported, and nothing of them.
  public var projections: [any Projection] { [BelangenView()] }

  /// The types of the events on one kind of stream.
  static func types(of kind: String) -> [any EventDefinition.Type] { definitions.filter { $0.type.streamKind == kind } }

  /// Every type but those of financial interests, of which no view holds anything.
  static let feiten: [any EventDefinition.Type] = definitions.filter {
    $0.type.streamKind != VertrouwelijkeMeldingGedaan.type.streamKind
  }

  /// The public list with its history; nil before rules for it were recorded.
  public func publish(_ request: PublicationRequest) throws -> PublishedSubject? {
    try OpenbaarRegister.lees(op: request.day, request.views, request.filter).map {
      try Publicatie($0, request.settings, publicaties: request.publications).subject()
    }
  }

  /// That someone is hired who left less long ago than the rules ask.
  public func warnings(about draft: EventDraft, _ reading: Reading) throws -> [Text] {
    try [Vertrokkene.waarschuwing(draft, in: reading.views)].compactMap(\.self)
  }

  /// What is meant by `gemeentesecretaris/1` or `Nevenwerkzaamheid/<id>`.
  public func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp? {
    guard let stream = try Namen.melding(handle, views), try Werkzaamheid.of(stream, views) != nil else { return nil }
    let name = try Namen.handle(stream, views) ?? stream.description
    return Onderwerp(stream: stream, versie: nil, handle: name)
  }

  /// The words of designated functions.
  public func words(in views: ViewReader) throws -> [String] { try Namen.functies(views).map(\.slug) }

  /// The public statements of a report: they repeat what it says.
  public func streams(about subject: Onderwerp, in views: ViewReader) throws -> [StreamID] {
    guard subject.stream.kind == NevenwerkzaamheidGemeld.type.streamKind else { return [] }
    return try Opgave.of(melding: subject.stream, views).map(\.stream)
  }

  /// How people call a report, its statement, or a designated function.
  public func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String? {
    switch stream.kind {
    case NevenwerkzaamheidGemeld.type.streamKind:
      return try Namen.handle(stream, views)
    case OpgaveGepubliceerd.type.streamKind:
      return try Opgave.of(stream, views).flatMap { try handle(of: $0.melding, versie: nil, in: views) }
    case FunctieAangewezen.type.streamKind:
      return try Aanwijzing(views.facts(in: stream)).flatMap { try Namen.functie($0.functie, views)?.slug }
    default: return nil
    }
  }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [NevenfunctieCommand.self] }
}
