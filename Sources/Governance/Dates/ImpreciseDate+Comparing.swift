/// Comparisons that never pretend: an answer is certain only when it holds for every day from `earliest` to `latest`.
///
/// There is deliberately no `<`: sorting would hide that the order is not known.
extension ImpreciseDate {
  /// Whether it happened on this day or before it.
  public func isOnOrBefore(_ day: CalendarDate) -> Certainty {
    if let latest, latest <= day { return .yes }
    if let earliest, earliest > day { return .no }
    return .unknown
  }

  /// Whether it happened after this day; the opposite of `isOnOrBefore`.
  public func isAfter(_ day: CalendarDate) -> Certainty { !isOnOrBefore(day) }

  /// Whether it happened on an earlier day than the other fact; on the same day is *no*.
  ///
  /// The two are taken as different facts that know nothing of each other: a value does not certainly precede, nor
  /// certainly not precede, an equal one, unless both are exact days.
  public func precedes(_ other: ImpreciseDate) -> Certainty {
    if let latest, let start = other.earliest, latest < start { return .yes }
    if let earliest, let end = other.latest, earliest >= end { return .no }
    return .unknown
  }

  /// Whether it happened on an earlier day than the other fact or on the same day.
  public func isOnOrBefore(_ other: ImpreciseDate) -> Certainty { !other.precedes(self) }
}
