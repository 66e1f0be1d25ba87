import Governance
import Ledger

/// How employees experience the theme was investigated.
public enum OnderzoekUitgevoerd: Bewijsgebeurtenis {
  static let methode = Field<String>("methode", .clear, "Hoe het is gedaan.", shape: .prose(most: 1000))
  /// The forms for which the results have figures of their own.
  public static let vormen = Field<[Gedragsvorm]>(
    "vormen", .clear, "Voor welke vormen van gedrag er eigen cijfers zijn.",
    shape: .list(Gedragsvorm.defaultShape, most: 6), isRequired: false)
  /// Whether the results tell conduct of colleagues from conduct of others.
  public static let internEnExtern = Field<Bool>(
    "internEnExtern", .clear, "Of de cijfers gedrag van collega's en van anderen onderscheiden.")
  static let deelnemers = Field<Int64>(
    "deelnemers", .clear, "Hoeveel mensen meededen.", shape: .number(0...1_000_000), isRequired: false)

  /// The event type.
  public static let type = EventType.losBewijs(
    "OnderzoekUitgevoerd", meaning: "Er is onderzoek gedaan onder werknemers.",
    source: "000:198-202; 002:240"
  ) {
    methode
    vormen
    internEnExtern
    deelnemers
  }
}

/// The signals of a year were collected.
public enum SignalenVerzameld: Bewijsgebeurtenis {
  static let jaar = Field<Int64>("jaar", .clear, "Het jaar waarover het gaat.", shape: .number(1990...2200))
  static let bronnen = Field<[Signaalbron]>(
    "bronnen", .clear, "Uit welke bronnen; nooit herleidbaar tot personen.",
    shape: .list(Signaalbron.defaultShape, most: 11))

  /// The event type.
  public static let type = EventType.losBewijs(
    "SignalenVerzameld", meaning: "De signalen van een jaar zijn verzameld.",
    source: "002:184-186; 002:348"
  ) {
    jaar
    bronnen
  }
}

/// Managers discussed signals; how often, and nothing of what was said.
public enum SignaalBesproken: Bewijsgebeurtenis {
  static let aantal = Field<Int64>(
    "aantal", .clear, "In hoeveel overleggen.", shape: .number(1...100_000))

  /// The event type.
  public static let type = EventType.losBewijs(
    "SignaalBesproken", meaning: "Leidinggevenden hebben signalen besproken.",
    source: "002:349"
  ) {
    aantal
  }
}

/// How things stand was monitored, besides the risk inventory.
public enum MonitoringUitgevoerd: Bewijsgebeurtenis {
  static let methode = OnderzoekUitgevoerd.methode

  /// The event type.
  public static let type = EventType.losBewijs(
    "MonitoringUitgevoerd", meaning: "Er is gemonitord.",
    source: "002:197; 002:631-635"
  ) {
    methode
  }
}

/// A document shows something.
public enum BewijsstukVastgelegd: Bewijsgebeurtenis {
  static let wat = Field<String>("wat", .clear, "Wat het stuk is en laat zien, zonder namen.", shape: .text(most: 300))

  /// The event type.
  public static let type = EventType.losBewijs(
    "BewijsstukVastgelegd", meaning: "Een bewijsstuk is vastgelegd.",
    source: "000:129-135"
  ) {
    wat
  }
}

/// A piece of evidence was recorded by mistake.
public enum BewijsGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = correctie("BewijsGecorrigeerd", stream: "Bewijs", van: "dit bewijs")
}
