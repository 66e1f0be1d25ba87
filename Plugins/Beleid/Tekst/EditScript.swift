/// How one list becomes another with as few changes as there can be, in the order of both: of each change first what was
/// removed, then what was added.
struct EditScript {
  /// What becomes of an element, by its place in the one list or the other, counted from 0.
  enum Step: Equatable {
    case same(old: Int, new: Int)
    case removed(Int)
    case added(Int)
  }

  /// Every element of both lists, once.
  let steps: [Step]

  /// Compares two lists; it takes room with the square of how many elements differ.
  init<Element: Equatable>(
    from old: some BidirectionalCollection<Element>, to new: some BidirectionalCollection<Element>
  ) {
    var (removed, added): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var steps: [Step] = []
    var (from, to) = (0, 0)
    while from < old.count || to < new.count {
      if removed.contains(from) {
        steps.append(.removed(from))
        from += 1
      } else if added.contains(to) {
        steps.append(.added(to))
        to += 1
      } else {
        steps.append(.same(old: from, new: to))
        from += 1
        to += 1
      }
    }
    self.steps = steps
  }
}
