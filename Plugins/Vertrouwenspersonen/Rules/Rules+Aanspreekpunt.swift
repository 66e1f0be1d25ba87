import Governance
import Ledger
import Publication

extension VertrouwenspersonenRules {
  /// What the public address of the function may be.
  static let reaching = Rule(
    id: "VP-AANSPREEKPUNT", source: logica,
    demand: Text(
      nl: "het openbare adres is een e-mailadres of een adres dat met https:// begint",
      en: "the public address is an e-mail address or an address starting with https://"),
    on: [AanspreekpuntVastgesteld.self]
  ) { context in
    guard let adres = context.event[AanspreekpuntVastgesteld.adres], ContactPoint(adres) == nil else { return nil }
    return Refusal(
      Text(
        nl: "«\(adres)» is geen e-mailadres en geen https-adres",
        en: "“\(adres)” is neither an e-mail address nor an https address"),
      remedy: Text(
        nl: "geef een adres van de functie, zoals vertrouwenspersoon@gemeente.example",
        en: "give an address of the function, such as vertrouwenspersoon@gemeente.example"))
  }
}
