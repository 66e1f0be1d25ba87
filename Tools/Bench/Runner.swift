import Foundation
import Governance
import Ledger
import LedgerSQLite

/// Takes the measurements of one run, one row after another.
final class Runner {
  let place: Place
  let spawner: Spawner
  let program: String
  let floors: Floors
  let groups: Set<Rows.Group>
  let mostRuns: Int
  /// How many seconds the runs of one row may take together, beyond the first.
  let budget: Double
  let seed: UInt64
  /// How many cases the ledger has in all, in rising order; the first number of them are the reader's own.
  let cases: [Int]
  /// How many pieces of evidence the demands of an inspection have, in rising order.
  let evidence: [Int]
  var report: Report

  init(
    place: Place, spawner: Spawner, program: String, floors: Floors, groups: Set<Rows.Group>, mostRuns: Int,
    budget: Double, seed: UInt64, cases: [Int], evidence: [Int], report: Report
  ) {
    self.place = place
    self.spawner = spawner
    self.program = program
    self.floors = floors
    self.groups = groups
    self.mostRuns = mostRuns
    self.budget = budget
    self.seed = seed
    self.cases = cases
    self.evidence = evidence
    self.report = report
  }

  func run(sizes: [Int], statements: [Int]) throws {
    report.floors = [
      "Ed25519 checks, all cores/s": floors.signatureChecks, "start of the program": floors.start,
      "unlocking a key": floors.unlock,
    ]
    Self.tell(Report.heading)
    if !groups.isDisjoint(with: [.append, .verify, .rebuild, .prove, .opdrachten]) { try measureMix(sizes) }
    if groups.contains(.importeer) { for size in sizes { try measureImport(size) } }
    if groups.contains(.zaken), let own = cases.first { try measureCases(own: own, among: cases) }
    if groups.contains(.inspectie) { try measureDemands(evidence) }
    if groups.contains(.publiceer) { for count in statements { try measurePublishing(count) } }
  }

  // MARK: Measuring

  /// Keeps a measurement and tells of it.
  func add(_ measurement: Measurement) {
    report.measurements.append(measurement)
    Self.tell(Report.line(measurement))
  }

  /// Standard error, because the table goes to standard output.
  static func tell(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// Runs a command a few times; a row that fails keeps its reason.
  func measure(
    _ row: String, size: Int, _ kind: Measurement.Kind, work: Int = 1, floor: Double?, floorOf: String? = nil,
    atMost: Int? = nil, _ run: (Int) throws -> Ran
  ) -> Measurement {
    var (seconds, processor): ([Double], [Double]) = ([], [])
    var memory = 0.0
    do {
      repeat {
        let ran = try run(seconds.count)
        seconds.append(ran.seconds)
        processor.append(ran.processor)
        memory = max(memory, ran.memory)
      } while seconds.count < min(mostRuns, atMost ?? mostRuns)
        && seconds.reduce(0, +) + (seconds.last ?? 0) < budget
    } catch {
      var failed = Measurement(row, size, kind, work: work)
      failed.failure = "\(error)"
      return failed
    }
    var measured = Measurement(row, size, kind, work: work, seconds)
    measured.processor = Spread(processor).median
    measured.memory = memory
    measured.floor = floor
    measured.floorOf = floorOf
    return measured
  }

  /// Runs a command of the program on a ledger.
  func run(_ words: [String], on ledger: Opened, als role: Rol? = nil) throws -> Ran {
    try spawner.run(
      program, words + ["--ledger", ledger.path] + (role.map { ["--als", Town.keyName($0)] } ?? []),
      ledger.variables)
  }

  /// What someone would use instead.
  func measureAlternatives(_ python: String, _ script: String, events: Int) {
    do {
      let ran = try spawner.run(python, [script, place.path("alternatives"), "\(events)", "100"])
      report.alternatives = try JSONDecoder().decode(Alternatives.self, from: Data(ran.output.utf8))
    } catch { Self.tell("alternatives FAILED: \(error)") }
  }
}
