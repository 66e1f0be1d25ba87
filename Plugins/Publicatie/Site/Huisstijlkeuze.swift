import Foundation
import Governance
import LedgerCrypto
import Publication

/// Which house style a publication has: the one that was given, or else the one that the site has.
struct Huisstijlkeuze {
  /// What was typed after `--huisstijl`.
  let keuze: String?

  init(_ keuze: String?) { self.keuze = keuze }

  /// The style; nil for the site's own.
  /// - Throws: `Failure` when the file cannot be read or be a house style, or when the one in use is nowhere to be found:
  ///   a site never loses its style unasked.
  func style(_ folder: SiteFolder, _ views: ViewReader) throws -> HouseStyle? {
    if keuze == "geen" { return nil }
    if let keuze {
      return try HouseStyle(try bytes(keuze, HouseStyle.mostBytes), named: keuze, file: { try beside(keuze, $0) })
    }
    guard let last = try Publicaties.laatste(views)?.huisstijl?.hex else { return nil }
    if let bytes = folder.houseStyle {
      let kept = try HouseStyle(bytes, named: HouseStyle.path, file: folder.styleFile)
      if kept.digest.hex == last { return kept }
    }
    throw Failure(
      .usage,
      Text(
        nl: "de vorige publicatie had een huisstijl (SHA-256 \(last)), en die staat niet in \(folder.url.path)",
        en: "the last publication had a house style (SHA-256 \(last)), which is not in \(folder.url.path)"),
      remedy: Text(
        nl: "geef haar opnieuw: --huisstijl BESTAND, of kies --huisstijl geen",
        en: "give it again: --huisstijl FILE, or choose --huisstijl geen"))
  }

  /// A file that the style names, in the same directory; nil when there is none.
  private func beside(_ style: String, _ name: String) throws -> [UInt8]? {
    let path = URL(fileURLWithPath: style).deletingLastPathComponent().appendingPathComponent(name).path
    return FileManager.default.fileExists(atPath: path) ? try bytes(path, Logo.mostBytes) : nil
  }

  private func bytes(_ path: String, _ most: Int) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let handle = FileHandle(forReadingAtPath: path)
    else {
      throw Failure(
        .notFound, Text(nl: "er is geen bestand \(path)", en: "there is no file \(path)"),
        remedy: Text(nl: "noem een CSS-bestand, of geen", en: "name a CSS file, or geen"))
    }
    defer { try? handle.close() }
    // One byte more than allowed is enough to see that it is too much.
    return [UInt8](try handle.read(upToCount: most + 1) ?? Data())
  }
}
