import Ledger
import LedgerCrypto

@testable import Governance

/// A small governance subject with one field of every visibility.
struct ProefPlugin: Plugin {
  var name: String { "Proef" }
  var notitie: EventType = NotitieVastgelegd.type
  var view: any Projection = Notities()

  var events: [EventType] {
    [
      GrootboekGesticht.type, SleutelIngeschreven.type, SleutelIngetrokken.type, MandaatGegeven.type,
      MandaatBeeindigd.type, notitie, BesluitGenomen.type,
    ]
  }
  var rules: [Rule] { [Self.eenmaal] }
  var projections: [any Projection] { [view] }

  /// Looks at the views, so that it sees earlier events of the same batch.
  static let eenmaal = Rule(
    id: "PRF-EENMAAL", source: "proef art. 1", demand: Text("eenmaal"), on: [NotitieVastgelegd.self]
  ) { context in
    guard let title = context.event[NotitieVastgelegd.titel], title.hasPrefix("uniek") else { return nil }
    let there = try context.views.rows(Notities(), "SELECT 1 FROM {notitie} WHERE titel = ?", [.text(title)])
    return there.isEmpty ? nil : Refusal(Text("\(title) bestaat al"), remedy: Text("kies een andere titel"))
  }
}

enum GrootboekGesticht: EventDefinition {
  static let ondertekening = Field<VerifyingKey>("ondertekening", .clear, "Sleutel.")
  static let doos = Field<BoxPublicKey>("doos", .clear, "Sleutel.")
  static let organisatiesleutel = Field<BoxPublicKey>("organisatiesleutel", .clear, "Sleutel.")
  static let logsleutel = Field<String>("logsleutel", .clear, "Sleutel.")
  static let type = EventType(
    "GrootboekGesticht", stream: "Proeforganisatie", opens: true, meaning: "Gesticht.", source: "proef",
    signers: [.secretariaat],
    changesAuthority: { event, registry in
      guard let signing = event[ondertekening], let box = event[doos], let organisation = event[organisatiesleutel]
      else { throw AuthorityProblem.incomplete("GrootboekGesticht") }
      try registry.found(
        organisatie: "Proef", logKey: event[logsleutel] ?? "", at: event.recordedAt, organisationKey: organisation)
      try registry.register(
        signing: signing, box: box, rol: .secretariaat, stream: event.stream, at: event.position)
    }
  ) {
    ondertekening
    doos
    organisatiesleutel
    logsleutel
  }
}

enum SleutelIngeschreven: EventDefinition {
  static let ondertekening = Field<VerifyingKey>("ondertekening", .clear, "Sleutel.")
  static let doos = Field<BoxPublicKey>("doos", .clear, "Sleutel.")
  static let rol = Field<Rol>("rol", .clear, "Rol.")
  static let type = EventType(
    "SleutelIngeschreven", stream: "Proefsleutel", opens: true, meaning: "Ingeschreven.", source: "proef",
    signers: [.secretariaat],
    changesAuthority: { event, registry in
      guard let signing = event[ondertekening], let box = event[doos], let rol = event[rol] else {
        throw AuthorityProblem.incomplete("SleutelIngeschreven")
      }
      try registry.register(signing: signing, box: box, rol: rol, stream: event.stream, at: event.position)
    }
  ) {
    ondertekening
    doos
    rol
  }
}

enum SleutelIngetrokken: EventDefinition {
  static let sleutel = Field<Thumbprint>("sleutel", .clear, "Sleutel.")
  static let vanaf = Field<Int64>("vanaf", .clear, "Moment.", shape: .instant)
  static let organisatiesleutel = Field<BoxPublicKey>("organisatiesleutel", .clear, "Sleutel.")
  static let type = EventType(
    "SleutelIngetrokken", stream: "Proefsleutel", opens: nil, meaning: "Ingetrokken.", source: "proef",
    signers: [.secretariaat],
    changesAuthority: { event, registry in
      guard let key = event[sleutel], let from = event[vanaf], let organisation = event[organisatiesleutel] else {
        throw AuthorityProblem.incomplete("SleutelIngetrokken")
      }
      try registry.revoke(
        key, from: Instant(secondsSince1970: from), now: event.recordedAt, at: event.position, replacedBy: nil,
        organisationKey: organisation)
    }
  ) {
    sleutel
    vanaf
    organisatiesleutel
  }
}

