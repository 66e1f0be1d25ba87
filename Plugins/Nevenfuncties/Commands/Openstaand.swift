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
    case beslissen
    case hertoetsen
    case openbaarMaken
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
    case .beslissen: Text(nl: "beslissen op de melding", en: "decide on the report")
    case .hertoetsen: Text(nl: "opnieuw toetsen: de functie wijzigde", en: "judge again: the function changed")
    case .openbaarMaken: Text(nl: "openbaar maken of achterwege laten", en: "publish or leave out")
    case .intrekken: Text(nl: "van de lijst halen", en: "take off the list")
    case .bevestigen: Text(nl: "bevestiging is te laat", en: "confirmation is overdue")
    }
  }

  /// Everything that waits on a day, in the order of the list.
  static func all(_ reader: Registerlezer, op day: CalendarDate, _ views: ViewReader) throws -> [OpenstaandItem] {
    guard let rules = reader.feiten.regels.geldend(op: day) else { return [] }
    return try reader.feiten.plekken.flatMap { plek -> [OpenstaandItem] in
      let reports = try reader.feiten.werkzaamheden(plek, op: day).flatMap { activity in
        try of(activity, plek, rules, reader, op: day, views)
      }
      guard let card = try reader.kaart(plek, op: day), let period = plek.bekleding(op: day, reader.feiten.regels)
      else {
        return reports
      }
      var items = reports
      let holder = Text(nl: "de houder", en: "the holder")
      if case .nogNietOntvangen(let since) = card.stand {
        items.append(
          OpenstaandItem(
            soort: .opgaveOntvangen, wie: holder, handle: plek.functie.slug, sinds: since, position: period.position))
      }
      if card.isBevestigingTeLaat, let due = card.bevestigenUiterlijk {
        items.append(
          OpenstaandItem(
            soort: .bevestigen, wie: holder, handle: plek.functie.slug, sinds: ImpreciseDate(due),
            position: reader.feiten.bevestigingen(plek, op: day).last?.position ?? period.position))
      }
      return items
    }
  }

  private static func of(
    _ activity: Werkzaamheid, _ plek: Plek, _ rules: Regels, _ reader: Registerlezer, op day: CalendarDate,
    _ views: ViewReader
  ) throws -> [OpenstaandItem] {
    guard let stand = activity.stand(op: day) else { return [] }
    let handle = reader.feiten.handles[activity.stream] ?? "-"
    let designation = plek.aanwijzingen.last { $0.geldt(op: day) }
    let deciders = rules.instellingen.beslissers.filter { $0 != designation?.houderRol }
    let publisher = designation?.openbaarmaker(rules)?.text ?? Text(nl: "niemand aangewezen", en: "no one appointed")
    let living = (reader.feiten.opgavenVan[activity.stream] ?? []).first { $0.leeft(op: day) }
    func item(_ soort: Soort, _ wie: Text, _ fact: Fact?) -> [OpenstaandItem] {
      let fact = fact ?? activity.gemeld
      return [OpenstaandItem(soort: soort, wie: wie, handle: handle, sinds: fact.effective, position: fact.position)]
    }
    // What was published beside the function of before a change stays there until it is withdrawn.
    if let living, let place = reader.feiten.plaats(living), place.plek.kaart != plek.kaart {
      return item(.intrekken, publisher, living.versies(op: day).last)
    }
    switch stand {
    case .inBeoordeling(let since):
      return item(.beslissen, opsomming(deciders), activity.feiten.first { $0.position == since })
    case .hertoetsing(let since):
      return item(.hertoetsen, opsomming(deciders), activity.feiten.first { $0.position == since })
    case .beeindigd: return living == nil ? [] : item(.intrekken, publisher, activity.einde(op: day))
    case .geweigerd: return living == nil ? [] : item(.intrekken, publisher, activity.besluit(op: day))
    case .toegestaan, .onderVoorwaarden, .nietCombineren:
      let withheld = activity.achterwege(op: day) != nil
      let touches = activity.besluit(op: day)?[Besluit.kanRaken] != false || rules.instellingen.grens == .alle
      return living != nil || withheld || !touches || plek.bekleding(op: day, reader.feiten.regels) == nil
        ? [] : item(.openbaarMaken, publisher, activity.besluit(op: day))
    }
  }
}

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie openstaand`
  struct Openstaand: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "openstaand",
      abstract: Language.ofProcess.choose(nl: "Toon wat op wie wacht.", en: "Show what waits for whom."))
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let items =
          try Registerlezer(op: day, reading.views).map {
            try OpenstaandItem.all($0, op: day, reading.views)
          } ?? []
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
