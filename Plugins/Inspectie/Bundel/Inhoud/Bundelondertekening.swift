import Governance
import Ledger
import LedgerCrypto

/// What who makes a bundle signs: of which bundle, for whom, about what, and how large the log was.
struct Bundelverklaring {
  let grootboek: String
  /// The SHA-256 of `tagmanifest-sha256.txt`, as `sha256sum` gives it.
  let tagmanifest: Digest
  let ontvanger: Ontvanger
  let eisen: [String]
  let dag: CalendarDate
  let gemaakt: CalendarDate
  let gebeurtenissen: Int
  let checkpoint: Checkpoint

  var json: JSON {
    [
      "profiel": .string(Bundelindeling.profiel), "grootboek": .string(grootboek),
      "tagmanifest": .string(tagmanifest.hex), "ontvanger": .string(ontvanger.rawValue),
      "eisen": .array(eisen.map { .string($0) }), "dag": dag.json, "gemaakt": gemaakt.json,
      "gebeurtenissen": .int(Int64(gebeurtenissen)), "omvang": .int(Int64(checkpoint.size)),
      "wortel": .string(checkpoint.root.base64),
    ]
  }

  /// The members of such a statement.
  static let leden: Set<String> = [
    "profiel", "grootboek", "tagmanifest", "ontvanger", "eisen", "dag", "gemaakt", "gebeurtenissen", "omvang", "wortel",
  ]
}

/// `ondertekening.jws`: a statement as a compact JWS (RFC 7515) with EdDSA (RFC 8037), and a line feed.
struct Bundelondertekening {
  /// The header's `typ`: nobody takes such a signature for one under an event.
  static let mediaType = "waarborg-bundel+jws"
  /// The most bytes of such a file.
  static let mostBytes = 65_535

  /// Which key signed.
  let kid: Thumbprint
  let verklaring: JSON
  let signature: Signature
  let signedBytes: [UInt8]

  /// Signs a statement; the same key and statement always give the same bytes.
  /// - Throws: What the signer throws.
  static func bytes(_ verklaring: JSON, _ key: any Signer) throws -> [UInt8] {
    let header: JSON = [
      "alg": "EdDSA", "kid": .string(Thumbprint(key.verifyingKey).description), "typ": .string(mediaType),
    ]
    let signed = Array("\(Base64.url.encode(header.serialized)).\(Base64.url.encode(verklaring.serialized))".utf8)
    let signature = try key.sign(signed)
    return signed + Array(".\(Base64.url.encode(signature.bytes))\n".utf8)
  }

  /// Reads one; nil for anything else. An unknown header parameter, above all `crit`, is not ignored.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.mostBytes, bytes.last == UInt8(ascii: "\n") else { return nil }
    let parts = bytes.dropLast().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.json(parts[0]), let statement = Self.json(parts[1]),
      let made = try? Base64.url.decode(parts[2]), let signature = try? Signature(made),
      header.members?.count == 3, header["alg"]?.string == "EdDSA", header["typ"]?.string == Self.mediaType,
      let kid = header["kid"]?.string.flatMap({ Thumbprint($0) }), statement.members != nil
    else { return nil }
    (self.kid, verklaring, self.signature) = (kid, statement, signature)
    signedBytes = Array(bytes[..<(parts[1].endIndex)])
  }

  private static func json(_ part: ArraySlice<UInt8>) -> JSON? {
    (try? Base64.url.decode(part)).flatMap { try? JSON(parsing: $0) }
  }
}
