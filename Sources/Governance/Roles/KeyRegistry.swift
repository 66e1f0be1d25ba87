import Ledger
import LedgerCrypto

/// Who may sign, as the log says it up to some position: keys, roles, mandates, circles.
///
/// It is folded from events in the order of the log, once for everyday commands and again by verification.
public struct KeyRegistry: Sendable {
  /// A key that the log knows.
  public struct RegisteredKey: Sendable, Hashable {
    /// Its thumbprint, the `kid` of the events it signs.
    public let id: Thumbprint
    /// Its signing half.
    public let signing: VerifyingKey
    /// Its sealing half.
    public let box: BoxPublicKey
    /// The one role in which it signs.
    public let rol: Rol
    /// The stream of its events.
    public let stream: StreamID
    /// Where it was registered; it signs from this position on.
    public let registeredAt: UInt64
    /// Since when it no longer signs.
    public var revoked: Revocation?
    /// The key that took its place.
    public var replacedBy: Thumbprint?
    /// The key that signed the registration; the founding key did itself.
    public var registeredBy: Thumbprint?
    /// Whether its role had a holder before, so that one signature is not enough.
    public var needsConfirmation = false
    /// The event that confirmed the registration.
    public var confirmedAt: UInt64?

    /// Whether the second signature under its registration is still missing: it works, and each of its signatures says so.
    public var isUnconfirmed: Bool { needsConfirmation && confirmedAt == nil }

    /// Equal when thumbprint and registration are.
    public static func == (left: Self, right: Self) -> Bool {
      left.id == right.id && left.registeredAt == right.registeredAt
    }

    /// By thumbprint.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// Whether it may sign, or might, what stands at this position and was recorded at this moment.
    public func signs(_ position: UInt64, at moment: Instant) -> Bool {
      revoked.map { !$0.holds(for: position, at: moment) } ?? true
    }
  }

  /// Since when a key no longer signs.
  public struct Revocation: Sendable, Hashable {
    /// The moment.
    public let from: Instant
    /// The event that said so.
    public let at: UInt64
    /// Whether it held at once: then for everything behind that event, whatever a clock says later.
    public let isAtOnce: Bool

    func holds(for position: UInt64, at moment: Instant) -> Bool {
      position > at && (isAtOnce || moment >= from)
    }
  }

  /// The founding facts of the ledger.
  public struct Founding: Sendable, Hashable {
    /// Whose ledger it is.
    public let organisatie: String
    /// The public key of the log, as a vkey.
    public let logKey: String
    /// When it was founded.
    public let at: Instant
  }

  /// The founding facts; nil before the first event.
  public private(set) var founding: Founding?
  /// Every key the log knows, revoked ones included.
  public private(set) var keys: [Thumbprint: RegisteredKey] = [:]
  /// Every mandate, withdrawn ones included.
  public private(set) var mandates: [Mandaat] = []
  /// The organisation's box keys, the present one last.
  public private(set) var organisationKeys: [BoxPublicKey] = []
  /// When the ledger went on under another log key.
  public private(set) var restorations: [Restoration] = []
  /// The keys admitted to a stream's circle; nil where the log is not followed from its first event.
  private var circles: [StreamID: [Thumbprint]]? = [:]
  /// The roles that ever had a holder.
  private var rolesHeld: Set<Rol> = []
  /// The sealing keys of all keys.
  private var boxes: Set<BoxPublicKey> = []
  /// In whose place a key came.
  private var predecessors: [Thumbprint: [Thumbprint]] = [:]
  /// What changed since someone began to write it down; nil while nobody does.
  private var changes: [Change]?

  /// Before the first event nothing is known and no one may sign.
  public init() {}

  /// What was written down before. There can be as many circles as cases, so those stay where they are until one is
  /// asked for.
  init(
    founding: Founding?, restorations: [Restoration], keys: [RegisteredKey], mandates: [Mandaat],
    organisationKeys: [BoxPublicKey]
  ) {
    self.founding = founding
    self.restorations = restorations
    self.keys = Dictionary(keys.map { ($0.id, $0) }) { first, _ in first }
    self.mandates = mandates
    self.organisationKeys = organisationKeys
    for key in keys {
      boxes.insert(key.box)
      rolesHeld.insert(key.rol)
      if let successor = key.replacedBy { predecessors[successor, default: []].append(key.id) }
    }
    circles = nil
  }

