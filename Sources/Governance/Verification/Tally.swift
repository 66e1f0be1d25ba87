/// What part of a verification has found so far; parts that ran beside each other are added up in log order.
struct Tally: Sendable {
  private var reports: [CheckName: CheckReport] = [:]

  subscript(name: CheckName) -> CheckReport {
    get { reports[name] ?? CheckReport(name) }
    _modify { yield &reports[name, default: CheckReport(name)] }
  }

  mutating func find(
    _ name: CheckName, _ check: String, at position: UInt64?, event: String? = nil, _ message: Text
  ) {
    self[name].add(Finding(check: check, position: position, event: event, message: message))
  }

  static func += (left: inout Tally, right: Tally) {
    for (name, report) in right.reports { left[name].add(report) }
  }

  /// The five reports in order, their findings by position.
  var checks: [CheckReport] {
    CheckName.allCases.map { name in
      var report = self[name]
      let places = report.findings.enumerated().sorted {
        ($0.element.position ?? .max, $0.offset) < ($1.element.position ?? .max, $1.offset)
      }
      report.findings = places.map(\.element)
      return report
    }
  }
}

extension CheckReport {
  mutating func add(_ finding: Finding) {
    if findings.count < Self.mostFindings { findings.append(finding) } else { more += 1 }
  }

  fileprivate mutating func add(_ other: CheckReport) {
    checked += other.checked
    notJudged += other.notJudged
    closed += other.closed
    sealed += other.sealed
    unreadable += other.unreadable
    erased += other.erased
    withheld += other.withheld
    orphans += other.orphans
    more += other.more
    for finding in other.findings { add(finding) }
  }
}
