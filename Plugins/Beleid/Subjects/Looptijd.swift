import Governance

/// The run time of a version, as it was laid down and extended by a day (004:8790-8799).
struct Looptijd {
  /// The first day after it: "tot 9 december" ends with 8 December.
  let tot: CalendarDate
  /// How long before that parties consult.
  let overlegVoorEinde: Tijdsduur?
  /// Whether it goes on while they negotiate.
  let isStilzwijgend: Bool
  /// Whether it was recorded that it goes on, without an end.
  let looptDoor: Bool
  /// The fact that says so.
  let feit: Fact

  /// Nil when no run time was laid down.
  init?(_ versie: Versie, op dag: CalendarDate?) {
    guard let adopted = versie.feit(RegelingVastgesteld.self), var last = adopted[RegelingVastgesteld.looptijdTot]
    else {
      return nil
    }
    var (goesOn, fact) = (false, adopted)
    for `extension` in versie.feiten where `extension`.is(LooptijdVerlengd.self) {
      if let dag, `extension`.effective.isOnOrBefore(dag) != .yes { continue }
      fact = `extension`
      goesOn = `extension`[LooptijdVerlengd.looptijdTot] == nil
      last = `extension`[LooptijdVerlengd.looptijdTot] ?? last
    }
    (tot, looptDoor, feit) = (last, goesOn, fact)
    overlegVoorEinde = adopted[RegelingVastgesteld.overlegVoorEinde]
    isStilzwijgend = adopted[RegelingVastgesteld.stilzwijgendDoor] == true
  }
}
