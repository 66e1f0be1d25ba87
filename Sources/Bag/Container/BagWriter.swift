import LedgerCrypto

/// Makes a bag (BagIt 1.0, RFC 8493) out of files that are handed over one after the other; nothing is kept but digests.
///
/// The same files and labels give the same bytes.
public struct BagWriter {
  /// The two lines with which every bag begins (RFC 8493, section 2.1.1).
  static let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

  private let write: (String, [UInt8]) throws -> Void
  private var payload: [BagManifest.Algorithm: [String: String]] = [:]
  private var tags: [BagManifest.Algorithm: [String: String]] = [:]
  private var octets = 0
  private var count = 0

  /// A bag whose files go to `write`, each once.
  public init(_ write: @escaping (_ path: String, _ bytes: [UInt8]) throws -> Void) { self.write = write }

  /// Adds a file of the payload.
  /// - Throws: what `write` throws, and `BagFault` for a path that cannot stand in a bag.
  public mutating func add(_ path: String, _ bytes: [UInt8]) throws {
    let path = "data/" + path
    guard BagPath.isSafe(path), payload[.sha256]?[path] == nil else {
      throw BagFault(.path, path, nl: "zo'n naam kan in een tas niet staan", en: "no such name can stand in a bag")
    }
    // What is checked reads no more than this, the tag files and what stands beside them included.
    guard count + 7 < BagLimits.files, UInt64(octets) + UInt64(bytes.count) <= BagLimits.bytes - (1 << 26) else {
      throw BagFault(
        .size, nl: "een tas met meer dan \(BagLimits.files) bestanden of \(BagLimits.bytes) bytes wordt niet gelezen",
        en: "a bag of more than \(BagLimits.files) files or \(BagLimits.bytes) bytes is not read")
    }
    Self.list(path, bytes, &payload)
    octets += bytes.count
    count += 1
    try write(path, bytes)
  }

  /// Writes the tag files, and gives what recognises the whole bag: the SHA-512 of `tagmanifest-sha512.txt`.
  /// - Parameters:
  ///   - labels: What `bag-info.txt` says beside the count of the payload.
  ///   - beside: A tag file about the whole bag, made of the SHA-256 of `tagmanifest-sha256.txt`; it is in no manifest, as
  ///     RFC 8493 (section 2.2.1) leaves free.
  public mutating func finish(
    _ labels: [(label: String, value: String)],
    beside: (_ tagmanifest: Digest) throws -> (path: String, bytes: [UInt8])? = { _ in nil }
  ) throws -> Digest512 {
    let info = BagInfo(labels + [("Payload-Oxum", "\(octets).\(count)")])
    try tag("bagit.txt", Self.declaration)
    try tag("bag-info.txt", info.text)
    for algorithm in BagManifest.Algorithm.allCases {
      try tag(BagManifest.path(algorithm, isTag: false), BagManifest.text(payload[algorithm] ?? [:]))
    }
    let manifests = BagManifest.Algorithm.allCases.map { Array(BagManifest.text(tags[$0] ?? [:]).utf8) }
    for (algorithm, bytes) in zip(BagManifest.Algorithm.allCases, manifests) {
      try write(BagManifest.path(algorithm, isTag: true), bytes)
    }
    if let file = try beside(SHA256.hash(manifests[0])) { try write(file.path, file.bytes) }
    return SHA512.hash(manifests[1])
  }

  private mutating func tag(_ path: String, _ text: String) throws {
    let bytes = Array(text.utf8)
    Self.list(path, bytes, &tags)
    try write(path, bytes)
  }

  private static func list(
    _ path: String, _ bytes: [UInt8], _ lists: inout [BagManifest.Algorithm: [String: String]]
  ) {
    lists[.sha256, default: [:]][path] = SHA256.hash(bytes).hex
    lists[.sha512, default: [:]][path] = SHA512.hash(bytes).hex
  }
}
