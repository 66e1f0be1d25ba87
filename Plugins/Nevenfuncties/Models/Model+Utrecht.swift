import Governance

extension Model {
  /// Gedragscode 2.0 of Utrecht.
  static let utrecht = Model(
    soort: .utrecht, titel: "Betrouwbaar werken, gedragscode voor iedereen die werkt bij de gemeente Utrecht",
    bron: "003:265-268; 003:286",
    // 003:255-268
    grondslag: "onderdeel Voorkomen van belangenverstrengeling, afspraken 1 en 4",
    instellingen: Instellingen(
      meldplicht: .watKanRaken, voorafgaandeToestemming: false, weigeren: false, beslissers: [.leidinggevende],
      velden: opgave,
      grens: .alle, inhuur: true, betaaldEigenGemeenteVerboden: false, verantwoordelijke: .algemeenDirecteur,
      tweedeOpenbaarmaker: .directeur, bevestigingIedere: jaarlijks, beslistermijn: nil, bijwerktermijn: nil,
      bewaarNaEinde: nil, draaideur: nil, vragen: []),
    herkomst: [
      .init(.meldplicht, .bron, "003:265"),
      .init(.voorafgaandeToestemming, .standaard, "003:265 vraagt een melding, geen toestemming"),
      .init(.weigeren, .bron, "003:265 kent maatregelen of het advies niet te combineren, geen weigering"),
      .init(.beslissers, .bron, "003:265"),
      .init(.velden, .standaard, "003:268 noemt geen velden; als 004:5428-5435"), .init(.grens, .bron, "003:268"),
      .init(.inhuur, .standaard, "003:80-82 geldt voor iedereen, over de lijst zwijgt de bron"),
      .init(.betaaldEigenGemeenteVerboden, .standaard, "de bron zwijgt; niet verboden"),
      .init(.verantwoordelijke, .standaard, "003:268 zegt niet wie; als 004:5439-5440"),
      .init(.tweedeOpenbaarmaker, .standaard, "003:268 zwijgt; de locosecretaris"),
      .init(.bevestigingIedere, .standaard, "de bron zwijgt; jaarlijks"), .init(.beslistermijn, .zwijgt, "003:265"),
      .init(.bijwerktermijn, .zwijgt, "003:268"), .init(.bewaarNaEinde, .zwijgt, "003:268"),
      .init(.draaideur, .zwijgt, "003:255-290"),
      .init(.vragen, .zwijgt, "003:113-122 geeft alleen algemene vragen"),
    ],
    bezwaren: [.belangenstrijd: "003:265"],
    functies: ["gemeentesecretaris / algemeen directeur", "directieleden", "IRM'ers", "concernmanagers"],
    functiesBron: "003:268")
}
