import Foundation
import Governance
import Ledger
import LedgerCrypto

/// What a person signed for ledgers elsewhere, kept outside any ledger: so that the same concept gives the same signature, and
/// a receipt is compared with what was held when it was signed.
public struct Ondertekend: Sendable {
  private let folder: URL

  /// The folder that belongs to an environment (XDG Base Directory Specification).
  public init(environment: [String: String]) {
    folder = UserFolders(environment: environment).state.appendingPathComponent("ondertekend")
  }

  /// One concept that was signed.
  public struct Record: Sendable {
    /// When.
    public let signedAt: Instant
    /// The log's key, as a vkey.
    public let logKey: String
    /// The checkpoint that was held then.
    public let checkpoint: String
    /// The leaf hashes of what was signed, by event.
    public let signed: [EventID: Digest]

    /// A record.
    public init(signedAt: Instant, logKey: String, checkpoint: String, signed: [EventID: Digest]) {
      (self.signedAt, self.logKey, self.checkpoint, self.signed) = (signedAt, logKey, checkpoint, signed)
    }

    fileprivate var json: JSON {
      [
        "ondertekend": signedAt.json, "logsleutel": .string(logKey), "controlepunt": .string(checkpoint),
        "gebeurtenissen": .array(
          signed.sorted { $0.key.description < $1.key.description }.map { ["id": $0.key.json, "regel": $0.value.json] }),
      ]
    }

    fileprivate init?(json: JSON) {
      guard let signedAt = json["ondertekend"].flatMap({ Instant(json: $0) }), let logKey = json["logsleutel"]?.string,
        let checkpoint = json["controlepunt"]?.string, let events = json["gebeurtenissen"]?.array
      else { return nil }
      var signed: [EventID: Digest] = [:]
      for event in events {
        guard let id = event["id"]?.string.flatMap({ EventID($0) }),
          let leaf = event["regel"].flatMap({ Digest(json: $0) })
        else { return nil }
        signed[id] = leaf
      }
      self.init(signedAt: signedAt, logKey: logKey, checkpoint: checkpoint, signed: signed)
    }
  }

  /// A file's name tells nothing: an origin may hold any character.
  private func url(_ origin: String) -> URL { folder.appendingPathComponent(SHA256.hash(origin).hex) }
  private func url(_ origin: String, _ concept: Digest) -> URL {
    url(origin).appendingPathComponent(concept.hex + ".json")
  }
  private func keyURL(_ origin: String) -> URL { url(origin).appendingPathComponent("log.vkey") }

  /// What was signed of a concept; nil when it was not.
  /// - Throws: `Failure` when the record is damaged.
  public func record(of concept: Digest, in origin: String) throws -> Record? {
    let path = url(origin, concept).path
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    guard let json = try? JSON(parsing: [UInt8](data)), let record = Record(json: json) else {
      throw Failure(.badInput, Text(nl: "\(path) is beschadigd", en: "\(path) is damaged"))
    }
    return record
  }

  /// The log key of a ledger, as it was when something was first signed for it here; nil before that.
  public func logKey(of origin: String) -> String? {
    FileManager.default.contents(atPath: keyURL(origin).path).map {
      String(decoding: $0, as: UTF8.self).filter { $0 != "\n" }
    }
  }

  /// Takes another log key for a ledger, as somebody learned it by another way.
  public func accept(_ key: NoteVerifier) throws {
    try RewrittenFile.write(Array(key.vkey.utf8), to: keyURL(key.name).path)
  }

  /// Keeps what was signed, and the log key on the first time.
  /// - Throws: `Failure` when it cannot be kept: then nothing may leave, for it could not be checked later.
  public func keep(_ record: Record, of concept: Digest, in origin: String) throws {
    do {
      try FileManager.default.createDirectory(
        at: url(origin), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        .io, Text(nl: "\(url(origin).path) is niet te maken", en: "\(url(origin).path) cannot be made"),
        remedy: Text(nl: "er is niets ondertekend", en: "nothing was signed"))
    }
    if logKey(of: origin) == nil { try PrivateFile.create(keyURL(origin).path, Array(record.logKey.utf8)) }
    try RewrittenFile.write(Array(record.json.serialized), to: url(origin, concept).path)
  }
}
