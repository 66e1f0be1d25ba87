import Bag
import Foundation
import Governance
import Publication

/// Where a bundle comes: a new or empty folder, and perhaps one file besides; either both are there or neither.
final class Bundelplaats {
  private let folder: SiteFolder
  private let replacement: SiteReplacement
  private let zip: URL?
  private let isVertrouwelijk: Bool
  private var isZipPlaced = false

  /// Looks at both places.
  /// - Parameter isVertrouwelijk: Whether what is in it is not for everyone on this machine.
  /// - Throws: `Failure` when something is there already.
  init(map: String, zip: String?, origin: String, isVertrouwelijk: Bool) throws {
    self.isVertrouwelijk = isVertrouwelijk
    folder = try SiteFolder(at: map, for: origin)
    if case .site = folder.content {
      throw Failure(
        .badInput,
        Text(
          nl: "in \(map) staat al iets; er is niets vervangen", en: "there is something in \(map); nothing was replaced"
        ),
        remedy: Text(nl: "kies een nieuwe of lege map", en: "choose a new or empty directory"))
    }
    replacement = SiteReplacement(folder)
    self.zip = zip.map { URL(fileURLWithPath: $0).standardizedFileURL }
    if let path = self.zip?.path, FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .badInput, Text(nl: "«\(path)» bestaat al", en: "“\(path)” exists already"),
        remedy: Text(nl: "kies een andere naam", en: "choose another name"))
    }
  }

  /// The folder.
  var url: URL { folder.url }
  /// What a person opens first.
  var leesmij: URL { url.appendingPathComponent("data/\(Bundelindeling.leesmij)") }

  private var zipDraft: URL? {
    zip.map { $0.deletingLastPathComponent().appendingPathComponent(".\($0.lastPathComponent).waarborg") }
  }

  /// Writes the bundle beside its place.
  func prepare<Made>(_ make: (_ write: @escaping (String, [UInt8]) throws -> Void) throws -> Made) throws -> Made {
    if let zipDraft { try? FileManager.default.removeItem(at: zipDraft) }
    do {
      let writer = try zipDraft.map { try ZipWriter($0) }
      let made = try replacement.prepare { write in
        try withoutActuallyEscaping(write) { write in
          try make { path, bytes in
            try write(SiteFile(path, bytes, mediaType: ""))
            try writer?.add(path, bytes)
          }
        }
      }
      try writer?.finish()
      return made
    } catch {
      discard()
      throw error
    }
  }

  /// Puts folder and file in their places.
  func carryOut() throws {
    try replacement.carryOut()
    if isVertrouwelijk { try Self.sluit(url, 0o700) }
    guard let zip, let zipDraft else { return }
    do {
      try FileManager.default.moveItem(at: zipDraft, to: zip)
      isZipPlaced = true
      if isVertrouwelijk { try Self.sluit(zip, 0o600) }
    } catch {
      try? replacement.undo()
      discard()
      throw Failure(.io, Text(nl: "«\(zip.path)» is niet te schrijven", en: "“\(zip.path)” cannot be written"))
    }
  }

  private static func sluit(_ url: URL, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
  }

  /// Takes both away again.
  func undo() throws {
    if isZipPlaced, let zip { try? FileManager.default.removeItem(at: zip) }
    try replacement.undo()
  }

  /// Clears away what was prepared and never put in its place.
  func discard() {
    replacement.discard()
    if !isZipPlaced, let zipDraft { try? FileManager.default.removeItem(at: zipDraft) }
  }

  /// Clears away what is no longer needed.
  func finish() { replacement.finish() }
}
