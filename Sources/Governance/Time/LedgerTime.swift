import Ledger

/// How the ledger's time stands beside a clock.
public struct LedgerTime: Sendable {
  /// The recorded time of the last event.
  public let latest: Instant
  /// Where time came to lie ahead of the clock; nil where it does not, by more than clocks may differ.
  public let ahead: Ahead?
  /// Who said that the clock is to be restored, while nobody has confirmed it; the last one first.
  public let proposals: [Fact]
  /// What was restored, the first time first.
  public let restored: [Fact]

  /// Events that were recorded in a time that is yet to come.
  public struct Ahead: Sendable {
    /// The first of them.
    public let from: UInt64
    /// When it was recorded.
    public let at: Instant
    /// When the event before it was recorded.
    public let before: Instant?
    /// How many there are.
    public let count: UInt64
  }
}

extension Reading {
  /// How the ledger's time stands beside a clock; nil in an empty ledger.
  public func time(beside now: Instant) throws -> LedgerTime? {
    guard let latest = try recordedAt() else { return nil }
    let restored = try views.facts(of: KlokherstelBevestigd.self).sorted { $0.position < $1.position }
    let last = restored.last?.position
    let proposals = try views.facts(of: KlokHersteld.self).filter { fact in last.map { fact.position > $0 } ?? true }
      .sorted { $0.position > $1.position }
    return LedgerTime(latest: latest, ahead: try ahead(of: now, latest), proposals: proposals, restored: restored)
  }

  private func ahead(of now: Instant, _ latest: Instant) throws -> LedgerTime.Ahead? {
    let limit = try now.adding(seconds: RecordedTime.tolerance)
    guard latest > limit else { return nil }
    let from = try views.size(at: limit, of: size, filter.catalog)
    guard let first = try recordedAt(from) else { return nil }
    return LedgerTime.Ahead(
      from: from, at: first, before: from == 0 ? nil : try recordedAt(from - 1), count: size - from)
  }
}
