import Ledger
import LedgerCrypto

/// In what capacity an event was signed.
public struct SigningCapacity: Sendable, Hashable {
  /// The role of the key.
  public let rol: Rol
  /// The mandate under which it signed, when the role itself may not.
  public let mandaat: Mandaat?
  /// Whether the registration of the key has no second signature, where it needs one.
  public let isUnconfirmed: Bool

  /// The role that decided: the mandate's giver, or the signer.
  public var decider: Rol { mandaat?.mandaatgever ?? rol }

  /// In words: the role, whether it is unconfirmed, and for whom it signed.
  public var text: Text {
    var text = rol.text
    if isUnconfirmed { text = text + Text(nl: ", onbevestigd", en: ", unconfirmed") }
    guard let mandaat else { return text }
    return text
      + Text(
        nl: ", in mandaat van \(mandaat.mandaatgever.text.nl)", en: ", mandated by the \(mandaat.mandaatgever.text.en)")
  }
}

/// On what authority an event is signed.
public enum SigningAuthority: Sendable, Hashable {
  /// By the registered key of someone in a role.
  case role(SigningCapacity)
  /// By the key of a closed stream: who acted is inside.
  case closedStream

  /// In what capacity, where the log tells.
  public var capacity: SigningCapacity? {
    if case .role(let capacity) = self { capacity } else { nil }
  }
}

/// Why a signature is not accepted.
public enum SigningProblem: Error, Sendable, Equatable {
  /// The log does not know this key.
  case unknownKey
  /// The key was revoked from this moment on.
  case revoked(from: Instant)
  /// The key of a closed stream has no mark of this organisation.
  case unmarked
  /// The key's role may not sign this and holds no mandate for it.
  case roleMayNot(Rol, type: String, allowed: [Rol], isMandatable: Bool)

  /// The problem in words.
  public var text: Text {
    switch self {
    case .unknownKey:
      Text(nl: "deze sleutel is niet geregistreerd in dit grootboek", en: "this key is not registered in this ledger")
    case .unmarked:
      Text(
        nl: "de sleutel van deze stroom draagt geen waarmerk van de organisatie",
        en: "the key of this stream has no mark of the organisation")
    case .revoked(let moment):
      Text(nl: "deze sleutel is ingetrokken vanaf \(moment)", en: "this key was revoked from \(moment)")
    case .roleMayNot(let rol, let type, let allowed, _):
      Text(
        nl: "\(rol.text.nl) mag \(type) niet ondertekenen; dat mag: \(allowed.map(\.text.nl).joined(separator: ", "))",
        en: "\(rol.text.en) may not sign \(type); who may: \(allowed.map(\.text.en).joined(separator: ", "))")
    }
  }

  /// What to do about it.
  public var remedy: Text {
    switch self {
    case .unknownKey:
      Text(
        nl: "laat de sleutel registreren: waarborg key register NAAM --als SLEUTEL",
        en: "have the key registered: waarborg key register NAME --als KEY")
    case .unmarked:
      Text(
        nl: "open de stroom opnieuw met een geregistreerde sleutel", en: "open the stream again with a registered key")
    case .revoked:
      Text(nl: "gebruik een andere sleutel", en: "use another key")
    case .roleMayNot(_, let type, let allowed, let isMandatable):
      if isMandatable {
        Text(
          nl: "laat \(allowed.first?.text.nl ?? "-") tekenen, of mandaat verlenen: "
            + "waarborg organisatie mandaat-verleen --gebeurtenis \(type) --aan …",
          en: "let \(allowed.first?.text.en ?? "-") sign, or give a mandate: "
            + "waarborg organisatie mandaat-verleen --gebeurtenis \(type) --aan …")
      } else {
        Text(
          nl: "laat \(allowed.first?.text.nl ?? "-") zelf tekenen; hiervoor bestaat geen mandaat",
          en: "let \(allowed.first?.text.en ?? "-") sign; this cannot be mandated")
      }
    }
  }
}

extension KeyRegistry {
  /// On what authority an event is signed, and the key that must have made its signature.
  /// - Throws: `SigningProblem`.
  public func authority(
    of event: RecordedEvent
  ) throws(SigningProblem) -> (authority: SigningAuthority, key: VerifyingKey) {
    guard event.type.isClosed else {
      let capacity = try capacity(of: event.signed.key, for: event.type, at: (event.position, event.recordedAt))
      guard let key = keys[event.signed.key]?.signing else { throw .unknownKey }
      return (.role(capacity), key)
    }
    let claims = event.signed.envelope
    guard let key = event[ClosedStream.sleutel], Thumbprint(key) == event.signed.key else { throw .unknownKey }
    // Who has left still holds the organisation's earlier keys: those open no stream, and go on with the ones they opened.
    let organisations = claims.seq == 1 ? organisationKeys.suffix(1) : organisationKeys[...]
    let isMarked = event[ClosedStream.waarmerk].map {
      $0.holds(for: key, of: claims.stream, in: claims.origin, by: Array(organisations))
    }
    guard isMarked == true else { throw .unmarked }
    return (.closedStream, key)
  }

  /// In what capacity a key may sign an event of this type.
  /// - Parameter place: Where the event stands and when it was recorded: what holds at once holds by position.
  /// - Throws: `SigningProblem`.
  public func capacity(of id: Thumbprint, for type: EventType, at place: (position: UInt64, moment: Instant))
    throws(SigningProblem)
    -> SigningCapacity
  {
    guard let key = keys[id] else { throw .unknownKey }
    if let revoked = key.revoked, !key.signs(place.position, at: place.moment) { throw .revoked(from: revoked.from) }
    if type.signers.contains(key.rol) { return key.capacity() }
    if type.isOfOwnRegister, Rol.vertrouwenspersonen.contains(key.rol), isOwnOfVertrouwenspersoon {
      return key.capacity()
    }
    let mandate = mandates.first {
      type.isMandatable && $0.gemandateerde == key.rol && type.signers.contains($0.mandaatgever)
        && $0.gebeurtenissen.containsExactly(type.name) && $0.holds(for: place.position, on: place.moment.date)
    }
    // A mandate comes first: someone who holds one signs for who gave it, not as a mere recorder.
    if mandate == nil, type.recorders.contains(key.rol) { return key.capacity() }
    guard let mandate else {
      throw .roleMayNot(
        key.rol, type: type.name, allowed: Rol.allCases.filter { type.signers.contains($0) },
        isMandatable: type.isMandatable)
    }
    return key.capacity(mandate)
  }
}

extension KeyRegistry.RegisteredKey {
  fileprivate func capacity(_ mandate: Mandaat? = nil) -> SigningCapacity {
    SigningCapacity(rol: rol, mandaat: mandate, isUnconfirmed: isUnconfirmed)
  }
}
