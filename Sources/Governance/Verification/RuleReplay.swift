import Ledger
import Synchronization

/// Replays history into scratch tables: every rule judges each event against the views just before it, as at append.
final class RuleReplay: Sendable {
  let tables: any TableStore
  private let catalog: Catalog
  private let projector: Projector
  /// What is sealed, as far as who verifies can open it.
  private let filter: @Sendable (ViewReader) -> VisibilityFilter
  private let state: Mutex<State>

  private struct State {
    var registry = KeyRegistry()
    /// What was read stays known from one chunk to the next: nobody else writes these tables.
    let pass: ViewPass
  }

  init(_ ledger: Grootboek, _ ring: KeyRing?) throws {
    catalog = ledger.catalog
    filter = { [stores = ledger.stores, catalog] views in
      VisibilityFilter(
        audience: ring.map { .member($0) } ?? .outside, stores: stores, erasures: views, catalog: catalog,
        trust: .examining)
    }
    projector = ledger.projector
    state = Mutex(State(pass: ledger.catalog.pass()))
    tables = try ledger.stores.scratch()
    try tables.write { _ = try projector.prepare($0, size: 0) }
  }

  /// Entries in one transaction: what it changes is kept in memory until its end, so that it can be undone.
  private static let length = 128

  /// Replays entries that follow those replayed before.
  func replay(_ entries: ArraySlice<FollowedEntry>) throws -> Tally {
    try state.withLock { state in
      var tally = Tally()
      let pass = state.pass
      var rest = entries
      while !rest.isEmpty {
        try tables.write { tables in
          projector.resume(pass, tables)
          for entry in rest.prefix(Self.length) { replay(entry, &state.registry, tables, pass, &tally) }
        }
        rest = rest.dropFirst(Self.length)
      }
      return tally
    }
  }

  /// Writes what the views put off, before they are compared.
  func settle(_ tally: inout Tally) throws {
    try state.withLock { state in
      try tables.write { tables in
        projector.resume(state.pass, tables)
        do { try projector.settle(tables, state.pass) } catch { Self.cannotFold(error, at: nil, &tally) }
      }
    }
  }

  private func replay(
    _ entry: FollowedEntry, _ registry: inout KeyRegistry, _ tables: any TableWriter, _ pass: ViewPass,
    _ tally: inout Tally
  ) {
    guard let event = entry.parsed.event else {
      tally[.rules].notJudged += 1
      return
    }
    // The founding event is judged with the key it registers; what is wrong with these changes is told elsewhere.
    if event.position == 0 { try? event.type.changesAuthority?(event, &registry) }
    if let authority = entry.authority {
      let views = ViewReader(tables: tables, pass: pass)
      judge(
        event,
        RuleContext(
          event: event, authority: authority, registry: registry, views: views, catalog: catalog,
          sealed: SealedFacts(filter: filter(views), judged: event)), &tally)
    } else {
      tally[.rules].notJudged += 1
    }
    if event.position > 0 { try? event.type.changesAuthority?(event, &registry) }
    do {
      try projector.apply(event, tables, pass)
    } catch { Self.cannotFold(error, at: entry, &tally) }
  }

  private static func cannotFold(_ error: any Error, at entry: FollowedEntry?, _ tally: inout Tally) {
    tally.find(
      .views, "projection", at: entry?.parsed.entry.position, event: entry?.parsed.entry.id,
      Text(nl: "de beelden kunnen dit niet verwerken: \(error)", en: "the views cannot take this in: \(error)"))
  }

  private func judge(_ event: RecordedEvent, _ context: RuleContext, _ tally: inout Tally) {
    tally[.rules].checked += 1
    if event.type.isClosed { tally[.rules].closed += 1 }
    var isSealed = false
    defer { if isSealed { tally[.rules].sealed += 1 } }
    for rule in catalog.rules(for: event.type.name) {
      do {
        guard let refusal = try rule.check(context) else { continue }
        tally.find(
          .rules, rule.id, at: event.position, event: event.id.description,
          refusal.message + Text(" (\(rule.id), \(rule.citation(of: refusal).source))"))
      } catch is SealedHere { isSealed = true } catch {
        tally.find(
          .rules, "rule-failed", at: event.position, event: event.id.description,
          Text(nl: "regel \(rule.id) kon niet oordelen: \(error)", en: "rule \(rule.id) could not judge: \(error)"))
      }
    }
  }
}
