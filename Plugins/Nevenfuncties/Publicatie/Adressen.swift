import Governance

/// Where the pages stand, below the site's root. No address holds a name of a person or a body.
enum Adressen {
  static let woord = "nevenfuncties"
  static let lijst = "/\(woord)/"
  static let functies = lijst + "functies/"
  static let organisaties = lijst + "organisaties/"
  static let standen = lijst + "stand/"
  static let wijzigingen = lijst + "wijzigingen/"
  static let alles = lijst + "alles/"
  static let vergelijk = lijst + "vergelijk/"
  static let feed = lijst + "wijzigingen.atom"
  static let controle = "/controle/"
  static let beleid = "/publicatiebeleid/"

  static func functie(_ functie: OpenbareFunctie) -> String { functies + functie.slug + "/" }
  static func json(_ functie: OpenbareFunctie) -> String { "/v1/\(woord)/functie/\(functie.slug).json" }
  static func opgave(_ id: String) -> String { lijst + "opgaven/\(id)/" }
  static func versie(_ id: String, _ nummer: Int) -> String { opgave(id) + "versies/\(nummer)/" }
  static func jaar(_ jaar: Int) -> String { standen + "\(jaar)/" }
  static func maand(_ maand: String) -> String { wijzigingen + maand + "/" }
  static func volgorde(_ volgorde: Volgorde) -> String {
    volgorde == .functie ? lijst : lijst + "volgorde/\(volgorde.rawValue)/"
  }
  static func status(_ toestand: Toestand) -> String { lijst + "status/\(toestand.rawValue)/" }
}
