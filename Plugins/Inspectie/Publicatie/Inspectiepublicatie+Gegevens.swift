import Governance
import Ledger
import Publication

extension Inspectiepublicatie {
  /// One row for each demand, and one for each measure.
  var gegevens: Dataset {
    Dataset(
      description: "De eisen van de Arbeidsinspectie aan \(settings.organisatie), met termijn, stand en maatregelen.",
      keywords: ["arbeidsinspectie", "eis tot naleving", "arbeidsomstandigheden", "maatregelen", "gemeente"],
      columns: Self.kolommen,
      rows: register.eisen.flatMap { eis in [rij(eis)] + eis.maatregelen.map { rij($0, bij: eis) } })
  }

  private static let kolommen = [
    Dataset.Column(
      "soort", heading: "Soort", meaning: "Of dit een eis is, of een maatregel bij een eis.",
      .code(["eis", "maatregel"]), isRequired: true),
    Dataset.Column(
      "eis", heading: "Eis", meaning: "Het nummer van de inspectie waarbij de eis hoort.", .number, isRequired: true),
    Dataset.Column(
      "maatregel", heading: "Maatregel", meaning: "Het nummer van de maatregel; leeg bij een eis.", .number),
    Dataset.Column(
      "opgave", heading: "Opgave", meaning: "De gebeurtenis in het grootboek, om na te rekenen.", .text),
    Dataset.Column(
      "dag", heading: "Dag",
      meaning: "De dagtekening van de eis, of de dag waarop de maatregel is opgeschreven (EDTF).", .text,
      isRequired: true),
    Dataset.Column("kenmerk", heading: "Kenmerk", meaning: "Het kenmerk van de brief.", .text),
    Dataset.Column("grondslag", heading: "Grondslag", meaning: "Waarop de eis berust, volgens de brief.", .text),
    Dataset.Column("omschrijving", heading: "Omschrijving", meaning: "Wat de maatregel is.", .text),
    Dataset.Column("stand", heading: "Stand", meaning: "Hoe het staat, in een woord.", .text, isRequired: true),
    Dataset.Column(
      "uiterlijk", heading: "Uiterlijk",
      meaning: "De laatste dag om te voldoen of om de maatregel uit te voeren; leeg als die er niet is.", .day),
    Dataset.Column(
      "uitgevoerd", heading: "Uitgevoerd", meaning: "De dag waarop de maatregel is uitgevoerd (EDTF).", .text),
    Dataset.Column(
      "evaluatieUiterlijk", heading: "Evaluatie uiterlijk", meaning: "De laatste dag om de maatregel te evalueren.",
      .day),
    Dataset.Column(
      "uitkomst", heading: "Uitkomst", meaning: "Of de maatregel werkt, volgens de laatste evaluatie.", .text),
    Dataset.Column("criterium", heading: "Criterium", meaning: "Waaraan de maatregel wordt afgemeten.", .text),
    Dataset.Column("adres", heading: "Adres", meaning: "De bladzijde van de eis.", .path, isRequired: true),
  ]

  private func rij(_ eis: OpenbareEis) -> [JSON] {
    [
      "eis", .int(eis.nummer), .null, tekst(eis.opgave), .string(eis.brief.dagtekening.description),
      tekst(eis.brief.kenmerk), tekst(eis.feit[EisOpgelegd.grondslag]), .null, .string(eis.toestand.tekst),
      eis.brief.uiterlijk?.json ?? .null, .null, .null, .null, .null, .string(eis.adres),
    ]
  }

  private func rij(_ maatregel: OpenbareMaatregel, bij eis: OpenbareEis) -> [JSON] {
    let stand = maatregel.stand
    return [
      "maatregel", .int(eis.nummer), .int(maatregel.nummer), tekst(maatregel.opgave),
      .string(stand.vastgelegd.description), .null, .null, .string(stand.omschrijving),
      .string(maatregel.voortgang.tekst), stand.uitvoerenVoor?.json ?? .null, tekst(stand.uitgevoerd?.description),
      stand.evaluerenVoor?.json ?? .null, tekst(stand.uitkomst.map { $0.text(.dutch) }), tekst(stand.criterium),
      .string(eis.adres),
    ]
  }

  private func tekst(_ tekst: String?) -> JSON { tekst.map { .string($0) } ?? .null }
}

extension OpenbareEis {
  /// The id under which it can be checked; nil when nothing of it is shown that was signed.
  var opgave: String? { getoond.isEmpty ? nil : feit.id.description }

  /// What the site shows that stands in the event of the demand.
  var getoond: [CheckedEntry.Shown] {
    brief.kenmerk.map {
      [CheckedEntry.Shown(field: EisOpgelegd.kenmerk.name, label: "Kenmerk van de brief", value: .string($0))]
    } ?? []
  }
}

extension OpenbareMaatregel {
  /// The id under which it can be checked; nil when its event says more than was decided to publish: what is checked is
  /// published whole, and an explanation stands in it for anyone to read.
  var opgave: String? { feit[Bewijs.toelichting] == nil ? feit.id.description : nil }
}

extension Inspectiepublicatie {
  /// What a reader can check: the letter's reference on the list, and what a measure is in the data.
  func controleerbaar(_ lijst: [Sheet]) -> [CheckedEntry] {
    let eisen = lijst.flatMap { blad in
      register.eisen[blad.things].compactMap { eis in
        eis.opgave.map {
          CheckedEntry(
            id: $0, label: eis.volleTitel, path: eis.adres, position: eis.feit.position, shown: eis.getoond,
            listPage: blad.path)
        }
      }
    }
    let maatregelen = register.eisen.flatMap { eis in
      eis.maatregelen.compactMap { maatregel in
        maatregel.opgave.map {
          CheckedEntry(
            id: $0, label: "\(maatregel.naam.asSentenceStart) bij: \(eis.volleTitel)", path: eis.adres,
            position: maatregel.feit.position,
            shown: [
              CheckedEntry.Shown(
                field: MaatregelVastgelegd.omschrijving.name, label: "Wat de maatregel is",
                value: .string(maatregel.stand.omschrijving))
            ], listPage: nil)
        }
      }
    }
    return eisen + maatregelen
  }

  /// The publication policy: what, why, how long, and what not.
  var beleid: [(heading: String, paragraphs: [String])] {
    [
      (
        "Wat wij openbaar maken",
        [
          "Per eis is besloten of zij hier staat. Staat zij hier, dan ziet u wat de Arbeidsinspectie vraagt, tot wanneer, en hoe het ermee staat.",
          "Ook per maatregel is dat besloten. Van een maatregel ziet u wat wij doen, wanneer, en of het werkt.",
        ]
      ),
      (
        "Waarom",
        [
          "Iedereen kan zo zien of \(settings.organisatie) doet wat de Arbeidsinspectie vraagt. Dit overzicht is een eigen keuze. Een wettelijke plicht ertoe is niet vastgelegd."
        ]
      ),
      (
        "Hoe lang",
        ["Een eis blijft hier staan, ook als de zaak is afgesloten. Zij gaat eraf als dat is besloten."]
      ),
      (
        "Wat wij niet openbaar maken",
        [
          "De brieven zelf, het bewijs en wie is gehoord, staan hier niet. Ook wie voor een maatregel verantwoordelijk is, staat hier niet.",
          "Zet de Arbeidsinspectie een stap om de eis af te dwingen, dan staat dat hier. Welke stap het is, staat hier niet.",
        ]
      ),
    ]
  }
}
