import Beleid
import Governance
import Ledger

/// Information was given.
public enum VoorlichtingGegeven: Bewijsgebeurtenis {
  /// For whom.
  public static let doelgroep = Field<Doelgroep>("doelgroep", .clear, "Voor wie het was, als groep.")
  /// About what.
  public static let onderwerpen = VoorlichtingOntvangen.onderwerpen

  /// The event type.
  public static let type = EventType.losBewijs(
    "VoorlichtingGegeven", meaning: "Er is voorlichting gegeven.",
    source: "000:339-359; 002:163-174; Arbobesluit art. 2.15 lid 2"
  ) {
    doelgroep
    onderwerpen
  }
}

/// So many of a group received information.
public enum VoorlichtingOntvangen: Dekking {
  /// The event type.
  public static let type = EventType.losBewijs(
    "VoorlichtingOntvangen", meaning: "Zoveel werknemers hebben voorlichting ontvangen.",
    source: "000:355; 002:163-174; 002:655"
  ) {
    dekking
  }
}

/// It was tested whether a group understood the information.
public enum BegripGetoetst: Dekking {
  /// How many understood.
  public static let begrepen = Field<Int64>(
    "begrepen", .clear, "Hoeveel van hen het begrepen.", shape: .number(0...1_000_000))
  static let norm = Field<String>(
    "norm", .clear, "Wanneer het als begrepen geldt.", shape: .text(most: 200), isRequired: false)

  /// The event type.
  public static let type = EventType.losBewijs(
    "BegripGetoetst", meaning: "Getoetst is of werknemers de voorlichting begrepen.",
    source: "000:356; 000:316-318; 002:659-666"
  ) {
    dekking
    begrepen
    norm
  }
}

/// So many of a group followed training.
public enum TrainingGevolgd: Dekking {
  /// The event type.
  public static let type = EventType.losBewijs(
    "TrainingGevolgd", meaning: "Zoveel mensen hebben een training gevolgd.",
    source: "000:322-324; 000:361-363; 002:668"
  ) {
    dekking
  }
}

/// So many of a group were instructed.
public enum InstructieGegeven: Dekking {
  /// The event type.
  public static let type = EventType.losBewijs(
    "InstructieGegeven", meaning: "Zoveel mensen zijn geïnstrueerd.",
    source: "000:361-363"
  ) {
    dekking
  }
}

/// Something was communicated on the theme.
public enum CommunicatieuitingVastgelegd: Bewijsgebeurtenis {
  static let kanaal = Field<Bekendmakingskanaal>("kanaal", .clear, "Waar het stond of werd gezegd.")
  static let noemtGevolgen = Field<Bool>(
    "noemtGevolgen", .clear, "Of erin staat wat er gebeurt als iemand zich niet aan de regels houdt.")

  /// The event type.
  public static let type = EventType.losBewijs(
    "CommunicatieuitingVastgelegd", meaning: "Er is over het thema gecommuniceerd.",
    source: "000:352-354"
  ) {
    kanaal
    noemtGevolgen
  }
}

/// What a group can do was written down.
public enum HandelingsmogelijkhedenBeschreven: Bewijsgebeurtenis {
  /// For whom.
  public static let doelgroep = VoorlichtingGegeven.doelgroep

  /// The event type.
  public static let type = EventType.losBewijs(
    "HandelingsmogelijkhedenBeschreven", meaning: "Beschreven is wat mensen kunnen doen bij ongewenst gedrag.",
    source: "000:358-366; 002:351"
  ) {
    doelgroep
  }
}

/// Support was offered.
public enum OndersteuningGeboden: Bewijsgebeurtenis {
  static let doelgroep = VoorlichtingGegeven.doelgroep
  static let vorm = Field<String>("vorm", .clear, "Welke ondersteuning.", shape: .prose(most: 1000))

  /// The event type.
  public static let type = EventType.losBewijs(
    "OndersteuningGeboden", meaning: "Er is ondersteuning geboden.",
    source: "000:319-322; 002:682"
  ) {
    doelgroep
    vorm
  }
}
