import Publication

/// The states a reader can choose from; each has a page.
enum Toestand: String, CaseIterable {
  case actueel
  case geenGemeld = "geen-gemeld"
  case nogNietOntvangen = "nog-niet-ontvangen"
  case nietGepubliceerd = "niet-gepubliceerd"
  case bevestigingTeLaat = "bevestiging-te-laat"
  case beeindigd

  /// Shown beside each entry, so that colour is never the only difference.
  var woord: String {
    switch self {
    case .actueel: "Actueel"
    case .geenGemeld: "Geen gemeld"
    case .nogNietOntvangen: "Nog niet ontvangen"
    case .nietGepubliceerd: "Niet gepubliceerd"
    case .bevestigingTeLaat: "Bevestiging te laat"
    case .beeindigd: "Beëindigd"
    }
  }

  /// What the word means.
  var uitleg: String {
    switch self {
    case .actueel: "Er is een nevenwerkzaamheid opgegeven. Die staat op de lijst."
    case .geenGemeld: "Wie de functie vervult, heeft bevestigd dat er geen nevenwerkzaamheden zijn om te melden."
    case .nogNietOntvangen: "Er is om een opgave gevraagd. Die is nog niet binnen. Dit betekent niet dat er niets is."
    case .nietGepubliceerd: "Er staat geen opgave op de lijst, en de reden staat erbij."
    case .bevestigingTeLaat:
      "De opgave moest opnieuw worden bevestigd. Die dag is voorbij en de bevestiging is er niet."
    case .beeindigd:
      "De nevenwerkzaamheid is gestopt, of de opgave is ingetrokken. Zij staat nog een tijd in de historie."
    }
  }

  /// What is shown beside a statement whose content is gone; no one can choose it, because there is nothing left to see.
  static let vervallen: TemplateValue = ["woord": "Vervallen", "soort": "vervallen"]

  var waarde: TemplateValue { ["woord": .text(woord), "soort": .text(rawValue)] }
}
