import Governance

/// What kind of rule it is.
public enum SoortRegeling: String, CodeValue {
  case gedragscode, regeling, `protocol`, beleid, reglement, convenant, handboek, procedure, verklaring, handleiding
  case huisregels, statuut, arbocatalogus, anders
}

/// Whether the works council must consent to it.
public enum Instemmingsplicht: String, NamedCode {
  case vereist, nietVereist, onbekend

  /// In words.
  public var text: Text {
    switch self {
    case .vereist: Text(nl: "instemming vereist", en: "consent required")
    case .nietVereist: Text(nl: "instemming niet vereist", en: "consent not required")
    case .onbekend: Text(nl: "onbekend of instemming vereist is", en: "not known whether consent is required")
    }
  }
}

/// How employees took part in drawing up a rule.
public enum VormVanRaadpleging: String, CodeValue {
  case bijeenkomst, werkgroep, enquete, interviews, schriftelijk, anders
}

/// Where a rule was announced.
public enum Bekendmakingskanaal: String, CodeValue {
  case gemeenteblad, lokaleRegelgeving, website, intranet, brief, bijeenkomst, aanplakking, anders
}

/// Why a rule goes on after its run time (004:8794-8799).
public enum Verlengingsgrond: String, NamedCode {
  case onderhandelingen, onderhandelingenGestaakt, besluit

  /// In words.
  public var text: Text {
    switch self {
    case .onderhandelingen: Text(nl: "partijen onderhandelen", en: "parties negotiate")
    case .onderhandelingenGestaakt: Text(nl: "de onderhandelingen zijn gestaakt", en: "negotiations were broken off")
    case .besluit: Text(nl: "daartoe is besloten", en: "this was decided")
    }
  }
}

/// What a review led to.
public enum UitkomstEvaluatie: String, NamedCode {
  case geenWijziging, wijziging, intrekking, nogNietBepaald

  /// In words.
  public var text: Text {
    switch self {
    case .geenWijziging: Text(nl: "geen wijziging nodig", en: "no change needed")
    case .wijziging: Text(nl: "wijziging nodig", en: "change needed")
    case .intrekking: Text(nl: "intrekking nodig", en: "withdrawal needed")
    case .nogNietBepaald: Text(nl: "nog niet bepaald", en: "not decided yet")
    }
  }
}

/// The HR process that a theme is built into (`002:176`).
public enum HrProces: String, CodeValue {
  case werving, selectie, onboarding, gesprekscyclus, opleiding, exitgesprek, inhuur, anders
}
