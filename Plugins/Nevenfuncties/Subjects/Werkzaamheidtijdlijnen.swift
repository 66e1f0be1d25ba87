import Governance
import Ledger

/// What of an activity was known from which day on, so that a day is answered without going through all its facts.
///
/// Of what had certainly happened by a day, the order of the log decides: a fact of an earlier day that was recorded later
/// still takes the place of what stood before it.
struct Werkzaamheidtijdlijnen: Sendable {
  /// The facts that decide how it stands: reports, changes, decisions.
  let stand: Stretches<Fact?>
  /// The change that says beside which function it is done.
  let functie: Stretches<Fact?>
  /// The changes of function, in the order of the log.
  let functiewissels: [Fact]
  let besluit: Stretches<Fact?>
  let einde: Stretches<Fact?>
  let achterwege: Stretches<Fact?>

  /// - Parameter feiten: The facts that count, in the order of the log.
  init(_ feiten: [Fact]) {
    func last(_ isAsked: (Fact) -> Bool) -> Stretches<Fact?> {
      Stretches(last: feiten.filter(isAsked)) { $0.day }
    }
    functiewissels = feiten.filter { $0.is(FunctieGewijzigd.self) }
    functie = Stretches(last: functiewissels) { $0.day }
    stand = last { Stand($0) != nil }
    besluit = last { $0.is(ToestemmingBeslist.self) }
    einde = last { $0.is(NevenwerkzaamheidBeeindigd.self) }
    achterwege = last { $0.is(PublicatieAchterwegeGelaten.self) }
  }
}
