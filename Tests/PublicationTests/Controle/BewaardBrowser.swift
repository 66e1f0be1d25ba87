import Foundation
import Publication
import TestBench
import Testing

/// Chromium at `/controle/` with something that a reader kept: it is pasted, chosen or dropped, on a site that may have
/// been altered.
enum BewaardBrowser {
  /// What a reader gives, and what is altered in the site before.
  struct Case: Sendable {
    let name: String
    var form = "eigen"
    var text: String?
    /// Names and contents.
    var files: [(String, [UInt8])] = []
    var how = "choose"
    var gone: [String] = []
    var flip: [String] = []
    /// Other bytes for files of the site.
    var put: [(String, [UInt8])] = []
  }

  /// What the page says.
  struct Saying: Decodable, Sendable {
    struct Entry: Decodable, Sendable, Equatable {
      let name: String
      let outcome: String
      let text: String
    }

    let name: String
    let outcome: String
    let sentence: String
    let more: [String]
    let entries: [Entry]
    let ran: Bool
    let asked: [String]
    let complaints: [String]
    let axe: [String]
    let wide: [Int]
  }

  private struct Given: Encodable {
    let name: String
    let form: String
    let text: String?
    let files: [String]
    let how: String
    let gone: [String]
    let flip: [String]
    let put: [String: String]
  }

  /// What the page says of each case, by name.
  static func answers(_ site: [SiteFile], _ cases: [Case]) throws -> [String: Saying] {
    let bench = try Bench()
    func write(_ bytes: [UInt8], to path: String) throws -> String {
      let url = bench.root.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
      return url.path
    }
    for file in site { _ = try write(file.bytes, to: "site/\(file.path)") }
    let given = try cases.enumerated().map { number, one in
      Given(
        name: one.name, form: one.form, text: one.text,
        files: try one.files.map { try write($1, to: "bewaard/\(number)/\($0)") }, how: one.how, gone: one.gone,
        flip: one.flip,
        put: Dictionary(
          uniqueKeysWithValues: try one.put.enumerated().map { ($1.0, try write($1.1, to: "anders/\(number)-\($0)")) }))
    }
    // Many cases take long: two browsers have them between them.
    let half = given.count > 10 ? (given.count + 1) / 2 : given.count
    let lists = try stride(from: 0, to: given.count, by: half).map { start in
      try write(
        [UInt8](try JSONEncoder().encode(Array(given[start...].prefix(half)))), to: "gevallen-\(start).json")
    }
    let lines = try ControleBrowser.python("bewaard.py", lists.map { [bench.path("site"), $0] }, on: bench)
    let said = try lines.map { try JSONDecoder().decode(Saying.self, from: Data($0.utf8)) }
    try #require(said.map(\.name) == cases.map(\.name))
    return Dictionary(uniqueKeysWithValues: said.map { ($0.name, $0) })
  }
}
