import Console
import Governance
import Ledger
import LedgerCrypto

/// What may be destroyed and what is kept, and the proposals so far.
struct Vernietigingsbeeld {
  private let voorstel: Voorstel
  private let eerder: [Fact]
  private let reading: Reading

  init(_ voorstel: Voorstel, _ eerder: [Fact], _ reading: Reading) {
    self.voorstel = voorstel
    self.eerder = eerder
    self.reading = reading
  }

  func toon(_ program: Program, isJSON: Bool) throws {
    var table = Table([
      .init(Text(nl: "Zaak", en: "Case"), overflow: .keep), .init(Text(nl: "Stukken", en: "Papers")),
      .init(Text(nl: "Bewaren", en: "Keep")), .init(Text(nl: "Regels", en: "Rules")),
    ])
    for regel in voorstel.regels {
      for (bewaring, stand) in regel.standen {
        if isJSON {
          program.terminal.outJSON(json(regel, bewaring, stand).text)
        } else {
          let mark: StyledText = isRijp(regel, bewaring) ? "\(Text(nl: " – rijp", en: " – ripe"), .warning)" : ""
          table.row("\(regel.zaak.kenmerk)", "\(bewaring.id)", StyledText(stand.text) + mark, "\(bewaring.regels)")
        }
      }
    }
    guard !isJSON else { return }
    if table.isEmpty {
      program.terminal.note(
        Text(nl: "Er zijn geen zaken die deze sleutel kent.", en: "There are no cases known to this key."))
    } else {
      program.terminal.out(table)
    }
    guard !eerder.isEmpty else { return }
    program.terminal.out("")
    program.terminal.out(try voorstellen())
  }

  /// The lasting declaration of each: class, count, year, ground and who approved, and nothing that dates a case.
  private func voorstellen() throws -> Table {
    var table = Table([
      .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Jaar", en: "Year")), .init(Text(nl: "Aantal", en: "Count")),
      .init(Text(nl: "Regels", en: "Rules")), .init(Text("Digest")), .init(Text(nl: "Stand", en: "Stands")),
    ])
    let uitgevoerd = Set(
      try reading.views.facts(of: StukkenVernietigd.self).compactMap { $0[StukkenVernietigd.voorstel] })
    for fact in eerder {
      let digests = (fact[VernietigingVoorgesteld.delen] ?? []).map { "\($0.hex.prefix(12))…" }
      table.row(
        "\(fact.position)", "\(fact.recordedAt.date.year)", "\(fact[VernietigingVoorgesteld.aantal] ?? "–")",
        "\((fact[VernietigingVoorgesteld.klassen] ?? []).joined(separator: "; "))",
        "\(digests.joined(separator: " "))", "\(try stand(fact, isUitgevoerd: uitgevoerd.contains(fact.id)))")
    }
    return table
  }

  private func stand(_ fact: Fact, isUitgevoerd: Bool) throws -> Text {
    guard let approval = try Voorstel.goedkeuring(fact, reading.views) else {
      return Text(nl: "wacht op goedkeuring", en: "waits for approval")
    }
    let wie = approval.rol(reading.registry)?.text ?? Text("–")
    return isUitgevoerd
      ? Text(nl: "uitgevoerd, goedgekeurd door ", en: "carried out, approved by ") + wie
      : Text(nl: "goedgekeurd door ", en: "approved by ") + wie
  }

  private func isRijp(_ regel: Voorstel.Regel, _ bewaring: Bewaring) -> Bool {
    regel.rijp.contains { $0.id == bewaring.id }
  }

  private func json(_ regel: Voorstel.Regel, _ bewaring: Bewaring, _ stand: Bewaarstand) -> JSON {
    let tot: JSON = if case .tot(let dag) = stand { dag.json } else { .null }
    return [
      "zaak": .string(regel.zaak.kenmerk), "stukken": .string(bewaring.id), "stand": .string(stand.text.nl), "tot": tot,
      "rijp": .bool(isRijp(regel, bewaring)), "regels": .string(bewaring.regels),
    ]
  }
}
