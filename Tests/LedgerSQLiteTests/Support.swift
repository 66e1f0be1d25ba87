import Foundation
import Ledger
import LedgerCrypto
import Testing

@testable import LedgerSQLite

/// A directory that is gone when the test is.
final class Scratch: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("waarborg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A new, empty ledger.
  func ledger(_ name: String = "a.ledger", waiting: Double = 30) throws -> LedgerDirectory {
    let ledger = LedgerDirectory(
      url.appendingPathComponent(name), cache: url.appendingPathComponent("cache"), waiting: waiting)
    try ledger.create { _ in }
    return ledger
  }
}

/// Every file below a directory, by path, and what is in it.
func files(below url: URL) throws -> [String: [UInt8]] {
  var found: [String: [UInt8]] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
    var isDirectory: ObjCBool = false
    let file = url.appendingPathComponent(path)
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory), !isDirectory.boolValue else {
      continue
    }
    found[path] = [UInt8](try Data(contentsOf: file))
  }
  return found
}

extension [UInt8] {
  func holds(_ text: String) -> Bool { Data(self).range(of: Data(text.utf8)) != nil }
}

/// Runs `body` on a file system in memory; false, with the reason printed, where none can be mounted.
func onDiskInMemory(_ options: String, _ body: (URL) throws -> Void) throws -> Bool {
  let place = try Scratch()
  guard try run("/usr/bin/mount", "-t", "tmpfs", "-o", options, "none", place.url.path) else {
    print("skipped: mounting a tmpfs is not permitted here")
    return false
  }
  defer { _ = try? run("/usr/bin/umount", "-l", place.url.path) }
  try body(place.url)
  return true
}

/// Whether a program ends with 0.
@discardableResult
func run(_ program: String, _ arguments: String...) throws -> Bool {
  guard FileManager.default.isExecutableFile(atPath: program) else { return false }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus == 0
}

/// Events, keys and an appender for a log without a domain.
struct Writer {
  static let origin = "ledger.example.nl/test"
  let key: SigningKey
  let signer: NoteSigner

  init() throws {
    key = try SigningKey(seed: SecretBytes(Array(0x00...0x1f)))
    signer = try NoteSigner(name: Self.origin, key: SigningKey(seed: SecretBytes(Array(0x20...0x3f))))
  }

  static func id(_ number: Int) throws -> EventID {
    let hex = String(number, radix: 16)
    return try #require(EventID("019aa0a0-0000-7000-8000-" + String(repeating: "0", count: 12 - hex.count) + hex))
  }

  static func stream(_ number: Int) throws -> StreamID { StreamID(kind: "Proef", id: try id(number)) }

  func event(
    _ number: Int, stream: Int = 0, seq: Int64, at time: Int64 = 1_764_000_000, origin: String = origin,
    text: String = "x"
  ) throws -> SignedEvent {
    try SignedEvent(
      Envelope(
        origin: origin, id: Self.id(number), signedAt: time, stream: Self.stream(stream), seq: seq, type: "Proef",
        version: 1, effective: "2026-11-21", facts: [.init("tekst", .string(text))], sealedDigests: []),
      signedBy: key)
  }

  @discardableResult
  func append(_ events: [SignedEvent], to log: any LogStore, expecting size: UInt64? = nil) throws -> AppendReceipt {
    try LogAppender(store: log, origin: Self.origin, signer: signer)
      .append(events, expecting: size ?? log.size())
  }

  /// Appends the next `count` events of one stream in one append.
  func fill(_ log: any LogStore, _ count: Int) throws {
    let size = Int(try log.size())
    let version = try log.version(of: Self.stream(0))
    try append(try (0..<count).map { try event(size + $0, seq: version + 1 + Int64($0)) }, to: log)
  }
}

struct Interrupted: Error {}
