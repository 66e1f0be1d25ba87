import Publication

extension Regelingenpublicatie {
  /// The publication policy: what, why, how long, and what not.
  var beleid: [(heading: String, paragraphs: [String])] {
    [
      (
        "Wat wij openbaar maken",
        [
          "Per regeling staat hier welke versies zijn vastgesteld, door wie, en vanaf wanneer zij gelden. Ook staat er wat de ondernemingsraad besloot en wanneer de regeling wordt geëvalueerd.",
          "Van elke tekst staat de SHA-256 erbij. Dat is een vingerafdruk. Daarmee ziet u of een besluit over precies die tekst gaat.",
          "De tekst zelf staat hier alleen als dat voor die versie is besloten.",
        ]
      ),
      (
        "Waarom",
        [
          "Iedereen kan zo zien welke regels bij \(settings.organisatie) gelden. Ook is te zien of over die regels op de goede manier is besloten.",
          "Dit overzicht is een eigen keuze. Een wettelijke plicht ertoe is niet vastgelegd. De bekendmaking van een regeling blijft waar die altijd is; dit overzicht komt daar niet voor in de plaats.",
        ]
      ),
      (
        "Hoe lang",
        [
          "Een vastgestelde regeling blijft hier staan, ook als zij niet meer geldt. Zo is later nog te zien wat er op een dag gold.",
          "De tekst blijft staan tot is besloten haar weg te halen, of tot zij wordt vernietigd. Is zij vernietigd, dan staat dat erbij.",
        ]
      ),
      (
        "Wat wij niet openbaar maken",
        [
          "Ontwerpen staan hier niet. Een regeling waarvan nog geen versie is vastgesteld, ook niet.",
          "De tekst van een protocol staat hier niet. Ook de stukken over het overleg met de ondernemingsraad en de toelichtingen bij besluiten niet.",
          "Namen van mensen die aan een regeling werkten, staan hier niet.",
        ]
      ),
    ]
  }
}
