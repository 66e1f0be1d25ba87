import Console
import Governance
import Ledger
import LedgerCrypto
import Organisatie

/// The clocks of the cases that one reader belongs to; never part of what is shared with others.
struct Zaaktermijnen {
  let zaken: Zaaklezer
  let dag: CalendarDate

  /// Those that ask for something, and a line for each case of which no clock can be computed or that nobody has.
  /// - Parameter alle: Whether what was met or has lapsed is asked for as well, also of closed cases.
  func lopend(alle: Bool) throws -> [RunningTerm] {
    let kalenders = try Kalenders(zaken.reading.views)
    // One that cannot be read hides the clocks of no other: `zaak lijst` names it.
    return try zaken.alle { _, _ in }.filter { alle || !$0.isGesloten }.flatMap { zaak in
      let klokken = zaak.klokken(op: dag, kalenders).alle
      let lopend = klokken.filter { zaak.isGesloten ? !$0.isOpen : alle || $0.isOpen }.compactMap { $0.lopend(zaak) }
      return lopend + zorgen(zaak, heeftKlok: klokken.contains { $0.isOpen && $0.laatste != nil })
    }
  }

  private func zorgen(_ zaak: Zaak, heeftKlok: Bool) -> [RunningTerm] {
    guard let feit = zaak.feiten.first, !zaak.isTenEinde else { return [] }
    var zorgen: [RunningTerm] = []
    func zorg(_ id: String, _ naam: Text) {
      let declaration = TermDeclaration(
        id: id, naam, nil, starts: Text(""), meets: Text(""), consequence: Text(""),
        source: zaak.procedure.herkomst.text)
      zorgen.append(
        RunningTerm(
          declaration, on: Onderwerp(stream: zaak.stream, versie: nil, handle: zaak.kenmerk), .on(.unknown),
          startedBy: feit.position))
    }
    if !heeftKlok { zorg("ZAAK-ZONDER-KLOK", Text(nl: "geen termijn te berekenen", en: "no term can be computed")) }
    if !zaak.stand.isGeleid(zaken.reading.registry) {
      zorg("ZAAK-ZONDER-BEHANDELAAR", Text(nl: "niemand behandelt deze zaak", en: "nobody handles this case"))
    }
    return zorgen
  }
}

extension ZakenPlugin {
  /// The clocks of the cases that a reader belongs to.
  public func sealedTerms(
    for reader: UnlockedKey, _ program: Program, _ book: Grootboek, _ reading: Reading, on day: CalendarDate,
    alle: Bool
  ) throws -> [RunningTerm] {
    try Zaaktermijnen(zaken: program.zaaklezer(book, reading, reader), dag: day).lopend(alle: alle)
  }
}
