import Governance
import Ledger
import Publication

/// What the public site shows of the inspectorate's demands: the list, a page for each, the data and what can be checked.
///
/// A function of what was read, so the same ledger gives the same bytes.
struct Inspectiepublicatie: Sendable {
  let register: Inspectieregister
  let settings: SiteSettings
  let sjablonen: Templates
  let gebeurtenissen: Happenings

  init(_ register: Inspectieregister, _ settings: SiteSettings) throws {
    self.register = register
    self.settings = settings
    sjablonen = try Templates(Self.bronnen + Layout.shared)
    gebeurtenissen = try Happenings(
      register.eisen.flatMap(\.gebeurtenissen), of: Inspectieadressen.woord, by: register.dag)
  }

  /// The subject as the site's writer takes it.
  func subject() throws -> PublishedSubject {
    let lijst = try lijstbladen()
    return PublishedSubject(
      slug: Inspectieadressen.woord, title: "Arbeidsinspectie",
      summary: "Wat de Nederlandse Arbeidsinspectie van \(settings.organisatie) eist, tot wanneer, en wat er gebeurt.",
      legalBase: Self.grondslag, responsible: settings.organisatie,
      pages: PageStream(reading: { _, naar in
        for blad in lijst { try naar(pagina(blad)) }
        for eis in register.eisen { try self.eis(eis, naar) }
        for eis in register.weggehaald { try naar(weggehaald(eis)) }
        try gebeurtenissen.pages(
          title: "Arbeidsinspectie: wat er is veranderd",
          summary: "Wat er gebeurde met de eisen van de Arbeidsinspectie en met de maatregelen.",
          introduction: "Dit is wat er gebeurde met de eisen en de maatregelen.", trail: kruimels(), to: naar)
      }),
      dataset: gegevens, changes: gebeurtenissen.changes, changesPath: Inspectieadressen.wijzigingen,
      checked: controleerbaar(lijst), policy: beleid, overview: try overzicht(), findable: vindbaar)
  }

  /// No law in what was laid down asks to publish a demand: it is a choice, and said to be one.
  static let grondslag =
    "Eigen keuze van de organisatie; een wettelijke plicht om een eis te publiceren is niet vastgelegd"

  /// A link from one page to another.
  func weg(_ van: String, _ naar: String) -> TemplateValue { .text(Address.relative(from: van, to: naar)) }

  /// The way from the start page to this subject, and further.
  func kruimels(_ verder: Page.Link...) -> [Page.Link] {
    [Page.Link("Start", "/"), Page.Link("Arbeidsinspectie", Inspectieadressen.lijst)] + verder
  }

  /// The same as data.
  var vormen: [Page.Alternate] { Page.Alternate.data(of: Inspectieadressen.woord, hasFeed: true) }

  private var vindbaar: [Findable] {
    [Findable(kind: "Onderwerpen", name: "Arbeidsinspectie", path: Inspectieadressen.lijst)]
      + register.eisen.map { eis in
        Findable(
          kind: "Eisen van de Arbeidsinspectie", name: eis.titel, context: eis.toestand.tekst,
          words: [eis.brief.kenmerk].compactMap(\.self), path: eis.adres)
      }
  }

  /// What stands at the address of a demand that was taken off.
  private func weggehaald(_ eis: WeggehaaldeEis) throws -> Page {
    let pad = Inspectieadressen.eis(eis.nummer)
    let values: TemplateValue = ["op": HTMLDate.value(eis.op), "lijst": weg(pad, Inspectieadressen.lijst)]
    return Page(
      path: pad, title: "Eis \(eis.nummer) (niet meer op de site)", summary: "Deze eis staat niet meer op de site.",
      trail: kruimels(), opening: try sjablonen.render("weggehaald-opening", values),
      html: try sjablonen.render("weggehaald", values), isListed: false, isGone: true)
  }

  private static let bronnen: [(name: String, bytes: [UInt8])] = [
    ("deel-boven", PackageResources.deel_boven_mustache), ("eis-boven", PackageResources.eis_boven_mustache),
    ("eis-opening", PackageResources.eis_opening_mustache),
    ("eisrij", PackageResources.eisrij_mustache), ("gevraagd", PackageResources.gevraagd_mustache),
    ("gevraagd-boven", PackageResources.gevraagd_boven_mustache),
    ("lijst-inleiding", PackageResources.lijst_inleiding_mustache),
    ("lijst-onder", PackageResources.lijst_onder_mustache), ("maatregel", PackageResources.maatregel_mustache),
    ("overzicht", PackageResources.overzicht_mustache), ("uiterlijk", PackageResources.uiterlijk_mustache),
    ("weggehaald", PackageResources.weggehaald_mustache),
    ("weggehaald-opening", PackageResources.weggehaald_opening_mustache),
  ]
}
