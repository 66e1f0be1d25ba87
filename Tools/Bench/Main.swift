import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie

/// Measures a generated ledger beside the floor that the machine allows, in one run, and prints the ratios.
@main
enum Main {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let events = arguments.first.flatMap { Int($0) } ?? 100_000
    let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("waarborg-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = Report()

    let floor = try Floor.measure(in: folder)
    report.line("floor: Ed25519 verify, one thread", floor.verify, "per second")
    report.line("floor: sign + hash + insert, 256 a commit", floor.append, "per second")

    let generated = try GeneratedLedger(in: folder.appendingPathComponent("bench.ledger"))
    let appending = try Stopwatch.measure { try generated.append(events) }
    report.line("append in batches of 256", Double(events) / appending, "events per second")
    report.ratio("append against its floor", Double(events) / appending / floor.append, goal: 0.5)

    let cores = ProcessInfo.processInfo.activeProcessorCount
    let verifying = try Stopwatch.measure { try generated.verify() }
    report.line("verify, five questions, \(events) events", verifying, "seconds")
    report.line("verify", Double(events) / verifying, "events per second")
    report.ratio(
      "verify against raw verify x \(cores) cores", Double(events) / verifying / floor.verify / Double(cores), goal: 0.7
    )

    let rebuilding = try Stopwatch.measure { try generated.rebuild() }
    report.line("rebuild all views", Double(events) / rebuilding, "events per second")
    report.line("peak memory of this process", PeakMemory.mebibytes, "MiB")
  }
}

/// Wall-clock seconds of a piece of work.
enum Stopwatch {
  static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }
}

/// The most memory this process ever held, as the kernel counts it (proc(5), `VmHWM`).
enum PeakMemory {
  static var mebibytes: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Double(line.filter(\.isNumber)) ?? 0) / 1024
  }
}

/// Prints one figure a line.
struct Report {
  func line(_ name: String, _ value: Double, _ unit: String) {
    print(pad(name) + String(format: "%12.1f ", value) + unit)
  }

  func ratio(_ name: String, _ value: Double, goal: Double) {
    print(pad(name) + String(format: "%12.2f ", value) + "(goal \(goal))")
  }

  private func pad(_ name: String) -> String { name.padding(toLength: 52, withPad: " ", startingAt: 0) }
}
