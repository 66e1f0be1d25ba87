import ArgumentParser
import Console
import Governance
import Ledger

/// Confidential counsellors: certification, appointment, renewal, end, duties and the yearly overview.
public struct VertrouwenspersonenPlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}

  /// The folder's name.
  public var name: String { "Vertrouwenspersonen" }

  /// What it records.
  public var events: [EventType] {
    [
      KandidaatVoorgedragen.type, ContactgegevensGewijzigd.type, CertificeringVastgelegd.type,
      VertrouwenspersoonBenoemd.type, VertrouwenspersoonVerlengd.type, ExterneVertrouwenspersoonGecontracteerd.type,
      VertrouwenspersoonTeruggetreden.type, VertrouwenspersoonTermijnVerstreken.type, OntheffingVoorgenomen.type,
      OntheffingsvoornemenIngetrokken.type,
      OnafhankelijkeVaststellingOntvangen.type, VertrouwenspersoonOntheven.type, RegisterOvergedragen.type,
      ScholingVastgelegd.type, IntervisieVastgelegd.type, VertrouwenspersoonGecorrigeerd.type,
      JaaroverzichtVerstrekt.type, JaaroverzichtGepubliceerd.type, JaaroverzichtGecorrigeerd.type,
      VertrouwenspersonenregelsVastgesteld.type, FormatieVastgesteld.type, AantalVertrouwenspersonenOpgegeven.type,
      VertrouwenspersonenGecorrigeerd.type,
    ]
  }

  /// What it refuses.
  public var rules: [Rule] { VertrouwenspersonenRules.all }

  /// Its views.
  public var projections: [any Projection] { [VertrouwenspersonenView()] }

  /// What is meant by `vertrouwenspersoon-1` or `Vertrouwenspersoon/<id>`: one appointment.
  public func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp? {
    try Verwijzing.find(handle, in: views)?.subject
  }

  /// How people call an appointment, as in `vertrouwenspersoon-1`.
  public func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String? {
    guard stream.kind == KandidaatVoorgedragen.type.streamKind else { return nil }
    return try VertrouwenspersonenView().benoeming(stream, views)?.handle
  }

  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [VertrouwenspersoonCommand.self] }
}
