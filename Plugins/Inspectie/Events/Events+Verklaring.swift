import Governance
import Ledger

/// The kinds of dealing with cases that the norm asks about; of a case itself nothing is shown (`002:380-635`).
public enum Zaaksoort: String, NamedCode {
  case meldingen, klachten, ongegrondeMeldingen, sancties, opvangEnNazorg

  /// In words.
  public var text: Text {
    switch self {
    case .meldingen: Text(nl: "meldingen", en: "reports")
    case .klachten: Text(nl: "klachten", en: "complaints")
    case .ongegrondeMeldingen: Text(nl: "ongegronde meldingen", en: "unfounded reports")
    case .sancties: Text(nl: "sancties", en: "sanctions")
    case .opvangEnNazorg: Text(nl: "opvang en nazorg", en: "reception and aftercare")
    }
  }
}

/// How many cases there were: of a handful a number would tell of each of them.
public enum Zakenaantal: String, NamedCode {
  case minderDanVijf, vijfOfMeer

  /// In words.
  public var text: Text {
    switch self {
    case .minderDanVijf: Text(nl: "minder dan 5 zaken", en: "fewer than 5 cases")
    case .vijfOfMeer: Text(nl: "5 zaken of meer", en: "5 cases or more")
    }
  }
}

/// Who answers for the organisation declares over a closed year how many cases were handled within the term.
///
/// It is all that leaves of cases: a count, and from five cases on only. The secretariat does not sign it, because it
/// does not know the cases.
public enum JaarverklaringAfgegeven: Bewijsgebeurtenis {
  /// From how many cases on there are numbers.
  static let minste: Int64 = 5

  /// Which kind of cases.
  public static let zaaksoort = Field<Zaaksoort>("zaaksoort", .clear, "Over welk soort zaken.")
  /// Which year.
  public static let jaar = Field<Int64>("jaar", .clear, "Over welk kalenderjaar.", shape: .number(1990...2200))
  /// Whether there are numbers.
  public static let aantal = Field<Zakenaantal>("aantal", .clear, "Of het er minder dan vijf waren.")
  /// How many cases there were.
  public static let zaken = Field<Int64>(
    "zaken", .clear, "Hoeveel zaken er dat jaar waren; alleen bij vijf of meer.", shape: .number(minste...1_000_000),
    isRequired: false)
  /// How many of them were handled within the term.
  public static let binnenTermijn = Field<Int64>(
    "binnenTermijn", .clear, "Hoeveel daarvan volgens de regeling en binnen de termijn zijn behandeld.",
    shape: .number(0...1_000_000), isRequired: false)

  /// The event type.
  public static let type = EventType.losBewijs(
    "JaarverklaringAfgegeven",
    meaning:
      "Verklaard is hoeveel zaken in een afgesloten jaar volgens de regeling en binnen de termijn zijn behandeld.",
    source: "002:386-402; 002:441; 004:5379-5392 art. 13; AVG art. 5 lid 1 c", signers: Ondertekenaars.werkgever,
    recorders: [.secretariaat]
  ) {
    zaaksoort
    jaar
    aantal
    zaken
    binnenTermijn
  }

  /// What a declaration says, in words.
  static func woorden(_ fact: Fact) -> Text? {
    guard let kind = fact[zaaksoort], let year = fact[jaar], let size = fact[aantal] else { return nil }
    let about = Text(nl: "\(kind.text.nl) in \(year): ", en: "\(kind.text.en) in \(year): ")
    guard size == .vijfOfMeer, let all = fact[zaken], let inTime = fact[binnenTermijn] else { return about + size.text }
    return about
      + Text(
        nl: "\(inTime.grouped) van \(all.grouped) binnen de termijn", en: "\(inTime) of \(all) within the term")
  }
}
