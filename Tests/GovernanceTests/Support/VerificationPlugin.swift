import Governance
import Ledger
import LedgerCrypto

/// A small plugin with every kind of field, so that verification has something of everything to look at.
struct VerificationPlugin: Plugin {
  var name: String { "Verificatie" }
  var events: [EventType] {
    [
      Geopend.type, SleutelErbij.type, SleutelEruit.type, NotaGemaakt.type, NotaGesloten.type, GeheimGemaakt.type,
      DossierBijgewerkt.type,
    ]
  }
  var rules: [Rule] { [Self.eenmaalSluiten] }
  var projections: [any Projection] { [NotaView()] }

  static let eenmaalSluiten = Rule(
    id: "TST-SLUIT", source: "test 1", demand: Text(nl: "sluit één keer", en: "close once"), on: [NotaGesloten.self]
  ) { context in
    let rows = try context.views.rows(
      NotaView(), "SELECT gesloten FROM {nota} WHERE stream = ?", [.text(context.event.stream.description)])
    guard rows.first?.int("gesloten") == nil else {
      return Refusal(Text(nl: "al gesloten", en: "closed already"), remedy: Text("-"))
    }
    return nil
  }
}

enum Geopend: EventDefinition {
  static let logsleutel = Field<String>("logsleutel", .clear, "vkey", shape: .text(most: 400))
  static let organisatiesleutel = Field<BoxPublicKey>("organisatiesleutel", .clear, "De sleutel van de organisatie.")
  static let sleutel = Field<VerifyingKey>("sleutel", .clear, "De eerste sleutel.")
  static let verzegelsleutel = Field<BoxPublicKey>("verzegelsleutel", .clear, "Haar andere helft.")

  static let type = EventType(
    "Geopend", stream: "Grootboek", opens: true, meaning: "Geopend.", source: "test", signers: [.secretariaat],
    changesAuthority: { event, registry in
      guard let log = event[logsleutel], let key = event[organisatiesleutel], let signing = event[sleutel],
        let box = event[verzegelsleutel]
      else { throw AuthorityProblem.incomplete("Geopend") }
      try registry.found(organisatie: "Test", logKey: log, at: event.recordedAt, organisationKey: key)
      try registry.register(signing: signing, box: box, rol: .secretariaat, stream: event.stream, at: event.position)
    }
  ) {
    logsleutel
    organisatiesleutel
    sleutel
    verzegelsleutel
  }
}

enum SleutelErbij: EventDefinition {
  static let sleutel = Field<VerifyingKey>("sleutel", .clear, "De sleutel.")
  static let verzegelsleutel = Field<BoxPublicKey>("verzegelsleutel", .clear, "Haar andere helft.")
  static let rol = Field<Rol>("rol", .clear, "De rol.")

  static let type = EventType(
    "SleutelErbij", stream: "Sleutel", opens: true, meaning: "Een sleutel erbij.", source: "test",
    signers: [.secretariaat],
    changesAuthority: { event, registry in
      guard let signing = event[sleutel], let box = event[verzegelsleutel], let rol = event[rol] else {
        throw AuthorityProblem.incomplete("SleutelErbij")
      }
      try registry.register(signing: signing, box: box, rol: rol, stream: event.stream, at: event.position)
    }
  ) {
    sleutel
    verzegelsleutel
    rol
  }
}

enum SleutelEruit: EventDefinition {
  static let kid = Field<Thumbprint>("kid", .clear, "De sleutel.")
  static let organisatiesleutel = Field<BoxPublicKey>(
    "organisatiesleutel", .clear, "De nieuwe sleutel van de organisatie.")

  static let type = EventType(
    "SleutelEruit", stream: "Sleutel", opens: nil, meaning: "Een sleutel eruit.", source: "test",
    signers: [.secretariaat],
    changesAuthority: { event, registry in
      guard let id = event[kid], let key = event[organisatiesleutel] else {
        throw AuthorityProblem.incomplete("SleutelEruit")
      }
      try registry.revoke(
        id, from: event.recordedAt, now: event.recordedAt, at: event.position, replacedBy: nil, organisationKey: key)
    }
  ) {
    kid
    organisatiesleutel
  }
}

enum NotaGemaakt: EventDefinition {
  static let titel = Field<String>("titel", .clear, "De titel.")
  static let naam = Field<String>("naam", .openbaar, "Een naam.")
  static let memo = Field<String>("memo", .intern, "Een memo.", isRequired: false)
  static let bijlage = Field<DocumentReference>("bijlage", .openbaar, "Een bijlage.", isRequired: false)

  static let type = EventType(
    "NotaGemaakt", stream: "Nota", opens: true, meaning: "Een nota.", source: "test",
    signers: [.secretariaat, .algemeenDirecteur]
  ) {
    titel
    naam
    memo
    bijlage
  }
}

enum NotaGesloten: EventDefinition {
  static let type = EventType(
    "NotaGesloten", stream: "Nota", meaning: "Een nota is gesloten.", source: "test", signers: [.secretariaat]
  ) {}
}

enum GeheimGemaakt: EventDefinition {
  static let inhoud = Field<String>("inhoud", .vertrouwelijk, "Een geheim.")

  static let type = EventType(
    "GeheimGemaakt", stream: "Geheim", opens: nil, meaning: "Een geheim.", source: "test",
    signers: [.algemeenDirecteur]
  ) {
    inhoud
  }
}

struct NotaView: Projection {
  let name = "nota"
  let version = 1
  let events: Set<String> = [NotaGemaakt.type.name, NotaGesloten.type.name]
  let tables = [
    ViewTable(
      "nota",
      columns: "stream TEXT PRIMARY KEY, position INTEGER NOT NULL, titel TEXT NOT NULL, gesloten INTEGER",
      key: "stream")
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    if event.is(NotaGemaakt.self) {
      try tables.run(
        "INSERT INTO {nota} (stream, position, titel) VALUES (?, ?, ?)",
        [.text(event.stream.description), .int(Int64(event.position)), .optional(event[NotaGemaakt.titel])])
    } else {
      try tables.run(
        "UPDATE {nota} SET gesloten = ? WHERE stream = ?",
        [.int(Int64(event.position)), .text(event.stream.description)])
    }
  }
}
