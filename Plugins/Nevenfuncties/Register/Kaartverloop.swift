import Governance
import Ledger

/// Something that held from a day on.
public struct Tijdvak<Waarde: Sendable & Hashable>: Sendable, Hashable {
  /// The first day.
  public let vanaf: CalendarDate
  /// The last day; nil while it holds on the day that the register is about.
  public let totEnMet: CalendarDate?
  /// What held.
  public let waarde: Waarde

  /// Whether a day falls in it.
  public func omvat(_ day: CalendarDate) -> Bool { vanaf <= day && totEnMet.map { day <= $0 } ?? true }
}

/// What the list said about one holder of one designated function, from when to when.
///
/// Each thing is here once, however many days it held: a list for every day would grow with days times cards.
public struct Kaartverloop: Sendable, Hashable {
  /// The card's stable id: the pseudonym of the holder within this function.
  public let id: String
  /// The function.
  public let functie: OpenbareFunctie
  /// What is said of the holder, on each day on which the card is on the list.
  public let houder: [Tijdvak<Houderstand>]
  /// Statements on the card, each in the version of that time, in the order in which they were published.
  public let opgaven: [Tijdvak<OpgaveVersie>]
  /// What was received and is not published, in the order of the log.
  public let nietGepubliceerd: [Tijdvak<NietGepubliceerd>]

  /// The card on a day; nil when it was not on the list.
  public func kaart(op day: CalendarDate) -> Kaart? {
    guard let holder = houder.last(where: { $0.omvat(day) })?.waarde else { return nil }
    let shown = opgaven.filter { $0.omvat(day) }.map(\.waarde)
    var rest = nietGepubliceerd.filter { $0.omvat(day) }.map(\.waarde)
    let stand: Kaartstand
    if let said = holder.stand {
      stand = said
    } else if shown.isEmpty, let first = rest.first {
      stand = .nietGepubliceerd(reden: first.reden, position: first.position)
      rest.removeFirst()
    } else {
      stand = .opgaven(shown)
    }
    return Kaart(
      id: id, functie: functie, naam: holder.naam, isInhuur: holder.isInhuur, van: holder.van, stand: stand,
      nietGepubliceerd: rest, laatstGewijzigd: holder.laatstGewijzigd, laatstBevestigd: holder.laatstBevestigd,
      bevestigenUiterlijk: holder.bevestigenUiterlijk, isBevestigingTeLaat: holder.isBevestigingTeLaat)
  }
}

/// What a card says of its holder, beside its statements.
public struct Houderstand: Sendable, Hashable {
  /// Who holds the function, when the regulation publishes names.
  public let naam: Getoond?
  /// Whether the function is held by temporary hire.
  public let isInhuur: Bool
  /// Since when it is held.
  public let van: ImpreciseDate
  /// Why there is no statement to show; nil while there is one, or a report that is not published says it.
  public let stand: Kaartstand?
  /// When something about the card was last changed.
  public let laatstGewijzigd: CalendarDate?
  /// When the holder last confirmed it.
  public let laatstBevestigd: CalendarDate?
  /// By when it must be confirmed again.
  public let bevestigenUiterlijk: CalendarDate?
  /// Whether that day has passed.
  public let isBevestigingTeLaat: Bool
}

extension OpenbaarRegister {
  /// The list on a day: one card for each holder of a designated function.
  public func kaarten(op day: CalendarDate) -> [Kaart] { verlopen.compactMap { $0.kaart(op: day) } }

  /// The day from which the list is as it is now; nil when there is no list yet.
  public var laatsteVerandering: CalendarDate? {
    verlopen.lazy.flatMap { verloop in
      verloop.houder.flatMap(\.grenzen) + verloop.opgaven.flatMap(\.grenzen)
        + verloop.nietGepubliceerd.flatMap(\.grenzen)
    }.max() ?? begin
  }
}

extension Tijdvak {
  /// The days on which the list changes because of it.
  var grenzen: [CalendarDate] { [vanaf, totEnMet?.volgende].compactMap(\.self) }
}
