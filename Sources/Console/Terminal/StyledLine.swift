/// One line of safe text in runs of one style each, which can be measured, cut and wrapped.
struct StyledLine: Sendable, Equatable {
  struct Run: Sendable, Equatable {
    var text: String
    var style: Style?
  }

  var runs: [Run] = []

  var width: Int { runs.reduce(0) { $0 + $1.text.displayWidth } }

  /// The width of the longest word: what the line can be wrapped to without cutting one.
  var longestWord: Int {
    runs.map(\.text).joined().split(separator: " ").map { String($0).displayWidth }.max() ?? 0
  }

  mutating func append(_ text: String, _ style: Style?) {
    if text.isEmpty { return }
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
  }

  func rendered(colour: Bool) -> String {
    runs.map { run in
      guard colour, let style = run.style else { return run.text }
      return style.applied(to: run.text)
    }.joined()
  }

  /// The line, or as much of it as fits with an ellipsis.
  func truncated(to limit: Int) -> StyledLine {
    if width <= limit { return self }
    var kept: [Glyph] = []
    var used = 0
    for glyph in glyphs {
      if used + glyph.width > limit - 1 { break }
      kept.append(glyph)
      used += glyph.width
    }
    kept.append(Glyph(character: "…", style: kept.last?.style))
    return StyledLine(kept)
  }

  /// The line in parts that fit, broken at spaces and, where a word is too long for a line, inside it.
  func wrapped(to limit: Int) -> [StyledLine] {
    if limit <= 0 || width <= limit { return [self] }
    var lines: [StyledLine] = []
    var line: [Glyph] = []
    var used = 0
    var afterSpace: Int?
    for glyph in glyphs {
      while !line.isEmpty, used + glyph.width > limit {
        let end = glyph.isSpace ? line.count : afterSpace ?? line.count
        lines.append(StyledLine(line[..<end]).trimmed)
        line = Array(line[end...])
        used = line.reduce(0) { $0 + $1.width }
        afterSpace = nil
      }
      if line.isEmpty, glyph.isSpace, !lines.isEmpty { continue }
      line.append(glyph)
      used += glyph.width
      if glyph.isSpace { afterSpace = line.count }
    }
    if !line.isEmpty { lines.append(StyledLine(line).trimmed) }
    return lines
  }
}

extension StyledLine {
  fileprivate struct Glyph {
    let character: Character
    let style: Style?
    let width: Int

    init(character: Character, style: Style?) {
      self.character = character
      self.style = style
      width = character.displayWidth
    }

    var isSpace: Bool { character == " " }
  }

  fileprivate init(_ glyphs: some Sequence<Glyph>) {
    for glyph in glyphs { append(String(glyph.character), glyph.style) }
  }

  fileprivate var glyphs: [Glyph] {
    runs.flatMap { run in run.text.map { Glyph(character: $0, style: run.style) } }
  }

  fileprivate var trimmed: StyledLine {
    var result = self
    while let last = result.runs.last, last.text.last == " " {
      result.runs[result.runs.count - 1].text.removeLast()
      if last.text.count == 1 { result.runs.removeLast() }
    }
    return result
  }
}
