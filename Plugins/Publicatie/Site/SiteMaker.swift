import Governance
import Ledger
import Publication

/// Makes the site of a ledger, as anyone without a key may see it.
struct SiteMaker {
  let book: Grootboek

  /// Makes the site about a day.
  /// - Parameter write: Where its files go, one after the other.
  /// - Throws: `Failure` when publishing was not set up, or when what a plugin brings makes no sound site.
  func site(
    about day: CalendarDate, _ houseStyle: HouseStyle? = nil, to write: (SiteFile) throws -> Void
  ) throws -> (site: Site, source: SiteSource) {
    try book.read(as: .outside) { reading in
      let source = try source(about: day, houseStyle, reading)
      let controle = try Controle(
        settings: source.settings, subjects: source.subjects, log: book.stores.log, catalog: book.catalog,
        filter: reading.filter, registry: reading.registry, checkpoint: source.note)
      return (try Site(source, controle: controle, to: write), source)
    }
  }

  private func source(about day: CalendarDate, _ houseStyle: HouseStyle?, _ reading: Reading) throws -> SiteSource {
    guard let chosen = try Publicaties.instelling(reading.views), let since = try Publicaties.sinds(reading.views),
      let founding = reading.registry.founding
    else { throw PublicatieRules.notSetUp }
    let settings = chosen.settings(organisatie: founding.organisatie, origin: book.origin)
    let (checkpoint, note) = try checkpoint(at: try shownSize())
    let publications = try publications(upTo: checkpoint.size, about: day, reading.views)
    let request = PublicationRequest(
      views: reading.views, filter: reading.filter, settings: settings, day: day, publications: publications,
      firstOfYear: try firstOfYear(upTo: checkpoint.size, reading.views))
    let subjects = try book.catalog.plugins.compactMap { plugin in
      try (plugin as? any PublishingPlugin)?.publish(request)
    }
    return SiteSource(
      settings: settings, day: day, checkpoint: checkpoint, note: note, newest: try newest(checkpoint, reading),
      since: since, subjects: subjects, houseStyle: houseStyle, publications: publications)
  }

  /// The times that the site was written before, about the day of writing: what was made of an earlier day stands elsewhere.
  private func publications(
    upTo size: UInt64, about day: CalendarDate, _ views: ViewReader
  ) throws -> [EarlierPublication] {
    try Publicaties.uitvoeringen(views).reversed().compactMap { one in
      let on = one.vastgelegd.date
      guard one.position < size, one.dag >= on, on <= day else { return nil }
      return EarlierPublication(publishedOn: on, day: one.dag, size: UInt64(clamping: one.omvang))
    }
  }

  /// How much of the log was shown when a site about each year was first written, of whichever day in it and whenever.
  private func firstOfYear(upTo size: UInt64, _ views: ViewReader) throws -> [Int: UInt64] {
    try Publicaties.uitvoeringen(views).filter { $0.position < size }
      .reduce(into: [:]) { $0[$1.dag.year] = UInt64(clamping: $1.omvang) }
  }

  /// How much of the log the site shows: all of it but the publications at its end.
  ///
  /// A publication is itself an event. Were it shown, publishing twice would never give the same site; and what comes
  /// before the last one that tells of something else is the same log for every other view.
  func shownSize() throws -> UInt64 {
    let size = try book.stores.log.size()
    guard size > 0, let entry = try book.stores.log.entry(at: size - 1) else { return size }
    let last = try book.catalog.decode(entry)
    guard last.is(PublicatieUitgevoerd.self), let shown = last[PublicatieUitgevoerd.omvang] else { return size }
    return UInt64(shown)
  }

  /// The checkpoint of a size, which was signed when the event before it was appended.
  private func checkpoint(at size: UInt64) throws -> (Checkpoint, String) {
    let head = try book.signedHead(over: size)
    return (head.checkpoint, head.note)
  }

  private func newest(_ checkpoint: Checkpoint, _ reading: Reading) throws -> Instant {
    try reading.recordedAt(checkpoint.size - 1) ?? Instant(secondsSince1970: 0)
  }
}
