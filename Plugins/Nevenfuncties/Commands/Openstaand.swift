import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

/// Something that waits for someone.
struct OpenstaandItem {
  /// What kind of thing waits: a stable word for scripts.
  enum Soort: String, CaseIterable {
    case opgaveOntvangen
    case vragen
    case beslissen
    case hertoetsen
    case gevolgGeven
    case openbaarMaken
    case beeindigen
    case intrekken
    case bevestigen
  }

  let soort: Soort
  let wie: Text
  let handle: String
  let sinds: ImpreciseDate
  let position: UInt64

  var wat: Text {
    switch soort {
    case .opgaveOntvangen: Text(nl: "opgave nog niet ontvangen", en: "statement not received yet")
    case .vragen: Text(nl: "schriftelijk toestemming vragen", en: "ask for permission in writing")
    case .beslissen: Text(nl: "beslissen op de melding", en: "decide on the report")
    case .hertoetsen: Text(nl: "opnieuw toetsen: de functie wijzigde", en: "judge again: the function changed")
    case .gevolgGeven:
      Text(nl: "gevolg geven aan het besluit", en: "act on what was decided")
    case .openbaarMaken: Text(nl: "openbaar maken of achterwege laten", en: "publish or leave out")
    case .beeindigen:
      Text(nl: "niet toegestaan en niet beëindigd", en: "not allowed and not ended")
    case .intrekken: Text(nl: "van de lijst halen", en: "take off the list")
    case .bevestigen: Text(nl: "bevestiging is te laat", en: "confirmation is overdue")
    }
  }

  /// What waits on a day, in the order of the list: what waits on a report, and then on its holder.
  static func page(_ page: ListPage, op day: CalendarDate, _ reading: Reading) throws -> [OpenstaandItem] {
    guard let limit = page.limit else { return page.part(of: try first(nil, op: day, reading).items) }
    // What was decided can leave nothing to do, so a page may take more than it shows.
    var wanted = limit + page.offset
    while true {
      let found = try first(wanted, op: day, reading)
      if found.items.count >= limit + page.offset || found.isAll { return page.part(of: found.items) }
      wanted *= 2
    }
  }

  /// What the first of the list wait for, and whether these are all there are.
  private static func first(
    _ count: Int?, op day: CalendarDate, _ reading: Reading
  ) throws -> (items: [OpenstaandItem], isAll: Bool) {
    let views = reading.views
    guard let rules = try Regels.geldend(op: day, views) else { return ([], true) }
    let page = ListPage(limit: count)
    let reports = try views.subjects(Werkzaamheid.self, Wachten.allCases, on: day, page)
      .map { (key: $0.key, order: $0.order, soort: Soort($0.state)) }
    let holders = try views.subjects(Houder.self, [.opgaveOntvangen, .bevestigen], on: day, page)
      .compactMap { one in Soort(one.state).map { (key: one.key, order: one.order, soort: $0) } }
    let all = (reports + holders).sorted { $0.order < $1.order }
    let items = try (count.map { all.prefix($0) } ?? all[...]).compactMap { one in
      switch one.soort {
      case .opgaveOntvangen, .bevestigen:
        return try views.subject(Houder.self, one.key).flatMap { item($0, one.soort, op: day) }
      case .vragen, .beslissen, .hertoetsen, .gevolgGeven, .openbaarMaken, .beeindigen, .intrekken:
        return try views.subject(Werkzaamheid.self, one.key)
          .flatMap { try item($0, one.soort, rules, op: day, reading) }
      }
    }
    return (items, count.map { all.count < $0 } ?? true)
  }

  /// What one activity waits for; nil when for nothing.
  static func of(_ activity: Werkzaamheid, op day: CalendarDate, _ reading: Reading) throws -> OpenstaandItem? {
    guard let rules = try Regels.geldend(op: day, reading.views),
      let (state, _) = try Dossier.van(activity.persoon, reading.views)?.op(day).wacht(activity)
    else { return nil }
    return try item(activity, Soort(state), rules, op: day, reading)
  }

