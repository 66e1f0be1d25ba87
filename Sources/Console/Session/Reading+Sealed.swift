import Governance
import Ledger

extension Reading {
  /// What this reader gets for each sealed field that a fact has or had, in the order in which its type declares them.
  public func sealed(_ fact: Fact, _ catalog: Catalog) throws -> [(field: String, value: Revealed)] {
    let fields = catalog.event(named: fact.type)?.fields.filter(\.visibility.isSealed) ?? []
    return try fields.compactMap { field in
      let value = try filter.reveal(FieldReference(position: fact.position, field: field.name))
      return value == .absent ? nil : (field.name, value)
    }
  }
}

extension Fact {
  /// What happened, as the catalogue says it for who reads Dutch; in English the event's name, which scripts use too.
  public func meaning(_ catalog: Catalog) -> Text {
    guard let meaning = catalog.event(named: type)?.meaning else { return Text(type) }
    return Text(nl: meaning.hasSuffix(".") ? String(meaning.dropLast()) : meaning, en: type)
  }
}

extension Revealed {
  /// A sealed field as `--json` writes it: its name, how it stands, and its value where the reader may see it.
  public func json(_ field: String) -> JSON {
    let (state, value): (String, JSON) =
      switch self {
      case .value(let json): ("zichtbaar", json)
      case .sealed: ("verzegeld", .null)
      case .erased: ("vernietigd", .null)
      case .missing: ("ontbreekt", .null)
      case .absent: ("nietIngevuld", .null)
      }
    return ["veld": .string(field), "staat": .string(state), "waarde": value]
  }
}
