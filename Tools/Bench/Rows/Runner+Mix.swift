import Foundation
import Governance
import Ledger

extension Runner {
  /// How many rounds before a size count for the row of appending.
  private static let window = 10
  /// The day on which the mix begins: long enough ago for a million events, and before this machine's clock.
  private static let founded = "2012-01-02"

  /// Grows one ledger through the sizes, and measures at each.
  func measureMix(_ sizes: [Int]) throws {
    let day = try CalendarDate(Self.founded)
    let town = try Town("mix.ledger", in: place, founded: day)
    var mix = Mix(town.drafting, seed: seed, from: day)
    try town.write { book in
      try mix.layDown { try town.append($1, als: $0, to: book) }
    }
    for size in sizes {
      try grow(town, &mix, to: size)
      let count = try town.size()
      if groups.contains(.verify) { try measureVerifying(town, size, count) }
      if groups.contains(.rebuild) { measureRebuilding(town, size, count) }
      if groups.contains(.prove) { measureProving(town, size, count) }
      if groups.contains(.opdrachten) { measureCommands(town, size, last: mix.day) }
      if groups.contains(.append) { try measureOne(town, size) }
    }
  }

  private func grow(_ town: Town, _ mix: inout Mix, to size: Int) throws {
    var rounds: [(seconds: Double, work: [Work])] = []
    try town.write { book in
      // Rounds have about a thousand events; the ledger ends with a whole one.
      repeat {
        try town.clock.set(try mix.day.adding(days: Mix.days - 1))
        var round: (seconds: Double, work: [Work]) = (0, [])
        try mix.round { role, drafts in
          try town.append(drafts, als: role, to: book) { seconds, work in
            round.seconds += seconds
            round.work.append(work)
          }
        }
        rounds = rounds.suffix(Self.window - 1) + [round]
      } while Int(try book.stores.log.size()) < size - 500
    }
    guard groups.contains(.append), let last = rounds.last else { return }
    // The first round is unlike the others.
    let alike = rounds.filter { $0.work.count == last.work.count }
    let events = last.work.reduce(0) { $0 + $1.leaves.count }
    var measured = Measurement(Rows.append, size, .rate, work: events, alike.map(\.seconds))
    measured.floor = Spread(try (0..<3).map { _ in try floors.append(last.work) }).median
    measured.floorOf =
      "the same events signed, hashed and inserted, the same values sealed, the same documents written, the same commits"
    measured.note = "a run is a round of \(events) events in \(last.work.count) appends"
    add(measured)
  }

  private func measureVerifying(_ town: Town, _ size: Int, _ count: Int) throws {
    let checkpoints = try town.checkpoints()
    let floor = Double(count + checkpoints) / floors.signatureChecks
    let floorOf = "every signature of events and checkpoints checked on all cores, and nothing else"
    let rows: [(String, Rol?)] = [(Rows.verify, nil), (Rows.verifyWithKey, .algemeenDirecteur)]
    for (row, role) in rows {
      var measured = measure(row, size: size, .rate, work: count, floor: floor, floorOf: floorOf) { _ in
        try run(["verify", "--json"], on: town.opened, als: role)
      }
      measured.processorFloor = Double(count + checkpoints) * floors.signatureProcessor
      add(measured)
    }
  }

  private func measureRebuilding(_ town: Town, _ size: Int, _ count: Int) {
    var measured = measure(
      Rows.rebuild, size: size, .rate, work: count, floor: Double(count) / floors.signatureChecks,
      floorOf: "every signature of events checked on all cores"
    ) { _ in try run(["rebuild"], on: town.opened) }
    measured.processorFloor = Double(count) * floors.signatureProcessor
    add(measured)
  }

  private func measureProving(_ town: Town, _ size: Int, _ count: Int) {
    var measured = measure(
      Rows.prove, size: size, .call, floor: floors.start, floorOf: "start of the program"
    ) { number in try run(["prove", "\((count / 3 + number * 7) % count)"], on: town.opened) }
    measured.processorFloor = floors.startProcessor
    add(measured)
  }

  private func measureCommands(_ town: Town, _ size: Int, last day: CalendarDate) {
    for command in Rows.commands {
      let words = command.words + (command.words.count > 1 || command.name == "termijnen" ? ["--op", "\(day)"] : [])
      var bytes = 0
      var measured = measure(
        command.name, size: size, .call, floor: floors.start + floors.unlock,
        floorOf: "start of the program and unlocking the key"
      ) { _ in
        let ran = try run(words, on: town.opened, als: .algemeenDirecteur)
        bytes = ran.output.utf8.count
        return ran
      }
      measured.processorFloor = floors.unlockProcessor
      measured.note = "answer of \(bytes) bytes"
      add(measured)
    }
  }

  /// Single events from the shell, on a copy.
  private func measureOne(_ town: Town, _ size: Int) throws {
    let copy = try town.copy()
    let rows: [(String, words: (Int) -> [String], seals: Bool)] = [
      (Rows.appendOne, { ["organisatie", "functie", "Losse functie \($0)"] }, false),
      (
        Rows.meld,
        { number in
          [
            "nevenfunctie", "meld", Mix.standing, "--activiteit", "penningmeester \(number)", "--organisatie",
            "Stichting Verzonnen", "--ingang", "2026-01-01", "--bezoldigd", "nee",
          ]
        }, true
      ),
    ]
    for (row, words, seals) in rows {
      let floor = floors.start + floors.unlock + (try floors.one(seals: seals))
      var measured =
        measure(
          row, size: size, .call, floor: floor,
          floorOf:
            "start, unlocking the key, and one event signed and committed\(seals ? ", its values sealed and committed" : "")"
        ) { try run(words($0), on: copy, als: .algemeenDirecteur) }
      measured.processorFloor = floors.unlockProcessor
      add(measured)
    }
  }
}
