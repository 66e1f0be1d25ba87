import Governance
import Ledger
import LedgerCrypto

/// Everything that was recorded of one subject, as a person or a program reads it: what everyone may see, and what is
/// sealed as far as this reader may see it.
public struct Feitenblad {
  private let facts: [Fact]
  private let hidden: Set<String>
  private let reading: Reading
  private let catalog: Catalog

  /// A sheet.
  /// - Parameter hiding: The clear fields that stand elsewhere, such as the pseudonym that all facts share.
  public init(_ facts: [Fact], hiding: Set<String> = [], _ reading: Reading, _ catalog: Catalog) {
    self.facts = facts
    hidden = hiding.union([HistoricalFact.historisch.name, HistoricalFact.bron.name])
    self.reading = reading
    self.catalog = catalog
  }

  /// A row for each fact: its number, day, type and particulars.
  public func table() throws -> Table {
    var table = Table([
      .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Datum", en: "Date")), .init(Text(nl: "Wat", en: "What")),
      .init(Text(nl: "Bijzonderheden", en: "Particulars")),
    ])
    for fact in facts {
      let mistake =
        fact.correctedBy.map { Text(nl: " (vergissing, zie nr \($0))", en: " (mistake, see no \($0))") } ?? Text("")
      let history =
        fact.isHistorical
        ? Text(
          nl: " (historisch, bron: \(fact[HistoricalFact.bron] ?? "?"))",
          en: " (historical, source: \(fact[HistoricalFact.bron] ?? "?"))") : Text("")
      let particulars =
        clear(fact)
        + (try reading.sealed(fact, catalog)).compactMap { field, revealed in
          revealed.text(Self.show).map { Text("\(field): ") + $0 }
        }
      table.row(
        "\(fact.position)", "\(fact.effective.text)",
        StyledText(fact.meaning(catalog) + mistake + history, fact.counts ? nil : .faint),
        "\(Text(nl: particulars.map(\.nl).joined(separator: "; "), en: particulars.map(\.en).joined(separator: "; ")))")
    }
    return table
  }

  /// An object for each fact.
  public func json() throws -> [JSON] {
    try facts.map { fact in
      let sealed = try reading.sealed(fact, catalog).map { $0.value.json($0.field) }
      return [
        "position": .int(Int64(fact.position)), "id": fact.id.json, "event": .string(fact.type),
        "op": fact.effective.json,
        "historisch": .bool(fact.isHistorical), "bron": fact[HistoricalFact.bron]?.json ?? .null,
        "telt": .bool(fact.counts), "feiten": .object(fact.values), "verzegeld": .array(sealed),
      ]
    }
  }

  private static func show(_ json: JSON) -> String {
    guard let document = DocumentReference(json: json) else { return json.string ?? json.text }
    return "\(document.mediaType), \(document.size) bytes, SHA-256 \(document.content.hex.prefix(12))…"
  }

  /// What everyone reads of a fact, but for what stands in another column.
  private func clear(_ fact: Fact) -> [Text] {
    fact.values.filter { !hidden.contains($0.name) }.map { member in
      if let truth = member.value.bool {
        return Text("\(member.name): ") + (truth ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no"))
      }
      let list = member.value.array?.compactMap(\.string).joined(separator: ", ")
      let text = member.value.string ?? list ?? member.value.text
      return Text("\(member.name): ") + ((try? CalendarDate(text))?.text ?? Text(text))
    }
  }
}
