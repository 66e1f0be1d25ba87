import Governance

/// The decision that consent is about: the same version can be adopted now and withdrawn later, each with its own consent.
public enum InstemmingsBesluit: String, CodeValue {
  /// Adopting or changing: the version takes effect.
  case vaststellen
  case intrekken
  case benoemen
  case verlengen
  case ontheffen

  /// What is meant when nothing is said: a version is adopted, a person is appointed.
  public static func standaard(versie: String?) -> InstemmingsBesluit { versie == nil ? .benoemen : .vaststellen }

  /// Whether it is about a person.
  var isOverPersoon: Bool {
    switch self {
    case .vaststellen, .intrekken: false
    case .benoemen, .verlengen, .ontheffen: true
    }
  }

  /// The decision in words.
  public var text: Text {
    switch self {
    case .vaststellen: Text(nl: "vaststellen of wijzigen", en: "adopting or changing")
    case .intrekken: Text(nl: "intrekken", en: "withdrawing")
    case .benoemen: Text(nl: "benoemen", en: "appointing")
    case .verlengen: Text(nl: "verlengen", en: "renewing")
    case .ontheffen: Text(nl: "ontheffen", en: "relieving of the function")
    }
  }
}

/// The letters of WOR art. 27 lid 1: what consent is needed for.
public enum WorOnderdeel: String, CodeValue {
  case a, b, c, d, e, f, g, h, i, j, k, l, m

  /// What the letter is about.
  public var text: Text {
    switch self {
    case .a: Text(nl: "pensioen, winstdeling, sparen", en: "pensions, profit sharing, savings")
    case .b: Text(nl: "arbeids- en rusttijden, vakantie", en: "working hours, rest, holidays")
    case .c: Text(nl: "beloning en functiewaardering", en: "pay and job evaluation")
    case .d:
      Text(nl: "arbeidsomstandigheden, verzuim, re-integratie", en: "working conditions, sick leave, return to work")
    case .e: Text(nl: "aanstelling, ontslag, bevordering", en: "appointment, dismissal, promotion")
    case .f: Text(nl: "opleiding", en: "training")
    case .g: Text(nl: "beoordeling", en: "assessment")
    case .h: Text(nl: "bedrijfsmaatschappelijk werk", en: "social work at work")
    case .i: Text(nl: "werkoverleg", en: "work meetings")
    case .j: Text(nl: "behandeling van klachten", en: "handling of complaints")
    case .k: Text(nl: "persoonsgegevens", en: "personal data")
    case .l: Text(nl: "personeelsvolgsystemen", en: "monitoring of staff")
    case .m: Text(nl: "melden van een vermoeden van een misstand", en: "reporting suspected wrongdoing")
    }
  }
}

/// Why consent is not required.
public enum NietVereistReden: String, CodeValue {
  /// WOR art. 27 lid 3.
  case caoRegelt
  /// The subject is not in the list of WOR art. 27 lid 1.
  case buitenArtikel27
  /// WOR art. 46d onder b.
  case primaatPolitiek
  case anders

  /// The reason in words.
  public var text: Text {
    switch self {
    case .caoRegelt:
      Text(
        nl: "de cao regelt dit al inhoudelijk (WOR art. 27 lid 3)",
        en: "the collective agreement settles it (WOR art. 27 lid 3)")
    case .buitenArtikel27:
      Text(nl: "het onderwerp staat niet in WOR art. 27 lid 1", en: "the subject is not listed in WOR art. 27 lid 1")
    case .primaatPolitiek:
      Text(nl: "primaat van de politiek (WOR art. 46d onder b)", en: "primacy of politics (WOR art. 46d under b)")
    case .anders: Text(nl: "anders, zie de toelichting", en: "otherwise, see the explanation")
    }
  }
}

/// Where the overview of reasons and consequences stands (WOR art. 27 lid 2).
public enum Overzichtvorm: String, CodeValue {
  /// In the two fields for it.
  case tekst
  /// In the document.
  case document
}

/// What the kantonrechter is asked.
public enum Kantonrechtersverzoek: String, NamedCode {
  /// The employer: permission in the place of consent (WOR art. 27 lid 4).
  case toestemming
  /// The works council: that the employer keeps from carrying out a void decision (WOR art. 27 lid 6).
  case onthouding
  /// The employer: that nullity was invoked wrongly (WOR art. 27 lid 6).
  case verklaring

  /// What is asked, in words.
  public var text: Text {
    switch self {
    case .toestemming: Text(nl: "toestemming in plaats van instemming", en: "permission in the place of consent")
    case .onthouding:
      Text(
        nl: "het besluit niet uit te voeren, omdat het nietig is", en: "not to carry out the decision, as it is void")
    case .verklaring:
      Text(
        nl: "te verklaren dat het beroep op nietigheid onterecht is", en: "to declare that nullity was invoked wrongly")
    }
  }
}
