import Governance
import Ledger
import Publication

extension Publicatie {
  /// What a reader can check: each statement on the list and in the history with its values, and each event that says
  /// why a card has none.
  func controleerbaar(_ lijst: [Sheet]) -> [CheckedEntry] {
    lijst.flatMap { blad in regels[blad.things].compactMap { controle($0, op: blad.path) } }
      + beeindigd.compactMap { opgave in opgave.versies.last.map { controle($0, opgave.functie, op: nil) } }
  }

  private func controle(_ regel: Regel, op blad: String) -> CheckedEntry? {
    if let versie = regel.versie {
      return isVervallen(versie) ? nil : controle(versie, regel.kaart.functie, op: blad)
    }
    switch regel.stand {
    case .opgaven, .nogNietOntvangen: return nil
    case .geen(_, let position), .nietGepubliceerd(_, let position):
      let kaart = regel.kaart
      return CheckedEntry(
        id: "\(kaart.id)-\(position)", label: "\(kaart.functie.naam): \(Zin(regel.stand)?.tekst ?? "")",
        path: Adressen.functie(kaart.functie), position: position, shown: [], listPage: blad)
    }
  }

  private func controle(_ versie: OpgaveVersie, _ functie: OpenbareFunctie, op blad: String?) -> CheckedEntry {
    let wat = if case .waarde(let tekst) = versie.nevenwerkzaamheid { tekst } else { "[vernietigd]" }
    return CheckedEntry(
      id: versie.opgave, label: "\(functie.naam): \(wat)", path: Adressen.opgave(versie.opgave),
      position: versie.position, shown: getoond(versie), listPage: blad)
  }

  /// The values of a version that are shown, as the event has them.
  func getoond(_ versie: OpgaveVersie) -> [CheckedEntry.Shown] {
    register.regeling.velden.compactMap { veld in
      veld.json(in: versie).map { CheckedEntry.Shown(field: veld.rawValue, label: Weergave.label(veld), value: $0) }
    }
  }
}
