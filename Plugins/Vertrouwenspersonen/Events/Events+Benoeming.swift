import Governance
import Ledger

/// Someone is put forward: opens the stream of one appointment, so that consent can be asked about exactly that one.
public enum KandidaatVoorgedragen: PersoonsGebeurtenis {
  static let vorm = Field<Vorm>("vorm", .clear, "Intern te benoemen of extern te contracteren.")
  static let bureau = Field<String>(
    "bureau", .intern, "De organisatie van een externe, zoals de arbodienst.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "KandidaatVoorgedragen", stream: "Vertrouwenspersoon", opens: true,
    meaning: "Iemand is voorgedragen als vertrouwenspersoon.", source: "004:5604; 004:5620-5621; 004:5626-5627",
    signers: Ondertekenaars.vastleggers
  ) {
    persoon
    vorm
    HistoricalFact.fields
    Contact.naam
    Contact.telefoon
    Contact.email
    bureau
  }
}

/// A candidate withdraws, or is put forward no longer; a reason is not asked and has no field.
public enum KandidaatTeruggetrokken: PersoonsGebeurtenis {
  /// The event type; its date is the first day without the candidacy.
  public static let type = EventType(
    "KandidaatTeruggetrokken", stream: "Vertrouwenspersoon",
    meaning: "Een kandidaat heeft zich teruggetrokken; de datum is de eerste dag zonder de kandidatuur.",
    source: "README, Rules and views", signers: Ondertekenaars.vastleggers
  ) {
    persoon
    HistoricalFact.fields
  }
}

/// Name, telephone or e-mail of a vertrouwenspersoon changed; only what is filled in changes.
public enum ContactgegevensGewijzigd: PersoonsGebeurtenis {
  /// The event type.
  public static let type = EventType(
    "ContactgegevensGewijzigd", stream: "Vertrouwenspersoon",
    meaning: "De contactgegevens van een vertrouwenspersoon zijn gewijzigd.", source: "002:639-642; 004:5700-5702",
    signers: Ondertekenaars.metVertrouwenspersonen
  ) {
    persoon
    HistoricalFact.fields
    Contact.nieuweNaam
    Contact.telefoon
    Contact.email
  }
}

/// A certification was seen: membership of the LVV, from and until when.
public enum CertificeringVastgelegd: PersoonsGebeurtenis {
  static let laatsteDag = Field<CalendarDate>("laatsteDag", .clear, "De laatste dag waarop het certificaat geldt.")
  static let conformeert = Field<Bool>(
    "conformeert", .clear, "Of deze persoon zich conformeert aan de statuten en de gedragscode van de LVV.")
  static let bewijs = Field<DocumentReference>("bewijs", .intern, "Het certificaat.", isRequired: false)

  /// The event type; its date is the first day on which the certification holds.
  public static let type = EventType(
    "CertificeringVastgelegd", stream: "Vertrouwenspersoon",
    meaning: "De certificering als lid van de LVV is gezien; de datum is de eerste dag waarop zij geldt.",
    source: "004:5610-5611; 004:5626-5627", signers: Ondertekenaars.vastleggers
  ) {
    persoon
    laatsteDag
    conformeert
    HistoricalFact.fields
    bewijs
  }
}

/// An internal vertrouwenspersoon is appointed.
public enum VertrouwenspersoonBenoemd: PersoonsGebeurtenis {
  /// Four years from 23 May 2024 run until 23 May 2028; the rule does not say that this day is included (004:5604-5605).
  static let tot = Field<CalendarDate>(
    "tot", .clear, "De eerste dag na de termijn; ontbreekt als er geen termijn is, of bij een historisch feit.",
    isRequired: false)
  static let afwijkend = Field<Bool>(
    "afwijkend", .clear, "Of bewust een andere termijn is gekozen dan de regel noemt.", isRequired: false)
  static let instemming = Field<StreamID>(
    "instemming", .clear, "De procedure waarin de ondernemingsraad met deze benoeming instemde.",
    shape: .stream(kind: "Instemming"), isRequired: false)
  static let onthulling = Field<[DisclosedValue]>(
    "onthulling", .clear, "Over welk besluit die instemming gaat, zoals het daar verzegeld staat.",
    shape: .list(.disclosure, most: 1), isRequired: false)
  static let brief = Stukvelden("aanstellingsbrief", "De aanstellingsbrief")
  static let verklaring = Stukvelden("verklaring", "De ondertekende verklaring de gedragscode na te leven")

  /// The event type; its date is the first day of the term.
  public static let type = EventType(
    "VertrouwenspersoonBenoemd", stream: "Vertrouwenspersoon",
    meaning: "Een interne vertrouwenspersoon is benoemd; de datum is de eerste dag.",
    source: "004:5604-5605; 004:5610-5621", signers: Ondertekenaars.beslisser, recorders: [.secretariaat]
  ) {
    persoon
    tot
    afwijkend
    instemming
    onthulling
    HistoricalFact.fields
    brief.fields
    verklaring.fields
  }
}

/// The term is renewed before it ends, because both want it.
public enum VertrouwenspersoonVerlengd: PersoonsGebeurtenis {
  static let tot = Field<CalendarDate>(
    "tot", .clear, "De eerste dag na de nieuwe termijn van een interne.", isRequired: false)
  static let laatsteDag = Field<CalendarDate>(
    "laatsteDag", .clear, "De nieuwe laatste dag van het contract van een externe.", isRequired: false)
  static let afwijkend = Field<Bool>(
    "afwijkend", .clear, "Of bewust een andere termijn is gekozen dan de regel noemt.", isRequired: false)
  static let instemming = VertrouwenspersoonBenoemd.instemming
  static let onthulling = VertrouwenspersoonBenoemd.onthulling
  static let beidenAkkoord = Field<Bool>("beidenAkkoord", .clear, "Of beide partijen de verlenging willen.")
  static let akkoord = Stukvelden("akkoord", "Het stuk waaruit het akkoord van beide partijen blijkt")

  /// The event type.
  public static let type = EventType(
    "VertrouwenspersoonVerlengd", stream: "Vertrouwenspersoon", meaning: "De termijn is verlengd.",
    source: "004:5604-5605", signers: Ondertekenaars.beslisser, recorders: [.secretariaat]
  ) {
    persoon
    tot
    laatsteDag
    afwijkend
    instemming
    onthulling
    beidenAkkoord
    HistoricalFact.fields
    akkoord.fields
  }
}

/// An external vertrouwenspersoon is contracted.
public enum ExterneVertrouwenspersoonGecontracteerd: PersoonsGebeurtenis {
  static let laatsteDag = Field<CalendarDate>(
    "laatsteDag", .clear, "De laatste dag van het contract; ontbreekt als het geen einde noemt.", isRequired: false)
  static let instemming = VertrouwenspersoonBenoemd.instemming
  static let onthulling = VertrouwenspersoonBenoemd.onthulling
  static let contract = Stukvelden("contract", "Het contract")

  /// The event type; its date is the first day of the contract.
  public static let type = EventType(
    "ExterneVertrouwenspersoonGecontracteerd", stream: "Vertrouwenspersoon",
    meaning: "Een externe vertrouwenspersoon is gecontracteerd; de datum is de eerste dag.",
    source: "004:5583-5586; 004:5626-5628", signers: Ondertekenaars.beslisser, recorders: [.secretariaat]
  ) {
    persoon
    laatsteDag
    instemming
    onthulling
    HistoricalFact.fields
    contract.fields
  }
}
