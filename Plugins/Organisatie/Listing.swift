import ArgumentParser
import Console
import Governance
import Ledger

/// A body or a function as the view has it.
struct Unit {
  let stream: StreamID
  let position: UInt64
  let naam: String
  let orgaan: StreamID?
  let sinds: ImpreciseDate
  let opgeheven: ImpreciseDate?

  init?(_ row: TableRow) {
    guard let stream = row.text("stroom").flatMap({ StreamID($0) }), let position = row.int("position"),
      let naam = row.text("naam"), let sinds = row.text("sinds").flatMap({ try? ImpreciseDate($0) })
    else { return nil }
    self.stream = stream
    self.position = UInt64(position)
    self.naam = naam
    self.sinds = sinds
    orgaan = row.text("orgaan").flatMap { StreamID($0) }
    opgeheven = row.text("opgeheven").flatMap { try? ImpreciseDate($0) }
  }

  static func all(_ views: ViewReader) throws -> [Unit] {
    try views.rows(OrganisatieView(), "SELECT * FROM {eenheid} ORDER BY position").compactMap { Unit($0) }
  }

  /// The one that a person means by a name or an id.
  static func find(_ text: String, kind: String?, _ views: ViewReader) throws -> Unit {
    let found = try all(views).filter {
      (kind == nil || $0.stream.kind == kind)
        && ($0.stream.description == text || $0.naam == text && $0.opgeheven == nil)
    }
    guard let unit = found.first else {
      throw Failure(
        .notFound, Text(nl: "«\(text)» is niet vastgelegd", en: "“\(text)” is not recorded"),
        remedy: Text(nl: "zie waarborg organisatie lijst", en: "see waarborg organisatie lijst"))
    }
    guard found.count == 1 else {
      throw Failure(
        .badInput, Text(nl: "«\(text)» is niet eenduidig", en: "“\(text)” is ambiguous"),
        remedy: Text(
          nl: "gebruik het kenmerk: \(found.map(\.stream.description).joined(separator: ", "))",
          en: "use the id: \(found.map(\.stream.description).joined(separator: ", "))"))
    }
    return unit
  }
}

/// Someone who holds or held a function.
struct Holder {
  let position: UInt64
  let persoon: StreamID
  let van: ImpreciseDate
  let tot: CalendarDate?
  let waarnemend: Bool
  let neergelegd: ImpreciseDate?

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let persoon = row.text("persoon").flatMap({ StreamID($0) }),
      let van = row.text("van").flatMap({ try? ImpreciseDate($0) })
    else { return nil }
    self.position = UInt64(position)
    self.persoon = persoon
    self.van = van
    tot = row.text("tot").flatMap { try? CalendarDate($0) }
    waarnemend = row.int("waarnemend") == 1
    neergelegd = row.text("neergelegd").flatMap { try? ImpreciseDate($0) }
  }

  static func all(of function: StreamID, _ views: ViewReader) throws -> [Holder] {
    try views.rows(
      OrganisatieView(), "SELECT * FROM {bekleding} WHERE functie = ? ORDER BY position", [.text(function.description)]
    ).compactMap { Holder($0) }
  }

  static func only(of function: StreamID, _ views: ViewReader) throws -> StreamID {
    let holders = try all(of: function, views).filter { $0.neergelegd == nil }
    guard holders.count == 1, let holder = holders.first else {
      throw Failure(
        .badInput,
        Text(
          nl: "deze functie wordt door \(holders.count) personen bekleed",
          en: "this function is held by \(holders.count) people"),
        remedy: Text(nl: "geef --persoon", en: "give --persoon"))
    }
    return holder.persoon
  }

  /// Whether this person held the function on a day; unknown when the dates do not tell.
  func holds(on day: CalendarDate) -> Certainty {
    if let tot, tot < day { return .no }
    let started = van.isOnOrBefore(day)
    guard let neergelegd else { return started }
    switch (started, neergelegd.isAfter(day)) {
    case (.yes, .yes): return .yes
    case (.no, _), (_, .no): return .no
    default: return .unknown
    }
  }
}

/// A person's pseudonym.
enum Person {
  static func parse(_ text: String) throws -> StreamID {
    guard let stream = StreamID(text), stream.kind == "Persoon" else {
      throw Failure(
        .badInput,
        Text(
          nl: "--persoon: verwacht een pseudoniem zoals Persoon/018f…",
          en: "--persoon: expected a pseudonym like Persoon/018f…"))
    }
    return stream
  }
}

