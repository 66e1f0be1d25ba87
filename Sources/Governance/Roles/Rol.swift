/// The roles in which a key can sign; each key has exactly one.
public enum Rol: String, NamedCode, Hashable {
  case algemeenDirecteur
  case griffier
  case burgemeester
  case werkgeverscommissie
  case college
  case concernteam
  case directeur
  case irm
  case ondernemingsraad
  case lokaalOverleg
  case vertrouwenspersoonIntern
  case vertrouwenspersoonExtern
  case bureauIntegriteit
  case adviespunt
  case functionarisGegevensbescherming
  case leidinggevende
  case teamleiderPO
  case onderzoeker
  /// Directs what follows on an incident of aggression or violence.
  case aangewezenVerantwoordelijke
  /// The committee for personnel disputes, through its secretary.
  case geschillencommissie
  /// Keeps what must be kept, and says which retention governs.
  case archivaris
  /// Appends for those who decide, under their mandate, and records what comes from outside.
  case secretariaat
  /// Keeps keys and machines; decides nothing and reads nothing confidential.
  case beheerder

  /// Those who receive and guide people who report something, and keep a register that is nobody else's.
  public static let vertrouwenspersonen: Set<Rol> = [.vertrouwenspersoonIntern, .vertrouwenspersoonExtern]

  /// Those who keep the register of keys.
  public static let sleutelbeheerders: Set<Rol> = [.algemeenDirecteur, .griffier, .secretariaat, .beheerder]

  /// What these are called in a town hall.
  public static let synonyms: [String: Rol] = [
    "or": .ondernemingsraad, "gor": .ondernemingsraad, "fg": .functionarisGegevensbescherming, "b&w": .college,
    "benw": .college, "gemeentesecretaris": .algemeenDirecteur, "secretaris": .algemeenDirecteur,
    "vertrouwenspersoon": .vertrouwenspersoonIntern, "raadsgriffier": .griffier, "archief": .archivaris,
    "gcpz": .geschillencommissie,
  ]

  /// How the role is called.
  public var text: Text {
    switch self {
    case .algemeenDirecteur: Text(nl: "algemeen directeur / gemeentesecretaris", en: "municipal secretary")
    case .griffier: Text(nl: "griffier", en: "clerk of the council")
    case .burgemeester: Text(nl: "burgemeester", en: "mayor")
    case .werkgeverscommissie: Text(nl: "werkgeverscommissie", en: "employer's committee of the council")
    case .college: Text(nl: "college van burgemeester en wethouders", en: "municipal board")
    case .concernteam: Text(nl: "concernteam", en: "management team")
    case .directeur: Text(nl: "directeur", en: "director")
    case .irm: Text(nl: "IRM", en: "IRM")
    case .ondernemingsraad: Text(nl: "ondernemingsraad", en: "works council")
    case .lokaalOverleg: Text(nl: "Lokaal Overleg", en: "local consultation with the unions")
    case .vertrouwenspersoonIntern: Text(nl: "vertrouwenspersoon (intern)", en: "confidential counsellor (internal)")
    case .vertrouwenspersoonExtern: Text(nl: "vertrouwenspersoon (extern)", en: "confidential counsellor (external)")
    case .bureauIntegriteit: Text(nl: "Bureau Integriteit", en: "integrity office")
    case .adviespunt: Text(nl: "Adviespunt", en: "advice point")
    case .functionarisGegevensbescherming:
      Text(nl: "functionaris gegevensbescherming", en: "data protection officer")
    case .leidinggevende: Text(nl: "leidinggevende", en: "line manager")
    case .teamleiderPO: Text(nl: "teamleider P&O", en: "head of personnel")
    case .onderzoeker: Text(nl: "onderzoeker", en: "investigator")
    case .aangewezenVerantwoordelijke:
      Text(nl: "aangewezen verantwoordelijke (agressie en geweld)", en: "designated official (aggression and violence)")
    case .geschillencommissie: Text(nl: "Geschillencommissie Personele Zaken", en: "personnel disputes committee")
    case .archivaris: Text(nl: "archivaris", en: "archivist")
    case .secretariaat: Text(nl: "secretariaat", en: "secretariat")
    case .beheerder: Text(nl: "beheerder", en: "administrator")
    }
  }

  /// Where the role's powers are described.
  public var source: String {
    switch self {
    case .algemeenDirecteur: "004:4403-4405; 004:2998-3001"
    case .griffier: "004:4431-4433"
    case .burgemeester: "004:4532-4534"
    case .werkgeverscommissie: "004:4513-4515"
    case .college: "000:20; 004:2778-2789"
    case .concernteam: "004:6045-6046"
    case .directeur: "004:419-421"
    case .irm: "003:515"
    case .ondernemingsraad: "000:50-53; 004:5620-5621"
    case .lokaalOverleg: "004:5807-5905"
    case .vertrouwenspersoonIntern: "004:5639-5732"
    case .vertrouwenspersoonExtern: "004:5583-5586"
    case .bureauIntegriteit: "001:608-609"
    case .adviespunt: "003:489; 003:515"
    case .functionarisGegevensbescherming: "004:2753-2757"
    case .leidinggevende: "004:3109-3113"
    case .teamleiderPO: "004:4362-4366"
    case .onderzoeker: "004:4456-4457"
    case .aangewezenVerantwoordelijke: "004:328-348"
    case .geschillencommissie: "004:3543-3550; 004:3582-3586"
    case .archivaris: "Archiefwet 1995 art. 32"
    case .secretariaat, .beheerder: "-"
    }
  }
}
