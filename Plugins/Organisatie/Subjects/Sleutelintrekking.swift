import Governance
import Ledger
import LedgerCrypto

/// What the revocation of a key said.
struct Sleutelintrekking: Sendable, Hashable {
  let position: UInt64
  /// From when on, whether or not the key had signed since.
  let vanaf: Instant
  let reden: IntrekkingsReden?
  let opvolger: Thumbprint?

  /// The revocation of a key; nil when there is none.
  init?(of key: Thumbprint, _ views: ViewReader) throws {
    guard let fact = try views.facts(where: SleutelIngetrokken.kid, is: key, of: SleutelIngetrokken.self).last,
      let vanaf = fact[SleutelIngetrokken.vanaf]
    else { return nil }
    position = fact.position
    self.vanaf = vanaf
    reden = fact[SleutelIngetrokken.reden]
    opvolger = fact[SleutelIngetrokken.opvolger]
  }
}
