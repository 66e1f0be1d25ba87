import Ledger
import LedgerCrypto

/// Everything the installed plugins bring along, looked up by name.
public struct Catalog: Sendable {
  /// The plugins, in dependency order.
  public let plugins: [any Plugin]
  /// The event types, kernel first, in the order of the plugins.
  public let events: [EventType]
  /// The views, kernel first.
  public let projections: [any Projection]
  /// The view of who may sign.
  let authority: AuthorityView
  let factsView: FactsView
  let leafView: LeafView
  let clockView = ClockView()
  private let eventsByName: [String: EventType]
  private let rulesByEvent: [String: [Rule]]
  private let projectionsByEvent: [String: [any Projection]]

  /// Collects what the plugins bring along.
  public init(_ plugins: [any Plugin]) {
    let kernel = Kernel()
    self.plugins = plugins
    let all: [any Plugin] = [kernel] + plugins
    events = all.flatMap(\.events)
    authority = AuthorityView(events: Set(events.filter { $0.changesAuthority != nil }.map(\.name)))
    // What lies inside a confidential circle is in no view.
    let open = events.filter { type in !type.fields.contains { $0.visibility == .vertrouwelijk } }
    factsView = FactsView(events: Set(open.map(\.name)), keys: Set(all.flatMap(\.keys).map(\.name)))
    leafView = LeafView(events: Set(events.map(\.name)))
    // Facts first: every other view may look at them.
    var views: [any Projection] =
      [leafView, clockView, authority, factsView, ConfidentialView(events)] + all.flatMap(\.projections)
    for kind in all.flatMap(\.subjects) { views.append(Self.view(kind)) }
    projections = views
    // Two views of one name would share tables.
    precondition(Set(views.map(\.name)).count == views.count, "two plugins declare a view of one name")
    eventsByName = Dictionary(events.map { ($0.name, $0) }) { first, _ in
      preconditionFailure("two plugins declare the event \(first.name)")
    }
    var rules: [String: [Rule]] = [:]
    for rule in all.flatMap(\.rules) {
      for event in rule.events ?? Set(events.map(\.name)) { rules[event, default: []].append(rule) }
    }
    rulesByEvent = rules
    var byEvent: [String: [any Projection]] = [:]
    for projection in projections {
      for event in projection.events { byEvent[event, default: []].append(projection) }
    }
    projectionsByEvent = byEvent
  }

  /// The rules, each once, in the order of the plugins.
  public var rules: [Rule] { ([Kernel()] + plugins).flatMap { (plugin: any Plugin) in plugin.rules } }

  /// The event type with this name.
  public func event(named name: String) -> EventType? { eventsByName[name] }

  /// The rules that judge events of a type.
  public func rules(for event: String) -> [Rule] { rulesByEvent[event] ?? [] }

  private static func view<S: Subject>(_ type: S.Type) -> any Projection { SubjectView<S>() }

  /// What is remembered during one pass over the views.
  func pass() -> ViewPass { ViewPass(factsView) }

  func projections(for event: String) -> [any Projection] { projectionsByEvent[event] ?? [] }

  /// Reads a log entry through its event type; when it was recorded, the views know.
  /// - Throws: `CatalogError`, `EventError`.
  public func decode(_ entry: LogEntry) throws -> RecordedEvent {
    try decode(try entry.event(), at: entry.position, leafHash: entry.leafHash)
  }

  /// Sees a signed event through its event type.
  /// - Throws: `CatalogError`.
  public func decode(_ signed: SignedEvent, at position: UInt64, leafHash: Digest) throws -> RecordedEvent {
    let claims = signed.envelope
    guard let type = event(named: claims.type), let fields = type.fields(ofVersion: claims.version) else {
      throw CatalogError.unknownEvent(type: claims.type, version: claims.version, position: position)
    }
    guard let effective = try? ImpreciseDate(claims.effective),
      let signedAt = try? Instant(secondsSince1970: claims.signedAt)
    else { throw CatalogError.malformedEvent(type: claims.type, field: "op", position: position) }
    guard claims.stream.kind == type.streamKind else {
      throw CatalogError.malformedEvent(type: claims.type, field: "sub", position: position)
    }
    try check(claims.facts, against: fields, type: claims.type, position: position)
    return RecordedEvent(
      position: position, signed: signed, leafHash: leafHash, type: type, signedAt: signedAt, recordedAt: signedAt,
      effective: effective, facts: type.upcast(claims.facts, from: claims.version))
  }

  private func check(
    _ facts: [JSON.Member], against fields: [FieldDeclaration], type: String, position: UInt64
  ) throws {
    for fact in facts {
      guard let field = fields.first(where: { $0.name == fact.name }), field.visibility == .clear,
        field.shape.canRead(fact.value)
      else { throw CatalogError.malformedEvent(type: type, field: fact.name, position: position) }
    }
    for field in fields where field.visibility == .clear && field.isRequired {
      guard facts.contains(where: { $0.name == field.name }) else {
        throw CatalogError.malformedEvent(type: type, field: field.name, position: position)
      }
    }
  }
}

/// Why an entry of the log cannot be read by this program.
public enum CatalogError: Error, Sendable, Equatable {
  /// No plugin declares this type in this version: a newer program wrote it.
  case unknownEvent(type: String, version: Int, position: UInt64)
  /// The type is known, but the facts do not fit it.
  case malformedEvent(type: String, field: String, position: UInt64)
}
