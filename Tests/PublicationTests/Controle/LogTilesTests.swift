import Foundation
import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Publication

/// The hashes of the log as files, against the vectors that Go's x/mod and a program in Python made.
struct LogTilesTests {
  /// A log of the leaves `leaf 0`, `leaf 1`, …
  private struct Leaves: TileReader {
    func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
      try #require(level == 0)
      return (0..<UInt64(width)).map { MerkleTree.leafHash(of: Array("leaf \(index * 256 + $0)".utf8)) }
    }
  }

  private func tiles(_ size: UInt64, _ root: String) throws -> [SiteFile] {
    let checkpoint = try Checkpoint(
      origin: "ledger.example.nl/test", size: size, root: try Digest(Base64.standard.decode(root)))
    var files: [SiteFile] = []
    try LogTilesOnSite(log: Leaves(), checkpoint: checkpoint).write { files.append($0) }
    return files
  }

  static let root1000 = "L/M/udjxT4nKMGKJYzM2oWj/P0Uy6PdBoAGdy0wdYKE="

  @Test func `The tiles of a thousand leaves are those of other programs, byte for byte`() throws {
    let digests = try tiles(1000, Self.root1000).map { "\($0.path) \(SHA256.hash($0.bytes).hex)" }.sorted()
    #expect(
      digests == [
        "controle/tile/0/000 3658d44ebeb979b996b87ac966392dffbe9a628e34cb70bbff0ba844e74c31c6",
        "controle/tile/0/001 6fce4d781a3dfcbb97ff6e41aca4808e1cb2831653aa0a711867d628b38a706d",
        "controle/tile/0/002 f698b5c5a514744dc8081d5a71dc4609097826303c3da1f38b0122aeda74b312",
        "controle/tile/0/003.p/232 f2df798e18cb31b54d3e388d3d8c0324dc8b02043ef1928e91fa89fc32ac8113",
        "controle/tile/1/000.p/3 e6b3f97715cc1338da6d4768da62db720b235c22154bda78b3076f4c37315cfe",
      ])
  }

  @Test func `Seventy thousand leaves are 277 tiles on three levels`() throws {
    let paths = try tiles(70000, "2gUy/3su5W9AZxEPyWTp8ntZWflSe//z+lAap1hN6vM=").map(\.path)
    #expect(paths.count == 277)
    for path in ["0/272", "0/273.p/112", "1/000", "1/001.p/17", "2/000.p/1"] {
      #expect(paths.contains("controle/tile/\(path)"))
    }
    #expect(Set(paths) == Set(TilePath.all(atSize: 70000).map { "controle/\($0)" }.filter { !$0.contains("entries") }))
  }

  @Test(arguments: [
    (1, "G7l9zCFjXUfiZj79/QoXRobZjdcBNS3SzQbotD/T0wU="), (256, "z17/2xHQknou31Ow5zx4N/ZZQU4AU32l2Q61xMSf8nQ="),
  ])
  func `A size without an unfinished tile has none`(size: UInt64, root: String) throws {
    let paths = try tiles(size, root).map(\.path)
    #expect(paths == (size == 1 ? ["controle/tile/0/000.p/1"] : ["controle/tile/0/000", "controle/tile/1/000.p/1"]))
  }

  @Test func `Each event costs 32 bytes and an eighth, and no more when there are more of them`() throws {
    for (size, root) in [(1000, Self.root1000), (70000, "2gUy/3su5W9AZxEPyWTp8ntZWflSe//z+lAap1hN6vM=")] {
      let bytes = try tiles(UInt64(size), root).map(\.bytes.count).reduce(0, +)
      #expect(Double(bytes) / Double(size) < 32.13)
    }
  }

  @Test func `Hashes that do not give the root of the checkpoint make no site`() throws {
    let failure = #expect(throws: Failure.self) { try tiles(999, Self.root1000) }
    #expect(failure?.kind == .foundWanting)
  }

  @Test func `The site has the tiles of its checkpoint, no more and no less, and no entries`() throws {
    let files = try ControleWorld().files().filter { $0.path.hasPrefix("controle/tile/") }
    let size = try Checked(ControleWorld()).checkpoint.size
    #expect(
      Set(files.map(\.path))
        == Set(TilePath.all(atSize: size).map { "controle/\($0)" }.filter { !$0.contains("entries") }))
  }

  @Test func `Every script of the check is in the manifest, and one digest stands for them all`() throws {
    let files = try ControleWorld().site()
    let lines = String(decoding: try #require(files.first { $0.path == "v1/manifest" }).bytes, as: UTF8.self)
    let scripts = files.filter { $0.path.hasPrefix("controle/") && $0.path.hasSuffix(".js") }.sorted {
      $0.path < $1.path
    }
    #expect(scripts.count == 8)
    let named = scripts.map { "\(SHA256.hash($0.bytes).hex)  \($0.path)\n" }
    for line in named { #expect(lines.contains(line)) }
    #expect(try #require(SiteManifest(lines)).scripts == SHA256.hash(named.joined()))
  }
}
