import Foundation
import Governance
import Ledger

extension Runner {
  /// How every demand stands, with so many pieces of evidence: what an inspector waits for.
  func measureDemands(_ counts: [Int]) throws {
    let today = try Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
    let town = try Town("inspectie.ledger", in: place, founded: try today.date.adding(days: -30))
    town.clock.set(today)
    var there = 0
    for count in counts {
      let drafts = try (there..<max(there, count)).map { try Self.evidence($0, town, today.date) }
      _ = try town.write { try town.append(drafts, als: .secretariaat, to: $0) }
      there = max(there, count)
      _ = try run(["status"], on: town.opened)
      let floor = floors.start
      var measured = measure(Rows.demands, size: count, .call, floor: floor, floorOf: "start of the program") { _ in
        try run(["inspectie", "stand", "--eis", "AI", "--json"], on: town.opened)
      }
      measured.note = "of \(Self.demands.count) demands"
      add(measured)
      add(bundle(of: count, town))
    }
  }

  /// Making a bundle of all of it; the PDF beside it is a browser's work and left out.
  private func bundle(of count: Int, _ town: Town) -> Measurement {
    measure(Rows.bundle, size: count, .call, floor: floors.start, floorOf: "start of the program", atMost: 3) {
      number in
      let folder = "bundel-\(count)-\(number)"
      defer { place.clear(folder) }
      return try run(
        ["bundel", "maak", place.path(folder), "--eis", "AI", "--zonder-pdf"], on: town.opened, als: .secretariaat)
    }
  }

  /// Demands that information to employees shows: each piece of evidence counts, and is in the bundle.
  private static let demands = ["AI-2.1", "AI-2.2", "AI-2.3", "AI-2.7", "AI-2.12"]

  /// One of many pieces of evidence, for one demand after another.
  private static func evidence(_ number: Int, _ town: Town, _ day: CalendarDate) throws -> EventDraft {
    let subjects = ["gedragsregels", "nietToegestaan", "gevolgen", "omstanders", "risicos", "maatregelen"]
    return try town.drafting.draft(
      "VoorlichtingGegeven", town.drafting.stream("Bewijs", day), day,
      [
        ("eisen", .array([.string(demands[number % demands.count])])), ("verzameldOp", .string("\(day)")),
        ("doelgroep", .string("alleWerknemers")), ("onderwerpen", .array(subjects.map { .string($0) })),
      ])
  }
}
