import Console
import Governance
import Ledger

/// One row of the file: what it says, checked by itself.
struct ImportRij: ImportRow {
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
  init(_ row: CSVReader.Row, _ kop: ImportKop<ImportKolom>) throws {
    var cells = try ImportCells(row, kop)
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
      .beperkingen, ToestemmingBeslist.voorwaarden.declaration.shape)
    gemeld = cells.date(.gemeld)
    besluit = cells.besluit()
    besluitOp = cells.date(.besluitOp)
    openbaar = cells.day(.openbaar)
    for kolom in ImportKolom.required { cells.require(kolom) }
    checkTogether(&cells)
    guard cells.fouten.isEmpty else { throw ImportFouten(cells.fouten) }
  }

  /// What can only be judged across columns.
  private func checkTogether(_ cells: inout ImportCells<ImportKolom>) {
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

extension ImportCells<ImportKolom> {
  fileprivate mutating func persoon() -> StreamID? {
    value(.persoon, Text(nl: "verwacht: een pseudoniem, Persoon/…", en: "expected: a pseudonym, Persoon/…")) {
      StreamID($0).flatMap { $0.kind == "Persoon" ? $0 : nil }
    }
  }

  fileprivate mutating func besluit() -> ImportBesluit? {
    let words = ImportBesluit.allCases.map(\.rawValue).joined(separator: ", ")
    return value(
      .besluit, Text(nl: "verwacht een van: \(words), of leeg", en: "expected one of: \(words), or empty")
    ) { ImportBesluit(cell: $0) }
  }
}
