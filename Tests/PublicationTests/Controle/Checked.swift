import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Publication
import Testing

/// The files of a check, read as a program of someone else would.
struct Checked {
  let note: SignedNote
  let checkpoint: Checkpoint
  let vkey: String
  let leaves: [UInt64: [UInt8]]
  let paths: [UInt64: [Digest]]
  let registrations: [String: UInt64]
  let revocations: [String: UInt64]
  let disclosures: [(position: UInt64, disclosure: Disclosure)]

  init(_ world: ControleWorld, _ subject: PublishedSubject? = nil, size: UInt64? = nil) throws {
    let files = try world.controle(try subject ?? world.subject(), size: size) { try $0.allFiles() }
    func bytes(_ name: String) throws -> [UInt8] { try #require(files.first { $0.path == "controle/\(name)" }).bytes }
    note = try SignedNote(try bytes("checkpoint"))
    checkpoint = try Checkpoint(text: note.text)
    vkey = String(decoding: try bytes("sleutel"), as: UTF8.self)
    var leaves: [UInt64: [UInt8]] = [:]
    var paths: [UInt64: [Digest]] = [:]
    var (registrations, revocations): ([String: UInt64], [String: UInt64]) = ([:], [:])
    var disclosures: [(position: UInt64, disclosure: Disclosure)] = []
    for data in try ControleWorld.data(files) {
      let hashes = try #require(data["hashes"]?.array).map { try Digest(Base64.standard.decode($0.string ?? "")) }
      for event in try #require(data["gebeurtenissen"]?.array) {
        let position = UInt64(try #require(event["plaats"]?.int))
        leaves[position] = Array(try #require(event["blad"]?.string).utf8)
        paths[position] = try #require(event["pad"]?.array).map { hashes[Int(try #require($0.int))] }
      }
      for key in try #require(data["sleutels"]?.array) {
        let kid = try #require(key["kid"]?.string)
        registrations[kid] = (key["registratie"]?.int).map { UInt64($0) }
        if let revoked = key["intrekking"]?.int { revocations[kid] = UInt64(revoked) }
      }
      disclosures += try #require(data["opgaven"]?.array).flatMap { entry in
        let position = UInt64(try #require(entry["plaats"]?.int))
        return try #require(entry["onthullingen"]?.array).map {
          (position, try Disclosure(encoded: try #require($0.string)))
        }
      }
    }
    self.leaves = leaves
    self.paths = paths
    self.registrations = registrations
    self.revocations = revocations
    self.disclosures = disclosures
  }
}
