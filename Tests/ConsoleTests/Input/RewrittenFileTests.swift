import Foundation
import Governance
import Testing

@testable import Console

/// B06: what is written anew each time is written through what stands there.
struct RewrittenFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("herschreven-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func write(_ text: String, to name: String) throws {
    try RewrittenFile.write(Array(text.utf8), to: path(name))
  }

  private func done() { try? FileManager.default.removeItem(at: folder) }

  @Test func `B06: a link stays a link, and its target is written; also one that is not there yet`() throws {
    defer { done() }
    try write("oud", to: "doel")
    for (link, target) in [("een", "doel"), ("twee", "nieuw")] {
      try FileManager.default.createSymbolicLink(atPath: path(link), withDestinationPath: target)
      try write("nieuw \(link)", to: link)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path(link)) == target)
      #expect(text(target) == "nieuw \(link)")
    }
  }

  @Test func `B06: a file keeps its rights and its other names, and nothing is left beside it`() throws {
    defer { done() }
    try write("oud", to: "agenda")
    #expect(chmod(path("agenda"), 0o600) == 0)
    try write("nieuw", to: "agenda")
    var found = stat()
    #expect(stat(path("agenda"), &found) == 0 && found.st_mode & 0o7777 == 0o600)
    #expect(link(path("agenda"), path("andere")) == 0)
    try write("nog nieuwer", to: "agenda")
    #expect(text("agenda") == "nog nieuwer" && text("andere") == "nog nieuwer")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["agenda", "andere"])
  }

  @Test func `B06: a pipe and a device get the bytes and stay what they are`() throws {
    defer { done() }
    try RewrittenFile.write(Array("weg".utf8), to: "/dev/null")
    #expect(mkfifo(path("pijp"), 0o600) == 0)
    // Nobody reads: that is said at once.
    #expect(throws: Failure.self) { try write("x", to: "pijp") }
    let reader = open(path("pijp"), O_RDONLY | O_NONBLOCK)
    try write("door de pijp", to: "pijp")
    var bytes = [UInt8](repeating: 0, count: 40)
    let count = read(reader, &bytes, bytes.count)
    close(reader)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "door de pijp")
    var found = stat()
    #expect(stat(path("pijp"), &found) == 0 && found.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func `B06: a folder, and a place that is not there, are refused with a remedy`() throws {
    defer { done() }
    let folder = #expect(throws: Failure.self) { try write("x", to: "") }
    #expect(folder?.kind == .badInput && folder?.remedy != nil)
    let nowhere = #expect(throws: Failure.self) { try write("x", to: "geen/agenda") }
    #expect(nowhere?.kind == .io && nowhere?.remedy != nil)
  }
}
