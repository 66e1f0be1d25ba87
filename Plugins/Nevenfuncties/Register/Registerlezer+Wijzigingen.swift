import Governance
import Ledger

extension Registerlezer {
  /// What changed by the day, in the order of the log.
  func wijzigingen() throws -> [OpenbareWijziging] {
    let all = try aangewezen() + gepubliceerd() + gemeld() + bevestigd() + vernietigd()
    return all.sorted { ($0.position, $0.opgave ?? "") < ($1.position, $1.opgave ?? "") }
  }

  private func aangewezen() -> [OpenbareWijziging] {
    feiten.aanwijzingen.flatMap { designation -> [OpenbareWijziging] in
      guard let functie = feiten.namen.functie(designation.functie) else { return [] }
      return [
        wijziging(.functieAangewezen, designation.feit, functie, nil, nil),
        designation.ingetrokken.flatMap { wijziging(.functieVervallen, $0, functie, nil, nil) },
      ].compactMap(\.self)
    }
  }

  private func gepubliceerd() -> [OpenbareWijziging] {
    opgaven.flatMap { statement -> [OpenbareWijziging] in
      let facts = statement.opgave.feiten.filter(\.counts).compactMap { fact -> OpenbareWijziging? in
        let kind: OpenbareWijziging.Soort
        switch fact.type {
        case OpgaveGepubliceerd.type.name: kind = .toegevoegd
        case OpgaveBijgewerkt.type.name: kind = .gewijzigd
        case OpgaveIngetrokken.type.name: kind = .ingetrokken
        default: return nil
        }
        return wijziging(kind, fact, statement.plek, statement.openbaar.id)
      }
      guard let end = statement.werkzaamheid.einde(op: dag), statement.opgave.leeft(op: end.day) else { return facts }
      return facts + [wijziging(.beeindigd, end, statement.plek, statement.openbaar.id)].compactMap(\.self)
    }
  }

  private func gemeld() -> [OpenbareWijziging] {
    feiten.werkzaamheden.compactMap { activity in
      guard let withheld = activity.achterwege(op: dag),
        let plek = feiten.plek(activity.persoon, activity.functie(voor: withheld.position)), isOpLijst(plek, withheld)
      else { return nil }
      return wijziging(.nietGepubliceerd, withheld, plek, nil)
    }
  }

  private func bevestigd() -> [OpenbareWijziging] {
    feiten.bevestigingen.compactMap { fact in
      guard let person = fact[Houderschap.persoon], let function = fact[Houderschap.functie],
        let plek = feiten.plek(person, function), isOpLijst(plek, fact)
      else { return nil }
      return wijziging(fact[NevenwerkzaamhedenBevestigd.geen] == true ? .geenGemeld : .bevestigd, fact, plek, nil)
    }
  }

  private func vernietigd() throws -> [OpenbareWijziging] {
    try opgaven.flatMap { statement in
      var seen: Set<UInt64> = []
      return try statement.opgave.feiten.flatMap { try vernietigingen($0.id) }.filter {
        $0.effective.latest.map { $0 <= dag } ?? true && seen.insert($0.position).inserted
      }.map { erasure in
        OpenbareWijziging(
          event: erasure.id, position: erasure.position, recordedAt: erasure.recordedAt, effective: erasure.effective,
          soort: .vernietigd, functie: statement.plek.functie, kaart: statement.plek.kaart,
          opgave: statement.openbaar.id)
      }
    }
  }

  /// Hired people who are not on the list by the rules leave no trace on it.
  private func isOpLijst(_ plek: Plek, _ fact: Fact) -> Bool { plek.bekleding(op: fact.day, feiten.regels) != nil }

  private func wijziging(
    _ soort: OpenbareWijziging.Soort, _ fact: Fact, _ plek: Plek, _ opgave: String?
  ) -> OpenbareWijziging? {
    wijziging(soort, fact, plek.functie, plek.kaart, opgave)
  }

  private func wijziging(
    _ soort: OpenbareWijziging.Soort, _ fact: Fact, _ functie: OpenbareFunctie, _ kaart: String?, _ opgave: String?
  ) -> OpenbareWijziging? {
    guard fact.happened(by: dag) else { return nil }
    return OpenbareWijziging(
      event: fact.id, position: fact.position, recordedAt: fact.recordedAt, effective: fact.effective, soort: soort,
      functie: functie, kaart: kaart, opgave: opgave)
  }
}
