import Foundation

/// What a program did.
package struct Outcome: Sendable, CustomStringConvertible {
  package let command: String
  package let exitCode: Int32
  package let outputBytes: [UInt8]
  package let errorBytes: [UInt8]
  package let seconds: Double

  /// How a program ended, and what it wrote.
  package init(command: String, exitCode: Int32, outputBytes: [UInt8], errorBytes: [UInt8], seconds: Double) {
    self.command = command
    self.exitCode = exitCode
    self.outputBytes = outputBytes
    self.errorBytes = errorBytes
    self.seconds = seconds
  }

  /// What it wrote to standard output.
  package var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// What it wrote to standard error.
  package var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  /// The lines of standard output that hold something.
  package var lines: [String] { output.split(separator: "\n").map { String($0) } }

  /// Everything a person needs who reads a failed expectation.
  package var description: String { "\(command)\nexit \(exitCode)\n--- out\n\(output)\n--- err\n\(errors)" }

  /// The outcome itself; an error when the program did not end with 0.
  @discardableResult
  package func orThrow() throws -> Outcome {
    guard exitCode == 0 else { throw Unexpected(outcome: self) }
    return self
  }

  package struct Unexpected: Error, CustomStringConvertible {
    let outcome: Outcome
    package var description: String { outcome.description }
  }

  /// Standard output as one JSON value for each line.
  package func json() throws -> [[String: Any]] {
    try lines.map { line in
      guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
        throw Unexpected(outcome: self)
      }
      return object
    }
  }
}

/// A program that runs; what it writes goes to files, so that no pipe can fill up and stop it.
package final class RunningProgram {
  private let process = Process()
  private let command: String
  private let scratch: URL
  private let started = Date()

  package init(
    _ program: URL, _ arguments: [String], environment: [String: String], directory: URL, input: [UInt8]? = nil
  ) throws {
    command = ([program.lastPathComponent] + arguments).joined(separator: " ")
    scratch = directory.appendingPathComponent(".uitvoer-\(UUID().uuidString)")
    let files = FileManager.default
    try files.createDirectory(at: scratch, withIntermediateDirectories: false)
    for name in ["out", "err"] { try Data().write(to: scratch.appendingPathComponent(name)) }
    process.executableURL = program
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = directory
    if let input {
      let file = scratch.appendingPathComponent("in")
      try Data(input).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    process.standardOutput = try FileHandle(forWritingTo: scratch.appendingPathComponent("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.appendingPathComponent("err"))
    try process.run()
  }

  /// Waits until the program ends.
  package func finish() throws -> Outcome {
    process.waitUntilExit()
    let seconds = Date().timeIntervalSince(started)
    let read = { (name: String) in try [UInt8](Data(contentsOf: self.scratch.appendingPathComponent(name))) }
    let outcome = Outcome(
      command: command, exitCode: process.terminationReason == .exit ? process.terminationStatus : -1,
      outputBytes: try read("out"), errorBytes: try read("err"), seconds: seconds)
    try? FileManager.default.removeItem(at: scratch)
    return outcome
  }
}
