import Foundation

/// Writes files into one ZIP, one after the other, always the same bytes for the same files.
public final class ZipWriter {
  private let handle: FileHandle
  private var entries: [ZipFormat.Entry] = []
  private var offset: UInt64 = 0

  /// Starts a ZIP in a new file.
  /// - Throws: what the system says; also when there is a file already.
  public init(_ url: URL) throws {
    try Data().write(to: url, options: .withoutOverwriting)
    handle = try FileHandle(forWritingTo: url)
  }

  /// Adds a file.
  /// - Throws: `BagFault` when the ZIP would hold more than this form can.
  public func add(_ path: String, _ bytes: [UInt8]) throws {
    guard entries.count < ZipFormat.mostEntries, offset + UInt64(bytes.count) + 4096 <= BagLimits.bytes else {
      throw BagFault(.size, nl: "dit past niet in één zip", en: "this does not fit into one zip")
    }
    var crc = CRC32()
    crc.update(bytes)
    let entry = ZipFormat.Entry(
      name: Array((ZipFormat.folder + path).utf8), crc: crc.value, size: UInt32(bytes.count), offset: UInt32(offset))
    entries.append(entry)
    try write(entry.localHeader)
    try write(bytes)
  }

  /// Writes the list of what is in it, and makes the file durable.
  public func finish() throws {
    let start = offset
    for entry in entries { try write(entry.centralHeader) }
    guard offset <= BagLimits.bytes else {
      throw BagFault(.size, nl: "dit past niet in één zip", en: "this does not fit into one zip")
    }
    try write(ZipFormat.endRecord(entries: entries.count, length: UInt32(offset - start), offset: UInt32(start)))
    try handle.synchronize()
    try handle.close()
  }

  private func write(_ bytes: [UInt8]) throws {
    try handle.write(contentsOf: Data(bytes))
    offset += UInt64(bytes.count)
  }
}
