import Governance
import Instemming

/// Whether one version was in force on a day, and why; what the dates do not tell stays unknown.
struct Geldigheid {
  let versie: Versie
  let antwoord: Certainty
  let reden: Text
  /// The first day on which it holds or held; nil when it never does or that day was not recorded.
  var vanaf: ImpreciseDate?
  /// The first day on which it no longer holds, also when that lies ahead; nil when there is none, or it is not certain.
  var tot: ImpreciseDate?
}

/// Answers which version of a rule was in force.
struct Geldend {
  let regeling: Regeling
  let dag: CalendarDate
  /// The day on which the ledger was founded: a historical fact happened no later.
  let opening: CalendarDate?
  /// What nullity does to the versions of which it was invoked, by their number.
  private let nietig: [Int: Nietigheidsbeeld]
  /// The same of its withdrawal: one that is void ends nothing.
  private let nietigeIntrekking: [Int: Nietigheidsbeeld]
  /// From when each version holds, by its number; one that is void never does.
  private let ingangen: [Int: Ingang]
  /// The answer for each version.
  private(set) var versies: [Geldigheid] = []

  private typealias Ingang = (op: ImpreciseDate, reden: Text)
  /// Whether something ended it, in words, and on which day.
  private typealias Einde = (zeker: Certainty, reden: Text, op: ImpreciseDate?)

  /// - Parameter nietigheden: The appeals to nullity about the rule.
  init(regeling: Regeling, dag: CalendarDate, opening: CalendarDate?, nietigheden: [Nietigheid]) {
    self.regeling = regeling
    self.dag = dag
    self.opening = opening
    func beelden(_ besluit: InstemmingsBesluit) -> [Int: Nietigheidsbeeld] {
      Dictionary(
        regeling.versies.compactMap { versie in
          Nietigheidsbeeld(versie, nietigheden, over: besluit).map { (versie.nummer, $0) }
        }
      ) { first, _ in first }
    }
    let nietig = beelden(.vaststellen)
    self.nietig = nietig
    nietigeIntrekking = beelden(.intrekken)
    ingangen = Dictionary(
      regeling.versies.filter { nietig[$0.nummer]?.gevolg != .nietig }
        .compactMap { versie in Self.ingang(versie, opening).map { (versie.nummer, $0) } }
    ) { first, _ in first }
    versies = regeling.versies.filter { !$0.feiten.isEmpty }.map { geldigheid($0) }
  }

  /// Whether any version was in force.
  var antwoord: Certainty {
    let answers = versies.map(\.antwoord)
    if answers.contains(.yes) { return .yes }
    return answers.contains(.unknown) ? .unknown : .no
  }

  /// The versions that were or may have been in force.
  var kandidaten: [Geldigheid] { versies.filter { $0.antwoord != .no } }

  private func geldigheid(_ versie: Versie) -> Geldigheid {
    var (from, until): (ImpreciseDate?, ImpreciseDate?)
    func say(_ answer: Certainty, _ reason: Text) -> Geldigheid {
      Geldigheid(versie: versie, antwoord: answer, reden: reason, vanaf: from, tot: until)
    }
    guard versie.isVastgesteld else {
      return say(.no, Text(nl: "is een ontwerp, niet vastgesteld", en: "is a draft, not adopted"))
    }
    let nullity = nietig[versie.nummer].flatMap { $0.gevolg == .geen ? nil : $0 }
    if let nullity, nullity.gevolg == .nietig { return say(.no, nullity.text) }
    guard let start = ingangen[versie.nummer] else {
      return say(
        .no, Text(nl: "is vastgesteld, maar niet in werking getreden", en: "was adopted but has not entered into force")
      )
    }
    from = versie.feit(RegelingInWerkingGetreden.self) == nil ? nil : start.op
    let withdrawn = einde(versie)
    until = withdrawn?.op
    let began = say(start.op.isOnOrBefore(dag), start.reden)
    if began.antwoord == .no { return began }
    // Each of these can end it; a certain end outweighs every doubt.
    let ends = [withdrawn, opvolging(versie, start.op), looptijd(versie)].compactMap(\.self)
    if let ended = ends.first(where: { $0.zeker == .yes }) {
      // It ended at the first of them, when their days tell which that is.
      let days = ends.filter { $0.zeker == .yes }.map(\.op)
      until =
        days.count == 1
        ? days.first ?? nil : days.contains(nil) ? nil : days.compactMap { $0?.exact }.min().map { ImpreciseDate($0) }
      return say(.no, ended.reden)
    }
    let isDoubtful = began.antwoord == .unknown || versie.feit(RegelingInWerkingGetreden.self) == nil
    let doubts =
      (isDoubtful ? [start.reden] : []) + [nullity?.text].compactMap(\.self)
      + ends.filter { $0.zeker == .unknown }.map(\.reden)
    guard let first = doubts.first else { return began }
    if ends.contains(where: { $0.zeker == .unknown }) { until = nil }
    return say(.unknown, doubts.dropFirst().reduce(first) { $0 + Text("; ") + $1 })
  }

