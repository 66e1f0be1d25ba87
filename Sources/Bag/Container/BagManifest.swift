import Governance
import LedgerCrypto

/// A manifest: the digest of each file by its path (RFC 8493, section 2.1.3), in its one spelling.
///
/// Stricter than the RFC: lower-case digits, two spaces, LF, sorted by path.
struct BagManifest {
  /// Which digests.
  enum Algorithm: String, CaseIterable {
    case sha256
    case sha512

    var digits: Int { self == .sha256 ? 64 : 128 }
  }

  /// Where it stands: `manifest-sha256.txt` or `tagmanifest-sha256.txt`.
  static func path(_ algorithm: Algorithm, isTag: Bool) -> String {
    "\(isTag ? "tag" : "")manifest-\(algorithm.rawValue).txt"
  }

  static let tagManifests = Set(Algorithm.allCases.map { path($0, isTag: true) })

  private(set) var digests: [String: String] = [:]

  /// Reads a manifest.
  /// - Throws: `BagFault`: the first thing that is wrong with it.
  init(_ bytes: [UInt8], named file: String, _ algorithm: Algorithm, isTag: Bool) throws(BagFault) {
    guard bytes.isEmpty || bytes.last == UInt8(ascii: "\n") else {
      throw BagFault(.manifest, file, nl: "de laatste regel houdt niet op", en: "the last line does not end")
    }
    var before = ""
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
      .enumerated()
    {
      let (digest, path) = try Self.parts(line, algorithm, file, number + 1)
      guard path != before else {
        throw BagFault(
          .duplicate, file, nl: "regel \(number + 1) noemt een bestand voor de tweede keer",
          en: "line \(number + 1) names a file for the second time")
      }
      let belongs = isTag ? !path.hasPrefix("data/") && !Self.tagManifests.contains(path) : path.hasPrefix("data/")
      guard belongs, Self.isBefore(before, path) else {
        throw BagFault(
          .manifest, file, nl: "regel \(number + 1) staat hier niet op haar plaats",
          en: "line \(number + 1) is not in its place here")
      }
      digests[path] = digest
      before = path
    }
  }

  /// Digest and path of a line.
  private static func parts(
    _ line: ArraySlice<UInt8>, _ algorithm: Algorithm, _ file: String, _ number: Int
  ) throws(BagFault) -> (digest: String, path: String) {
    let (digest, rest) = (line.prefix(algorithm.digits), line.dropFirst(algorithm.digits))
    guard rest.count > 2, rest.starts(with: "  ".utf8), digest.allSatisfy({ digits.contains($0) }),
      line.allSatisfy({ $0 >= 0x20 }), let path = String(validating: rest.dropFirst(2), as: UTF8.self)
    else { throw BagFault(.manifest, file, nl: "regel \(number) is er geen", en: "line \(number) is not one") }
    guard BagPath.isSafe(path) else {
      throw BagFault(
        .path, file, nl: "regel \(number) noemt een plaats buiten de tas",
        en: "line \(number) names a place outside the bag")
    }
    return (String(decoding: digest, as: UTF8.self), path)
  }

  /// A manifest as it is written.
  static func text(_ digests: [String: String]) -> String {
    digests.sorted { isBefore($0.key, $1.key) }.map { "\($0.value)  \($0.key)\n" }.joined()
  }

  /// Sorted by bytes, which is the same everywhere.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static let digits = Set("0123456789abcdef".utf8)
}
