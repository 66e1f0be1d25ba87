import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// Papers that must be there, each with the event that needs it.
  static let papers = [
    paper(
      "VP-AANSTELLINGSBRIEF", Keuzes.aanstellingsbrief, VertrouwenspersoonBenoemd.brief,
      on: VertrouwenspersoonBenoemd.self, Text(nl: "de aanstellingsbrief", en: "the letter of appointment"),
      option: "--brief"),
    paper(
      "VP-VERKLARING", Keuzes.verklaring, VertrouwenspersoonBenoemd.verklaring, on: VertrouwenspersoonBenoemd.self,
      Text(nl: "de ondertekende verklaring over de gedragscode", en: "the signed declaration on the code of conduct"),
      option: "--verklaring"),
    // Who is contracted has a contract, whatever the rules say.
    paper(
      "VP-CONTRACT", nil, ExterneVertrouwenspersoonGecontracteerd.contract,
      on: ExterneVertrouwenspersoonGecontracteerd.self, Text(nl: "het contract", en: "the contract"),
      option: "--contract"),
    endingPaper(
      "VP-SCHRIFTELIJK", Keuzes.kennisgeving, .neergelegd,
      Text(nl: "de schriftelijke kennisgeving", en: "the notice in writing"), option: "--kennisgeving"),
    endingPaper(
      "VP-MOTIVERING", Keuzes.motivering, .ontheven,
      Text(nl: "de gemotiveerde brief", en: "the letter with reasons"), option: "--brief"),
    everyPaperIsSealed,
  ]

  /// - Parameters:
  ///   - keuze: The point of the rules that asks for it; nil when it is always asked.
  ///   - name: What it is called, with its article.
  private static func paper(
    _ id: String, _ keuze: Keuze<Vereiste>?, _ stuk: Stukvelden, on event: any EventDefinition.Type, _ name: Text,
    option: String
  ) -> Rule {
    Rule(
      id: id, source: keuze == nil ? logica : eigenRegels,
      demand: Text(nl: "\(name.nl) is vastgelegd", en: "\(name.en) is recorded"), on: [event]
    ) { context in
      guard !context.isHistorical, context.event[stuk.plaats] == nil else { return nil }
      return try missing(keuze, name, option, context)
    }
  }

  /// The paper with which the function ends in one way.
  private static func endingPaper(
    _ id: String, _ keuze: Keuze<Vereiste>, _ wijze: Eindewijze, _ name: Text, option: String
  ) -> Rule {
    Rule(
      id: id, source: eigenRegels, demand: Text(nl: "\(name.nl) is vastgelegd", en: "\(name.en) is recorded"),
      on: [VertrouwenspersoonBeeindigd.self]
    ) { context in
      guard !context.isHistorical, try context.einde() == wijze,
        try !context.isFilled(VertrouwenspersoonBeeindigd.stuk),
        try !context.isFilled(VertrouwenspersoonBeeindigd.vindplaats)
      else { return nil }
      return try missing(keuze, name, option, context)
    }
  }

  private static func missing(
    _ keuze: Keuze<Vereiste>?, _ name: Text, _ option: String, _ context: RuleContext
  ) throws -> Refusal? {
    let regels = try context.regels()
    guard keuze.map(regels.vraagt) ?? true else { return nil }
    return Refusal(
      Text(nl: "\(name.nl) ontbreekt", en: "\(name.en) is missing"),
      remedy: Text(
        nl: "geef het document met \(option) BESTAND, of waar het ligt met \(option)-vindplaats TEKST",
        en: "give the document with \(option) FILE, or where it is kept with \(option)-vindplaats TEXT"),
      source: keuze.flatMap { regels.bron($0) })
  }

  private static let everyPaperIsSealed = Stukvelden.areSealed(
    id: "VP-STUK",
    on: beginnings + [VertrouwenspersoonVerlengd.self])
}
