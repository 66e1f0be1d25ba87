import Governance

extension Model {
  /// Regeling openbaarmaking nevenfuncties van topambtenaren gemeente Lelystad 2020, with the gedragscode of 2024.
  static let lelystad = Model(
    soort: .lelystad, titel: "Regeling openbaarmaking nevenfuncties van topambtenaren gemeente Lelystad 2020",
    bron: "004:5396-5448; 004:3913-3933; 004:3983-3986", grondslag: "artikel 1 tot en met 6",
    instellingen: Instellingen(
      meldplicht: .alles, voorafgaandeToestemming: true, weigeren: true,
      beslissers: [.leidinggevende, .algemeenDirecteur, .werkgeverscommissie, .college], velden: opgave, grens: .alle,
      inhuur: true, betaaldEigenGemeenteVerboden: true, verantwoordelijke: .algemeenDirecteur,
      tweedeOpenbaarmaker: .directeur, bevestigingIedere: jaarlijks, beslistermijn: nil, bijwerktermijn: nil,
      bewaarNaEinde: nil, draaideur: .of(18, .maanden),
      vragen: [
        .lijktOpFunctie, .zelfdeNetwerk, .conflicterendeBelangen, .toezichtDoorGemeente, .verkregenViaFunctie,
        .kennisUitFunctie, .bedenkelijkeReputatie, .eigenWerkLukt, .openbaarTeVerantwoorden,
      ]),
    herkomst: [
      .init(.meldplicht, .bron, "004:3916-3918"), .init(.voorafgaandeToestemming, .bron, "004:3919"),
      .init(.weigeren, .bron, "004:3919; 004:3923-3933"),
      .init(.beslissers, .standaard, "004:3919 zegt niet wie toestemming geeft; leidinggevende of bevoegd gezag"),
      .init(.velden, .bron, "004:5428-5435"),
      .init(.grens, .bron, "004:3920-3922 (2024, zonder grens); anders 004:5417-5421 (2020)"),
      .init(.inhuur, .bron, "004:5411-5415"), .init(.betaaldEigenGemeenteVerboden, .bron, "004:3930"),
      .init(.verantwoordelijke, .bron, "004:5439-5440"),
      .init(.tweedeOpenbaarmaker, .standaard, "004:5439-5440 zwijgt over de eigen opgave; locosecretaris 004:5407"),
      .init(.bevestigingIedere, .standaard, "004:5425-5426 zegt «actueel», zonder termijn; jaarlijks"),
      .init(.beslistermijn, .zwijgt, "004:3919"), .init(.bijwerktermijn, .zwijgt, "004:5425-5426"),
      .init(.bewaarNaEinde, .zwijgt, "004:5423-5440"), .init(.draaideur, .bron, "004:3983-3986"),
      .init(.vragen, .bron, "004:3954-3968"),
    ],
    bezwaren: [
      .belangenstrijd: "004:3923-3925", .belemmertFunctioneren: "004:3926-3928",
      .vertrouwelijkeInformatie: "004:3929", .betaaldEigenGemeente: "004:3930", .oneerlijkVoordeel: "004:3931-3933",
    ],
    functies: [
      "gemeentesecretaris tevens algemeen directeur", "directeur / locosecretaris", "concernmanager",
      "concerncontroller", "directieleden", "griffier", "plaatsvervangend griffier",
    ],
    functiesBron: "004:5402-5409; 004:3920-3922",
    letOp: Text(
      nl: "Voor de (plaatsvervangend) griffier noemt geen bron wie verantwoordelijk is: geef --verantwoordelijke "
        + "(004:5439-5440 gaat alleen over de functies van 004:5402-5409).",
      en: "For the (deputy) griffier no source says who is responsible: give --verantwoordelijke "
        + "(004:5439-5440 is about the functions of 004:5402-5409 only)."))
}
