import Governance

/// The clocks of a case: from its procedure and its dated steps, with nothing else to look at.
struct Klokken: Sendable {
  let procedure: Procedure
  /// In the order in which they were recorded; that order decides nothing but between steps of one day.
  let stappen: [GezetteStap]
  /// The day that is asked about, in the Netherlands.
  let op: CalendarDate
  /// The moment, for terms in hours; without it a day counts as a whole.
  let nu: Instant?
  /// The calendar for a clock that starts on a day.
  let kalender: @Sendable (TermStart) -> Kalender
  /// How many days before its raw end a clock is called near.
  let waarschuwVoor: Int
  /// Clocks that were decided under an earlier version of the procedure, and stay so.
  let behouden: [Klok]

  init(
    _ procedure: Procedure, _ stappen: [GezetteStap], op: CalendarDate, nu: Instant? = nil, waarschuwVoor: Int = 14,
    behouden: [Klok] = [], kalender: @escaping @Sendable (TermStart) -> Kalender = { _ in Kalender() }
  ) {
    self.procedure = procedure
    self.stappen = stappen
    self.op = op
    self.nu = nu
    self.waarschuwVoor = waarschuwVoor
    self.behouden = behouden
    self.kalender = kalender
  }

  /// Every clock, those kept first and then in the order of the file; a term that does not count in this case has none.
  var alle: [Klok] {
    let kept = Set(behouden.map(\.kenmerk))
    return behouden + procedure.termijnen.flatMap { klokken(van: $0) }.filter { !kept.contains($0.kenmerk) }
  }

  /// The clocks of one term.
  func klokken(van termijn: Termijn, binnen kring: Set<String> = []) -> [Klok] {
    guard telt(termijn.alleen) else { return [] }
    let readings: [TermLength?] = if case .lezingen(let lengths) = termijn.duur { lengths } else { [nil] }
    let starts = beginnen(termijn, kring.union([termijn.id]))
    let people: [String?] = termijn.voorElk?.codes ?? [nil]
    if starts.isEmpty { return people.map { nietBegonnen(termijn, kring, voor: $0) } }
    return starts.flatMap { start in
      people.flatMap { voor in readings.map { klok(termijn, vanaf: start, lezing: $0, voor: voor) } }
    }
  }

  /// The times of a moment for one of those whom a term is asked for, in order: of steps that say they are of that one, or
  /// that are of nobody in particular.
  func tijden(_ moment: Moment, _ termijn: Termijn, voor: String?) -> [Tijd] {
    guard let elk = termijn.voorElk, let voor else { return tijden(moment) }
    let own = stappen.filter { stap in
      procedure.stap(stap.stap)?.veld(elk.veld) == nil || stap.codes[elk.veld]?.contains(voor) == true
    }
    return Tijd.geordend(own.compactMap { $0.tijd(moment) })
  }

  /// The times of a moment, in order.
  func tijden(_ moment: Moment) -> [Tijd] {
    Tijd.geordend(stappen.compactMap { $0.tijd(moment) })
  }

  private func telt(_ als: Voorwaarde?) -> Bool {
    guard case .veld(let moment, let codes)? = als else { return true }
    let last = stappen.last { $0.stap == moment.stap }
    return last?.codes[moment.veld ?? ""]?.contains { codes.contains($0) } ?? false
  }

  /// From when a term runs: once, or once for each start.
  private func beginnen(_ termijn: Termijn, _ kring: Set<String>) -> [Tijd] {
    switch termijn.begin {
    case .einde(let id): return einde(van: id, kring).map { [$0] } ?? []
    case .momenten(let momenten):
      let all = Tijd.geordend(momenten.flatMap { tijden($0) }.filter(\.isVastgelegd))
      switch termijn.telling {
      case .eerste: if let first = all.first { return [first] }
      case .laatste: if let last = all.last { return [last] }
      case .elke: if !all.isEmpty { return all }
      }
      guard let other = termijn.beginAnders, let end = einde(van: other, kring), let last = end.dag.latest, last < op
      else {
        return []
      }
      return [end]
    }
  }

  /// The last day of another term, whether or not it was met.
  private func einde(van id: String, _ kring: Set<String>) -> Tijd? {
    guard !kring.contains(id), let other = procedure.termijn(id),
      let end = klokken(van: other, binnen: kring.union([id])).first?.laatste
    else { return nil }
    return Tijd(dag: ImpreciseDate(end), moment: nil, isVastgelegd: false)
  }

  /// What a clock that has not started waits for, and whether that is late itself.
  private func nietBegonnen(_ termijn: Termijn, _ kring: Set<String>, voor: String?) -> Klok {
    var waits: Text
    switch termijn.begin {
    case .einde(let id):
      waits = Text(nl: "niet begonnen: wacht op het einde van \(id)", en: "not started: waits for the end of \(id)")
    case .momenten(let momenten):
      let names = momenten.map(\.text)
      waits = Text(
        nl: "niet begonnen: wacht op \(names.joined(separator: " of "))",
        en: "not started: waits for \(names.joined(separator: " or "))")
      let late = procedure.termijnen.first { other in
        guard other.id != termijn.id, !kring.contains(other.id),
          other.gehaald.contains(where: { met in momenten.contains { $0.stap == met.stap } })
        else { return false }
        return klokken(van: other, binnen: kring.union([termijn.id])).contains { $0.status == .verstreken }
      }
      if let late { waits = waits + Text(nl: ", en dat is te laat (\(late.id))", en: ", which is late (\(late.id))") }
    }
    let lapsed = vervallen(termijn, vanaf: nil, voor: voor)
    return Klok(
      termijn: termijn, lezing: nil, voor: voor, begin: nil, einde: .nietBegonnen(waits),
      status: lapsed.flatMap { $0.isAfter(op) == .no ? .vervallen : nil }, gehaald: nil,
      nietVastgelegd: nil, nietGezien: nil, vervallen: lapsed, nietVoor: nil,
      staatStil: false, merken: [])
  }

  /// The first day on which a term was no longer asked for.
  func vervallen(_ termijn: Termijn, vanaf start: Tijd?, voor: String?) -> ImpreciseDate? {
    let times = termijn.vervalt.flatMap { tijden(Moment($0), termijn, voor: voor) }
      .filter { time in start.map { !time.isVoor($0) } ?? true }
    return times.min { $0.orde < $1.orde }?.dag
  }
}
