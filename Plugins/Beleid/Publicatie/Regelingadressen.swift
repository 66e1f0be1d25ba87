import Ledger
import Publication

/// Where the pages of rules stand, below the site's root.
enum Regelingadressen {
  static let woord = "regelingen"
  static let lijst = "/\(woord)/"
  static let statussen = lijst + "status/"
  static let wijzigingen = Happenings.path(woord)
  static let vergelijk = lijst + "vergelijk/"

  static func status(_ status: Regelingstatus) -> String { statussen + status.rawValue + "/" }
  static func regeling(_ woord: String) -> String { lijst + woord + "/" }
  static func versie(_ woord: String, _ nummer: Int) -> String { regeling(woord) + "versies/\(nummer)/" }
  static func tekst(_ woord: String, _ nummer: Int) -> String { versie(woord, nummer) + "tekst/" }
  static func verschil(_ woord: String, _ nummer: Int) -> String { versie(woord, nummer) + "verschil/" }

  /// The word of a rule in addresses: its name, or its id where that name cannot be one or means something here already.
  static func segment(_ kenmerk: String, _ stream: StreamID) -> String {
    Address.isSegment(kenmerk) && !bezet.contains(kenmerk) ? kenmerk : stream.id.description
  }

  private static let bezet: Set = ["status", "wijzigingen", "pagina", "vergelijk"]
}
