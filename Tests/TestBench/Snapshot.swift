import Foundation

/// What a directory held at a moment: a path for each file, with its bytes; a directory has none.
package struct Snapshot: Equatable, CustomStringConvertible {
  package private(set) var files: [String: Data?] = [:]

  package init(of directory: URL) {
    let walk = FileManager.default.enumerator(atPath: directory.path)
    while let name = walk?.nextObject() as? String {
      let bytes = FileManager.default.contents(atPath: directory.appendingPathComponent(name).path)
      // Readers leave an empty WAL behind; one that holds something is a write.
      if Self.saysNothing(name) || name.hasSuffix("-wal") && bytes?.isEmpty != false { continue }
      files[name] = .some(bytes)
    }
  }

  /// Lock files, what SQLite keeps beside a database while it is open, and views: they are rebuilt when read.
  private static func saysNothing(_ path: String) -> Bool {
    let name = (path as NSString).lastPathComponent
    return name.hasSuffix(".lock") || name.hasSuffix("-shm") || name.hasPrefix("views.")
      || name.hasPrefix(".uitvoer-")
  }

  package var description: String {
    files.keys.sorted().map { name in "\(name): \((files[name] ?? nil).map { "\($0.count) bytes" } ?? "directory")" }
      .joined(separator: "\n")
  }
}
