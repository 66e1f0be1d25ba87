import Governance

extension Keuzes {
  private static func plicht(_ isGevraagd: Bool) -> Text {
    isGevraagd
      ? Text(nl: "wat niet is vastgelegd, staat bij de plichten", en: "what is not recorded is among the duties")
      : Text(nl: "er staat geen plicht open", en: "no duty is open")
  }

  static let externe = Keuze(
    "externe", Text(nl: "een externe naast de internen", en: "an external one beside the internal ones"),
    Besluit.externe, standaard: .nietVereist,
    antwoord: { $0 == .vereist ? Text(nl: "vereist", en: "required") : Text(nl: "niet vereist", en: "not required") },
    waarom: nietGevraagd, gevolg: { plicht($0 == .vereist) })

  static let scholing = Keuze(
    "scholing", Text(nl: "opleiding", en: "training"), Besluit.scholing, standaard: .geen, antwoord: \.text,
    waarom: nietGevraagd, gevolg: { plicht($0 != .geen) })

  static let intervisie = Keuze(
    "intervisie", Text(nl: "intervisie", en: "intervisie"), Besluit.intervisie, standaard: .geen,
    antwoord: { $0.hoeVaak }, waarom: nietGevraagd, gevolg: { plicht($0 != .geen) })

  static let bijscholing = Keuze(
    "bijscholing", Text(nl: "bij- of nascholing", en: "refresher training"), Besluit.bijscholing, standaard: .geen,
    antwoord: { $0.hoeVaak }, waarom: nietGevraagd, gevolg: { plicht($0 != .geen) })

  static let registerBijVertrek = Keuze(
    "V-4", Text(nl: "registratie bij vertrek", en: "register on leaving"), Besluit.registerBijVertrek,
    standaard: .nietGeregeld, antwoord: \.text, waarom: nietGevraagd, gevolg: { plicht($0 != .nietGeregeld) })
}

extension Keuzes {
  static let jaaroverzichtDoor = Keuze(
    "jaaroverzicht", Text(nl: "van wie het jaaroverzicht is", en: "whose the yearly overview is"),
    Besluit.jaaroverzichtDoor, standaard: .geen, antwoord: \.text, waarom: nietGevraagd,
    gevolg: {
      switch $0 {
      case .geen: plicht(false)
      case .organisatie:
        Text(
          nl: "een overzicht van één vertrouwenspersoon wordt geweigerd",
          en: "an overview of one vertrouwenspersoon is refused")
      case .iedereVertrouwenspersoon:
        Text(
          nl: "een overzicht dat niet noemt van wie het is, wordt geweigerd",
          en: "an overview that does not name whose it is, is refused")
      }
    })

  static let jaaroverzichtUiterlijk = Keuze(
    "V-7", Text(nl: "jaaroverzicht uiterlijk", en: "yearly overview by"), Besluit.jaaroverzichtUiterlijk,
    standaard: .heleJaar, antwoord: \.text,
    waarom: Text(nl: "na het jaar, zonder dag", en: "after the year, without a day"),
    gevolg: { _ in
      Text(
        nl: "de termijn van het jaaroverzicht, waar het is gevraagd", en: "the term of the overview, where it is asked")
    })

  static let jaaroverzichtOpenbaarheid = Keuze(
    "V-7", Text(nl: "jaaroverzicht openbaar", en: "overview public"), Besluit.jaaroverzichtOpenbaarheid,
    standaard: .alleenWerkgever, antwoord: \.text, waarom: nietGevraagd, gevolg: { plicht($0 == .openbaarMaken) })

  static let drempel = Keuze(
    "drempel", Text(nl: "kleinste aantal dat wordt vermeld", en: "smallest number shown"), Besluit.drempel,
    standaard: 5, antwoord: { Text(String($0)) },
    waarom: Text(
      nl: "wat herleidbaar is tot een persoon, is niet geanonimiseerd (AVG, overweging 26)",
      en: "what can be traced to a person is not anonymised (GDPR, recital 26)"),
    gevolg: {
      Text(nl: "een aantal onder \($0) wordt geweigerd", en: "a number below \($0) is refused")
    })
}

extension Keuzes {
  static let oudMedewerkers = Keuze(
    "V-5", Text(nl: "oud-medewerkers", en: "former employees"), Besluit.oudMedewerkers, ongeregeld: "nietGeregeld",
    antwoord: { $0?.text(maanden: nil) ?? Text(nl: "niet geregeld", en: "not settled") }, waarom: nietGevraagd,
    gevolg: { _ in Text(nl: "wat contact zegt over wie vertrokken is", en: "what contact says about who has left") })

  static let bemiddeling = Keuze(
    "V-6", Text(nl: "bemiddelaar", en: "mediator"), Besluit.bemiddeling, ongeregeld: "nietGeregeld",
    antwoord: { $0?.text ?? Text(nl: "niet geregeld", en: "not settled") }, waarom: nietGevraagd,
    gevolg: { _ in alleenGetoond })

  static let klachtBehandelaar = Keuze(
    "V-8", Text(nl: "klacht over een interne", en: "complaint about an internal one"), Besluit.klachtBehandelaar,
    ongeregeld: "nietGeregeld", antwoord: { $0?.text ?? Text(nl: "niet geregeld", en: "not settled") },
    waarom: nietGevraagd,
    gevolg: { _ in
      Text(
        nl: "wat contact zegt over klachten; de behandelaar krijgt nooit de registratie",
        en: "what contact says about complaints; who handles it never gets the register")
    })
}

extension Duurkeuze {
  /// How often, in words.
  fileprivate var hoeVaak: Text {
    switch self {
    case .geen: Text(nl: "niet gevraagd", en: "not asked")
    case .zonderTermijn: Text(nl: "wel, hoe vaak is niet geregeld", en: "yes, how often is not settled")
    case .duur(let duur): Text(nl: "elke ", en: "every ") + duur.text
    }
  }
}

extension OudMedewerkers {
  /// In words, with the months.
  func text(maanden: Int64?) -> Text {
    switch self {
    case .alleenWerkzaam: Text(nl: "alleen wie er werkt", en: "only who works there")
    case .beperkt:
      Text(
        nl: "ook tot \(maanden ?? 0) maanden na vertrek", en: "also until \(maanden ?? 0) months after leaving")
    case .onbeperkt: Text(nl: "ook na vertrek, zonder grens", en: "also after leaving, without a limit")
    }
  }
}
