import Governance
import Ledger

/// What was erased, or is about to be, and stands on the site as it was last written.
public struct OpDeSite {
  /// The events that the site shows.
  public let nummers: [UInt64]
  /// The day on which the site was written.
  let geschreven: CalendarDate

  /// What of these fields is on the site; nil when nothing is.
  public init?(_ pieces: [ErasedFields], _ reading: Reading) throws {
    guard let last = try Publicaties.huidige(reading.views) else { return nil }
    nummers = try pieces.compactMap { piece -> UInt64? in
      guard let fact = try reading.views.fact(piece.event), fact.position < UInt64(clamping: last.omvang) else {
        return nil
      }
      let open = reading.catalog.event(named: fact.type)?.fields.filter { $0.visibility == .openbaar }.map(\.name)
      return Set(open ?? []).isDisjoint(with: piece.fields) ? nil : fact.position
    }.sorted()
    geschreven = last.vastgelegd.date
    if nummers.isEmpty { return nil }
  }

  /// What must be done about it.
  public var text: Text {
    let list = nummers.map(String.init).joined(separator: ", ")
    return Text(
      nl:
        "Nummer \(list) staat op de site van \(geschreven.text.nl), tot die opnieuw is gepubliceerd: waarborg publiceer "
        + "MAP; een kopie van die site elders gaat hier niet mee weg.",
      en:
        "Number \(list) is on the site of \(geschreven.text.en), until it is published again: waarborg publiceer DIR; a "
        + "copy of that site elsewhere does not go with it.")
  }
}
