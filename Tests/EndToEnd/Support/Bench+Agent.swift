import Foundation
import TestBench
import Testing

extension Bench {
  /// The variables of someone at a machine: a folder that goes at logout, a key of one's own, and no file with a passphrase.
  var person: [String: String?] {
    [
      "XDG_RUNTIME_DIR": path("run"), "WAARBORG_WACHTWOORD_BESTAND": nil, "WAARBORG_LEDGER": ledger,
      "WAARBORG_SLEUTEL": "secretariaat",
    ]
  }

  /// The folder of the process that keeps keys open, and its socket.
  var agentFolder: String { path("run/waarborg") }
  var agentSocket: String { "\(agentFolder)/sleutels.sock" }

  /// A founded bench of someone who has not unlocked anything.
  static func atMachine() throws -> Bench {
    let bench = try Bench.founded()
    try FileManager.default.createDirectory(
      atPath: bench.path("run"), withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return bench
  }

  /// What a person types, with no passphrase to be had but that of a key that is open.
  func enter(_ arguments: String...) throws -> Outcome { try run(arguments, environment: person) }

  /// Unlocks keys with the passphrase of the bench.
  @discardableResult
  func unlock(_ arguments: String...) throws -> Outcome {
    try run(["ontgrendel"] + arguments + ["--wachtwoord-bestand", path("wachtwoord")], environment: person)
  }

  /// The processes that keep keys of this bench open.
  func agents() throws -> [Int32] { try processes(saying: agentFolder) }

  /// The processes with a word among their arguments.
  func processes(saying word: String) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }.filter { process in
      let arguments = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")?.split(separator: 0) ?? []
      let state = FileManager.default.contents(atPath: "/proc/\(process)/stat").map {
        String(decoding: $0, as: UTF8.self)
      }
      // One that has ended and was not waited for is none.
      return arguments.contains { String(decoding: $0, as: UTF8.self) == word } && state?.contains(") Z ") == false
    }
  }

  /// Waits until something is so; whether it became so.
  func becomes(within seconds: Double = 15, _ condition: () throws -> Bool) throws -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      if try condition() { return true }
      usleep(100_000)
    }
    return try condition()
  }
}

/// Expects that a command wanted a passphrase, which there was nobody to give.
/// - Parameter isAlways: Whether it wants one also for a key that is open, so that unlocking it is no advice.
func expectAsked(
  _ outcome: Outcome, isAlways: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectRefusal(outcome, Exit.usage, saying: "er is een wachtwoordzin nodig", sourceLocation: sourceLocation)
  #expect(
    outcome.errors.contains("waarborg ontgrendel") == !isAlways, "\(outcome)", sourceLocation: sourceLocation)
}
