import Foundation
import Governance
import Ledger
import LedgerCrypto
import Testing

@testable import Publication

/// A folder with a place for a site in it, gone with the value.
final class Proefmap {
  let root: URL
  var site: URL { root.appendingPathComponent("site") }

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("proefmap-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ text: String, to name: String) throws {
    let url = root.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Every file by its path, and every folder.
  func contents() throws -> [String: Data?] {
    var found: [String: Data?] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      found[path] = .some(FileManager.default.contents(atPath: root.appendingPathComponent(path).path))
    }
    return found
  }
}

struct FolderTests {
  static let origin = "ledger.gemeente.example"
  let map: Proefmap

  init() throws { map = try Proefmap() }

  private func files(_ words: String..., origin: String = origin) -> [SiteFile] {
    let marker = #"{"soort":"waarborg-site/1","grootboek":"\#(origin)","dag":"2026-11-21","omvang":3}"#
    let pages = words.map { SiteFile("pagina/\($0)/index.html", $0, mediaType: MediaType.html) }
    return pages + [SiteFile(SiteMarker.path, marker, mediaType: MediaType.json)]
  }

  private func manifest(_ files: [SiteFile]) throws -> SiteManifest { try Site(of: files) { _ in }.manifest }

  @discardableResult
  private func publish(_ files: [SiteFile]) throws -> SiteReplacement {
    let replacement = SiteReplacement(try SiteFolder(at: map.site.path, for: Self.origin))
    _ = try replacement.prepare { write in try Site(of: files, to: write) }
    try replacement.carryOut()
    return replacement
  }

  @Test func `a site comes where nothing was, and replaces itself`() throws {
    try publish(files("een", "twee")).finish()
    #expect(try SiteFolder(at: map.site.path, for: Self.origin).manifest == manifest(files("een", "twee")))
    try publish(files("twee", "drie")).finish()
    let folder = try SiteFolder(at: map.site.path, for: Self.origin)
    #expect(try folder.manifest == manifest(files("twee", "drie")))
    #expect(try FileManager.default.contentsOfDirectory(atPath: map.root.path) == ["site"])
    #expect(!FileManager.default.fileExists(atPath: map.site.appendingPathComponent("pagina/een").path))
  }

