import Governance
import Ledger
import LedgerCrypto
import Publication

extension OpenbareVersie {
  /// The id under which its adoption can be checked; nil when nothing of it is shown that was signed then.
  var opgave: String? { getoond.isEmpty ? nil : vaststelling?.id.description }

  /// What the site shows that stands in the event of its adoption.
  var getoond: [CheckedEntry.Shown] {
    [
      vaststelling?[RegelingVastgesteld.versie].map {
        CheckedEntry.Shown(field: RegelingVastgesteld.versie.name, label: "SHA-256 van de tekst", value: $0.json)
      },
      besluitnummer.map {
        CheckedEntry.Shown(field: RegelingVastgesteld.besluitnummer.name, label: "Besluit", value: .string($0))
      },
    ].compactMap(\.self)
  }
}

extension Regelingenpublicatie {
  /// What a reader can check: of each version the digest and the number of the decision, as its adoption was signed.
  ///
  /// What a rule is called and since when it holds are in other events, which an entry has no place for.
  func controleerbaar(_ lijst: [Sheet]) -> [CheckedEntry] {
    let opLijst = lijst.flatMap { blad in
      register.regelingen[blad.things].compactMap { controle($0.hoofd, van: $0, op: blad.path) }
    }
    let eerder = register.regelingen.flatMap { regeling in
      regeling.versies.filter { $0.nummer != regeling.hoofd.nummer }
        .compactMap { controle($0, van: regeling, op: nil) }
    }
    return opLijst + eerder
  }

  private func controle(_ versie: OpenbareVersie, van regeling: OpenbareRegeling, op blad: String?) -> CheckedEntry? {
    guard let feit = versie.vaststelling, let opgave = versie.opgave else { return nil }
    return CheckedEntry(
      id: opgave, label: "\(regeling.titel): versie \(versie.nummer)", path: regeling.adres(versie),
      position: feit.position, shown: versie.getoond, listPage: blad)
  }
}
