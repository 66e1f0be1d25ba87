import Governance
import Ledger
import Publication

/// What happened to a public demand and its public measures, in words for anyone.
struct Inspectieverloop {
  let titel: String
  let adres: String
  let dag: CalendarDate

  /// What of these facts is told.
  /// - Parameter deel: Which measure they are of; nil for the demand itself.
  func gebeurtenissen(_ facts: [Fact], deel: String?) -> [Happening] {
    facts.filter { $0.effective.isAfter(dag) != .yes }.compactMap { fact in
      zin(fact, among: facts).map { Happening(fact, to: titel, part: deel, path: adres, $0) }
    }
  }

  private func zin(_ fact: Fact, among facts: [Fact]) -> String? {
    guard fact.isCorrection else { return fact.counts ? Self.zin(fact) : nil }
    return facts.first { $0.id == fact[Correction.event] }.flatMap { Self.zin($0) }
      .map { Happening.correction(fact, of: $0) }
  }

  /// What a fact says; nil for what is not told: visits, who was heard, views given, evidence, who is responsible.
  private static func zin(_ fact: Fact) -> String? {
    if fact.is(EisOpgelegd.self) { return "de Arbeidsinspectie legt de eis op" }
    if fact.is(BezwaarIngediend.self) { return "bezwaar gemaakt tegen de eis" }
    if fact.is(VoorlopigeVoorzieningGevraagd.self) { return "de rechter gevraagd om een voorlopige voorziening" }
    if fact.is(BeslissingOpBezwaarOntvangen.self) {
      return uitkomst(fact[BeslissingOpBezwaarOntvangen.uitkomst]?.text, na: "beslist op het bezwaar")
    }
    if fact.is(EisVoldaanVerklaard.self) { return verklaring(fact) }
    if fact.is(HerinspectieUitgevoerd.self) {
      return uitkomst(fact[HerinspectieUitgevoerd.uitkomst]?.text, na: "de Arbeidsinspectie komt terug")
    }
    // Which step it is, is in letters that nobody decided to make public.
    if fact.is(BoeterapportOpgemaakt.self, ProcesVerbaalOpgemaakt.self, BestuursdwangToegepast.self) {
      return "er is een stap gezet om de eis af te dwingen"
    }
    if fact.is(InspectieAfgesloten.self) { return "de zaak is afgesloten" }
    if fact.is(EisOpenbaargemaakt.self) { return "de eis staat op deze site" }
    if fact.is(EisVanSiteGehaald.self) { return "de eis is van deze site gehaald" }
    return zinOverMaatregel(fact)
  }

  private static func zinOverMaatregel(_ fact: Fact) -> String? {
    if fact.is(MaatregelVastgelegd.self) { return "opgeschreven" }
    if fact.is(MaatregelBijgesteld.self) { return "planning bijgesteld" }
    if fact.is(MaatregelUitgevoerd.self) { return "uitgevoerd" }
    if fact.is(MaatregelGeevalueerd.self) {
      return uitkomst(fact[MaatregelGeevalueerd.uitkomst]?.text, na: "geëvalueerd")
    }
    if fact.is(MaatregelVervallen.self) { return "vervallen" }
    if fact.is(MaatregelOpenbaargemaakt.self) { return "staat op deze site" }
    if fact.is(MaatregelVanSiteGehaald.self) { return "van deze site gehaald" }
    return nil
  }

  private static func uitkomst(_ text: Text?, na wat: String) -> String {
    text.map { "\(wat): \($0(.dutch))" } ?? wat
  }

  private static func verklaring(_ fact: Fact) -> String {
    let wie = fact[EisVoldaanVerklaard.door] == .arbeidsinspectie ? "de Arbeidsinspectie" : "de organisatie"
    return fact[EisVoldaanVerklaard.volledig] == true
      ? "\(wie) verklaart dat aan de eis is voldaan" : "\(wie) verklaart dat aan een deel van de eis is voldaan"
  }
}
