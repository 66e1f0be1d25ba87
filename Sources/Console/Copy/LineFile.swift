import Foundation
import Governance

/// A file that is read line by line, however long it is.
public struct LineFile {
  /// The most bytes that a line has: the documents of one event, and room for the rest.
  public static let mostBytes = 256 << 20
  private static let piece = 1 << 20

  private let path: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var isAtEnd = false
  /// How many lines were given.
  public private(set) var count = 0

  /// Opens a file.
  /// - Throws: `Failure` (66) when it is not there; (65) for a folder.
  public init(at path: String) throws {
    self.path = path
    _ = try Input.sizeOfFile(at: path)
    guard let handle = FileHandle(forReadingAtPath: path) else { throw Self.unreadable(path) }
    self.handle = handle
  }

  /// The next line without its end; nil after the last.
  /// - Throws: `Failure` (65) for a line that is too long; (74) when it cannot be read.
  public mutating func next() throws -> [UInt8]? {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        count += 1
        return line
      }
      searched = buffer.count
      guard !isAtEnd else {
        defer { buffer = [] }
        if buffer.isEmpty { return nil }
        count += 1
        return buffer
      }
      guard buffer.count <= Self.mostBytes else {
        throw Failure(
          .badInput,
          Text(
            nl: "«\(path)», regel \(count + 1), is langer dan \(Self.mostBytes >> 20) MiB",
            en: "“\(path)”, line \(count + 1), is longer than \(Self.mostBytes >> 20) MiB"))
      }
      let more = try read()
      if more.isEmpty { isAtEnd = true }
      buffer += more
    }
  }

  private func read() throws -> Data {
    do { return try handle.read(upToCount: Self.piece) ?? Data() } catch { throw Self.unreadable(path) }
  }

  private static func unreadable(_ path: String) -> Failure {
    Failure(.io, Text(nl: "document «\(path)» is niet te lezen", en: "document “\(path)” cannot be read"))
  }
}
