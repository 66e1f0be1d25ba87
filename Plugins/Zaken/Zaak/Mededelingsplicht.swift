import Governance
import Ledger

/// That someone must be told of an entry of a case, apart from the step itself: of a suspension (Awb 4:15 lid 3 and 4), or
/// of what the procedure names. It stays open until it is recorded that it was done, or left on a ground that allows it.
struct Mededelingsplicht: Sendable {
  let nummer: Int64
  let stap: String
  let aan: String
  /// Of what.
  let wat: String
  /// The grounds on which this one may be kept uninformed.
  let tenzij: [String]
  let bron: String
}

extension Zaakstand {
  /// What must still be told, in the order of the log.
  var openMededelingen: [Mededelingsplicht] {
    mededelingen.filter { plicht in
      !feiten.contains { feit in
        guard feit.telt, case .medegedeeld(plicht.nummer, plicht.aan, _) = feit.gebeurtenis else { return false }
        return true
      }
    }
  }

  private var mededelingen: [Mededelingsplicht] {
    stappen.flatMap { feit -> [Mededelingsplicht] in
      guard let stap = feit.stap else { return [] }
      let gronden = feit.procedure.termijnen.flatMap(\.opschorting).filter { $0.stap == stap.id }
      var plichten: [Mededelingsplicht] = []
      for grond in gronden {
        for aan in grond.mededeling where !plichten.contains(where: { $0.aan == aan }) {
          plichten.append(
            Mededelingsplicht(
              nummer: feit.nummer, stap: stap.id, aan: aan, wat: "de opschorting (\(grond.artikel))", tenzij: [],
              bron: grond.herkomst.isLeeg ? grond.artikel : grond.herkomst.text))
        }
      }
      // What is due within a term has a clock; what a step itself tells needs no telling of it.
      for plicht in stap.informeer where plicht.binnen == nil {
        guard let wat = plicht.wat else { continue }
        // Who belongs to the case sees it there.
        plichten += plicht.wie.filter { feit.procedure.deelnemer($0)?.soort != .functie }.map {
          Mededelingsplicht(
            nummer: feit.nummer, stap: stap.id, aan: $0, wat: wat, tenzij: plicht.tenzij, bron: plicht.herkomst.text)
        }
      }
      return plichten
    }
  }
}
