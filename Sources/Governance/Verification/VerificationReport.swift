import Ledger
import LedgerCrypto

/// The five questions of verification (README, Verification), in their order.
public enum CheckName: String, Sendable, Hashable, CaseIterable {
  /// Positions, hashes, tiles, the root and every checkpoint.
  case log
  /// Signatures, keys, roles, streams and time.
  case events
  /// Sealed fields, their keys and documents.
  case vault
  /// History judged again by every rule.
  case rules
  /// The live views compared with a rebuild.
  case views
}

/// One thing that is wrong, and where.
public struct Finding: Sendable, Hashable {
  /// A short stable id, such as `leaf-hash`.
  public let check: String
  /// The position it is about.
  public let position: UInt64?
  /// The event it is about.
  public let event: String?
  /// What is wrong; holds no sealed value.
  public let message: Text

  /// A finding.
  public init(check: String, position: UInt64?, event: String?, message: Text) {
    self.check = check
    self.position = position
    self.event = event
    self.message = message
  }
}

/// The answer to one of the five questions.
public struct CheckReport: Sendable, Hashable {
  /// The most findings that are listed; what comes after is counted.
  public static let mostFindings = 1000

  /// Which question.
  public let name: CheckName
  /// How many were checked: entries, events, sealed fields and documents, events judged, rows.
  public internal(set) var checked: UInt64 = 0
  /// How many could not be judged because something they depend on is wrong.
  public internal(set) var notJudged: UInt64 = 0
  /// How many were judged from outside only: what the rules demand inside is known to their circle.
  public internal(set) var closed: UInt64 = 0
  /// How many were judged in part, because a rule depends on what is sealed for others or was erased.
  public internal(set) var sealed: UInt64 = 0
  /// How many sealed values were there but could not be opened with the keys at hand.
  public internal(set) var unreadable: UInt64 = 0
  /// How many sealed values were erased, as the log says.
  public internal(set) var erased: UInt64 = 0
  /// How many sealed values are not in this copy, because it was made for someone they are not sealed for.
  public internal(set) var withheld: UInt64 = 0
  /// How many events the vault knows and the log does not: harmless, an append that did not finish.
  public internal(set) var orphans: UInt64 = 0
  /// What is wrong, by position.
  public internal(set) var findings: [Finding] = []
  /// How many findings there are beyond those listed.
  public internal(set) var more: UInt64 = 0

  init(_ name: CheckName) { self.name = name }

  /// Whether nothing is wrong.
  public var ok: Bool { findings.isEmpty }

  /// The answer as JSON.
  public func json(in language: Language = .dutch) -> JSON {
    [
      "ok": .bool(ok), "checked": Self.number(checked), "notJudged": Self.number(notJudged),
      "closed": Self.number(closed), "sealed": Self.number(sealed), "unreadable": Self.number(unreadable),
      "erased": Self.number(erased), "withheld": Self.number(withheld), "orphans": Self.number(orphans),
      "findings": .array(findings.map { $0.json(in: language) }), "more": Self.number(more),
    ]
  }

  static func number(_ value: UInt64) -> JSON { .int(Int64(clamping: value)) }
}

extension Finding {
  /// The finding as JSON.
  public func json(in language: Language = .dutch) -> JSON {
    [
      "check": .string(check), "position": position.map { CheckReport.number($0) } ?? .null,
      "event": event.map { .string($0) } ?? .null, "message": .string(message(language)),
    ]
  }
}

/// What verification found.
public struct VerificationReport: Sendable, Hashable {
  /// How many entries the log has.
  public let events: UInt64
  /// The newest checkpoint whose signature and root hold.
  public let checkpoint: Checkpoint?
  /// The public key of the log under which checkpoints were verified, as a vkey; nil when there is none.
  public let logKey: String?
  /// For whom the copy was made that was verified; nil of the ledger itself.
  public let scope: CopyScope?
  /// Whether there were views of this reader to compare: without them the last question is about nothing. Nil where it was
  /// not asked.
  public let hasViews: Bool?
  /// The answers to the five questions, in their order.
  public let checks: [CheckReport]
  /// Who registered whom, in the order of the log: correct signatures say nothing of whether a key was given rightly.
  public var registrations: [Registration] = []
  /// When the ledger went on under another log key, and what was lost by then.
  public var restorations: [KeyRegistry.Restoration] = []
  /// The ledger's time: when the last event was recorded, as follows from all before it.
  public var recordedAt: Instant?

  /// One registered key.
  public struct Registration: Sendable, Hashable {
    /// Which key.
    public let key: Thumbprint
    /// In which role it signs.
    public let rol: Rol
    /// The key that registered it; nil for the one that founded the ledger.
    public let registrar: Thumbprint?
    /// The role of that key.
    public let registrarRol: Rol?
    /// Whether a second signature is missing.
    public let isUnconfirmed: Bool

    init(_ key: KeyRegistry.RegisteredKey, _ registry: KeyRegistry) {
      (self.key, rol, isUnconfirmed) = (key.id, key.rol, key.isUnconfirmed)
      registrar = key.registeredBy == key.id ? nil : key.registeredBy
      registrarRol = registrar.flatMap { registry.keys[$0]?.rol }
    }

    var json: JSON {
      [
        "kid": .string(key.description), "rol": rol.json,
        "geregistreerdDoor": registrar.map { .string($0.description) } ?? .null,
        "geregistreerdDoorRol": registrarRol?.json ?? .null, "onbevestigd": .bool(isUnconfirmed),
      ]
    }
  }

  /// Whether nothing is wrong.
  public var ok: Bool { checks.allSatisfy(\.ok) }

  /// The answer to one question.
  public subscript(name: CheckName) -> CheckReport { checks.first { $0.name == name } ?? CheckReport(name) }

  /// The whole report as JSON, in Dutch.
  public var json: JSON { json(in: .dutch) }

  /// The whole report as JSON.
  public func json(in language: Language) -> JSON {
    let checkpoint: JSON? = checkpoint.map {
      ["origin": .string($0.origin), "size": CheckReport.number($0.size), "root": .string($0.root.base64)]
    }
    var members: [JSON.Member] = [
      .init("ok", .bool(ok)), .init("events", CheckReport.number(events)),
      .init("checkpoint", checkpoint ?? .null), .init("logKey", logKey.map { .string($0) } ?? .null),
    ]
    if let scope { members.append(.init("copyFor", .string(scope.reader.description))) }
    if let hasViews { members.append(.init("hasViews", .bool(hasViews))) }
    if !restorations.isEmpty { members.append(.init("restorations", .array(restorations.map(\.json)))) }
    if !registrations.isEmpty { members.append(.init("keys", .array(registrations.map(\.json)))) }
    members.append(.init("checks", .object(checks.map { JSON.Member($0.name.rawValue, $0.json(in: language)) })))
    return .object(members)
  }
}
