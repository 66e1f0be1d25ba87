import Governance

/// Labels and their values under each other, for one thing seen in full.
public struct KeyValueList: Sendable {
  private static let narrowest = 20

  private var items: [(label: Text, value: StyledText)] = []

  /// An empty list.
  public init() {}

  /// Adds a value; `nil` is left out.
  public mutating func add(_ label: Text, _ value: StyledText?) {
    if let value { items.append((label, value)) }
  }

  /// The block as text that ends with a newline; the values wrap to the width where there is one.
  public func rendered(_ language: Language, width: Int?, colour: Bool) -> String {
    let labels = items.map { StyledText($0.label(language) + ":", .faint).singleLine(language) }
    let indent = (labels.map(\.width).max() ?? 0) + 2
    let room = width.map { max(Self.narrowest, $0 - indent) } ?? Int.max
    var text = ""
    for (label, item) in zip(labels, items) {
      let lines = item.value.lines(language).flatMap { $0.wrapped(to: room) }
      for (index, line) in lines.enumerated() {
        if index == 0 { text += label.rendered(colour: colour) }
        if !line.runs.isEmpty {
          text += String(repeating: " ", count: index == 0 ? indent - label.width : indent)
          text += line.rendered(colour: colour)
        }
        text += "\n"
      }
    }
    return text
  }
}
