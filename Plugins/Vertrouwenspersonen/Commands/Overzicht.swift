import ArgumentParser
import Console
import Governance
import Ledger

/// A command that lists what holds on a day: as JSON one object a line, else as a table or a sentence.
protocol OverzichtCommand: ProgramCommand {
  associatedtype Rij

  var options: ReadingOptions { get }
  /// What is listed.
  func rijen(on day: CalendarDate, _ reading: Reading) throws -> [Rij]
  /// Of what was found, what is shown.
  func getoond(_ rijen: [Rij], on terminal: Terminal) throws -> [Rij]
  /// One of them as JSON.
  func json(_ rij: Rij, on day: CalendarDate, _ reading: Reading) throws -> JSON
  /// All of them for a person.
  func toon(_ rijen: [Rij], on day: CalendarDate, _ program: Program, _ reading: Reading) throws
}

extension OverzichtCommand {
  var shared: SharedOptions { options.shared }

  func getoond(_ rijen: [Rij], on terminal: Terminal) throws -> [Rij] { rijen }

  func run(_ program: Program) throws {
    try program.read(options) { book, reading in
      let day = try options.day(book.today)
      let found = try getoond(rijen(on: day, reading), on: program.terminal)
      guard shared.json else { return try toon(found, on: day, program, reading) }
      for rij in found { program.terminal.outJSON(try json(rij, on: day, reading).text) }
    }
  }
}

/// A list that can grow: it is shown in parts.
protocol LijstCommand: OverzichtCommand {
  var deel: PageOptions { get }
  /// What is listed in this part.
  func rijen(on day: CalendarDate, _ reading: Reading, _ page: ListPage) throws -> [Rij]
}

extension LijstCommand {
  func rijen(on day: CalendarDate, _ reading: Reading) throws -> [Rij] {
    try rijen(on: day, reading, deel.page(shared))
  }

  func getoond(_ rijen: [Rij], on terminal: Terminal) throws -> [Rij] {
    try deel.shown(rijen, shared, on: terminal)
  }
}
