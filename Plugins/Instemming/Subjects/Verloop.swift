import Governance

/// What the facts of a procedure of consent come to, folded in the order in which they were recorded.
struct Verloop {
  /// Where it stands.
  private(set) var stand = InstemmingStand.ontbreekt
  /// The last fact that changed that.
  private(set) var beslissend: Fact?
  /// Nullity that was invoked and not taken back; it stays here when a court has settled it.
  private(set) var nietigheid: Fact?
  /// What stood before it.
  private(set) var standVoorNietigheid = InstemmingStand.ontbreekt
  /// What the kantonrechter said of it: whether the decision is void; nil as long as no one has.
  private(set) var isNietigVerklaard: Bool?
  /// A request to the kantonrechter that was not decided yet.
  private(set) var verzoek: Fact?

  init(_ facts: [Fact]) { facts.forEach { add($0) } }

  private mutating func add(_ fact: Fact) {
    switch fact.type {
    case InstemmingGevraagd.type.name: become(.aangevraagd, fact)
    case InstemmingVerleend.type.name: become(.verleend, fact)
    case InstemmingOnderVoorwaardenVerleend.type.name: become(.voorwaardelijk, fact)
    case VoorwaardenAanvaard.type.name where stand == .voorwaardelijk: become(.voorwaardenAanvaard, fact)
    case InstemmingOnthouden.type.name: become(.geweigerd, fact)
    case InstemmingVervangen.type.name:
      verzoek = nil
      become(.vervangendVerleend, fact)
    case InstemmingNietVereist.type.name: become(.nietVereist, fact)
    case NietigheidIngeroepen.type.name:
      if nietigheid == nil { standVoorNietigheid = stand }
      (nietigheid, isNietigVerklaard) = (fact, nil)
      become(.nietigIngeroepen, fact)
    case NietigheidTeruggenomen.type.name:
      guard nietigheid != nil else { break }
      (nietigheid, isNietigVerklaard) = (nil, nil)
      become(standVoorNietigheid, fact)
    case KantonrechterVerzocht.type.name: verzoek = fact
    case KantonrechterBeslist.type.name: settle(fact)
    default: break
    }
  }

  private mutating func become(_ stand: InstemmingStand, _ fact: Fact) { (self.stand, beslissend) = (stand, fact) }

  /// The works council is right when its request is granted or the employer's is refused (WOR art. 27 lid 6).
  private mutating func settle(_ fact: Fact) {
    verzoek = nil
    guard nietigheid != nil, let verzoek = fact[Rechtszaak.verzoek], verzoek != .toestemming,
      let isGranted = fact[KantonrechterBeslist.toegewezen]
    else { return }
    let isVoid = isGranted == (verzoek == .onthouding)
    isNietigVerklaard = isVoid
    become(isVoid ? .nietigIngeroepen : standVoorNietigheid, fact)
  }
}

/// What a procedure waits for.
enum Wachten: String, Sendable {
  case antwoord
  case aanvaarding
  case kantonrechter
  case advies

  /// In words.
  var text: Text {
    switch self {
    case .antwoord:
      Text(nl: "wacht op antwoord; zwijgen is geen instemming", en: "waits for an answer; silence is no consent")
    case .aanvaarding:
      Text(nl: "wacht op aanvaarding van de voorwaarden", en: "waits for acceptance of the conditions")
    case .kantonrechter: Text(nl: "wacht op de kantonrechter", en: "waits for the court")
    case .advies: Text(nl: "wacht op advies", en: "waits for advice")
    }
  }
}

extension Procedure {
  /// What it waits for after some of its facts, and since which of them; nil when nobody has to say anything.
  func wacht(na facts: [Fact]) -> (waarop: Wachten, sinds: Fact)? {
    switch soort {
    case .overleg: return nil
    case .advies: return facts.last.flatMap { $0.is(AdviesGevraagd.self) ? (.advies, $0) : nil }
    case .instemming: break
    }
    let verloop = Verloop(facts)
    if let verzoek = verloop.verzoek { return (.kantonrechter, verzoek) }
    guard let since = verloop.beslissend else { return nil }
    switch verloop.stand {
    case .aangevraagd: return (.antwoord, since)
    case .voorwaardelijk: return (.aanvaarding, since)
    default: return nil
    }
  }
}
