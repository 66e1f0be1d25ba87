import Governance
import Ledger
import LedgerCrypto

/// A secret of a circle in a case, and who knows it.
///
/// What is sealed next goes under it only while everyone who knows it still belongs to that circle: who leaves, whose key
/// is revoked, or who only wrote something for others, opens nothing that follows.
struct Kringgeheim: Sendable {
  let geheim: CircleSecret
  var kenners: Set<Thumbprint>

  /// Whether the next entry can be sealed under it for these members.
  func blijft(onder leden: [Lid], _ registry: KeyRegistry) -> Bool {
    let nu = Set(leden.map(\.sleutel).filter { registry.keys[$0]?.revoked == nil })
    return kenners.isSubset(of: nu)
  }
}
