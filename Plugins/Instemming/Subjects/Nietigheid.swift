import Governance
import Ledger
import Organisatie

/// The month in which nullity can be invoked, which ends as the Algemene termijnenwet says (WOR art. 27 lid 5; Atw art. 1).
///
/// A late appeal is recorded, not refused: the day on which the month began can be in dispute, and only a court decides.
struct NietigheidsTermijn {
  /// The day on which the decision was told or its execution was noticed.
  let bekendOp: CalendarDate
  /// What can be said of its end.
  let uitkomst: TermOutcome?

  init(bekendOp: CalendarDate, in views: ViewReader) throws {
    self.init(bekendOp: bekendOp, by: try Kalenders(views).kalender(voor: bekendOp))
  }

  init(bekendOp: CalendarDate, by kalender: Kalender) {
    self.bekendOp = bekendOp
    uitkomst = InstemmingTerms.nietigheid.rule.map {
      TermOutcome($0, from: .day(ImpreciseDate(bekendOp)), by: kalender)
    }
  }

  /// The last day; nil when the calendar does not cover it.
  var einde: CalendarDate? { uitkomst?.latest?.latest }
  /// The same day of the next month, before the Termijnenwet.
  var ruwEinde: CalendarDate? { uitkomst?.latest?.raw }

  /// Whether a day lies after the end.
  func isTeLaat(_ day: ImpreciseDate) -> Certainty { einde.map { day.isAfter($0) } ?? .unknown }

  /// What to say about a day after the end; nil when it was in time.
  func warning(_ day: ImpreciseDate) -> Text? {
    guard isTeLaat(day) == .yes, let einde else { return nil }
    let sum = uitkomst?.latest?.sum ?? Text("")
    return Text(
      nl: "te laat: uiterlijk \(einde.text.nl) (\(sum.nl))", en: "too late: by \(einde.text.en) (\(sum.en))")
  }
}

/// An appeal to the nullity of a decision, which was not taken back, and what it does (WOR art. 27 lid 5 en 6).
public struct Nietigheid: Sendable {
  /// What it does to the decision.
  public enum Gevolg: Sendable {
    /// The decision is void: it never held.
    case nietig
    /// Whether consent was needed is in dispute; the kantonrechter settles it.
    case betwist
    /// It came too late, or the kantonrechter found it wrong.
    case geen
  }

  /// The procedure in which it was invoked.
  public let stream: StreamID
  /// The digest of the version, in hexadecimal; nil when that is not in the ledger, or the subject has no versions.
  public let versie: String?
  /// How the version is called, where its text is not in the ledger.
  public let aanduiding: String?
  /// The decision it is about.
  public let besluit: InstemmingsBesluit
  /// The date of the letter.
  public let op: ImpreciseDate
  /// The day on which it was received, which decides whether it was in time (BW art. 3:37 lid 3).
  public let ontvangen: ImpreciseDate
  /// Where it stands in the log.
  public let position: UInt64
  /// The last day on which it could be invoked; nil when that cannot be computed.
  public let uiterlijk: CalendarDate?
  /// Whether it was received after that day.
  public let isTeLaat: Certainty
  /// What stood before it.
  let standVoor: InstemmingStand
  /// What the kantonrechter said: whether the decision is void; nil as long as no one has.
  public let isNietigVerklaard: Bool?

  init?(_ procedure: Procedure, in views: ViewReader) throws {
    let verloop = Verloop(procedure.geldend())
    guard let fact = verloop.nietigheid, let known = fact[NietigheidIngeroepen.bekendOp] else { return nil }
    let term = try NietigheidsTermijn(bekendOp: known, in: views)
    stream = procedure.stream
    versie = procedure.versie
    aanduiding = procedure.aanduiding
    besluit = procedure.besluit
    op = fact.effective
    ontvangen = fact.ontvangen
    position = fact.position
    uiterlijk = term.einde
    isTeLaat = term.isTeLaat(fact.ontvangen)
    standVoor = verloop.standVoorNietigheid
    isNietigVerklaard = verloop.isNietigVerklaard
  }

  /// What it does to a decision.
  /// - Parameter vereist: Whether that decision needed consent.
  public func gevolg(_ vereist: Certainty) -> Gevolg {
    if let isNietigVerklaard { return isNietigVerklaard ? .nietig : .geen }
    switch isTeLaat {
    case .yes: return .geen
    case .unknown: return .betwist
    case .no: break
    }
    switch standVoor {
    case .ontbreekt, .aangevraagd, .geweigerd, .voorwaardelijk: return vereist == .yes ? .nietig : .betwist
    case .verleend, .voorwaardenAanvaard, .vervangendVerleend, .nietVereist, .nietigIngeroepen: return .betwist
    }
  }

  /// Whether it is about this version: by its text, or by its name where one of the two texts is not in the ledger.
  public func isOver(versie digest: String?, _ name: String?) -> Bool {
    if let versie, let digest { return versie == digest }
    if let aanduiding, let name { return aanduiding == name }
    return versie == digest && aanduiding == name
  }

  /// What it does, in words.
  public func text(_ gevolg: Gevolg) -> Text {
    switch gevolg {
    case .nietig where besluit.isOverPersoon && isNietigVerklaard == nil,
      .betwist where besluit.isOverPersoon:
      Text(
        nl:
          "nietigheid ingeroepen op \(op.text.nl); bij een besluit over een persoon werkt dat alleen waar een regeling "
          + "of overeenkomst dat recht geeft (WOR art. 32)",
        en: "nullity invoked on \(op.text.en); for a decision about a person that works only where a regulation or "
          + "agreement gives that right (WOR art. 32)")
    case .nietig where isNietigVerklaard == true:
      Text(nl: "nietig volgens de kantonrechter", en: "void according to the court")
    case .nietig:
      Text(
        nl: "nietig: de ondernemingsraad riep de nietigheid in op \(op.text.nl) (WOR art. 27 lid 5)",
        en: "void: the works council invoked nullity on \(op.text.en) (WOR art. 27 lid 5)")
    case .betwist:
      Text(
        nl: "betwist: nietigheid ingeroepen op \(op.text.nl); of instemming nodig was, beslist de kantonrechter",
        en: "in dispute: nullity invoked on \(op.text.en); whether consent was needed is for the court")
    case .geen where isNietigVerklaard == false:
      Text(
        nl: "nietigheid ingeroepen op \(op.text.nl), volgens de kantonrechter ten onrechte",
        en: "nullity invoked on \(op.text.en), wrongly according to the court")
    case .geen:
      Text(
        nl: "nietigheid te laat ingeroepen, ontvangen op \(ontvangen.text.nl)",
        en: "nullity invoked too late, received on \(ontvangen.text.en)")
    }
  }
}

extension Fact {
  /// The day that counts for an appeal to nullity: a statement works once it is received (BW art. 3:37 lid 3).
  var ontvangen: ImpreciseDate { self[NietigheidIngeroepen.ontvangenOp].map { ImpreciseDate($0) } ?? effective }
}
