import Governance

/// From when something may be destroyed, as far as the dates of a case tell.
struct Bewaarklok: Sendable, Hashable {
  enum Uitkomst: Sendable, Hashable {
    /// The first day on which it is no longer kept.
    case vernietigen(op: CalendarDate, som: Text)
    /// It stays for ever.
    case bewaren
    /// The event from which it is counted has no exact date yet; closing a case does not wait for it.
    case brondatumOnbekend(Text)
    /// Someone has to decide.
    case besluitNodig(Text)
    /// Something keeps it.
    case beletsel(String)
  }

  let bewaring: Bewaring
  let uitkomst: Uitkomst

  init(_ bewaring: Bewaring, _ klokken: Klokken) {
    self.bewaring = bewaring
    uitkomst = Self.uitkomst(bewaring, klokken)
  }

  private static func uitkomst(_ item: Bewaring, _ klokken: Klokken) -> Uitkomst {
    for obstacle in item.beletsels {
      let began = klokken.tijden(Moment(obstacle.van)).last { $0.dag.isAfter(klokken.op) != .yes }
      guard let began else { continue }
      let ended = obstacle.tot.flatMap { klokken.tijden(Moment($0)).last }
      if ended.map({ $0.isVoor(began) || $0.dag.isAfter(klokken.op) != .no }) ?? true {
        return .beletsel(obstacle.betekenis)
      }
    }
    switch item.duur {
    case .bewaren: return .bewaren
    case .onbepaald: return .besluitNodig(Text(nl: "de bron noemt geen termijn", en: "the source names no term"))
    case .zolangNodig:
      if let said = item.brondatum.flatMap({ klokken.tijden($0) }).filter(\.isVastgelegd).last?.dag.exact {
        let sum = Text(nl: "niet langer nodig sinds ", en: "no longer needed since ") + said.text
        return .vernietigen(op: said, som: sum)
      }
      return .besluitNodig(
        Text(
          nl: "zodra het niet meer nodig is: dat moet iemand vaststellen",
          en: "once it is no longer needed: someone has to say so"))
    case .termijn(let length):
      let times = item.brondatum.flatMap { klokken.tijden($0) }.filter(\.isVastgelegd)
      guard let base = times.max(by: { $0.orde < $1.orde })?.dag.exact else {
        return .brondatumOnbekend(
          Text(
            nl: "wacht op \(item.brondatum.map(\.text).joined(separator: " of "))",
            en: "waits for \(item.brondatum.map(\.text).joined(separator: " or "))"))
      }
      return vanaf(base, length)
    }
  }

  /// A term of retention ends on the same day of the month; where there is none, on the first of the next month (N-1).
  private static func vanaf(_ base: CalendarDate, _ length: TermLength) -> Uitkomst {
    guard let raw = try? TermRule(length, .eigenRegel).rawEnd(from: base, by: Kalender()) else {
      return .brondatumOnbekend(Text(nl: "het einde valt buiten de kalender", en: "the end lies outside the calendar"))
    }
    let isCut = [.maanden, .jaren].contains(length.unit) && raw.day != base.day
    let day = isCut ? Klokken.erna(raw) : raw
    return .vernietigen(
      op: day, som: length.text + Text(nl: " na ", en: " after ") + base.text + Text(" = ") + day.text)
  }
}
