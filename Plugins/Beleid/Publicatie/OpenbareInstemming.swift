import Governance
import Instemming
import Ledger
import LedgerCrypto

/// How the consent of the works council to a version stands, in words for everyone.
struct OpenbareInstemming: Sendable {
  /// A stable word, as `beleid toon` has it.
  let code: String
  /// In words, without what was typed as an explanation.
  let tekst: String
  /// The day of the decision.
  let op: ImpreciseDate?
  /// Where it was recorded.
  let position: UInt64?
  /// Which text it is about, and whether that is this one.
  let over: String
  /// Whether it is about exactly the text of this version; nil when there is nothing to compare.
  let isGelijk: Bool?
  let isZorg: Bool

  init(_ versie: Versie, of regeling: Regeling, _ views: ViewReader) throws {
    let beeld = try InstemmingBeeld(versie, of: regeling, views)
    let stand = try InstemmingView().stand(
      regeling.stream, versie: versie.digest?.hex, aanduiding: versie.aanduiding, besluit: .vaststellen, in: views)
    let isBesluit = stand.map { $0.stand.rawValue == beeld.code } ?? false
    code = beeld.code
    tekst = Self.woorden(beeld, versie)
    position = beeld.position
    isZorg = beeld.isZorg
    op = isBesluit ? stand?.op : try beeld.position.flatMap { try views.fact(at: $0)?.effective }
    switch beeld.code {
    case "andereVersie":
      let ander = try InstemmingBeeld.otherVersion(than: versie, of: regeling, views)
      let bekend = ander?.nummer.flatMap { nummer in regeling.versies.first { $0.nummer == nummer && $0.isVastgesteld }
      }
      isGelijk = false
      // A text that was never adopted is not named here.
      over =
        bekend.map { "De instemming gaat over versie \($0.nummer), en dat is een andere tekst dan deze." }
        ?? "De instemming gaat over een andere tekst dan deze. Die tekst is niet vastgesteld."
    case _ where isBesluit && stand?.stand != .nietVereist:
      isGelijk = stand?.versie.map { $0 == versie.digest?.hex }
      over =
        isGelijk == true
        ? "Het besluit van de ondernemingsraad gaat over precies deze tekst: de digest is gelijk."
        : "De tekst staat niet in het grootboek. Of het besluit over dezelfde tekst gaat, is daarom niet na te rekenen."
    default:
      isGelijk = nil
      over = "Er is geen besluit van de ondernemingsraad om mee te vergelijken."
    }
  }

  private static func woorden(_ beeld: InstemmingBeeld, _ versie: Versie) -> String {
    switch beeld.code {
    case InstemmingStand.verleend.rawValue: "verleend"
    case InstemmingStand.voorwaardelijk.rawValue: "verleend onder voorwaarden, die nog niet zijn aanvaard"
    case InstemmingStand.voorwaardenAanvaard.rawValue: "verleend onder voorwaarden, die zijn aanvaard"
    case InstemmingStand.vervangendVerleend.rawValue: "vervangende toestemming van de kantonrechter"
    case InstemmingStand.geweigerd.rawValue: "geweigerd"
    case InstemmingStand.aangevraagd.rawValue: "gevraagd, nog geen antwoord"
    case InstemmingStand.nietVereist.rawValue:
      versie.grondslag.map { "niet vereist: \($0(.dutch))" } ?? "niet vereist"
    case "zonderInstemming": "zonder instemming genomen"
    case "andereVersie": "verleend voor een andere tekst, niet voor deze"
    case "onbekend": "onbekend"
    case "ontbreekt": "vereist, niet vastgelegd"
    default: beeld.text(.dutch)
    }
  }
}
