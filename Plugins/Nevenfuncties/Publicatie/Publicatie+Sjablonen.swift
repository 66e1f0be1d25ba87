import Publication

extension Publicatie {
  static var bronnen: [(name: String, bytes: [UInt8])] {
    [
      ("beeindigd-boven", PackageResources.beeindigd_boven_mustache),
      ("bevestiging", PackageResources.bevestiging_mustache),
      ("einde", PackageResources.einde_mustache),
      ("functie-boven", PackageResources.functie_boven_mustache),
      ("functie-onder", PackageResources.functie_onder_mustache),
      ("functieregel", PackageResources.functieregel_mustache),
      ("functies", PackageResources.functies_mustache),
      ("gemerkt", PackageResources.gemerkt_mustache),
      ("houder", PackageResources.houder_mustache),
      ("jaar-boven", PackageResources.jaar_boven_mustache),
      ("jaar-onder", PackageResources.jaar_onder_mustache),
      ("jaarregel", PackageResources.jaarregel_mustache),
      ("kaart-boven", PackageResources.kaart_boven_mustache),
      ("kaart-onder", PackageResources.kaart_onder_mustache),
      ("kaart-opgave", PackageResources.kaart_opgave_mustache),
      ("kaart-zin", PackageResources.kaart_zin_mustache),
      ("lijst-boven", PackageResources.lijst_boven_mustache),
      ("lijst-onder", PackageResources.lijst_onder_mustache),
      ("maand", PackageResources.maand_mustache),
      ("maandregel", PackageResources.maandregel_mustache),
      ("opgave", PackageResources.opgave_mustache),
      ("opgave-onder", PackageResources.opgave_onder_mustache),
      ("opgave-versie", PackageResources.opgave_versie_mustache),
      ("organisatie", PackageResources.organisatie_mustache),
      ("organisatie-opgave", PackageResources.organisatie_opgave_mustache),
      ("organisaties", PackageResources.organisaties_mustache),
      ("periode", PackageResources.periode_mustache),
      ("rij", PackageResources.rij_mustache),
      ("standen", PackageResources.standen_mustache),
      ("status-boven", PackageResources.status_boven_mustache),
      ("tabel-boven", PackageResources.tabel_boven_mustache),
      ("tabel-onder", PackageResources.tabel_onder_mustache),
      ("uitleg", PackageResources.uitleg_mustache),
      ("velden", PackageResources.velden_mustache),
      ("verandering", PackageResources.verandering_mustache),
      ("versie", PackageResources.versie_mustache),
      ("vervallen", PackageResources.vervallen_mustache),
      ("waarde", PackageResources.waarde_mustache),
      ("wijzigingen", PackageResources.wijzigingen_mustache),
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
  var vormen: [Page.Alternate] {
    [
      Page.Alternate("application/json", "JSON", Adressen.json),
      Page.Alternate("text/csv", "CSV", Adressen.csv),
      Page.Alternate("application/atom+xml", "Atom-feed van wijzigingen", Adressen.feed),
    ]
  }
}
