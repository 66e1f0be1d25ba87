import Governance

/// What a subject says of itself on the start page; links in it are as from there.
public struct Overview: Sendable {
  /// Numbers that answer at a glance, the most telling first.
  public var figures: [Figure]
  /// What there is now, in a table under a heading, as HTML that a template made.
  public var html: String
  /// What is new, latest first; the start page shows the latest of all subjects together.
  public var news: [News]

  /// What a subject says; nothing when it leaves all out.
  public init(figures: [Figure] = [], html: String = "", news: [News] = []) {
    self.figures = figures
    self.html = html
    self.news = news
  }

  /// A number with what it counts.
  public struct Figure: Sendable, Hashable {
    /// How many.
    public let count: Int
    /// What is counted, as it reads after the number: "functies op de lijst".
    public let label: String
    /// The page that has them.
    public let path: String

    /// A number.
    public init(_ count: Int, _ label: String, _ path: String) {
      self.count = count
      self.label = label
      self.path = path
    }
  }

  /// Something that is new.
  public struct News: Sendable, Hashable {
    /// The position of the event that recorded it: what puts news of several subjects in order.
    public let position: UInt64
    /// The day on which it was recorded.
    public let day: CalendarDate
    /// What happened, in one sentence, as HTML that a template made.
    public let html: String

    /// Something new.
    public init(position: UInt64, day: CalendarDate, html: String) {
      self.position = position
      self.day = day
      self.html = html
    }
  }
}
