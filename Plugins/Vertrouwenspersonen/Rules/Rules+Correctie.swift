import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// What a correction may do.
  static let corrections = [
    Correction.namesWhatCounts(id: "VP-CORRECTIE", on: mistakes),
    Correction.byWhoCouldRecord(id: "VP-CORRECTIE-BEVOEGD", on: mistakes), lastFirst,
  ]

  static let mistakes: [any EventDefinition.Type] = [
    VertrouwenspersoonGecorrigeerd.self, JaaroverzichtGecorrigeerd.self, VertrouwenspersonenGecorrigeerd.self,
  ]

  private static let lastFirst = Correction.lastFirst(
    id: "VP-CORRECTIE-VOLGORDE",
    demand: Text(
      nl: "een feit vervalt pas als niets meer op dat feit steunt",
      en: "a fact lapses only when nothing rests on it any more"),
    on: mistakes, rests: { rests($0, on: $1) })

  /// Whether a later fact of the same stream would hang in the air without an earlier one.
  private static func rests(_ later: Fact, on fact: Fact) -> Bool {
    if fact.is(KandidaatVoorgedragen.self) || fact.is(JaaroverzichtVerstrekt.self) { return true }
    let decisions: [any EventDefinition.Type] = [
      VertrouwenspersoonBeeindigd.self, VertrouwenspersoonVerlengd.self, DossierAangevuld.self,
      RegisterOvergedragen.self,
    ]
    switch fact.type {
    case CertificeringVastgelegd.type.name: return beginnings.contains { $0.type.name == later.type }
    case VertrouwenspersoonBenoemd.type.name, ExterneVertrouwenspersoonGecontracteerd.type.name:
      return decisions.contains { $0.type.name == later.type }
    case VertrouwenspersoonVerlengd.type.name:
      return later.is(VertrouwenspersoonVerlengd.self, VertrouwenspersoonBeeindigd.self)
    // What the file says is sealed, so that anything later in it can rest on it.
    case DossierAangevuld.type.name: return later.is(DossierAangevuld.self, VertrouwenspersoonBeeindigd.self)
    default: return false
    }
  }
}
