import Foundation
import GRDB
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import RuleFiles

@testable import Zaken

/// A ledger's folder, as someone sees it who has nothing but the bytes: every table, every row in the order in which it was
/// written, every column.
struct Schijf {
  /// One value of one row.
  fileprivate struct Waarde {
    let kolom: String
    let soort: String
    let bytes: [UInt8]
  }

  fileprivate struct Rij {
    let tabel: String
    /// Where it was written, among the rows of its table.
    let plaats: Int64
    let waarden: [Waarde]

    /// What is left of it when only kind and length of each value count.
    var vorm: String {
      let kolommen = waarden.map { waarde in
        // A number counts by its kind alone: it is a position, or a moment.
        "\(waarde.kolom):\(waarde.soort)\(waarde.soort == "integer" ? "" : ":\(waarde.bytes.count)")"
      }
      return "\(tabel) \(kolommen.joined(separator: " "))"
    }
  }

  private let rijen: [Rij]
  private let entries: [StreamID: [(id: String, leaf: [UInt8])]]

  init(_ vijf: Vijf) throws {
    let boek = vijf.wereld.boek
    var rijen: [Rij] = []
    for name in ["log.sqlite", "vault.sqlite", "views.sqlite"] {
      let file =
        name == "views.sqlite" ? try boek.directory.viewPlace().file : boek.directory.url.appendingPathComponent(name)
      let queue = try DatabaseQueue(path: file.path)
      rijen += try queue.read { try Self.rijen($0, name) }
      try queue.close()
    }
    self.rijen = rijen
    var entries: [StreamID: [(id: String, leaf: [UInt8])]] = [:]
    try boek.directory.read { stores in
      for zaak in vijf.zaken {
        entries[zaak] = try stores.log.positions(in: zaak).compactMap { try stores.log.entry(at: $0) }
          .map { ($0.id, $0.leaf) }
      }
    }
    self.entries = entries
  }

  private static func rijen(_ db: Database, _ file: String) throws -> [Rij] {
    let tables = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    return try tables.flatMap { table -> [Rij] in
      let name: String = table["name"]
      let hasRowID = !(table["sql"] as String? ?? "").contains("WITHOUT ROWID")
      let columns = hasRowID ? "rowid AS plaats, *" : "*"
      return try Row.fetchAll(db, sql: "SELECT \(columns) FROM \"\(name)\"").map { row in
        var values: [Waarde] = []
        for (column, value) in row where column != "plaats" {
          switch value.storage {
          case .null: values.append(Waarde(kolom: column, soort: "null", bytes: []))
          case .int64(let number):
            values.append(Waarde(kolom: column, soort: "integer", bytes: Array("\(number)".utf8)))
          case .double: values.append(Waarde(kolom: column, soort: "real", bytes: []))
          case .string(let text): values.append(Waarde(kolom: column, soort: "text", bytes: Array(text.utf8)))
          case .blob(let data): values.append(Waarde(kolom: column, soort: "blob", bytes: [UInt8](data)))
          }
        }
        return Rij(tabel: "\(file)/\(name)", plaats: hasRowID ? row["plaats"] : 0, waarden: values)
      }
    }
  }

  /// The rows that an entry brought: those that name its event or its stream with it, and those that hang on them.
  private func rijen(of zaak: StreamID, nummer: Int) -> [Rij] {
    guard let entry = entries[zaak]?[nummer - 1] else { return [] }
    var namen: Set<[UInt8]> = [Array(entry.id.utf8)]
    var gevonden: [Rij] = []
    var rest = rijen
    // A field names its key, that the key it is wrapped under: no more than three steps.
    for _ in 0..<3 {
      let nieuw = rest.filter { rij in rij.waarden.contains { namen.contains($0.bytes) } }
      guard !nieuw.isEmpty else { break }
      rest.removeAll { rij in rij.waarden.contains { namen.contains($0.bytes) } }
      gevonden += nieuw
      for rij in nieuw {
        for waarde in rij.waarden
        where rij.tabel.hasPrefix("vault.sqlite/") && ["key", "recipient"].contains(waarde.kolom) {
          namen.insert(waarde.bytes)
        }
      }
    }
    if nummer == 1 {
      gevonden += rest.filter { $0.tabel.hasPrefix("views") && $0.noemt(zaak.description) }
    }
    return gevonden
  }

  /// What can be seen of an entry: its rows in the order in which they were written, how far apart, and each column.
  func vorm(of zaak: StreamID, nummer: Int) throws -> [String] {
    let rows = rijen(of: zaak, nummer: nummer)
    var regels: [String] = []
    for tabel in Set(rows.map(\.tabel)).sorted() {
      let eigen = rows.filter { $0.tabel == tabel }.sorted { $0.plaats < $1.plaats }
      let begin = eigen.first?.plaats ?? 0
      let lines = eigen.map { "\($0.plaats - begin) \($0.vorm)" }
      // Rows without a place of their own stand in the order of their random keys.
      regels += lines.sorted()
    }
    guard let leaf = entries[zaak]?[nummer - 1].leaf else { return regels }
    return regels + Self.vorm(leaf)
  }

