import Governance
import Synchronization

/// Where output goes and who reads it: the two streams, their width, whether colour is allowed, and the language.
///
/// Data goes to standard output; everything else goes to standard error, so that data can be piped on. Text is made
/// safe on its way out (see ``Swift/String/safe(keepingNewlines:)``); only ``outExactly(_:)`` writes as is.
public struct Terminal: Sendable {
  /// One stream of output.
  public struct Channel: Sendable {
    /// Whether a person is looking at it.
    public let isTerminal: Bool
    /// Whether styles may show as colour.
    public let allowsColour: Bool
    /// Whether a line can be drawn again in place, as a progress bar is.
    public let allowsRedrawing: Bool
    let write: @Sendable (String) -> Void
    let delivery: @Sendable () -> Delivery

    /// A stream that hands its text to `write`.
    public init(
      isTerminal: Bool = false, allowsColour: Bool = false, allowsRedrawing: Bool = false,
      delivery: @escaping @Sendable () -> Delivery = { .open }, write: @escaping @Sendable (String) -> Void
    ) {
      self.isTerminal = isTerminal
      self.allowsColour = allowsColour
      self.allowsRedrawing = allowsRedrawing
      self.delivery = delivery
      self.write = write
    }
  }

  /// What became of the text written so far.
  public enum Delivery: Sendable, Equatable {
    /// All of it was taken.
    case open
    /// The reader has gone, as `head` does when it has enough.
    case readerGone
    /// The system refused it, with this `errno`.
    case failed(Int32)
  }

  /// The language in which the operator is spoken to.
  public let language: Language
  /// Standard output.
  public let output: Channel
  /// Standard error.
  public let messages: Channel
  /// The number of columns.
  public let width: Int
  /// Whether a question can be asked: both the question and the answer pass through a terminal.
  public let isInteractive: Bool
  let readLine: @Sendable () -> String?
  private let said = Said()
  /// The members of a JSON document that were asked for; nil for all.
  var fields: JSONFields?
  /// Where lists go through on their way to a screen; nil where nobody looks.
  var pages: PagedOutput?

  /// Describes a terminal; ``process(language:environment:)`` describes the real one.
  public init(
    language: Language, output: Channel, messages: Channel, width: Int = 80, isInteractive: Bool = false,
    readLine: @escaping @Sendable () -> String? = { nil }
  ) {
    self.language = language
    self.output = output
    self.messages = messages
    self.width = width
    self.isInteractive = isInteractive
    self.readLine = readLine
  }

  /// Writes data, and a newline, to standard output; newlines in it stay.
  public func out(_ text: String) { output.write(text.safe(keepingNewlines: true) + "\n") }

  /// Writes styled data, and a newline, to standard output.
  public func out(_ text: StyledText) {
    output.write(fitted(text, on: output) + "\n")
  }

  private func fitted(_ text: StyledText, on channel: Channel) -> String {
    let lines = text.lines(language, width: channel.isTerminal ? width : nil)
    return lines.map { $0.rendered(colour: channel.allowsColour) }.joined(separator: "\n")
  }

  /// Writes many lines to standard output in few writes, and stops when the reader has gone.
  public func out(lines: some Sequence<StyledText>) {
    var pending = ""
    for line in lines {
      pending += line.rendered(language, colour: output.allowsColour) + "\n"
      if pending.utf8.count > 65_536 {
        output.write(pending)
        pending = ""
        if output.delivery() != .open { return }
      }
    }
    if !pending.isEmpty { output.write(pending) }
  }

  /// Writes a table to standard output: fitted to a terminal, in full elsewhere.
  public func out(_ table: Table) {
    output.write(
      table.rendered(language, width: output.isTerminal ? width : nil, colour: output.allowsColour))
  }

  /// Writes a block of labels and values to standard output.
  public func out(_ list: KeyValueList) {
    output.write(
      list.rendered(language, width: output.isTerminal ? width : nil, colour: output.allowsColour))
  }

  /// Writes a JSON document, and a newline, to standard output; unsafe characters become JSON escapes.
  public func outJSON(_ json: String) {
    for document in fields?.chosen(from: json) ?? [json] { output.write(document.safeJSON() + "\n") }
  }

  /// Writes text byte for byte, for a form that is signed or parsed and cannot hold stored text.
  public func outExactly(_ text: String) { output.write(text) }

  /// Tells something that is not data, on standard error.
  public func note(_ text: StyledText) {
    messages.write(fitted(text, on: messages) + "\n")
  }

  /// Tells something that is not data, on standard error.
  public func note(_ text: Text) { note(StyledText(text)) }

  /// Warns on standard error.
  public func warn(_ text: StyledText) { note(StyledText(Text(nl: "let op: ", en: "warning: "), .warning) + text) }

  /// Warns on standard error.
  public func warn(_ text: Text) { warn(StyledText(text)) }

  /// Warns on standard error, however often a command comes across it only once.
  public func warnOnce(_ text: Text) { if said.isNew(text) { warn(text) } }

  /// Tells something on standard error, however often a command comes across it only once.
  public func noteOnce(_ text: Text) { if said.isNew(text) { note(text) } }

  /// What was said and need not be said again.
  private final class Said: Sendable {
    private let texts = Mutex(Set<Text>())

    func isNew(_ text: Text) -> Bool { texts.withLock { $0.insert(text).inserted } }
  }

  /// From here on a list is written, which may be longer than the screen: it goes through the reader's own pager.
  public func beginList() { pages?.begin() }

  /// The list is complete: waits until the reader has read it.
  func endList() { pages?.end() }

  /// Whether the reader of standard output has gone, so that a long listing can stop.
  public var readerHasGone: Bool { output.delivery() == .readerGone }

  /// To be called last: tells whether all data was taken.
  ///
  /// A reader that has gone is no failure: the work was done, and the exit status is that of the work.
  ///
  /// - Throws: ``Governance/Failure`` of kind `io` when data was lost, as on a full disk.
  public func finish() throws(Failure) {
    guard case .failed(let code) = output.delivery() else { return }
    throw Failure(
      .io,
      Text(
        nl: "de uitvoer kon niet volledig worden geschreven: \(SystemError.sentence(code).nl)",
        en: "the output could not be written in full: \(SystemError.sentence(code).en)"),
      remedy: Text(
        nl:
          "Maak ruimte of kies een andere plaats, en vraag de uitvoer opnieuw; het grootboek is er niet door veranderd.",
        en: "Make room or choose another place, and ask for the output again; it did not change the ledger."))
  }
}
