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
    let files = try world.controle(try subject ?? world.subject(), size: size) { try $0.files() }
    func bytes(_ name: String) throws -> [UInt8] { try #require(files.first { $0.path == "controle/\(name)" }).bytes }
    note = try SignedNote(try bytes("checkpoint"))
    checkpoint = try Checkpoint(text: note.text)
    vkey = String(decoding: try bytes("sleutel"), as: UTF8.self)
    let data = try JSON(parsing: try bytes("gegevens.json"))
    let hashes = try #require(data["hashes"]?.array).map { try Digest(Base64.standard.decode($0.string ?? "")) }
    var leaves: [UInt64: [UInt8]] = [:]
    var paths: [UInt64: [Digest]] = [:]
    for event in try #require(data["gebeurtenissen"]?.array) {
      let position = UInt64(try #require(event["plaats"]?.int))
      leaves[position] = Array(try #require(event["blad"]?.string).utf8)
      paths[position] = try #require(event["pad"]?.array).map { hashes[Int(try #require($0.int))] }
    }
    self.leaves = leaves
    self.paths = paths
    let keys = try #require(data["sleutels"]?.array)
    func positions(_ name: String) -> [String: UInt64] {
      Dictionary(
        uniqueKeysWithValues: keys.compactMap { key in
          key[name]?.int.flatMap { position in key["kid"]?.string.map { ($0, UInt64(position)) } }
        })
    }
    registrations = positions("registratie")
    revocations = positions("intrekking")
    disclosures = try #require(data["onderwerpen"]?.array).flatMap { $0["opgaven"]?.array ?? [] }.flatMap { entry in
      let position = UInt64(try #require(entry["plaats"]?.int))
      return try #require(entry["onthullingen"]?.array).map {
        (position, try Disclosure(encoded: try #require($0.string)))
      }
    }
  }
}
