import Governance
import Ledger
import LedgerCrypto
import Publication

/// What was chosen for the site, and every time that it was written.
enum Publicaties {
  /// What was chosen last; nil before anything was. Choices are few: they are read all.
  static func instelling(_ views: ViewReader) throws -> Instelling? {
    try views.facts(of: PublicatieIngesteld.self).max { $0.position < $1.position }.flatMap { Instelling($0) }
  }

  /// The day from which publishing was first set up.
  static func sinds(_ views: ViewReader) throws -> CalendarDate? {
    try views.facts(of: PublicatieIngesteld.self).min { $0.position < $1.position }?.effective.exact
  }

  /// Every time the site was written, the latest first.
  static func uitvoeringen(_ views: ViewReader, _ page: ListPage = .all) throws -> [Uitvoering] {
    guard let stream = try instelling(views)?.stroom else { return [] }
    return try views.latest(of: PublicatieUitgevoerd.self, in: stream, page).compactMap { Uitvoering($0) }
  }

  /// The last time the site was written.
  static func laatste(_ views: ViewReader) throws -> Uitvoering? {
    try uitvoeringen(views, ListPage(limit: 1)).first
  }

  /// The last time that the site was written about the day of writing; what was made of an earlier day stands elsewhere.
  static func huidige(_ views: ViewReader) throws -> Uitvoering? {
    var page = ListPage(limit: 20)
    while true {
      let some = try uitvoeringen(views, page)
      if let present = some.first(where: { $0.dag >= $0.vastgelegd.date }) { return present }
      if some.count < 20 { return nil }
      page = ListPage(offset: page.offset + 20, limit: 20)
    }
  }

  /// Whether all events from one position up to another tell of publications.
  static func areAll(from first: UInt64, upTo end: UInt64, _ views: ViewReader) throws -> Bool {
    var position = end
    while position > first {
      position -= 1
      guard try views.fact(at: position)?.is(PublicatieUitgevoerd.self) == true else { return false }
    }
    return true
  }
}

/// What the organisation chose for its site.
struct Instelling: Sendable, Hashable {
  let position: UInt64
  let stroom: StreamID
  let op: ImpreciseDate
  let adres: String
  let contact: String
  let beveiligingscontact: String
  let zoekmachines: SiteSettings.Robots
  let licentie: String

  init?(_ fact: Fact) {
    guard let adres = fact[PublicatieIngesteld.adres], let contact = fact[PublicatieIngesteld.contact],
      let beveiligingscontact = fact[PublicatieIngesteld.beveiligingscontact],
      let zoekmachines = fact[PublicatieIngesteld.zoekmachines], let licentie = fact[PublicatieIngesteld.licentie]
    else { return nil }
    position = fact.position
    stroom = fact.stream
    op = fact.effective
    self.adres = adres
    self.contact = contact
    self.beveiligingscontact = beveiligingscontact
    self.zoekmachines = zoekmachines
    self.licentie = licentie
  }

  /// The choices as the site needs them.
  func settings(organisatie: String, origin: String) -> SiteSettings {
    SiteSettings(
      organisatie: organisatie, origin: origin, address: adres, contact: contact, securityContact: beveiligingscontact,
      robots: zoekmachines, licence: licentie)
  }
}

/// One time that the site was written.
struct Uitvoering: Sendable, Hashable {
  let position: UInt64
  let vastgelegd: Instant
  let dag: CalendarDate
  let manifest: Digest
  let omvang: Int64
  let wortel: Digest
  let bestanden: Int64
  /// The SHA-256 of the organisation's own style; nil when the site had none.
  let huisstijl: Digest?
  /// The SHA-256 of the manifest's lines about the scripts of the check; nil in events from before there was one.
  let scripts: Digest?

  /// Whether it tells of a site of these bytes.
  func isOf(_ site: Site, _ source: SiteSource) -> Bool {
    manifest == site.digest && dag == source.day && omvang == Int64(clamping: source.checkpoint.size)
      && huisstijl == source.houseStyle?.digest && scripts == site.manifest.scripts
  }

  init?(_ fact: Fact) {
    guard let dag = fact[PublicatieUitgevoerd.dag], let manifest = fact[PublicatieUitgevoerd.manifest],
      let omvang = fact[PublicatieUitgevoerd.omvang], let wortel = fact[PublicatieUitgevoerd.wortel],
      let bestanden = fact[PublicatieUitgevoerd.bestanden]
    else { return nil }
    position = fact.position
    vastgelegd = fact.recordedAt
    self.dag = dag
    self.manifest = manifest
    self.omvang = omvang
    self.wortel = wortel
    self.bestanden = bestanden
    huisstijl = fact[PublicatieUitgevoerd.huisstijl]
    scripts = fact[PublicatieUitgevoerd.scripts]
  }
}