  /// One thing that changed.
  enum Change: Sendable, Hashable {
    case founding
    /// By its place among the restorations.
    case restoration(Int)
    case key(Thumbprint)
    /// By its place among the mandates.
    case mandate(Int)
    /// By its place among the organisation's keys.
    case organisationKey(Int)
    case admitted(Thumbprint, StreamID)
    case dismissed(Thumbprint, StreamID)
  }

  /// What a step changed, also when it went wrong halfway.
  mutating func changes(
    by step: (inout KeyRegistry) throws -> Void
  ) throws -> (changes: [Change], problem: AuthorityProblem?) {
    changes = []
    defer { changes = nil }
    do { try step(&self) } catch let problem as AuthorityProblem { return (changes ?? [], problem) }
    return (changes ?? [], nil)
  }

  /// The keys in the order in which they were registered.
  public var keysInOrder: [RegisteredKey] {
    keys.values.sorted { ($0.registeredAt, $0.id.description) < ($1.registeredAt, $1.id.description) }
  }

  /// Whether this ledger is a vertrouwenspersoon's own: founded by one, apart from the organisation's (README, Cases).
  public var isOwnOfVertrouwenspersoon: Bool {
    keys.values.min { $0.registeredAt < $1.registeredAt }.map { Rol.vertrouwenspersonen.contains($0.rol) } ?? false
  }

  /// The keys whose holders read what is `intern`, behind everything that is recorded so far, at this moment.
  public func members(at moment: Instant) -> [RegisteredKey] { keysInOrder.filter { $0.signs(.max, at: moment) } }

  /// The keys admitted to a stream's circle, as far as the log was followed from its first event; elsewhere a rule's
  /// context knows.
  func circle(of stream: StreamID) -> [RegisteredKey] {
    guard let circles else { preconditionFailure("circles are in the views: ask a rule's context") }
    return circle(circles[stream] ?? [])
  }

  /// The keys of a circle: a key that was revoked belongs to none, and its successor stands in its place.
  func circle(_ admitted: [Thumbprint]) -> [RegisteredKey] {
    var seen: Set<Thumbprint> = []
    return admitted.compactMap { holder(inPlaceOf: $0) }.filter { seen.insert($0.id).inserted }
  }

  /// Who holds a key's place now: the key itself, or the last of its successors; nil when that one was revoked too, or is not
  /// confirmed: a registrar alone puts nobody into a circle.
  private func holder(inPlaceOf id: Thumbprint) -> RegisteredKey? {
    var key = keys[id]
    var steps = 0
    while let revoked = key, revoked.revoked != nil {
      // A successor was never revoked when it was named, so the chain ends; a log that says otherwise must not hang this.
      steps += 1
      guard steps <= keys.count else { return nil }
      key = revoked.replacedBy.flatMap { keys[$0] }
      if key?.isUnconfirmed == true { return nil }
    }
    return key
  }

  /// A key and all those in whose place it came: what is said of its membership of a circle is said of those as well.
  func places(of id: Thumbprint) -> [Thumbprint] {
    var places = [id]
    var next = 0
    while next < places.count {
      places += (predecessors[places[next]] ?? []).filter { !places.contains($0) }
      next += 1
    }
    return places
  }
}

extension KeyRegistry {
  /// Records the founding of the ledger.
  /// - Throws: `AuthorityProblem`.
  public mutating func found(organisatie: String, logKey: String, at moment: Instant, organisationKey: BoxPublicKey)
    throws
  {
    guard founding == nil else { throw AuthorityProblem.alreadyFounded }
    founding = Founding(organisatie: organisatie, logKey: logKey, at: moment)
    organisationKeys = [organisationKey]
    changes?.append(.founding)
    changes?.append(.organisationKey(0))
  }

  mutating func add(_ restoration: Restoration) {
    restorations.append(restoration)
    changes?.append(.restoration(restorations.count - 1))
  }

  mutating func confirmRestoration(at position: UInt64) {
    restorations[restorations.count - 1].confirmedAt = position
    changes?.append(.restoration(restorations.count - 1))
  }

