import ArgumentParser
import Console
import Governance
import Ledger

extension OrganisatieCommand {
  /// `waarborg organisatie lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      "lijst", nl: "Toon organen, functies, wie ze bekleedt, en mandaten.",
      en: "Show bodies, functions, who holds them, and mandates.")
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let asked = try page.page(shared)
        let found = try Unit.all(begunBy: day, reading.views, asked)
        let units = try page.shown(found, shared, on: program.terminal)
        if shared.json {
          for unit in units { program.terminal.outJSON(try json(unit, day, reading).text) }
          for mandate in reading.registry.mandates { program.terminal.outJSON(json(mandate, day).text) }
          return
        }
        try printUnits(units, day, program, reading)
        let isWhole = asked.offset == 0 && found.count == units.count
        let later = isWhole ? try Unit.count(reading.views) - units.count : 0
        if later > 0 {
          program.terminal.note(
            Text(
              nl: later == 1
                ? "Eén orgaan of functie bestaat op \(day.text.nl) nog niet; zie haar met --op."
                : "\(later) organen en functies bestaan op \(day.text.nl) nog niet; zie ze met --op.",
              en: later == 1
                ? "One body or function does not exist on \(day.text.en) yet; see it with --op."
                : "\(later) bodies and functions do not exist on \(day.text.en) yet; see them with --op."))
        }
        printMandates(day, program, reading)
      }
    }

    private func printUnits(_ units: [Unit], _ day: CalendarDate, _ program: Program, _ reading: Reading) throws {
      var table = Table([
        .init(Text(nl: "Orgaan of functie", en: "Body or function")), .init(Text(nl: "Sinds", en: "Since")),
        .init(Text(nl: "Bekleed door", en: "Held by")), .init(Text(nl: "Kenmerk", en: "Id"), overflow: .drop),
      ])
      for unit in units {
        let holders = try Functies.bekleders(of: unit.stream, op: day, reading.views)
        let names = try holders.map { try name($0, day, program.language, reading) }.joined(separator: "; ")
        let ended =
          unit.opgeheven.map { Text(nl: " (opgeheven: \($0.text.nl))", en: " (abolished: \($0.text.en))") } ?? Text("")
        table.row("\(unit.naam)\(ended)", "\(unit.sinds.text)", "\(names)", "\(unit.stream.description)")
      }
      if table.isEmpty {
        program.terminal.note(
          Text(
            nl: "Er waren op \(day.text.nl) nog geen organen of functies.",
            en: "There were no bodies or functions yet on \(day.text.en).")
        )
      } else {
        program.terminal.out(table)
      }
    }

    private func name(
      _ holder: Bekleding, _ day: CalendarDate, _ language: Language, _ reading: Reading
    ) throws -> String {
      let revealed = try reading.filter.reveal(holder.naam)
      return (revealed.text()?(language) ?? "?")
        + (holder.waarnemend ? Text(nl: " (waarnemend)", en: " (deputy)")(language) : "")
        + (holder.inhuur ? Text(nl: " (inhuur)", en: " (hired)")(language) : "")
        + (holder.isBekleed(op: day) == .unknown ? Text(nl: " (onzeker)", en: " (uncertain)")(language) : "")
    }

    private func printMandates(_ day: CalendarDate, _ program: Program, _ reading: Reading) {
      guard !reading.registry.mandates.isEmpty else { return }
      var table = Table([
        .init(Text(nl: "Mandaat van", en: "Mandate of")), .init(Text(nl: "aan", en: "to")),
        .init(Text(nl: "voor", en: "for")),
        .init(Text(nl: "Looptijd", en: "Runs")), .init(Text(nl: "Geldt", en: "Holds")),
        .init(Text(nl: "Kenmerk", en: "Id"), overflow: .drop),
      ])
      for mandate in reading.registry.mandates {
        let until =
          mandate.tot.map { Text(nl: " t/m \($0.text.nl)", en: " up to and including \($0.text.en)") } ?? Text("")
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
      let holders = try Functies.bekledingen(of: unit.stream, reading.views).map { holder -> JSON in
        let name = try reading.filter.reveal(holder.naam)
        return [
          "persoon": holder.persoon.json, "naam": name.string.map { .string($0) } ?? .null, "van": holder.van.json,
          "totEnMet": holder.tot?.json ?? .null, "neergelegd": holder.neergelegd?.json ?? .null,
          "waarnemend": .bool(holder.waarnemend), "inhuur": .bool(holder.inhuur),
          "bekleedt": .string(holder.isBekleed(op: day).rawValue),
          "position": .int(Int64(holder.position)),
        ]
      }
      return [
        "stream": unit.stream.json, "naam": .string(unit.naam), "rol": unit.rol?.json ?? .null,
        "orgaan": unit.orgaan?.json ?? .null,
        "sinds": unit.sinds.json, "opgeheven": unit.opgeheven?.json ?? .null, "position": .int(Int64(unit.position)),
        "bekleed": .array(holders),
      ]
    }

    private func json(_ mandate: Mandaat, _ day: CalendarDate) -> JSON {
      [
        "stream": mandate.stream.json, "mandaatgever": mandate.mandaatgever.json,
        "gemandateerde": mandate.gemandateerde.json,
        "gebeurtenissen": mandate.gebeurtenissen.json, "van": mandate.van.json, "totEnMet": mandate.tot?.json ?? .null,
        "ingetrokkenVanaf": mandate.withdrawn?.from.json ?? .null, "geldt": .bool(mandate.holds(on: day)),
      ]
    }
  }
}
