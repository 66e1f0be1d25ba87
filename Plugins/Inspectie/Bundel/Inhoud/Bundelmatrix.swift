import Governance
import Ledger
import Organisatie

/// The demands of a bundle and how they stand: `matrix.json`, `matrix.csv`, and the picture in `LEESMIJ.html`.
///
/// Nothing sealed is in it: what a receiver may see of an event is in that event, and only there.
struct Bundelmatrix: Sendable {
  let beelden: [Standbeeld]

  /// What was asked for, as it stood on a day.
  /// - Throws: `Failure` (66) for a demand that does not exist.
  init(eisen: [String], op day: CalendarDate, _ book: Grootboek, _ reading: Reading) throws {
    let found = try eisen.flatMap { try Standkeuze($0).standbeelden(op: day, book, reading) }
    beelden = Self.perBrief(found).map { $0.zonderRedenen.metGevraagdeMaatregelen }
  }

  /// What one letter imposes stands together, each demand once and in the order of its tree, however it was asked for.
  private static func perBrief(_ beelden: [Standbeeld]) -> [Standbeeld] {
    beelden.reduce(into: []) { samen, beeld in
      guard let index = samen.firstIndex(where: { $0.digest == beeld.digest && $0.zaak == beeld.zaak }) else {
        samen.append(beeld)
        return
      }
      let eisen = Dictionary((samen[index].eisen + beeld.eisen).map { ($0.eis.id, $0) }) { first, _ in first }
      samen[index].eisen = beeld.boom.eisen.compactMap { eisen[$0.id] }
    }
  }

  var eisen: [(beeld: Standbeeld, eis: Eisstand)] {
    beelden.flatMap { beeld in beeld.eisen.map { (beeld, $0) } }
  }

  var json: JSON {
    [
      "eisen": .array(
        eisen.map { _, eis in
          [
            "eis": .string(eis.eis.id), "stand": .string(eis.stand.text.nl),
            "gebeurtenissen": .array(eis.posities.map { .int(Int64($0)) }),
          ]
        }), "standen": .array(beelden.map(\.json)),
    ]
  }

  var csv: [UInt8] { Standbeeld.csv(beelden) }

  /// The board and the time line with the term, each picture on a page of its own.
  var bord: String { Bord(beelden).bladen.joined() }

  /// Who answers for a measure, as the only holder of a function on the day: where that was recorded, with the name.
  var houders: Set<UInt64> {
    Set(
      beelden.flatMap(\.maatregelen).compactMap { measure in
        if case .een(let holding) = measure.verantwoordelijke { holding.position } else { nil }
      })
  }

  /// Every event that some demand or measure rests on, and the letters that impose them.
  var plaatsen: Set<UInt64> {
    let demands = eisen.flatMap(\.eis.posities) + beelden.flatMap { $0.maatregelen.flatMap(\.posities) }
    return Set(demands + beelden.compactMap { $0.zaak?.position })
  }
}

extension Standbeeld {
  /// The same with the measures only where a demand is about them: what was not asked stays at home.
  fileprivate var metGevraagdeMaatregelen: Standbeeld {
    let asksMeasures = eisen.contains { demand in
      demand.eis.bewijs.contains { rule in
        rule.onderwerp == Maatregel.streamKind || rule.voorwaarden.contains { $0.isOverMaatregelen }
      }
    }
    var beeld = self
    if !asksMeasures { beeld.maatregelen = [] }
    return beeld
  }

  /// The same, with what a person wrote under seal left where it is.
  fileprivate var zonderRedenen: Standbeeld {
    var beeld = self
    beeld.eisen = eisen.map(\.zonderReden)
    return beeld
  }
}

extension Eisstand {
  fileprivate var zonderReden: Eisstand {
    Eisstand(
      eis: eis, nummer: nummer, stand: stand, ontbreekt: ontbreekt, bewijs: bewijs, registratie: registratie,
      alternatief: alternatief, beoordeling: beoordeling.map(\.zonderReden), opTijd: opTijd, toen: toen)
  }
}

extension Beoordeling {
  fileprivate var zonderReden: Beoordeling {
    Beoordeling(
      position: position, op: op, vastgelegd: vastgelegd, uitkomst: uitkomst, rol: rol, mandaatVan: mandaatVan,
      reden: .sealed(.intern), over: over, isZonderReden: isZonderReden, gecompromitteerd: gecompromitteerd)
  }
}
