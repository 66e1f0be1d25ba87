import Governance
import Ledger
import Organisatie

extension NevenfunctieRules {
  /// What rules may say.
  static let configuration = [oneStream, fieldsOnce, secondPublisher, regulationExists, originFits]

  private static let oneStream = Rule(
    id: "NEV-REGELS-STROOM", source: "README, Rules and views",
    demand: Text(
      nl: "alle versies van de regels staan in één stroom", en: "all versions of the rules are in one stream"),
    on: [NevenfunctieregelsVastgesteld.self]
  ) { context in
    guard let first = try context.views.last(of: NevenfunctieregelsVastgesteld.self, by: .last)?.stream,
      first != context.event.stream
    else {
      return nil
    }
    return Refusal(
      Text(nl: "de regels staan al in \(first)", en: "the rules are in \(first) already"),
      remedy: Text(
        nl: "leg een nieuwe versie vast met waarborg nevenfunctie stel-in",
        en: "lay down a new version with waarborg nevenfunctie stel-in"))
  }

  private static let fieldsOnce = Rule(
    id: "NEV-REGELS-VELDEN", source: "004:5428-5435",
    demand: Text(
      nl: "de opgave vermeldt in elk geval hoofdfunctie en nevenwerkzaamheid, en elk veld één keer",
      en: "the statement has at least the main function and the activity, and each field once"),
    on: [NevenfunctieregelsVastgesteld.self]
  ) { context in
    let fields = context.event[NevenfunctieregelsVastgesteld.velden] ?? []
    let deciders = context.event[NevenfunctieregelsVastgesteld.beslissers] ?? []
    let isComplete = fields.contains(.hoofdfunctie) && fields.contains(.nevenwerkzaamheid)
    guard !isComplete || Set(fields).count != fields.count || Set(deciders).count != deciders.count else { return nil }
    return Refusal(
      isComplete
        ? Text(nl: "een veld of beslisser is twee keer genoemd", en: "a field or decider is named twice")
        : Text(
          nl: "hoofdfunctie of nevenwerkzaamheid ontbreekt in de velden",
          en: "hoofdfunctie or nevenwerkzaamheid is missing from the fields"),
      remedy: Text(nl: "pas --velden of --beslissers aan", en: "change --velden or --beslissers"))
  }

  private static let secondPublisher = Rule(
    id: "NEV-REGELS-TWEEDE", source: "004:5439-5440",
    demand: Text(
      nl: "de tweede openbaarmaker is een ander dan de verantwoordelijke",
      en: "the second publisher is another than the responsible officer"),
    on: [NevenfunctieregelsVastgesteld.self]
  ) { context in
    guard let second = context.event[NevenfunctieregelsVastgesteld.tweedeOpenbaarmaker],
      second == context.event[NevenfunctieregelsVastgesteld.verantwoordelijke]
    else { return nil }
    return Refusal(
      Text(nl: "\(second.text.nl) is beide", en: "the \(second.text.en) is both"),
      remedy: Text(nl: "kies een andere rol voor --tweede", en: "choose another role for --tweede"))
  }

  private static let regulationExists = Rule(
    id: "NEV-REGELS-REGELING", source: "README, Rules and views",
    demand: Text(nl: "de genoemde regeling is vastgelegd", en: "the regulation that is named is recorded"),
    on: [NevenfunctieregelsVastgesteld.self]
  ) { context in
    guard let regeling = context.event[NevenfunctieregelsVastgesteld.regeling] else { return nil }
    for plugin in context.catalog.plugins {
      if try plugin.handle(of: regeling, versie: nil, in: context.views) != nil { return nil }
    }
    return Refusal(
      Text(nl: "\(regeling) is niet vastgelegd", en: "\(regeling) is not recorded"),
      remedy: Text(
        nl: "zie waarborg beleid lijst, of laat --regeling weg",
        en: "see waarborg beleid lijst, or leave --regeling out"))
  }

  /// Settings that may be left open; a source's silence about any other is answered by a named default.
  private static let optional: [Instelling: @Sendable (RecordedEvent) -> Bool] = [
    .tweedeOpenbaarmaker: { $0[NevenfunctieregelsVastgesteld.tweedeOpenbaarmaker] == nil },
    .beslistermijn: { $0[NevenfunctieregelsVastgesteld.beslistermijn] == nil },
    .bijwerktermijn: { $0[NevenfunctieregelsVastgesteld.bijwerktermijn] == nil },
    .bewaarNaEinde: { $0[NevenfunctieregelsVastgesteld.bewaarNaEinde] == nil },
    .draaideur: { $0[NevenfunctieregelsVastgesteld.draaideur] == nil },
    .vragen: { $0[NevenfunctieregelsVastgesteld.vragen] == nil },
  ]

  private static let originFits = Rule(
    id: "NEV-REGELS-HERKOMST", source: "README, Sources",
    demand: Text(
      nl:
        "van elke instelling staat hoogstens één keer waar zij vandaan komt; alleen wat niet is ingesteld, is verzwegen",
      en: "where a setting comes from is said once at most; only what is not set is passed over in silence"),
    on: [NevenfunctieregelsVastgesteld.self]
  ) { context in
    let origins = context.event[NevenfunctieregelsVastgesteld.herkomst] ?? []
    let isOnce = Set(origins.map(\.punt)).count == origins.count
    let wrong = origins.first { $0.soort == .zwijgt && !(optional[$0.punt]?(context.event) ?? false) }
    guard !isOnce || wrong != nil else { return nil }
    return Refusal(
      Text(
        nl: "de herkomst van \(wrong?.punt.rawValue ?? "een instelling") klopt niet",
        en: "the origin of \(wrong?.punt.rawValue ?? "a setting") is not right"),
      remedy: Text(nl: "stel in met waarborg nevenfunctie stel-in", en: "set it with waarborg nevenfunctie stel-in"))
  }
}