  @Test(arguments: [0o755, 0o750, 0o700])
  func `the new site is as open as the folder it replaces`(mode: Int) throws {
    try FileManager.default.createDirectory(at: map.site, withIntermediateDirectories: false)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: map.site.path)
    try publish(files("een")).finish()
    #expect(try FileManager.default.attributesOfItem(atPath: map.site.path)[.posixPermissions] as? Int == mode)
  }

  @Test func `undone, what was there before is there again byte for byte, and nothing beside it`() throws {
    let absent = try map.contents()
    try publish(files("een")).undo()
    #expect(try map.contents() == absent)
    try FileManager.default.createDirectory(at: map.site, withIntermediateDirectories: false)
    let empty = try map.contents()
    try publish(files("een")).undo()
    #expect(try map.contents() == empty)
    try publish(files("een")).finish()
    let before = try map.contents()
    try publish(files("twee")).undo()
    #expect(try map.contents() == before)
  }

  @Test func `what an interrupted publication left beside the folder is cleared away`() throws {
    try publish(files("een")).finish()
    // Before the swap, and between the swap and the end: half a new site, and the whole old one.
    for left in [["pagina/half/index.html"], Array(try manifest(files("nul")).entries.keys)] {
      try map.write(
        "Tijdelijke map van een publicatie van waarborg; mag weg als er geen loopt.\n", to: ".site.waarborg/LEESMIJ")
      for path in left { try map.write("x", to: ".site.waarborg/site/\(path)") }
      try publish(files("twee")).finish()
      #expect(try FileManager.default.contentsOfDirectory(atPath: map.root.path) == ["site"])
    }
  }

  @Test func `a folder of that name that someone else made is refused and stays`() throws {
    try publish(files("een")).finish()
    try map.write("van iemand", to: ".site.waarborg/site/index.html")
    try expectRefusal(saying: ".site.waarborg")
  }

  @Test(arguments: [
    "bijgezet.html", "pagina/een/meer.txt", ".verborgen", "V1/manifest", "leeg/",
  ])
  func `a site to which something was added is refused, by name`(name: String) throws {
    try publish(files("een")).finish()
    if name.hasSuffix("/") {
      try FileManager.default.createDirectory(
        at: map.site.appendingPathComponent(name), withIntermediateDirectories: false)
    } else {
      try map.write("van iemand", to: "site/" + name)
    }
    try expectRefusal(saying: "«\(name)»")
  }

  @Test func `a site of which a file was changed or replaced by a link is refused, by name`() throws {
    try publish(files("een")).finish()
    let page = map.site.appendingPathComponent("pagina/een/index.html")
    try Data("Een".utf8).write(to: page)
    try expectRefusal(saying: "«pagina/een/index.html»")
    try FileManager.default.removeItem(at: page)
    try map.write("een", to: "elders")
    try FileManager.default.createSymbolicLink(at: page, withDestinationURL: map.root.appendingPathComponent("elders"))
    try expectRefusal(saying: "«pagina/een/index.html»")
  }

  @Test func `a site of which a page was removed is still ours`() throws {
    try publish(files("een", "twee")).finish()
    try FileManager.default.removeItem(at: map.site.appendingPathComponent("pagina/twee"))
    try publish(files("een")).finish()
    #expect(try SiteFolder(at: map.site.path, for: Self.origin).manifest == manifest(files("een")))
  }

  @Test func `a folder of someone else, a site of another ledger, a file and a link are refused`() throws {
    try map.write("van iemand", to: "site/index.html")
    try expectRefusal(saying: "niet heeft geschreven")
    try map.write("\(SHA256.hash("van iemand").hex)  index.html\n", to: "site/v1/manifest")
    try expectRefusal(saying: "niet heeft geschreven")
    try FileManager.default.removeItem(at: map.site)
    try publish(files("een", origin: "elders.example")).finish()
    try expectRefusal(saying: "elders.example")
    try FileManager.default.removeItem(at: map.site)
    try map.write("van iemand", to: "site")
    try expectRefusal(saying: "een bestand")
    try FileManager.default.removeItem(at: map.site)
    try publish(files("een")).finish()
    try FileManager.default.moveItem(at: map.site, to: map.root.appendingPathComponent("echt"))
    try FileManager.default.createSymbolicLink(
      at: map.site, withDestinationURL: map.root.appendingPathComponent("echt"))
    try expectRefusal(saying: "verwijzing")
  }

  @Test func `a site that is thrown away before it is swapped in leaves the old one, and nothing beside it`() throws {
    try publish(files("een")).finish()
    let before = try map.contents()
    let replacement = SiteReplacement(try SiteFolder(at: map.site.path, for: Self.origin))
    _ = try replacement.prepare { write in try Site(of: files("twee"), to: write) }
    replacement.discard()
    #expect(try map.contents() == before)
    #expect(throws: Failure.self) {
      try replacement.prepare { write in
        _ = try Site(of: files("twee"), to: write)
        throw Failure(.foundWanting, Text(nl: "fout", en: "fault"))
      }
    }
    #expect(try map.contents() == before)
  }

  @Test func `a folder whose parent is not there is not found`() throws {
    let failure = #expect(throws: Failure.self) {
      try SiteFolder(at: map.root.path + "/geen/site", for: Self.origin)
    }
    #expect(failure?.kind == .notFound)
  }

  @Test func `someone who is reading the old site while it is replaced goes on reading it`() throws {
    try publish(files("een", "oud")).finish()
    let place = open(map.site.path, O_RDONLY | O_DIRECTORY)
    defer { close(place) }
    let replacement = try publish(files("een", "nieuw"))
    for (folder, word) in [("/proc/self/fd/\(place)", "oud"), (map.site.path, "nieuw")] {
      #expect(FileManager.default.contents(atPath: "\(folder)/pagina/\(word)/index.html") == Data(word.utf8))
      #expect(FileManager.default.contents(atPath: "\(folder)/pagina/een/index.html") == Data("een".utf8))
    }
    replacement.finish()
  }

  private func expectRefusal(saying words: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let before = try map.contents()
    let failure = #expect(throws: Failure.self, sourceLocation: sourceLocation) { try publish(files("nieuw")) }
    #expect(failure?.kind == .badInput, sourceLocation: sourceLocation)
    #expect(
      failure?.message.nl.contains(words) == true, "\(failure?.message.nl ?? "-")", sourceLocation: sourceLocation)
    #expect(try map.contents() == before, sourceLocation: sourceLocation)
  }
}
