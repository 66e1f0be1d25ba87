import Ledger
import LedgerCrypto

/// What an append needs besides the drafts.
public struct AppendOptions: Sendable {
  /// Whether to stop just before anything is written.
  public var isDryRun: Bool
  /// Keys to store with the events, for whom they admit.
  public var wrappedKeys: [WrappedKey]
  /// Box keys from which everything is taken away once the events are in the log.
  public var dismissed: [BoxPublicKey]
  /// The version that the stream of the first event must have, for who decided on what it said then.
  public var expectedVersion: Int64?
  /// The line of a file that each draft comes from, when they come from one: every line that is refused is then told.
  public var lines: [Int]
  /// Whether to write nothing because the file is wrong already, and only tell which lines are refused besides.
  public var isJudgedOnly = false
  /// Told how many drafts have been judged, and of how many.
  public var progress: (@Sendable (Int, Int) -> Void)?

  /// Options.
  public init(
    isDryRun: Bool = false, wrappedKeys: [WrappedKey] = [], dismissed: [BoxPublicKey] = [],
    expectedVersion: Int64? = nil, lines: [Int] = []
  ) {
    self.isDryRun = isDryRun
    self.wrappedKeys = wrappedKeys
    self.dismissed = dismissed
    self.expectedVersion = expectedVersion
    self.lines = lines
  }

  /// Judges each draft; of a file, what a refused line says further is passed over, and the other lines are judged.
  func each(_ drafts: Range<Int>, _ judge: (Int) throws -> Void) throws {
    var refused: [RefusedLines.Refusal] = []
    for index in drafts {
      progress?(index, drafts.count)
      guard lines.indices.contains(index) else {
        try judge(index)
        continue
      }
      guard refused.last?.line != lines[index] else { continue }
      do { try judge(index) } catch let failure as Failure {
        refused.append(RefusedLines.Refusal(line: lines[index], failure: failure))
      }
    }
    progress?(drafts.count, drafts.count)
    if isJudgedOnly || !refused.isEmpty { throw RefusedLines(refusals: refused) }
  }
}

/// The lines of a file that cannot be appended, so that all of them can be mended in one go; nothing was appended.
public struct RefusedLines: Error, Sendable {
  /// One line, and what is wrong with the first event of it that was refused.
  public struct Refusal: Sendable {
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let failure: Failure
  }

  /// The refusals, in the order of the drafts.
  public let refusals: [Refusal]
}

/// What was appended.
public struct Appended: Sendable {
  /// The events, in the order of the drafts.
  public let events: [RecordedEvent]
  /// On what authority each was signed.
  public let authorities: [SigningAuthority]
  /// The signed note over the log that contains them; empty for a dry run.
  public let checkpoint: String
  /// Why what had to be done after the events were in the log (forgetting what they say is erased) is not done yet.
  public var unfinished: (any Error)?

  /// Nothing, because it was recorded before.
  public static let nothing: Appended = Appended(events: [], authorities: [], checkpoint: "")

  /// In what capacity each was signed of which the log tells it.
  public var capacities: [SigningCapacity] { authorities.compactMap(\.capacity) }
}
