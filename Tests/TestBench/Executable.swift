import Foundation

/// Where the programs are that tests run.
package enum Executable {
  /// The built program: what `WAARBORG_TEST_PROGRAMMA` names, else the one beside the test bundle.
  package static let waarborg: URL = {
    if let named = ProcessInfo.processInfo.environment["WAARBORG_TEST_PROGRAMMA"] { return URL(fileURLWithPath: named) }
    let beside = ([Bundle.main] + Bundle.allBundles).flatMap { bundle in
      [bundle.executableURL, bundle.bundleURL].compactMap { $0 }.flatMap { url in
        sequence(first: url.deletingLastPathComponent()) { $0.deletingLastPathComponent() }.prefix(4)
          .map { $0.appendingPathComponent("waarborg") }
      }
    }
    let candidates = beside + [repository.appendingPathComponent(".build/debug/waarborg")]
    guard let found = candidates.first(where: { isProgram($0) }) else {
      preconditionFailure("the program waarborg was not built: swift build")
    }
    return found
  }()

  /// The folder that holds `Package.swift`.
  package static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A program on the `PATH`; nil when this machine has none.
  package static func onPath(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }.first { isProgram($0) }
  }

  private static func isProgram(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && !isDirectory.boolValue
      && FileManager.default.isExecutableFile(atPath: url.path)
  }
}
