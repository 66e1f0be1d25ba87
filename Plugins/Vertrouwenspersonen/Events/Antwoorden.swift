import Governance

// What the sources leave open, or say in two ways, each with every answer that a municipality can give by name.

/// Whether the municipality's rule asks something.
public enum Vereiste: String, CodeValue {
  case vereist
  case nietVereist
}

/// V-2: what losing certification during the term does; the source asks it for the appointment only (004:5610-5611).
public enum VerliesCertificering: String, NamedCode {
  /// The function goes on, and it is listed as a duty that is not met.
  case signaal
  /// The function ends on the last day of the certification.
  case beeindigt
  /// Nothing.
  case geenGevolg

  /// In words.
  public var text: Text {
    switch self {
    case .signaal:
      Text(nl: "de functie gaat door; het is een openstaande plicht", en: "the function goes on; it is an open duty")
    case .beeindigt: Text(nl: "de functie eindigt", en: "the function ends")
    case .geenGevolg: Text(nl: "geen gevolg", en: "no effect")
    }
  }
}

/// V-3: how often a term may be renewed; the source names no number (004:5605).
public enum HoogsteVerlengingen: String, CodeValue {
  case onbeperkt, geen, een, twee, drie

  /// The number; nil without a limit.
  var aantal: Int? {
    switch self {
    case .onbeperkt: nil
    case .geen: 0
    case .een: 1
    case .twee: 2
    case .drie: 3
    }
  }
}

/// V-4: what happens to the register when a vertrouwenspersoon leaves (004:5682-5688, 004:5768-5769).
public enum RegisterBijVertrek: String, NamedCode {
  /// No duty is listed.
  case nietGeregeld
  /// It is handed to another vertrouwenspersoon, and the duty stays open until that is recorded.
  case overdragen
  /// It is destroyed, and the duty stays open until that is recorded.
  case vernietigen

  /// In words.
  public var text: Text {
    switch self {
    case .nietGeregeld: Text(nl: "niet geregeld", en: "not settled")
    case .overdragen:
      Text(nl: "overdragen aan een andere vertrouwenspersoon", en: "handed to another vertrouwenspersoon")
    case .vernietigen: Text(nl: "vernietigen", en: "destroyed")
    }
  }
}

/// V-5: whether someone who no longer works for the municipality can turn to a vertrouwenspersoon (004:5526-5528).
public enum OudMedewerkers: String, CodeValue {
  /// Only who works at or for the municipality.
  case alleenWerkzaam
  /// Until so many months after leaving.
  case beperkt
  /// Without a limit in time.
  case onbeperkt
}

/// V-6: what engaging a mediator means (004:5648-5654) where mediating oneself is excluded (004:5720-5722).
public enum Bemiddeling: String, NamedCode {
  /// The vertrouwenspersoon arranges that someone else mediates.
  case schakeltIn
  /// The vertrouwenspersoon does not arrange it either.
  case nietInschakelen

  /// In words.
  public var text: Text {
    switch self {
    case .schakeltIn:
      Text(nl: "schakelt een bemiddelaar in, bemiddelt nooit zelf", en: "engages a mediator, never mediates")
    case .nietInschakelen: Text(nl: "schakelt ook geen bemiddelaar in", en: "does not engage a mediator either")
    }
  }
}

/// V-7: by when the overview of a year must be there; the source says yearly (004:5685-5686).
public enum JaaroverzichtUiterlijk: String, NamedCode {
  case eersteKwartaal, eersteHalfjaar, heleJaar

  /// The last day, month and day of the year after the one it is about.
  var dag: (month: Int, day: Int) {
    switch self {
    case .eersteKwartaal: (3, 31)
    case .eersteHalfjaar: (6, 30)
    case .heleJaar: (12, 31)
    }
  }

  /// In words.
  public var text: Text {
    switch self {
    case .eersteKwartaal: Text(nl: "31 maart van het volgende jaar", en: "31 March of the next year")
    case .eersteHalfjaar: Text(nl: "30 juni van het volgende jaar", en: "30 June of the next year")
    case .heleJaar: Text(nl: "31 december van het volgende jaar", en: "31 December of the next year")
    }
  }
}

/// V-7: whether the overview is made public.
public enum JaaroverzichtOpenbaarheid: String, NamedCode {
  case alleenWerkgever
  /// The duty stays open until publication is recorded.
  case openbaarMaken

  /// In words.
  public var text: Text {
    switch self {
    case .alleenWerkgever: Text(nl: "alleen aan de werkgever", en: "to the employer only")
    case .openbaarMaken: Text(nl: "openbaar maken", en: "made public")
    }
  }
}

/// V-8: who handles a complaint about an internal vertrouwenspersoon (004:5775-5779).
public enum KlachtBehandelaar: String, NamedCode {
  /// The melder chooses between the algemeen directeur and the Commissie van Toezicht of the LVV.
  case keuzeMelder
  case algemeenDirecteur
  case commissieVanToezichtLvv

  /// In words.
  public var text: Text {
    switch self {
    case .keuzeMelder:
      Text(
        nl: "de melder kiest: algemeen directeur of Commissie van Toezicht LVV",
        en: "the melder chooses: municipal secretary or Commissie van Toezicht LVV")
    case .algemeenDirecteur: Text(nl: "de algemeen directeur", en: "the municipal secretary")
    case .commissieVanToezichtLvv: Text("Commissie van Toezicht LVV")
    }
  }
}
