import Governance
import Ledger

/// Something that changed, for the feed.
public struct Change: Sendable, Hashable {
  /// The event that recorded it: what makes its id stable.
  public let event: EventID
  /// The event's position.
  public let position: UInt64
  /// When it was recorded.
  public let recordedAt: Instant
  /// The day from which it holds.
  public let effective: ImpreciseDate
  /// What happened, in one sentence.
  public let title: String
  /// The page about it.
  public let path: String

  /// A change.
  public init(
    event: EventID, position: UInt64, recordedAt: Instant, effective: ImpreciseDate, title: String, path: String
  ) {
    self.event = event
    self.position = position
    self.recordedAt = recordedAt
    self.effective = effective
    self.title = title
    self.path = path
  }
}
