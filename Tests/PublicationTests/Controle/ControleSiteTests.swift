import Foundation
import Publication
import Testing

private let siteFolder = ProcessInfo.processInfo.environment["WAARBORG_CONTROLE_MAP"]

/// Writes a small site for a browser, when someone says where.
@Suite(.enabled(if: siteFolder != nil, "WAARBORG_CONTROLE_MAP names no folder"))
struct ControleSiteTests {
  @Test func `A site to check is written`() throws {
    let folder = URL(fileURLWithPath: try #require(siteFolder))
    for file in try ControleWorld(12).site() {
      let url = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }
}
