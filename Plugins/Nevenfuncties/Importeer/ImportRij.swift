import Governance
import Ledger

/// One row of the file: what it says, checked by itself.
struct ImportRij {
  let line: Int
  let functie: String
  let naam: String?
  let persoon: StreamID?
  let functieSinds: ImpreciseDate?
  let activiteit: String
  let organisatie: String?
  let ingang: ImpreciseDate?
  let einde: ImpreciseDate?
  let bezoldigd: Bool?
  let uren: Int64?
  let eigenGemeente: Bool?
  let beperkingen: String?
  let gemeld: ImpreciseDate?
  let besluit: ImportBesluit?
  let besluitOp: ImpreciseDate?
  let openbaar: CalendarDate?

  /// Reads a row.
  /// - Throws: `ImportFouten`, each with its column.
  init(_ row: CSVReader.Row, _ kop: ImportKop) throws {
    let columns = kop.kolommen.count
    guard row.cells.count == columns else {
      throw ImportFouten(
        ImportFout(
          line: row.line, nil,
          Text(
            nl: "\(row.cells.count) cellen, verwacht: \(columns)", en: "\(row.cells.count) cells, expected: \(columns)")
        ))
    }
    var cells = Cells(row, kop)
    line = row.line
    functie = cells.text(.functie, FieldShape.text(most: 200)) ?? ""
    naam = cells.text(.naam, FieldShape.text(most: 200))
    persoon = cells.persoon()
    functieSinds = cells.date(.functieSinds)
    activiteit = cells.text(.nevenwerkzaamheid, NevenwerkzaamheidGemeld.activiteit.declaration.shape) ?? ""
    organisatie = cells.text(.organisatie, Inhoud.organisatie.declaration.shape)
    ingang = cells.date(.ingang)
    einde = cells.date(.einde)
    bezoldigd = cells.truth(.bezoldigd)
    uren = cells.number(.uren, 0...744)
    eigenGemeente = cells.truth(.betaaldDoorEigenGemeente)
    beperkingen = cells.text(
      .beperkingen, ToestemmingOnderVoorwaardenVerleend.voorwaarden.declaration.shape)
    gemeld = cells.date(.gemeld)
    besluit = cells.besluit()
    besluitOp = cells.date(.besluitOp)
    openbaar = cells.day(.openbaar)
    for kolom in ImportKolom.required { cells.require(kolom) }
    checkTogether(&cells)
    guard cells.fouten.isEmpty else { throw ImportFouten(cells.fouten) }
  }

  /// What can only be judged across columns.
  private func checkTogether(_ cells: inout Cells) {
    if let ingang, let einde, einde.precedes(ingang) == .yes {
      cells.add(.einde, Text(nl: "ligt voor de ingang", en: "lies before the start (ingang)"))
    }
    if beperkingen != nil, let besluit, besluit != .onderVoorwaarden {
      cells.add(
        .besluit,
        Text(
          nl: "er zijn beperkingen ingevuld; verwacht: «onder voorwaarden», of leeg",
          en: "restrictions (beperkingen) are filled in; expected: “onder voorwaarden”, or empty"))
    }
    if besluit == .onderVoorwaarden, beperkingen == nil {
      cells.add(.beperkingen, Text(nl: "leeg, verwacht: welke voorwaarden", en: "empty; expected: which conditions"))
    }
    if besluitOp != nil, besluit == nil, beperkingen == nil {
      cells.add(.besluitOp, Text(nl: "er is geen besluit ingevuld", en: "no decision (besluit) is filled in"))
    }
  }
}

/// The cells of a row by column, and what is wrong with them.
private struct Cells {
  private let row: CSVReader.Row
  private let values: [ImportKolom: String]
  private(set) var fouten: [ImportFout] = []

  init(_ row: CSVReader.Row, _ kop: ImportKop) {
    self.row = row
    let filled = zip(kop.kolommen, row.cells).map { ($0, $1.trimmed) }.filter { !$0.1.isEmpty }
    values = Dictionary(filled) { first, _ in first }
  }

  mutating func add(_ kolom: ImportKolom, _ text: Text) {
    fouten.append(ImportFout(line: row.line, kolom.rawValue, text))
  }

  mutating func require(_ kolom: ImportKolom) {
    if values[kolom] == nil {
      add(kolom, Text(nl: "leeg, en dat mag hier niet", en: "empty, which is not allowed here"))
    }
  }

  mutating func text(_ kolom: ImportKolom, _ shape: FieldShape) -> String? {
    guard let value = values[kolom] else { return nil }
    if let problem = shape.problem(.string(value)) { add(kolom, problem) }
    return value
  }

  mutating func date(_ kolom: ImportKolom) -> ImpreciseDate? {
    guard let value = values[kolom] else { return nil }
    do { return try ImportDatum.read(value) } catch {
      add(kolom, error.text)
      return nil
    }
  }

  mutating func day(_ kolom: ImportKolom) -> CalendarDate? {
    guard let date = date(kolom) else { return nil }
    if date.exact == nil { add(kolom, Text(nl: "verwacht: één exacte dag", en: "expected: one exact day")) }
    return date.exact
  }

  mutating func truth(_ kolom: ImportKolom) -> Bool? {
    guard let value = values[kolom] else { return nil }
    switch value.lowercased() {
    case "ja", "j": return true
    case "nee", "n": return false
    default:
      add(kolom, Text(nl: "verwacht: ja of nee", en: "expected: ja (yes) or nee (no)"))
      return nil
    }
  }

  mutating func number(_ kolom: ImportKolom, _ range: ClosedRange<Int64>) -> Int64? {
    guard let value = values[kolom] else { return nil }
    if let number = Int64(value), range.contains(number) { return number }
    add(
      kolom,
      Text(
        nl: "verwacht: een geheel getal van \(range.lowerBound) tot en met \(range.upperBound)",
        en: "expected: a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  mutating func persoon() -> StreamID? {
    guard let value = values[.persoon] else { return nil }
    if let stream = StreamID(value), stream.kind == "Persoon" { return stream }
    add(.persoon, Text(nl: "verwacht: een pseudoniem, Persoon/…", en: "expected: a pseudonym, Persoon/…"))
    return nil
  }

  mutating func besluit() -> ImportBesluit? {
    guard let value = values[.besluit] else { return nil }
    if let besluit = ImportBesluit(cell: value) { return besluit }
    let words = ImportBesluit.allCases.map(\.rawValue).joined(separator: ", ")
    add(.besluit, Text(nl: "verwacht een van: \(words), of leeg", en: "expected one of: \(words), or empty"))
    return nil
  }
}
