import Foundation
import LedgerSQLite

/// What of a ledger must not change when a command is refused: its log, vault, documents and key, byte for byte.
struct Inhoud: Equatable {
  private var files: [String: Data] = [:]

  init(of directory: LedgerDirectory) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: directory.url.path) {
      // Locks, scratch files and views: views are rebuilt when read.
      guard !path.hasPrefix("views"), !path.hasSuffix(".lock"), !path.hasSuffix("-shm") else { continue }
      let content = FileManager.default.contents(atPath: directory.url.appendingPathComponent(path).path)
      // Whoever reads leaves an empty journal behind; one with something in it counts.
      if path.hasSuffix("-wal"), content?.isEmpty ?? true { continue }
      files[path] = content
    }
  }
}
