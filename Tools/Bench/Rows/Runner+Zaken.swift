import Foundation
import Governance
import Ledger

extension Runner {
  /// Lists of someone who belongs to some cases among others that this one knows nothing of: in a ledger with few others,
  /// and in one with many. What it costs must follow the first number and not the second.
  func measureCases(own: Int, among totals: [Int]) throws {
    let today = try Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
    let town = try Town(
      "zaken.ledger", in: place, founded: try today.date.adding(days: -30), roles: [.algemeenDirecteur, .griffier])
    town.clock.set(today)
    try adoptComplaints(town)
    let day = try today.date.adding(days: -10)
    try town.openCases(own, als: .griffier, over: "medewerkerGriffie", op: day)
    var there = own
    for total in totals {
      try town.openCases(max(0, total - there), als: .algemeenDirecteur, over: "medewerker", op: day)
      there = max(there, total)
      _ = try run(["status"], on: town.opened, als: .griffier)
      let floorOf = "start of the program and unlocking the key"
      let rows: [(String, [String], isFirst: Bool)] = [
        (Rows.firstCases, ["zaak", "lijst"], true), (Rows.cases, ["zaak", "lijst"], false),
        (Rows.caseTerms, ["termijnen"], false),
      ]
      for (row, words, isFirst) in rows {
        var measured = measure(row, size: total, .call, floor: floors.start + floors.unlock, floorOf: floorOf) { _ in
          if isFirst { place.clear("cache") }
          return try run(words, on: town.opened, als: .griffier)
        }
        measured.processorFloor = floors.unlockProcessor
        measured.note = "\(own) own cases of \(there)"
        add(measured)
      }
    }
  }

  /// The rule and the procedure under which the cases run, adopted with the program.
  private func adoptComplaints(_ town: Town) throws {
    try Data("De klachtregeling.\n".utf8).write(to: place.root.appendingPathComponent("regeling.txt"))
    let history = ["--historisch", "--bron", "Personeelshandboek", "--op", "2020-01-01"]
    let regeling = [
      [
        "beleid", "ontwerp", place.path("regeling.txt"), "--kenmerk", "klachtregeling", "--soort", "regeling",
        "--instemming", "onbekend", "--titel", "Klachtregeling", "--op", "2019-01-01",
      ],
      ["beleid", "stel-vast", "klachtregeling@1"] + history,
      ["procedure", "stel-vast", "P-01", "--regeling", "klachtregeling@1"] + history,
    ]
    for words in regeling { _ = try run(words, on: town.opened, als: .secretariaat) }
  }
}
