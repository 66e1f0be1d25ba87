import Governance
import Publication

extension Publicatie {
  /// The publication policy: what, why, how long, and what not.
  var beleid: [(heading: String, paragraphs: [String])] {
    [
      ("Wat wij openbaar maken", watWel), ("Waarom", waarom), ("Hoe lang", hoeLang),
      ("Wat wij niet openbaar maken", watNiet),
    ]
  }

  private var watWel: [String] {
    let namen = register.regeling.velden.map { Weergave.label($0).lowercased() }
    return [
      "Een nevenwerkzaamheid is werk dat iemand doet naast de functie bij \(settings.organisatie). Per opgave maken wij openbaar: \(namen.asDutchList). Meer niet.",
      "Staat er bij een functie geen opgave, dan zeggen wij waarom. Er is gemeld dat er niets is, de opgave is nog niet ontvangen, of wij publiceren haar niet en noemen de reden.",
    ]
  }

  private var waarom: [String] {
    [
      "De grondslag is: \(grondslag). Het doel is dat iedereen kan zien of ander werk en de functie elkaar kunnen raken.",
      "Wie een functie op de lijst vervult, bevestigt \(iedere) of de opgave klopt. Is dat te laat, dan staat dat op de lijst.",
    ]
  }

  private var hoeLang: [String] {
    let historie =
      if let bewaar = register.regeling.bewaarNaEinde {
        "Is een nevenwerkzaamheid gestopt, dan blijft de opgave nog \(bewaar.text(.dutch)) in de historie. Daarna verwijderen wij de inhoud."
      } else {
        "Hoelang een gestopte nevenwerkzaamheid in de historie blijft, heeft \(settings.organisatie) nog niet besloten."
      }
    return [
      "Een opgave staat op de lijst zolang de nevenwerkzaamheid duurt en de functie op de lijst staat.", historie,
      "Het adres van een verwijderde opgave blijft bestaan. Er staat dan alleen nog dat zij is verwijderd.",
    ]
  }

  private var watNiet: [String] {
    let anders = OpenbaarVeld.allCases.filter { !toont($0) }.map(\.nietOpenbaar)
    let nietGenoemd = anders.isEmpty ? [] : ["Bij een opgave staat niet: \(anders.asDutchList)."]
    return nietGenoemd + [
      "Financiële belangen zoals aandelen maken wij nooit openbaar. Dat geldt ook voor privéadressen en voor gegevens over partners, familie en andere mensen.",
      "Interne stukken, zoals de aanvraag, de afweging en het advies, zijn ook niet openbaar.",
    ]
  }
}

extension OpenbaarVeld {
  /// The field as something that is not published.
  fileprivate var nietOpenbaar: String {
    switch self {
    case .naam: "de naam van wie de functie vervult"
    case .hoofdfunctie: "de hoofdfunctie"
    case .nevenwerkzaamheid: "de nevenwerkzaamheid"
    case .organisatie: "de organisatie"
    case .ingang: "de begindatum"
    case .einde: "de einddatum"
    case .beperkingen: "de beperkingen"
    case .bezoldigd: "of het betaald is"
    case .tijdsbeslag: "hoeveel tijd het kost"
    }
  }
}
