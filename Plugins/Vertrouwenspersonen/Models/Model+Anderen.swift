import Governance

extension Modelregeling {
  private typealias Besluit = VertrouwenspersonenregelsVastgesteld

  /// Gedragscode ambtelijke organisatie Maastricht: trained, internal or external, bound to secrecy.
  static let maastricht = Modelregeling(
    .maastricht, "Gedragscode ambtelijke organisatie Maastricht", passage: "001:93-95",
    [
      .init(.externe, Besluit.externe, .vereist, .bron, "001:50"),
      .init(.scholing, Besluit.scholing, .opgeleid, .bron, "001:94-95"),
      .init(.drempel, Besluit.drempel, 5, .standaard, "de bron zwijgt; wat herleidbaar is, wordt niet vermeld"),
    ])

  /// Gedragscode 2.0 of Utrecht: trained, internal or external, independent and bound to secrecy.
  static let utrecht = Modelregeling(
    .utrecht, "Betrouwbaar werken, gedragscode voor iedereen die werkt bij de gemeente Utrecht", passage: "003:134",
    [
      .init(.externe, Besluit.externe, .vereist, .bron, "003:134"),
      .init(.scholing, Besluit.scholing, .opgeleid, .bron, "003:134"),
      .init(.drempel, Besluit.drempel, 5, .standaard, "de bron zwijgt; wat herleidbaar is, wordt niet vermeld"),
    ])

  /// Arbocatalogus Sociale veiligheid of the sector.
  static let norm = Modelregeling(
    .norm, "Arbocatalogus Sociale veiligheid", passage: "002:159-160; 002:406",
    zwijgt: [.bijscholing: "002:640 is een tip", .intervisie: "002:640 is een tip"],
    [
      .init(.certificering, Besluit.certificering, .voorkeur, .bron, "002:414"),
      .init(.externe, Besluit.externe, .vereist, .bron, "002:159"),
      .init(.scholing, Besluit.scholing, .opgeleid, .bron, "002:159; 002:406"),
      .init(
        .jaaroverzichtDoor, Besluit.jaaroverzichtDoor, .organisatie, .standaard,
        "002:160 zegt «jaarverslag vertrouwenspersoon», elk of samen; samen is minder herleidbaar"),
      .init(
        .jaaroverzichtUiterlijk, Besluit.jaaroverzichtUiterlijk, .heleJaar, .standaard,
        "002:160 zegt «jaarverslag», zonder dag"),
      .init(
        .drempel, Besluit.drempel, 5, .standaard, "002:160 zegt «niet naar personen herleidbaar», zonder getal"),
    ])
}
