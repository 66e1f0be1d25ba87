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
  public var projections: [any Projection] { [NevenfunctiesView()] }

  /// What it publishes.
  public func publish(_ request: PublicationRequest) throws -> PublishedSubject? { nil }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [] }
}
