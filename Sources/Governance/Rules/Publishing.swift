/// What is put on the public site by a decision of its own, and taken off by another.
public enum Publishing {
  /// The decision by which something is on the site; nil when there is none, or it was taken back.
  ///
  /// What was recorded last counts, on whatever day it is said to have been decided: what was taken off stays off.
  /// - Parameters:
  ///   - facts: What was recorded about it, in any order.
  ///   - on: The events that put it on the site.
  ///   - off: The events that take it off.
  public static func decision(
    _ facts: [Fact], on: [any EventDefinition.Type], off: [any EventDefinition.Type]
  ) -> Fact? {
    let putting = names(on)
    return last(facts, on + off).flatMap { putting.contains($0.type) ? $0 : nil }
  }

  /// The decision by which something was taken off the site; nil when it is there, or never was: a decision to put it on
  /// that was a mistake is none.
  /// - Parameters:
  ///   - facts: What was recorded about it, in any order.
  ///   - on: The events that put it on the site.
  ///   - off: The events that take it off.
  public static func withdrawal(
    _ facts: [Fact], on: [any EventDefinition.Type], off: [any EventDefinition.Type]
  ) -> Fact? {
    guard decision(facts, on: on, off: off) == nil, last(facts, on) != nil else { return nil }
    return last(facts, off)
  }

  private static func last(_ facts: [Fact], _ types: [any EventDefinition.Type]) -> Fact? {
    let names = names(types)
    return facts.filter { $0.counts && names.contains($0.type) }.max { $0.position < $1.position }
  }

  /// It is put on the site when it is not there, and taken off when it is.
  /// - Parameters:
  ///   - id: The rule's id, of the plugin that cites it.
  ///   - what: What it is about, as it reads at the start of a sentence that goes on with "is": "de tekst van deze versie".
  ///   - decision: The decision by which it is on the site just before the event; nil when it is not.
  public static func once(
    id: String, what: Text, on: [any EventDefinition.Type], off: [any EventDefinition.Type],
    decision: @escaping @Sendable (RuleContext) throws -> Fact?
  ) -> Rule {
    let putting = names(on)
    return Rule(
      id: id, source: "README, Publication",
      demand: Text(
        nl: "iets komt op de site als het er niet staat, en gaat eraf als het er staat",
        en: "something goes on the site when it is not there, and off it when it is"),
      on: on + off
    ) { context in
      let isThere = try decision(context) != nil
      guard isThere == putting.contains(context.event.type.name) else { return nil }
      if isThere {
        return Refusal(
          what + Text(nl: " is al openbaargemaakt", en: " is public already"),
          remedy: Text(
            nl: "op de site komt het met de volgende waarborg publiceer MAP",
            en: "it comes on the site with the next waarborg publiceer FOLDER"))
      }
      return Refusal(
        what + Text(nl: " is niet openbaargemaakt", en: " was not put on the site"),
        remedy: Text(nl: "er hoeft niets te gebeuren", en: "nothing needs to be done"))
    }
  }

  private static func names(_ types: [any EventDefinition.Type]) -> Set<String> { Set(types.map { $0.type.name }) }
}
