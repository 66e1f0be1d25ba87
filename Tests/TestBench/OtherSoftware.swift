import Foundation
import Testing

/// Other people's software, run as a Python script beside these tests.
package enum OtherSoftware {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Writes `text` to a file and runs a script on it; nil, with the reason printed, when a package is not there.
  ///
  /// With `WAARBORG_INTEROP=verplicht` a missing package is a failure: then the check may not be skipped in silence.
  /// - Parameters:
  ///   - script: The script's name.
  ///   - file: The test beside which it lies.
  ///   - package: The Python package it needs.
  ///   - text: What it is run on.
  package static func run(
    _ script: String, beside file: String = #filePath, needing package: String, on text: String
  ) throws -> (status: Int32, output: String)? {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    guard let python = try interpreter(package) else {
      let reason = "\(script) was not run: no python3 with the package \(package)"
      if ProcessInfo.processInfo.environment["WAARBORG_INTEROP"] == "verplicht" {
        Issue.record("\(reason)")
      } else {
        print("skipped: \(reason)")
      }
      return nil
    }
    let input = FileManager.default.temporaryDirectory.appendingPathComponent("waarborg-\(UUID().uuidString)")
    try Data(text.utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    return try launch(python, [folder.appendingPathComponent(script).path, input.path])
  }

  private static func interpreter(_ package: String) throws -> String? {
    let own = root.appendingPathComponent(".build-python/bin/python3").path
    return try [own, "python3"].first { try launch($0, ["-c", "import \(package)"]).status == 0 }
  }

  private static func launch(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
