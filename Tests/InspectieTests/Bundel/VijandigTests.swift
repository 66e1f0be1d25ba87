import Bag
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Inspectie
@testable import Organisatie

/// A bundle that somebody altered, or chose the content of.
struct VijandigTests {
  /// Writes a bundle again with other files and manifests that are right; the signature stays, or is made again by a role.
  private func herschrijf(
    _ proef: Proefbundel, getekendDoor rol: Rol? = nil, _ change: (inout [String: [UInt8]]) throws -> Void
  ) throws -> Bundelcontrole.Uitkomst {
    var files = try proef.files()
    let info = String(decoding: try #require(files["bag-info.txt"]), as: UTF8.self)
    let labels = info.split(separator: "\n").compactMap { line -> (label: String, value: String)? in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      return parts[0] == "Payload-Oxum" ? nil : (parts[0], String(parts[1].dropFirst()))
    }
    try change(&files)
    let place = proef.place.appendingPathComponent("anders-\(UUID().uuidString)")
    var bag = BagWriter { path, bytes in
      let url = place.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where path.hasPrefix("data/") {
      try bag.add(String(path.dropFirst("data/".count)), bytes)
    }
    _ = try bag.finish(labels) { tagmanifest in
      let kept = try #require(files[Bundelindeling.ondertekening])
      guard let rol else { return (Bundelindeling.ondertekening, kept) }
      let numbers = Set(files.keys.compactMap { Gelezen.plaats($0) })
      let members = try #require(Bundelondertekening(kept)?.verklaring.members).map { member in
        switch member.name {
        case "tagmanifest": JSON.Member(member.name, .string(tagmanifest.hex))
        case "gebeurtenissen": JSON.Member(member.name, .int(Int64(numbers.count)))
        default: member
        }
      }
      return (
        Bundelindeling.ondertekening, try Bundelondertekening.bytes(.object(members), proef.boek.key(rol).signing)
      )
    }
    return try controle(proef).controleer(place, isFolder: true)
  }

  private func controle(_ proef: Proefbundel) -> Bundelcontrole {
    Bundelcontrole(catalog: proef.boek.catalog, vertrouwd: [], logsleutel: nil)
  }

  private func checks(_ found: Bundelcontrole.Uitkomst) -> [String] {
    Bundeloordeel.Vraag.allCases.flatMap { vraag in found.oordeel.over(vraag).map { "\(vraag)/\($0.check)" } }
  }

  private func vergelijk(_ proef: Proefbundel, _ found: inout Bundelcontrole.Uitkomst) throws {
    try proef.boek.directory.read { try Grootboekvergelijking(book: proef.boek.book($0)).compare(&found) }
  }

  @Test func `A bundle that is written again as it was is in order`() throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--eis", "AI-1.1")
    #expect(checks(try herschrijf(proef) { _ in }) == [])
  }

