import Foundation

/// A bag in a folder: nothing is followed and nothing outside it is touched.
public struct BagFolder: BagSource {
  /// The size of every file by its safe path.
  public let files: [String: UInt64]
  /// Names taken by links, devices and what may not be there.
  public let refused: Set<String>
  private let root: String

  /// Looks at every name in a folder.
  /// - Returns: The folder, and what may not be in it.
  /// - Throws: `BagFault` when there is more than is read at all.
  public static func open(_ url: URL) throws -> (folder: BagFolder, faults: [BagFault]) {
    var names = BagNames()
    var folders = [""]
    var seen = 0
    while let folder = folders.popLast() {
      let place = folder.isEmpty ? url.path : "\(url.path)/\(folder)"
      guard let found = try? FileManager.default.contentsOfDirectory(atPath: place) else {
        throw BagFault(.path, folder, nl: "deze map is niet te lezen", en: "this directory cannot be read")
      }
      seen += found.count
      // Folders count as well: a million empty ones is a way to keep a reader busy.
      guard seen <= 2 * BagLimits.files else {
        throw BagFault(.size, nl: "te veel namen", en: "too many names")
      }
      for name in found.sorted() {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        var status = stat()
        guard lstat("\(url.path)/\(path)", &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFREG: try names.add(path, size: UInt64(max(status.st_size, 0)))
        case S_IFDIR where path.utf8.count <= BagPath.mostBytes: folders.append(path)
        default:
          names.refuse(path, nl: "een verwijzing of bijzonder bestand", en: "a link or a special file")
        }
      }
    }
    return (BagFolder(files: names.files, refused: names.refused, root: url.path), names.faults)
  }

  /// Reads a file piece by piece, and stops when it turns out to be longer than it was.
  public func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws {
    let descriptor = Foundation.open("\(root)/\(path)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw BagFault(.path, path, nl: "niet te lezen", en: "cannot be read")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var left = files[path] ?? 0
    while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty {
      guard UInt64(data.count) <= left else {
        throw BagFault(.size, path, nl: "veranderde onder het lezen", en: "changed while it was read")
      }
      left -= UInt64(data.count)
      try take([UInt8](data))
    }
  }
}
