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
  var openMededelingen: [Mededelingsplicht] { mededelingen(zeker: true) }

  /// What must still be told, in the order of the log.
  /// - Parameter zeker: Without what only a field decides that this reader may not see.
  func mededelingen(zeker: Bool) -> [Mededelingsplicht] {
    stappen.flatMap { plichten($0, zeker) }.filter { mededeling(van: $0.nummer, aan: $0.aan) == nil }
  }

  /// What someone can still be told: also what was kept from that one until now.
  func mededeling(mogelijk nummer: Int64, aan: String) -> Mededelingsplicht? {
    stappen.flatMap { plichten($0, false) }.first { plicht in
      guard plicht.nummer == nummer, plicht.aan == aan else { return false }
      return mededeling(van: nummer, aan: aan).map { $0.onthouden != nil } ?? true
    }
  }

  /// What was last recorded of telling someone of a step, with the ground when it was that this one was not.
  func mededeling(van nummer: Int64, aan: String) -> (feit: Zaakfeit, onthouden: String?)? {
    for feit in feiten.reversed() where feit.telt {
      if case .medegedeeld(nummer, aan, let onthouden) = feit.gebeurtenis { return (feit, onthouden) }
    }
    return nil
  }

  /// Why a party may not have a step; nil when it may.
  func onthouding(_ feit: Zaakfeit, aan partij: String) -> String? {
    if let grond = mededeling(van: feit.nummer, aan: partij)?.onthouden {
      let bron = feit.stap?.informeer.first { $0.tenzij.contains(grond) }?.herkomst.text
      return bron.map { "\(grond) (\($0))" } ?? grond
    }
    for later in stappen {
      guard let stap = later.stap else { continue }
      for item in stap.onthoudt where item.stappen.contains(feit.gebeurtenis.stap ?? "") {
        let voor = item.veld.flatMap { later.velden[$0] } ?? item.aan
        guard voor.contains(partij), !isGegeven(item, aan: partij, na: later) else { continue }
        let grond = item.grond.flatMap { later.waarde($0) } ?? stap.ongeinformeerd.first?.reden ?? stap.betekenis
        return "\(grond) (\(item.herkomst.isLeeg ? stap.herkomst.text : item.herkomst.text))"
      }
    }
    return nil
  }

  /// Whether a step that ends the keeping came after it, for this party.
  private func isGegeven(_ item: Onthouding, aan partij: String, na later: Zaakfeit) -> Bool {
    stappen.contains { feit in
      guard feit.nummer > later.nummer, item.tot.contains(feit.gebeurtenis.stap ?? "") else { return false }
      guard let veld = item.veld, feit.stap?.veld(veld) != nil else { return true }
      return feit.velden[veld]?.contains(partij) == true
    }
  }

  private func plichten(_ feit: Zaakfeit, _ zeker: Bool) -> [Mededelingsplicht] {
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
    for plicht in stap.informeer where plicht.binnen == nil && geldt(plicht.als, zeker) {
      guard let wat = plicht.wat else { continue }
      // Who belongs to the case sees it there.
      plichten += plicht.wie.filter { feit.procedure.deelnemer($0)?.soort != .functie }.map {
        Mededelingsplicht(
          nummer: feit.nummer, stap: stap.id, aan: $0, wat: wat, tenzij: plicht.tenzij, bron: plicht.herkomst.text)
      }
    }
    return plichten
  }

  /// Whether any step says what a duty depends on; what this reader may not see may say so.
  private func geldt(_ als: Voorwaarde?, _ zeker: Bool) -> Bool {
    guard case .veld(let moment, let codes)? = als, let veld = moment.veld else { return true }
    return stappen.contains { feit in
      guard feit.gebeurtenis.stap == moment.stap else { return false }
      guard let waarden = feit.velden[veld] else { return !zeker && !feit.verborgen.isEmpty }
      return waarden.contains { codes.contains($0) }
    }
  }
}
