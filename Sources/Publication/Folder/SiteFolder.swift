import Foundation
import Governance
import LedgerCrypto

/// The folder that a site is written to, and what is there now.
public struct SiteFolder: Sendable {
  /// What stands where the site must come.
  public enum Content: Sendable, Hashable {
    /// Nothing.
    case absent
    /// An empty folder.
    case empty
    /// A site of this ledger, whole and unchanged since it was written.
    case site(SiteManifest, SiteMarker)
  }

  /// Its path.
  public let url: URL
  /// What is there now.
  public let content: Content

  /// Looks at the folder and refuses one in which something stands that this program did not write.
  /// - Parameters:
  ///   - path: As it was typed.
  ///   - origin: The ledger; a site of another one is not replaced.
  /// - Throws: `Failure`; nothing was touched.
  public init(at path: String, for origin: String) throws {
    url = URL(fileURLWithPath: path).standardizedFileURL
    content = try Self.content(of: url, origin)
  }

  /// The manifest of the site that is there; nil when there is none.
  public var manifest: SiteManifest? {
    if case .site(let manifest, _) = content { manifest } else { nil }
  }

  /// What the site that is there says of itself; nil when there is none.
  public var marker: SiteMarker? {
    if case .site(_, let marker) = content { marker } else { nil }
  }

  /// The house style of the site that is there; nil when there is none.
  public var houseStyle: [UInt8]? {
    manifest?.entries[HouseStyle.path] == nil ? nil : Self.contents(url, HouseStyle.path)
  }

  /// A file that the house style names, as it stands beside it on the site; nil when there is none.
  public func styleFile(_ name: String) -> [UInt8]? {
    let path = "stijl/" + name
    return manifest?.entries[path] == nil ? nil : Self.contents(url, path)
  }

  private static func content(of url: URL, _ origin: String) throws -> Content {
    let path = url.path
    guard let kind = kind(of: path) else {
      guard self.kind(of: url.deletingLastPathComponent().path) != nil else {
        throw Failure(
          .notFound,
          Text(
            nl: "de map \(url.deletingLastPathComponent().path) bestaat niet",
            en: "the directory \(url.deletingLastPathComponent().path) does not exist"),
          remedy: Text(nl: "maak haar eerst", en: "make it first"))
      }
      return .absent
    }
    if kind == .typeSymbolicLink {
      throw refusal(
        path, Text(nl: "een verwijzing (symbolic link)", en: "a symbolic link"),
        remedy: Text(nl: "noem de map waarnaar zij verwijst", en: "name the directory it points to"))
    }
    guard kind == .typeDirectory else { throw refusal(path, Text(nl: "een bestand", en: "a file")) }
    let found = try files(in: url)
    if found.isEmpty { return .empty }
    return try site(url, found, origin)
  }

  /// Every file below a folder by its path, and every folder that holds none, with a slash at the end.
  private static func files(in url: URL) throws -> [String] {
    var found: [String] = []
    var folders = [""]
    let root = url.path
    while let folder = folders.popLast() {
      let place = folder.isEmpty ? root : "\(root)/\(folder)"
      let names: [String]
      do { names = try FileManager.default.contentsOfDirectory(atPath: place) } catch {
        throw SystemFailure.failure(place, error)
      }
      if names.isEmpty, !folder.isEmpty { found.append(folder + "/") }
      for name in names {
        let path = folder.isEmpty ? name : folder + "/" + name
        if kind(of: "\(root)/\(path)") == .typeDirectory {
          folders.append(path)
        } else {
          found.append(path)
        }
      }
    }
    return found.sorted()
  }

  /// A whole and unchanged site of this ledger; anything else is someone's work and stays.
  private static func site(_ url: URL, _ found: [String], _ origin: String) throws -> Content {
    guard let text = contents(url, SiteManifest.path),
      let manifest = SiteManifest(String(decoding: text, as: UTF8.self)),
      let bytes = contents(url, SiteMarker.path), let marker = SiteMarker(bytes)
    else {
      throw refusal(
        url.path, Text(nl: "een map die waarborg niet heeft geschreven", en: "a directory waarborg did not write"))
    }
    guard marker.origin == origin else {
      throw refusal(
        url.path, Text(nl: "de site van grootboek \(marker.origin)", en: "the site of ledger \(marker.origin)"))
    }
    let root = url.path
    for path in found where path != SiteManifest.path {
      guard let digest = manifest.entries[path] else {
        throw refusal(
          url.path,
          Text(
            nl: "een site met «\(path)» erin, dat waarborg niet heeft geschreven",
            en: "a site with “\(path)” in it, which waarborg did not write"))
      }
      guard kind(of: "\(root)/\(path)") == .typeRegular, let bytes = contents(url, path),
        SHA256.hash(bytes) == digest
      else {
        throw refusal(
          url.path,
          Text(
            nl: "een site waarvan «\(path)» is veranderd nadat waarborg haar schreef",
            en: "a site of which “\(path)” was changed after waarborg wrote it"))
      }
    }
    return .site(manifest, marker)
  }

  private static func contents(_ url: URL, _ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(url.path)/\(path)").map { [UInt8]($0) }
  }

  /// What kind of thing a path names, without following a link; nil when there is nothing.
  static func kind(of path: String) -> FileAttributeType? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .typeDirectory
    case S_IFREG: return .typeRegular
    case S_IFLNK: return .typeSymbolicLink
    default: return .typeUnknown
    }
  }

  private static func refusal(
    _ path: String, _ what: Text,
    remedy: Text = Text(
      nl: "kies een nieuwe of lege map, of ruim deze eerst zelf op",
      en: "choose a new or empty directory, or clear this one away yourself first")
  ) -> Failure {
    Failure(
      .badInput,
      Text(
        nl: "\(path) is \(what.nl); er is niets vervangen", en: "\(path) is \(what.en); nothing was replaced"),
      remedy: remedy)
  }
}
