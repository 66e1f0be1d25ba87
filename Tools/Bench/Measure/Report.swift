import Foundation

/// Everything that one run measured, and how it is printed.
struct Report: Codable {
  let machine: String
  let date: String
  let commit: String
  let seed: UInt64
  let cores: Int
  var measurements: [Measurement] = []
  var alternatives: Alternatives?
  /// Signatures checked in a second by all cores, start of the program and unlocking a key in seconds.
  var floors: [String: Double] = [:]

  /// What there is to say of a measurement while the run goes on.
  static func line(_ measurement: Measurement, beside: String = "") -> String {
    let name = measurement.row.padding(toLength: 26, withPad: " ", startingAt: 0)
    let size = Self.right("\(measurement.size)", 9)
    if let failure = measurement.failure { return "\(name)\(size)  FAILED: \(failure)" }
    guard let least = measurement.least, let median = measurement.median, let most = measurement.most else {
      return "\(name)\(size)  -"
    }
    let value: (Double) -> String = { seconds in
      measurement.kind == .rate ? Format.rate(Double(measurement.work) / seconds) : Format.milliseconds(seconds)
    }
    let format = measurement.kind == .rate ? "%.2f of" : "%.2f x"
    let ends = measurement.kind == .rate ? (most, least) : (least, most)
    var line = name + size + Self.right(value(median), 13)
    line += Self.right("\(value(ends.0)) - \(value(ends.1)) (\(measurement.runs))", 33)
    line += Self.right(measurement.processor.map { value($0) } ?? "", 12)
    line += Self.right(measurement.memory.map { String(format: "%.0f", $0) } ?? "", 7)
    if let floor = measurement.floor, let ratio = measurement.ratio {
      line += Self.right(value(floor), 13)
      line += Self.right(String(format: format, ratio), 10)
    } else {
      line += Self.right("", 23)
    }
    line += Self.right(measurement.processorRatio.map { String(format: format, $0) } ?? "", 12)
    let words = [measurement.note, beside.isEmpty ? nil : beside].compactMap(\.self).joined(separator: "; ")
    return words.isEmpty ? line : "\(line)  \(words)"
  }

  static let heading =
    "row".padding(toLength: 26, withPad: " ", startingAt: 0) + right("size", 9) + right("median", 13)
    + right("least - most (runs)", 33) + right("processor", 12) + right("MiB", 7) + right("floor", 13)
    + right("ratio", 10) + right("processor", 12)

  private static func right(_ text: String, _ width: Int) -> String {
    text.count >= width ? " " + text : String(repeating: " ", count: width - text.count) + text
  }

  /// The whole table.
  var text: String {
    var lines = [
      "Waarborg bench · \(machine) · \(cores) cores · \(date) · commit \(commit) · seed \(seed)",
      floors.sorted { $0.key < $1.key }.map { name, value in
        name.hasSuffix("/s") ? "\(name.dropLast(2)) \(Format.rate(value))" : "\(name) \(Format.milliseconds(value))"
      }.joined(separator: " · "), "",
      Self.heading,
    ]
    let last = Dictionary(measurements.map { ($0.row, $0.size) }, uniquingKeysWith: { max($0, $1) })
    for measurement in measurements.enumerated().sorted(by: {
      ($0.element.row, $0.offset) < ($1.element.row, $1.offset)
    })
    .map(\.element).sortedByFirst(of: measurements) {
      let beside = measurement.size == last[measurement.row] ? alternatives?.beside(measurement.row) ?? "" : ""
      lines.append(Self.line(measurement, beside: beside))
    }
    let floorsNamed = measurements.compactMap { one in one.floorOf.map { "\(one.row): \($0)" } }
    lines += ["", "floors"] + Self.unique(floorsNamed).map { "  \($0)" }
    if !growthLines.isEmpty {
      lines += [
        "",
        "growth: the cost of one at the largest size to that at the smallest; of a call, its processor time beside its floor",
      ]
      lines += growthLines
    }
    lines += ["", "goals"] + Goal.all.map { $0.line(self) }
    return lines.joined(separator: "\n")
  }

  private static func unique(_ lines: [String]) -> [String] {
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }
  }

  /// The ratio of the cost at the largest size to that at the smallest, for every row.
  var growthLines: [String] {
    Self.unique(measurements.map(\.row)).compactMap { row in
      guard let growth = growth(of: row) else { return nil }
      return "  " + row.padding(toLength: 26, withPad: " ", startingAt: 0)
        + String(format: "%8.2f", growth.ratio) + "  from \(growth.from) to \(growth.to)"
    }
  }

  /// How much the cost of one grew; of a command, beside starting it and unlocking the key.
  func growth(of row: String) -> (ratio: Double, from: Int, to: Int)? {
    let found = measurements.filter { $0.row == row && $0.beside != nil }.sorted { $0.size < $1.size }
    guard let first = found.first, let last = found.last, first.size != last.size, let small = first.beside,
      let large = last.beside
    else { return nil }
    return (large / small, first.size, last.size)
  }
}

extension [Measurement] {
  /// Rows together, in the order in which they were first measured, each by size.
  fileprivate func sortedByFirst(of all: [Measurement]) -> [Measurement] {
    var order: [String: Int] = [:]
    for (index, one) in all.enumerated() where order[one.row] == nil { order[one.row] = index }
    return sorted { (order[$0.row] ?? 0, $0.size) < (order[$1.row] ?? 0, $1.size) }
  }
}
