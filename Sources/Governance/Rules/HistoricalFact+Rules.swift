/// What every plugin asks of a fact that may be from before the ledger, each under a rule id of its own.
extension HistoricalFact {
  private static let readme = "README, Facts from before the ledger"

  /// A historical fact names its source, and only a historical fact does.
  public static func namesSource(id: String, on types: [any EventDefinition.Type]) -> Rule {
    Rule(
      id: id, source: readme,
      demand: Text(
        nl: "een historisch feit noemt het document dat het zegt, en alleen een historisch feit doet dat",
        en: "a historical fact names the document that says it, and only a historical fact does"),
      on: types, check: sourceRefusal)
  }

  /// A historical fact is of before the founding.
  public static func isBeforeFounding(
    id: String, source: String? = nil, on types: [any EventDefinition.Type]
  ) -> Rule {
    Rule(
      id: id, source: source ?? readme,
      demand: Text(
        nl: "een historisch feit is van vóór de dag waarop dit grootboek is geopend",
        en: "a historical fact is of before the day on which this ledger was founded"),
      on: types, check: dateRefusal)
  }

  /// Both at once.
  public static func namesSourceAndIsBeforeFounding(id: String, on types: [any EventDefinition.Type]) -> Rule {
    Rule(
      id: id, source: readme,
      demand: Text(
        nl: "een historisch feit noemt zijn bron en is van vóór de dag waarop het grootboek is geopend",
        en: "a historical fact names its source and is of before the day on which the ledger was founded"),
      on: types
    ) { try sourceRefusal($0) ?? dateRefusal($0) }
  }

  /// Who may record a decision without having taken it does so under a mandate, or as a historical fact.
  /// - Parameter remedy: What to do, by the role that signs and the name of the event.
  public static func recordersRecordHistory(
    id: String, source: String, on types: [any EventDefinition.Type], remedy: @escaping @Sendable (Rol, String) -> Text
  ) -> Rule {
    Rule(
      id: id, source: source,
      demand: Text(
        nl: "wie niet besluit, tekent een besluit alleen in mandaat of als historisch feit",
        en: "who does not decide signs a decision only under a mandate or as a historical fact"),
      on: types
    ) { context in
      let (rol, name) = (context.capacity.rol, context.event.type.name)
      guard context.capacity.mandaat == nil, context.event.type.recorders.contains(rol), !context.isHistorical else {
        return nil
      }
      return Refusal(
        Text(
          nl: "\(rol.text.nl) tekent \(name) zonder mandaat, en het is geen historisch feit",
          en: "the \(rol.text.en) signs \(name) without a mandate, and it is no historical fact"),
        remedy: remedy(rol, name))
    }
  }

  /// The body that adopts signs itself or gave a mandate; who records what was decided before the ledger need not.
  /// - Parameter body: The field that names the body.
  public static func adoptedInOwnName(
    id: String, source: String, by body: Field<Rol>, on types: [any EventDefinition.Type]
  ) -> Rule {
    Rule(
      id: id, source: source,
      demand: Text(
        nl: "het orgaan dat vaststelt ondertekent zelf of gaf er mandaat voor",
        en: "the body that adopts signs itself or gave a mandate"),
      on: types
    ) { context in
      guard !context.isHistorical else { return nil }
      guard let body = context.event[body] else {
        return Refusal(
          Text(nl: "het orgaan dat vaststelt ontbreekt", en: "the adopting body is missing"),
          remedy: Text(nl: "geef --orgaan", en: "give --orgaan"))
      }
      guard !context.decides(body) else { return nil }
      return Refusal(
        Text(
          nl: "\(body.text.nl) zou vaststellen, maar \(context.capacity.decider.text.nl) ondertekent",
          en: "the \(body.text.en) would adopt, but the \(context.capacity.decider.text.en) signs"),
        remedy: Text(
          nl: "laat \(body.text.nl) ondertekenen of mandaat verlenen",
          en: "let the \(body.text.en) sign or give a mandate"))
    }
  }

  @Sendable private static func sourceRefusal(_ context: RuleContext) throws -> Refusal? {
    sourceRefusal(isHistorical: context.isHistorical, source: context.event[bron])
  }

  @Sendable private static func dateRefusal(_ context: RuleContext) throws -> Refusal? {
    context.isHistorical ? dateRefusal(context.event.effective, context) : nil
  }
}

extension Rule {
  /// What is recorded has happened.
  public static func notInFuture(id: String, on types: [any EventDefinition.Type]) -> Rule {
    Rule(
      id: id, source: "README, The event",
      demand: Text(nl: "wat is vastgelegd, is al gebeurd", en: "what is recorded has happened"), on: types
    ) { context in
      guard context.event.effective.isAfter(context.event.signedOn) == .yes else { return nil }
      return Refusal(
        Text(
          nl: "\(context.event.effective.text.nl) ligt in de toekomst",
          en: "\(context.event.effective.text.en) lies in the future"),
        remedy: Text(nl: "leg het vast op of na die dag", en: "record it on or after that day"))
    }
  }
}
