import Publication

extension Publicatie {
  static var bronnen: [(name: String, bytes: [UInt8])] {
    [
      ("alles", PackageResources.alles_mustache),
      ("alles-rij", PackageResources.alles_rij_mustache),
      ("beeindigd-boven", PackageResources.beeindigd_boven_mustache),
      ("bevestiging", PackageResources.bevestiging_mustache),
      ("einde", PackageResources.einde_mustache),
      ("functie-opening", PackageResources.functie_opening_mustache),
      ("functie-rail", PackageResources.functie_rail_mustache),
      ("functieregel", PackageResources.functieregel_mustache),
      ("functies", PackageResources.functies_mustache),
      ("functies-tabel", PackageResources.functies_tabel_mustache),
      ("gemerkt", PackageResources.gemerkt_mustache),
      ("houder", PackageResources.houder_mustache),
      ("jaar-boven", PackageResources.jaar_boven_mustache),
      ("jaar-onder", PackageResources.jaar_onder_mustache),
      ("jaar-opening", PackageResources.jaar_opening_mustache),
      ("jaarregel", PackageResources.jaarregel_mustache),
      ("kaart-boven", PackageResources.kaart_boven_mustache),
      ("kaart-rij", PackageResources.kaart_rij_mustache),
      ("kaart-tabel", PackageResources.kaart_tabel_mustache),
      ("kaart-zin", PackageResources.kaart_zin_mustache),
      ("kalender", PackageResources.kalender_mustache),
      ("keuze", PackageResources.keuze_mustache),
      ("lijst-onder", PackageResources.lijst_onder_mustache),
      ("lijst-opening", PackageResources.lijst_opening_mustache),
      ("lijst-rail", PackageResources.lijst_rail_mustache),
      ("maand", PackageResources.maand_mustache),
      ("nieuws", PackageResources.nieuws_mustache),
      ("opgave", PackageResources.opgave_mustache),
      ("opgave-onder", PackageResources.opgave_onder_mustache),
      ("opgave-velden", PackageResources.opgave_velden_mustache),
      ("opgave-versie", PackageResources.opgave_versie_mustache),
      ("organisatie", PackageResources.organisatie_mustache),
      ("organisatie-opgave", PackageResources.organisatie_opgave_mustache),
      ("organisaties", PackageResources.organisaties_mustache),
      ("organisaties-opening", PackageResources.organisaties_opening_mustache),
      ("overzicht-boven", PackageResources.overzicht_boven_mustache),
      ("overzicht-onder", PackageResources.overzicht_onder_mustache),
      ("overzicht-rij", PackageResources.overzicht_rij_mustache),
      ("periode", PackageResources.periode_mustache),
      ("rij", PackageResources.rij_mustache),
      ("standen", PackageResources.standen_mustache),
      ("standen-opening", PackageResources.standen_opening_mustache),
      ("status-opening", PackageResources.status_opening_mustache),
      ("tabel-boven", PackageResources.tabel_boven_mustache),
      ("tabel-onder", PackageResources.tabel_onder_mustache),
      ("toestand", PackageResources.toestand_mustache),
      ("uitleg", PackageResources.uitleg_mustache),
      ("velden", PackageResources.velden_mustache),
      ("verandering", PackageResources.verandering_mustache),
      ("verschil", PackageResources.verschil_mustache),
      ("versie", PackageResources.versie_mustache),
      ("versie-opening", PackageResources.versie_opening_mustache),
      ("vervallen", PackageResources.vervallen_mustache),
      ("vervallen-opening", PackageResources.vervallen_opening_mustache),
      ("waarde", PackageResources.waarde_mustache),
      ("wijzigingen", PackageResources.wijzigingen_mustache),
      ("wijzigingen-onder", PackageResources.wijzigingen_onder_mustache),
      ("wijzigingen-opening", PackageResources.wijzigingen_opening_mustache),
      ("zin", PackageResources.zin_mustache),
    ]
  }

  /// A page from a template, with the explanation of erased values when it has any.
  func html(_ template: String, _ values: TemplateValue) throws -> String {
    try metUitleg(sjablonen.render(template, values))
  }

  /// An erased value reads as erased, and the page says what that means.
  func metUitleg(_ html: String) throws -> String {
    html.contains("class=\"vernietigd\"") ? html + (try sjablonen.render("uitleg", [:])) : html
  }

  /// A link from one page to another.
  func weg(_ van: String, _ naar: String) -> TemplateValue { .text(Address.relative(from: van, to: naar)) }

  /// The way from the start page to this subject, and further.
  func kruimels(_ verder: Page.Link...) -> [Page.Link] {
    [Page.Link("Start", "/"), Page.Link("Nevenfuncties", Adressen.lijst)] + verder
  }

  /// The register as data.
  var vormen: [Page.Alternate] { Page.Alternate.data(of: Adressen.woord, hasFeed: true) }
}
