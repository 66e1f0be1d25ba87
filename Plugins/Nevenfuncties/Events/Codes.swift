import Governance
import Ledger

/// Which activities must be reported.
public enum Meldplicht: String, CodeValue {
  /// All of them, so that the holder does not judge the risk alone (004:3916-3918).
  case alles
  /// Those that can touch the interests of the service (003:265).
  case watKanRaken
  /// Those that can touch, and of the highest officials always all (001:184-191).
  case topfunctionarissenAltijd
}

/// Which reported activities are published.
public enum Openbaarmakingsgrens: String, CodeValue {
  /// All of them (004:3920-3922).
  case alle
  /// Only those that can touch the interests of the service (004:5417-5421).
  case watKanRaken
}

/// A municipality whose rules are a starting point.
public enum Modelregels: String, CodeValue {
  case lelystad
  case maastricht
  case utrecht
}

/// What the permission is asked for (004:3919).
public enum ToestemmingVoor: String, CodeValue {
  case start
  case wijziging
}

/// What is reserved about an activity that may be done.
public enum Voorbehoud: String, CodeValue {
  case geen
  /// It may be done under conditions, or with measures.
  case voorwaarden
  /// It is advised not to combine it with the function (003:265).
  case afgeraden
}

/// What stands against an activity: the bars of the sources, so that a decision can name them.
public enum Bezwaar: String, CodeValue {
  /// It competes with the interests of the municipality or conflicts with them (004:3923-3925; 001:184-189; 003:265).
  case belangenstrijd
  /// It takes so much time and energy that the work suffers (004:3926-3928).
  case belemmertFunctioneren
  /// It uses confidential information of the municipality (004:3929).
  case vertrouwelijkeInformatie
  /// The own municipality pays for it (004:3930).
  case betaaldEigenGemeente
  /// It draws an unfair advantage from the position in the service (004:3931-3933).
  case oneerlijkVoordeel
}

/// Why something that was received is not published.
public enum Achterwegegrond: String, CodeValue {
  /// The activity cannot touch the interests of the service (004:5417-5421).
  case raaktBelangenNiet
  /// Publishing would endanger someone.
  case veiligheid
  /// Publishing would harm the private life of someone else.
  case persoonlijkeLevenssfeer
  /// Another ground, which the source tells.
  case anders
}

/// Why a published statement is taken off the list.
public enum Intrekkingsgrond: String, CodeValue {
  case beeindigd
  case functieNeergelegd
  case aanwijzingIngetrokken
  case toestemmingVervallen
  case vergissing
  case anders
}

/// What a confidential report is about.
public enum Meldingsonderwerp: String, CodeValue {
  /// A financial interest that can touch the service (004:3909-3911).
  case financieelBelang
  /// Anything else that only its circle may know.
  case anders
}

/// What kind of financial interest it is.
public enum SoortBelang: String, CodeValue {
  case aandelen
  case effecten
  case onderneming
  case lening
  case onroerendGoed
  case anders
}

/// A question that helps to judge an activity (001:215-228; 004:3954-3968).
public enum Vraag: String, CodeValue {
  case lijktOpFunctie
  case zelfdeNetwerk
  case conflicterendeBelangen
  case toezichtDoorGemeente
  case verkregenViaFunctie
  case kennisUitFunctie
  case bedenkelijkeReputatie
  case eigenWerkLukt
  case openbaarTeVerantwoorden
}

/// An answer to such a question; doubt is an answer too (001:230-233).
public enum Antwoord: String, CodeValue {
  case ja
  case nee
  case twijfel
}

/// One question with its answer.
public struct Vraagantwoord: FieldValue, Hashable {
  /// The question.
  public let vraag: Vraag
  /// The answer.
  public let antwoord: Antwoord

  /// A question with its answer.
  public init(_ vraag: Vraag, _ antwoord: Antwoord) {
    self.vraag = vraag
    self.antwoord = antwoord
  }

  /// Question and answer.
  public static var defaultShape: FieldShape {
    .record([.init("vraag", Vraag.defaultShape), .init("antwoord", Antwoord.defaultShape)])
  }

  /// Reads a question with its answer.
  public init?(json: JSON) {
    guard let vraag = json["vraag"].flatMap({ Vraag(json: $0) }),
      let antwoord = json["antwoord"].flatMap({ Antwoord(json: $0) })
    else { return nil }
    self.init(vraag, antwoord)
  }

  /// Question and answer.
  public var json: JSON { ["vraag": vraag.json, "antwoord": antwoord.json] }
}

/// One setting of the rules.
public enum Instelling: String, CodeValue {
  case meldplicht
  case voorafgaandeToestemming
  case weigeren
  case beslissers
  case velden
  case grens
  case inhuur
  case betaaldEigenGemeenteVerboden
  case verantwoordelijke
  case tweedeOpenbaarmaker
  case bevestigingIedere
  case beslistermijn
  case bijwerktermijn
  case bewaarNaEinde
  case draaideur
  case vragen
}

extension Instelling: Herkomstpunt {
  /// A setting.
  public static var veldnaam: String { "instelling" }
}

/// Where one setting comes from.
public typealias InstellingHerkomst = Puntherkomst<Instelling>
