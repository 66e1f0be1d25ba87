import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// Papers that must be there, each with the event that needs it.
  static let papers = [
    paper(
      "VP-AANSTELLINGSBRIEF", "004:5613-5616", VertrouwenspersoonBenoemd.brief, on: VertrouwenspersoonBenoemd.self,
      Text(nl: "aanstellingsbrief", en: "letter of appointment"), option: "--brief"),
    paper(
      "VP-VERKLARING", "004:5617-5618", VertrouwenspersoonBenoemd.verklaring, on: VertrouwenspersoonBenoemd.self,
      Text(nl: "ondertekende verklaring over de gedragscode", en: "signed declaration on the code of conduct"),
      option: "--verklaring"),
    paper(
      "VP-CONTRACT", "004:5583-5586", ExterneVertrouwenspersoonGecontracteerd.contract,
      on: ExterneVertrouwenspersoonGecontracteerd.self, Text(nl: "contract", en: "contract"), option: "--contract"),
    paper(
      "VP-SCHRIFTELIJK", "004:5632-5633", VertrouwenspersoonTeruggetreden.kennisgeving,
      on: VertrouwenspersoonTeruggetreden.self,
      Text(nl: "schriftelijke kennisgeving", en: "notice in writing"), option: "--kennisgeving"),
    paper(
      "VP-MOTIVERING", "004:5753-5755", VertrouwenspersoonOntheven.brief, on: VertrouwenspersoonOntheven.self,
      Text(nl: "gemotiveerde brief", en: "letter with reasons"), option: "--brief"),
    everyPaperIsSealed,
  ]

  private static func paper(
    _ id: String, _ source: String, _ stuk: Stukvelden, on event: any EventDefinition.Type, _ name: Text,
    option: String
  ) -> Rule {
    Rule(
      id: id, source: source,
      demand: Text(nl: "de \(name.nl) is vastgelegd", en: "the \(name.en) is recorded"), on: [event]
    ) { context in
      guard !context.isHistorical, context.event[stuk.plaats] == nil else { return nil }
      return Refusal(
        Text(nl: "de \(name.nl) ontbreekt", en: "the \(name.en) is missing"),
        remedy: Text(
          nl: "geef het document met \(option) BESTAND, of waar het ligt met \(option)-vindplaats TEKST",
          en: "give the document with \(option) FILE, or where it is kept with \(option)-vindplaats TEXT"))
    }
  }

  private static let everyPaperIsSealed = Stukvelden.areSealed(
    id: "VP-STUK",
    on: beginnings + [
      VertrouwenspersoonVerlengd.self, VertrouwenspersoonTeruggetreden.self, VertrouwenspersoonOntheven.self,
    ])
}
