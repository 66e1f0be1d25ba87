import Console
import Governance
import Ledger
import LedgerCrypto

/// The sealed fields of facts, as the reader may see them.
enum Sealed {
  /// In the order in which a person reads them.
  static let fields = [
    InstemmingGevraagd.beweegredenen.name, InstemmingGevraagd.gevolgen.name, Motivering.toelichting.name,
    Correction.reason.name, Motivering.document.name, Rechtszaak.uitspraak.name,
  ]

  /// What this reader gets for each sealed field that the fact has or had.
  static func reveal(_ fact: Fact, _ reading: Reading) throws -> [(field: String, revealed: Revealed)] {
    try fields.compactMap { name in
      let revealed = try reading.filter.reveal(FieldReference(position: fact.position, field: name))
      return revealed == .absent ? nil : (name, revealed)
    }
  }

  /// All of them, in words.
  static func words(_ fact: Fact, _ reading: Reading) throws -> StyledText {
    let parts = try reveal(fact, reading).compactMap { field, revealed -> Text? in
      let shown = revealed.text { json in
        guard let document = DocumentReference(json: json) else { return json.string ?? json.text }
        return "\(document.mediaType), \(document.size) bytes, SHA-256 \(document.content.hex.prefix(12))…"
      }
      guard let shown else { return nil }
      return [Motivering.document.name, Rechtszaak.uitspraak.name].contains(field)
        ? Text(nl: "document ", en: "document ") + shown : shown
    }
    if parts.isEmpty { return StyledText("-") }
    return "\(Text(nl: parts.map(\.nl).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; ")))"
  }
}

/// A procedure as `--json` writes it: one object a line; members are added, never renamed or taken away.
struct ProcedureJSON {
  let reading: Reading
  let catalog: Catalog
  let day: CalendarDate?

  init(_ reading: Reading, _ catalog: Catalog, _ day: CalendarDate?) {
    self.reading = reading
    self.catalog = catalog
    self.day = day
  }

  /// The members, for help.
  static func help(facts: Bool) -> String {
    let common =
      "stream, onderwerp, handle, versie, aanduiding, orgaan, besluit, worOnderdeel, stand, geldtAlsInstemming, op, position, historisch, bron, wachtOp, wachtSinds, nietigheid {ingeroepenOp, ontvangenOp, uiterlijk, teLaat, oordeel}"
    let extra =
      ", feiten [{position, id, event, op, vastgelegd, ondertekenaar, mandaatgever, sleutel, historisch, bron, telt, gecorrigeerdDoor, corrigeert, bekendOp, ontvangenOp, gestemdOp, uitvoeringVanaf, verzoek, toegewezen, zaaknummer, ecli, reden, verzegeld [{veld, staat, waarde}]}]"
    return Language.ofProcess.choose(
      nl:
        "--json schrijft één object per procedure met: \(common)\(facts ? extra : ""). Wat niet is vastgelegd, is null.",
      en: "--json writes one object a procedure with: \(common)\(facts ? extra : ""). What was not recorded is null.")
  }

  func json(_ procedure: Procedure, facts: Bool) throws -> JSON {
    let stand = procedure.stand(op: day)
    let last = procedure.geldend(op: day).last
    let isConsent = procedure.soort == .instemming
    let waits = procedure.wacht(na: procedure.geldend(op: day))
    var members: [JSON.Member] = [
      .init("stream", procedure.stream.json), .init("onderwerp", procedure.onderwerp.json),
      .init("handle", .string(try reading.handle(of: procedure.onderwerp, versie: procedure.versie, catalog))),
      .init("versie", procedure.versie?.json ?? .null), .init("aanduiding", procedure.aanduiding?.json ?? .null),
      .init("orgaan", procedure.orgaan.json),
      .init("besluit", isConsent ? try procedure.besluit(reading.filter)?.json ?? .null : .null),
      .init("worOnderdeel", procedure.worOnderdeel?.json ?? .null),
      .init(
        "stand",
        .string(isConsent ? (stand?.stand ?? .ontbreekt).rawValue : last?.type ?? InstemmingStand.ontbreekt.rawValue)),
      .init("geldtAlsInstemming", isConsent ? .bool(stand?.geldtAlsInstemming ?? false) : .null),
      .init("op", last?.effective.json ?? .null), .init("position", last.map { .int(Int64($0.position)) } ?? .null),
      .init("historisch", .bool(last?.isHistorical ?? false)), .init("bron", last?[HistoricalFact.bron]?.json ?? .null),
      .init("wachtOp", waits.map { .string($0.waarop.rawValue) } ?? .null),
      .init("wachtSinds", waits?.sinds.effective.json ?? .null), .init("nietigheid", try nullity(procedure)),
    ]
    if facts { members.append(.init("feiten", .array(try procedure.feiten.map { try json($0) }))) }
    return .object(members)
  }

  private func nullity(_ procedure: Procedure) throws -> JSON {
    guard let nullity = try Nietigheid(procedure, in: reading.views) else { return .null }
    return [
      "ingeroepenOp": nullity.op.json, "ontvangenOp": nullity.ontvangen.json,
      "uiterlijk": nullity.uiterlijk?.json ?? .null, "teLaat": .bool(nullity.isTeLaat == .yes),
      "oordeel": nullity.isNietigVerklaard.map { .bool($0) } ?? .null,
    ]
  }

  private func json(_ fact: Fact) throws -> JSON {
    let capacity = fact.capacity(reading.registry, catalog)
    return [
      "position": .int(Int64(fact.position)), "id": fact.id.json, "event": .string(fact.type),
      "op": fact.effective.json,
      "vastgelegd": .string(fact.recordedAt.description), "ondertekenaar": capacity?.rol.json ?? .null,
      "mandaatgever": capacity?.mandaat?.mandaatgever.json ?? .null, "sleutel": .string(fact.signer),
      "historisch": .bool(fact.isHistorical), "bron": fact[HistoricalFact.bron]?.json ?? .null,
      "telt": .bool(fact.counts),
      "gecorrigeerdDoor": fact.correctedBy.map { .int(Int64($0)) } ?? .null,
      "corrigeert": fact[Correction.event]?.json ?? .null,
      "bekendOp": fact[NietigheidIngeroepen.bekendOp]?.json ?? .null,
      "ontvangenOp": fact[NietigheidIngeroepen.ontvangenOp]?.json ?? .null,
      "gestemdOp": fact[Stemming.gestemdOp]?.json ?? .null,
      "uitvoeringVanaf": fact[BesluitMeegedeeld.uitvoeringVanaf]?.json ?? .null,
      "verzoek": fact[Rechtszaak.verzoek]?.json ?? .null,
      "toegewezen": fact[KantonrechterBeslist.toegewezen]?.json ?? .null,
      "zaaknummer": fact[Rechtszaak.zaaknummer]?.json ?? .null,
      "ecli": fact[Rechtszaak.ecli]?.json ?? .null,
      "reden": fact[InstemmingNietVereist.reden]?.json ?? .null,
      "verzegeld": .array(try Sealed.reveal(fact, reading).map { $0.revealed.json($0.field) }),
    ]
  }
}
