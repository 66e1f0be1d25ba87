import Governance
import Ledger

/// What of an appointment was known from which day on, so that a day is answered without going through everything that
/// was recorded of the person.
struct Benoemingstijdlijnen: Sendable {
  /// A certification that holds and conforms.
  let gecertificeerd: Stretches<Fact?>
  /// From when on each kind of recognised training may have been followed.
  let erkend: [ScholingSoort: CalendarDate]
  /// From when on a basic course may have been followed, recognised or not.
  let opgeleid: CalendarDate?
  /// From when on the register may have been handed over, or destroyed.
  let overgedragen: CalendarDate?
  let vernietigd: CalendarDate?

  init(_ benoeming: Benoeming) {
    let certificates = benoeming.certificeringen.filter { $0[CertificeringVastgelegd.conformeert] == true }
    gecertificeerd = Stretches(first: certificates) { fact in
      guard let first = fact.effective.latest, let last = fact[CertificeringVastgelegd.laatsteDag], first <= last else {
        return []
      }
      return [(first, try? last.adding(days: 1))]
    }
    erkend = benoeming.scholingen.reduce(into: [:]) { days, fact in
      guard fact[ScholingVastgelegd.erkend] == true, let kind = fact[ScholingVastgelegd.soort] else { return }
      days[kind] = min(days[kind] ?? .last, fact.earliestDay)
    }
    opgeleid = benoeming.scholingen.filter { $0[ScholingVastgelegd.soort] != .bijscholing }.map(\.earliestDay).min()
    let handed = benoeming.alle(RegisterOvergedragen.self)
    overgedragen = handed.filter { $0[RegisterOvergedragen.ontvanger] != nil }.map(\.earliestDay).min()
    vernietigd = handed.filter { $0[RegisterOvergedragen.ontvanger] == nil }.map(\.earliestDay).min()
  }
}
