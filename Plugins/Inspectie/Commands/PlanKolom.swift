import Console
import Governance
import Ledger

/// A column of a plan of measures; what it is called there is its raw value.
enum PlanKolom: String, ImportColumn {
  case maatregel
  case soort
  case verantwoordelijke
  case aanduiding
  case uitvoerenVoor = "uitvoeren voor"
  case evaluerenVoor = "evalueren voor"
  case criterium
  case bestond
  case eisen
  case uitgevoerdOp = "uitgevoerd op"

  static let required: [PlanKolom] = [.maatregel, .soort]

  var meaning: Text {
    switch self {
    case .maatregel: Text(nl: "wat de maatregel is, zonder namen", en: "what the measure is, without names")
    case .soort: Text(SoortMaatregel.woorden)
    case .verantwoordelijke:
      Text(nl: "de functie, zoals zij in het grootboek heet", en: "the function, as the ledger calls it")
    case .aanduiding:
      Text(
        nl: "wat het plan noemt als dat geen functie is, zoals een team",
        en: "what the plan names when it is no function")
    case .uitvoerenVoor, .evaluerenVoor: Text(nl: "een dag", en: "a day")
    case .criterium: Text(nl: "waaraan wordt afgemeten of zij werkt", en: "by what it is judged whether it works")
    case .bestond: Text(nl: "ja als zij er al was", en: "ja when it was there already")
    case .eisen: Text(nl: "welke eisen, met komma's ertussen", en: "which demands, with commas in between")
    case .uitgevoerdOp: Text(nl: "een datum, als zij al is uitgevoerd", en: "a date, when it was carried out already")
    }
  }
}

/// One row of a plan: a measure, checked by itself.
struct PlanRij: ImportRow {
  let line: Int
  let maatregel: String
  let soort: SoortMaatregel?
  let verantwoordelijke: String?
  let aanduiding: String?
  let uitvoerenVoor: CalendarDate?
  let evaluerenVoor: CalendarDate?
  let criterium: String?
  let bestond: Bool?
  let eisen: [String]?
  let uitgevoerdOp: ImpreciseDate?

  init(_ row: CSVReader.Row, _ kop: ImportKop<PlanKolom>) throws {
    var cells = try ImportCells(row, kop)
    line = row.line
    maatregel = cells.text(.maatregel, MaatregelVastgelegd.omschrijving.declaration.shape) ?? ""
    soort = cells.value(
      .soort, Text(nl: "verwacht een van: \(SoortMaatregel.woorden)", en: "expected one of: \(SoortMaatregel.woorden)")
    ) { SoortMaatregel(rawValue: $0.lowercased()) }
    verantwoordelijke = cells.text(.verantwoordelijke, .text(most: 200))
    aanduiding = cells.text(.aanduiding, VerantwoordelijkeAangewezen.aanduiding.declaration.shape)
    uitvoerenVoor = cells.day(.uitvoerenVoor)
    evaluerenVoor = cells.day(.evaluerenVoor)
    criterium = cells.text(.criterium, MaatregelVastgelegd.criterium.declaration.shape)
    bestond = cells.truth(.bestond)
    eisen = cells.text(.eisen, .text(most: 2000)).map { text in
      text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }
    uitgevoerdOp = cells.date(.uitgevoerdOp)
    if let eisen, let problem = Bewijs.eisen.declaration.shape.problem(eisen.json) { cells.add(.eisen, problem) }
    if verantwoordelijke != nil, aanduiding != nil {
      cells.add(
        .aanduiding,
        Text(nl: "er staat ook een functie; noem één van beide", en: "there is a function as well; name one of both"))
    }
    for kolom in PlanKolom.required { cells.require(kolom) }
    guard cells.fouten.isEmpty else { throw ImportFouten(cells.fouten) }
  }
}
