import Governance

/// What held from when to when, put together from one day to the next.
struct Tijdlijn<Waarde: Sendable & Hashable> {
  private var gesloten: [Tijdvak<Waarde>] = []
  private var open: (vanaf: CalendarDate, waarde: Waarde)?

  /// Says what holds from a day on; nil when nothing does.
  mutating func zet(_ waarde: Waarde?, vanaf dag: CalendarDate) {
    guard waarde != open?.waarde else { return }
    if let open { gesloten.append(Tijdvak(vanaf: open.vanaf, totEnMet: dag.vorige, waarde: open.waarde)) }
    open = waarde.map { (dag, $0) }
  }

  /// Everything that held, the last of it perhaps still.
  var vakken: [Tijdvak<Waarde>] {
    gesloten + (open.map { [Tijdvak(vanaf: $0.vanaf, totEnMet: nil, waarde: $0.waarde)] } ?? [])
  }
}
