import Ledger

/// A rule: what is refused, on what authority, and what would make it acceptable.
///
/// The same code refuses a bad append and re-judges history, so it may look only at clear facts, at the views as they
/// stood just before the event, and at the event's own time; never at a clock. One that asks for what is sealed is judged
/// by who can open that, and by others counted as not judged: what everyone must be able to judge is disclosed.
public struct Rule: Sendable {
  /// Its stable id, such as `BEL-INSTEMMING`.
  public let id: String
  /// Law and article, or document and line.
  public let source: String
  /// What it demands, in one sentence.
  public let demand: Text
  /// The event types it judges; nil for one that judges all.
  public let events: Set<String>?
  /// Judges a proposed event; nil accepts it.
  public let check: @Sendable (RuleContext) throws -> Refusal?

  /// States a rule.
  /// - Parameter events: What it judges; everything when left out.
  public init(
    id: String, source: String, demand: Text, on events: [any EventDefinition.Type]? = nil,
    check: @escaping @Sendable (RuleContext) throws -> Refusal?
  ) {
    self.id = id
    self.source = source
    self.demand = demand
    self.events = events.map { Set($0.map { $0.type.name }) }
    self.check = check
  }

  private init(
    _ rule: Rule, check: @escaping @Sendable (RuleContext) throws -> Refusal?
  ) {
    (id, source, demand, events) = (rule.id, rule.source, rule.demand, rule.events)
    self.check = check
  }

  /// The same rule, of which a refusal cites what the organisation laid down itself, where it did.
  /// - Parameter bron: Where that stands; nil where nothing was laid down.
  public func citing(_ bron: @escaping @Sendable (RuleContext) throws -> String?) -> Rule {
    Rule(self) { [check] context in
      guard let refusal = try check(context) else { return nil }
      return Refusal(refusal.message, remedy: refusal.remedy, source: try refusal.source ?? bron(context))
    }
  }

  /// How the rule is cited.
  public var citation: RuleCitation { RuleCitation(id: id, source: source) }

  /// How a refusal of this rule is cited: by what the organisation laid down itself, where that is the ground.
  public func citation(of refusal: Refusal) -> RuleCitation {
    RuleCitation(id: id, source: refusal.source ?? source)
  }
}

/// Why a rule refuses an event, and what would make it acceptable.
public struct Refusal: Sendable, Hashable {
  /// What was found.
  public let message: Text
  /// What to do.
  public let remedy: Text
  /// Where the organisation's own choice stands that is not met; nil where the rule holds for everyone.
  public let source: String?

  /// A refusal.
  public init(_ message: Text, remedy: Text, source: String? = nil) {
    self.message = message
    self.remedy = remedy
    self.source = source
  }
}

/// What a rule may look at.
public struct RuleContext {
  /// The proposed event.
  public let event: RecordedEvent
  /// On what authority it is signed.
  public let authority: SigningAuthority
  /// Keys and mandates just before it.
  public let registry: KeyRegistry
  /// The views just before it.
  public let views: ViewReader
  /// What the installed plugins bring along.
  public let catalog: Catalog
  /// Where a rule reads what is sealed.
  let sealed: SealedFacts

  /// In what capacity it is signed; not for the events of closed streams, of which the signer is not named.
  public var capacity: SigningCapacity {
    guard let capacity = authority.capacity else { preconditionFailure("the signer of \(event.type.name) is sealed") }
    return capacity
  }
}
