import Console
import Governance
import Synchronization

/// Takes what a terminal is given, for a test to look at.
final class Recorder: Sendable {
  private let text = Mutex("")

  var written: String { text.withLock { $0 } }

  func channel(
    isTerminal: Bool = false, colour: Bool = false, delivery: Terminal.Delivery = .open
  ) -> Terminal.Channel {
    .init(isTerminal: isTerminal, allowsColour: colour, allowsRedrawing: isTerminal, delivery: { delivery }) {
      added in self.text.withLock { $0 += added }
    }
  }
}

/// A terminal with both streams recorded.
struct Stage {
  let output = Recorder()
  let messages = Recorder()
  let terminal: Terminal

  init(
    _ language: Language = .dutch, isTerminal: Bool = false, colour: Bool = false, width: Int = 80,
    delivery: Terminal.Delivery = .open, answers: [String]? = nil
  ) {
    let remaining = Script(answers ?? [])
    terminal = Terminal(
      language: language,
      output: output.channel(isTerminal: isTerminal, colour: colour, delivery: delivery),
      messages: messages.channel(isTerminal: isTerminal, colour: colour),
      width: width, isInteractive: answers != nil, readLine: { remaining.next() })
  }
}

/// Answers that are given one after another.
private final class Script: Sendable {
  private let lines: Mutex<[String]>

  init(_ lines: [String]) { self.lines = Mutex(lines) }

  func next() -> String? { lines.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
