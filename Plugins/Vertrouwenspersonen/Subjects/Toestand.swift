import Governance

/// Where one appointment stands: the states that the rule knows.
enum Toestand: String, Sendable, CaseIterable {
  case kandidaat
  case instemmingGevraagd
  case instemmingVerleend
  case instemmingOnthouden
  /// Appointed or contracted; the first day is still to come.
  case benoemd
  case actief
  /// Active after a renewal.
  case verlengd
  case ontheffingVoorgenomen
  /// The works council consented to relief, which has not been decided yet.
  case instemmingOntheffing
  case termijnVerstreken
  case uitDienst
  case neergelegd
  case ontheven
  case certificeringVervallen
  /// Ended; how, this reader cannot open.
  case geeindigd
  /// A candidate who withdrew.
  case teruggetrokken
  /// Put forward by mistake.
  case vervallen

  /// Whether the function has ended; the duty of secrecy goes on (004:5710-5712).
  var isOud: Bool {
    switch self {
    case .termijnVerstreken, .uitDienst, .neergelegd, .ontheven, .certificeringVervallen, .geeindigd: true
    case .kandidaat, .instemmingGevraagd, .instemmingVerleend, .instemmingOnthouden, .benoemd, .actief, .verlengd,
      .ontheffingVoorgenomen, .instemmingOntheffing, .teruggetrokken, .vervallen:
      false
    }
  }

  /// Whether the function is held.
  var isActief: Bool {
    switch self {
    case .actief, .verlengd, .ontheffingVoorgenomen, .instemmingOntheffing: true
    default: false
    }
  }

  /// In words.
  var text: Text {
    switch self {
    case .kandidaat: Text(nl: "kandidaat", en: "candidate")
    case .instemmingGevraagd: Text(nl: "kandidaat, instemming gevraagd", en: "candidate, consent asked")
    case .instemmingVerleend: Text(nl: "kandidaat, instemming verleend", en: "candidate, consent given")
    case .instemmingOnthouden: Text(nl: "kandidaat, instemming onthouden", en: "candidate, consent withheld")
    case .benoemd: Text(nl: "benoemd, nog niet begonnen", en: "appointed, not begun yet")
    case .actief: Text(nl: "actief", en: "active")
    case .verlengd: Text(nl: "actief, verlengd", en: "active, renewed")
    case .ontheffingVoorgenomen: Text(nl: "actief, ontheffing voorgenomen", en: "active, relief intended")
    case .instemmingOntheffing:
      Text(nl: "actief, instemming met ontheffing verleend", en: "active, consent to relief given")
    case .termijnVerstreken: Text(nl: "termijn verstreken", en: "term ended")
    case .uitDienst: Text(nl: "uit dienst", en: "left service")
    case .neergelegd: Text(nl: "taak neergelegd", en: "task laid down")
    case .ontheven: Text(nl: "ontheven", en: "relieved")
    case .certificeringVervallen: Text(nl: "certificering vervallen", en: "certification lost")
    case .geeindigd: Text(nl: "geëindigd", en: "ended")
    case .teruggetrokken: Text(nl: "teruggetrokken als kandidaat", en: "withdrawn as a candidate")
    case .vervallen: Text(nl: "vergissing", en: "mistake")
    }
  }
}
