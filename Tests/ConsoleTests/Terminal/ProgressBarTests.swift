import Governance
import Synchronization
import Testing

@testable import Console

struct ProgressBarTests {
  private final class TestClock: Sendable {
    private let time = Mutex(Duration.zero)
    func advance(_ milliseconds: Int) { time.withLock { $0 += .milliseconds(milliseconds) } }
    var now: @Sendable () -> Duration { { self.time.withLock { $0 } } }
  }

  private static let title = Text(nl: "Verifiëren", en: "Verifying")

  private static func run(_ stage: Stage, quiet: Bool = false, steps: Int, milliseconds: Int) {
    let clock = TestClock()
    let bar = ProgressBar(title, on: stage.terminal, quiet: quiet, now: clock.now)
    for step in 1...steps {
      clock.advance(milliseconds)
      bar.update(step, steps)
    }
    bar.finish()
    bar.finish()
  }

  @Test func `It draws at most ten times a second and ends with one line`() {
    let stage = Stage(isTerminal: true)
    Self.run(stage, steps: 2000, milliseconds: 1)
    let drawn = stage.messages.written.split(separator: "\r")
    #expect(drawn.count == 18)
    #expect(stage.messages.written.hasSuffix("\r\u{1B}[KVerifiëren  2.000 in 2,0 s (1.000/s)\n"))
    #expect(stage.output.written.isEmpty)
  }

  @Test func `It is silent for short work, without a terminal, and when quiet`() {
    let short = Stage(isTerminal: true)
    Self.run(short, steps: 100, milliseconds: 3)
    let piped = Stage()
    Self.run(piped, steps: 2000, milliseconds: 1)
    let quiet = Stage(isTerminal: true)
    Self.run(quiet, quiet: true, steps: 2000, milliseconds: 1)
    #expect([short, piped, quiet].allSatisfy { $0.messages.written.isEmpty })
  }

  @Test func `It is removed when the work fails`() {
    let stage = Stage(isTerminal: true)
    let clock = TestClock()
    let bar = ProgressBar(Self.title, on: stage.terminal, now: clock.now)
    clock.advance(500)
    bar.update(1, 2)
    bar.abandon()
    bar.finish()
    bar.update(2, 2)
    #expect(stage.messages.written.hasSuffix("\r\u{1B}[K"))
  }

  @Test func `What is told meanwhile stands on a line of its own`() {
    let stage = Stage(isTerminal: true)
    let clock = TestClock()
    let bar = ProgressBar(Self.title, on: stage.terminal, now: clock.now)
    clock.advance(500)
    bar.update(1, 2)
    bar.note("tussendoor")
    bar.update(1, 2)
    let written = stage.messages.written
    #expect(written.contains("\r\u{1B}[Ktussendoor\n\rVerifiëren"))
  }

  @Test(
    arguments: zip(Language.allCases, ["53%  5.321/10.000  1.330/s  nog 4 s", "53%  5,321/10,000  1,330/s  4 s left"]))
  func `It tells share, count, rate and time left`(language: Language, expected: String) {
    let line = ProgressLine(title: "Werk", done: 5321, total: 10_000, elapsed: .seconds(4))
    #expect(line.running(language, width: 79) == "Werk  ███████████████░░░░░░░░░░░░░░░  " + expected)
  }

  @Test func `It fits any width, and knows work of unknown size`() {
    let line = ProgressLine(title: "Verifiëren 日本", done: 5321, total: 10_000, elapsed: .seconds(4))
    for width in 1...100 { #expect(line.running(.dutch, width: width).displayWidth <= width) }
    let unknown = ProgressLine(title: "Lezen", done: 4000, total: 0, elapsed: .seconds(4))
    #expect(unknown.running(.dutch, width: 79) == "Lezen  4.000  1.000/s")
    let over = ProgressLine(title: "Lezen", done: 7, total: 5, elapsed: .zero)
    #expect(over.running(.dutch, width: 40).contains("100%"))
  }
}
