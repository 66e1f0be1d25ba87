import Governance
import Ledger

extension Werkzaamheid {
  /// Whether a decision is awaited and permission was not asked since: for where the rules demand that it is.
  func moetToestemmingVragen(op day: CalendarDate? = nil) -> Bool {
    guard case .inBeoordeling(let since)? = stand(op: day) else { return false }
    return !geldend(op: day).contains { $0.is(ToestemmingGevraagd.self) && $0.position > since }
  }
}

extension NevenfunctiesPlugin {
  /// What waits on a report or a holder.
  public func waiting(in reading: Reading, on day: CalendarDate, limit: Int) throws -> [Waiting] {
    try OpenstaandItem.page(ListPage(limit: limit), op: day, reading).map { item in
      Waiting(about: item.handle, what: item.wat, who: item.wie, since: item.sinds, command: item.opdracht)
    }
  }
}

extension OpenstaandItem {
  /// What settles it; where it can end in more than one way, the way in which it mostly does.
  var opdracht: String {
    let rest =
      switch soort {
      case .opgaveOntvangen: "bevestig \(handle) --geen"
      case .vragen: "vraag-toestemming \(handle)"
      case .beslissen, .hertoetsen: "verleen \(handle)"
      case .gevolgGeven: "toon \(handle)"
      case .openbaarMaken: "opgave publiceer \(handle)"
      case .beeindigen: "beeindig \(handle)"
      case .intrekken: "opgave trek-in \(handle)"
      case .bevestigen: "bevestig \(handle)"
      }
    return "waarborg nevenfunctie \(rest)"
  }
}
