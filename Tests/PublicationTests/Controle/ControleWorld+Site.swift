import Foundation
import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Publication
import Testing

extension ControleWorld {
  static let settings = SiteSettings(
    organisatie: "Gemeente Voorbeeld", origin: "test.example/proefboek", address: "https://gemeente.example/register",
    contact: "register@gemeente.example", securityContact: "veilig@gemeente.example", robots: .toestaan,
    licence: "https://creativecommons.org/publicdomain/zero/1.0/")

  static let fields = [
    ("functie", "Functie"), ("werkzaamheid", "Werkzaamheid"), ("ingang", "Ingang"), ("bezoldigd", "Bezoldigd"),
  ]

  /// What the site says of all statements.
  func subject(
    als role: Rol? = nil, fields: [(String, String)] = ControleWorld.fields,
    _ change: (CheckedEntry.Shown) -> CheckedEntry.Shown = { $0 }
  ) throws -> PublishedSubject {
    try subject(of: opgaven, als: role, fields: fields, change)
  }

  /// What the site says of some statements: by default what was recorded.
  func subject(
    of events: some Collection<RecordedEvent>, als role: Rol? = nil, fields: [(String, String)] = ControleWorld.fields,
    _ change: (CheckedEntry.Shown) -> CheckedEntry.Shown = { $0 }
  ) throws -> PublishedSubject {
    let entries = try events.enumerated().map { index, event in
      let values = try values(of: event, als: role)
      return CheckedEntry(
        id: event.stream.id.description, label: "Opgave \(index + 1)", path: "/opgaven/opgaven/\(index + 1)/",
        position: event.position,
        shown: fields.map { field, label in
          change(CheckedEntry.Shown(field: field, label: label, value: values[field] ?? .null))
        }, listPage: Controlelijst.page(of: index, events.count))
    }
    return PublishedSubject(
      slug: "opgaven", title: "Opgaven", summary: "Proef.", legalBase: "proef", responsible: "proef",
      pages: PageStream(Controlelijst(entries: entries).pages), dataset: Controlelijst(entries: entries).dataset,
      changes: [],
      checked: entries, policy: [])
  }

  /// What the site says of all statements, of which one is in the data and no longer on the list.
  func subject(lapsed number: Int) throws -> PublishedSubject {
    var subject = try subject()
    let entries = subject.checked.enumerated().map { index, entry in
      CheckedEntry(
        id: entry.id, label: entry.label, path: entry.path, position: entry.position, shown: entry.shown,
        listPage: index == number ? nil : entry.listPage)
    }
    subject.checked = entries
    subject.pages = PageStream(Controlelijst(entries: entries).pages)
    return subject
  }

  private func values(of event: RecordedEvent, als role: Rol?) throws -> [String: JSON] {
    let revealed = try boek.examine(als: role) { try $0.filter.reveal(event) }
    var values = Dictionary(uniqueKeysWithValues: event.facts.map { ($0.name, $0.value) })
    for case (let field, .value(let value)) in revealed { values[field.name] = value }
    return values
  }

  /// The check of what the site says.
  func controle<T>(
    _ subject: PublishedSubject, als role: Rol? = nil, size: UInt64? = nil, _ body: (Controle) throws -> T
  ) throws -> T {
    try boek.directory.read { stores in
      let book = boek.book(stores)
      let note =
        try size.map { try stores.log.checkpoints(after: $0 - 1, limit: 1).first } ?? stores.log.latestCheckpoint()
      // Who forged an event has a program that does not mind it.
      return try book.examine(as: try role.map { .member(try boek.key($0).ring) } ?? .outside) { reading in
        try body(
          Controle(
            settings: Self.settings, subjects: [subject], log: stores.log, catalog: book.catalog,
            filter: reading.filter,
            registry: reading.registry, checkpoint: note?.note ?? ""))
      }
    }
  }

  func files(_ subject: PublishedSubject? = nil, als role: Rol? = nil) throws -> [SiteFile] {
    try controle(try subject ?? self.subject(), als: role) { try $0.allFiles() }
  }

  /// The data of each part, as its readers have it.
  func data() throws -> [JSON] { try Self.data(try files()) }

  static func data(_ files: [SiteFile]) throws -> [JSON] {
    try files.filter { $0.path.hasPrefix("controle/opgaven/") && $0.path.contains("/gegevens") }
      .map { try JSON(parsing: $0.bytes) }
  }

  /// The whole site, as it is written.
  func site(_ subject: PublishedSubject? = nil) throws -> [SiteFile] {
    let subject = try subject ?? self.subject()
    return try controle(subject) { controle in
      let note = try SignedNote(
        try #require(try controle.allFiles().first { $0.path == "controle/checkpoint" }).bytes)
      let source = SiteSource(
        settings: Self.settings, day: boek.today, checkpoint: try Checkpoint(text: note.text),
        note: String(decoding: note.bytes, as: UTF8.self), newest: boek.clock.now, since: boek.today,
        subjects: [subject])
      var files: [SiteFile] = []
      _ = try Site(source, controle: controle) { files.append($0) }
      return files
    }
  }
}

extension Controle {
  /// The files beside the pages.
  func allFiles() throws -> [SiteFile] {
    var files: [SiteFile] = []
    try write(page: { _, _ in }, file: { files.append($0) })
    return files
  }
}