enum MandaatGegeven: EventDefinition {
  static let gebeurtenis = Field<String>("gebeurtenis", .clear, "Waarvoor.")
  static let tot = Field<CalendarDate>("tot", .clear, "Laatste dag.")
  static let type = EventType(
    "MandaatGegeven", stream: "Proefmandaat", opens: true, meaning: "Mandaat.", source: "Awb 10:1",
    signers: [.griffier],
    changesAuthority: { event, registry in
      guard let name = event[gebeurtenis], let end = event[tot] else {
        throw AuthorityProblem.incomplete("MandaatGegeven")
      }
      registry.give(
        Mandaat(
          stream: event.stream, mandaatgever: .griffier, gemandateerde: .secretariaat, gebeurtenissen: [name],
          van: event.recordedOn, tot: end))
    }
  ) {
    gebeurtenis
    tot
  }
}

enum MandaatBeeindigd: EventDefinition {
  static let vanaf = Field<CalendarDate>("vanaf", .clear, "Eerste dag zonder mandaat.")
  static let type = EventType(
    "MandaatBeeindigd", stream: "Proefmandaat", meaning: "Mandaat ten einde.", source: "Awb 10:8",
    signers: [.griffier],
    changesAuthority: { event, registry in
      guard let day = event[vanaf] else { throw AuthorityProblem.incomplete("MandaatBeeindigd") }
      try registry.withdraw(event.stream, from: day, now: event.recordedOn, at: event.position)
    }
  ) {
    vanaf
  }
}

enum NotitieVastgelegd: EventDefinition {
  static let titel = Field<String>("titel", .clear, "Titel.", shape: .text(most: 40))
  static let aantal = Field<Int64>("aantal", .clear, "Aantal.", isRequired: false)
  static let publiek = Field<String>("publiek", .openbaar, "Publiek.", isRequired: false)
  static let kantoor = Field<String>("kantoor", .intern, "Intern.", isRequired: false)
  static let geheim = Field<String>("geheim", .vertrouwelijk, "Geheim.", shape: .prose(most: 500), isRequired: false)
  static let bijlage = Field<DocumentReference>("bijlage", .openbaar, "Publiek stuk.", isRequired: false)
  static let stuk = Field<DocumentReference>("stuk", .intern, "Intern stuk.", isRequired: false)
  static let geheimStuk = Field<DocumentReference>("geheimStuk", .vertrouwelijk, "Geheim stuk.", isRequired: false)
  static let type = EventType(
    "NotitieVastgelegd", stream: "Notitie", opens: nil, meaning: "Notitie.", source: "proef",
    signers: [.secretariaat, .griffier]
  ) {
    titel
    aantal
    publiek
    kantoor
    geheim
    bijlage
    stuk
    geheimStuk
  }
}

/// Only the clerk decides; whether that can be mandated differs by type.
enum BesluitGenomen: EventDefinition {
  static let wat = Field<String>("wat", .clear, "Wat.")
  static let type = EventType(
    "BesluitGenomen", stream: "Besluit", opens: true, meaning: "Besluit.", source: "proef", signers: [.griffier],
    needsExactDate: true
  ) {
    wat
  }
}

/// The titles of the notes.
struct Notities: Projection {
  var name: String { "notities" }
  var version = 1
  var tables: [ViewTable] {
    [ViewTable("notitie", columns: "position INTEGER PRIMARY KEY, titel TEXT NOT NULL", key: "position")]
  }
  var events: Set<String> { ["NotitieVastgelegd"] }

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    let title = event.facts.first { ["titel", "opschrift"].contains($0.name) }?.value.string ?? "-"
    try tables.run(
      "INSERT INTO {notitie} (position, titel) VALUES (?, ?)", [.int(Int64(event.position)), .text(title)])
  }
}
