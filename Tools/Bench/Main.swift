import ArgumentParser
import Foundation

@main
enum Main {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == Launch.word { return try Launch.copy(arguments.dropFirst()) }
    WaarborgBench.main()
  }
}

/// Measures what a municipality does, each row beside the least that the same work takes and beside what someone would
/// use instead, and prints one table.
struct WaarborgBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Tools/bench",
    abstract: "Measures what a municipality does, in one run, and prints one table.",
    discussion: """
      Without options: a mix of 1,000 and 10,000 events and 100 statements to publish.
        Tools/bench --kort                                    the same in about three minutes
        Tools/bench --omvang 1000,30000,100000 --publiceer 100,1000,10000 --json bench.json
        Tools/bench --omvang 1000000 --alleen verify,rebuild
      """)

  @Option(help: "How many events the mix has, in rising order.") var omvang = "1000,10000"
  @Option(help: "How many statements are published.") var publiceer = "100"
  @Option(help: "How many cases the ledger has; the first number of them are the reader's own.") var zaken: String?
  @Option(help: "How many pieces of evidence the demands of an inspection have.") var bewijs: String?
  @Option(help: "Which rows: \(Rows.Group.allCases.map(\.rawValue).joined(separator: ", ")).") var alleen: String?
  @Flag(help: "Fewer runs of each row, and no alternatives.") var kort = false
  @Option(help: "The seed of the mix.") var zaad: UInt64 = 7
  @Option(help: "The most runs of a row.") var herhaal = 5
  @Option(help: "After how many seconds a command is stopped and its row shown as failed.") var grens: Double = 300
  @Option(help: "Where to write everything as JSON.") var json: String?
  @Option(help: "The built program.") var programma: String
  @Option(help: "A python3 with the package eventsourcing.") var python: String?
  @Option(help: "The script that measures the alternatives.") var script: String?
  @Option(help: "The commit that is measured.") var versie = "?"

  func run() throws {
    let sizes = try Self.numbers(omvang, "--omvang")
    let statements = try Self.numbers(publiceer, "--publiceer")
    var groups = Set(try Self.groups(alleen))
    if kort && alleen == nil { groups.remove(.anders) }
    let place = try Place()
    defer { place.remove() }
    let spawner = Spawner(place: place, limit: grens)
    let floors = Floors(place, spawner, programma)
    let runner = Runner(
      place: place, spawner: spawner, program: programma, floors: floors, groups: groups,
      mostRuns: kort ? min(3, herhaal) : herhaal, budget: kort ? 8 : 30, seed: zaad,
      cases: try Self.numbers(zaken ?? (kort ? "100,400" : "1000,10000"), "--zaken"),
      evidence: try Self.numbers(bewijs ?? (kort ? "500" : "500,5000"), "--bewijs"),
      report: Report(
        machine: Machine.name, date: ISO8601DateFormatter().string(from: Date()), commit: versie, seed: zaad,
        cores: floors.cores))
    try runner.run(sizes: sizes, statements: statements)
    if groups.contains(.anders), let python, let script {
      runner.measureAlternatives(python, script, events: min(20_000, sizes.max() ?? 1000))
    }
    print(runner.report.text)
    if let json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(runner.report).write(to: URL(fileURLWithPath: json))
    }
  }

  private static func numbers(_ text: String, _ option: String) throws -> [Int] {
    let numbers = text.split(separator: ",").map { Int($0.filter { $0 != "." && $0 != "_" }) ?? 0 }
    guard !numbers.isEmpty, numbers.allSatisfy({ $0 > 0 }), numbers == numbers.sorted() else {
      throw ValidationError("\(option): expected rising numbers with commas between them, such as 1000,30000")
    }
    return numbers
  }

  private static func groups(_ text: String?) throws -> [Rows.Group] {
    guard let text else { return Rows.Group.allCases }
    return try text.split(separator: ",").map { word in
      guard let group = Rows.Group(rawValue: String(word)) else {
        throw ValidationError("--alleen: no row “\(word)”")
      }
      return group
    }
  }
}

/// What this machine is.
enum Machine {
  static var name: String {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
    return model.map { $0.trimmingCharacters(in: .whitespaces) } ?? ProcessInfo.processInfo.operatingSystemVersionString
  }
}
