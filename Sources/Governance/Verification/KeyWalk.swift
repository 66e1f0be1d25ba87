/// The way from key to key along what they are wrapped under, or what is wrapped under them.
enum KeyWalk {
  /// What one key on the way says.
  enum Answer {
    case yes
    case onward([String])
  }

  /// Whether a key is what is asked for, or leads to one that is. Whoever writes in the vault can wrap keys in a ring: no
  /// step goes by the same key twice.
  static func leads(_ start: String, _ judge: (String) throws -> Answer) throws -> Bool {
    var (seen, waiting): (Set<String>, [String]) = ([start], [start])
    while let name = waiting.popLast() {
      guard case .onward(let names) = try judge(name) else { return true }
      for name in names where seen.insert(name).inserted { waiting.append(name) }
    }
    return false
  }
}
