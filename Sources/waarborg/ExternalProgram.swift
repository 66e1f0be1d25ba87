import Foundation

/// Programs called `waarborg-<word>` on the `PATH` become `waarborg <word>`, as in git.
struct ExternalProgram {
  private let url: URL
  private let arguments: [String]

  /// The program for a first word that is none of our own commands; nil when there is none.
  init?(_ arguments: [String], environment: [String: String], own: Set<String>) {
    guard let word = arguments.first, !own.contains(word), Self.isWord(word) else { return nil }
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/waarborg-\(word)"
      guard FileManager.default.isExecutableFile(atPath: path) else { continue }
      url = URL(fileURLWithPath: path)
      self.arguments = Array(arguments.dropFirst())
      return
    }
    return nil
  }

  /// Runs it in our place and returns its exit status.
  func run() throws -> Int32 {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }

  /// A word, never a path or an option.
  private static func isWord(_ text: String) -> Bool {
    (1...40).contains(text.count) && !text.hasPrefix("-")
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