  /// The signed bytes, claim by claim: a number by its kind, a text by its length.
  private static func vorm(_ leaf: [UInt8]) -> [String] {
    let parts = String(decoding: leaf, as: UTF8.self).split(separator: ".", omittingEmptySubsequences: false)
    return parts.prefix(2).flatMap { part -> [String] in
      guard let bytes = try? Base64.url.decode(String(part)),
        let json = try? JSON(parsing: String(decoding: bytes, as: UTF8.self))
      else { return ["\(part.count)"] }
      return vorm(json, "")
    } + ["\(parts.count) parts", "\(leaf.count) bytes"]
  }

  private static func vorm(_ json: JSON, _ pad: String) -> [String] {
    switch json {
    case .object(let members): members.flatMap { vorm($0.value, "\(pad)/\($0.name)") }
    case .array(let list): list.enumerated().flatMap { vorm($0.element, "\(pad)/\($0.offset)") }
    case .string(let text): ["\(pad) text \(text.utf8.count)"]
    default: ["\(pad) \(json.text.count)"]
    }
  }

  static func verschil(_ een: [String], _ ander: [String]) -> String {
    (een.filter { !ander.contains($0) }.map { "+ \($0)" } + ander.filter { !een.contains($0) }.map { "- \($0)" })
      .prefix(12).joined(separator: "\n") + "\n\(een.count) and \(ander.count) lines"
  }

  /// Values that stand in the rows of some of the cases and not of all: what would link or divide them.
  func gedeeld(_ zaken: [StreamID]) throws -> [String] {
    var waar: [[UInt8]: Set<Int>] = [:]
    for (index, zaak) in zaken.enumerated() {
      for nummer in 1...(entries[zaak]?.count ?? 1) {
        for rij in rijen(of: zaak, nummer: nummer) {
          for waarde in rij.waarden where waarde.bytes.count >= 12 { waar[waarde.bytes, default: []].insert(index) }
        }
      }
    }
    return waar.filter { $0.value.count > 1 && $0.value.count < zaken.count }
      .map { String(decoding: $0.key.prefix(60), as: UTF8.self) }.sorted()
  }

  /// What is known of people, roles and procedures and stands somewhere in the rows of the cases.
  func bekend(_ vijf: Vijf) throws -> [String] {
    let registry = try vijf.wereld.read(als: vijf.wereld.directeur) { $0.registry }
    var naalden: [(naam: String, bytes: [UInt8])] = []
    for key in registry.keysInOrder {
      for (naam, bytes) in [
        ("thumbprint", Array(key.id.description.utf8)), ("signing key", key.signing.bytes), ("box key", key.box.bytes),
        ("box key", Array(key.box.name.utf8)), ("signing key", Array(Base64.url.encode(key.signing.bytes).utf8)),
        ("stream", Array(key.stream.description.utf8)),
      ] { naalden.append(("\(naam) of \(key.rol)", bytes)) }
      naalden.append(("\(key.rol)", Array(key.rol.rawValue.utf8)))
    }
    for procedure in try Meegeleverd.bestanden.map({ try Zakenwereld.procedure($0.id).procedure }) {
      naalden.append((procedure.id, Array(procedure.id.utf8)))
      naalden += procedure.stappen.map { ($0.id, Array($0.id.utf8)) }
      naalden += procedure.toestanden.map { ($0.id, Array($0.id.utf8)) }
    }
    var hooi = Data()
    for zaak in vijf.zaken {
      for nummer in 1...Vijf.vastleggingen {
        for rij in rijen(of: zaak, nummer: nummer) { for waarde in rij.waarden { hooi += Data(waarde.bytes) + [0] } }
        let parts = String(decoding: entries[zaak]?[nummer - 1].leaf ?? [], as: UTF8.self).split(separator: ".")
        for part in parts.prefix(2) { hooi += Data((try? Base64.url.decode(String(part))) ?? []) + [0] }
      }
    }
    // Three letters stand in any random text.
    return naalden.filter { $0.bytes.count > 6 && hooi.range(of: Data($0.bytes)) != nil }.map(\.naam)
  }

  /// How many boxes in the vault someone opens who has these keys, in every way a key can be used.
  func geopend(door key: UnlockedKey, organisation: [BoxSecretKey]) throws -> Int {
    let keys = [key.box] + organisation
    let zaakrijen = entries.keys.flatMap { zaak in
      (1...Vijf.vastleggingen).flatMap { rijen(of: zaak, nummer: $0) }
    }
    return zaakrijen.filter { $0.tabel == "vault.sqlite/wrappedKey" }.count { rij in
      let body = rij.waarden.first { $0.kolom == "body" }?.bytes ?? []
      return keys.contains { (try? $0.open(body)) != nil }
    }
  }

  /// Every file below a folder with its size; what names nothing but this process is left out.
  static func bestanden(_ folder: URL) throws -> [String: Int] {
    var files: [String: Int] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appendingPathComponent(path)
      files[path] = try path.hasSuffix(".sqlite") ? ordered(file) : size(file)
    }
    return files
  }

  private static func size(_ file: URL) -> Int { FileManager.default.contents(atPath: file.path)?.count ?? -1 }

  /// The size of a database once its rows are laid out in order: where the pages of an index divide as it grows is up to its
  /// random keys.
  private static func ordered(_ file: URL) throws -> Int {
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).sqlite")
    defer { try? FileManager.default.removeItem(at: copy) }
    let queue = try DatabaseQueue(path: file.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy.path]) }
    try queue.close()
    return size(copy)
  }
}

extension Schijf.Rij {
  fileprivate func noemt(_ text: String) -> Bool { waarden.contains { $0.bytes == Array(text.utf8) } }
}
