import Governance
import Ledger
import Publication

/// What the public site shows of rules: every page, the data, the changes and what can be checked.
///
/// A function of what was read and of the texts that were published, so the same ledger gives the same bytes.
struct Regelingenpublicatie: Sendable {
  let register: Regelingregister
  let settings: SiteSettings
  let sjablonen: Templates
  let gebeurtenissen: Happenings

  init(_ register: Regelingregister, _ settings: SiteSettings) throws {
    self.register = register
    self.settings = settings
    sjablonen = try Templates(Self.bronnen + Layout.shared)
    gebeurtenissen = try Happenings(
      register.regelingen.flatMap(\.gebeurtenissen), of: Regelingadressen.woord, by: register.dag)
  }

  /// The subject as the site's writer takes it.
  func subject() throws -> PublishedSubject {
    let lijst = try lijstbladen()
    let controleerbaar = controleerbaar(lijst)
    return PublishedSubject(
      slug: Regelingadressen.woord, title: "Regelingen",
      summary:
        "Welke regelingen van \(settings.organisatie) gelden, sinds wanneer, en wat de ondernemingsraad besloot.",
      legalBase: Self.grondslag, responsible: settings.organisatie,
      pages: PageStream(reading: { filter, naar in
        let teksten = Tekstlezer(filter: filter)
        try self.lijst(lijst, naar)
        try statussen(naar)
        for regeling in register.regelingen {
          try self.regeling(regeling, naar)
          for versie in regeling.versies {
            try self.versie(versie, van: regeling, naar)
            try tekst(versie, van: regeling, teksten, naar)
            try verschil(versie, van: regeling, teksten, naar)
            try weggehaald(versie, van: regeling, naar)
          }
        }
        try gebeurtenissen.pages(
          title: "Regelingen: wat er is veranderd",
          summary: "Wat er met de regelingen is gebeurd: vastgesteld, bekendgemaakt, in werking getreden, ingetrokken.",
          introduction: "Dit is wat er met de regelingen is gebeurd.", trail: kruimels(), to: naar)
      }),
      dataset: gegevens, changes: gebeurtenissen.changes, changesPath: Regelingadressen.wijzigingen,
      checked: controleerbaar,
      policy: beleid, overview: try overzicht(), findable: vindbaar, history: geschiedenis,
      files: FileStream(reading: { filter, naar in
        let teksten = Tekstlezer(filter: filter)
        for regeling in register.regelingen {
          for versie in regeling.versies {
            if let bestand = try bestand(versie, van: regeling, teksten) { try naar(bestand) }
          }
        }
      }))
  }

  /// No law in what was laid down asks for this register: it is a choice, and said to be one.
  static let grondslag = "Eigen keuze van de organisatie; een wettelijke plicht tot dit overzicht is niet vastgelegd"

  // MARK: Words that several pages use

  /// A link from one page to another.
  func weg(_ van: String, _ naar: String) -> TemplateValue { .text(Address.relative(from: van, to: naar)) }

  /// The way from the start page to this subject, and further.
  func kruimels(_ verder: Page.Link...) -> [Page.Link] {
    [Page.Link("Start", "/"), Page.Link("Regelingen", Regelingadressen.lijst)] + verder
  }

  /// The same as data.
  var vormen: [Page.Alternate] { Page.Alternate.data(of: Regelingadressen.woord, hasFeed: true) }

  /// Words with a day between them.
  func moment(_ voor: String, _ dag: ImpreciseDate? = nil, _ na: String? = nil) -> TemplateValue {
    ["voor": .text(voor), "datum": .optional(dag.map(HTMLDate.value)), "na": .optional(na)]
  }

  /// The title of a page about a rule: with its name, which no other has.
  func titel(_ regeling: OpenbareRegeling) -> String { "\(regeling.titel) (regeling \(regeling.kenmerk))" }

  static var bronnen: [(name: String, bytes: [UInt8])] {
    [
      ("alinea", PackageResources.alinea_mustache),
      ("keuze", PackageResources.keuze_mustache), ("lijst-inleiding", PackageResources.lijst_inleiding_mustache),
      ("lijst-onder", PackageResources.lijst_onder_mustache),
      ("onbekend", PackageResources.onbekend_mustache),
      ("onbekend-kader", PackageResources.onbekend_kader_mustache), ("overzicht", PackageResources.overzicht_mustache),
      ("regeling-boven", PackageResources.regeling_boven_mustache),
      ("regeling-opening", PackageResources.regeling_opening_mustache), ("rij", PackageResources.rij_mustache),
      ("stuk", PackageResources.stuk_mustache),
      ("tekst-onder", PackageResources.tekst_onder_mustache),
      ("tekst-opening", PackageResources.tekst_opening_mustache),
      ("tekst-weg", PackageResources.tekst_weg_mustache),
      ("tekst-weg-opening", PackageResources.tekst_weg_opening_mustache),
      ("verschil-onder", PackageResources.verschil_onder_mustache),
      ("verschil-opening", PackageResources.verschil_opening_mustache),
      ("verschilrij", PackageResources.verschilrij_mustache), ("versie", PackageResources.versie_mustache),
      ("versie-opening", PackageResources.versie_opening_mustache), ("versierij", PackageResources.versierij_mustache),
    ]
  }
}
