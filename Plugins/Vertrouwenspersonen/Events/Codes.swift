import Governance

/// Whether a vertrouwenspersoon is an employee who is appointed, or an expert who is contracted.
public enum Vorm: String, NamedCode {
  /// Employed by the municipality and appointed (004:5572-5578).
  case intern
  /// An expert under contract (004:5583-5586).
  case extern

  /// In words.
  public var text: Text {
    switch self {
    case .intern: Text(nl: "intern", en: "internal")
    case .extern: Text(nl: "extern", en: "external")
    }
  }
}

/// How the function ended (004:5607-5608; 004:5632-5633; 004:5751-5755).
public enum Eindewijze: String, NamedCode {
  /// The task was laid down; a reason is not asked.
  case neergelegd
  /// Relieved of the function.
  case ontheven
  /// The end came without renewal.
  case termijnAfgelopen
  /// Employment ended.
  case uitDienst
  /// Certification was lost where the municipality lets that end the function.
  case certificeringVervallen

  /// The ways in which it ends by law.
  static let vanRechtswege: [Eindewijze] = [.termijnAfgelopen, .uitDienst, .certificeringVervallen]

  /// In words.
  public var text: Text {
    switch self {
    case .neergelegd: Text(nl: "taak neergelegd", en: "task laid down")
    case .ontheven: Text(nl: "ontheven", en: "relieved")
    case .termijnAfgelopen: Text(nl: "termijn verstreken", en: "term ended")
    case .uitDienst: Text(nl: "uit dienst", en: "left service")
    case .certificeringVervallen: Text(nl: "certificering vervallen", en: "certification lost")
    }
  }
}

/// Why the employer intends to relieve someone of the function, as far as the procedure depends on it.
public enum OntheffingsGrond: String, CodeValue {
  /// Serious neglect of the tasks or serious overstepping of powers: one example in the source (004:5756-5760).
  case verzuimOfOverschrijding
  /// A conflict of interest (004:5762-5763), or something else (004:5751-5753); both take the same steps.
  case andereGrond

  /// Whether an independent body has to establish it first (004:5758-5760).
  var vraagtVaststelling: Bool { self == .verzuimOfOverschrijding }
}

/// What was added to the file of a vertrouwenspersoon.
public enum Dossierstuk: String, CodeValue {
  /// The employer intends relief of the function (004:5751-5763).
  case voornemen
  /// The employer gave that up.
  case voornemenIngetrokken
  /// An independent body said whether the neglect or overstepping is established (004:5756-5760).
  case vaststelling
  /// Anything else, such as a talk or an agreement.
  case aantekening
}

/// What kind of training it was (004:5740-5741).
public enum ScholingSoort: String, NamedCode {
  case basiscursus
  case verdiepingIntegriteit
  case bijscholing

  /// In words.
  public var text: Text {
    switch self {
    case .basiscursus: Text(nl: "basiscursus", en: "basic course")
    case .verdiepingIntegriteit: Text(nl: "verdieping Integriteit", en: "deepening Integrity")
    case .bijscholing: Text(nl: "bijscholing", en: "refresher training")
    }
  }
}

/// What the municipality looked at when it put its team together (002:639-642).
///
/// Only that it was looked at: with a handful of people even a total tells of a person, and most of these are special
/// categories of personal data (AVG art. 9).
public enum SpreidingsAspect: String, CodeValue {
  case gender, leeftijd, cultureleAchtergrond, seksueleGerichtheid, functiegroep, locatie, internEnExtern
}
