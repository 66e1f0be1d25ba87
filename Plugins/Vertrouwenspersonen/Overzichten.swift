import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon regels`
  struct Regels: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "regels",
      abstract: Language.ofProcess.choose(
        nl: "Toon elk punt dat de regeling openlaat: gekozen of standaard, en waarom.",
        en: "Show each point that the rule leaves open: chosen or default, and why."),
      discussion: Language.ofProcess.choose(
        nl: "--json schrijft één object per punt met: id, vraag, keuze, gekozen, op, position, waarom, bron, gevolg.",
        en: "--json writes one object a point with: id, vraag, keuze, gekozen, op, position, waarom, bron, gevolg."))
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let points = try Vertrouwenspersonenregels(on: day, reading.views).punten
        if shared.json {
          for point in points { program.terminal.outJSON(json(point).text) }
          return
        }
        for (index, point) in points.enumerated() {
          if index > 0 { program.terminal.out("") }
          var list = KeyValueList()
          list.add(Text(point.id), "\(point.vraag, .emphasis)")
          let origin =
            point.besluit.map {
              Text(
                nl: " (gekozen, vanaf \($0.op.text.nl), nummer \($0.position))",
                en: " (chosen, from \($0.op.text.en), number \($0.position))")
            } ?? Text(nl: " (standaard)", en: " (default)")
          list.add(Text(nl: "Antwoord", en: "Answer"), "\(point.antwoord)\(origin)")
          list.add(Text(nl: "Standaard omdat", en: "Default because"), "\(point.waarom) [\(point.bron)]")
          list.add(Text(nl: "Gevolg", en: "Effect"), "\(point.gevolg)")
          program.terminal.out(list)
        }
      }
    }

    private func json(_ point: Punt) -> JSON {
      [
        "id": .string(point.id), "vraag": .string(point.vraag.nl), "keuze": .string(point.keuze),
        "gekozen": .bool(point.besluit != nil), "op": point.besluit?.op.json ?? .null,
        "position": point.besluit.map { .int(Int64($0.position)) } ?? .null, "waarom": .string(point.waarom.nl),
        "bron": .string(point.bron), "gevolg": .string(point.gevolg.nl),
      ]
    }
  }

  /// `waarborg vertrouwenspersoon plichten`
  struct Plichten: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "plichten",
      abstract: Language.ofProcess.choose(
        nl: "Toon wat de regeling vraagt en niet is vastgelegd.", en: "Show what the rule asks and is not recorded."),
      discussion: Language.ofProcess.choose(
        nl: "--json schrijft één object per plicht met: id, kenmerk, wat, uiterlijk, bron, position.",
        en: "--json writes one object a duty with: id, kenmerk, wat, uiterlijk, bron, position."))
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let duties = try Plicht.open(on: day, reading.views)
        if shared.json {
          for duty in duties { program.terminal.outJSON(json(duty).text) }
          return
        }
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
    }

    private func json(_ duty: Plicht) -> JSON {
      [
        "id": .string(duty.id), "kenmerk": .string(duty.kenmerk), "wat": .string(duty.wat.nl),
        "uiterlijk": duty.uiterlijk?.json ?? .null, "bron": .string(duty.bron),
        "position": duty.position.map { .int(Int64($0)) } ?? .null,
      ]
    }
  }

  /// `waarborg vertrouwenspersoon verloopt`
  struct Verloopt: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "verloopt",
      abstract: Language.ofProcess.choose(
        nl: "Toon wanneer elke termijn, elk contract en elke certificering eindigt, de eerste bovenaan.",
        en: "Show when each term, contract and certification ends, the first on top."),
      discussion: Language.ofProcess.choose(
        nl: "--json schrijft één object per einde met: kenmerk, wat, dag, stand, position.",
        en: "--json writes one object an end with: kenmerk, wat, dag, stand, position."))
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let ends = [
          VertrouwenspersonenTerms.termijn.id, VertrouwenspersonenTerms.contract.id,
          VertrouwenspersonenTerms.certificering.id,
        ]
        let clocks = try VertrouwenspersonenPlugin().terms(in: reading.views, on: day)
          .filter { ends.contains($0.declaration.id) }
        let open = [JudgedTerm](clocks, today: day, warnBefore: 90).filter(\.isOpen)
        if shared.json {
          for judged in open { program.terminal.outJSON(json(judged).text) }
          return
        }
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
    }

    private func json(_ judged: JudgedTerm) -> JSON {
      [
        "kenmerk": .string(judged.term.subject.handle), "wat": .string(judged.term.declaration.name.nl),
        "dag": judged.raw?.json ?? .null, "stand": judged.status.map { .string($0.rawValue) } ?? .null,
        "position": .int(Int64(judged.term.startedBy)),
      ]
    }
  }
}
