import Governance
import Instemming
import LedgerCrypto

/// What nullity that was invoked does to a version (WOR art. 27 lid 5 en 6).
struct Nietigheidsbeeld {
  let gevolg: Nietigheid.Gevolg
  let text: Text
  /// Where it was invoked.
  let position: UInt64

  /// Nil when none was invoked of its adoption, or it was taken back.
  init?(_ versie: Versie, of regeling: Regeling, _ views: ViewReader) throws {
    self.init(versie, try Self.over(regeling, views))
  }

  /// - Parameter besluit: Which decision about the version it is about.
  init?(_ versie: Versie, _ found: [Nietigheid], over besluit: InstemmingsBesluit = .vaststellen) {
    let about = found.last {
      $0.besluit == besluit && $0.isOver(versie: versie.digest?.hex, versie.aanduiding)
    }
    guard let about else { return nil }
    let needed: Certainty =
      switch versie.instemming {
      case .vereist: .yes
      case .nietVereist: .no
      case .onbekend: .unknown
      }
    gevolg = about.gevolg(needed)
    text = about.text(gevolg)
    position = about.position
  }

  /// Every appeal to nullity about a rule.
  static func over(_ regeling: Regeling, _ views: ViewReader) throws -> [Nietigheid] {
    try InstemmingView().nietigheden(over: regeling.stream, in: views)
  }
}
