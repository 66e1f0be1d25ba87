import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import RuleFiles

/// Which cases a reader belongs to, kept on the reader's own machine, so that a list tries only what was recorded since.
///
/// To learn whether a case is one's own, its boxes have to be tried; there is nothing else to see from outside. What was
/// found is sealed under the reader's own key and filled up, so that who finds the file learns that this reader made a
/// list. It holds streams, and which signatures hold, and no secret: what was destroyed stays destroyed. Losing it costs
/// time only.
struct Zaakgeheugen {
  /// What is remembered.
  struct Stand: Equatable {
    /// How many entries of the log were looked at.
    var omvang: UInt64
    /// The last of them: another log is not known.
    var laatste: String
    /// The cases that were found, in the order in which they were opened.
    var zaken: [StreamID]
    /// Which boxes were opened: a random name for each, that the vault has too.
    var dozen: Set<String>
    /// Which signatures inside those cases hold: digests that say nothing to who has not the text.
    var handtekeningen: Set<String>
  }

  private struct Bron: RandomSource {
    let bron: any RandomSource

    func bytes(_ count: Int) -> [UInt8] { bron.bytes(count) }
  }

  /// Nil for someone without a home: then nothing is remembered.
  private let bestand: URL?
  private let sleutel: SymmetricKey
  private let context: [UInt8]
  private let random: Bron

  /// In the reader's cache folder, as in the XDG Base Directory Specification.
  /// - Throws: `CryptoError` when a key cannot be made.
  init(_ program: Program, origin: String, of key: UnlockedKey) throws {
    let name = SHA256.hash("waarborg/v1 case list \(origin) \(key.id)").hex
    bestand = UserFolders(environment: program.environment).cache?.appendingPathComponent("zaken/\(name)")
    // A signature that nobody else can make, over words that are signed for nothing else, is as secret as the key.
    let own = try key.signing.sign(Array("waarborg/v1 case list key\n\(origin)\n".utf8))
    sleutel = try SymmetricKey(SecretBytes(SHA256.hash(own.bytes).bytes))
    context = Array("waarborg/v1 case list \(origin)".utf8)
    random = Bron(bron: program.random)
  }

  /// What was remembered; nil when there is nothing, or nothing that this key sealed.
  func lees() -> Stand? {
    guard let bestand, let data = FileManager.default.contents(atPath: bestand.path),
      let bytes = try? sleutel.open([UInt8](data), context: context),
      let json = try? JSON(parsing: Array(bytes.prefix { $0 != Self.vulling })),
      let omvang = json["omvang"]?.int.flatMap({ UInt64(exactly: $0) }), let laatste = json["laatste"]?.string
    else { return nil }
    return Stand(
      omvang: omvang, laatste: laatste,
      zaken: (json["zaken"]?.array ?? []).compactMap { $0.string.flatMap { StreamID($0) } },
      dozen: Set((json["dozen"]?.array ?? []).compactMap(\.string)),
      handtekeningen: Set((json["handtekeningen"]?.array ?? []).compactMap(\.string)))
  }

  /// Remembers; that it cannot is no error of the list itself.
  func bewaar(_ stand: Stand) {
    guard let bestand else { return }
    let json: JSON = [
      "omvang": .int(Int64(stand.omvang)), "laatste": .string(stand.laatste),
      "zaken": .array(stand.zaken.map { .string($0.description) }),
      "dozen": .array(stand.dozen.sorted().map { .string($0) }),
      "handtekeningen": .array(stand.handtekeningen.sorted().map { .string($0) }),
    ]
    let sealed = sleutel.seal(Self.vul(json.serialized), context: context, random: random)
    try? FileManager.default.createDirectory(
      at: bestand.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try? Data(sealed).write(to: bestand, options: .atomic)
  }

  private static func vul(_ bytes: [UInt8]) -> [UInt8] {
    var length = 4096
    while length < bytes.count { length *= 4 }
    return bytes + Array(repeating: vulling, count: length - bytes.count)
  }

  /// No byte of JSON text that is written here.
  private static let vulling: UInt8 = 0
}

extension Zaaklezer {
  /// Every case that this reader belongs to, in the order in which they were opened.
  /// - Throws: `Failure` when one of them cannot be read.
  func alle() throws -> [Zaak] { try eigen { try zaak($0) } }

  /// The same for lists: a case that cannot be read, such as one under a procedure that is not there, hides no other.
  func alle(_ onleesbaar: (StreamID, Failure) -> Void) throws -> [Zaak] {
    try eigen { stream in
      do { return try zaak(stream) } catch let failure as Failure {
        onleesbaar(stream, failure)
        return nil
      }
    }
  }

  /// The cases of which this reader opened something; those found before are not looked for again.
  private func eigen(_ lees: (StreamID) throws -> Zaak?) throws -> [Zaak] {
    guard let geheugen else { return try Zaakstromen.alle(reading.views).compactMap(lees) }
    var stand = try bekend(geheugen)
    let before = stand
    reading.filter.ownBoxes?.expect(stand.dozen)
    handtekeningen.verwacht(stand.handtekeningen)
    let known = Set(stand.zaken)
    for stream in try Zaakstromen.stromen(vanaf: stand.omvang, reading.views)
    where try !known.contains(stream) && kent(stream, vanaf: stand.omvang) {
      stand.zaken.append(stream)
    }
    if stand.zaken.count > known.count { stand.zaken = try Zaakstromen.geordend(stand.zaken, reading.views) }
    let zaken = try stand.zaken.compactMap(lees)
    stand.omvang = reading.size
    stand.laatste = try reading.size == 0 ? "" : reading.filter.event(at: reading.size - 1)?.id.description ?? ""
    stand.dozen = reading.filter.ownBoxes?.known ?? []
    stand.handtekeningen = handtekeningen.gebruikt
    if stand != before { geheugen.bewaar(stand) }
    return zaken
  }

  /// What was remembered of this very log.
  private func bekend(_ geheugen: Zaakgeheugen) throws -> Zaakgeheugen.Stand {
    let nothing = Zaakgeheugen.Stand(omvang: 0, laatste: "", zaken: [], dozen: [], handtekeningen: [])
    guard let stand = geheugen.lees(), stand.omvang > 0, stand.omvang <= reading.size,
      try reading.filter.event(at: stand.omvang - 1)?.id.description == stand.laatste
    else { return nothing }
    return stand
  }
}
