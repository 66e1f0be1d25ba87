import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon aanspreekpunt`
  struct AanspreekpuntOpdracht: GeheelCommand {
    typealias Event = AanspreekpuntVastgesteld

    static let configuration = CommandConfiguration(
      "aanspreekpunt",
      nl:
        "Leg vast op welk openbaar adres van de functie de vertrouwenspersonen te bereiken zijn; het komt op de site.",
      en: "Record the public address of the function at which they are reached; it is put on the site.",
      discussion: Text(
        nl: "Voorbeeld: waarborg vertrouwenspersoon aanspreekpunt --adres vertrouwenspersoon@gemeente.example",
        en: "Example: waarborg vertrouwenspersoon aanspreekpunt --adres vertrouwenspersoon@gemeente.example"))
    @Option(
      help: Language.help(
        nl: "Een e-mailadres of https-adres van de functie, nooit van een persoon.",
        en: "An e-mail or https address of the function, never of a person.", "adres"))
    var adres: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) { fields[Event.adres] = adres }
  }
}
