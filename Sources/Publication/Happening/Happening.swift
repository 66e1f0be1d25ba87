import Governance
import Ledger

/// Something public that happened to one of the things of a subject, as its page, the list of changes and the feed tell it.
public struct Happening: Sendable {
  /// The event that recorded it.
  public let event: EventID
  /// The event's position.
  public let position: UInt64
  /// When it was recorded.
  public let recordedAt: Instant
  /// The day on which it was so.
  public let day: ImpreciseDate
  /// The day that was recorded at first, when a correction gave another.
  public let earlier: ImpreciseDate?
  /// What the thing is called.
  public let title: String
  /// The page about the thing.
  public let path: String
  /// Which part of the thing, as it reads behind its title: "versie 2"; nil for the whole.
  public let part: String?
  /// What happened, as it reads after a title and a colon.
  public let sentence: String
  /// Where more of it is on the web.
  public let link: String?

  /// What a fact recorded.
  public init(
    _ fact: Fact, to title: String, part: String? = nil, path: String, _ sentence: String, link: String? = nil
  ) {
    let isMoved = fact.correctedBy != nil && fact.recordedEffective != fact.effective
    event = fact.id
    position = fact.position
    recordedAt = fact.recordedAt
    day = fact.effective
    earlier = isMoved ? fact.recordedEffective : nil
    self.title = title
    self.part = part
    self.path = path
    self.sentence = sentence
    self.link = link
  }

  /// What a correction says of something that is or was public.
  /// - Parameter sentence: What was said to have happened.
  public static func correction(_ correction: Fact, of sentence: String) -> String {
    correction[Correction.date].map { "dag verbeterd van ‘\(sentence)’: \($0.text(.dutch))" }
      ?? "vervallen, want een vergissing: ‘\(sentence)’"
  }

  /// What happened, on the page of the thing.
  var withPart: String { part.map { "\($0): \(sentence)" } ?? sentence }
  /// The same behind the title of the thing.
  var behindTitle: String { part == nil ? ": \(sentence)" : ", \(withPart)" }
}