  /// From when a version holds; nil when it has not entered into force.
  private static func ingang(_ versie: Versie, _ opening: CalendarDate?) -> Ingang? {
    if let fact = versie.feit(RegelingInWerkingGetreden.self) {
      if let back = fact[RegelingInWerkingGetreden.terugwerkendTot] {
        return (
          ImpreciseDate(back),
          Text(nl: "werkt terug tot en met \(back.text.nl)", en: "works back to \(back.text.en)")
        )
      }
      return (
        begrensd(fact, opening),
        Text(nl: "in werking getreden: \(fact.effective.text.nl)", en: "entered into force: \(fact.effective.text.en)")
      )
    }
    // What happened before the ledger may be recorded in part: that nothing is known is not that nothing happened.
    guard let fact = versie.feiten.first(where: \.isHistorical) else { return nil }
    // Whatever entered into force since the founding is recorded, so an unrecorded entry lies before it.
    let earliest = versie.feit(RegelingVastgesteld.self)?.effective.earliest ?? fact.effective.earliest
    return (
      .tussen(earliest, opening),
      Text(nl: "de datum van inwerkingtreding is niet bekend", en: "the date of entry into force is not known")
    )
  }

  private func einde(_ versie: Versie) -> Einde? {
    guard let fact = versie.feit(RegelingIngetrokken.self) else { return nil }
    let day = Self.begrensd(fact, opening)
    let ended = day.isOnOrBefore(dag)
    let text = Text(nl: "ingetrokken: \(fact.effective.text.nl)", en: "withdrawn: \(fact.effective.text.en)")
    guard let nullity = nietigeIntrekking[versie.nummer] else { return (ended, text, day) }
    switch nullity.gevolg {
    case .geen: return (ended, text, day)
    case .nietig: return nil
    case .betwist: return (ended == .no ? .no : .unknown, text + Text(", ") + nullity.text, nil)
    }
  }

  /// Another version that entered into force later takes its place.
  private func opvolging(_ versie: Versie, _ start: ImpreciseDate) -> Einde? {
    var doubt: Einde?
    for other in regeling.versies where other.nummer != versie.nummer && other.isVastgesteld {
      guard let next = ingangen[other.nummer], next.op.isOnOrBefore(dag) != .no else { continue }
      // What had ended before this one began does not follow it, whenever it began itself.
      if let end = other.feit(RegelingIngetrokken.self), nietigeIntrekking[other.nummer]?.gevolg != .nietig,
        Self.begrensd(end, opening).isOnOrBefore(start) == .yes
      {
        continue
      }
      // Of two that start on the same day the later one holds.
      let isLater = other.nummer > versie.nummer && start.isOnOrBefore(next.op) == .yes
      let follows = isLater ? .yes : start.precedes(next.op)
      guard follows != .no else { continue }
      if let dispute = nietig[other.nummer], dispute.gevolg == .betwist {
        doubt = (
          .unknown, Text(nl: "versie \(other.nummer) is ", en: "version \(other.nummer) is ") + dispute.text, nil
        )
        continue
      }
      if follows == .yes, next.op.isOnOrBefore(dag) == .yes {
        return (
          .yes, Text(nl: "vervangen door versie \(other.nummer)", en: "replaced by version \(other.nummer)"), next.op
        )
      }
      doubt = (
        .unknown,
        Text(
          nl: "het is niet bekend of versie \(other.nummer) haar toen al verving",
          en: "it is not known whether version \(other.nummer) had replaced it by then"), nil
      )
    }
    return doubt
  }

  private func looptijd(_ versie: Versie) -> Einde? {
    guard let loop = Looptijd(versie, op: dag), loop.tot <= dag else { return nil }
    if loop.looptDoor { return nil }
    return (
      .unknown,
      Text(
        nl: "de looptijd was tot \(loop.tot.text.nl); of zij daarna doorliep staat niet vast",
        en: "its run time was until \(loop.tot.text.en); whether it went on is not recorded")
        + (loop.isStilzwijgend
          ? Text(
            nl: " (zij loopt door zolang partijen onderhandelen)", en: " (it goes on while parties negotiate)")
          : Text("")),
      nil
    )
  }

  /// A historical fact happened no later than the day on which the ledger was founded.
  private static func begrensd(_ fact: Fact, _ opening: CalendarDate?) -> ImpreciseDate {
    guard fact.isHistorical, let opening, fact.effective.isOnOrBefore(opening) != .yes else {
      return fact.effective
    }
    return .tussen(fact.effective.earliest, opening)
  }
}

extension ImpreciseDate {
  /// Some day from the first to the last one, both included; nil where nothing limits it.
  static func tussen(_ first: CalendarDate?, _ last: CalendarDate?) -> ImpreciseDate {
    guard first != nil || last != nil else { return .unknown }
    return (try? ImpreciseDate("\(first?.description ?? "..")/\(last?.description ?? "..")")) ?? .unknown
  }
}

extension Certainty {
  /// "ja", "nee", "onbekend".
  var woord: Text {
    switch self {
    case .yes: Text(nl: "ja", en: "yes")
    case .no: Text(nl: "nee", en: "no")
    case .unknown: Text(nl: "onbekend", en: "unknown")
    }
  }
}
