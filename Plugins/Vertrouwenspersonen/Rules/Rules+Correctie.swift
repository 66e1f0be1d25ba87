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
    let decisions =
      endings.map { $0.type.name } + [
        VertrouwenspersoonVerlengd.type.name, OntheffingVoorgenomen.type.name,
        OntheffingsvoornemenIngetrokken.type.name,
        OnafhankelijkeVaststellingOntvangen.type.name, RegisterOvergedragen.type.name,
      ]
    switch fact.type {
    case CertificeringVastgelegd.type.name: return beginnings.contains { $0.type.name == later.type }
    case VertrouwenspersoonBenoemd.type.name, ExterneVertrouwenspersoonGecontracteerd.type.name:
      return decisions.contains(later.type)
    case VertrouwenspersoonVerlengd.type.name:
      return later.is(VertrouwenspersoonVerlengd.self) || endings.contains { $0.type.name == later.type }
    case OntheffingVoorgenomen.type.name:
      return later.is(
        OnafhankelijkeVaststellingOntvangen.self, OntheffingsvoornemenIngetrokken.self, VertrouwenspersoonOntheven.self)
    case OnafhankelijkeVaststellingOntvangen.type.name: return later.is(VertrouwenspersoonOntheven.self)
    default: return false
    }
  }
}
