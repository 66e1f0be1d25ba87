import Governance
import Ledger
import Organisatie

/// Which statements are on the list, and when.
extension Registerfeiten {
  /// Whether a statement is on the list on a day.
  ///
  /// That it was published shows that it had been reported, also when nobody knows on which day.
  func staatOpLijst(_ opgave: Opgave, _ activity: Werkzaamheid, _ plek: Plek, op day: CalendarDate) -> Bool {
    opgave.leeft(op: day) && opgave.looptijd.on(day) && kanOpLijst(activity, plek, op: day)
  }

  /// Whether a statement of a report can be on the list on a day, whatever its own stream says.
  private func kanOpLijst(_ activity: Werkzaamheid, _ plek: Plek, op day: CalendarDate) -> Bool {
    activity.telt && plek.bekleding(op: day, regels) != nil && activity.einde(op: day) == nil
  }

  /// On which days a statement of a report can be on the list, whatever its own stream says.
  func kanOpLijst(_ activity: Werkzaamheid, _ plek: Plek) -> Stretches<Bool> {
    Stretches(changingOn: plek.grenzen + regels.map(\.vanaf) + activity.grenzen) { kanOpLijst(activity, plek, op: $0) }
  }

  /// The day from which a statement is no longer on the list; nil while it is.
  func einde(_ opgave: Opgave, _ activity: Werkzaamheid, _ plek: Plek) -> (op: ImpreciseDate, dag: CalendarDate)? {
    // Most are on it, and then nothing else is looked at.
    guard !staatOpLijst(opgave, activity, plek, op: dag) else { return nil }
    return Lijstverloop(opgave, kanOpLijst(activity, plek)).einde(op: dag, activity)
  }
}

/// One statement through time: when it is on the list, and since when it no longer is.
struct Lijstverloop {
  /// The days on which it is on the list; each begins on a day on which something of it changed.
  let opLijst: [(from: CalendarDate, until: CalendarDate?)]
  /// The version that was recorded first of those that are known on a day.
  let eerste: Stretches<Fact?>
  private let lijst: Stretches<Bool>

  /// - Parameter kan: The days on which a statement of its report can be on the list.
  init(_ opgave: Opgave, _ kan: Stretches<Bool>) {
    let days =
      opgave.levensduur.map { life in
        kan.during(life.vanaf, until: life.tot).filter(\.value)
          .flatMap { stretch in opgave.looptijd.during(stretch.from, until: stretch.until).filter(\.value) }
          .map { ($0.from, $0.until) }
      } ?? []
    opLijst = days
    lijst = Stretches(first: [true]) { _ in days }.map { $0 ?? false }
    eerste = Stretches(last: opgave.versies().reversed()) { $0.day }
  }

  /// The days on which its end can change, beside those of the end of the activity.
  var grenzen: [CalendarDate] { lijst.changes + eerste.changes }

  /// The day from which it is no longer on the list, as known on a day; nil while it is, or when it was not yet.
  func einde(op day: CalendarDate, _ activity: Werkzaamheid) -> (op: ImpreciseDate, dag: CalendarDate)? {
    let last = lijst.stretch(of: day)
    guard !last.value, let first = eerste.on(day)?.day else { return nil }
    let end = max(last.from, first)
    if let fact = activity.einde(op: day), fact.day == end { return (fact.effective, end) }
    return (ImpreciseDate(end), end)
  }
}