  private static func item(
    _ activity: Werkzaamheid, _ listed: Soort, _ rules: Regels, op day: CalendarDate, _ reading: Reading
  ) throws -> OpenstaandItem? {
    let views = reading.views
    let functie = activity.functie(op: day)
    guard let feiten = try Dossier.van(activity.persoon, views)?.op(day), let (_, fact) = feiten.wacht(activity) else {
      return nil
    }
    var soort = listed
    if soort == .gevolgGeven, let besluit = try Besluit(fact, reading.filter) {
      guard let gevolg = feiten.gevolg(activity, besluit) else { return nil }
      soort = Soort(gevolg)
    }
    if soort == .beslissen, rules.instellingen.voorafgaandeToestemming, activity.moetToestemmingVragen(op: day) {
      soort = .vragen
    }
    let designation = feiten.plek(activity.persoon, functie)?.aanwijzingen.last { $0.geldt(op: day) }
    let wie: Text =
      switch soort {
      case .beslissen, .hertoetsen:
        opsomming(designation?.beslissers(rules) ?? rules.instellingen.beslissers)
      case .vragen, .beeindigen: Text(nl: "de houder", en: "the holder")
      default: designation?.openbaarmaker(rules)?.text ?? Text(nl: "niemand aangewezen", en: "no one appointed")
      }
    return OpenstaandItem(
      soort: soort, wie: wie, handle: try Namen.handle(activity.stream, views) ?? "-", sinds: fact.effective,
      position: fact.position)
  }

  private static func item(_ houder: Houder, _ soort: Soort, op day: CalendarDate) -> OpenstaandItem? {
    let (feiten, plek) = (houder.feiten(op: day), houder.plek)
    guard let period = plek.bekleding(op: day, feiten.regels) else { return nil }
    let due = soort == .bevestigen ? houder.bevestigenUiterlijk(op: day) : nil
    return OpenstaandItem(
      soort: soort, wie: Text(nl: "de houder", en: "the holder"), handle: plek.functie.slug,
      sinds: due.map { ImpreciseDate($0) } ?? plek.sinds(period, op: day),
      position: due.flatMap { _ in feiten.bevestiging(plek)?.position } ?? period.position)
  }
}

extension OpenstaandItem.Soort {
  fileprivate init(_ state: Wachten) {
    self =
      switch state {
      case .beslissen: .beslissen
      case .hertoetsen: .hertoetsen
      case .gevolgGeven: .gevolgGeven
      case .intrekken: .intrekken
      }
  }

  fileprivate init(_ gevolg: Gevolg) {
    self =
      switch gevolg {
      case .openbaarMaken: .openbaarMaken
      case .beeindigen: .beeindigen
      case .intrekken: .intrekken
      }
  }

  fileprivate init?(_ state: Houder.State) {
    switch state {
    case .opLijst: return nil
    case .opgaveOntvangen: self = .opgaveOntvangen
    case .bevestigen: self = .bevestigen
    }
  }
}

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie openstaand`
  struct Openstaand: ProgramCommand {
    static let configuration = CommandConfiguration(
      "openstaand", nl: "Toon wat op wie wacht.", en: "Show what waits for whom.")
    @OptionGroup var pages: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let items = try pages.shown(
          OpenstaandItem.page(pages.page(shared), op: day, reading), shared, on: program.terminal)
        if shared.json {
          for item in items { program.terminal.outJSON(json(item).text) }
          return
        }
        guard !items.isEmpty else {
          program.terminal.note(Text(nl: "Er wacht niets.", en: "Nothing waits."))
          return
        }
        var table = Table([
          .init(Text(nl: "Waarover", en: "About"), overflow: .keep), .init(Text(nl: "Wat", en: "What")),
          .init(Text(nl: "Wacht op", en: "Waits for")), .init(Text(nl: "Sinds", en: "Since")),
        ])
        for item in items { table.row("\(item.handle)", "\(item.wat)", "\(item.wie)", "\(item.sinds.text)") }
        program.terminal.out(table)
      }
    }

    private func json(_ item: OpenstaandItem) -> JSON {
      [
        "handle": .string(item.handle), "wat": .string(item.soort.rawValue), "wie": .string(item.wie.nl),
        "sinds": item.sinds.json, "position": .int(Int64(item.position)),
      ]
    }
  }
}
