import Governance

/// The first line of the file: which column stands where.
public struct ImportKop<Kolom: ImportColumn> {
  /// The columns, in the order of the file.
  public let kolommen: [Kolom]

  /// Reads the first line.
  /// - Throws: `ImportFouten` that name what was found and what was expected.
  public init(_ row: CSVReader.Row?) throws {
    guard let row, !row.isEmpty else {
      throw ImportFouten(
        ImportFout(line: 1, nil, Text(nl: "de kop ontbreekt", en: "the header is missing") + Self.expected))
    }
    let headings = row.cells.map { $0.trimmed }
    let known = headings.map { Kolom(heading: $0) }
    if let delimiter = Self.otherDelimiter(headings) {
      throw ImportFouten(
        ImportFout(
          line: row.line, nil,
          Text(
            nl: "de kolommen zijn gescheiden door \(delimiter.nl); verwacht: puntkomma's",
            en: "the columns are separated by \(delimiter.en); expected: semicolons")))
    }
    guard known.contains(where: { $0 != nil }) || headings.contains(where: { Kolom.nearest(to: $0) != nil })
    else {
      // What stands here instead can be the first person of the register.
      throw ImportFouten(
        ImportFout(
          line: row.line, nil,
          Text(
            nl: "dit is geen kop: geen van de kolommen is bekend", en: "this is no header: none of the columns is known"
          )
            + Self.expected))
    }
    let faults = Self.faults(row.line, headings, known)
    guard faults.isEmpty else { throw ImportFouten(faults) }
    kolommen = known.compactMap(\.self)
  }

  private static func faults(_ line: Int, _ headings: [String], _ known: [Kolom?]) -> [ImportFout] {
    var faults: [ImportFout] = []
    for (index, (heading, kolom)) in zip(headings, known).enumerated() {
      let place = "\(index + 1)"
      if let kolom {
        guard let first = known.firstIndex(of: kolom), first < index else { continue }
        faults.append(
          ImportFout(
            line: line, place,
            Text(
              nl: "«\(kolom.rawValue)» staat er twee keer, ook als kolom \(first + 1)",
              en: "“\(kolom.rawValue)” is there twice, also as column \(first + 1)")))
      } else {
        faults.append(ImportFout(line: line, place, unknown(heading)))
      }
    }
    for kolom in Kolom.required where !known.contains(kolom) {
      faults.append(
        ImportFout(
          line: line, nil,
          Text(nl: "kolom «\(kolom.rawValue)» ontbreekt", en: "column “\(kolom.rawValue)” is missing")))
    }
    return faults
  }

  private static func unknown(_ heading: String) -> Text {
    if heading.isEmpty { return Text(nl: "de kolom heeft geen naam", en: "the column has no name") }
    let short = String(heading.prefix(40))
    if let nearest = Kolom.nearest(to: heading) {
      return Text(
        nl: "«\(short)» is niet bekend; bedoelde u «\(nearest.rawValue)»?",
        en: "“\(short)” is not known; did you mean “\(nearest.rawValue)”?")
    }
    return Text(nl: "«\(short)» is niet bekend", en: "“\(short)” is not known") + expected
  }

  private static var expected: Text {
    let names = Kolom.allCases.map(\.rawValue).joined(separator: "; ")
    return Text(nl: "; verwacht: \(names)", en: "; expected: \(names)")
  }

  /// What separates the columns, when it is no semicolon: then the whole header is one cell.
  private static func otherDelimiter(_ headings: [String]) -> Text? {
    guard headings.count == 1, let heading = headings.first, Kolom(heading: heading) == nil else { return nil }
    let candidates: [(Character, Text)] = [
      (",", Text(nl: "komma's", en: "commas")), ("\t", Text("tabs")),
      ("|", Text(nl: "verticale strepen", en: "vertical bars")),
    ]
    return candidates.first { candidate in
      heading.split(separator: candidate.0).contains { Kolom.nearest(to: $0.trimmed) != nil }
        && heading.contains(candidate.0)
    }?.1
  }
}
