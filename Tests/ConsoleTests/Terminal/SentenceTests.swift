import Governance
import Testing

@testable import Console

struct SentenceTests {
  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"), (1_234_567, "1.234.567", "1,234,567"),
    (-12_345, "-12.345", "-12,345"), (Int.min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
  ])
  func `Thousands are set apart as the language does`(value: Int, dutch: String, english: String) {
    #expect(Language.dutch.number(value) == dutch)
    #expect(Language.english.number(value) == english)
  }

  @Test(arguments: [
    (0, "0 gebeurtenissen", "0 events"), (1, "1 gebeurtenis", "1 event"),
    (1234, "1.234 gebeurtenissen", "1,234 events"),
  ])
  func `A count goes with the right word`(count: Int, dutch: String, english: String) {
    let event = Noun(nl: ("gebeurtenis", "gebeurtenissen"), en: ("event", "events"))
    #expect(event.counted(count) == Text(nl: dutch, en: english))
  }

  @Test(arguments: [
    (Duration.milliseconds(40), "0,0 s", "0.0 s"), (.milliseconds(3250), "3,3 s", "3.3 s"),
    (.seconds(42), "42 s", "42 s"),
    (.seconds(125), "2 min 05 s", "2 min 05 s"), (.seconds(3780), "1 u 03 min", "1 h 03 min"),
    (.milliseconds(59_960), "1 min 00 s", "1 min 00 s"),
  ])
  func `A duration is told in at most two units`(span: Duration, dutch: String, english: String) {
    #expect(Language.dutch.duration(span) == dutch)
    #expect(Language.english.duration(span) == english)
  }
}