  @Test func `What was destroyed is told with the event that says so, and without it nobody need believe it`() throws {
    let proef = try Proefbundel()
    let held = try #require(try proef.boek.read { try $0.views.fact(at: proef.houder) })
    let erasure = try proef.boek.leg(StukkenVernietigd.self) {
      $0[StukkenVernietigd.stukken] = [ErasedFields(event: held.id, fields: ["naam"])]
      $0[StukkenVernietigd.grond] = "verzoek"
      $0[StukkenVernietigd.bewaarregel] = "AVG art. 17"
    }
    try proef.maak("bundel", "--gebeurtenis", "\(proef.houder)")
    let row = try #require(
      try proef.json("weggelaten.json")["gebeurtenissen"]?.array?.first { $0["nummer"]?.int == Int64(proef.houder) })
    #expect(row["vernietigd"] == [["veld": "naam", "door": .int(Int64(erasure.position))]], "\(row.text)")
    #expect(checks(try herschrijf(proef) { _ in }) == [])
    let without = try herschrijf(proef) { files in
      for file in Bundelindeling.Gebeurtenisbestand.allCases {
        files["data/" + Bundelindeling.pad(file, erasure.position)] = nil
      }
      files = files.filter { !$0.key.contains("catalogus/StukkenVernietigd/") }
    }
    #expect(checks(without).contains("vault/erasure-unknown"), "\(checks(without))")
  }

  @Test func `A mandate that was left out shows beside the ledger, and nowhere else`() throws {
    let proef = try Proefbundel()
    let mandate = try proef.boek.leg(MandaatVerleend.self, als: .college) {
      $0[MandaatVerleend.mandaatgever] = .college
      $0[MandaatVerleend.gemandateerde] = .secretariaat
      $0[MandaatVerleend.gebeurtenissen] = ["OrgaanVastgelegd"]
      $0[MandaatVerleend.van] = try CalendarDate("2025-01-01")
    }
    try proef.maak("bundel", "--eis", "AI-1.1")
    var whole = try controle(proef).controleer(proef.place.appendingPathComponent("bundel"), isFolder: true)
    try vergelijk(proef, &whole)
    #expect(checks(whole) == [])
    var without = try herschrijf(proef, getekendDoor: .secretariaat) { files in
      for file in Bundelindeling.Gebeurtenisbestand.allCases {
        files["data/" + Bundelindeling.pad(file, mandate.position)] = nil
      }
      files = files.filter { !$0.key.contains("catalogus/MandaatVerleend/") }
      let keys = try JSON(parsing: try #require(files["data/sleutels.json"])).members ?? []
      let left = keys.map { $0.name == "mandaten" ? JSON.Member("mandaten", []) : $0 }
      files["data/sleutels.json"] = JSON.object(left).serialized
    }
    #expect(checks(without) == [])
    #expect(without.oordeel.opmerkingen.contains(Bundeloordeel.weglatenNiet))
    try vergelijk(proef, &without)
    #expect(checks(without).contains("events/ledger-keys"), "\(checks(without))")
  }

  @Test(arguments: [
    ("data/LEESMIJ.html", "heeft gedaan en kan laten zien", "heeft alles gedaan wat is gevraagd"),
    ("data/matrix.csv", "niet vastgelegd", "vastgelegd"), ("data/mdto/bundel.xml", "Alleen voor", "Ook buiten"),
  ])
  func `An insider without the maker's key writes another text and every manifest again, and is found out`(
    file: String, before: String, after: String
  ) throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--eis", "AI-1.1", "--eis", "AI-1.2")
    func forge(_ rol: Rol?) throws -> [String] {
      checks(
        try herschrijf(proef, getekendDoor: rol) { files in
          let text = String(decoding: try #require(files[file]), as: UTF8.self)
          #expect(text.contains(before), "\(text)")
          files[file] = Array(text.replacing(before, with: after).utf8)
        })
    }
    #expect(try forge(nil) == ["events/maker-digest"])
    // Nor does it help to sign with a key that may not make bundles.
    #expect(try forge(.ondernemingsraad) == ["events/maker-role"])
  }

  @Test
  func `An event that is taken out everywhere is missed, and what the maker took out is missed beside the ledger`()
    throws
  {
    let proef = try Proefbundel()
    let held = proef.houder
    try proef.maak("bundel", "--eis", "AI-1.1", "--gebeurtenis", "\(held)")
    func without(_ position: UInt64, _ rol: Rol?) throws -> Bundelcontrole.Uitkomst {
      try herschrijf(proef, getekendDoor: rol) { files in
        for file in Bundelindeling.Gebeurtenisbestand.allCases {
          files["data/" + Bundelindeling.pad(file, position)] = nil
        }
        for name in [Bundelindeling.hoofd, Bundelindeling.matrix, Bundelindeling.weggelaten] {
          let json = try JSON(parsing: try #require(files["data/" + name]))
          files["data/" + name] = json.zonder(position).serialized
        }
        let kept = files.keys.filter { $0.hasSuffix(".sdjwt") }.compactMap { files[$0] }
        let types = try kept.map { try #require(Bundelwerk.leaf($0)) }.map { try SignedEvent(leaf: $0).envelope.type }
        files = files.filter { path, _ in
          let parts = path.split(separator: "/")
          return parts.count < 3 || parts[1] != "catalogus" || types.contains(String(parts[2]))
        }
        files = files.filter { !$0.key.hasPrefix("data/stukken/") && !$0.key.hasPrefix("data/mdto/") }
        files["data/mdto/bundel.xml"] = Array("<MDTO/>\n".utf8)
      }
    }
    #expect(checks(try without(proef.bewijs, nil)).contains("events/maker-digest"))
    var own = try without(proef.bewijs, .secretariaat)
    #expect(!checks(own).contains { $0.hasPrefix("events/") }, "\(checks(own))")
    try vergelijk(proef, &own)
    let missing = own.oordeel.over(.bag).filter { $0.check == "ledger-event" }.map(\.position)
    #expect(missing == [proef.bewijs], "\(checks(own))")
  }

  @Test func `The ledger says as which number it knows a bundle, of when and for whom`() throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--eis", "AI-1.1")
    let alone = try proef.controleer("bundel")
    #expect(alone.contains("een intrekking of mandaat is weggelaten") && alone.contains("regels van het programma"))
    let beside = try proef.controleer("bundel", "--grootboek")
    let number = try proef.boek.read { $0.size } - 1
    #expect(beside.contains("het grootboek kent deze bundel: nummer \(number), gemaakt op "), "\(beside)")
    #expect(beside.contains("voor Nederlandse Arbeidsinspectie"), "\(beside)")
    #expect(!beside.contains("een intrekking of mandaat is weggelaten"), "\(beside)")
  }

  @Test func `What is no folder and no file is not waited for, and the inside of a bundle is called that`() throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--eis", "AI-1.1")
    #expect(mkfifo(proef.path("pijp"), 0o600) == 0)
    #expect(Uitkomst { try proef.controleer("pijp") } == .anders(.badInput))
    for option in ["--vertrouw", "--sleutel"] {
      #expect(Uitkomst { try proef.controleer("bundel", option, proef.path("pijp")) } == .anders(.badInput))
    }
    #expect(Uitkomst { try proef.controleer("bundel/data") } == .anders(.notFound))
  }

  @Test func `The independent verifier knows the same grounds`() {
    let script = String(decoding: Inspectie.PackageResources.verify_py, as: UTF8.self)
    for ground in Weglatingsgrond.alle {
      #expect(script.contains("\"\(ground.naam)\": ("), "\(ground.naam)")
      for words in [ground.wet, ground.artikel, ground.omschrijving] {
        #expect(script.contains("\"\(words)\""), "\(words)")
      }
    }
  }
}

extension JSON {
  /// The same without what is about an event, wherever its number stands.
  fileprivate func zonder(_ position: UInt64) -> JSON {
    let number = JSON.int(Int64(position))
    switch self {
    case .array(let elements):
      return .array(
        elements.filter { $0 != number && $0["nummer"] != number && $0["position"] != number }.map {
          $0.zonder(position)
        })
    case .object(let members): return .object(members.map { JSON.Member($0.name, $0.value.zonder(position)) })
    default: return self
    }
  }
}
