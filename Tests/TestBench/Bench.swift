import Foundation

/// A place to work in: an own directory, own keys, own memory and a fixed environment, all gone at the end.
package final class Bench: Sendable {
  /// The directory; nothing outside it is written to.
  package let root: URL
  /// The name every test ledger has.
  package static let origin = "ledger.voorbeeld.example/proef"
  private static let passphrase = "vier woorden zijn genoeg"

  /// An empty bench.
  package init() throws {
    root = try Self.newDirectory()
    for name in ["config", "state", "home"] {
      try FileManager.default.createDirectory(at: root.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try write(Self.passphrase + "\n", to: "wachtwoord", mode: 0o600)
  }

  /// A copy of a bench that was prepared before.
  package init(copyOf template: URL) throws {
    root = try Self.newDirectory()
    // What programs put aside while they run belongs to no bench: a browser's socket cannot even be copied.
    for name in try FileManager.default.contentsOfDirectory(atPath: template.path) where name != Self.temporary {
      try FileManager.default.copyItem(
        at: template.appendingPathComponent(name), to: root.appendingPathComponent(name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  private static func newDirectory() throws -> URL {
    let base = URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath()
    let url = base.appendingPathComponent("waarborg-proef-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent(temporary), withIntermediateDirectories: true)
    return url
  }

  /// Where programs put what they need while they run.
  private static let temporary = "tmp"

  // MARK: Files

  /// The path of something on this bench.
  package func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// The ledger that `founded` made.
  package var ledger: String { path("gemeente.ledger") }

  /// The file of one of this bench's keys.
  package func keyFile(_ name: String) -> String { path("config/waarborg/keys/\(name).key") }

  /// Writes a file and returns its path.
  @discardableResult
  package func write(_ text: String, to name: String, mode: Int = 0o644) throws -> String {
    try Data(text.utf8).write(to: root.appendingPathComponent(name))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
    return path(name)
  }

  /// What a directory holds, without what says nothing: locks, SQLite's scratch files and views, which can be rebuilt.
  package func snapshot(_ name: String = "gemeente.ledger") -> Snapshot {
    Snapshot(of: root.appendingPathComponent(name))
  }

  // MARK: Running

  /// The environment of every command.
  package var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path("home"),
      "XDG_CONFIG_HOME": path("config"), "XDG_STATE_HOME": path("state"), "XDG_CACHE_HOME": path("cache"),
      "TMPDIR": path(Self.temporary),
      "LC_ALL": "C.UTF-8", "WAARBORG_TAAL": "nl", "TZ": "Europe/Amsterdam", "SWIFT_BACKTRACE": "enable=no",
      "WAARBORG_WACHTWOORD_BESTAND": path("wachtwoord"),
    ]
  }

  /// Runs the built program and waits for it; a variable that is set to nil is taken away.
  package func run(_ arguments: [String], environment changes: [String: String?] = [:]) throws -> Outcome {
    try start(arguments, environment: changes).finish()
  }

  /// Runs the built program on this bench's ledger, with something on its standard input.
  package func inLedger(_ arguments: [String], als key: String, input: [UInt8]) throws -> Outcome {
    try RunningProgram(
      Executable.waarborg, arguments + ["--ledger", ledger, "--als", key], environment: environment, directory: root,
      input: input
    ).finish()
  }

  /// Runs the built program and waits for it.
  package func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Runs the built program on this bench's ledger.
  package func inLedger(_ arguments: String..., als key: String? = nil) throws -> Outcome {
    try inLedger(arguments, als: key)
  }

  /// Runs the built program on this bench's ledger.
  package func inLedger(_ arguments: [String], als key: String? = nil) throws -> Outcome {
    try run(arguments + ["--ledger", ledger] + (key.map { ["--als", $0] } ?? []))
  }

  /// Starts the built program without waiting.
  package func start(_ arguments: [String], environment changes: [String: String?] = [:]) throws -> RunningProgram {
    var variables = environment
    for (name, value) in changes { variables[name] = value }
    return try RunningProgram(Executable.waarborg, arguments, environment: variables, directory: root)
  }

  // MARK: Prepared benches

  /// A bench with a ledger, and the keys `secretariaat` (which founded it), `college` and `ondernemingsraad` in it.
  package static func founded() throws -> Bench { try template.copy() }

  /// Made once and only copied from then on: every test has its own.
  private static let template = PreparedBench {
    let bench = try Bench()
    for rol in ["secretariaat", "college", "ondernemingsraad"] {
      try bench.run("key", "new", rol, "--rol", rol).orThrow()
    }
    try bench.run(
      "init", bench.ledger, "--origin", origin, "--organisatie", "Gemeente Voorbeeld", "--als", "secretariaat"
    ).orThrow()
    for rol in ["college", "ondernemingsraad"] {
      try bench.inLedger("key", "register", rol, als: "secretariaat").orThrow()
    }
    return bench
  }

  /// A value that lives until the process ends has no `deinit` that runs.
  package static func removeAtExit(_ directory: URL) {
    leftovers.withLock { $0.append(directory.path) }
    _ = registered
  }

  private static let registered: Void = {
    atexit { for path in Bench.leftovers.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) } }
  }()
  private static let leftovers = Locked<[String]>([])
}

/// A value behind a lock.
final class Locked<Value>: @unchecked Sendable {
  // Unchecked: the value is touched only while the lock is held.
  private var value: Value
  private let lock = NSLock()

  init(_ value: Value) { self.value = value }

  func withLock<T>(_ body: (inout Value) throws -> T) rethrows -> T {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
