import Governance

/// A value that is recorded with a step.
struct Veld: Sendable, Hashable {
  enum Soort: String, Sendable, CaseIterable {
    case tekst, datum, moment, getal, keuze, jaNee, document, persoon, duur
  }

  /// What it means when it is missing.
  enum Verplichting: String, Sendable, CaseIterable {
    /// It may be left out.
    case nee
    /// Without it the step is recorded and marked: an act of the authority or of an outsider is as it was.
    case merk
    /// Without it the step cannot be recorded.
    case ja
  }

  let id: String
  let soort: Soort
  /// The codes of a `keuze`.
  let waarden: [String]
  let verplicht: Verplichting
  /// When it is required; always when nil.
  let als: Voorwaarde?
  /// Whether a date lies no later than the step itself: what is said to have been.
  let isGeweest: Bool
  /// The step before the last of which a date does not lie; nil when it may be any day.
  let nietVoor: String?
  /// The codes that are recorded as they are and marked, because the rule asks for another.
  let merkt: [String]
  /// How many there may be.
  let hoogstens: Int
  /// Who may see it; there is no default.
  let zichtbaar: [String]
  /// The fields of the same step that say whose it is: of the parties that may see it, only those that a code names, and of
  /// their people only the one that is named there.
  let alleenVoor: [String]
  /// Whether it tells who the melder is: then it is sealed for that circle, inside the case.
  let isIdentiteit: Bool
  let betekenis: String
  /// Empty when it is that of the step.
  let herkomst: Herkomst
}

extension Veld {
  /// What can be said in a field of codes; empty for any other.
  var codes: [String] {
    switch soort {
    case .keuze: waarden
    case .jaNee: ["ja", "nee"]
    default: []
    }
  }
}

/// When something is required or counts.
enum Voorwaarde: Sendable, Hashable {
  /// A field of the same step, or `Stap.veld`, has one of these codes.
  case veld(Moment, is: [String])
  /// A date of the same step lies later than a length of time after a moment.
  case later(veld: String, dan: TermLength, na: Moment)
}

/// A day or moment in a case: that of a step, or of a date that is recorded with it.
struct Moment: Sendable, Hashable {
  let stap: String
  /// The field of soort `datum` or `moment`; nil for the day of the step itself.
  let veld: String?

  /// Reads `Stap` or `Stap.veld`.
  init(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    stap = parts.first ?? text
    veld = parts.count == 2 ? parts[1] : nil
  }

  /// As it is written.
  var text: String { veld.map { "\(stap).\($0)" } ?? stap }
}