  /// Records a key.
  /// - Parameter registrar: Whose key signed the registration.
  /// - Throws: `AuthorityProblem`.
  public mutating func register(
    signing: VerifyingKey, box: BoxPublicKey, rol: Rol, stream: StreamID, at position: UInt64,
    by registrar: Thumbprint? = nil
  ) throws {
    let id = Thumbprint(signing)
    guard keys[id] == nil else { throw AuthorityProblem.keyKnown(id) }
    // With another's sealing key in it a registration would let its signer act, and another read.
    guard !boxes.contains(box) else { throw AuthorityProblem.boxKnown(id) }
    guard signing.isPoint, box.isPoint else { throw AuthorityProblem.noPoint(id) }
    boxes.insert(box)
    keys[id] = RegisteredKey(
      id: id, signing: signing, box: box, rol: rol, stream: stream, registeredAt: position)
    keys[id]?.registeredBy = registrar
    keys[id]?.needsConfirmation = registrar != nil && !rolesHeld.insert(rol).inserted
    changes?.append(.key(id))
  }

  /// Whether a key may put the second signature under the registration of another: it is not the one that registered it, it is
  /// confirmed itself, and it has the same role or one that registers keys.
  public func mayConfirm(_ id: Thumbprint, by second: Thumbprint) -> Bool {
    guard let key = keys[id], let signer = keys[second], second != id, second != key.registeredBy else { return false }
    return !signer.isUnconfirmed && (signer.rol == key.rol || Rol.sleutelbeheerders.contains(signer.rol))
  }

  /// Whether a key may put the second signature under what a registrar alone may not do: it is another registrar's, and it is
  /// confirmed itself.
  public func maySecond(_ second: Thumbprint, after first: Thumbprint) -> Bool {
    guard second != first, let signer = keys[second] else { return false }
    return !signer.isUnconfirmed && Rol.sleutelbeheerders.contains(signer.rol)
  }

  /// Records the second signature under a registration; one by who may not give it has no effect.
  /// - Throws: `AuthorityProblem`.
  public mutating func confirm(_ id: Thumbprint, by second: Thumbprint, at position: UInt64) throws {
    guard let key = keys[id] else { throw AuthorityProblem.keyUnknown(id) }
    guard key.isUnconfirmed, mayConfirm(id, by: second) else { return }
    keys[id]?.confirmedAt = position
    changes?.append(.key(id))
  }

  /// Records that a key no longer signs from a moment on; the organisation's key is renewed with it.
  ///
  /// What was said before can be made earlier as long as it is still to come, never later. A successor has the same role and
  /// stands in the place of the key in every circle, once it is confirmed.
  /// - Parameters:
  ///   - moment: From when on; what is not after `now` holds at once.
  ///   - now: The recorded time of the event.
  ///   - isHandedOver: Whether the key itself signed for its successor: a holder of the role, who so confirms it.
  /// - Throws: `AuthorityProblem`.
  public mutating func revoke(
    _ id: Thumbprint, from moment: Instant, now: Instant, at position: UInt64, replacedBy successor: Thumbprint?,
    isHandedOver: Bool = false, organisationKey: BoxPublicKey
  ) throws {
    guard let key = keys[id] else { throw AuthorityProblem.keyUnknown(id) }
    // What was signed before this event was accepted then and stays accepted; a moment in the past is kept as a fact.
    let moment = max(moment, now)
    if let revoked = key.revoked, revoked.isAtOnce || moment >= revoked.from {
      throw AuthorityProblem.notEarlier(id, revoked.from)
    }
    if let successor {
      try succeed(key, by: successor)
      if isHandedOver, keys[successor]?.isUnconfirmed == true {
        keys[successor]?.confirmedAt = position
        changes?.append(.key(successor))
      }
    }
    keys[id]?.revoked = Revocation(from: moment, at: position, isAtOnce: moment == now)
    organisationKeys.append(organisationKey)
    changes?.append(.key(id))
    changes?.append(.organisationKey(organisationKeys.count - 1))
  }

  private mutating func succeed(_ key: RegisteredKey, by successor: Thumbprint) throws {
    guard let next = keys[successor] else { throw AuthorityProblem.keyUnknown(successor) }
    guard successor != key.id, next.revoked == nil, next.rol == key.rol, key.replacedBy ?? successor == successor else {
      throw AuthorityProblem.noSuccessor(successor, of: key.id)
    }
    guard key.replacedBy == nil else { return }
    keys[key.id]?.replacedBy = successor
    predecessors[successor, default: []].append(key.id)
  }

  /// Records a mandate.
  public mutating func give(_ mandate: Mandaat) {
    mandates.append(mandate)
    changes?.append(.mandate(mandates.count - 1))
  }

