import Foundation

/// A program at a terminal of its own, and the person who reads and types there.
package final class TypedProgram {
  private let near: Int32
  private let process = Process()
  /// What the terminal has shown.
  package private(set) var shown = ""
  private var seen = 0

  /// Starts a program in a session of its own whose terminal it is.
  package init(_ program: URL, _ arguments: [String], environment: [String: String], directory: URL) throws {
    near = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN (man 2 ioctl_tty): unlock the far end and ask its number.
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard near >= 0, ioctl(near, 0x4004_5431, &locked) == 0, ioctl(near, 0x8004_5430, &number) == 0 else {
      throw CocoaError(.fileNoSuchFile)
    }
    let far = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    let terminal = FileHandle(fileDescriptor: far, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["setsid", "--ctty", "--wait", program.path] + arguments
    process.environment = environment.merging(["TERM": "dumb"]) { $1 }
    process.currentDirectoryURL = directory
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
  }

  deinit { close(near) }

  /// Waits for some words behind what was seen before, then types; whether the words came.
  @discardableResult
  package func answer(_ prompt: String, _ typed: String) -> Bool {
    let end = Date(timeIntervalSinceNow: 30)
    while !shown.dropFirst(seen).contains(prompt) {
      guard Date() < end, readSome() else { return false }
    }
    seen = shown.count
    let bytes = Array(typed.utf8)
    return write(near, bytes, bytes.count) == bytes.count
  }

  /// Waits until the program ends; its exit status.
  package func finish() -> Int32 {
    while process.isRunning { _ = readSome(milliseconds: 50) }
    process.waitUntilExit()
    while readSome(milliseconds: 50) {}
    return process.terminationStatus
  }

  private func readSome(milliseconds: Int32 = 1_000) -> Bool {
    var wanted = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, milliseconds) == 1 else { return process.isRunning && milliseconds > 100 }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(near, &bytes, bytes.count)
    guard count > 0 else { return false }
    shown += String(decoding: bytes[..<count], as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    return true
  }
}

extension Bench {
  /// Starts the built program at a terminal.
  package func typed(_ arguments: [String], environment changes: [String: String?] = [:]) throws -> TypedProgram {
    var variables = environment
    for (name, value) in changes { variables[name] = value }
    return try TypedProgram(Executable.waarborg, arguments, environment: variables, directory: root)
  }
}
