import Governance
import Ledger
import Organisatie

extension RuleContext {
  /// The rules in force on that day.
  func regels() throws -> Regels? { try Regels.geldend(op: day, views) }

  /// The activity the event is about, just before it; nil when the event reports it.
  func werkzaamheid() throws -> Werkzaamheid? {
    if let melding = event[OpgaveGepubliceerd.melding], event.is(OpgaveGepubliceerd.self) {
      return try Werkzaamheid.of(melding, views)
    }
    if event.stream.kind == OpgaveGepubliceerd.type.streamKind {
      return try opgave().flatMap { try Werkzaamheid.of($0.melding, views) }
    }
    return try Werkzaamheid.of(event.stream, views)
  }

  /// The last value of a sealed field that a report and its changes share, the event included.
  func laatste<Value: FieldValue>(_ field: Field<Value>, _ activity: Werkzaamheid?) throws -> Value? {
    if let value = try sealed(field) { return value }
    for fact in activity?.inhoud() ?? [] {
      if let value = try sealed(field, of: fact) { return value }
    }
    return nil
  }

  /// What a publication discloses of the decision that holds on the activity.
  func onthuld<Value: FieldValue>(_ field: Field<Value>, _ besluit: Fact?) throws -> Value? {
    try besluit.flatMap { try disclosed(field, of: $0, by: Opgaveveld.onthulling) }
  }

  /// The statement the event is about, just before it; nil when the event publishes it.
  func opgave() throws -> Opgave? { try Opgave.of(event.stream, views) }

  /// The designation of the function beside which the activity is done.
  func aanwijzing() throws -> Aanwijzing? {
    guard let functie = try werkzaamheid()?.functie() else { return nil }
    return try Aanwijzing.geldend(functie, op: day, views)
  }

  /// What is published of the function beside which the activity is done; nil without rules.
  func grens() throws -> Openbaarmakingsgrens? { try aanwijzing()?.grens ?? regels()?.instellingen.grens }

  /// Where it stands what is published of that function: the designation that says so, or else the rules in force.
  func bronGrens() throws -> String? {
    let designation = try aanwijzing()
    if let designation, designation.grens != nil {
      return designation.grondslag ?? "de aanwijzing, nummer \(designation.feit.position)"
    }
    return try regels()?.bron(.grens)
  }

  /// The public fields of a statement about the activity; nil without rules.
  func velden() throws -> [OpenbaarVeld]? {
    guard let rules = try regels() else { return nil }
    return try aanwijzing()?.velden(rules) ?? rules.instellingen.velden
  }

  /// Whether it is only recorded by someone who did not decide it, as a fact from before the ledger.
  var isAlleenVastgelegd: Bool {
    capacity.mandaat == nil && isHistorical && Ondertekenaars.vastleggers.contains(capacity.rol)
  }
}

/// Names of roles in a sentence.
func opsomming(_ roles: [Rol]) -> Text {
  Text(nl: roles.map(\.text.nl).joined(separator: ", "), en: roles.map(\.text.en).joined(separator: ", "))
}
