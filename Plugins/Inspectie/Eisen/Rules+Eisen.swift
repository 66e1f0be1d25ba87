import Governance
import Ledger

/// What is refused of trees, of what names their demands, and of judgements.
enum EisenRules {
  static let all: [Rule] = [
    known, letter, ownIds, label, file, notInFuture, about, reason, inUse, readable, ownJudgement,
    Correction.namesWhatCounts(id: "EIS-CORRECTIE", on: Eisgebeurtenissen.correcties),
    Correction.byWhoCouldRecord(id: "EIS-CORRECTIE-BEVOEGD", on: Eisgebeurtenissen.correcties),
  ]

  private static let notInFuture = Rule.notInFuture(id: "EIS-TOEKOMST", on: [BewijsBeoordeeld.self])

  /// Whether a demand is in a tree that comes with the program or was adopted by then.
  static func isBekend(_ eis: String, _ views: ViewReader) throws -> Bool {
    if MeegeleverdeBomen.kenmerken.contains(eis) { return true }
    return try views.facts(where: EisenboomVastgesteld.kenmerken, holds: eis, of: EisenboomVastgesteld.self)
      .contains(where: \.counts)
  }

  private static let known = Rule(
    id: "EIS-ONBEKEND", source: "README, Demands and their proof",
    demand: Text(nl: "bewijs dient een eis die er is", en: "evidence serves a demand that exists"),
    on: Gebeurtenissen.bewijs.map { $0 as any EventDefinition.Type } + [BewijsBeoordeeld.self, EisOpgelegd.self]
  ) { context in
    let named =
      (context.event[Bewijs.eisen] ?? []) + [context.event[BewijsBeoordeeld.eis]].compactMap(\.self)
      + (context.event[EisOpgelegd.nummering] ?? []).map(\.eis)
    guard let unknown = try named.first(where: { try !isBekend($0, context.views) }) else { return nil }
    return Refusal(
      Text(nl: "er is geen eis «\(unknown)»", en: "there is no demand “\(unknown)”"),
      remedy: Text(
        nl: "zie waarborg inspectie eisen lijst, of stel de boom vast: waarborg inspectie eisen stel-vast BESTAND",
        en: "see waarborg inspectie eisen lijst, or adopt the tree: waarborg inspectie eisen stel-vast FILE"))
  }

  private static let letter = Rule(
    id: "EIS-BOOM", source: "README, Demands and their proof",
    demand: Text(nl: "de eisen van een brief staan in een eisenboom", en: "the demands of a letter are in a tree"),
    on: [EisOpgelegd.self]
  ) { context in
    guard let boom = context.event[EisOpgelegd.boom] else { return nil }
    // The ids of a tree begin with its name (EIS-KENMERK).
    if let strange = (context.event[EisOpgelegd.nummering] ?? []).first(where: { !$0.eis.hasPrefix(boom + "-") }) {
      return Refusal(
        Text(nl: "\(strange.eis) staat niet in boom «\(boom)»", en: "\(strange.eis) is not in tree “\(boom)”"),
        remedy: Text(
          nl: "zie waarborg inspectie eisen lijst, of geef met --boom de boom van deze eisen",
          en: "see waarborg inspectie eisen lijst, or give the tree of these demands with --boom"))
    }
    if MeegeleverdeBomen.bytes(boom) != nil { return nil }
    let adopted = try context.views.facts(where: EisenboomVastgesteld.boom, is: boom, of: EisenboomVastgesteld.self)
    if adopted.contains(where: \.counts) { return nil }
    return Refusal(
      Text(nl: "er is geen eisenboom «\(boom)»", en: "there is no tree “\(boom)”"),
      remedy: Text(
        nl: "stel haar eerst vast: waarborg inspectie eisen stel-vast BESTAND",
        en: "adopt it first: waarborg inspectie eisen stel-vast FILE"))
  }