extension OrganisatieCommand {
  /// `waarborg organisatie lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "lijst",
      abstract: Language.ofProcess.choose(
        nl: "Toon organen, functies, wie ze bekleedt, en mandaten.",
        en: "Show bodies, functions, who holds them, and mandates."))
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let units = try Unit.all(reading.views)
        if shared.json {
          for unit in units { program.terminal.outJSON(try json(unit, day, reading).text) }
          for mandate in reading.registry.mandates { program.terminal.outJSON(json(mandate, day).text) }
          return
        }
        try printUnits(units, day, program, reading)
        printMandates(day, program, reading)
      }
    }

    private func printUnits(_ units: [Unit], _ day: CalendarDate, _ program: Program, _ reading: Reading) throws {
      var table = Table([
        .init(Text(nl: "Orgaan of functie", en: "Body or function")), .init(Text(nl: "Sinds", en: "Since")),
        .init(Text(nl: "Bekleed door", en: "Held by")), .init(Text(nl: "Kenmerk", en: "Id"), overflow: .keep),
      ])
      for unit in units {
        let holders = try Holder.all(of: unit.stream, reading.views).filter { $0.holds(on: day) != .no }
        let names = try holders.map { try name($0, program.language, reading) }.joined(separator: "; ")
        let ended =
          unit.opgeheven.map { Text(nl: " (opgeheven: \($0.text.nl))", en: " (abolished: \($0.text.en))") } ?? Text("")
        table.row("\(unit.naam)\(ended)", "\(unit.sinds.text)", "\(names)", "\(unit.stream.description)")
      }
      if table.isEmpty {
        program.terminal.note(
          Text(nl: "Er zijn nog geen organen of functies vastgelegd.", en: "No bodies or functions have been recorded.")
        )
      } else {
        program.terminal.out(table)
      }
    }

    private func name(_ holder: Holder, _ language: Language, _ reading: Reading) throws -> String {
      let revealed = try reading.filter.reveal(
        FieldReference(position: holder.position, field: FunctieBekleed.naam.name))
      return (revealed.text()?(language) ?? "?")
        + (holder.waarnemend ? Text(nl: " (waarnemend)", en: " (deputy)")(language) : "")
    }

    private func printMandates(_ day: CalendarDate, _ program: Program, _ reading: Reading) {
      guard !reading.registry.mandates.isEmpty else { return }
      var table = Table([
        .init(Text(nl: "Mandaat van", en: "Mandate of")), .init(Text(nl: "aan", en: "to")),
        .init(Text(nl: "voor", en: "for")),
        .init(Text(nl: "Looptijd", en: "Runs")), .init(Text(nl: "Geldt", en: "Holds")),
        .init(Text(nl: "Kenmerk", en: "Id"), overflow: .keep),
      ])
      for mandate in reading.registry.mandates {
        let until = mandate.tot.map { Text(nl: " t/m \($0.text.nl)", en: " to \($0.text.en)") } ?? Text("")
        let holds: StyledText =
          mandate.holds(on: day) ? "\(Text(nl: "ja", en: "yes"), .good)" : "\(Text(nl: "nee", en: "no"), .faint)"
        table.row(
          "\(mandate.mandaatgever.text)", "\(mandate.gemandateerde.text)",
          "\(mandate.gebeurtenissen.joined(separator: ", "))",
          "\(mandate.van.text)\(until)", holds, "\(mandate.stream.description)")
      }
      program.terminal.out("")
      program.terminal.out(table)
    }

    private func json(_ unit: Unit, _ day: CalendarDate, _ reading: Reading) throws -> JSON {
      let holders = try Holder.all(of: unit.stream, reading.views).map { holder -> JSON in
        let name = try reading.filter.reveal(FieldReference(position: holder.position, field: FunctieBekleed.naam.name))
        return [
          "persoon": holder.persoon.json, "naam": name.string.map { .string($0) } ?? .null, "van": holder.van.json,
          "tot": holder.tot?.json ?? .null, "neergelegd": holder.neergelegd?.json ?? .null,
          "waarnemend": .bool(holder.waarnemend), "bekleedt": .string(holder.holds(on: day).rawValue),
          "position": .int(Int64(holder.position)),
        ]
      }
      return [
        "stream": unit.stream.json, "naam": .string(unit.naam), "orgaan": unit.orgaan?.json ?? .null,
        "sinds": unit.sinds.json,
        "opgeheven": unit.opgeheven?.json ?? .null, "position": .int(Int64(unit.position)), "bekleed": .array(holders),
      ]
    }

    private func json(_ mandate: Mandaat, _ day: CalendarDate) -> JSON {
      [
        "stream": mandate.stream.json, "mandaatgever": mandate.mandaatgever.json,
        "gemandateerde": mandate.gemandateerde.json,
        "gebeurtenissen": mandate.gebeurtenissen.json, "van": mandate.van.json, "tot": mandate.tot?.json ?? .null,
        "ingetrokkenVanaf": mandate.withdrawnFrom?.json ?? .null, "geldt": .bool(mandate.holds(on: day)),
      ]
    }
  }
}
