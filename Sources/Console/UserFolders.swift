import Foundation

/// A person's folders for this program (XDG Base Directory Specification).
public struct UserFolders: Sendable {
  private let environment: [String: String]

  /// The folders that belong to an environment.
  public init(environment: [String: String]) { self.environment = environment }

  /// For keys.
  public var config: URL { folder("XDG_CONFIG_HOME", ".config") ?? URL(fileURLWithPath: "/.config/waarborg") }
  /// For what must not be lost and need not be copied: the checkpoints that were seen.
  public var state: URL { folder("XDG_STATE_HOME", ".local/state") ?? URL(fileURLWithPath: "/.local/state/waarborg") }
  /// For what ends when the person logs out; nil where the system makes no such folder.
  public var runtime: URL? { folder("XDG_RUNTIME_DIR", nil) }
  /// For what can be made again: the views; nil for someone without a home.
  public var cache: URL? { folder("XDG_CACHE_HOME", ".cache") }

  /// A relative path must be ignored, says the specification.
  private func folder(_ variable: String, _ place: String?) -> URL? {
    let home = place.flatMap { place in
      environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/\(place)" : nil }
    }
    let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home
    return base.map { URL(fileURLWithPath: $0).appendingPathComponent("waarborg") }
  }
}
