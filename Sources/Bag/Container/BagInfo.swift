/// The labels of `bag-info.txt` (RFC 8493, section 2.2.2): each once, each on one line.
public struct BagInfo: Sendable, Hashable {
  /// Labels and their values, in order.
  public let labels: [(label: String, value: String)]

  /// The value of a label.
  public subscript(label: String) -> String? { labels.first { $0.label == label }?.value }

  /// Labels and their values, as they will be written.
  public init(_ labels: [(label: String, value: String)]) { self.labels = labels }

  /// Reads the labels; nil when a line is not one, or a label stands there twice.
  init?(_ bytes: [UInt8]) {
    guard bytes.last == UInt8(ascii: "\n") else { return nil }
    var labels: [(label: String, value: String)] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      // Byte by byte: to Swift a line feed and what stands before it can be one character.
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line[colon...].starts(with: ": ".utf8),
        line[..<colon].allSatisfy({ Self.letters.contains($0) }), colon > line.startIndex,
        line.count > colon - line.startIndex + 2,
        let value = String(validating: line[(colon + 2)...], as: UTF8.self)
      else { return nil }
      let label = String(decoding: line[..<colon], as: UTF8.self)
      guard !labels.contains(where: { $0.label == label }) else { return nil }
      labels.append((label, value))
    }
    self.labels = labels
  }

  /// The file; a line break in a value would begin another label.
  var text: String {
    labels.map { "\($0.label): \($0.value.map { $0.isNewline ? " " : String($0) }.joined())\n" }.joined()
  }

  private static let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-".utf8)

  /// Equal when every label says the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.labels.elementsEqual(right.labels) { $0 == $1 }
  }

  /// By its labels.
  public func hash(into hasher: inout Hasher) { for (label, value) in labels { hasher.combine(label + value) } }
}
