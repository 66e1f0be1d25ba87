import Ledger
import LedgerCrypto

/// An entry with everything the log before it says about who may sign it and who may read it.
struct FollowedEntry: Sendable {
  let parsed: ParsedEntry
  /// The key its header names, when the log knows it at that position.
  let key: VerifyingKey?
  /// On what authority it was signed; nil when it may not be.
  let authority: SigningAuthority?
  /// The organisation's key just before it, by name.
  let organisationKey: String?
  /// The box keys of its stream's circle just before it, when it may have confidential fields.
  let circle: [String]
}

/// Follows keys, streams and time from the first event: what every later check needs to know about the past.
struct EventCheck {
  private(set) var registry = KeyRegistry()
  /// Where each of the organisation's keys came into use.
  private(set) var organisationKeys: [(since: UInt64, key: BoxPublicKey)] = []
  /// The last of them, by name: spelled once, not for every event.
  private var organisationKey: String?
  private(set) var time = RecordedTime()

  /// Follows one entry.
  mutating func follow(
    _ parsed: ParsedEntry, _ streams: inout StreamVersions, _ tally: inout Tally
  ) throws -> FollowedEntry {
    let entry = parsed.entry
    func find(_ check: String, _ message: Text) {
      tally.find(.events, check, at: entry.position, event: entry.id, message)
    }
    tally[.events].checked += 1
    let version = try streams.advance(entry.stream, to: entry.seq)
    guard let signed = parsed.signed else {
      return FollowedEntry(parsed: parsed, key: nil, authority: nil, organisationKey: nil, circle: [])
    }
    if entry.seq != version + 1 {
      find(
        "stream-gap",
        Text(
          nl: "\(entry.stream) gaat van versie \(version) naar \(entry.seq)",
          en: "\(entry.stream) goes from version \(version) to \(entry.seq)"))
    }
    let (recordedAt, problems) = try time.follow(
      signed, leafHash: parsed.leafHash, at: entry.position, as: parsed.event, registry, .nothing)
    for problem in problems { find(problem.findingID, problem.text) }
    guard let event = try parsed.event?.recorded(at: Instant(secondsSince1970: recordedAt)) else {
      let key = registry.keys[signed.key]?.signing
      if key == nil { find(SigningProblem.unknownKey.findingID, SigningProblem.unknownKey.text) }
      return FollowedEntry(parsed: parsed, key: key, authority: nil, organisationKey: nil, circle: [])
    }
    if let opens = event.type.opensStream, opens != (entry.seq == 1) {
      find(
        "stream-opening",
        opens
          ? Text(
            nl: "\(event.type.name) moet de eerste van haar stroom zijn",
            en: "\(event.type.name) must be the first of its stream")
          : Text(nl: "\(event.type.name) kan geen stroom openen", en: "\(event.type.name) cannot open a stream"))
    }
    var parsed = parsed
    parsed.event = event
    return followed(event, parsed, find)
  }

  private mutating func followed(
    _ event: RecordedEvent, _ parsed: ParsedEntry, _ find: (String, Text) -> Void
  ) -> FollowedEntry {
    let organisationKey = organisationKey
    let isConfidential = event.type.fields.contains { $0.visibility == .vertrouwelijk }
    let circle = isConfidential ? registry.circle(of: event.stream).map(\.box.name) : []
    // The founding event registers the very key that signs it.
    if event.position == 0 { change(event, find) }
    var authority: SigningAuthority?
    var key = registry.keys[event.signed.key]?.signing
    do {
      let found = try registry.authority(of: event)
      (authority, key) = (found.authority, found.key)
    } catch {
      find(error.findingID, error.text)
    }
    if event.position > 0 { change(event, find) }
    return FollowedEntry(
      parsed: parsed, key: key, authority: authority, organisationKey: organisationKey, circle: circle)
  }

  private mutating func change(_ event: RecordedEvent, _ find: (String, Text) -> Void) {
    guard let change = event.type.changesAuthority else { return }
    do {
      try change(event, &registry)
    } catch let problem as AuthorityProblem {
      find("authority", problem.text)
    } catch {
      find("authority", Text("\(error)"))
    }
    for key in registry.organisationKeys.dropFirst(organisationKeys.count) {
      organisationKeys.append((event.position, key))
      organisationKey = key.name
    }
  }

  /// What a submission names must be there once the log ends.
  func finish(_ tally: inout Tally) {
    guard let open = time.unfinished else { return }
    let problem = TimeProblem.unfinished(missing: open.missing)
    tally.find(.events, problem.findingID, at: open.position, event: open.event.description, problem.text)
  }

  /// Whether the entry is signed by the key it names: the costly part, needs nothing but the entry and that key.
  static func checkSignature(_ entry: FollowedEntry, _ tally: inout Tally) {
    guard let signed = entry.parsed.signed, let key = entry.key else { return }
    // The registry found the key under the thumbprint that the header names, so that need not be computed again.
    if !key.isValidSignature(signed.signature, for: signed.signedBytes) {
      tally.find(
        .events, "signature", at: entry.parsed.entry.position, event: entry.parsed.entry.id,
        Text(nl: "de handtekening klopt niet", en: "the signature does not hold"))
    }
  }
}

extension SigningProblem {
  fileprivate var findingID: String {
    switch self {
    case .unknownKey: "key-unknown"
    case .unmarked: "key-unmarked"
    case .revoked: "key-revoked"
    case .roleMayNot: "role"
    }
  }
}
