import Governance

/// How far a piece of work is, and how that reads on one line.
struct ProgressLine: Sendable, Equatable {
  let title: String
  let done: Int
  let total: Int
  let elapsed: Duration

  private static let widestBar = 30
  private static let narrowestBar = 8

  /// The line while the work goes on; parts are left out, the least useful first, until it fits.
  func running(_ language: Language, width: Int) -> String {
    let head = title.safe()
    let count = total > 0 ? "\(language.number(done))/\(language.number(total))" : language.number(done)
    var parts = [count]
    if let percentage { parts.insert("\(percentage)%", at: 0) }
    if let rate { parts.append("\(language.number(rate))/s") }
    if let remaining { parts.append(remaining(language)) }
    while parts.count > 1, head.displayWidth + parts.joined(separator: "  ").count + 2 > width { parts.removeLast() }
    let tail = parts.joined(separator: "  ")
    let room = min(Self.widestBar, width - head.displayWidth - tail.count - 4)
    let line = room >= Self.narrowestBar && total > 0 ? "\(head)  \(bar(room))  \(tail)" : "\(head)  \(tail)"
    return StyledLine(runs: [.init(text: line, style: nil)]).truncated(to: width).rendered(colour: false)
  }

  /// The line that stays when the work is done.
  func finished(_ language: Language) -> String {
    let time = language.duration(elapsed)
    let speed = rate.map { " (\(language.number($0))/s)" } ?? ""
    return "\(title.safe())  \(language.number(done)) in \(time)\(speed)"
  }

  private var percentage: Int? { total > 0 ? min(100, Int(Double(done) / Double(total) * 100)) : nil }

  private var rate: Int? {
    let seconds = elapsed / .seconds(1)
    let perSecond = Double(done) / seconds
    return seconds > 0 && perSecond >= 1 ? Int(perSecond) : nil
  }

  private var remaining: Text? {
    guard done > 0, total > done else { return nil }
    let left = elapsed * (Double(total - done) / Double(done))
    // Tenths of a second would flicker, and promise more than an estimate can.
    let whole = Duration.seconds(max(10, Int((left / .seconds(1)).rounded())))
    if left < .seconds(10) {
      let seconds = max(1, Int((left / .seconds(1)).rounded(.up)))
      return Text(nl: "nog \(seconds) s", en: "\(seconds) s left")
    }
    return Text(nl: "nog \(Language.dutch.duration(whole))", en: "\(Language.english.duration(whole)) left")
  }

  private func bar(_ columns: Int) -> String {
    let filled = min(columns, Int(Double(done) / Double(total) * Double(columns)))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: columns - filled)
  }
}
