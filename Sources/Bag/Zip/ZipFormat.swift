/// The three records of a ZIP as they are written here (PKWARE APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16).
///
/// Only stored entries, one disk, no extensions, no comment: one spelling, so that the same files give the same bytes, and
/// nothing can grow while it is unpacked.
enum ZipFormat {
  static let local: UInt32 = 0x0403_4B50
  static let central: UInt32 = 0x0201_4B50
  static let end: UInt32 = 0x0605_4B50
  static let localLength = 30
  static let centralLength = 46
  static let endLength = 22
  /// The folder that everything is in, so that unpacking never scatters files.
  static let folder = "bundel/"
  static let mostEntries = 65_000

  struct Entry: Sendable, Hashable {
    let name: [UInt8]
    let crc: UInt32
    let size: UInt32
    let offset: UInt32

    /// What both headers say: version 1.0, no flags, stored, midnight 1 January 1980, checksum, size, length of the name.
    private var common: [UInt8] {
      little16(10) + little16(0) + little16(0) + little16(0) + little16(0x0021) + little32(crc) + little32(size)
        + little32(size) + little16(UInt16(name.count)) + little16(0)
    }

    var localHeader: [UInt8] { little32(ZipFormat.local) + common + name }

    /// Made by Unix, a regular file that everyone may read.
    var centralHeader: [UInt8] {
      little32(ZipFormat.central) + little16(0x031E) + common + little16(0) + little16(0) + little16(0)
        + little32(0o100644 << 16) + little32(offset) + name
    }
  }

  static func endRecord(entries: Int, length: UInt32, offset: UInt32) -> [UInt8] {
    little32(end) + little16(0) + little16(0) + little16(UInt16(entries)) + little16(UInt16(entries))
      + little32(length) + little32(offset) + little16(0)
  }

  static func little16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  static func little32(_ value: UInt32) -> [UInt8] {
    little16(UInt16(value & 0xFFFF)) + little16(UInt16(value >> 16))
  }
}
