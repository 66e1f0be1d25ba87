import Ledger

/// How an event says that an earlier one of its stream was a mistake: the fields, and what is asked of every correction.
public enum Correction {
  /// The event that should not have been recorded.
  public static let event = Field<EventID>(
    "gebeurtenis", .clear, "De gebeurtenis die niet had moeten worden vastgelegd.")
  /// Why it is a mistake.
  public static let reason = Field<String>("reden", .intern, "Waarom zij een vergissing is.", shape: .prose(most: 5000))
  /// The right date, where only the date was wrong; without it the earlier event counts no more.
  public static let date = Field<ImpreciseDate>(
    "juisteDatum", .clear, "De juiste datum, als alleen de datum niet klopt; zonder deze vervalt de gebeurtenis.",
    isRequired: false)

  /// The fields of a correction that takes an event away.
  public static var fields: [FieldDeclaration] { [event.declaration, reason.declaration] }

  /// The type of a correction that takes an event away.
  public static func type(
    _ name: String, stream: String, meaning: String, signers: Set<Rol>, recorders: Set<Rol> = [],
    isMandatable: Bool = true
  ) -> EventType {
    EventType(
      name, stream: stream, meaning: meaning, source: "README, The event", signers: signers, recorders: recorders,
      isMandatable: isMandatable
    ) { fields }
  }

  /// The fact that a correction names, when it is one of the same stream.
  public static func mistaken(_ context: RuleContext) throws -> Fact? {
    guard let id = context.event[event], let fact = try context.views.fact(id), fact.stream == context.event.stream
    else { return nil }
    return fact
  }

  /// A correction names a fact of its own stream that still counts.
  /// - Parameters:
  ///   - id: The rule's id in the plugin, such as `NEV-CORRECTIE`.
  ///   - types: The plugin's corrections.
  public static func namesWhatCounts(id: String, on types: [any EventDefinition.Type]) -> Rule {
    Rule(
      id: id, source: "README, The event",
      demand: Text(
        nl: "een correctie noemt een gebeurtenis van dezelfde stroom die nog geldt",
        en: "a correction names an event of the same stream that still counts"),
      on: types
    ) { context in
      let fact = try mistaken(context)
      if fact?.counts == true { return nil }
      let found: Text =
        if let fact, let at = fact.correctedBy {
          Text(
            nl: "nummer \(fact.position) is al gecorrigeerd met nummer \(at) en telt niet meer",
            en: "number \(fact.position) was corrected already by number \(at) and counts no more")
        } else if let fact {
          Text(
            nl: "nummer \(fact.position) is zelf een correctie, en een correctie wordt niet gecorrigeerd",
            en: "number \(fact.position) is itself a correction, and a correction is not corrected")
        } else {
          Text(
            nl: "deze gebeurtenis hoort niet bij \(context.event.stream)",
            en: "this event does not belong to \(context.event.stream)")
        }
      return Refusal(
        found, remedy: Text(nl: "leg het juiste feit opnieuw vast", en: "record the right fact anew"))
    }
  }

  /// Who corrects a fact could have recorded it (Awb 10:1).
  ///
  /// - Parameters:
  ///   - id: The rule's id in the plugin, such as `NEV-CORRECTIE-BEVOEGD`.
  ///   - types: The plugin's corrections.
  public static func byWhoCouldRecord(id: String, on types: [any EventDefinition.Type]) -> Rule {
    Rule(
      id: id, source: "Awb 10:1",
      demand: Text(
        nl: "wie een feit corrigeert, mocht het ook vastleggen", en: "who corrects a fact could have recorded it"),
      on: types
    ) { context in
      guard let fact = try mistaken(context), let type = context.catalog.event(named: fact.type) else { return nil }
      let allowed = type.signers.union(fact.isHistorical ? type.recorders : [])
      if !context.roles.isDisjoint(with: allowed) { return nil }
      return notAllowed(context, fact, Rol.allCases.filter { type.signers.contains($0) })
    }
  }

  /// What someone is told who may not correct a fact.
  public static func notAllowed(_ context: RuleContext, _ fact: Fact, _ who: [Rol]) -> Refusal {
    Refusal(
      Text(
        nl: "\(context.capacity.rol.text.nl) mag \(fact.type) (nummer \(fact.position)) niet corrigeren",
        en: "the \(context.capacity.rol.text.en) may not correct \(fact.type) (number \(fact.position))"),
      remedy: Text(
        nl: "laat corrigeren wie het mag vastleggen: \(who.map(\.text.nl).joined(separator: ", "))",
        en: "let it be corrected by who may record it: \(who.map(\.text.en).joined(separator: ", "))"))
  }

  /// A fact is corrected only after what rests on it.
  ///
  /// - Parameters:
  ///   - id: The rule's id in the plugin, such as `VP-CORRECTIE-VOLGORDE`.
  ///   - demand: What it demands, in the plugin's words.
  ///   - types: The plugin's corrections.
  ///   - rests: Whether a later fact of the same stream would hang in the air without an earlier one.
  public static func lastFirst(
    id: String, demand: Text, on types: [any EventDefinition.Type],
    rests: @escaping @Sendable (_ later: Fact, _ earlier: Fact) -> Bool
  ) -> Rule {
    Rule(id: id, source: "README, The event", demand: demand, on: types) { context in
      guard let fact = try mistaken(context), fact.counts else { return nil }
      let later = try context.views.facts(in: fact.stream)
        .first { $0.counts && $0.position > fact.position && rests($0, fact) }
      return later.map { restsOn(fact, $0) }
    }
  }

  /// What someone is told who corrects a fact on which a later one rests.
  public static func restsOn(_ fact: Fact, _ later: Fact) -> Refusal {
    Refusal(
      Text(
        nl: "op nummer \(fact.position) steunt \(later.type), nummer \(later.position)",
        en: "\(later.type), number \(later.position), rests on number \(fact.position)"),
      remedy: Text(nl: "corrigeer eerst nummer \(later.position)", en: "correct number \(later.position) first"))
  }
}
