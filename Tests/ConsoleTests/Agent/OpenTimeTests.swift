import Governance
import Testing

@testable import Console

struct OpenTimeTests {
  @Test(arguments: [("8u", 28_800), ("30m", 1_800), ("24u", 86_400), ("1440m", 86_400), ("1m", 60), ("2h", 7_200)])
  func `A time is so many hours or minutes`(text: String, seconds: UInt32) throws {
    #expect(try OpenTime(text).seconds == seconds)
  }

  @Test(arguments: [
    "", "u", "8", "0u", "0m", "25u", "1441m", "-1u", "8uur", "8 u", "1u30m", "99999999999u", "٣u", "+8u", "90s",
  ])
  func `Anything else is refused, and so is more than a day`(text: String) {
    let failure = #expect(throws: Failure.self) { try OpenTime(text) }
    #expect(failure?.kind == .badInput && failure?.message.nl.contains("--voor") == true)
  }

  @Test(arguments: [(28_800, "8 uur"), (5_400, "1 uur 30 minuten"), (59, "minder dan een minuut"), (60, "1 minuut")])
  func `It is told in words`(seconds: UInt32, words: String) {
    #expect(OpenTime.text(seconds).nl == words)
  }
}
