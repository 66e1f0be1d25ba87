import Governance
import Ledger
import Publication

extension Publicatie {
  /// What a reader can check: each statement on the list with its values, and each card whose event says why there is none.
  var controleerbaar: [CheckedEntry] {
    (nu?.kaarten ?? []).flatMap { kaart -> [CheckedEntry] in
      switch kaart.stand {
      case .opgaven(let versies):
        versies.filter { !isVervallen($0) }.map { controle($0, kaart) }
      case .geen(_, let position), .nietGepubliceerd(_, let position):
        [
          CheckedEntry(
            id: kaart.id, label: "\(kaart.functie.naam): \(Zin(kaart.stand)?.tekst ?? "")",
            path: Adressen.functie(kaart.functie) + "#kaart-\(kaart.id)", position: position, shown: [])
        ]
      case .nogNietOntvangen: []
      }
    }
  }

  private func controle(_ versie: OpgaveVersie, _ kaart: Kaart) -> CheckedEntry {
    let wat = if case .waarde(let tekst) = versie.nevenwerkzaamheid { tekst } else { "[vernietigd]" }
    let naam: [CheckedEntry.Shown] =
      if toont(.naam), case .waarde(let naam) = kaart.naam {
        [CheckedEntry.Shown(field: OpenbaarVeld.naam.rawValue, label: Weergave.label(.naam), value: .string(naam))]
      } else {
        []
      }
    return CheckedEntry(
      id: versie.opgave, label: "\(kaart.functie.naam): \(wat)", path: Adressen.opgave(versie.opgave),
      position: versie.position,
      shown: naam
        + velden.compactMap { veld in
          veld.json(in: versie).map {
            CheckedEntry.Shown(field: veld.rawValue, label: Weergave.label(veld), value: $0)
          }
        })
  }
}
