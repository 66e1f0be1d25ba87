import Governance

/// Groups that were heard in an inspection; never a person (`000:83-95`).
public enum GehoordeGroep: String, CodeValue {
  case gemeentesecretaris, bestuur, ondernemingsraad, bureauIntegriteit, vertrouwenspersonen, werknemers
  case leidinggevenden, personeelszaken, preventiemedewerker, arbodienst, anders
}

/// What a revisit found.
public enum UitkomstHerinspectie: String, NamedCode {
  case voldaan, deelsVoldaan, nietVoldaan, nogNietBekend

  /// In words.
  public var text: Text {
    switch self {
    case .voldaan: Text(nl: "voldaan", en: "fulfilled")
    case .deelsVoldaan: Text(nl: "deels voldaan", en: "partly fulfilled")
    case .nietVoldaan: Text(nl: "niet voldaan", en: "not fulfilled")
    case .nogNietBekend: Text(nl: "nog niet bekend", en: "not known yet")
    }
  }
}

/// What was decided on an objection (Awb 7:11).
public enum UitkomstBezwaar: String, NamedCode {
  case gegrond, deelsGegrond, ongegrond, nietOntvankelijk, ingetrokken

  /// In words.
  public var text: Text {
    switch self {
    case .gegrond: Text(nl: "gegrond", en: "upheld")
    case .deelsGegrond: Text(nl: "deels gegrond", en: "partly upheld")
    case .ongegrond: Text(nl: "ongegrond", en: "dismissed")
    case .nietOntvankelijk: Text(nl: "niet-ontvankelijk", en: "inadmissible")
    case .ingetrokken: Text(nl: "ingetrokken", en: "withdrawn")
    }
  }
}

/// Who declared that a demand is fulfilled.
public enum VerklaardDoor: String, CodeValue {
  case werkgever, arbeidsinspectie
}

/// Forms of unwanted conduct that a norm names (`002:182`).
public enum Gedragsvorm: String, CodeValue {
  case agressieEnGeweld, pesten, discriminatie, seksueleIntimidatie, intimidatie, anders
}

/// The six risk factors that guide an inventory (`002:242`), and whatever else was found.
public enum Risicofactor: String, CodeValue {
  case leiderschap, organisatieVanHetWerk, fysiekeOmstandigheden, normenEnRegels, samenstellingPersoneel
  case digitaleCommunicatie, anders
}

/// Where signals come from; none of them is traceable to a person (`002:184-186`, `002:348`).
public enum Signaalbron: String, CodeValue {
  case jaaroverzichtVertrouwenspersonen, klachten, bedrijfsarts, pmo, onderzoek, rie, verzuim, verloop
  case eerdereEvaluatie, exitgesprekken, anders
}

/// For whom something is meant, as a group.
public enum Doelgroep: String, NamedCode {
  case alleWerknemers, leidinggevenden, nieuweWerknemers, inhuur, omstanders, slachtoffers, eenheid, anders

  /// In words.
  public var text: Text {
    switch self {
    case .alleWerknemers: Text(nl: "alle werknemers", en: "all employees")
    case .leidinggevenden: Text(nl: "leidinggevenden", en: "managers")
    case .nieuweWerknemers: Text(nl: "nieuwe werknemers", en: "new employees")
    case .inhuur: Text(nl: "inhuur", en: "hired staff")
    case .omstanders: Text(nl: "omstanders", en: "bystanders")
    case .slachtoffers: Text(nl: "slachtoffers", en: "victims")
    case .eenheid: Text(nl: "één eenheid", en: "one unit")
    case .anders: Text(nl: "een andere groep", en: "another group")
    }
  }
}

/// What information, instruction, training or a test is about.
public enum Onderwerpskeuze: String, CodeValue {
  case visie, gedragsregels, nietToegestaan, gevolgen, omstanders, slachtoffers, risicos, maatregelen, meldroutes
  case vertrouwenspersonen, klachtprocedure, leidinggevendeAlsVeroorzaker, signaleren, voorkomen, tegengaan, anders
}

/// What a measure is for (`000:263-265`).
public enum SoortMaatregel: String, NamedCode {
  case voorkomen, beperken

  /// In words.
  public var text: Text {
    switch self {
    case .voorkomen: Text(nl: "voorkomen", en: "preventing")
    case .beperken: Text(nl: "de gevolgen beperken", en: "limiting the consequences")
    }
  }
}

/// Whether a measure works.
public enum UitkomstMaatregel: String, NamedCode {
  case werkt, werktDeels, werktNiet, nogNietTeZeggen

  /// In words.
  public var text: Text {
    switch self {
    case .werkt: Text(nl: "werkt", en: "works")
    case .werktDeels: Text(nl: "werkt deels", en: "works in part")
    case .werktNiet: Text(nl: "werkt niet", en: "does not work")
    case .nogNietTeZeggen: Text(nl: "nog niet te zeggen", en: "too early to say")
    }
  }
}
