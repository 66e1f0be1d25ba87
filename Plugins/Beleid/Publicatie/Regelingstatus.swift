import Governance

/// How a rule stands on a day, as a reader chooses it.
enum Regelingstatus: String, CaseIterable, Sendable {
  case geldt
  case nogNiet = "geldt-nog-niet"
  case nietMeer = "geldt-niet-meer"
  case nietig
  case onbekend

  /// By how the rule stands, and by what nullity did to the version that matters.
  init(_ toestand: Toestand, isNietig: Bool) {
    switch toestand.code {
    case "inWerking": self = .geldt
    case "onbekend": self = .onbekend
    case "ingetrokken": self = .nietMeer
    default: self = isNietig ? .nietig : .nogNiet
    }
  }

  /// The word in a sentence.
  var tekst: String {
    switch self {
    case .geldt: "geldt"
    case .nogNiet: "geldt nog niet"
    case .nietMeer: "geldt niet meer"
    case .nietig: "nietig"
    case .onbekend: "onbekend"
    }
  }

  /// What it means.
  var uitleg: String {
    switch self {
    case .geldt: "Deze regelingen gelden nu."
    case .nogNiet: "Deze regelingen zijn vastgesteld, maar gelden nog niet."
    case .nietMeer: "Deze regelingen golden eerder en gelden nu niet meer."
    case .nietig: "Deze regelingen zijn vastgesteld, maar dat besluit telt niet: het is nietig."
    case .onbekend: "Van deze regelingen is niet vastgelegd of zij nu gelden. Wij gissen daar niet naar."
    }
  }

  /// How it is marked: never by colour alone.
  var merk: String {
    switch self {
    case .geldt: "m-goed"
    case .nogNiet, .onbekend: "m-wacht"
    case .nietMeer, .nietig: "m-stil"
    }
  }
}
