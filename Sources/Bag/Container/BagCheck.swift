import LedgerCrypto

/// Checks a bag as a container: complete, valid, and nothing besides (RFC 8493, section 3, and stricter).
///
/// One fault is told once: a tag file that is not what was listed is not believed, and what it says is not compared.
public struct BagCheck {
  /// What was found.
  public struct Report: Sendable {
    /// What is wrong.
    public let faults: [BagFault]
    /// What `bag-info.txt` says; nil when it could not be read.
    public let info: BagInfo?
    /// What recognises the whole bag: the SHA-512 of `tagmanifest-sha512.txt`.
    public let digest: Digest512?
    /// The SHA-256 of `tagmanifest-sha256.txt`.
    public let tagmanifest: Digest?
    /// How many files were compared.
    public let checked: UInt64
  }

  /// The files that a bag has beside its payload, and no others.
  public static let tagFiles = BagManifest.tagManifests.union(
    ["bagit.txt", "bag-info.txt"] + BagManifest.Algorithm.allCases.map { BagManifest.path($0, isTag: false) })

  private let source: any BagSource
  private let beside: Set<String>
  private var faults: [BagFault]
  private var checked: UInt64 = 0
  private var digest: Digest512?
  private var tagmanifest: Digest?

  /// Checks every file of a bag.
  /// - Parameters:
  ///   - faults: What was found when it was opened.
  ///   - beside: The tag files that may stand in no manifest.
  public static func check(_ source: any BagSource, faults: [BagFault], beside: Set<String> = []) -> Report {
    var check = BagCheck(source: source, faults: faults, beside: beside)
    var info: BagInfo?
    do { info = try check.run() } catch let fault as BagFault { check.faults.append(fault) } catch {
      check.faults.append(BagFault(.path, nl: "niet te lezen: \(error)", en: "cannot be read: \(error)"))
    }
    return Report(
      faults: check.faults, info: info, digest: check.digest, tagmanifest: check.tagmanifest, checked: check.checked)
  }

  private mutating func run() throws -> BagInfo? {
    // Which of two files of one name is meant, nobody can say.
    guard !faults.contains(where: { $0.check == .duplicate }) else { return nil }
    if source.files["fetch.txt"] != nil {
      faults.append(
        BagFault(
          .fetch, nl: "fetch.txt: bewijs wordt niet van elders gehaald",
          en: "fetch.txt: evidence is not fetched from elsewhere"))
    }
    let tags = try manifests(isTag: true, except: [])
    if let bytes = try source.bytes(BagManifest.path(.sha512, isTag: true)) { digest = SHA512.hash(bytes) }
    if let bytes = try source.bytes(BagManifest.path(.sha256, isTag: true)) { tagmanifest = SHA256.hash(bytes) }
    try compare(tags, isTag: true)
    for name in ["bagit.txt", "bag-info.txt"] where tags.values.allSatisfy({ $0.digests[name] == nil }) {
      miss(name)
    }
    let payload = try manifests(isTag: false, except: unbelieved)
    try compare(payload, isTag: false)
    try findExtra(tags, payload)
    try checkDeclaration()
    return try checkInfo()
  }

  /// Tag files that are not what was listed, or not there.
  private var unbelieved: Set<String> = []

  private init(source: any BagSource, faults: [BagFault], beside: Set<String>) {
    self.source = source
    self.beside = beside
    self.faults = faults
  }

  private mutating func miss(_ path: String) {
    guard source.files[path] == nil, !source.refused.contains(path), unbelieved.insert(path).inserted else { return }
    faults.append(BagFault(.missing, nl: "\(path) ontbreekt", en: "\(path) is missing"))
  }

  private mutating func manifests(
    isTag: Bool, except skipped: Set<String>
  ) throws -> [BagManifest.Algorithm: BagManifest] {
    var read: [BagManifest.Algorithm: BagManifest] = [:]
    for algorithm in BagManifest.Algorithm.allCases {
      let path = BagManifest.path(algorithm, isTag: isTag)
      if skipped.contains(path) { continue }
      guard let bytes = try source.bytes(path) else {
        miss(path)
        continue
      }
      do { read[algorithm] = try BagManifest(bytes, named: path, algorithm, isTag: isTag) } catch {
        faults.append(error)
        unbelieved.insert(path)
      }
    }
    return read
  }

  /// Compares both manifests with each other and with the files.
  private mutating func compare(_ manifests: [BagManifest.Algorithm: BagManifest], isTag: Bool) throws {
    let lists = manifests.sorted { $0.key.rawValue < $1.key.rawValue }
    let all = Set(lists.flatMap(\.value.digests.keys)).sorted()
    for path in all {
      guard lists.allSatisfy({ $0.value.digests[path] != nil }) else {
        faults.append(
          BagFault(.manifests, path, nl: "staat niet in beide manifesten", en: "is not in both manifests"))
        continue
      }
      guard source.files[path] != nil else {
        miss(path)
        continue
      }
      checked += 1
      if try !matches(path, lists) {
        faults.append(
          BagFault(.digest, path, nl: "niet de bytes van het manifest", en: "not the bytes of the manifest"))
        if isTag { unbelieved.insert(path) }
      }
    }
  }

  private func matches(_ path: String, _ lists: [(key: BagManifest.Algorithm, value: BagManifest)]) throws -> Bool {
    var (short, long) = (SHA256(), SHA512())
    try source.read(path) { bytes in
      short.update(bytes)
      long.update(bytes)
    }
    let found: [BagManifest.Algorithm: String] = [.sha256: short.digest().hex, .sha512: long.digest().hex]
    return lists.allSatisfy { $0.value.digests[path] == found[$0.key] }
  }

  /// What is there and in no manifest.
  private mutating func findExtra(
    _ tags: [BagManifest.Algorithm: BagManifest], _ payload: [BagManifest.Algorithm: BagManifest]
  ) throws {
    for path in source.files.keys.sorted()
    where path != "fetch.txt" && !BagManifest.tagManifests.contains(path)
      && !beside.contains(path)
    {
      let lists = path.hasPrefix("data/") ? payload : tags
      if !lists.isEmpty, lists.values.allSatisfy({ $0.digests[path] == nil }) {
        faults.append(BagFault(.extra, path, nl: "staat in geen manifest", en: "is in no manifest"))
      }
    }
  }

  private mutating func checkDeclaration() throws {
    guard !unbelieved.contains("bagit.txt"), let bytes = try source.bytes("bagit.txt") else { return }
    if bytes != Array(BagWriter.declaration.utf8) {
      faults.append(
        BagFault(.declaration, nl: "bagit.txt is niet die van BagIt 1.0", en: "bagit.txt is not that of BagIt 1.0"))
    }
  }

  private mutating func checkInfo() throws -> BagInfo? {
    guard !unbelieved.contains("bag-info.txt"), let bytes = try source.bytes("bag-info.txt") else { return nil }
    guard let info = BagInfo(bytes) else {
      faults.append(
        BagFault(
          .info, nl: "bag-info.txt heeft een regel die er geen is", en: "bag-info.txt has a line that is not one"))
      return nil
    }
    let payload = source.files.filter { $0.key.hasPrefix("data/") }
    let oxum = "\(payload.values.reduce(0, +)).\(payload.count)"
    if faults.isEmpty, info["Payload-Oxum"] != oxum {
      faults.append(
        BagFault(.info, nl: "bag-info.txt telt de bestanden verkeerd", en: "bag-info.txt counts the files wrongly"))
    }
    return info
  }
}
