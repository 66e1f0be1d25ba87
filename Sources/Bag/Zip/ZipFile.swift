import Foundation

/// A bag in one ZIP of the kind that `ZipWriter` writes; any other kind is refused before anything is unpacked.
///
/// Each entry is stored, begins where the one before it ends, and says the same in both headers: no bomb, no entries that
/// overlap, nothing hidden between them.
public final class ZipFile: BagSource {
  /// The size of every file by its safe path.
  public let files: [String: UInt64]
  /// Names taken by what may not be there.
  public let refused: Set<String>
  private let handle: FileHandle
  private let places: [String: (start: UInt64, entry: ZipFormat.Entry)]

  /// Reads the list of what is in a ZIP.
  /// - Returns: The ZIP, and what may not be in it.
  /// - Throws: `BagFault` when it is not one of this kind.
  public static func open(_ url: URL) throws -> (zip: ZipFile, faults: [BagFault]) {
    // Opening a pipe would wait for who writes to it.
    let descriptor = Foundation.open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw BagFault(.zip, nl: "niet te lezen", en: "cannot be read") }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw BagFault(.zip, nl: "geen gewoon bestand", en: "not a regular file")
    }
    var reader = ZipReader(handle: handle)
    let entries = try reader.entries()
    var names = BagNames()
    var places: [String: (start: UInt64, entry: ZipFormat.Entry)] = [:]
    for item in entries {
      let full = String(decoding: item.entry.name, as: UTF8.self)
      let name = full.hasPrefix(ZipFormat.folder) ? String(full.dropFirst(ZipFormat.folder.count)) : full
      guard full.hasPrefix(ZipFormat.folder), item.isRegular else {
        names.refuse(
          name, nl: "een verwijzing, een map, of buiten de map bundel/", en: "a link, a folder, or outside bundel/")
        continue
      }
      try names.add(name, size: UInt64(item.entry.size))
      if places[name] == nil { places[name] = (item.start, item.entry) }
    }
    return (ZipFile(names, handle, places), names.faults)
  }

  private init(_ names: BagNames, _ handle: FileHandle, _ places: [String: (start: UInt64, entry: ZipFormat.Entry)]) {
    files = names.files
    refused = names.refused
    self.handle = handle
    self.places = places
  }

  /// Reads a file piece by piece and compares its checksum.
  public func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws {
    guard let (start, entry) = places[path] else { return }
    try handle.seek(toOffset: start)
    var left = Int(entry.size)
    var crc = CRC32()
    while left > 0 {
      guard let data = try handle.read(upToCount: min(left, 1 << 20)), !data.isEmpty else {
        throw BagFault(.zip, nl: "afgebroken", en: "cut short")
      }
      let bytes = [UInt8](data)
      crc.update(bytes)
      left -= bytes.count
      try take(bytes)
    }
    guard crc.value == entry.crc else {
      throw BagFault(.zip, nl: "\(path): de controlesom klopt niet", en: "\(path): the checksum does not hold")
    }
  }
}

/// Reads the records of a ZIP from its end to its beginning.
private struct ZipReader {
  let handle: FileHandle

  struct Item {
    let entry: ZipFormat.Entry
    let start: UInt64
    let isRegular: Bool
  }

  private static func fault(_ nl: String, _ en: String) -> BagFault { BagFault(.zip, nl: nl, en: en) }

  mutating func entries() throws -> [Item] {
    let length = try handle.seekToEnd()
    guard length >= UInt64(ZipFormat.endLength), length <= BagLimits.bytes + (16 << 20) else {
      throw length < UInt64(ZipFormat.endLength)
        ? Self.fault("te kort", "too short")
        : BagFault(.size, nl: "meer dan \(BagLimits.bytes) bytes", en: "more than \(BagLimits.bytes) bytes")
    }
    let end = try bytes(at: length - UInt64(ZipFormat.endLength), ZipFormat.endLength)
    let count = Int(end.little16(8))
    let (size, offset) = (end.little32(12), end.little32(16))
    guard end.little32(0) == ZipFormat.end, end.little16(4) == 0, end.little16(6) == 0,
      end.little16(10) == end.little16(8),
      end.little16(20) == 0, UInt64(offset) + UInt64(size) + UInt64(ZipFormat.endLength) == length,
      Int(size) <= count * (ZipFormat.centralLength + 2 * BagPath.mostBytes)
    else { throw Self.fault("het einde klopt niet", "its end is not right") }
    let list = try bytes(at: UInt64(offset), Int(size))
    return try items(list, count, upTo: UInt64(offset))
  }

  private func items(_ list: [UInt8], _ count: Int, upTo end: UInt64) throws -> [Item] {
    var items: [Item] = []
    var at = 0
    var next: UInt64 = 0
    for _ in 0..<count {
      guard at + ZipFormat.centralLength <= list.count, list.little32(at) == ZipFormat.central else {
        throw Self.fault("de lijst klopt niet", "its list is not right")
      }
      let nameLength = Int(list.little16(at + 28))
      let start = at + ZipFormat.centralLength
      guard start + nameLength <= list.count else { throw Self.fault("de lijst klopt niet", "its list is not right") }
      let entry = ZipFormat.Entry(
        name: Array(list[start..<(start + nameLength)]), crc: list.little32(at + 16), size: list.little32(at + 24),
        offset: list.little32(at + 42))
      // Flags, method, compressed size, extra fields, comment, disk.
      guard list.little16(at + 8) == 0, list.little16(at + 10) == 0, list.little32(at + 20) == entry.size,
        list.little16(at + 30) == 0, list.little16(at + 32) == 0, list.little16(at + 34) == 0
      else { throw Self.fault("een bestand is niet gewoon opgeslagen", "a file is not simply stored") }
      guard UInt64(entry.offset) == next else {
        throw Self.fault("bestanden sluiten niet op elkaar aan", "files do not follow each other")
      }
      let header = try bytes(at: next, ZipFormat.localLength + nameLength)
      guard header == entry.header(like: header) else {
        throw Self.fault("een bestand heet of meet op twee plaatsen anders", "a file is named or measured in two ways")
      }
      let mode = list.little32(at + 38) >> 16 & 0o170000
      next += UInt64(header.count) + UInt64(entry.size)
      items.append(
        Item(entry: entry, start: UInt64(entry.offset) + UInt64(header.count), isRegular: mode == 0o100000 || mode == 0)
      )
      at = start + nameLength
    }
    guard at == list.count, next == end else { throw Self.fault("er staat iets tussen", "something stands in between") }
    return items
  }

  private func bytes(at offset: UInt64, _ count: Int) throws -> [UInt8] {
    try handle.seek(toOffset: offset)
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let data = try handle.read(upToCount: count - bytes.count), !data.isEmpty else {
        throw Self.fault("afgebroken", "cut short")
      }
      bytes += data
    }
    return bytes
  }
}

extension ZipFormat.Entry {
  /// The header that stands before the file, with version and time as they were found: those decide nothing.
  fileprivate func header(like found: [UInt8]) -> [UInt8] {
    var header = localHeader
    for index in [4, 5, 10, 11, 12, 13] { header[index] = found[index] }
    return header
  }
}

extension [UInt8] {
  fileprivate func little16(_ at: Int) -> UInt16 { UInt16(self[at]) | UInt16(self[at + 1]) << 8 }
  fileprivate func little32(_ at: Int) -> UInt32 { UInt32(little16(at)) | UInt32(little16(at + 2)) << 16 }
}
