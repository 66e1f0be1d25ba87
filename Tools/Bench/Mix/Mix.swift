import Governance
import Ledger
import LedgerCrypto

/// What a municipality records, in rounds of about a thousand events that the rules accept.
///
/// Of a round 60 % is about nevenfuncties, 15 % about policy with consent, 10 % about vertrouwenspersonen, 10 % about the
/// organisation, and 5 % are erasures and corrections. What one round opened, the next one ends, except for the eleven
/// functions of the first round that stay: the register grows, and what is in force today does not.
struct Mix {
  /// Appends drafts that one role signs, in batches, and returns what was recorded.
  typealias Append = (Rol, [EventDraft]) throws -> [RecordedEvent]

  /// The days that a round takes.
  static let days = 5
  /// The roles with a key, besides the secretariat that founds.
  static let roles: [Rol] = [.algemeenDirecteur, .ondernemingsraad]
  /// The function whose holder a measured `meld` is about.
  static let standing = "Vaste functie 1"

  let drafting: Drafting
  let rules: StreamID
  var seed: Seed
  /// The first day of the round that comes.
  var day: CalendarDate
  var number = 0
  var cohort: [Post] = []
  var standing: [Post] = []
  var policies: [Policy] = []
  var confidants: [Confidant] = []

  init(_ drafting: Drafting, seed: UInt64, from day: CalendarDate) {
    self.drafting = drafting
    self.seed = Seed(seed)
    self.day = day
    rules = drafting.stream("Nevenfunctieregels", day)
  }

  /// Lays down the rules under which everything else happens.
  mutating func layDown(_ append: Append) throws {
    _ = try append(
      .algemeenDirecteur, [try Self.rulesDraft(drafting, rules, day), try Self.confidantRules(drafting, day)])
  }

  /// Records one round.
  mutating func round(_ append: Append) throws {
    let first = number == 0
    var early: [EventDraft] = []
    let ended = cohort
    try close(ended, &early)
    try leave(confidants, &early)
    let posts = try (0..<(first ? 36 : 25)).map { try open($0, stays: first && $0 < 11, &early) }
    let versions = try (0..<15).map { try design($0, &early) }
    let candidates = try (0..<10).map { _ in try propose(&early) }
    if !first { try confirm(standing, &early) }
    var mistakes = early.count
    try reportByMistake(posts, &early)
    mistakes = early.count - mistakes
    let recorded = try append(.algemeenDirecteur, early)

    let consents = try versions.map { try consent($0) } + candidates.map { try consent($0) }
    _ = try append(.ondernemingsraad, consents)

    var late: [EventDraft] = []
    for version in versions { try adopt(version, &late) }
    for candidate in candidates { try appoint(candidate, &late) }
    try correct(recorded, mistakes, &late)
    if !first { try erase(ended, &late) }
    try remember(recorded, posts)
    _ = try append(.algemeenDirecteur, late)

    confidants = candidates
    standing += posts.filter(\.stays)
    number += 1
    day = try day.adding(days: Self.days)
  }

  /// The day with this number within the round.
  func within(_ days: Int) throws -> CalendarDate { try day.adding(days: days) }

  /// Keeps the ids of what was reported, so that it can be erased once it has ended.
  private mutating func remember(_ recorded: [RecordedEvent], _ posts: [Post]) throws {
    var ids: [StreamID: [RecordedEvent]] = [:]
    for event in recorded where event.stream.kind == "Nevenwerkzaamheid" {
      ids[event.stream, default: []].append(event)
    }
    cohort = posts.filter { !$0.stays }.map { post in
      var post = post
      post.reports = post.reports.map { report in
        var report = report
        report.recorded = ids[report.stream]?.first { $0.type.name == "NevenwerkzaamheidGemeld" }?.id
        return report
      }
      return post
    }
  }
}

/// A function with its holder and what was reported beside it.
struct Post {
  struct Report {
    let stream: StreamID
    /// Nil while it waits for a decision.
    let statement: StreamID?
    var recorded: EventID?
  }

  let functie: StreamID
  let persoon: StreamID
  let aanwijzing: StreamID
  let stays: Bool
  var reports: [Report]
}

/// A rule with its current text.
struct Policy {
  let stream: StreamID
  let handle: String
  var versions: Int
}

/// A version of a rule on its way to adoption.
struct Version {
  let policy: StreamID
  let text: Document
  let consent: StreamID
}

/// Someone who is put forward as vertrouwenspersoon.
struct Confidant {
  let stream: StreamID
  let persoon: StreamID
  let consent: StreamID
}
