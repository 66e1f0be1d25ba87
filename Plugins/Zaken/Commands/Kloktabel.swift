import Console
import Governance
import Ledger

/// The clocks of a case: each with a line on which it runs, its sum and how it stands.
struct Kloktabel {
  /// How many characters a line has.
  private static let breedte = 24

  private let klokken: [Klok]
  private let dag: CalendarDate
  private let van: CalendarDate
  private let tot: CalendarDate

  /// - Parameter dag: The day that is shown as now.
  init(_ klokken: [Klok], op dag: CalendarDate) {
    self.klokken = klokken.filter { $0.begin != nil || $0.status == nil && $0.isOpen }
    self.dag = dag
    let days = self.klokken.flatMap { [$0.begin?.dag.earliest, $0.laatste].compactMap(\.self) } + [dag]
    van = days.min() ?? dag
    tot = days.max() ?? dag
  }

  var isLeeg: Bool { klokken.isEmpty }

  var tabel: Table {
    var table = Table([
      .init(Text(nl: "Termijn", en: "Term")),
      .init(van.text + Text(" – ") + tot.text + Text(nl: ", nu: |", en: ", now: |"), overflow: .keep),
      .init(Text(nl: "Uiterlijk", en: "By"), overflow: .keep), .init(Text(nl: "Stand", en: "Status")),
      .init(Text(nl: "Som", en: "Sum")),
    ])
    for klok in klokken {
      let uiterlijk =
        klok.laatste.map { last in
          guard let raw = klok.ruw, raw != last else { return last.text }
          return last.text + Text(nl: " (ruw ", en: " (raw ") + raw.text + Text(")")
        } ?? Text("–")
      table.row(
        "\(klok.termijn.id) \(klok.naam)\(klok.volgens.map { " (versie \($0))" } ?? "")", "\(lijn(klok))",
        "\(uiterlijk)", stand(klok),
        StyledText(klok.som) + (klok.ontbreekt.map { StyledText(Text("; ") + $0, .warning) } ?? ""))
    }
    return table
  }

  private func stand(_ klok: Klok) -> StyledText {
    if klok.begin == nil { return "\(Text(nl: "niet begonnen", en: "not started"), .faint)" }
    guard let status = klok.status else { return "\(Text(nl: "niet te zeggen", en: "cannot be said"), .warning)" }
    let style: Style? =
      switch status {
      case .verstreken, .teLaat: .bad
      case .nadert: .warning
      case .gehaald: .good
      case .loopt, .vervallen: nil
      }
    return StyledText(status.text, style)
  }

  /// From its start to its end, with what was met and today.
  private func lijn(_ klok: Klok) -> String {
    var cells = Array(repeating: Character("·"), count: Self.breedte)
    if let begin = klok.begin?.dag.earliest, let end = klok.laatste {
      for cell in plaats(begin)...max(plaats(begin), plaats(end)) { cells[cell] = "━" }
      cells[plaats(begin)] = "┣"
      cells[max(plaats(begin), plaats(end))] = "┫"
    }
    if let met = klok.gehaald?.dag.earliest, met >= van, met <= tot { cells[plaats(met)] = "✓" }
    cells[plaats(dag)] = "|"
    return String(cells)
  }

  private func plaats(_ day: CalendarDate) -> Int {
    let length = max(1, tot.daysSinceEpoch - van.daysSinceEpoch)
    let part = (day.daysSinceEpoch - van.daysSinceEpoch) * (Self.breedte - 1) / length
    return min(max(part, 0), Self.breedte - 1)
  }
}

extension Klok {
  /// The clock under stable names.
  var json: JSON {
    [
      "termijn": .string(termijn.id), "naam": .string(termijn.naam), "voor": voor.map { .string($0) } ?? .null,
      "begin": begin.map { $0.dag.json } ?? .null,
      "ruw": ruw?.json ?? .null, "uiterlijk": laatste?.json ?? .null,
      "status": status.map { .string($0.rawValue) } ?? .null, "gehaald": gehaald.map { $0.dag.json } ?? .null,
      "som": .string(som.nl), "ontbreekt": ontbreekt.map { .string($0.nl) } ?? .null,
      "bron": .string(termijn.herkomst.text),
      "versie": volgens.map { .string($0) } ?? .null,
    ]
  }
}
