import Publication

/// Where the pages about the inspectorate stand, below the site's root.
enum Inspectieadressen {
  static let woord = "arbeidsinspectie"
  static let lijst = "/\(woord)/"
  static let wijzigingen = Happenings.path(woord)

  static func eis(_ nummer: Int64) -> String { lijst + "eisen/\(nummer)/" }
}
