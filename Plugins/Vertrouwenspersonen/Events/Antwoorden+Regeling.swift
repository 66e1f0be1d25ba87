import Governance
import Ledger

// What the rules of municipalities answer differently, each with every answer that one can give by name.

/// Whether a vertrouwenspersoon is a certified member of the LVV who conforms to its statutes and code.
public enum Certificeringseis: String, NamedCode {
  /// Without it nobody is appointed or contracted (004:5610-5611; 004:5626-5627).
  case verplicht
  /// Preferred, not compulsory (002:414).
  case voorkeur
  /// Not asked.
  case geen

  /// In words.
  public var text: Text {
    switch self {
    case .verplicht: Text(nl: "verplicht", en: "compulsory")
    case .voorkeur: Text(nl: "bij voorkeur, niet verplicht", en: "preferred, not compulsory")
    case .geen: Text(nl: "niet gevraagd", en: "not asked")
    }
  }
}

/// What a vertrouwenspersoon must have learned.
public enum Scholingseis: String, NamedCode {
  /// The basic course recognised by the LVV, with its deepening Integriteit (004:5740-5741).
  case lvvErkend
  /// Trained, and by whom is not said (001:94-95; 002:159; 003:134).
  case opgeleid
  /// Not asked.
  case geen

  /// In words.
  public var text: Text {
    switch self {
    case .lvvErkend:
      Text(
        nl: "LVV-erkende basiscursus met verdieping Integriteit",
        en: "basic course recognised by the LVV, with the deepening Integrity")
    case .opgeleid: Text(nl: "opgeleid", en: "trained")
    case .geen: Text(nl: "niet gevraagd", en: "not asked")
    }
  }
}

/// Whose the overview of a year is: «de vertrouwenspersoon» gives one, which can be read both ways (004:5685-5686).
public enum JaaroverzichtDoor: String, NamedCode {
  /// None is asked.
  case geen
  /// One of all of them together.
  case organisatie
  /// One of each who served in that year.
  case iedereVertrouwenspersoon

  /// In words.
  public var text: Text {
    switch self {
    case .geen: Text(nl: "niet gevraagd", en: "not asked")
    case .organisatie: Text(nl: "één voor de hele organisatie", en: "one for the whole organisation")
    case .iedereVertrouwenspersoon: Text(nl: "één van iedere vertrouwenspersoon", en: "one of each vertrouwenspersoon")
    }
  }
}

/// A length of time, or a word where the rule names none.
public enum Duurkeuze: FieldValue, Hashable {
  /// Nothing of the kind: no usual term, no duty.
  case geen
  /// A duty of which nobody settled how often.
  case zonderTermijn
  /// So long, or every so often.
  case duur(Tijdsduur)

  /// A word, or a length as in `P4Y`.
  public static var defaultShape: FieldShape { .text(most: 13) }

  /// Reads a word or a length; nil for anything else.
  public init?(_ text: String) {
    switch text {
    case "geen": self = .geen
    case "zonderTermijn": self = .zonderTermijn
    default:
      guard let duur = Tijdsduur(text) else { return nil }
      self = .duur(duur)
    }
  }

  /// Reads the recorded form.
  public init?(json: JSON) {
    guard let value = json.string.flatMap({ Duurkeuze($0) }) else { return nil }
    self = value
  }

  /// The recorded form.
  public var json: JSON {
    switch self {
    case .geen: "geen"
    case .zonderTermijn: "zonderTermijn"
    case .duur(let duur): duur.json
    }
  }

  /// The length; nil where there is none.
  public var duur: Tijdsduur? { if case .duur(let duur) = self { duur } else { nil } }
}
