import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// What a correction may do.
  static let corrections = [mistake, corrector, lastFirst]

  private static let types: [any EventDefinition.Type] = [
    VertrouwenspersoonGecorrigeerd.self, JaaroverzichtGecorrigeerd.self, VertrouwenspersonenGecorrigeerd.self,
  ]

  private static let mistake = Rule(
    id: "VP-CORRECTIE", source: "README, The event",
    demand: Text(
      nl: "een correctie noemt een gebeurtenis van dezelfde stroom die nog geldt",
      en: "a correction names an event of the same stream that still counts"),
    on: types
  ) { context in
    let fact = try mistaken(context)
    if fact?.telt == true { return nil }
    let found: Text =
      if let at = fact?.gecorrigeerd {
        Text(
          nl: "deze gebeurtenis is al gecorrigeerd met nummer \(at)", en: "this was corrected already by number \(at)")
      } else if fact != nil {
        Text(nl: "deze gebeurtenis is zelf een correctie", en: "this event is itself a correction")
      } else {
        Text(
          nl: "deze gebeurtenis hoort niet bij \(context.event.stream)",
          en: "this event does not belong to \(context.event.stream)")
      }
    return Refusal(found, remedy: Text(nl: "leg het juiste feit opnieuw vast", en: "record the right fact anew"))
  }

  private static let corrector = Rule(
    id: "VP-CORRECTIE-BEVOEGD", source: "Awb 10:1",
    demand: Text(
      nl: "wie een feit corrigeert, mocht het ook vastleggen", en: "who corrects a fact could have recorded it"),
    on: types
  ) { context in
    guard let fact = try mistaken(context), let type = context.catalog.event(named: fact.soort) else { return nil }
    let roles = [context.capacity.rol, context.capacity.decider]
    if roles.contains(where: { type.signers.contains($0) || fact.isHistorisch && type.recorders.contains($0) }) {
      return nil
    }
    let who = Rol.allCases.filter { type.signers.contains($0) }
    return Refusal(
      Text(
        nl: "\(context.capacity.rol.text.nl) mag \(fact.soort) (nummer \(fact.position)) niet corrigeren",
        en: "the \(context.capacity.rol.text.en) may not correct \(fact.soort) (number \(fact.position))"),
      remedy: Text(
        nl: "laat corrigeren wie het mag vastleggen: \(who.map(\.text.nl).joined(separator: ", "))",
        en: "let it be corrected by who may record it: \(who.map(\.text.en).joined(separator: ", "))"))
  }

  private static let lastFirst = Rule(
    id: "VP-CORRECTIE-VOLGORDE", source: "README, The event",
    demand: Text(
      nl: "een feit vervalt pas als niets meer op dat feit steunt",
      en: "a fact lapses only when nothing rests on it any more"),
    on: types
  ) { context in
    guard let fact = try mistaken(context), fact.telt else { return nil }
    let later = try VertrouwenspersonenView().facts(of: fact.stream, context.views)
      .first { $0.telt && $0.position > fact.position && rests($0, on: fact) }
    guard let later else { return nil }
    return Refusal(
      Text(
        nl: "op nummer \(fact.position) steunt \(later.soort), nummer \(later.position)",
        en: "\(later.soort), number \(later.position), rests on number \(fact.position)"),
      remedy: Text(nl: "corrigeer eerst nummer \(later.position)", en: "correct number \(later.position) first"))
  }

  /// Whether a later fact of the same stream would hang in the air without an earlier one.
  private static func rests(_ later: Feit, on fact: Feit) -> Bool {
    if fact.is(KandidaatVoorgedragen.self) || fact.is(JaaroverzichtVerstrekt.self) { return true }
    let decisions =
      endings.map { $0.type.name } + [
        VertrouwenspersoonVerlengd.type.name, OntheffingVoorgenomen.type.name,
        OntheffingsvoornemenIngetrokken.type.name,
        OnafhankelijkeVaststellingOntvangen.type.name, RegisterOvergedragen.type.name,
      ]
    switch fact.soort {
    case CertificeringVastgelegd.type.name: return beginnings.contains { $0.type.name == later.soort }
    case VertrouwenspersoonBenoemd.type.name, ExterneVertrouwenspersoonGecontracteerd.type.name:
      return decisions.contains(later.soort)
    case VertrouwenspersoonVerlengd.type.name:
      return later.is(VertrouwenspersoonVerlengd.self) || endings.contains { $0.type.name == later.soort }
    case OntheffingVoorgenomen.type.name:
      return later.is(
        OnafhankelijkeVaststellingOntvangen.self, OntheffingsvoornemenIngetrokken.self, VertrouwenspersoonOntheven.self)
    case OnafhankelijkeVaststellingOntvangen.type.name: return later.is(VertrouwenspersoonOntheven.self)
    default: return false
    }
  }

  private static func mistaken(_ context: RuleContext) throws -> Feit? {
    guard let id = context.event[VertrouwenspersoonGecorrigeerd.gebeurtenis] else { return nil }
    return try VertrouwenspersonenView().facts(of: context.event.stream, context.views).first { $0.id == id }
  }
}
