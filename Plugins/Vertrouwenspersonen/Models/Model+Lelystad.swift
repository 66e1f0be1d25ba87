import Governance

extension Modelregeling {
  private typealias Besluit = VertrouwenspersonenregelsVastgesteld

  /// Regeling vertrouwenspersonen gemeente Lelystad 2024.
  static let lelystad = Modelregeling(
    .lelystad, "Regeling vertrouwenspersonen gemeente Lelystad 2024", passage: "004:5602-5805",
    zwijgt: [.hoogsteVerlengingen: "004:5605", .registerBijVertrek: "004:5682-5688; 004:5768-5769"],
    [
      .init(.benoemer, Besluit.benoemer, .algemeenDirecteur, .bron, "004:5604; 004:5583-5586; 004:5751-5753"),
      .init(.duur, Besluit.duur, .duur(.of(4, .jaren)), .bron, "004:5604-5605"),
      .init(.instemmingBenoeming, Besluit.instemmingBenoeming, .vereist, .bron, "004:5620-5621"),
      .init(
        .instemmingVerlenging, Besluit.instemmingVerlenging, .vereist, .standaard,
        "004:5620-5621 noemt benoeming en ontheffing, geen verlenging; vragen is de veilige kant"),
      .init(
        .instemmingExtern, Besluit.instemmingExtern, .nietVereist, .standaard,
        "004:5620-5621 zegt «de benoeming»; een externe wordt gecontracteerd (004:5626-5627)"),
      .init(.instemmingOntheffing, Besluit.instemmingOntheffing, .vereist, .bron, "004:5620-5621; 004:5751-5753"),
      .init(.certificering, Besluit.certificering, .verplicht, .bron, "004:5610-5611; 004:5626-5627"),
      .init(
        .verliesCertificering, Besluit.verliesCertificering, .signaal, .standaard,
        "004:5607-5611 vraagt haar voor de benoeming en noemt haar verlies niet bij het einde"),
      .init(.aanstellingsbrief, Besluit.aanstellingsbrief, .vereist, .bron, "004:5613-5616"),
      .init(.verklaring, Besluit.verklaring, .vereist, .bron, "004:5617-5618"),
      .init(.kennisgeving, Besluit.kennisgeving, .vereist, .bron, "004:5632-5633"),
      .init(.vaststelling, Besluit.vaststelling, .vereist, .bron, "004:5756-5760"),
      .init(.motivering, Besluit.motivering, .vereist, .bron, "004:5753-5755"),
      .init(.externe, Besluit.externe, .vereist, .bron, "004:5626-5627"),
      .init(.scholing, Besluit.scholing, .lvvErkend, .bron, "004:5740-5741"),
      .init(.intervisie, Besluit.intervisie, .duur(.of(1, .jaren)), .bron, "004:5740-5741"),
      .init(.bijscholing, Besluit.bijscholing, .zonderTermijn, .bron, "004:5740-5741"),
      .init(
        .jaaroverzichtDoor, Besluit.jaaroverzichtDoor, .organisatie, .standaard,
        "004:5685-5686 zegt «de vertrouwenspersoon», elk of samen; samen is minder herleidbaar"),
      .init(
        .jaaroverzichtUiterlijk, Besluit.jaaroverzichtUiterlijk, .heleJaar, .standaard,
        "004:5685-5686 zegt «jaarlijks», zonder dag"),
      .init(
        .jaaroverzichtOpenbaarheid, Besluit.jaaroverzichtOpenbaarheid, .alleenWerkgever, .standaard,
        "004:5685-5686 zegt «aan de werkgever», en zwijgt over openbaarheid"),
      .init(
        .drempel, Besluit.drempel, 5, .standaard, "004:5685-5686 zegt «geanonimiseerd», zonder getal"),
      .init(.oudMedewerkers, Besluit.oudMedewerkers, .alleenWerkzaam, .bron, "004:5526-5528"),
      .init(.bemiddeling, Besluit.bemiddeling, .schakeltIn, .bron, "004:5648-5654; 004:5720-5722"),
      .init(.klachtBehandelaar, Besluit.klachtBehandelaar, .keuzeMelder, .bron, "004:5775-5779"),
    ])
}
