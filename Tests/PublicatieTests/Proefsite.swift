import Governance
import Ledger
import LedgerSQLite
import Organisatie
import Proefboek
import Publication

@testable import Publicatie

/// A ledger with a subject to publish.
struct Proefsite {
  static let roles: [Rol] = [.algemeenDirecteur, .griffier, .college, .ondernemingsraad, .beheerder]

  let boek: Proefboek
  let stroom: StreamID

  init() throws {
    boek = try Proefboek([OrganisatiePlugin(), PublicatiePlugin(), Proefonderwerp()], roles: Self.roles)
    stroom = boek.stream("Publicatie")
  }

  /// A draft of choices that are all in order, and what `change` makes of it.
  func ingesteld(op stream: StreamID? = nil, _ change: (inout EventDraft) -> Void = { _ in }) throws -> EventDraft {
    var draft = EventDraft(PublicatieIngesteld.self, stream: stream ?? stroom, effective: ImpreciseDate(boek.today))
    draft[PublicatieIngesteld.adres] = "https://register.gemeente.example"
    draft[PublicatieIngesteld.contact] = "register@gemeente.example"
    draft[PublicatieIngesteld.beveiligingscontact] = "https://gemeente.example/melden"
    draft[PublicatieIngesteld.zoekmachines] = .toestaan
    draft[PublicatieIngesteld.licentie] = "https://creativecommons.org/publicdomain/zero/1.0/"
    change(&draft)
    return draft
  }

  func stelIn(_ robots: SiteSettings.Robots = .toestaan, adres: String = "https://register.gemeente.example") throws {
    try boek.append(
      try ingesteld {
        $0[PublicatieIngesteld.zoekmachines] = robots
        $0[PublicatieIngesteld.adres] = adres
      }, als: .secretariaat)
  }

  /// The site about a day, with other plugins when a test says so.
  func site(
    _ day: String = Proefboek.founded, _ onderwerp: Proefonderwerp = Proefonderwerp(), huisstijl: HouseStyle? = nil
  ) throws
    -> Gemaakt
  {
    try boek.directory.read { stores in
      let book = boek.book(stores, [OrganisatiePlugin(), PublicatiePlugin(), onderwerp])
      var files: [SiteFile] = []
      let made = try SiteMaker(book: book).site(about: try CalendarDate(day), huisstijl) { files.append($0) }
      return Gemaakt(site: made.site, source: made.source, files: files)
    }
  }

  /// A site with its files.
  struct Gemaakt {
    let site: Site
    let source: SiteSource
    let files: [SiteFile]
  }

  /// Records that a site was published.
  func legVast(_ made: Gemaakt) throws {
    var draft = EventDraft(PublicatieUitgevoerd.self, stream: stroom, effective: ImpreciseDate(boek.today))
    draft[PublicatieUitgevoerd.manifest] = made.site.digest
    draft[PublicatieUitgevoerd.dag] = made.source.day
    draft[PublicatieUitgevoerd.omvang] = Int64(made.source.checkpoint.size)
    draft[PublicatieUitgevoerd.wortel] = made.source.checkpoint.root
    draft[PublicatieUitgevoerd.bestanden] = Int64(made.site.fileCount)
    draft[PublicatieUitgevoerd.huisstijl] = made.source.houseStyle?.digest
    draft[PublicatieUitgevoerd.scripts] = made.site.manifest.scripts
    try boek.append(draft, als: .secretariaat)
  }
}
