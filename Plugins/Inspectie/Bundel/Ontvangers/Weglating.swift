import Governance
import Ledger

/// What stays closed in a bundle and why, as it was typed: `medisch=StukVastgelegd.toelichting,12.bijlage`.
struct Weglating: Sendable {
  let grond: Weglatingsgrond
  /// The law that is named with the ground, where it needs one.
  let wet: String?
  private let velden: [Veld]

  /// A field of every event, of one type, or of one event.
  private struct Veld: Sendable {
    let waar: String?
    let naam: String

    func covers(_ event: RecordedEvent, _ field: String) -> Bool {
      naam == field && (waar == nil || waar == event.type.name || waar == String(event.position))
    }
  }

  /// Reads what was typed.
  /// - Throws: `Failure` for what is not `GROND=VELDEN`, or a ground that this receiver cannot be given.
  init(_ typed: String, voor ontvanger: Ontvanger) throws {
    let parts = typed.split(separator: "=", maxSplits: 1).map(String.init)
    let names = parts.dropFirst().flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard !names.isEmpty, !names.contains(where: \.isEmpty) else {
      throw Failure(
        .badInput,
        Text(
          nl: "--weglaten: verwacht GROND=VELDEN, zoals niet-gevorderd=naam,12.bijlage",
          en: "--weglaten: expected GROUND=FIELDS, such as niet-gevorderd=naam,12.bijlage"))
    }
    let named = parts[0].split(separator: ":", maxSplits: 1).map(String.init)
    grond = try Weglatingsgrond.grond(named.first ?? "", voor: ontvanger)
    wet = named.count == 2 ? named[1] : nil
    guard grond.noemtWet == (wet != nil) else {
      throw Failure(
        .badInput,
        grond.noemtWet
          ? Text(
            nl: "--weglaten: noem bij \(grond.naam) de wet, zoals «\(grond.naam):Jeugdwet art. 7.3.11=bijlage»",
            en: "--weglaten: name the law with \(grond.naam), as in “\(grond.naam):Jeugdwet art. 7.3.11=bijlage”")
          : Text(
            nl: "--weglaten: bij \(grond.naam) hoort geen wet", en: "--weglaten: no law goes with \(grond.naam)"))
    }
    velden = names.map { field in
      let dot = field.firstIndex(of: ".")
      return Veld(
        waar: dot.map { String(field[..<$0]) },
        naam: String(dot.map { field[field.index(after: $0)...] } ?? field))
    }
  }

  /// What a legend calls the ground: its name, and the law that was named with it.
  var kenmerk: String { wet.map { "\(grond.naam):\($0)" } ?? grond.naam }

  /// Whether it keeps a field of an event closed.
  func covers(_ event: RecordedEvent, _ field: String) -> Bool { velden.contains { $0.covers(event, field) } }

  /// What was named and exists nowhere: a typing mistake would leave something open.
  func unused(_ seen: [(event: RecordedEvent, field: String)]) -> String? {
    velden.first { veld in !seen.contains { veld.covers($0.event, $0.field) } }
      .map { [$0.waar, $0.naam].compactMap(\.self).joined(separator: ".") }
  }
}
