import Foundation

/// One row at one size: what it took, beside what the same work takes at least.
struct Measurement: Codable {
  enum Kind: String, Codable {
    /// So many in a second; the floor is a share.
    case rate
    /// One call; the floor is a multiple.
    case call
  }

  let row: String
  let size: Int
  let kind: Kind
  /// How many events, statements or calls a run did.
  var work = 1
  /// Seconds of a run.
  var least: Double?
  var median: Double?
  var most: Double?
  var runs = 0
  /// Seconds of processor time of a run, which say more than the clock on a machine that others use as well.
  var processor: Double?
  /// The same of the floor.
  var processorFloor: Double?
  /// The most memory of a run, in MiB.
  var memory: Double?
  /// Seconds that the same work takes at least, and what that work is.
  var floor: Double?
  var floorOf: String?
  var note: String?
  /// Why there is no figure.
  var failure: String?

  init(_ row: String, _ size: Int, _ kind: Kind, work: Int = 1, _ seconds: [Double] = []) {
    self.row = row
    self.size = size
    self.kind = kind
    self.work = work
    guard !seconds.isEmpty else { return }
    let spread = Spread(seconds)
    (least, median, most, runs) = (spread.least, spread.median, spread.most, spread.runs)
  }

  /// Seconds for one event, statement or call.
  var cost: Double? { median.map { $0 / Double(work) } }
  /// The same; of a call, its processor time beside its floor, and a millisecond at least: less cannot be told apart.
  var beside: Double? {
    guard kind == .call else { return cost }
    if let processor, let processorFloor { return max(0.001, processor - processorFloor) }
    return cost.map { max(0.001, $0 - (floor ?? 0)) }
  }
  /// As `ratio`, of processor time.
  var processorRatio: Double? {
    guard let processor, let processorFloor else { return nil }
    return kind == .rate ? processorFloor / processor : processor / processorFloor
  }
  /// The share of the floor that is reached, for a rate; how many times the floor it takes, for a call.
  var ratio: Double? {
    guard let floor, let median else { return nil }
    return kind == .rate ? floor / median : median / floor
  }
}

/// What someone would use instead.
struct Alternatives: Codable {
  struct Figures: Codable {
    /// Seconds for one durable decision.
    let one: Double?
    /// Decisions in a second, 256 to a commit.
    let batch: Double?
    /// Events read back in a second.
    let replay: Double?
    /// Decisions checked in a second.
    let check: Double?
  }

  let eventsourcing: Figures?
  let git: Figures?
  let sqlite: Figures?

  /// What stands beside a row; empty where nobody would use any of these.
  func beside(_ row: String) -> String {
    let named = [("git", git), ("eventsourcing", eventsourcing), ("sqlite", sqlite)]
    let words = named.compactMap { name, figures -> String? in
      guard let figures else { return nil }
      switch row {
      case Rows.appendOne, Rows.meld: return figures.one.map { "\(name) \(Format.milliseconds($0))" }
      case Rows.append, Rows.importing: return figures.batch.map { "\(name) \(Format.rate($0))" }
      case Rows.verify, Rows.verifyWithKey: return figures.check.map { "\(name) \(Format.rate($0))" }
      case Rows.rebuild: return figures.replay.map { "\(name) \(Format.rate($0))" }
      default: return nil
      }
    }
    return words.joined(separator: ", ")
  }
}

/// How figures are written.
enum Format {
  static func milliseconds(_ seconds: Double) -> String {
    seconds < 10 ? String(format: "%.1f ms", seconds * 1000) : String(format: "%.1f s", seconds)
  }

  static func rate(_ value: Double) -> String {
    value < 100 ? String(format: "%.1f/s", value) : String(format: "%.0f/s", value)
  }
}
