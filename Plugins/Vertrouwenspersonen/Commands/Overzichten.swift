import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon regels`
  struct Regels: OverzichtCommand {
    static let configuration = CommandConfiguration(
      "regels", nl: "Toon elk punt van de regels: wat geldt, en waar dat vandaan komt.",
      en: "Show each point of the rules: what holds, and where that comes from.",
      discussion: Text(
        nl:
          "--json schrijft één object per punt met: id, vraag, keuze, gekozen, herkomst, op, position, waarom, bron, gevolg.",
        en:
          "--json writes one object a point with: id, vraag, keuze, gekozen, herkomst, op, position, waarom, bron, gevolg."
      ))
    @OptionGroup var options: ReadingOptions

    func rijen(on day: CalendarDate, _ reading: Reading) throws -> [Punt] {
      try Vertrouwenspersonenregels(on: day, reading.views).punten
    }

    func toon(_ points: [Punt], on day: CalendarDate, _ program: Program, _ reading: Reading) throws {
      try kop(on: day, program, reading)
      for (index, point) in points.enumerated() {
        if index > 0 { program.terminal.out("") }
        var list = KeyValueList()
        list.add(Text(point.id), "\(point.vraag, .emphasis)")
        list.add(Text(nl: "Antwoord", en: "Answer"), "\(point.antwoord)")
        list.add(Text(nl: "Herkomst", en: "Origin"), "\(point.oorsprong)")
        list.add(Text(nl: "Gevolg", en: "Effect"), "\(point.gevolg)")
        program.terminal.out(list)
      }
    }

    /// What the rules are called, or that there are none.
    private func kop(on day: CalendarDate, _ program: Program, _ reading: Reading) throws {
      let regels = try Vertrouwenspersonenregels(on: day, reading.views)
      guard regels.zijnVastgelegd else {
        let command = "waarborg vertrouwenspersoon stel-regels-vast --model MODEL (\(Regelmodel.woorden))"
        program.terminal.note(
          StyledText(
            Text(
              nl: "Op \(day.text.nl) zijn er geen regels vastgelegd: er wordt niets gevraagd. Leg ze vast: \(command)",
              en: "On \(day.text.en) no rules are laid down: nothing is asked. Lay them down: \(command)"), .warning))
        return
      }
      typealias Besluit = VertrouwenspersonenregelsVastgesteld
      var list = KeyValueList()
      list.add(
        Text(nl: "Regels", en: "Rules"),
        regels.besluiten.last { $0[Besluit.titel] != nil }?[Besluit.titel].map { "\($0, .emphasis)" })
      list.add(
        Text(nl: "Regeling", en: "Regulation"),
        try regels.besluiten.last { $0[Besluit.regeling] != nil }?[Besluit.regeling].map {
          "\(try reading.handle(of: $0, versie: nil, program.catalog))"
        })
      program.terminal.out(list)
      program.terminal.out("")
    }

    func json(_ point: Punt, on day: CalendarDate, _ reading: Reading) -> JSON {
      [
        "id": .string(point.id), "vraag": .string(point.vraag.nl), "keuze": .string(point.keuze),
        "gekozen": .bool(point.besluit != nil), "herkomst": point.herkomst?.soort.json ?? .null,
        "op": point.besluit?.effective.json ?? .null,
        "position": point.besluit.map { .int(Int64($0.position)) } ?? .null, "waarom": .string(point.waarom.nl),
        "bron": point.bron.map { .string($0) } ?? .null, "gevolg": .string(point.gevolg.nl),
      ]
    }
  }

  /// `waarborg vertrouwenspersoon plichten`
  struct Plichten: LijstCommand {
    static let configuration = CommandConfiguration(
      "plichten", nl: "Toon wat de eigen regels vragen en niet is vastgelegd.",
      en: "Show what the municipality's own rules ask and is not recorded.",
      discussion: Text(
        nl: "--json schrijft één object per plicht met: id, kenmerk, wat, uiterlijk, bron, position.",
        en: "--json writes one object a duty with: id, kenmerk, wat, uiterlijk, bron, position."))
    @OptionGroup var deel: PageOptions
    @OptionGroup var options: ReadingOptions

    func rijen(on day: CalendarDate, _ reading: Reading, _ page: ListPage) throws -> [Plicht] {
      try Plicht.open(on: day, reading.views, page)
    }

    func toon(_ duties: [Plicht], on day: CalendarDate, _ program: Program, _ reading: Reading) {
      guard !duties.isEmpty else {
        program.terminal.out(
          StyledText(
            Text(
              nl: "Niets: op \(day.text.nl) is van elke plicht de nakoming vastgelegd.",
              en: "Nothing: on \(day.text.en) every duty is recorded as met."), .good))
        return
      }
      var table = Table([
        .init(Text(nl: "Kenmerk", en: "Handle"), overflow: .keep), .init(Text(nl: "Niet nagekomen", en: "Not met")),
        .init(Text(nl: "Uiterlijk", en: "Due")), .init(Text(nl: "Bron", en: "Source")),
      ])
      for duty in duties {
        table.row(
          "\(duty.kenmerk)", "\(duty.wat, .warning)",
          "\(duty.uiterlijk?.text ?? Text(nl: "geen dag bepaald", en: "no day set"))", "\(duty.bron)")
      }
      program.terminal.out(table)
    }

    func json(_ duty: Plicht, on day: CalendarDate, _ reading: Reading) -> JSON {
      [
        "id": .string(duty.id), "kenmerk": .string(duty.kenmerk), "wat": .string(duty.wat.nl),
        "uiterlijk": duty.uiterlijk?.json ?? .null, "bron": .string(duty.bron),
        "position": duty.position.map { .int(Int64($0)) } ?? .null,
      ]
    }
  }

  /// `waarborg vertrouwenspersoon verloopt`
  struct Verloopt: LijstCommand {
    static let configuration = CommandConfiguration(
      "verloopt", nl: "Toon wanneer elke termijn, elk contract en elke certificering eindigt, de eerste bovenaan.",
      en: "Show when each term, contract and certification ends, the first on top.",
      discussion: Text(
        nl: "--json schrijft één object per einde met: kenmerk, wat, dag, stand, position.",
        en: "--json writes one object an end with: kenmerk, wat, dag, stand, position."))
    @OptionGroup var deel: PageOptions
    @OptionGroup var options: ReadingOptions

    func rijen(on day: CalendarDate, _ reading: Reading, _ page: ListPage) throws -> [JudgedTerm] {
      let clocks = try VertrouwenspersonenPlugin().openTerms(in: reading.views, on: day)
        .filter { VertrouwenspersonenTerms.eindes.contains($0.declaration.id) }
      return page.part(of: [JudgedTerm](clocks, today: day, warnBefore: 90).filter(\.isOpen))
    }

    func toon(_ open: [JudgedTerm], on day: CalendarDate, _ program: Program, _ reading: Reading) {
      guard !open.isEmpty else {
        program.terminal.out(
          StyledText(
            Text(
              nl: "Niets: er loopt geen termijn, contract of certificering.",
              en: "Nothing: no term, contract or certification runs.")))
        return
      }
      var table = Table([
        .init(Text(nl: "Dag", en: "Day")), .init(Text(nl: "Wat", en: "What")),
        .init(Text(nl: "Stand", en: "Stands")), .init(Text(nl: "Kenmerk", en: "Handle"), overflow: .keep),
      ])
      for judged in open {
        let style: Style? = judged.status == .verstreken ? .bad : judged.status == .nadert ? .warning : nil
        table.row(
          "\(judged.raw?.text ?? Text(nl: "dag niet bekend", en: "day not known"))",
          "\(judged.term.declaration.name)", StyledText(judged.status?.text ?? Text("?"), style),
          "\(judged.term.subject.handle)")
      }
      program.terminal.out(table)
    }

    func json(_ judged: JudgedTerm, on day: CalendarDate, _ reading: Reading) -> JSON {
      [
        "kenmerk": .string(judged.term.subject.handle), "wat": .string(judged.term.declaration.name.nl),
        "dag": judged.raw?.json ?? .null, "stand": judged.status.map { .string($0.rawValue) } ?? .null,
        "position": .int(Int64(judged.term.startedBy)),
      ]
    }
  }
}
