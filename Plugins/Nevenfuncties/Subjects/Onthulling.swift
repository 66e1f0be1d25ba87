import Governance
import Ledger

/// What a publication must disclose of the decision it rests on: that it may be done; where only what can touch is published,
/// that it can; and where restrictions are shown, whether conditions were set. Nothing else.
struct Onthulling {
  /// The fields of the decision, by name.
  let velden: [String]

  init(grens: Openbaarmakingsgrens?, toont velden: [OpenbaarVeld]) {
    var names = [ToestemmingBeslist.toegestaan.name]
    if grens == .watKanRaken { names.append(ToestemmingBeslist.kanRaken.name) }
    if velden.contains(.beperkingen) { names.append(ToestemmingBeslist.voorbehoud.name) }
    self.velden = names
  }

  /// What a statement of a report must disclose on a day.
  init(_ report: Werkzaamheid, op day: CalendarDate, _ views: ViewReader) throws {
    let rules = try Regels.geldend(op: day, views)
    let designation = try Aanwijzing.geldend(report.functie(), op: day, views)
    self.init(
      grens: designation?.grens ?? rules?.instellingen.grens,
      toont: rules.map { designation?.velden($0) ?? $0.instellingen.velden } ?? [])
  }

  /// The values, from the decision that holds; nil when there is none yet.
  /// - Throws: `Failure` when this reader cannot open them.
  func van(_ report: Werkzaamheid, _ reading: Reading) throws -> [DisclosedValue]? {
    guard report.stand() == .beslist, let besluit = report.besluit(),
      let event = try reading.filter.event(at: besluit.position)
    else { return nil }
    return try reading.filter.disclosures(velden, of: event).map { DisclosedValue($0) }
  }
}
