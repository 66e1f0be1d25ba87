import Governance

/// How a demand stands on a day, as a reader is told.
enum Eistoestand: Sendable, Hashable {
  case loopt, verstreken, handhaving, vervallen, afgesloten
  case voldaanVerklaard(door: VerklaardDoor?)
  /// The dates do not tell: one of these, in words.
  case onbekend(String)

  /// By how the inspection stands; who declared it fulfilled is in the declaration.
  init(_ standings: [Standing<Inspectiezaak.State>], verklaring: VerklaardDoor?) {
    guard standings.count == 1, let only = standings.first, only.certainty == .yes else {
      self = .onbekend(standings.map { $0.state.text(.dutch) }.joined(separator: " of "))
      return
    }
    switch only.state {
    case .aangekondigd, .geinspecteerd, .voornemen, .eisLoopt: self = .loopt
    case .eisVerstreken: self = .verstreken
    case .voldaanVerklaard: self = .voldaanVerklaard(door: verklaring)
    case .eisVervallen: self = .vervallen
    case .handhaving: self = .handhaving
    case .afgesloten: self = .afgesloten
    }
  }

  /// Whether the organisation still has to show that it complies.
  var isOpen: Bool {
    switch self {
    case .loopt, .verstreken, .handhaving, .onbekend: true
    case .vervallen, .afgesloten, .voldaanVerklaard: false
    }
  }

  /// The word on the site.
  var tekst: String {
    switch self {
    case .loopt: "termijn loopt"
    case .verstreken: "termijn voorbij"
    case .voldaanVerklaard: "voldaan verklaard"
    case .vervallen: "vervallen"
    case .handhaving: "handhaving"
    case .afgesloten: "afgesloten"
    case .onbekend: "onbekend"
    }
  }

  /// What it means.
  var uitleg: String {
    switch self {
    case .loopt: "De termijn om aan de eis te voldoen loopt nog."
    case .verstreken: "De termijn is voorbij. Er is niet vastgelegd dat aan de eis is voldaan."
    case .voldaanVerklaard(door: .werkgever):
      "De organisatie heeft verklaard dat zij aan de eis voldoet. Dat is geen oordeel van de Arbeidsinspectie."
    case .voldaanVerklaard(door: .arbeidsinspectie):
      "De Arbeidsinspectie heeft verklaard dat aan de eis is voldaan."
    case .voldaanVerklaard(door: nil): "Er is verklaard dat aan de eis is voldaan. Door wie, is niet vastgelegd."
    case .vervallen: "De eis geldt niet meer. Het bezwaar ertegen was gegrond."
    case .handhaving: "Er is een stap gezet om de eis af te dwingen."
    case .afgesloten: "De zaak bij de Arbeidsinspectie is afgesloten."
    case .onbekend(let words): "Niet alle dagen zijn precies bekend. Het is een van deze: \(words)."
    }
  }

  /// How it is marked: never by colour alone. Only who demanded it can say that it is good.
  var merk: String {
    switch self {
    case .voldaanVerklaard(door: .arbeidsinspectie): "m-goed"
    case .loopt, .verstreken, .handhaving, .onbekend: "m-wacht"
    case .voldaanVerklaard, .vervallen, .afgesloten: "m-stil"
    }
  }
}
