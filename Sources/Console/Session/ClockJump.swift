import Governance
import Ledger

/// That this machine's clock lies far after the last event: one append with a wrong clock would keep everyone else from
/// appending until that day comes, so it is asked about before anything is signed.
struct ClockJump {
  /// The days within which a ledger is used again and nothing is asked, unless `WAARBORG_KLOKSPRONG` says otherwise.
  static let usualDays: Int64 = 35

  private let last: Instant
  private let now: Instant

  /// Nil when the clock lies within the usual time after the last event, or there is none.
  init?(_ reading: Reading, _ now: Instant, _ environment: [String: String]) throws {
    guard let last = try reading.recordedAt() else { return nil }
    let days = environment["WAARBORG_KLOKSPRONG"].flatMap { Int64($0) } ?? Self.usualDays
    guard (now.secondsSince1970 - last.secondsSince1970) / 86_400 > days else { return nil }
    (self.last, self.now) = (last, now)
  }

  var question: Text {
    Text(
      nl:
        "De klok van deze machine staat op \(now.date.text.nl); de laatste gebeurtenis is van \(last.date.text.nl). Staat de "
        + "klok goed? Een gebeurtenis met een tijd die nog moet komen, houdt iedereen tegen tot die dag.",
      en:
        "The clock of this machine says \(now.date.text.en); the last event is of \(last.date.text.en). Is the clock right? "
        + "An event with a time that is yet to come keeps everyone from appending until that day.")
  }
}
