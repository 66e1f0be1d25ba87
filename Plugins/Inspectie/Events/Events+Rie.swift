import Beleid
import Governance
import Ledger

/// A risk inventory and evaluation was done.
public enum RieUitgevoerd: Bewijsgebeurtenis {
  /// What it is about: the organisation, or a unit of it.
  public static let reikwijdte = Field<String>(
    "reikwijdte", .clear, "Waarover zij gaat: de organisatie, of welk onderdeel.", shape: .text(most: 200))
  static let methode = Field<String>(
    "methode", .clear, "Hoe zij is gedaan, en waarom dat bij de stand van de wetenschap past.",
    shape: .prose(most: 1000), isRequired: false)
  static let vormen = Field<[Gedragsvorm]>(
    "vormen", .clear, "Welke vormen van ongewenst gedrag zij behandelt.",
    shape: .list(Gedragsvorm.defaultShape, most: 6), isRequired: false)
  static let bronnen = Field<[Signaalbron]>(
    "bronnen", .clear, "Welke bronnen zijn gebruikt; nooit herleidbaar tot personen.",
    shape: .list(Signaalbron.defaultShape, most: 11), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "RieUitgevoerd", stream: "Rie", opens: true, meaning: "De risico's zijn geïnventariseerd en geëvalueerd.",
    source: "000:258-261; 002:182-190; Arbeidsomstandighedenwet art. 5", signers: Ondertekenaars.vastleggers
  ) {
    reikwijdte
    methode
    vormen
    bronnen
    Bewijs.fields
  }
}

/// Employees were consulted for a risk inventory.
public enum WerknemersBijRieGeraadpleegd: Bewijsgebeurtenis {
  static let vorm = Field<VormVanRaadpleging>("vorm", .clear, "Hoe werknemers zijn geraadpleegd.")
  static let aantal = Field<Int64>(
    "aantal", .clear, "Hoeveel werknemers meededen.", shape: .number(0...1_000_000), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "WerknemersBijRieGeraadpleegd", stream: "Rie", meaning: "Werknemers zijn geraadpleegd voor de RI&E.",
    source: "002:184", signers: Ondertekenaars.vastleggers.union([.ondernemingsraad])
  ) {
    vorm
    aantal
    Bewijs.fields
  }
}

/// Risk factors were named.
public enum RisicofactorenVastgelegd: Bewijsgebeurtenis {
  static let factoren = Field<[Risicofactor]>(
    "factoren", .clear, "Welke risicofactoren zijn bekeken.", shape: .list(Risicofactor.defaultShape, most: 7))

  /// The event type.
  public static let type = EventType(
    "RisicofactorenVastgelegd", stream: "Rie", meaning: "De risicofactoren zijn vastgelegd.",
    source: "000:191-192; 002:242", signers: Ondertekenaars.vastleggers
  ) {
    factoren
    Bewijs.fields
  }
}

/// A risk inventory was adopted.
public enum RieVastgesteld: Bewijsgebeurtenis {
  static let getoetstDoor = Field<String>(
    "getoetstDoor", .clear, "Wie haar heeft getoetst, als rol of organisatie.", shape: .text(most: 100),
    isRequired: false)
  static let herzienIedere = Field<Tijdsduur>(
    "herzienIedere", .clear, "Om de hoeveel tijd zij wordt herzien.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "RieVastgesteld", stream: "Rie", meaning: "De RI&E is vastgesteld.",
    source: "000:210-211; 000:260-261; 002:182", signers: Ondertekenaars.werkgever, recorders: [.secretariaat]
  ) {
    getoetstDoor
    herzienIedere
    Bewijs.fields
  }
}

/// The results of a risk inventory were made known to the employees.
public enum RieResultaatBekendgemaakt: Bewijsgebeurtenis {
  static let kanaal = Field<Bekendmakingskanaal>("kanaal", .clear, "Waar het is bekendgemaakt.")

  /// The event type.
  public static let type = EventType(
    "RieResultaatBekendgemaakt", stream: "Rie", meaning: "De uitkomsten van de RI&E zijn aan werknemers bekendgemaakt.",
    source: "002:188-190", signers: Ondertekenaars.vastleggers
  ) {
    kanaal
    Bewijs.fields
  }
}

/// The plan that follows from a risk inventory was adopted.
public enum PlanVanAanpakVastgesteld: Bewijsgebeurtenis {
  /// The event type.
  public static let type = EventType(
    "PlanVanAanpakVastgesteld", stream: "Rie", meaning: "Het plan van aanpak is vastgesteld.",
    source: "000:263-269; 002:192-193", signers: Ondertekenaars.werkgever, recorders: [.secretariaat]
  ) { Bewijs.fields }
}

/// The plan, or its evaluation, was made known to the employees.
public enum PlanVanAanpakBekendgemaakt: Bewijsgebeurtenis {
  static let kanaal = RieResultaatBekendgemaakt.kanaal

  /// The event type.
  public static let type = EventType(
    "PlanVanAanpakBekendgemaakt", stream: "Rie",
    meaning: "Het plan van aanpak of de evaluatie ervan is aan werknemers bekendgemaakt.",
    source: "002:200", signers: Ondertekenaars.vastleggers
  ) {
    kanaal
    Bewijs.fields
  }
}

/// Employer and works council evaluated the measures together.
public enum PlanVanAanpakGeevalueerd: Bewijsgebeurtenis {
  static let metOndernemingsraad = Field<Bool>(
    "metOndernemingsraad", .clear, "Of de ondernemingsraad meedeed.")
  static let bevindingen = Field<String>(
    "bevindingen", .clear, "Wat de evaluatie van proces en doel opleverde.", shape: .prose(most: 1000))

  /// The event type.
  public static let type = EventType(
    "PlanVanAanpakGeevalueerd", stream: "Rie", meaning: "Het plan van aanpak is geëvalueerd.",
    source: "002:199-200", signers: Ondertekenaars.vastleggers.union([.ondernemingsraad])
  ) {
    metOndernemingsraad
    bevindingen
    Bewijs.fields
  }
}

/// An earlier event of a risk inventory was a mistake.
public enum RieGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = correctie("RieGecorrigeerd", stream: "Rie", van: "deze RI&E")
}
