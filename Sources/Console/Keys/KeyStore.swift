import Foundation
import Governance
import Ledger
import LedgerCrypto

/// A person's keys: one file each in `$XDG_CONFIG_HOME/waarborg/keys/`, never in a ledger.
public struct KeyStore: Sendable {
  /// The folder.
  public let folder: URL

  /// The folder that belongs to an environment (XDG Base Directory Specification).
  public init(environment: [String: String]) {
    folder = UserFolders(environment: environment).config.appendingPathComponent("keys")
  }

  /// The names of the keys, sorted.
  public func names() -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".key") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// Reads a key.
  /// - Throws: `Failure`: not there, readable by others, or not whole.
  public func key(named name: String) throws -> KeyFile { try stored(name).file }

  /// Reads a key with what tells its file from any other.
  /// - Throws: `Failure`: not there, readable by others, or not whole.
  func stored(_ name: String) throws -> StoredKey {
    let path = try url(name).path
    guard FileManager.default.fileExists(atPath: path) else {
      let known = names()
      throw Failure(
        .notFound,
        Text(nl: "er is geen sleutel «\(name)» in \(folder.path)", en: "there is no key “\(name)” in \(folder.path)"),
        remedy: known.isEmpty
          ? Text(
            nl: "maak er een: waarborg key new \(name) --rol ROL", en: "make one: waarborg key new \(name) --rol ROLE")
          : Nearest.question(Nearest.name(to: name, among: known))
            + Text(
              nl: "deze zijn er: \(known.joined(separator: ", "))", en: "there are: \(known.joined(separator: ", "))"))
    }
    try FilePrivacy.check(path)
    guard let data = FileManager.default.contents(atPath: path), let key = KeyFile([UInt8](data)) else {
      throw Failure(
        .badInput,
        Text(nl: "sleutelbestand \(path) is beschadigd of afgekapt", en: "key file \(path) is damaged or truncated"),
        remedy: Text(
          nl: "zet een kopie terug, of maak een nieuwe sleutel en trek deze in",
          en: "restore a copy, or make a new key and revoke this one"))
    }
    return StoredKey(name: name, path: path, file: key, bytes: [UInt8](data))
  }

  /// Puts a key in the place of the same one under another passphrase: whole, or not at all.
  /// - Throws: `Failure` when it cannot be written; what was there is then as it was.
  func replace(_ key: KeyFile, named name: String) throws {
    let path = try url(name).resolvingSymlinksInPath().path
    let beside = "\(path).\(UUID().uuidString.prefix(8)).nieuw"
    try PrivateFile.create(beside, key.bytes)
    guard rename(beside, path) == 0 else {
      let problem = errno
      unlink(beside)
      throw Failure(
        .io,
        Text(nl: "\(path) is niet te vervangen: ", en: "\(path) cannot be replaced: ") + SystemError.sentence(problem))
    }
    let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Stores a new key.
  /// - Throws: `Failure` when there is one of this name already, or it cannot be written.
  public func add(_ key: KeyFile, named name: String) throws {
    let url = try url(name)
    let files = FileManager.default
    guard !files.fileExists(atPath: url.path) else {
      throw Failure(
        .badInput, Text(nl: "er is al een sleutel «\(name)»", en: "there is a key “\(name)” already"),
        remedy: Text(nl: "kies een andere naam", en: "choose another name"))
    }
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try PrivateFile.create(url.path, key.bytes)
    } catch let failure as Failure { throw failure } catch {
      throw Failure(
        .io, Text(nl: "sleutel niet te schrijven in \(folder.path)", en: "key cannot be written to \(folder.path)"))
    }
  }

  /// A key's name is a file name and appears in messages: short, lowercase, no path.
  private func url(_ name: String) throws -> URL {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    guard (1...40).contains(name.count), name.allSatisfy({ allowed.contains($0) }) else {
      throw Failure(
        .badInput,
        Text(
          nl: "«\(name)» kan geen naam van een sleutel zijn: gebruik 1 tot 40 kleine letters, cijfers, - en _",
          en: "“\(name)” cannot be the name of a key: use 1 to 40 lowercase letters, digits, - and _"))
    }
    return folder.appendingPathComponent(name + ".key")
  }
}

/// Files that only their owner may read.
public enum FilePrivacy {
  /// Refuses a secret file that others can read.
  public static func check(_ path: String) throws {
    let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int ?? 0
    guard mode & 0o077 == 0 else {
      throw Failure(
        .badInput,
        Text(
          nl: "\(path) is leesbaar voor anderen (\(String(mode, radix: 8)))",
          en: "\(path) is readable by others (\(String(mode, radix: 8)))"),
        remedy: Text("chmod 600 \(path)"))
    }
  }
}

/// Creates a file that only its owner may read, durably, and never over another.
public enum PrivateFile {
  /// Creates the file.
  /// - Throws: `Failure` when there is one already or it cannot be written.
  public static func create(_ path: String, _ bytes: [UInt8]) throws {
    try create(path) { try $0(bytes) }
  }

  /// Creates the file, piece by piece; when `body` throws, there is none.
  /// - Throws: `Failure` when there is one already or it cannot be written; whatever `body` throws.
  public static func create(_ path: String, _ body: (_ write: @escaping ([UInt8]) throws -> Void) throws -> Void) throws
  {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    func written(_ work: () throws -> Void) throws {
      do { try work() } catch { throw failure(path) }
    }
    do {
      try body { bytes in try written { try handle.write(contentsOf: Data(bytes)) } }
      try written { try handle.synchronize() }
    } catch {
      unlink(path)
      throw error
    }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(
      .io,
      Text(nl: "\(path) is niet te schrijven: ", en: "\(path) cannot be written: ") + SystemError.sentence(errno))
  }
}
