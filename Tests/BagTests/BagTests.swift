import Bag
import Foundation
import LedgerCrypto
import Testing

/// A bag on disk that a test may spoil.
private struct Proeftas {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("tas-\(UUID().uuidString)")
    let root = url
    var writer = BagWriter { path, bytes in try Self.put(root, path, bytes) }
    for (path, text) in [("een.txt", "een\n"), ("twee/drie.txt", "drie\n")] { try writer.add(path, Array(text.utf8)) }
    _ = try writer.finish([("Source-Organization", "Gemeente Voorbeeld")])
  }

  static func put(_ root: URL, _ path: String, _ bytes: [UInt8]) throws {
    let file = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }
  func write(_ path: String, _ text: String) throws { try Self.put(url, path, Array(text.utf8)) }
  func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appendingPathComponent(path)) }

  func found() throws -> [String] {
    let (folder, faults) = try BagFolder.open(url)
    return BagCheck.check(folder, faults: faults).faults.map(\.check.rawValue)
  }

  /// The same files as one ZIP.
  func zip() throws -> URL {
    let file = url.appendingPathExtension("zip")
    let writer = try ZipWriter(file)
    for path in try BagFolder.open(url).folder.files.keys.sorted() {
      try writer.add(path, Array(try Data(contentsOf: url.appendingPathComponent(path))))
    }
    try writer.finish()
    return file
  }
}

struct BagTests {
  @Test func `A bag that was just written is in order, and the same files give the same bytes`() throws {
    let (one, two) = (try Proeftas(), try Proeftas())
    #expect(try one.found() == [])
    for path in try BagFolder.open(one.url).folder.files.keys { #expect(try one.text(path) == two.text(path)) }
    #expect(try Data(contentsOf: one.zip()) == Data(contentsOf: two.zip()))
  }

  @Test func `SHA-512 is that of FIPS 180-4`() {
    #expect(SHA512.hash(Array("abc".utf8)).hex.hasPrefix("ddaf35a193617abacc417349ae204131"))
  }

  @Test(arguments: [
    "../weg", "/etc/passwd", "a//b", ".verborgen", "-rf", "a\\b", "naam met spatie", "é", "punt.", "a/./b", "~",
    "a%0Ab",
  ])
  func `A name that could lead elsewhere cannot stand in a bag`(path: String) throws {
    #expect(!BagPath.isSafe(path))
    var writer = BagWriter { _, _ in }
    #expect(throws: BagFault.self) { try writer.add(path, []) }
  }

  @Test func `Each fault is told once`() throws {
    func expect(_ found: [String], _ spoil: (Proeftas) throws -> Void, line: Int = #line) throws {
      let bag = try Proeftas()
      try spoil(bag)
      #expect(try bag.found() == found, "line \(line)")
    }
    try expect(["bag-digest"]) { try $0.write("data/een.txt", "twee\n") }
    try expect(["bag-missing"]) { try $0.remove("data/een.txt") }
    try expect(["bag-extra"]) { try $0.write("data/meer.txt", "meer\n") }
    try expect(["bag-extra"]) { try $0.write("meer.txt", "meer\n") }
    try expect(["bag-digest"]) { try $0.write("bagit.txt", "BagIt-Version: 0.97\n") }
    try expect(["bag-digest"]) { try $0.write("manifest-sha512.txt", "") }
    try expect(["bag-missing"]) { try $0.remove("manifest-sha256.txt") }
    try expect(["bag-missing"]) { try $0.remove("tagmanifest-sha256.txt") }
    try expect(["bag-fetch"]) { try $0.write("fetch.txt", "https://elders.example 3 data/een.txt\n") }
    try expect(["bag-path"]) {
      try $0.remove("data/een.txt")
      try FileManager.default.createSymbolicLink(
        atPath: $0.url.path + "/data/een.txt", withDestinationPath: "/etc/passwd")
    }
    try expect(["bag-duplicate"]) { try $0.write("data/EEN.txt", "een\n") }
    try expect(["bag-path"]) {
      try $0.write("tagmanifest-sha256.txt", String(repeating: "0", count: 64) + "  ../buiten.txt\n")
    }
  }

  @Test func `A zip holds the same bag, and any other kind of zip is refused`() throws {
    let bag = try Proeftas()
    let file = try bag.zip()
    let (zip, faults) = try ZipFile.open(file)
    #expect(BagCheck.check(zip, faults: faults).faults.isEmpty)
    let bytes = Array(try Data(contentsOf: file))
    func expect(_ check: BagFault.Check, _ spoiled: [UInt8]) throws {
      try Data(spoiled).write(to: file)
      let found: [BagFault]
      do {
        let (zip, faults) = try ZipFile.open(file)
        found = BagCheck.check(zip, faults: faults).faults
      } catch let fault as BagFault { found = [fault] }
      #expect(found.first?.check == check)
    }
    try expect(.zip, Array(bytes.dropLast()))
    try expect(.zip, bytes + [0])
    try expect(.zip, [])
    try expect(.zip, [0] + bytes)
    var deflated = bytes
    deflated[8] = 8
    try expect(.zip, deflated)
  }

  @Test func `More files than the check reads are refused while they are written`() throws {
    var bag = BagWriter { _, _ in }
    var added = 0
    let fault = #expect(throws: BagFault.self) {
      for number in 0...BagLimits.files {
        try bag.add("\(number)", [])
        added += 1
      }
    }
    // Six tag files, and one beside them, are read as well.
    #expect(fault?.check == .size && added == BagLimits.files - 7)
  }
}
