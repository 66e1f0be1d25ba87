import Governance
import Instemming
import LedgerCrypto

/// How a version stands towards the consent it needs, as the plugin Instemming has it.
struct InstemmingBeeld {
  /// A stable word for scripts: a state of the plugin Instemming, `nietVereist`, `zonderInstemming`, `andereVersie`,
  /// `onbekend` or `ontbreekt`.
  let code: String
  let text: Text
  /// Where it was recorded.
  let position: UInt64?
  /// Whether it needs attention.
  let isZorg: Bool

  init(_ versie: Versie, of regeling: Regeling, _ views: ViewReader) throws {
    if let nullity = try Nietigheidsbeeld(versie, of: regeling, views), nullity.gevolg != .geen {
      self.init(InstemmingStand.nietigIngeroepen.rawValue, nullity.text, nullity.position, isZorg: true)
      return
    }
    let stand = try InstemmingView().stand(
      regeling.stream, versie: versie.digest?.hex, aanduiding: versie.aanduiding, besluit: .vaststellen, in: views)
    if let stand, stand.stand != .ontbreekt, stand.stand != .nietigIngeroepen {
      self.init(
        stand.stand.rawValue, stand.stand.text + Text(", ") + stand.op.text, stand.position,
        isZorg: !stand.geldtAlsInstemming && versie.isVastgesteld)
      return
    }
    if let adopted = versie.feit(RegelingVastgesteld.self), adopted[GenomenZonderInstemming.veld] == true {
      self.init(
        "zonderInstemming", Text(nl: "vastgesteld zonder instemming", en: "adopted without consent"), adopted.position,
        isZorg: true)
      return
    }
    if versie.instemming == .nietVereist {
      let ground = versie.grond.map { Text(": ") + $0 } ?? Text("")
      self.init("nietVereist", Text(nl: "niet vereist", en: "not required") + ground, nil)
      return
    }
    if versie.isVastgesteld, let other = try Self.otherVersion(than: versie, of: regeling, views),
      other.nummer ?? 0 < versie.nummer
    {
      // Consent to a later version says nothing about this one.
      self.init(
        "andereVersie",
        Text(
          nl: "instemming betreft \(other.text.nl), vastgesteld is versie \(versie.nummer)",
          en: "consent concerns \(other.text.en), adopted is version \(versie.nummer)"), other.position, isZorg: true)
      return
    }
    let isHistorical = versie.feiten.contains { $0.isHistorical && !$0.is(RegelingOntworpen.self) }
    if versie.isVastgesteld && (isHistorical || versie.instemming == .onbekend) {
      self.init(
        "onbekend", Text(nl: "onbekend of instemming is gegeven", en: "not known whether consent was given"), nil)
    } else if versie.instemming == .onbekend {
      self.init("onbekend", versie.instemming.text, nil)
    } else {
      self.init(
        "ontbreekt", Text(nl: "vereist, nog niet vastgelegd", en: "required, not recorded yet"), nil,
        isZorg: versie.isVastgesteld)
    }
  }

  private init(_ code: String, _ text: Text, _ position: UInt64?, isZorg: Bool = false) {
    self.code = code
    self.text = text
    self.position = position
    self.isZorg = isZorg
  }

  /// The last valid consent about another version, as "versie 3".
  static func otherVersion(
    than versie: Versie, of regeling: Regeling, _ views: ViewReader
  ) throws -> (nummer: Int?, text: Text, position: UInt64)? {
    let others = try InstemmingView().over(regeling.stream, in: views).filter {
      $0.besluit == .vaststellen && $0.geldtAlsInstemming && $0.stand != .nietVereist
        && $0.versie != versie.digest?.hex
    }
    guard let other = others.max(by: { $0.position < $1.position }) else { return nil }
    let number = regeling.versies.first { $0.digest?.hex == other.versie }?.nummer
    return (
      number,
      number.map { Text(nl: "versie \($0)", en: "version \($0)") }
        ?? Text(nl: "een andere tekst", en: "another text"), other.position
    )
  }
}
