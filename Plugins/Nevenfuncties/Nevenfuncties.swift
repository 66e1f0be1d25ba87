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
  public var events: [EventType] {
    [
      NevenfunctieregelsVastgesteld.type, FunctieAangewezen.type, FunctieaanwijzingIngetrokken.type,
      FunctieaanwijzingGecorrigeerd.type, NevenwerkzaamheidGemeld.type, NevenwerkzaamheidGewijzigd.type,
      NevenwerkzaamheidBeeindigd.type, FunctieGewijzigd.type, NevenwerkzaamhedenBevestigd.type,
      BevestigingGecorrigeerd.type, NevenwerkzaamheidGecorrigeerd.type, ToestemmingGevraagd.type,
      ToestemmingVerleend.type, ToestemmingOnderVoorwaardenVerleend.type, ToestemmingGeweigerd.type,
      NietCombinerenGeadviseerd.type, PublicatieAchterwegeGelaten.type, OpgaveGepubliceerd.type,
      OpgaveBijgewerkt.type, OpgaveIngetrokken.type, OpgaveGecorrigeerd.type, FinancieelBelangGemeld.type,
      FinancieelBelangGecorrigeerd.type,
    ]
  }

  /// What it refuses.
  public var rules: [Rule] { NevenfunctieRules.all }

  /// Its views.
  public var projections: [any Projection] { [NevenfunctiesView(), BelangenView()] }

  /// The public list with its history; nil before rules for it were recorded.
  public func publish(_ request: PublicationRequest) throws -> PublishedSubject? {
    try OpenbaarRegister.lees(op: request.day, request.views, request.filter).map {
      try Publicatie($0, request.settings).subject()
    }
  }

  /// What is meant by `gemeentesecretaris/1` or `Nevenwerkzaamheid/<id>`.
  public func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp? {
    let names = try Namen(views)
    guard let stream = try names.melding(handle, views), let report = try Werkzaamheid.of(stream, views) else {
      return nil
    }
    let name = try names.handle(stream, gemeldBij: report.gemeldeFunctie, views) ?? stream.description
    return Onderwerp(stream: stream, versie: nil, handle: name)
  }

  /// The public statements of a report: they repeat what it says.
  public func streams(about subject: Onderwerp, in views: ViewReader) throws -> [StreamID] {
    guard subject.stream.kind == NevenwerkzaamheidGemeld.type.streamKind else { return [] }
    return try Opgave.of(melding: subject.stream, views).map(\.stream)
  }

  /// How people call a report, its statement, or a designated function.
  public func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String? {
    switch stream.kind {
    case NevenwerkzaamheidGemeld.type.streamKind:
      guard let report = try Werkzaamheid.of(stream, views) else { return nil }
      return try Namen(views).handle(stream, gemeldBij: report.gemeldeFunctie, views)
    case OpgaveGepubliceerd.type.streamKind:
      return try Opgave.of(stream, views).flatMap { try handle(of: $0.melding, versie: nil, in: views) }
    case FunctieAangewezen.type.streamKind:
      return try Aanwijzing(Feit.of(stream, views)).flatMap { try Namen(views).functie($0.functie)?.slug }
    default: return nil
    }
  }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [NevenfunctieCommand.self] }
}