  private static let ownIds = Rule(
    id: "EIS-KENMERK", source: "README, Demands and their proof",
    demand: Text(
      nl: "een kenmerk hoort bij één boom, en verdwijnt niet uit een nieuwe versie",
      en: "an id belongs to one tree, and does not vanish from a new version"),
    on: [EisenboomVastgesteld.self]
  ) { context in
    guard let boom = context.event[EisenboomVastgesteld.boom] else { return nil }
    let ids = context.event[EisenboomVastgesteld.kenmerken] ?? []
    if let strange = ids.first(where: { !$0.hasPrefix(boom + "-") }) {
      return Refusal(
        Text(nl: "«\(strange)» begint niet met «\(boom)-»", en: "“\(strange)” does not begin with “\(boom)-”"),
        remedy: Text(nl: "geef elke eis een kenmerk van haar boom", en: "give each demand an id of its tree"))
    }
    let before = try context.views.facts(where: EisenboomVastgesteld.boom, is: boom, of: EisenboomVastgesteld.self)
      .last(where: \.counts)?[EisenboomVastgesteld.kenmerken]
    let shipped = MeegeleverdeBomen.alle.first { $0.id == boom }?.eisen.map(\.id)
    let present = Set(ids)
    guard let gone = (before ?? shipped ?? []).first(where: { !present.contains($0) }) else { return nil }
    return Refusal(
      Text(nl: "«\(gone)» ontbreekt in deze versie", en: "“\(gone)” is missing from this version"),
      remedy: Text(
        nl: "laat elk kenmerk staan; bewijs van vroeger noemt het", en: "keep every id; earlier evidence names it"))
  }

  private static let label = Rule(
    id: "EIS-VERSIE", source: "README, Demands and their proof",
    demand: Text(
      nl: "elke versie van een boom heeft een eigen naam en een eigen inhoud",
      en: "each version of a tree has a name and a content of its own"),
    on: [EisenboomVastgesteld.self]
  ) { context in
    guard let boom = context.event[EisenboomVastgesteld.boom] else { return nil }
    let same = try context.views.facts(where: EisenboomVastgesteld.boom, is: boom, of: EisenboomVastgesteld.self)
      .first {
        $0.counts
          && ($0[EisenboomVastgesteld.versie] == context.event[EisenboomVastgesteld.versie]
            || $0[EisenboomVastgesteld.digest] == context.event[EisenboomVastgesteld.digest])
      }
    return same.map {
      Refusal(
        Text(
          nl: "deze versie is al vastgesteld als nummer \($0.position)",
          en: "this version was adopted as number \($0.position)"),
        remedy: Text(nl: "geef een gewijzigde versie een eigen naam", en: "give a changed version a name of its own"))
    }
  }

  private static let file = Rule(
    id: "EIS-BESTAND", source: "README, Demands and their proof",
    demand: Text(
      nl: "het bestand staat in het grootboek, zodat de eisen te lezen blijven",
      en: "the file is in the ledger, so that the demands can still be read"),
    on: [EisenboomVastgesteld.self]
  ) { context in
    guard context.event.signed.envelope.sealedDigests.isEmpty else { return nil }
    return Refusal(
      Text(nl: "het bestand ontbreekt", en: "the file is missing"),
      remedy: Text(
        nl: "geef het bestand: waarborg inspectie eisen stel-vast BESTAND",
        en: "give the file: waarborg inspectie eisen stel-vast FILE"))
  }

  private static let about = Rule(
    id: "EIS-OORDEEL", source: "README, Demands and their proof",
    demand: Text(
      nl: "een oordeel gaat over gebeurtenissen die er zijn en nog gelden",
      en: "a judgement is about events that exist and still count"),
    on: [BewijsBeoordeeld.self]
  ) { context in
    let named = context.event[BewijsBeoordeeld.over] ?? []
    for id in named {
      guard let fact = try context.views.fact(id), fact.counts, !fact.is(BewijsBeoordeeld.self) else {
        return Refusal(
          Text(nl: "\(id) is geen bewijs dat nog geldt", en: "\(id) is no proof that still counts"),
          remedy: Text(
            nl: "zie waarborg inspectie stand met de eis", en: "see waarborg inspectie stand with the demand"))
      }
      // What names demands must name this one; what names none, such as consent, is found otherwise.
      if let demands = fact[Bewijs.eisen], let eis = context.event[BewijsBeoordeeld.eis], !demands.contains(eis),
        fact.stream.kind == "Bewijs"
      {
        return Refusal(
          Text(nl: "nummer \(fact.position) dient \(eis) niet", en: "number \(fact.position) does not serve \(eis)"),
          remedy: Text(
            nl: "noem alleen bewijs dat deze eis dient", en: "name only evidence that serves this demand"))
      }
    }
    return nil
  }

