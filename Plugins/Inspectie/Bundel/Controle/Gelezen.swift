import Bag
import Foundation
import Governance
import Ledger

/// The files of a bundle whose container is in order, read as they are asked for.
struct Gelezen {
  let source: any BagSource

  /// Whether a file of the payload is there.
  func has(_ path: String) -> Bool { source.files["data/" + path] != nil }

  /// A file of the payload; nil when it is not there or too large.
  func bytes(_ path: String) -> [UInt8]? { try? source.bytes("data/" + path) }

  /// A file of JSON; nil when it is not that.
  func json(_ path: String) -> JSON? { bytes(path).flatMap { try? JSON(parsing: $0) } }

  /// The numbers of the events, in order.
  var plaatsen: [UInt64] {
    Set(source.files.keys.compactMap { Self.plaats($0) }).sorted()
  }

  /// The sizes of the earlier checkpoints, in order.
  var eerdere: [UInt64] {
    Set(source.files.keys.compactMap { Self.eerder($0) }).sorted()
  }

  /// The largest number: what JSON can say exactly (RFC 7493), so that no reader is thrown by another.
  static let grootsteNummer: UInt64 = (1 << 53) - 1

  /// The number of the event that a file is of; nil for any other file.
  static func plaats(_ path: String) -> UInt64? {
    nummer(path, in: "gebeurtenissen", Bundelindeling.Gebeurtenisbestand.self)
  }

  /// The size of the earlier checkpoint that a file is of; nil for any other file. The empty log shows nothing.
  static func eerder(_ path: String) -> UInt64? {
    nummer(path, in: "eerder", Bundelindeling.Eerderbestand.self).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func nummer<Bestand: RawRepresentable<String>>(
    _ path: String, in folder: String, _ files: Bestand.Type
  ) -> UInt64? {
    let prefix = "data/\(folder)/"
    guard path.hasPrefix(prefix) else { return nil }
    let name = path.dropFirst(prefix.count)
    guard let dot = name.firstIndex(of: "."), let number = UInt64(name[..<dot]), number <= grootsteNummer,
      String(number) == name[..<dot],
      Bestand(rawValue: String(name[name.index(after: dot)...])) != nil
    else { return nil }
    return number
  }
}

extension JSON {
  /// The same value with the members of every object sorted: their order says nothing.
  var geordend: JSON {
    switch self {
    case .object(let members):
      .object(
        members.map { JSON.Member($0.name, $0.value.geordend) }.sorted {
          $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        })
    case .array(let elements): .array(elements.map(\.geordend))
    default: self
    }
  }

  /// Whether both say the same, letter by letter: to Swift two spellings of one letter are equal, to others they are not.
  func zegtHetzelfde(als other: JSON) -> Bool { geordend.serialized == other.geordend.serialized }
}
