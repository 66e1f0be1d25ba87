import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension ProcedureCommand {
  /// `waarborg procedure lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "lijst",
      abstract: Language.ofProcess.choose(
        nl: "Toon welke procedures zijn vastgesteld, en welke worden meegeleverd.",
        en: "Show which procedures were adopted, and which come with the program."))
    @Flag(
      help: Language.help(
        nl: "Ook versies die zijn vervangen of vervallen.", en: "Versions that were replaced or lapsed as well."))
    var alle = false
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      var adopted: [(versie: Procedureversie, stand: Procedureversie.State, regeling: String)] = []
      if program.heeftGrootboek(shared) {
        try program.read(options) { book, reading in
          let (day, views) = (try options.day(book.today), reading.views)
          let states: [Procedureversie.State] = alle ? Procedureversie.State.allCases : [.komt, .geldt]
          for row in try views.subjects(Procedureversie.self, states, on: day, .all) {
            guard let found = try views.subject(Procedureversie.self, row.key) else { continue }
            let regeling = found.vastgesteld[ProcedureVastgesteld.regeling]
            let version = found.vastgesteld[ProcedureVastgesteld.regelingVersie]?.hex
            adopted.append(
              (found, row.state, try regeling.map { try reading.handle(of: $0, versie: version, book.catalog) } ?? "-"))
          }
        }
      }
      adopted.sort {
        ($0.versie.procedure, $0.versie.vastgesteld.position) < ($1.versie.procedure, $1.versie.vastgesteld.position)
      }
      let bundled = Meegeleverd.bestanden.compactMap { Gelezen($0.bytes).procedure }
      if shared.json {
        for row in adopted { program.terminal.outJSON(json(row).text) }
        for procedure in bundled { program.terminal.outJSON(json(procedure).text) }
        return
      }
      show(adopted, bundled, program)
    }

    private func show(
      _ adopted: [(versie: Procedureversie, stand: Procedureversie.State, regeling: String)], _ bundled: [Procedure],
      _ program: Program
    ) {
      var table = Table([
        .init(Text(nl: "Procedure", en: "Procedure"), overflow: .keep), .init(Text(nl: "Titel", en: "Title")),
        .init(Text(nl: "Stand", en: "Stands")), .init(Text(nl: "Vanaf", en: "From")),
        .init(Text(nl: "Regeling", en: "Rule")),
      ])
      for row in adopted {
        table.row(
          "\(row.versie.handle)", "\(row.versie.vastgesteld[ProcedureVastgesteld.titel] ?? "")",
          StyledText(row.stand.text, row.stand == .geldt ? .good : nil), "\(row.versie.vanaf?.text ?? Text("-"))",
          "\(row.regeling)")
      }
      for procedure in bundled {
        table.row(
          "\(procedure.id)@\(procedure.versie)", "\(procedure.titel)",
          StyledText(Text(nl: "meegeleverd", en: "comes with the program"), .faint), "-", "\(procedure.regeling)")
      }
      program.terminal.out(table)
    }

    private func json(_ row: (versie: Procedureversie, stand: Procedureversie.State, regeling: String)) -> JSON {
      [
        "procedure": .string(row.versie.procedure), "versie": .string(row.versie.versie),
        "stand": .string(row.stand.rawValue), "vanaf": row.versie.vanaf.map { .string($0.description) } ?? .null,
        "regeling": .string(row.regeling), "digest": row.versie.digest.map { .string($0.hex) } ?? .null,
      ]
    }

    private func json(_ procedure: Procedure) -> JSON {
      [
        "procedure": .string(procedure.id), "versie": .string(procedure.versie), "stand": .string("meegeleverd"),
        "titel": .string(procedure.titel), "organisatie": .string(procedure.organisatie),
      ]
    }
  }
}

extension Procedureversie.State {
  var text: Text {
    switch self {
    case .komt: Text(nl: "gaat nog in", en: "takes effect later")
    case .geldt: Text(nl: "geldt", en: "in force")
    case .vervangen: Text(nl: "vervangen", en: "replaced")
    case .vervallen: Text(nl: "vervallen: regeling ingetrokken", en: "lapsed: rule withdrawn")
    }
  }
}

extension Program {
  /// Whether a ledger was named; what comes with the program is shown without one as well.
  func heeftGrootboek(_ options: SharedOptions) -> Bool {
    !(options.ledger ?? environment["WAARBORG_LEDGER"] ?? "").isEmpty
  }
}