  private static let reason = Rule(
    id: "EIS-REDEN", source: "Awb 3:46",
    demand: Text(nl: "een oordeel heeft een reden", en: "a judgement has a reason"), on: [BewijsBeoordeeld.self]
  ) { context in
    guard context.event.signed.envelope.sealedDigests.isEmpty else { return nil }
    return Refusal(
      Text(nl: "de reden ontbreekt", en: "the reason is missing"),
      remedy: Text(nl: "geef --reden", en: "give --reden"))
  }

  /// Whether without an adoption nothing is left of a tree: no other version of it, also none that comes with the program.
  private static func isLast(_ adoption: Fact, _ views: ViewReader) throws -> Bool {
    guard let boom = adoption[EisenboomVastgesteld.boom], MeegeleverdeBomen.bytes(boom) == nil else { return false }
    return try views.facts(where: EisenboomVastgesteld.boom, is: boom, of: EisenboomVastgesteld.self)
      .filter { $0.counts && $0.id != adoption.id }.isEmpty
  }

  private static let inUse = Rule(
    id: "EIS-IN-GEBRUIK", source: "README, Demands and their proof",
    demand: Text(
      nl: "een boom waar een brief eisen uit oplegt, blijft te lezen",
      en: "a tree whose demands a letter imposed can still be read"),
    on: [EisenboomGecorrigeerd.self]
  ) { context in
    guard let fact = try Correction.mistaken(context), let boom = fact[EisenboomVastgesteld.boom],
      try isLast(fact, context.views)
    else { return nil }
    let letter = try context.views.facts(of: EisOpgelegd.self).first { $0.counts && $0[EisOpgelegd.boom] == boom }
    return letter.map {
      Refusal(
        Text(
          nl: "nummer \($0.position) legt eisen uit boom «\(boom)» op",
          en: "number \($0.position) imposes demands of tree “\(boom)”"),
        remedy: Text(
          nl: "stel eerst de juiste versie vast: waarborg inspectie eisen stel-vast BESTAND",
          en: "adopt the right version first: waarborg inspectie eisen stel-vast FILE"))
    }
  }

  private static let readable = Rule(
    id: "EIS-BLIJFT", source: "README, Demands and their proof",
    demand: Text(
      nl: "het bestand van een eisenboom die geldt, wordt niet vernietigd: daarin staan geen persoonsgegevens",
      en: "the file of a tree that holds is not destroyed: it has no personal data"),
    on: [StukkenVernietigd.self]
  ) { context in
    for erased in context.event[StukkenVernietigd.stukken] ?? []
    where erased.fields.contains(EisenboomVastgesteld.bestand.name) {
      guard let fact = try context.views.fact(erased.event), fact.is(EisenboomVastgesteld.self), fact.counts else {
        continue
      }
      return Refusal(
        Text(
          nl: "nummer \(fact.position) is het bestand van een eisenboom die geldt",
          en: "number \(fact.position) is the file of a tree that holds"),
        remedy: Text(
          nl:
            "staat er iets in dat weg moet: stel een andere versie vast en trek deze in met waarborg inspectie eisen corrigeer NUMMER --reden …",
          en:
            "if something in it must go: adopt another version and withdraw this one with waarborg inspectie eisen corrigeer NUMBER --reden …"
        ))
    }
    return nil
  }

  private static let ownJudgement = Rule(
    id: "EIS-OORDEEL-INTREKKEN", source: "Awb 10:1; Awb 10:4",
    demand: Text(
      nl:
        "een oordeel wordt teruggenomen in de rol waarin het is gegeven, of door de algemeen directeur of het college",
      en: "a judgement is taken back in the role in which it was given, or by the municipal secretary or the board"),
    on: [BeoordelingGecorrigeerd.self]
  ) { context in
    guard let fact = try Correction.mistaken(context),
      let given = fact.capacity(context.registry, context.catalog)
    else { return nil }
    let allowed = Set([given.rol, given.mandaat?.mandaatgever, .algemeenDirecteur, .college].compactMap(\.self))
    guard context.roles.isDisjoint(with: allowed) else { return nil }
    return Correction.notAllowed(context, fact, Rol.allCases.filter { allowed.contains($0) })
  }
}
