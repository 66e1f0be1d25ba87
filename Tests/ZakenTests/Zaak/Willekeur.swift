import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek

@testable import Zaken

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c): the same seed walks the same way.
struct Willekeur: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func kans(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// Values that fit a step: all that is required, and some of what is not.
  mutating func velden(_ stap: Stap, op dag: CalendarDate) -> Veldwaarden {
    var velden: Veldwaarden = [:]
    for veld in stap.velden where veld.verplicht == .ja || kans(60) {
      let aantal = Int.random(in: 1...min(veld.hoogstens, 3), using: &self)
      velden[veld.id] = (0..<aantal).map { waarde(veld, $0, dag) }
    }
    return velden
  }

  private mutating func waarde(_ veld: Veld, _ nummer: Int, _ dag: CalendarDate) -> String {
    switch veld.soort {
    case .tekst, .persoon: String(repeating: "\(veld.id) ", count: Int.random(in: 1...40, using: &self)) + "\(nummer)"
    case .datum, .moment: "\(dag)"
    case .getal: "\(Int.random(in: 0...99, using: &self))"
    case .keuze: veld.waarden.randomElement(using: &self) ?? "-"
    case .jaNee: kans(50) ? "ja" : "nee"
    case .document: Stukwaarde(Document(bytes: Array("stuk \(veld.id)".utf8), mediaType: "text/plain")).text
    case .duur: "2 weken"
    }
  }
}
