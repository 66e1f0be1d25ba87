import Governance
import Ledger
import LedgerCrypto

/// `sleutels.json`: the log's key, and every key and mandate with its time.
///
/// It is made of the same registry by who makes a bundle and by who checks one: the checker folds it from the events in
/// the bundle, so nothing in it has to be believed.
enum Sleutelstaat {
  static func json(_ registry: KeyRegistry) -> JSON {
    [
      "organisatie": registry.founding.map { .string($0.organisatie) } ?? .null,
      "logsleutel": registry.logKeys.present.map { .string($0) } ?? .null,
      "sleutels": .array(registry.keysInOrder.map(json)), "mandaten": .array(registry.mandates.map(json)),
    ]
  }

  private static func json(_ key: KeyRegistry.RegisteredKey) -> JSON {
    [
      "kid": key.id.json, "x": key.signing.json, "rol": key.rol.json, "geregistreerd": .int(Int64(key.registeredAt)),
      "ingetrokken": key.revoked.map { .int(Int64($0.at)) } ?? .null,
      "geldtTot": key.revoked.map { .string($0.from.description) } ?? .null,
    ]
  }

  private static func json(_ mandate: Mandaat) -> JSON {
    [
      "mandaat": mandate.stream.json, "mandaatgever": mandate.mandaatgever.json,
      "gemandateerde": mandate.gemandateerde.json, "gebeurtenissen": mandate.gebeurtenissen.json,
      "van": mandate.van.json, "tot": mandate.tot?.json ?? .null,
      "ingetrokkenVanaf": mandate.withdrawn?.from.json ?? .null,
    ]
  }

  /// Where the events stand from which a registry follows: founding, restorations, keys, confirmations, revocations, mandates.
  static func plaatsen(_ registry: KeyRegistry, _ views: ViewReader) throws -> Set<UInt64> {
    var found: Set<UInt64> = [0]
    for key in registry.keysInOrder {
      found.insert(key.registeredAt)
      if let revoked = key.revoked { found.insert(revoked.at) }
      if let confirmed = key.confirmedAt { found.insert(confirmed) }
    }
    for restoration in registry.restorations {
      found.insert(restoration.at)
      if let confirmed = restoration.confirmedAt { found.insert(confirmed) }
    }
    for mandate in registry.mandates { found.formUnion(try views.facts(in: mandate.stream).map(\.position)) }
    return found
  }
}

/// The readable form of an event (`.json`), from what is open in its SD-JWT; checked by making it again.
enum Leesbaar {
  static func json(_ event: RecordedEvent, _ registry: KeyRegistry, _ open: [Disclosure]) -> JSON {
    let claims = event.signed.envelope
    let role = registry.keys[event.signed.key]?.rol
    return [
      "nummer": .int(Int64(event.position)), "id": event.id.json, "soort": .string(claims.type),
      "versie": .int(Int64(claims.version)), "stroom": claims.stream.json, "volgnummer": .int(claims.seq),
      "datum": .string(claims.effective), "vastgelegd": .string(event.recordedAt.description),
      "sleutel": event.signed.key.json, "rol": role?.json ?? .null,
      "gegevens": .object(claims.facts + open.map { JSON.Member($0.name, $0.value) }),
      "gesloten": .int(Int64(claims.sealedDigests.count - open.count)),
    ]
  }
}
