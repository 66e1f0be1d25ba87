import Governance

extension Model {
  /// Gedragscode ambtelijke organisatie Maastricht; its annex on activities of 1 January 2020 is not in the sources.
  static let maastricht = Model(
    soort: .maastricht, titel: "Gedragscode ambtelijke organisatie Maastricht",
    bron: "001:127-128; 001:130-131; 001:184-191",
    // 001:115
    grondslag: "hoofdstuk 2, Het tegengaan van belangenverstrengeling",
    instellingen: Instellingen(
      meldplicht: .topfunctionarissenAltijd, voorafgaandeToestemming: false, weigeren: true,
      beslissers: [.algemeenDirecteur, .griffier, .college, .werkgeverscommissie], velden: opgave, grens: .alle,
      inhuur: true, betaaldEigenGemeenteVerboden: false, verantwoordelijke: .algemeenDirecteur,
      tweedeOpenbaarmaker: .directeur, bevestigingIedere: jaarlijks, beslistermijn: nil, bijwerktermijn: nil,
      bewaarNaEinde: nil, draaideur: .of(2, .jaren),
      vragen: [
        .lijktOpFunctie, .zelfdeNetwerk, .toezichtDoorGemeente, .verkregenViaFunctie, .kennisUitFunctie,
        .bedenkelijkeReputatie,
      ]),
    herkomst: [
      .init(.meldplicht, .bron, "001:127-128; 001:184-187; 001:190-191"),
      .init(.voorafgaandeToestemming, .standaard, "001:187-189 laat de werkgever weigeren, zonder verzoek vooraf"),
      .init(.weigeren, .bron, "001:187-189"),
      .init(.beslissers, .standaard, "001:187-189 zegt: de werkgever; hier de rollen die hem vertegenwoordigen"),
      .init(.velden, .standaard, "001:190-191 noemt geen velden; als 004:5428-5435"),
      .init(.grens, .bron, "001:190-191"),
      .init(.inhuur, .standaard, "001:36-43 geldt voor iedereen, over de lijst zwijgt de bron"),
      .init(.betaaldEigenGemeenteVerboden, .standaard, "de bron zwijgt; niet verboden"),
      .init(.verantwoordelijke, .standaard, "001:190-191 zegt niet wie; als 004:5439-5440"),
      .init(.tweedeOpenbaarmaker, .standaard, "001:190-191 zwijgt; de locosecretaris"),
      .init(.bevestigingIedere, .standaard, "de bron zwijgt; jaarlijks"),
      .init(.beslistermijn, .zwijgt, "001:184-191"), .init(.bijwerktermijn, .zwijgt, "001:190-191"),
      .init(.bewaarNaEinde, .zwijgt, "001:781 (de regeling zelf is niet bij de bronnen)"),
      .init(.draaideur, .bron, "001:130-131"),
      .init(.vragen, .bron, "001:215-228"),
    ],
    bezwaren: [.belangenstrijd: "001:184-189"],
    functies: [], functiesBron: "001:190-191 (topfunctionarissen, niet nader genoemd)")
}
