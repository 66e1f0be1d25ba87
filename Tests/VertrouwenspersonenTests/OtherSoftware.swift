import Foundation
import Testing

/// Other people's software, run as a Python script beside these tests.
enum OtherSoftware {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

  /// Writes `text` to a file and runs a script on it; nil, with the reason printed, when a package is not there.
  ///
  /// With `WAARBORG_INTEROP=verplicht` a missing package is a failure: then the check may not be skipped in silence.
  static func run(_ script: String, needing package: String, on text: String) throws -> (status: Int32, output: String)?
  {
    guard let python = try interpreter(package) else {
      let reason = "\(script) was not run: no python3 with the package \(package)"
      if ProcessInfo.processInfo.environment["WAARBORG_INTEROP"] == "verplicht" {
        Issue.record("\(reason)")
      } else {
        print("skipped: \(reason)")
      }
      return nil
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("waarborg-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try launch(python, [folder.appendingPathComponent(script).path, file.path])
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
