import Ledger
import LedgerCrypto

/// What one reader may have of a ledger, and so what a copy made for that reader holds: everything public, and what is sealed
/// for that reader's key. Of all else only the hashes stand in it, which the events sign.
///
/// Which rows those are follows from the signed lists alone: whoever makes a copy cannot withhold what is this reader's.
public struct CopyScope: Sendable, Hashable {
  private static let format = "waarborg-kopie-1"

  /// For whose key it was made.
  public let reader: Thumbprint
  /// The sealing half of that key.
  public let box: BoxPublicKey
  /// Whether what is sealed in closed circles is in it, all of it: nobody can see whose it is, so it is all or nothing.
  public let hasClosed: Bool

  /// What a reader may have.
  public init(reader: Thumbprint, box: BoxPublicKey, hasClosed: Bool) {
    (self.reader, self.box, self.hasClosed) = (reader, box, hasClosed)
  }

  /// As it is kept with the copy.
  public var bytes: [UInt8] {
    Array(JSON.object([.init("formaat", .string(Self.format))] + members).serialized) + [UInt8(ascii: "\n")]
  }

  /// Reads what is kept with a copy.
  /// - Throws: `Failure` (65) when it cannot be read.
  public init(_ bytes: [UInt8]) throws {
    do {
      guard let json = try? JSON(parsing: bytes), json["formaat"]?.string == Self.format else {
        throw Members.Problem(place: "formaat")
      }
      try self.init(Members(json))
    } catch let problem as Members.Problem {
      throw problem.failure(Text(nl: "kopie.json van een kopie", en: "kopie.json of a copy"))
    }
  }

  var members: [JSON.Member] {
    [
      .init("voor", reader.json), .init("sleutel", .string(box.name)), .init("besloten", .bool(hasClosed)),
    ]
  }

  init(_ members: Members) throws {
    self.init(
      reader: try members.get("voor") { Thumbprint(json: $0) },
      box: try members.get("sleutel") { $0.string.flatMap { BoxPublicKey(name: $0) } },
      hasClosed: try members.get("besloten", \.bool))
  }
}
