import Console
import Governance
import Ledger

/// Finds what is there already: twice in the file, or in the ledger and in the file.
struct ImportDubbelen {
  private struct Key: Hashable {
    let functie: StreamID
    let persoon: StreamID
    let activiteit: String
    let organisatie: String
  }

  private struct Holder: Hashable {
    let functie: StreamID
    let persoon: StreamID
  }

  private let reading: Reading
  private var seen: [Key: [(line: Int, ingang: ImpreciseDate?)]] = [:]
  private var recorded:
    [Holder: [(stream: StreamID, activiteit: String, organisatie: String, ingang: ImpreciseDate?)]] =
      [:]

  init(_ reading: Reading) { self.reading = reading }

  /// Refuses a row that says what an earlier row or the ledger says.
  ///
  /// The same activity at the same body with another start is another one; without a start it is taken to be the same.
  mutating func check(_ rij: ImportRij, _ functie: StreamID, _ persoon: StreamID) throws {
    let key = Key(
      functie: functie, persoon: persoon, activiteit: rij.activiteit.comparisonKey,
      organisatie: (rij.organisatie ?? "").comparisonKey)
    if let earlier = seen[key]?.first(where: { Self.same($0.ingang, rij.ingang) }) {
      throw ImportFouten(
        fout(
          rij, .nevenwerkzaamheid, Text(nl: "dubbel met regel \(earlier.line)", en: "the same as line \(earlier.line)"))
      )
    }
    seen[key, default: []].append((rij.line, rij.ingang))
    let found = try reports(functie, persoon).first {
      $0.activiteit == key.activiteit && $0.organisatie == key.organisatie && Self.same($0.ingang, rij.ingang)
    }
    guard let found else { return }
    let handle = try Namen.handle(found.stream, reading.views) ?? found.stream.description
    throw ImportFouten(
      fout(
        rij, .nevenwerkzaamheid,
        Text(nl: "staat al in het grootboek, als \(handle)", en: "is in the ledger already, as \(handle)")))
  }

  private static func same(_ left: ImpreciseDate?, _ right: ImpreciseDate?) -> Bool {
    left == nil || right == nil || left == right
  }

  private mutating func reports(
    _ functie: StreamID, _ persoon: StreamID
  ) throws -> [(stream: StreamID, activiteit: String, organisatie: String, ingang: ImpreciseDate?)] {
    let holder = Holder(functie: functie, persoon: persoon)
    if let found = recorded[holder] { return found }
    let found = try Werkzaamheid.of(persoon, beside: functie, reading.views).filter(\.telt).map { activity in
      (
        stream: activity.stream, activiteit: try text(NevenwerkzaamheidGemeld.activiteit, activity),
        organisatie: try text(Inhoud.organisatie, activity),
        ingang: try value(Looptijd.ingang, activity).flatMap { ImpreciseDate(json: $0) }
      )
    }
    recorded[holder] = found
    return found
  }

  /// The last value of a sealed text in a report and its changes; empty when it has none.
  private func text(_ field: Field<String>, _ activity: Werkzaamheid) throws -> String {
    try value(field, activity)?.string?.comparisonKey ?? ""
  }

  private func value(_ field: Field<some FieldValue>, _ activity: Werkzaamheid) throws -> JSON? {
    for fact in activity.inhoud() {
      let revealed = try reading.filter.reveal(fact.reference(field))
      if case .sealed = revealed { throw ImportHouders.unreadable }
      if case .value(let value) = revealed { return value }
    }
    return nil
  }
}
