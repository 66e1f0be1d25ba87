import Governance
import Ledger
import LedgerCrypto
import Publication
import RuleFiles

/// The same, under stable names: what programs, spreadsheets and the bundle read. Always in Dutch.
extension Standbeeld {
  /// The whole.
  public var json: JSON {
    [
      "boom": .string(boom.id), "titel": .string(boom.titel), "versie": .string(boom.versie),
      "steller": .string(boom.steller), "digest": .string(digest.hex),
      "vastgesteld": vastgesteld.map { .int(Int64($0)) } ?? .null,
      "briefAan": briefAan.map { .string($0) } ?? .null, "op": dag.json, "brief": zaak?.json ?? .null,
      "aantallen": .object(Stand.allCases.map { .init($0.rawValue, .int(Int64(aantal($0)))) }),
      "eisen": .array(eisen.map { $0.json(self) }), "maatregelen": .array(maatregelen.map(\.json)),
    ]
  }

  /// The matrix of several trees as one file for a spreadsheet: a line for each demand.
  public static func csv(_ beelden: [Standbeeld]) -> [UInt8] {
    CSV.bytes(
      [
        "Eis", "Nummer in de brief", "Plaats in de brief of norm", "Wat wordt gevraagd", "Soort", "Aard", "Stand",
        "Wat ontbreekt", "Bewijs", "Telling", "Gedaan", "Verzameld", "Vastgelegd", "Periode", "Termijn", "Alternatief",
        "Beoordeling", "Bron", "Grondslag",
      ], beelden.flatMap { beeld in beeld.eisen.map { $0.regel(beeld) } })
  }
}

extension Eisbrief {
  /// The letter under stable names.
  var json: JSON {
    [
      "inspectie": .string(handle), "stream": stream.json, "kenmerk": kenmerk.map { .string($0) } ?? .null,
      "dagtekening": dagtekening.json, "uiterlijk": uiterlijk?.json ?? .null, "vervallen": vervallen?.json ?? .null,
      "position": .int(Int64(position)),
    ]
  }
}

extension Eisstand {
  /// The demand under stable names.
  func json(_ beeld: Standbeeld) -> JSON {
    [
      "eis": .string(eis.id), "nummer": nummer.map { .string($0) } ?? .null, "plaats": .string(beeld.plaats(eis)),
      "woorden": .string(eis.woorden), "soort": eis.soort.json,
      "aard": eis.soort == .procedure ? .null : eis.aard.json, "stand": stand.json,
      "standTekst": .string(stand.text.nl),
      "ontbreekt": .array(ontbreekt.map { .string($0.nl) }),
      "opTijd": opTijd.map { .string($0.woord) } ?? .null, "toen": toen?.json ?? .null,
      "bewijs": .array(bewijs.map(\.json)),
      "registratie": .array(registratie.map(\.json)), "alternatief": alternatief?.json ?? .null,
      "beoordeling": beoordeling?.json ?? .null, "bronnen": .array(eis.bronnen.map { .string($0.text) }),
      "grondslag": .array(beeld.boom.grondslag(eis).map { .string($0) }),
      "positions": .array(posities.map { .int(Int64($0)) }),
    ]
  }

  /// The demand as one line of a table.
  func regel(_ beeld: Standbeeld) -> [JSON] {
    func each(_ text: (Bewijsfeit) -> String) -> JSON {
      feiten.isEmpty ? .null : .string(feiten.map(text).joined(separator: "; "))
    }
    let judged = beoordeling.map {
      "\($0.uitkomst.text.nl), \($0.wie.nl)\($0.later.nl): \($0.reden.text()?.nl ?? "")"
    }
    return [
      .string(eis.id), nummer.map { .string($0) } ?? .null, .string(beeld.plaats(eis)), .string(eis.woorden),
      .string(eis.soort.text.nl), eis.soort == .procedure ? .null : .string(eis.aard.text.nl), .string(stand.text.nl),
      .string(ontbreekt.map(\.nl).joined(separator: "; ")), each { "\($0.position) \($0.type)" },
      each { $0.telling?.nl ?? "–" }, each { $0.gedaan.description }, each { $0.verzameld?.description ?? "–" },
      each { $0.vastgelegd.description },
      each { fact in fact.van.map { "\($0) tot en met \(fact.tot?.description ?? "?")" } ?? "–" },
      each { $0.ligging.text.nl }, alternatief.map { .string("\($0.maatregel): \($0.motivering)") } ?? .null,
      judged.map { .string($0) } ?? .null, .string(eis.bronnen.map(\.text).joined(separator: "; ")),
      .string(beeld.boom.grondslag(eis).joined(separator: "; ")),
    ]
  }
}

extension Bewijsregelstand {
  /// What is needed and what there is, under stable names.
  var json: JSON {
    [
      "wat": .string(regel.wat), "door": .array(regel.door.map { .string($0) }), "voldaan": .bool(isVoldaan),
      "ontbreekt": ontbreekt.map { .string($0.nl) } ?? .null, "feiten": .array(feiten.map(\.json)),
    ]
  }
}

extension Bewijsfeit {
  /// The event under stable names.
  var json: JSON {
    [
      "position": .int(Int64(position)), "id": id.json, "stream": stream.json, "event": .string(type),
      "betekenis": .string(betekenis), "telling": telling.map { .string($0.nl) } ?? .null, "gedaan": gedaan.json,
      "sinds": sinds?.json ?? .null,
      "verzameld": verzameld?.json ?? .null,
      "vastgelegd": vastgelegd.json, "periodeVan": van?.json ?? .null, "periodeTot": tot?.json ?? .null,
      "historisch": .bool(isHistorisch), "ligging": ligging.json, "liggingTekst": .string(ligging.text.nl),
    ]
  }
}

extension Alternatief {
  /// The other measure under stable names.
  var json: JSON {
    [
      "feit": feit.json, "maatregel": .string(maatregel), "motivering": .string(motivering),
      "deskundige": deskundige.map { .string($0) } ?? .null,
    ]
  }
}

extension Beoordeling {
  /// The judgement under stable names.
  var json: JSON {
    [
      "position": .int(Int64(position)), "op": op.json, "uitkomst": uitkomst.json, "rol": rol?.json ?? .null,
      "mandaatVan": mandaatVan?.json ?? .null, "reden": reden.text().map { .string($0.nl) } ?? .null,
      "over": .array(over.map { .int(Int64($0)) }),
    ]
  }
}

extension Maatregelstand {
  /// The measure under stable names.
  var json: JSON {
    [
      "maatregel": .string(handle), "stream": stream.json, "omschrijving": .string(omschrijving), "soort": soort.json,
      "vastgelegd": vastgelegd.json, "uitvoerenVoor": uitvoerenVoor?.json ?? .null,
      "uitgevoerd": uitgevoerd?.json ?? .null, "evaluerenVoor": evaluerenVoor?.json ?? .null,
      "geevalueerd": geevalueerd?.json ?? .null, "uitkomst": uitkomst?.json ?? .null,
      "criterium": criterium.map { .string($0) } ?? .null, "verantwoordelijke": .string(verantwoordelijkeText.nl),
      "eenPersoon": .bool(verantwoordelijke.isEen), "bevindingen": .array(bevindingen.map { .string($0.nl) }),
      "positions": .array(posities.map { .int(Int64($0)) }),
    ]
  }
}

extension Certainty {
  /// "ja", "nee", "onbekend".
  var woord: String {
    switch self {
    case .yes: "ja"
    case .no: "nee"
    case .unknown: "onbekend"
    }
  }
}
