import Synchronization

/// Which boxes of closed circles a member has opened: no box says whose it is, so finding one's own among a dozen costs two
/// multiplications on a curve for each. What is known is tried first, and never believed.
public final class OwnBoxes: Sendable {
  private let names = Mutex(Set<String>())

  init() {}

  /// The names of the boxes that are known.
  public var known: Set<String> { names.withLock { $0 } }

  /// Says that these are likely the member's own.
  public func expect(_ boxes: some Sequence<String>) { names.withLock { $0.formUnion(boxes) } }

  /// The boxes in the order in which they are best tried.
  func ordered(_ boxes: [WrappedKey]) -> [WrappedKey] {
    var (known, others): ([WrappedKey], [WrappedKey]) = ([], [])
    names.withLock { names in
      for box in boxes { if names.contains(box.recipient) { known.append(box) } else { others.append(box) } }
    }
    return known + others
  }

  func keep(_ box: WrappedKey) { names.withLock { _ = $0.insert(box.recipient) } }
}
