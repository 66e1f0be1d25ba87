import Foundation
import Glibc
import Governance
import LedgerCrypto
import Testing

@testable import Console

struct PassphraseTests {
  private static func withFile<Result>(
    _ content: [UInt8], mode: Int = 0o600, _ body: (String) throws -> Result
  ) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appending(path: "zin-\(UUID().uuidString)'s").path
    #expect(FileManager.default.createFile(atPath: path, contents: Data(content)))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  private static func read(_ path: String) throws -> [UInt8] {
    try Passphrase.file(path).read(.opening, of: Text("x"), language: .dutch).withBytes { $0 }
  }

  @Test(arguments: [
    ("geheim", "geheim"), ("geheim\n", "geheim"), ("geheim\r\n", "geheim"), ("geheim\n\n", "geheim\n"), (" g ", " g "),
    ("geheim\r", "geheim\r"),
  ])
  func `A file gives its content without one newline at the end`(content: String, expected: String) throws {
    let read = try Self.withFile(Array(content.utf8)) { try Self.read($0) }
    #expect(read == Array(expected.utf8))
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o620, 0o610])
  func `A file that others may use is refused, with the command that helps`(mode: Int) throws {
    try Self.withFile(Array("geheim".utf8), mode: mode) { path in
      let error = #expect(throws: Failure.self) { try Self.read(path) }
      #expect(error?.kind == .badInput)
      let quoted = path.replacing("'", with: "'\\''")
      #expect(error?.remedy?.nl == "Typ: chmod 600 '\(quoted)'")
      #expect(error?.message.nl.contains(String(mode, radix: 8)) == true)
    }
  }

  @Test(arguments: [
    [], [0x0A], [0x0D, 0x0A], [UInt8](repeating: 0x61, count: 4097), [UInt8](repeating: 0x61, count: 9999),
  ])
  func `Empty and far too long are refused`(content: [UInt8]) throws {
    try Self.withFile(content) { path in
      let error = #expect(throws: Failure.self) { try Self.read(path) }
      #expect(error?.kind == .badInput)
      #expect(error?.remedy != nil)
    }
  }

  @Test func `The longest allowed fits with its newline`() throws {
    let longest = [UInt8](repeating: 0x61, count: 4096)
    #expect(try Self.withFile(longest + [0x0D, 0x0A]) { try Self.read($0) } == longest)
  }

  @Test(arguments: ["/nergens/te/vinden", "/tmp"])
  func `A file that is not there and a folder are I/O failures`(path: String) {
    let error = #expect(throws: Failure.self) { try Self.read(path) }
    #expect(error?.kind == .io)
  }

  @Test func `A descriptor gives what was written to it`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("geheim\n".utf8))
    try pipe.fileHandleForWriting.close()
    let source = Passphrase.descriptor(pipe.fileHandleForReading.fileDescriptor)
    #expect(try source.read(.opening, of: Text("x"), language: .dutch).withBytes { $0 } == Array("geheim".utf8))
  }

  @Test func `A descriptor that is not open is an I/O failure`() {
    let error = #expect(throws: Failure.self) {
      try Passphrase.descriptor(9999).read(.opening, of: Text("x"), language: .dutch)
    }
    #expect(error?.kind == .io)
  }

  @Test func `The options choose the source, and only one of them may be given`() throws {
    #expect(try Passphrase.choose(file: nil, descriptor: nil) == .prompt)
    #expect(try Passphrase.choose(file: "a", descriptor: nil) == .file("a"))
    #expect(try Passphrase.choose(file: nil, descriptor: 3) == .descriptor(3))
    let error = #expect(throws: Failure.self) { try Passphrase.choose(file: "a", descriptor: 3) }
    #expect(error?.kind == .usage)
  }
}
