import Governance

/// One clock of a case on a day: when it started, when it ends, how it stands, and the sum as a sentence.
struct Klok: Sendable, Hashable {
  /// What can be said of its end.
  enum Einde: Sendable, Hashable {
    /// Counted by a rule; the Algemene termijnenwet was applied once, at the end.
    case berekend(TermOutcome)
    /// A day that was recorded.
    case opDag(ImpreciseDate)
    /// A word without a number: there is no day to work to.
    case zonderGetal(String)
    /// It has not started; what it waits for.
    case nietBegonnen(Text)
  }

  let termijn: Termijn
  /// Which reading of its length, when there are several.
  let lezing: TermLength?
  /// For whom, when it is asked for each.
  let voor: String?
  let begin: Tijd?
  let einde: Einde
  /// How it stands; nil when that cannot be said.
  let status: TermStatus?
  let gehaald: Tijd?
  /// The field that would say when it was met, of a step that was taken without it.
  let nietVastgelegd: Moment?
  /// Since when that can have been.
  let nietGezien: Tijd?
  let vervallen: ImpreciseDate?
  /// The day before which it is not met, where there is one.
  let nietVoor: CalendarDate?
  /// Whether it stands still on the day that was asked about, with no day yet on which it goes on.
  let staatStil: Bool
  /// What was done otherwise than it should, and what that means for this clock.
  let merken: [Merk]
  /// The earlier version of the procedure by which it was decided; nil for a clock of the one that governs.
  var volgens: String?

  /// What tells one clock of a case from another: its term, from when it runs, and by which reading.
  struct Kenmerk: Sendable, Hashable {
    let termijn: String
    let dag: CalendarDate?
    let moment: Instant?
    let lezing: TermLength?
    let voor: String?
  }

  var kenmerk: Kenmerk {
    Kenmerk(termijn: termijn.id, dag: begin?.dag.earliest, moment: begin?.moment, lezing: lezing, voor: voor)
  }

  /// Whether it was met, missed or lapsed: nothing that is decided later changes that.
  var isBeslist: Bool {
    switch status {
    case .gehaald, .teLaat, .verstreken, .vervallen: true
    case .loopt, .nadert, nil: false
    }
  }

  private var uitkomst: TermOutcome? { if case .berekend(let outcome) = einde { outcome } else { nil } }
  private var dag: ImpreciseDate? { if case .opDag(let day) = einde { day } else { nil } }

  /// The end as it is literally counted: the one to work to.
  var ruw: CalendarDate? { uitkomst?.earliest?.raw ?? dag?.earliest }
  /// The last day.
  var laatste: CalendarDate? { uitkomst?.earliest?.latest ?? dag?.earliest }
  /// The moment of the end, for a term in hours.
  var eindmoment: Instant? { uitkomst?.earliest?.endMoment }
  /// Whether it still asks for something.
  var isOpen: Bool { status?.isOpen ?? (gehaald == nil && vervallen == nil) }

  /// Its name, with what tells it from another clock of the same term.
  var naam: String {
    let more = [voor, lezing?.text.nl].compactMap(\.self)
    return more.isEmpty ? termijn.naam : "\(termijn.naam) (\(more.joined(separator: ", ")))"
  }

  /// What should be recorded before it can be said that it was met; nil when nothing is missing.
  var ontbreekt: Text? {
    guard let nietVastgelegd, gehaald == nil, isOpen else { return nil }
    return Text(
      nl: "\(nietVastgelegd.text) is niet vastgelegd (waarborg zaak vul-aan ZAAK NUMMER)",
      en: "\(nietVastgelegd.text) was not recorded (waarborg zaak vul-aan CASE NUMBER)")
  }

  /// The sum as a sentence, or why there is none.
  var som: Text {
    switch einde {
    case .nietBegonnen(let text): return text
    case .zonderGetal(let word):
      return Text(nl: "\(word): de bron noemt geen getal", en: "\(word): the source names no number")
    case .opDag(let day):
      guard day != .unknown else { return Text(nl: "er is geen dag vastgelegd", en: "no day was recorded") }
      return Text(nl: "de vastgelegde dag: ", en: "the recorded day: ") + day.text
    case .berekend(let outcome):
      switch outcome {
      case .exact(let end): return end.sum + stilstand
      case .between(let first, let last, let missing):
        let sums = [first, last].compactMap { $0?.sum }
        return sums.dropFirst().reduce(sums.first ?? missing) { $0 + Text(nl: "; uiterst ", en: "; at most ") + $1 }
      case .unknown(let missing): return Text(nl: "niet te berekenen: ", en: "cannot be computed: ") + missing
      }
    }
  }

  private var stilstand: Text {
    staatStil ? Text(nl: "; staat nog stil, dus later", en: "; still suspended, hence later") : Text("")
  }
}

/// Something about a clock that was done otherwise than it should: recorded as it was, and marked.
enum Merk: Sendable, Hashable {
  case verlengingTeLaat(stap: String, op: ImpreciseDate)
  case verlengingTeVaak(stap: String, hoogstens: Int)
  case verlengingTeLang(stap: String, hoogstens: TermLength)
  case verlengingZonderOmvang(stap: String)
  /// Suspending without a date until which: nothing is suspended (ABRvS 21-9-2016, ECLI:NL:RVS:2016:2527).
  case opschortingZonderTermijn(stap: String, grond: String)
  case opschortingNaEinde(stap: String, grond: String)
  case opschortingZonderDag(stap: String, grond: String)
  /// Done before the term lets it: it is extra and meets nothing.
  case teVroeg(stap: String, op: ImpreciseDate)

  var text: Text {
    switch self {
    case .verlengingTeLaat(let stap, let op):
      Text(
        nl: "\(stap) van \(op.text.nl) kwam na het einde en verlengt niets",
        en: "\(stap) of \(op.text.en) came after the end and extends nothing")
    case .verlengingTeVaak(let stap, let most):
      Text(
        nl: "\(stap) kan \(most) keer; wat meer is verlengt niets",
        en: "\(stap) can be done \(most) times; what is more extends nothing")
    case .verlengingTeLang(let stap, let most):
      Text(
        nl: "\(stap) gaf meer dan \(most.text.nl); dat telt voor \(most.text.nl)",
        en: "\(stap) gave more than \(most.text.en); it counts as \(most.text.en)")
    case .verlengingZonderOmvang(let stap):
      Text(nl: "\(stap) zegt niet hoe lang en verlengt niets", en: "\(stap) does not say how long and extends nothing")
    case .opschortingZonderTermijn(let stap, let grond):
      Text(
        nl: "\(stap) stelde geen termijn en schort niet op (\(grond))",
        en: "\(stap) set no term and suspends nothing (\(grond))")
    case .opschortingNaEinde(let stap, let grond):
      Text(
        nl: "\(stap) kwam na het einde en schort niets op (\(grond))",
        en: "\(stap) came after the end and suspends nothing (\(grond))")
    case .opschortingZonderDag(let stap, let grond):
      Text(
        nl: "de dag van \(stap) is niet precies bekend: er is niets opgeschort (\(grond))",
        en: "the day of \(stap) is not known exactly: nothing was suspended (\(grond))")
    case .teVroeg(let stap, let op):
      Text(
        nl: "\(stap) van \(op.text.nl) is extra: te vroeg voor deze termijn",
        en: "\(stap) of \(op.text.en) is extra: too early for this term")
    }
  }
}