  /// Records that a mandate ends.
  /// - Parameters:
  ///   - day: The first day on which it no longer holds; one that is not after `now` holds at once.
  ///   - now: The day on which that is recorded, at `position`.
  /// - Throws: `AuthorityProblem`.
  public mutating func withdraw(
    _ stream: StreamID, from day: CalendarDate, now: CalendarDate, at position: UInt64
  ) throws {
    guard let index = mandates.firstIndex(where: { $0.stream == stream }) else {
      throw AuthorityProblem.mandateUnknown(stream)
    }
    guard mandates[index].withdrawn == nil else { throw AuthorityProblem.mandateWithdrawn(stream) }
    mandates[index].withdrawn = Mandaat.Intrekking(from: day, at: position, isAtOnce: day <= now)
    changes?.append(.mandate(index))
  }

  /// Records that a key is admitted to a stream's circle.
  /// - Throws: `AuthorityProblem`.
  public mutating func admit(_ id: Thumbprint, to stream: StreamID) throws {
    guard let key = keys[id] else { throw AuthorityProblem.keyUnknown(id) }
    guard key.revoked == nil else { throw AuthorityProblem.keyRevoked(id) }
    if circles?[stream]?.contains(id) != true { circles?[stream, default: []].append(id) }
    changes?.append(.admitted(id, stream))
  }

  /// Records that a key no longer belongs to a stream's circle.
  public mutating func dismiss(_ id: Thumbprint, from stream: StreamID) {
    for place in places(of: id) {
      circles?[stream]?.removeAll { $0 == place }
      changes?.append(.dismissed(place, stream))
    }
  }
}

/// Why a change of keys or mandates cannot be made.
public enum AuthorityProblem: Error, Sendable, Equatable {
  case alreadyFounded
  case keyKnown(Thumbprint)
  case keyUnknown(Thumbprint)
  case boxKnown(Thumbprint)
  case noPoint(Thumbprint)
  case keyRevoked(Thumbprint)
  case notEarlier(Thumbprint, Instant)
  case noSuccessor(Thumbprint, of: Thumbprint)
  case notHandedOver(Thumbprint)
  case mandateUnknown(StreamID)
  case mandateWithdrawn(StreamID)
  case incomplete(String)
  case noRestoration

  /// The problem in words.
  public var text: Text {
    switch self {
    case .alreadyFounded: Text(nl: "dit grootboek is al geopend", en: "this ledger has been founded already")
    case .keyKnown(let id): Text(nl: "sleutel \(id) is al geregistreerd", en: "key \(id) has been registered already")
    case .keyUnknown(let id): Text(nl: "sleutel \(id) is niet geregistreerd", en: "key \(id) is not registered")
    case .boxKnown(let id):
      Text(
        nl: "sleutel \(id) draagt de verzegelsleutel van een ander", en: "key \(id) carries the sealing key of another")
    case .noPoint(let id):
      Text(nl: "sleutel \(id) is geen geldig punt van haar kromme", en: "key \(id) is no valid point of its curve")
    case .keyRevoked(let id): Text(nl: "sleutel \(id) is ingetrokken", en: "key \(id) has been revoked")
    case .notEarlier(let id, let moment):
      Text(
        nl: "sleutel \(id) is al ingetrokken vanaf \(moment); dat kan alleen worden vervroegd, en nooit tot voor nu",
        en: "key \(id) has been revoked from \(moment); that can only be brought forward, and never to before now")
    case .noSuccessor(let successor, let id):
      Text(
        nl: "sleutel \(successor) volgt \(id) niet op: een opvolger heeft dezelfde rol en geldt, en er is er één",
        en: "key \(successor) does not succeed \(id): a successor has the same role and is valid, and there is one")
    case .notHandedOver(let id):
      Text(
        nl: "de overdracht is niet door sleutel \(id) zelf ondertekend",
        en: "the succession is not signed by key \(id) itself")
    case .mandateUnknown(let id): Text(nl: "er is geen mandaat \(id)", en: "there is no mandate \(id)")
    case .mandateWithdrawn(let id): Text(nl: "mandaat \(id) is al ingetrokken", en: "mandate \(id) has been withdrawn")
    case .noRestoration:
      Text(
        nl: "zo kan het grootboek niet onder een andere sleutel verder gaan",
        en: "the ledger cannot go on under another key like this")
    case .incomplete(let what): Text(nl: "onvolledig: \(what)", en: "incomplete: \(what)")
    }
  }
}
