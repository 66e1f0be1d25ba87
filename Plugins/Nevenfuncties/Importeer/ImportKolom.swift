import Console
import Governance

/// A column of the file; what it is called there is its raw value.
enum ImportKolom: String, ImportColumn {
  case functie
  case naam
  case persoon
  case functieSinds = "functie sinds"
  case nevenwerkzaamheid
  case organisatie
  case ingang
  case einde
  case bezoldigd
  case uren = "uren per maand"
  case betaaldDoorEigenGemeente = "betaald door eigen gemeente"
  case beperkingen
  case gemeld = "gemeld op"
  case besluit
  case besluitOp = "besluit op"
  case openbaar = "openbaar sinds"

  /// Columns that every file has.
  static let required: [ImportKolom] = [.functie, .nevenwerkzaamheid]

  /// What stands in it, for the explanation under `--sjabloon`.
  var meaning: Text {
    switch self {
    case .functie:
      Text(
        nl: "de aangewezen functie, zoals zij in het grootboek heet",
        en: "the designated function, as the ledger calls it")
    case .naam:
      Text(
        nl: "wie haar bekleedt; mag leeg als dat er één is", en: "who holds it; may be empty when that is one person")
    case .persoon: Text(nl: "of het pseudoniem: Persoon/…", en: "or the pseudonym: Persoon/…")
    case .functieSinds:
      Text(
        nl: "sinds wanneer, voor wie nog niet in het grootboek staat",
        en: "since when, for someone not yet in the ledger")
    case .nevenwerkzaamheid: Text(nl: "wat het is", en: "what it is")
    case .organisatie: Text(nl: "waar zij wordt verricht", en: "where it is done")
    case .ingang, .einde: Text(nl: "een datum", en: "a date")
    case .gemeld, .besluitOp:
      Text(nl: "een datum; leeg als die niet bekend is", en: "a date; empty when it is not known")
    case .openbaar:
      Text(nl: "de dag vanaf wanneer zij op de openbare lijst staat", en: "the day from which it is on the public list")
    case .bezoldigd, .betaaldDoorEigenGemeente: Text(nl: "ja of nee", en: "ja (yes) or nee (no)")
    case .uren: Text(nl: "een getal", en: "a number")
    case .beperkingen:
      Text(nl: "welke zijn gesteld; leeg als er geen zijn", en: "which were set; empty when there are none")
    case .besluit:
      Text(
        nl: ImportBesluit.allCases.map(\.rawValue).joined(separator: ", "),
        en: ImportBesluit.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }
}

/// What was decided on an activity.
enum ImportBesluit: String, CaseIterable {
  case toegestaan
  case onderVoorwaarden = "onder voorwaarden"
  case nietCombineren = "niet combineren"
  case geweigerd

  /// The decision that a cell names.
  init?(cell: String) {
    let word = cell.comparisonKey
    guard let found = Self.allCases.first(where: { $0.rawValue == word }) else { return nil }
    self = found
  }
}
