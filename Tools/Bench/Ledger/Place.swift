import Foundation

/// The folder of one run: ledgers, keys and what programs write, all gone at the end.
struct Place {
  static let origin = "bench.example/ledger"
  static let passphrase = "vier woorden zijn genoeg"

  let root: URL

  init() throws {
    root = URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath()
      .appendingPathComponent("waarborg-bench-\(getpid())")
    for name in ["config", "state", "home", "tmp"] {
      try FileManager.default.createDirectory(at: root.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try Data((Self.passphrase + "\n").utf8).write(to: root.appendingPathComponent("wachtwoord"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("wachtwoord"))
  }

  func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  func remove() { try? FileManager.default.removeItem(at: root) }

  /// Takes one thing away, when it is there.
  func clear(_ name: String) { try? FileManager.default.removeItem(atPath: path(name)) }

  /// The environment of every command.
  var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path("home"),
      "XDG_CONFIG_HOME": path("config"), "XDG_STATE_HOME": path("state"), "XDG_CACHE_HOME": path("cache"),
      "TMPDIR": path("tmp"), "LC_ALL": "C.UTF-8", "WAARBORG_TAAL": "nl", "TZ": "Europe/Amsterdam",
      "SWIFT_BACKTRACE": "enable=no", "WAARBORG_KLOKSPRONG": "1000000",
      "WAARBORG_WACHTWOORD_BESTAND": path("wachtwoord"),
    ]
  }

  /// Where the program keeps views.
  var views: URL { root.appendingPathComponent("cache/waarborg/views") }

  /// How many files a folder has, and their bytes together.
  func contents(_ name: String) -> (files: Int, bytes: Int) {
    var (files, bytes) = (0, 0)
    let walk = FileManager.default.enumerator(
      at: root.appendingPathComponent(name), includingPropertiesForKeys: [.fileSizeKey, .isRegularFileKey])
    while let url = walk?.nextObject() as? URL {
      guard let values = try? url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey]),
        values.isRegularFile == true
      else { continue }
      files += 1
      bytes += values.fileSize ?? 0
    }
    return (files, bytes)
  }
}
