import Publication

/// The states a reader can choose from; each has a page.
enum Toestand: String, CaseIterable {
  case actueel
  case geenGemeld = "geen-gemeld"
  case nogNietOntvangen = "nog-niet-ontvangen"
  case nietGepubliceerd = "niet-gepubliceerd"
  case bevestigingTeLaat = "bevestiging-te-laat"
  /// Not on the list any more: the activity ended, the holder left, or the permission lapsed. Which of them is nobody's
  /// public fact, so one word stands for all.
  case vervallen = "opgave-vervallen"

  /// Shown beside each entry, so that colour is never the only difference.
  var woord: String {
    switch self {
    case .actueel: "Actueel"
    case .geenGemeld: "Geen gemeld"
    case .nogNietOntvangen: "Nog niet ontvangen"
    case .nietGepubliceerd: "Niet gepubliceerd"
    case .bevestigingTeLaat: "Bevestiging te laat"
    case .vervallen: "Opgave vervallen"
    }
  }

  /// What the word means.
  var uitleg: String {
    switch self {
    case .actueel: "Er is een nevenwerkzaamheid opgegeven. Die staat op de lijst."
    case .geenGemeld: "Wie de functie vervult, heeft bevestigd dat er geen nevenwerkzaamheden zijn om te melden."
    case .nogNietOntvangen: "Er is nog geen opgave ontvangen. Dit betekent niet dat er niets is."
    case .nietGepubliceerd: "Er staat geen opgave op de lijst, en de reden staat erbij."
    case .bevestigingTeLaat:
      "De opgave moest opnieuw worden bevestigd. Die dag is voorbij en de bevestiging is er niet."
    case .vervallen:
      "De opgave staat niet meer op de lijst. Dat zegt niet of de nevenwerkzaamheid is gestopt. Zij staat nog een tijd in "
        + "de historie."
    }
  }

  /// What is shown beside a statement whose content is gone; no one can choose it, because there is nothing left to see.
  static let nietOpLijst: TemplateValue = ["woord": "Niet op deze lijst", "soort": "vervallen", "merkje": "stil"]

  var waarde: TemplateValue { ["woord": .text(woord), "soort": .text(rawValue), "merkje": .text(merkje)] }

  /// Which of the three kinds of state it is: known to be right, waiting, or not public.
  private var merkje: String {
    switch self {
    case .actueel, .geenGemeld: "goed"
    case .nogNietOntvangen, .bevestigingTeLaat: "wacht"
    case .nietGepubliceerd, .vervallen: "stil"
    }
  }
}
