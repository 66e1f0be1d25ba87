import LedgerCrypto
import Synchronization

/// Which signatures inside cases were found to hold: checking one costs as much as everything else of a short entry. What
/// is known was computed here from the key, the signature and the text themselves, so it holds for nothing else.
final class Zaakhandtekeningen: Sendable {
  private struct Stand {
    var bekend: Set<String> = []
    /// Those that were asked for: what is gone from every case is not remembered.
    var gevraagd: Set<String> = []
  }

  private let stand = Mutex(Stand())

  /// Says that these were found to hold before.
  func verwacht(_ namen: Set<String>) { stand.withLock { $0.bekend.formUnion(namen) } }

  /// Those that held and were asked for.
  var gebruikt: Set<String> { stand.withLock { $0.gevraagd } }

  /// Whether a signature holds for a text.
  func klopt(_ handtekening: Signature, _ bericht: [UInt8], _ key: VerifyingKey) -> Bool {
    let naam = Base64.url.encode(SHA256.hash(key.bytes + handtekening.bytes + bericht).bytes)
    if stand.withLock({ stand in
      guard stand.bekend.contains(naam) else { return false }
      stand.gevraagd.insert(naam)
      return true
    }) {
      return true
    }
    guard key.isValidSignature(handtekening, for: bericht) else { return false }
    stand.withLock { stand in
      stand.bekend.insert(naam)
      stand.gevraagd.insert(naam)
    }
    return true
  }
}
