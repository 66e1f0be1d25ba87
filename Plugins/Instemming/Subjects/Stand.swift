import Governance

/// How consent about exactly one version stands (WOR art. 27).
public enum InstemmingStand: String, CodeValue {
  case aangevraagd
  case verleend
  /// Given on conditions that the employer has not accepted.
  case voorwaardelijk
  case voorwaardenAanvaard
  case geweigerd
  /// The kantonrechter gave permission in the place of consent (WOR art. 27 lid 4).
  case vervangendVerleend
  case nietVereist
  /// The works council invoked nullity (WOR art. 27 lid 5).
  case nietigIngeroepen
  /// Nothing that was recorded counts: never asked, or everything was withdrawn as a mistake.
  case ontbreekt

  /// The state in words.
  public var text: Text {
    switch self {
    case .aangevraagd: Text(nl: "aangevraagd, nog geen antwoord", en: "asked, not answered yet")
    case .verleend: Text(nl: "verleend", en: "given")
    case .voorwaardelijk:
      Text(nl: "onder voorwaarden, nog niet aanvaard", en: "on conditions, not accepted yet")
    case .voorwaardenAanvaard:
      Text(nl: "verleend onder voorwaarden, die zijn aanvaard", en: "given on conditions, which were accepted")
    case .geweigerd: Text(nl: "onthouden", en: "withheld")
    case .vervangendVerleend: Text(nl: "vervangen door de kantonrechter", en: "substituted by the court")
    case .nietVereist: Text(nl: "niet vereist", en: "not required")
    case .nietigIngeroepen: Text(nl: "nietigheid ingeroepen", en: "nullity invoked")
    case .ontbreekt: Text(nl: "ontbreekt", en: "missing")
    }
  }

  /// Whether a decision may be carried out on it.
  public var geldtAlsInstemming: Bool {
    switch self {
    case .verleend, .voorwaardenAanvaard, .vervangendVerleend, .nietVereist: true
    case .aangevraagd, .voorwaardelijk, .geweigerd, .nietigIngeroepen, .ontbreekt: false
    }
  }
}
