import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Publication

/// `waarborg publiceer`: writes the public site and records that it was.
struct PubliceerCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    "publiceer", nl: "Schrijf de openbare site in een map en leg dat vast.",
    en: "Write the public site to a directory and record that it was.",
    discussion: Text(
      nl: """
        De map is nieuw, leeg, of een site die waarborg er eerder schreef en die sindsdien niet is veranderd; die wordt in \
        één stap vervangen. Een huisstijl geldt ook voor de volgende keren, tot u een andere geeft. Met --op DAG gaat de site over een eerdere dag. Hetzelfde grootboek en dezelfde dag geven \
        dezelfde bytes. Voorbeeld: waarborg publiceer /srv/www/register --als secretariaat
        """,
      en: """
        The directory is new, empty, or a site that waarborg wrote there before and that was not changed since; it is \
        replaced in one step. A house style holds the next times as well, until you give another. With --op DAY the site is about an earlier day. The same ledger and day give the same \
        bytes. Example: waarborg publiceer /srv/www/register --als secretariaat
        """))
  @Argument(help: Language.help(nl: "De map van de site.", en: "The site's directory.", "map")) var map: String
  @Option(
    help: Language.help(
      nl: "De eigen huisstijl: een CSS-bestand dat alleen eigenschappen als --kleur-accent instelt, of geen.",
      en: "The house style: a CSS file that sets only properties such as --kleur-accent, or geen (none).",
      "bestand|geen"))
  var huisstijl: String?
  @OptionGroup var options: AppendingOptions
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    var made: Made?
    var prepared: SiteReplacement?
    var asked: Text?
    do {
      try program.append(options) { context in
        let day = try options.day(context.book.today)
        let folder = try SiteFolder(at: map, for: context.book.origin)
        try refuseInsideLedger(folder.url, try program.directory(shared).url)
        let newer = try newer(in: folder, than: day, context)
        if let newer, newer != asked, !options.dryRun {
          // Asked before anything is made: making takes long.
          asked = newer
          return Proposal(question: newer)
        }
        let style = try Huisstijlkeuze(huisstijl).style(folder, context.reading.views)
        let replacement = SiteReplacement(folder)
        let (site, source) = try program.terminal.withProgress(Text(nl: "Site schrijven", en: "Writing the site")) {
          bar in try make(about: day, style, context, replacement, bar)
        }
        prepared = replacement
        var proposal = Proposal(
          try draft(site, source, context), question: newer,
          work: OutsideWork(carryOut: replacement.carryOut, undo: replacement.undo, finish: replacement.finish))
        proposal.about = about(site, source)
        if options.dryRun, let newer { proposal.warnings.append(newer) }
        let last = try Publicaties.laatste(context.reading.views).flatMap { $0.isOf(site, source) ? $0 : nil }
        made = Made(site: site, source: source, folder: folder, same: last?.position)
        if let last {
          proposal.alreadyRecorded = unchanged(since: last, folder, site)
          if folder.manifest == site.manifest {
            replacement.discard()
            proposal.work = nil
          }
        }
        return proposal
      }
    } catch {
      // What a rule refuses leaves nothing beside the old site.
      prepared?.discard()
      throw error
    }
    if let made { report(made, program.terminal) }
  }

  /// Makes the site beside the folder; a dry run makes and checks it and writes nothing.
  private func make(
    about day: CalendarDate, _ style: HouseStyle?, _ context: AppendContext, _ replacement: SiteReplacement,
    _ bar: ProgressBar
  ) throws -> (site: Site, source: SiteSource) {
    let maker = SiteMaker(book: context.book)
    var count = 0
    if options.dryRun {
      return try maker.site(about: day, style) { _ in
        count += 1
        bar.update(count, 0)
      }
    }
    return try replacement.prepare { write in
      try maker.site(about: day, style) { file in
        count += 1
        bar.update(count, 0)
        try write(file)
      }
    }
  }

  private struct Made {
    let site: Site
    let source: SiteSource
    let folder: SiteFolder
    /// The event that told of the same site before; nil when this is another.
    let same: UInt64?
  }

  /// That the folder holds a site of a later day or of more events, and what happens to it; nil when it does not.
  private func newer(in folder: SiteFolder, than day: CalendarDate, _ context: AppendContext) throws -> Text? {
    let size = try SiteMaker(book: context.book).shownSize()
    guard let there = folder.marker, there.day > day || there.size > size else { return nil }
    let path = folder.url.path.safe()
    return Text(
      nl: "In \(path) staat de site over \(there.day.text.nl), van \(there.size) gebeurtenissen. Een oudere, over "
        + "\(day.text.nl) en van \(size) gebeurtenissen, komt ervoor in de plaats, en adressen die bezoekers kennen "
        + "vervallen; in een andere map blijft zij staan. Vervangen?",
      en: "In \(path) stands the site about \(there.day.text.en), of \(there.size) events. An older one, about "
        + "\(day.text.en) and of \(size) events, takes its place, and addresses that visitors know are gone; in another "
        + "directory it stays. Replace it?")
  }

  /// What is said instead of recording once more that the same site was written.
  private func unchanged(since last: Uitvoering, _ folder: SiteFolder, _ site: Site) -> Text {
    let isThere = folder.manifest == site.manifest
    return Text(
      nl: "Niets veranderd sinds nummer \(last.position): "
        + (isThere
          ? "de site staat er al zo, en er is niets vastgelegd."
          : "dezelfde site, dus er is niets nieuws vastgelegd."),
      en: "Nothing changed since number \(last.position): "
        + (isThere
          ? "the site stands there like this, and nothing was recorded."
          : "the same site, so nothing new was recorded."))
  }

  private func draft(_ site: Site, _ source: SiteSource, _ context: AppendContext) throws -> EventDraft {
    guard let stream = try Publicaties.instelling(context.reading.views)?.stroom else {
      throw PublicatieRules.notSetUp
    }
    var draft = EventDraft(PublicatieUitgevoerd.self, stream: stream, effective: ImpreciseDate(context.book.today))
    draft[PublicatieUitgevoerd.manifest] = site.digest
    draft[PublicatieUitgevoerd.dag] = source.day
    draft[PublicatieUitgevoerd.omvang] = Int64(source.checkpoint.size)
    draft[PublicatieUitgevoerd.wortel] = source.checkpoint.root
    draft[PublicatieUitgevoerd.bestanden] = Int64(site.fileCount)
    draft[PublicatieUitgevoerd.huisstijl] = source.houseStyle?.digest
    draft[PublicatieUitgevoerd.scripts] = site.manifest.scripts
    return draft
  }

  /// What is signed for: from which events the site was made, and what it came to.
  private func about(_ site: Site, _ source: SiteSource) -> Text {
    let (pages, size) = (site.pageCount, source.checkpoint.size)
    let digest = site.digest.hex
    return Text(
      nl:
        "Over: de site over \(source.day.text.nl) uit de eerste \(size) gebeurtenissen, \(pages) pagina's, sha256 \(digest)",
      en: "About: the site about \(source.day.text.en) from the first \(size) events, \(pages) pages, sha256 \(digest)")
  }

  private func refuseInsideLedger(_ site: URL, _ ledger: URL) throws {
    let (site, ledger) = (site.resolvingSymlinksInPath().path + "/", ledger.resolvingSymlinksInPath().path + "/")
    guard site.hasPrefix(ledger) || ledger.hasPrefix(site) else { return }
    throw Failure(
      .badInput,
      Text(
        nl: "\(map) ligt in de map van het grootboek; wat openbaar is, hoort daar niet",
        en: "\(map) lies in the ledger's directory; what is public does not belong there"),
      remedy: Text(nl: "kies een map daarbuiten", en: "choose a directory outside it"))
  }

  private func report(_ made: Made, _ terminal: Terminal) {
    let change = made.site.manifest.difference(from: made.folder.manifest)
    if shared.json {
      terminal.outJSON(
        JSON.object([
          .init("message_type", "site"), .init("map", .string(made.folder.url.path)),
          .init("dag", made.source.day.json),
          .init("actueel", .bool(made.source.isPresent)), .init("paginas", .int(Int64(made.site.pageCount))),
          .init("bestanden", .int(Int64(made.site.fileCount))), .init("nieuw", .int(Int64(change.added))),
          .init("gewijzigd", .int(Int64(change.changed))), .init("vervallen", .int(Int64(change.removed))),
          .init("manifest", made.site.digest.json), .init("scripts", made.site.manifest.scripts.json),
          .init("eerder_vastgelegd", made.same.map { .int(Int64(clamping: $0)) } ?? .null),
          .init("dry_run", .bool(options.dryRun)),
        ]).text)
      return
    }
    let (pages, files) = (made.site.pageCount, made.site.fileCount)
    let would = options.dryRun
    terminal.note(
      Text(
        nl:
          "De site over \(made.source.day.text.nl) \(would ? "zou" : "telt") \(pages) pagina's en \(files) bestanden\(would ? " tellen" : ""), in \(made.folder.url.path)",
        en:
          "The site about \(made.source.day.text.en) \(would ? "would have" : "has") \(pages) pages and \(files) files, in \(made.folder.url.path)"
      ))
    terminal.note(
      made.folder.manifest == nil
        ? Text(nl: "Er stond nog geen site.", en: "There was no site yet.")
        : Text(
          nl: "Sinds de vorige: \(change.added) nieuw, \(change.changed) gewijzigd, \(change.removed) vervallen.",
          en: "Since the one before: \(change.added) new, \(change.changed) changed, \(change.removed) gone."))
    warn(made.source, terminal)
  }

  private func warn(_ source: SiteSource, _ terminal: Terminal) {
    if source.subjects.isEmpty {
      terminal.warn(
        Text(
          nl: "er is nog niets om te publiceren; de site heeft alleen haar algemene pagina's",
          en: "there is nothing to publish yet; the site has its general pages only"))
    }
    if !source.isPresent {
      terminal.warn(
        Text(
          nl: "dit is niet de huidige stand; de pagina's zeggen dat, en zoekmachines mogen ze niet opnemen",
          en: "this is not the present state; the pages say so, and search engines may not list them"))
    }
    if !source.settings.base.isEmpty {
      terminal.warn(
        Text(
          nl: "robots.txt en .well-known/security.txt werken alleen als ze ook op \(source.settings.host)/ staan",
          en: "robots.txt and .well-known/security.txt only work when they stand on \(source.settings.host)/ as well"))
    }
  }
}
