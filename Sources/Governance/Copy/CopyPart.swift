import Ledger
import LedgerCrypto

/// One piece of a copy, or of what brings a copy up to date, in the order in which they are taken up: each event, then what
/// it brought into the vault, then the checkpoint that is signed behind it.
public enum CopyPart: Sendable {
  /// The next event's bytes, and the list of what it brought; nil when it brought nothing.
  case event([UInt8], list: String?)
  /// What is in the vault of an event that came before, as far as the reader may have it, and the files it names.
  case rows(VaultRows, files: [Digest: [UInt8]])
  /// A checkpoint over the events so far.
  case checkpoint(StoredCheckpoint)

  /// As one line of a file.
  public var json: JSON {
    switch self {
    case .event(let leaf, let list):
      ["gebeurtenis": .init(bytes: leaf), "lijst": list.map { .string($0) } ?? .null]
    case .rows(let rows, let files):
      .object([.init("kluis", rows.event.json)] + rows.members(files))
    case .checkpoint(let stored):
      ["controlepunt": .string(stored.note), "omvang": .int(Int64(clamping: stored.size))]
    }
  }

  /// Reads a line.
  /// - Throws: `Failure` (65) when it is none.
  public init(_ json: JSON) throws {
    let members = Members(json)
    do {
      if json["gebeurtenis"] != nil {
        self = .event(try members.bytes("gebeurtenis"), list: try members.optional("lijst", \.string))
      } else if json["kluis"] != nil {
        var files: [Digest: [UInt8]] = [:]
        let event = try members.get("kluis") { $0.string.flatMap { EventID($0) } }
        self = .rows(try VaultRows(members, event: event, files: &files), files: files)
      } else {
        let size = try members.get("omvang") { $0.int.flatMap { UInt64(exactly: $0) } }
        self = .checkpoint(StoredCheckpoint(size: size, note: try members.text("controlepunt")))
      }
    } catch let problem as Members.Problem { throw problem.failure(CopyUpdate.name) }
  }
}

/// What the file says first that brings a copy up to date: whose, for whom, and from where to where.
public struct CopyUpdate: Sendable, Hashable {
  private static let format = "waarborg-bijwerking-1"
  static let name = Text(nl: "een bijwerking van een kopie", en: "an update of a copy")

  /// Which ledger.
  public let origin: String
  /// For whom.
  public let scope: CopyScope
  /// How many events the copy has at least.
  public let start: UInt64
  /// How many it has afterwards.
  public let end: UInt64

  /// What a file brings.
  public init(origin: String, scope: CopyScope, start: UInt64, end: UInt64) {
    (self.origin, self.scope, self.start, self.end) = (origin, scope, start, end)
  }

  /// As the first line of the file.
  public var json: JSON {
    .object(
      [
        .init("formaat", .string(Self.format)), .init("grootboek", .string(origin)),
        .init("vanaf", .int(Int64(clamping: start))), .init("tot", .int(Int64(clamping: end))),
      ] + scope.members)
  }

  /// Reads the first line.
  /// - Throws: `Failure` (65) when it is none.
  public init(_ json: JSON) throws {
    let members = Members(json)
    do {
      guard json["formaat"]?.string == Self.format else { throw Members.Problem(place: "formaat") }
      origin = try members.text("grootboek")
      scope = try CopyScope(members)
      start = try members.get("vanaf") { $0.int.flatMap { UInt64(exactly: $0) } }
      end = try members.get("tot") { $0.int.flatMap { UInt64(exactly: $0) } }
      guard start <= end else { throw Members.Problem(place: "tot") }
    } catch let problem as Members.Problem { throw problem.failure(Self.name) }
  }
}
