import Console
import Governance
import Ledger
import LedgerCrypto

/// What one key signed from a moment on: revoking it from that moment casts doubt on these events, and they stay.
struct SignedSince {
  /// From when on.
  let moment: Instant
  /// Where the events stand, in the order of the log.
  let positions: [UInt64]

  /// Reads what was recorded at the moment or after it, whatever time those who signed it said it was.
  init(_ moment: Instant, by key: Thumbprint, _ reading: Reading, in log: any LogReader) throws {
    self.moment = moment
    var found: [UInt64] = []
    var next = try reading.recorded(before: moment)
    while next < reading.size {
      let entries = try log.entries(from: next, limit: Self.step)
      guard let last = entries.last else { break }
      for entry in entries where try entry.event().key == key { found.append(entry.position) }
      next = last.position + 1
    }
    positions = found
  }

  /// What the operator should know before and after.
  var text: Text {
    guard !positions.isEmpty else {
      return Text(
        nl: "Sinds \(moment) ondertekende deze sleutel niets.", en: "Since \(moment) this key has signed nothing.")
    }
    let counted = Noun.gebeurtenis.counted(positions.count)
    return Text(
      nl: "Sinds \(moment) ondertekende deze sleutel \(counted.nl) (\(places.nl)); wat vastligt blijft staan, "
        + "ga na of het klopt.",
      en: "Since \(moment) this key signed \(counted.en) (\(places.en)); what is recorded stays, "
        + "check whether it is right.")
  }

  /// The positions, neighbours taken together: `nummer 4, 7-9`.
  private var places: Text {
    var runs: [ClosedRange<UInt64>] = []
    for position in positions {
      if let last = runs.last, last.upperBound + 1 == position {
        runs[runs.count - 1] = last.lowerBound...position
      } else {
        runs.append(position...position)
      }
    }
    let listed = runs.prefix(Self.mostListed)
      .map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
    let rest = runs.dropFirst(Self.mostListed).reduce(0) { $0 + $1.count }
    return Text(
      nl: "nummer \(listed)" + (rest == 0 ? "" : " en nog \(rest)"),
      en: "number \(listed)" + (rest == 0 ? "" : " and \(rest) more"))
  }

  private static let mostListed = 20
  private static let step = 256
}
