import Foundation

/// What is aimed at, and what was reached.
struct Goal: Sendable {
  let name: String
  /// What was reached and whether that is enough; nil when it was not measured.
  let reached: @Sendable (Report) -> (text: String, isMet: Bool)?

  func line(_ report: Report) -> String {
    let found = reached(report)
    let mark = found.map { $0.isMet ? "met   " : "NOT   " } ?? "-     "
    return "  \(mark)\(name.padding(toLength: 88, withPad: " ", startingAt: 0)) \(found?.text ?? "not measured")"
  }

  static let all: [Goal] =
    [
      Goal(name: "append, batches of 256: over 10,000 events/s and at least 0.5 of the floor") { report in
        report.largest(Rows.append).flatMap { one in
          guard let cost = one.cost, let ratio = one.ratio else { return nil }
          return ("\(Format.rate(1 / cost)), \(decimals(ratio))", 1 / cost > 10_000 && ratio >= 0.5)
        }
      },
      share(Rows.appendOne, "at most 2 x (start + unlocking the key + the bare durable commits)", most: 2),
      share(Rows.importing, "at least 0.7 of appending the same events", least: 0.7),
      share(Rows.verify, "at least 0.7 of raw signature checks x cores", least: 0.7),
      share(Rows.verifyWithKey, "at least 0.7 of raw signature checks x cores", least: 0.7),
      memory(Rows.verify), memory(Rows.verifyWithKey),
      share(Rows.rebuild, "at least 0.6 of raw signature checks x cores", least: 0.6), memory(Rows.rebuild),
    ]
    + Rows.commands.map { command in
      Goal(name: "\(command.name): under 50 ms beside start and unlocking, growth under 1.5") { report in
        report.largest(command.name).flatMap { one in
          guard let median = one.median, let floor = one.floor else { return nil }
          let growth = report.growth(of: command.name)
          return (
            "\(Format.milliseconds(median - floor)) by the clock, \(Format.milliseconds(one.beside ?? .nan)) of processor, growth \(growth.map { decimals($0.ratio) } ?? "-") (\(one.size))",
            median - floor < 0.05 && (growth?.ratio ?? 1) < 1.5
          )
        }
      }
    } + [
      cases(Rows.cases), cases(Rows.caseTerms),
      Goal(name: "\(Rows.demands): 5,000 pieces of evidence under 1 s") { report in
        report.at(Rows.demands, 5000).map {
          ($0.failure ?? Format.milliseconds($0.median ?? .nan), ($0.median ?? .infinity) < 1)
        }
      },
      Goal(name: "\(Rows.bundle): 5,000 pieces of evidence under 60 s") { report in
        report.at(Rows.bundle, 5000).map { one in
          (
            one.failure ?? "\(Format.milliseconds(one.median ?? .nan)), \(decimals(one.memory ?? .nan)) MiB",
            (one.median ?? .infinity) < 60
          )
        }
      },
      Goal(name: "publish 100 statements: under 1 s") { report in
        report.at(Rows.publish, 100).map {
          ($0.failure ?? Format.milliseconds($0.median ?? .nan), ($0.median ?? .infinity) < 1)
        }
      },
      Goal(name: "publish 10,000 statements: under 60 s and 300 MB") { report in
        report.at(Rows.publish, 10_000).map { one in
          (
            one.failure ?? "\(Format.milliseconds(one.median ?? .nan)), \(decimals(one.memory ?? .nan)) MiB",
            (one.median ?? .infinity) < 60 && (one.memory ?? .infinity) < 300
          )
        }
      },
    ]

  private static func cases(_ row: String) -> Goal {
    Goal(name: "\(row): 1,000 of 10,000 under 0.5 s beside unlocking, and growing with the own ones only") { report in
      report.at(row, 10_000).map { one in
        let beside = (one.median ?? .infinity) - (one.floor ?? 0)
        let growth = report.at(row, 1000)?.median.map { (one.median ?? .infinity) / $0 }
        return (
          one.failure ?? "\(Format.milliseconds(beside)), growth \(growth.map { decimals($0) } ?? "-")",
          beside < 0.5 && (growth ?? 1) < 1.5
        )
      }
    }
  }

  private static func share(_ row: String, _ words: String, least: Double = 0, most: Double = .infinity) -> Goal {
    Goal(name: "\(row): \(words)") { report in
      report.largest(row).flatMap { one in
        one.failure.map { ($0, false) }
          ?? one.ratio.map { ("\(decimals($0)) (\(one.size))", $0 >= least && $0 <= most) }
      }
    }
  }

  private static func memory(_ row: String) -> Goal {
    Goal(name: "\(row): memory under 200 MB at 1,000,000 events") { report in
      report.largest(row).flatMap { one in
        one.memory.map { ("\(Int($0)) MiB (\(one.size))", $0 * 1.048576 < 200) }
      }
    }
  }

  private static func decimals(_ value: Double) -> String { String(format: "%.2f", value) }
}

extension Report {
  /// The measurement of a row at its largest size.
  func largest(_ row: String) -> Measurement? {
    measurements.filter { $0.row == row }.max { $0.size < $1.size }
  }

  /// The measurement of a row at a size.
  func at(_ row: String, _ size: Int) -> Measurement? { measurements.first { $0.row == row && $0.size == size } }
}
