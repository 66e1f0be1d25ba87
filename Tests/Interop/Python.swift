import Foundation
import TestBench
import Testing

/// Other people's software, from the virtual environment that `Tools/test` makes.
enum Python {
  private static let program = Executable.repository.appendingPathComponent(".build-python/bin/python3")

  /// Its path.
  static let interpreter = program.path

  /// Whether it is there. Where `WAARBORG_INTEROP` says `verplicht`, tests run without it too, and fail.
  static let isExpected =
    FileManager.default.isExecutableFile(atPath: program.path)
    || ProcessInfo.processInfo.environment["WAARBORG_INTEROP"] == "verplicht"

  static let reason: Comment = "no Python with sd-jwt, jsonschema and cryptography in .build-python: run Tools/test"

  /// Runs one of the scripts beside this file.
  static func run(_ script: String, _ arguments: String..., on bench: Bench) throws -> Outcome {
    try run(script, arguments, on: bench)
  }

  /// Runs one of the scripts beside this file, with more in its environment.
  static func run(
    _ script: String, _ arguments: [String], on bench: Bench, environment more: [String: String] = [:]
  ) throws -> Outcome {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(script).path
    let environment = bench.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }.merging(more) { $1 }
    return try RunningProgram(program, [path] + arguments, environment: environment, directory: bench.root).finish()
  }
}

extension Bench {
  /// A founded ledger with a function and its holder, whose name is sealed.
  static func withHolder() throws -> Bench {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "functie", "Griffier", als: "secretariaat").orThrow()
    try bench.inLedger("organisatie", "bekleed", "Griffier", "--naam", "G. Verzonnen", als: "secretariaat").orThrow()
    return bench
  }

  /// The public half of a key, in a file.
  func card(_ key: String) throws -> String {
    try write(try run("key", "show", key, "--jwk").orThrow().output, to: "\(key).jwk")
  }
}
