import Governance

/// Text in pieces, some of which have a style, safe to show whatever the values in it hold.
///
/// Written as a string literal: `"Sleutel \(name, .emphasis) geregistreerd"`. Newlines in the literal stay; a newline
/// in a value is shown as `\n`, unless the value is given as ``init(paragraphs:)``.
public struct StyledText: Sendable, Equatable {
  struct Piece: Sendable, Equatable {
    var text: Text
    var style: Style?
    var keepsNewlines: Bool
  }

  var pieces: [Piece]

  /// One value in one style, on one line.
  public init(_ value: String, _ style: Style? = nil) {
    pieces = [Piece(text: Text(value), style: style, keepsNewlines: false)]
  }

  /// One text in the language of the terminal on which it is shown.
  public init(_ text: Text, _ style: Style? = nil) {
    pieces = [Piece(text: text, style: style, keepsNewlines: true)]
  }

  /// A value of more than one line, such as a description, whose newlines stay.
  public init(paragraphs value: String) {
    pieces = [Piece(text: Text(value), style: nil, keepsNewlines: true)]
  }

  /// How a check came out: the sign and the words, in the verdict's style.
  public static func verdict(_ verdict: Verdict, _ words: Text) -> StyledText {
    StyledText(Text(verdict.sign + " ") + words, verdict.style)
  }

  /// Two texts after each other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var both = left
    both.pieces += right.pieces
    return both
  }

  /// The safe lines in one language.
  func lines(_ language: Language) -> [StyledLine] {
    var lines = [StyledLine()]
    for piece in pieces {
      let safe = piece.text(language).safe(keepingNewlines: piece.keepsNewlines)
      for (index, part) in safe.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lines.append(StyledLine()) }
        lines[lines.count - 1].append(String(part), piece.style)
      }
    }
    return lines
  }

  /// All lines as one, for a table's cell.
  func singleLine(_ language: Language) -> StyledLine {
    var lines = lines(language)[...]
    var first = lines.popFirst() ?? StyledLine()
    for line in lines {
      first.append(" ", nil)
      first.runs += line.runs
    }
    return first
  }

  /// The text in its own lines, on a terminal broken between words; one with something to type stays whole, so that it can be
  /// copied.
  func lines(_ language: Language, width: Int?) -> [StyledLine] {
    guard let width else { return lines(language) }
    return lines(language).flatMap { line in
      line.runs.contains { $0.text.contains("waarborg ") } ? [line] : line.wrapped(to: width)
    }
  }

  /// The text in lines that fit a width, all but the first set in; a line longer than that only without a space in it.
  public func wrapped(to width: Int, indent: Int, in language: Language) -> [StyledText] {
    lines(language).flatMap { $0.wrapped(to: max(1, width - indent)) }.enumerated().map { index, line in
      let start = index == 0 ? "" : StyledText(String(repeating: " ", count: indent))
      return line.runs.reduce(start) { $0 + StyledText($1.text, $1.style) }
    }
  }

  func rendered(_ language: Language, colour: Bool) -> String {
    lines(language).map { $0.rendered(colour: colour) }.joined(separator: "\n")
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// A literal without values.
  public init(stringLiteral value: String) {
    pieces = [Piece(text: Text(value), style: nil, keepsNewlines: true)]
  }

  /// A literal with values in it.
  public init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  /// Collects the words of a literal and the values in it.
  public struct Interpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// Starts with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(2 * interpolationCount + 1) }

    /// Adds words of the literal.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(Piece(text: Text(literal), style: nil, keepsNewlines: true)) }
    }

    /// Adds a value in a style.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible, _ style: Style? = nil) {
      pieces.append(Piece(text: Text(value.description), style: style, keepsNewlines: false))
    }

    /// Adds a text in the language of the terminal.
    public mutating func appendInterpolation(_ text: Text, _ style: Style? = nil) {
      pieces.append(Piece(text: text, style: style, keepsNewlines: false))
    }

    /// Adds text that has styles already.
    public mutating func appendInterpolation(_ styled: StyledText) { pieces += styled.pieces }
  }
}

extension DefaultStringInterpolation {
  /// A styled text inside a string would be written as the program holds it.
  @available(*, unavailable, message: "make it a StyledText")
  public mutating func appendInterpolation(_ text: StyledText) {}
}
