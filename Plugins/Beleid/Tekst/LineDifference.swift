/// What changed between two texts, line by line, in the form of a unified difference.
struct LineDifference {
  /// One line and whether it stayed.
  struct Line: Equatable {
    enum Kind: String {
      case same = " "
      case removed = "-"
      case added = "+"
    }
    let kind: Kind
    let text: String
  }

  /// Changed lines that lie close together, with the lines around them.
  struct Hunk: Equatable {
    /// The first line in the old and the new text, counted from 1; the line before it when there are none.
    let oldStart: Int
    let newStart: Int
    let lines: [Line]

    /// `@@ -1,3 +1,4 @@`
    var header: String {
      let old = lines.count { $0.kind != .added }
      let new = lines.count { $0.kind != .removed }
      return "@@ -\(oldStart),\(old) +\(newStart),\(new) @@"
    }
  }

  /// The changes, in order; empty when the texts are equal.
  let hunks: [Hunk]

  /// Compares two texts, showing so many unchanged lines around each change.
  init(from old: [String], to new: [String], context: Int = 3) {
    let lines = Self.merged(old, new)
    let changed = lines.indices.filter { lines[$0].kind != .same }
    var ranges: [Range<Int>] = []
    for index in changed {
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    hunks = ranges.map { range in
      let before = lines[..<range.lowerBound]
      let old = before.count { $0.kind != .added }
      let new = before.count { $0.kind != .removed }
      let part = Array(lines[range])
      return Hunk(
        oldStart: old + (part.contains { $0.kind != .added } ? 1 : 0),
        newStart: new + (part.contains { $0.kind != .removed } ? 1 : 0), lines: part)
    }
  }

  /// All lines of both texts in one order: of each change first what was removed, then what was added.
  private static func merged(_ old: [String], _ new: [String]) -> [Line] {
    EditScript(from: old, to: new).steps.map { step in
      switch step {
      case .same(let from, _): Line(kind: .same, text: old[from])
      case .removed(let from): Line(kind: .removed, text: old[from])
      case .added(let to): Line(kind: .added, text: new[to])
      }
    }
  }
}
