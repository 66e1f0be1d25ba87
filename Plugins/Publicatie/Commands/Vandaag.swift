import Governance
import Ledger

extension PublicatiePlugin {
  /// How many events at most are looked at to say how far the site is behind.
  private static let most: UInt64 = 1000

  /// That the site is behind what may be published.
  public func waiting(in reading: Reading, on day: CalendarDate, limit: Int) throws -> [Waiting] {
    guard try Publicaties.instelling(reading.views) != nil else { return [] }
    let who = Text(nl: "wie publiceert", en: "who publishes")
    guard let last = try Publicaties.huidige(reading.views) else {
      return [
        Waiting(
          about: "site", what: Text(nl: "de site is nog niet gemaakt", en: "the site was not made yet"), who: who,
          since: nil, command: "waarborg publiceer MAP")
      ]
    }
    let kinds = Set(
      reading.catalog.events.filter { type in type.fields.contains { $0.visibility == .openbaar } }.map(\.streamKind))
    let first = last.position + 1
    let end = min(reading.size, first + Self.most)
    guard first < end else { return [] }
    let behind = try (first..<end).count { position in
      try reading.views.fact(at: position).map { fact in
        kinds.contains(fact.stream.kind) || fact.type == StukkenVernietigd.type.name
          || fact.is(PublicatieIngesteld.self)
      } ?? false
    }
    guard behind > 0 else { return [] }
    let erased = try (first..<end).compactMap { position in
      try reading.views.fact(at: position).flatMap {
        $0.is(StukkenVernietigd.self) ? $0[StukkenVernietigd.stukken] : nil
      }
    }
    // What was to be forgotten comes first, and is said as that.
    let forgotten = try OpDeSite(erased.flatMap(\.self), reading).map { site in
      Waiting(
        about: "site",
        what: Text(
          nl:
            "wat is vernietigd, staat nog op de site (nummer \(site.nummers.map(String.init).joined(separator: ", ")))",
          en: "what was erased is still on the site (number \(site.nummers.map(String.init).joined(separator: ", ")))"),
        who: who, since: ImpreciseDate(last.vastgelegd.date), command: "waarborg publiceer MAP")
    }
    let more = reading.size > end ? Text(nl: "meer dan ", en: "more than ") : Text("")
    return [forgotten].compactMap(\.self) + [
      Waiting(
        about: "site",
        what: more
          + Text(
            nl: behind == 1
              ? "1 wijziging die de site kan raken, is nog niet gepubliceerd"
              : "\(behind) wijzigingen die de site kunnen raken, zijn nog niet gepubliceerd",
            en: behind == 1
              ? "1 change that can touch the site is not published yet"
              : "\(behind) changes that can touch the site are not published yet"),
        who: who, since: ImpreciseDate(last.vastgelegd.date), command: "waarborg publiceer MAP")
    ]
  }
}
