import Ledger
import LedgerCrypto

extension Grootboek {
  /// The organisation's keys, wrapped for a new member, so that it reads what went before.
  /// - Throws: `Failure` when `admitting` cannot open them itself.
  public func organisationKeys(
    for member: BoxPublicKey, openedBy admitting: KeyRing, _ registry: KeyRegistry
  ) throws -> [WrappedKey] {
    try registry.organisationKeys.map { key in
      guard let secret = try admitting.circleKey(key, in: stores.vault) else {
        throw Failure(
          .notPermitted,
          Text(
            nl: "deze sleutel kan de sleutel van de organisatie niet openen en dus niemand toelaten",
            en: "this key cannot open the organisation's key and so can admit no one"),
          remedy: Text(nl: "gebruik een sleutel die zelf is toegelaten", en: "use a key that has itself been admitted"))
      }
      return try WrappedKey.sealed(secret.seed, id: key.name, for: member, random: random)
    }
  }

  /// A new key for the organisation, wrapped for the members that remain.
  public func newOrganisationKey(for members: [BoxPublicKey]) throws -> (key: BoxPublicKey, wrapped: [WrappedKey]) {
    let secret = try BoxSecretKey.generate(random)
    let wrapped = try members.map {
      try WrappedKey.sealed(secret.seed, id: secret.publicKey.name, for: $0, random: random)
    }
    return (secret.publicKey, wrapped)
  }

  /// The data keys of a stream's circle, for someone who is admitted to it: under a key-encryption key of their own, because
  /// the ones that the circle has open other streams of the same append as well.
  public func circleKeys(
    of stream: StreamID, for member: BoxPublicKey, openedBy admitting: KeyRing
  ) throws -> [WrappedKey] {
    var wrapper = KeyWrapper(random: random)
    try forEachDataKey(of: stream) { id in
      guard let key = try admitting.dataKey(id, in: stores.vault) else { return }
      try wrapper.wrap(key, id: id, for: [member])
    }
    return wrapper.takeWrappedKeys()
  }

  /// The data keys under which a stream's confidential fields are kept, each once.
  func forEachDataKey(of stream: StreamID, _ body: (String) throws -> Void) throws {
    var seen: Set<String> = []
    for position in try stores.log.positions(in: stream) {
      guard let entry = try stores.log.entry(at: position) else { continue }
      let event = try catalog.decode(entry)
      let confidential = Set(event.type.fields.filter { $0.visibility == .vertrouwelijk }.map(\.name))
      guard !confidential.isEmpty else { continue }
      let keys =
        try stores.vault.sealedFields(of: event.id).filter { confidential.contains($0.field) }.compactMap(\.sealing.key)
        + stores.vault.documents(of: event.id).filter { confidential.contains($0.field) }.compactMap(\.sealing.key)
      for id in keys where seen.insert(id).inserted { try body(id) }
    }
  }
}
