import Governance

/// Who may know what.
struct Vertrouwelijkheid: Sendable, Hashable {
  let kringen: [Kring]
  let regels: [Bepaling]

  func kring(_ id: String) -> Kring? { kringen.first { $0.id == id } }
}

/// People who may open something together.
struct Kring: Sendable, Hashable {
  /// The circle of the case itself.
  static let zaak = "zaak"
  /// The circle that knows who the melder is.
  static let identiteit = "identiteit"

  let id: String
  let betekenis: String
  /// The functions whose holders are admitted.
  let leden: [String]
  /// The step that must come first, such as written consent, before anyone else is admitted.
  let opent: String?
  let herkomst: Herkomst
}

/// How long something of a case is kept.
struct Bewaring: Sendable, Hashable {
  enum Voorwerp: String, Sendable, CaseIterable {
    case registerregel, stukkenVertrouwenspersoon, onderzoeksdossier
  }

  enum Duur: Sendable, Hashable {
    /// A length of time after the base date; then it is destroyed.
    case termijn(TermLength)
    /// For ever: there is no date.
    case bewaren
    /// Until it is no longer necessary: someone has to say so.
    case zolangNodig
    /// The sources do not say: nothing is destroyed until it has been decided.
    case onbepaald
  }

  /// What keeps it, from one event to another.
  struct Beletsel: Sendable, Hashable {
    let van: String
    let tot: String?
    let betekenis: String
    let herkomst: Herkomst
  }

  let id: String
  let voorwerp: Voorwerp
  let betekenis: String
  let duur: Duur
  /// The event from which it is counted.
  let brondatum: [Moment]
  let beletsels: [Beletsel]
  let selectielijst: Selectielijst
  let herkomst: Herkomst

  /// What the Selectielijst gemeenten says of it.
  enum Selectielijst: Sendable, Hashable {
    case klasse(String, omschrijving: String, Duur)
    /// No class was found; the organisation decides.
    case geen(String)
  }
}

/// Figures or a review that are owed at set times.
struct Rapportage: Sendable, Hashable {
  enum Periode: String, Sendable, CaseIterable {
    case jaarlijks, tweejaarlijks, kwartaal
  }

  let id: String
  let betekenis: String
  let periode: Periode
  /// To whom; empty where the sources are silent.
  let aan: [String]
  let inhoud: [String]
  /// The recorded codes by which the number is broken down, such as the nature of what was reported.
  let verdeling: [Moment]
  /// The recorded code that says which team it concerns.
  let team: Moment?
  let herkomst: Herkomst
}
