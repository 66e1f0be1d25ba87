import Foundation
import Governance
import Ledger

extension Runner {
  private static let founded = "2026-01-05"
  /// Events that the import makes of one statement, and of a holder of four of them.
  private static let eventsPerStatement = 3.25

  /// A ledger in which a register of so many statements can be imported, with the register.
  private func prepared(_ statements: Int) throws -> (Town, Register, [String: StreamID]) {
    let register = Register(statements, seed: seed)
    let town = try Town("register.ledger", in: place, founded: try CalendarDate(Self.founded))
    let preparation = try register.preparation(town.drafting)
    _ = try town.write { try town.append(preparation.drafts, als: .algemeenDirecteur, to: $0) }
    try Data(register.csv.utf8).write(to: place.root.appendingPathComponent("register.csv"))
    return (town, register, preparation.functions)
  }

  private func importRegister(on ledger: Opened) throws -> Ran {
    try run(
      ["nevenfunctie", "importeer", place.path("register.csv"), "--bron", "Register", "--houders", "--yes"],
      on: ledger, als: .secretariaat)
  }

  /// Importing a register of so many events, beside appending the same events without a file.
  func measureImport(_ size: Int) throws {
    let statements = Int(Double(size) / Self.eventsPerStatement)
    let (town, register, functions) = try prepared(statements)
    let before = try town.size()
    var after = before
    var measured = measure(
      Rows.importing, size: size, .rate, floor: nil, floorOf: "the same events appended at once without a file",
      atMost: 3
    ) { _ in
      let copy = try town.copy()
      let ran = try importRegister(on: copy)
      after = before + register.lines.count * 3 + functions.count
      return ran
    }
    measured.work = max(1, after - before)
    measured.note = "\(statements) statements"
    if measured.failure == nil {
      let drafts = try register.drafts(town.drafting, functions)
      measured.floor = try town.write { book in
        try Stopwatch.measure {
          _ = try town.append(drafts, als: .secretariaat, to: book, batch: drafts.count)
        }
      }
    }
    add(measured)
  }

  /// Publishing a register of so many statements.
  func measurePublishing(_ statements: Int) throws {
    let (town, _, _) = try prepared(statements)
    do {
      _ = try importRegister(on: town.opened)
      _ = try run(
        [
          "publicatie", "instel", "--adres", "https://register.gemeente.example", "--contact",
          "register@gemeente.example", "--beveiliging", "ciso@gemeente.example", "--zoekmachines", "toestaan",
          "--licentie", "https://creativecommons.org/publicdomain/zero/1.0/",
        ], on: town.opened, als: .secretariaat)
    } catch {
      var failed = Measurement(Rows.publish, statements, .call)
      failed.failure = "\(error)"
      return add(failed)
    }
    var measured = measure(Rows.publish, size: statements, .call, floor: nil) { _ in
      place.clear("site")
      return try run(["publiceer", place.path("site"), "--yes"], on: town.opened, als: .secretariaat)
    }
    if measured.failure == nil {
      let site = place.contents("site")
      measured.floor = try floors.files(of: "site")
      measured.floorOf = "the same files hashed and written durably"
      measured.note = "\(site.files) files, \(String(format: "%.1f", Double(site.bytes) / 1e6)) MB"
    }
    add(measured)
  }
}
