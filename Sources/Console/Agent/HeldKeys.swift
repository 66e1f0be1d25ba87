import Governance
import LedgerCrypto

/// The keys that are kept open, and what is done with them: pure, so that hours and a night's sleep pass in a test at once.
struct HeldKeys {
  private struct Entry {
    let path: String
    let tag: Digest
    let key: KeyPair
    /// By the clock that also counts sleep.
    let until: Int64
  }

  /// The longest time a key stays open.
  static let longest: UInt32 = 24 * 3600
  /// More than anyone has.
  static let most = 64

  private var entries: [Entry] = []
  /// How long the machine had slept when this began.
  private let asleep: Int64

  init(at time: AgentTime) { asleep = time.asleep }

  /// Whether none is left.
  var isEmpty: Bool { entries.isEmpty }

  /// Lets go of what has been open long enough, and of everything once the machine has slept.
  mutating func letGo(at time: AgentTime) {
    if time.asleep - asleep > AgentTime.second { return entries.removeAll() }
    entries.removeAll { $0.until <= time.sinceStart }
  }

  /// Lets go of everything.
  mutating func letGoOfAll() { entries.removeAll() }

  /// Keeps a key open.
  mutating func keep(_ key: KeyPair, path: String, tag: Digest, seconds: UInt32, at time: AgentTime) -> AgentAnswer {
    letGo(at: time)
    entries.removeAll { $0.path == path }
    guard (1...Self.longest).contains(seconds), entries.count < Self.most, time.asleep - asleep <= AgentTime.second
    else {
      return .refused
    }
    entries.append(
      Entry(path: path, tag: tag, key: key, until: time.sinceStart + Int64(seconds) * AgentTime.second))
    return .done(seconds)
  }

  /// Does what is asked with a key that is open.
  mutating func answer(_ request: AgentRequest, at time: AgentTime) -> AgentAnswer {
    letGo(at: time)
    switch request {
    case .seek(let path, let tag): return seek(path, tag, time)
    case .sign(let message, let tag):
      return entry(tag).map { .bytes($0.key.signing.sign(message).bytes) } ?? .absent
    case .open(let box, let tag):
      guard let entry = entry(tag) else { return .absent }
      return (try? entry.key.box.open(box)).map { .bytes($0.withBytes { $0 }) } ?? .doesNotOpen
    case .drop(let path):
      let before = entries.count
      entries.removeAll { $0.path == path }
      return .done(UInt32(before - entries.count))
    case .dropAll:
      defer { entries.removeAll() }
      return .done(UInt32(entries.count))
    case .keep: return .refused
    }
  }

  /// Whether a key is open; one whose file is another now is let go.
  private mutating func seek(_ path: String, _ tag: Digest, _ time: AgentTime) -> AgentAnswer {
    guard let entry = entries.first(where: { $0.path == path }) else { return .absent }
    guard entry.tag == tag else {
      entries.removeAll { $0.path == path }
      return .changed
    }
    return .done(UInt32(clamping: (entry.until - time.sinceStart) / AgentTime.second))
  }

  private func entry(_ tag: Digest) -> Entry? { entries.first { $0.tag == tag } }
}
