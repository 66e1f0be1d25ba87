/// Keeps what was asked lately, up to a weight.
///
/// It has two generations: what is asked of the older one moves to the newer, and when the newer one is full the older
/// one goes. So what is asked again and again stays, however much is asked only once in between; forgetting everything at
/// once would fold the same few large things anew each time.
struct RecentCache<Key: Hashable, Value> {
  private struct Kept {
    var value: Value
    var weight: Int

    mutating func change(adding added: Int, _ body: (inout Value) -> Void) {
      body(&value)
      weight += added
    }
  }

  private let most: Int
  private var recent: [Key: Kept] = [:]
  private var older: [Key: Kept] = [:]
  private var weight = 0

  /// - Parameter most: How much is kept at most, both generations together.
  init(most: Int) { self.most = most }

  /// The value, which counts as asked now.
  mutating func value(_ key: Key) -> Value? {
    if let kept = recent[key] { return kept.value }
    guard let kept = older.removeValue(forKey: key) else { return nil }
    keep(kept.value, key, weight: kept.weight)
    return kept.value
  }

  /// Keeps a value.
  mutating func keep(_ value: Value, _ key: Key, weight: Int = 1) {
    older[key] = nil
    if let known = recent.updateValue(Kept(value: value, weight: weight), forKey: key) { self.weight -= known.weight }
    self.weight += weight
    guard self.weight > most / 2 else { return }
    older = recent
    recent = [:]
    self.weight = 0
  }

  /// Forgets one.
  mutating func forget(_ key: Key) {
    older[key] = nil
    if let known = recent.removeValue(forKey: key) { weight -= known.weight }
  }

  /// Changes one where it is, without a copy; does nothing when it is not kept.
  /// - Parameter added: What it then weighs more.
  mutating func change(_ key: Key, adding added: Int, _ body: (inout Value) -> Void) {
    if recent[key]?.change(adding: added, body) != nil {
      weight += added
    } else {
      older[key]?.change(adding: added, body)
    }
  }
}
