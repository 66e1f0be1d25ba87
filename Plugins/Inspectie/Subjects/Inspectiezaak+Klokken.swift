import Governance
import Ledger
import Organisatie

extension Inspectiezaak {
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    let facts = Verloop(feiten, op: day).mogelijk
    guard !facts.isEmpty else { return [] }
    let about = Onderwerp(stream: stream, versie: nil, handle: try Self.handle(of: stream, views) ?? "\(stream)")
    let closed = facts.laatste(InspectieAfgesloten.self)
    var terms: [RunningTerm] = [view(facts, about)].compactMap(\.self)
    guard let eis = facts.laatste(EisOpgelegd.self) else { return terms }
    terms += [
      fulfilment(eis, facts, closed, about), try objection(eis, facts, closed, about, day, views),
    ].compactMap(\.self)
    return terms + proofs(eis, facts, closed ?? Self.gegrond(facts), about, day)
  }

  /// T-15.3: giving one's view of what is intended; when the letter names no day there is none to count.
  private func view(_ facts: [Fact], _ about: Onderwerp) -> RunningTerm? {
    guard let intended = facts.laatste(VoornemenOntvangen.self) else { return nil }
    let given = facts.laatste(ZienswijzeIngediend.self)
    let over = facts.laatste(ZienswijzeAchterwegeGelaten.self) ?? facts.laatste(EisOpgelegd.self)
    return RunningTerm(
      InspectieTerms.zienswijze, on: about,
      .on(intended[VoornemenOntvangen.zienswijzeUiterlijk].map { ImpreciseDate($0) } ?? .unknown),
      startedBy: intended.position, met: given?.effective, withdrawn: given == nil ? over?.effective : nil,
      positions: [given?.position ?? over?.position].compactMap(\.self))
  }

  /// T-15.1: fulfilling the demand. It is set by a decision, so the Termijnenwet does not hold; an objection does not
  /// suspend it (Awb 6:16).
  private func fulfilment(_ eis: Fact, _ facts: [Fact], _ closed: Fact?, _ about: Onderwerp) -> RunningTerm? {
    let met = Self.vervuld(facts)
    let upheld = Self.gegrond(facts)
    let end: RunningTerm.End
    if let day = eis[EisOpgelegd.uiterlijk] {
      end = .on(ImpreciseDate(day))
    } else if let length = eis[EisOpgelegd.termijn] {
      end = .counted(TermRule(TermLength(length), .eigenRegel), from: .day(eis.effective))
    } else {
      end = .on(.unknown)
    }
    let withdrawn = met == nil ? upheld ?? closed : nil
    return RunningTerm(
      InspectieTerms.eis, on: about, end, startedBy: eis.position, met: met?.effective,
      withdrawn: withdrawn?.effective, positions: [met?.position ?? withdrawn?.position].compactMap(\.self))
  }

  /// The clock to object: six weeks from the day after the letter was sent (Awb 6:7, 6:8); where that day is not known, on
  /// or after its date, and no later than it was recorded here.
  private func clock(_ eis: Fact, _ views: ViewReader) throws -> (start: TermStart, calendar: Kalender)? {
    guard let dated = eis.effective.exact else { return nil }
    let sent = eis[EisOpgelegd.verzondenOp].map { ImpreciseDate($0) }
    let start = try TermStart.day(sent ?? ImpreciseDate("\(dated)/\(max(dated, eis.recordedOn))"))
    return (start, try Kalenders(views).kalender(voor: start))
  }

  /// The last day on which one can possibly still object.
  func eindeBezwaar(_ views: ViewReader) throws -> CalendarDate? {
    guard let eis, let clock = try clock(eis, views), let rule = InspectieTerms.bezwaar.rule else {
      return nil
    }
    return TermOutcome(rule, from: clock.start, by: clock.calendar).latest?.latest
  }

  /// T-15.2: objecting. It is a right: one that was not used lapses on its last day.
  private func objection(
    _ eis: Fact, _ facts: [Fact], _ closed: Fact?, _ about: Onderwerp, _ day: CalendarDate, _ views: ViewReader
  ) throws -> RunningTerm? {
    guard let clock = try clock(eis, views) else { return nil }
    let end = try eindeBezwaar(views)
    let made = facts.laatste(BezwaarIngediend.self)
    let lapsed = end.flatMap { made == nil && $0 < day ? ImpreciseDate($0) : nil }
    return RunningTerm(
      InspectieTerms.bezwaar, on: about, from: clock.start, startedBy: eis.position,
      met: made.map { Self.gemaakt($0, end) }, withdrawn: made == nil ? lapsed ?? closed?.effective : nil,
      positions: [made?.position].compactMap(\.self), calendar: clock.calendar)
  }

  /// When an objection counts as made: posted in time and received within a week after the end is in time (Awb 6:9).
  private static func gemaakt(_ objection: Fact, _ end: CalendarDate?) -> ImpreciseDate {
    guard let received = objection[BezwaarIngediend.ontvangenOp], let end, received > end,
      let week = try? end.adding(days: 7), received > week
    else { return objection.effective }
    return ImpreciseDate(received)
  }

  /// Proof anew after the term, as often as was settled, so that a repeat of the violation shows (AI-0.4).
  private func proofs(
    _ eis: Fact, _ facts: [Fact], _ closed: Fact?, _ about: Onderwerp, _ day: CalendarDate
  ) -> [RunningTerm] {
    guard let end = Self.uiterlijk(eis), end < day, let interval = eis[EisOpgelegd.herbewijsIedere] else { return [] }
    let rule = TermRule(TermLength(interval), .eigenRegel)
    let proofs = facts.alle(BewijsHerhaald.self, HerinspectieUitgevoerd.self)
      .filter { $0.effective.isAfter(end) == .yes }
      .sorted { ($0.day, $0.position) < ($1.day, $1.position) }
    let starts: [(ImpreciseDate, UInt64)] =
      [(ImpreciseDate(end), eis.position)] + proofs.map { ($0.effective, $0.position) }
    return starts.enumerated().map { index, start in
      let next = proofs.indices.contains(index) ? proofs[index] : nil
      return RunningTerm(
        InspectieTerms.herbewijs, on: about, .counted(rule, from: .day(start.0)), startedBy: start.1,
        met: next?.effective, withdrawn: next == nil ? closed?.effective : nil,
        positions: [next?.position].compactMap(\.self))
    }
  }
}
