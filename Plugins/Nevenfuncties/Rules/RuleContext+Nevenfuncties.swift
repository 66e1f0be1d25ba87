import Governance
import Ledger
import Organisatie

extension RuleContext {
  /// Whether the event says that it is a fact from before the ledger.
  var isHistorisch: Bool { event[HistoricalFact.historisch] == true }

  /// The day by which it happened: its last possible day, or the day on which it is recorded.
  var dag: CalendarDate { event.effective.latest ?? event.recordedOn }

  /// The rules in force on that day.
  func regels() throws -> Regels? { try Regels.geldend(op: dag, views) }

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

  /// The statement the event is about, just before it; nil when the event publishes it.
  func opgave() throws -> Opgave? { try Opgave.of(event.stream, views) }

  /// The designation of the function beside which the activity is done.
  func aanwijzing() throws -> Aanwijzing? {
    guard let functie = try werkzaamheid()?.functie() else { return nil }
    return try Aanwijzing.geldend(functie, op: dag, views)
  }

  /// The roles in which it is signed: the signer's own, and that of who gave the mandate.
  var roles: Set<Rol> { [capacity.rol, capacity.decider] }

  /// Whether it is only recorded by someone who did not decide it, as a fact from before the ledger.
  var isAlleenVastgelegd: Bool {
    capacity.mandaat == nil && isHistorisch && Ondertekenaars.vastleggers.contains(capacity.rol)
  }

  /// Whether a role is the one that signs, or gave the signer a mandate for it.
  ///
  /// Someone with a power of their own can hold a mandate besides; the capacity then names only the former.
  func decides(_ role: Rol) -> Bool {
    capacity.decider == role
      || registry.mandates.contains {
        $0.mandaatgever == role && $0.gemandateerde == capacity.rol && $0.gebeurtenissen.contains(event.type.name)
          && $0.holds(on: event.recordedOn)
      }
  }
}

/// Names of roles in a sentence.
func opsomming(_ roles: [Rol]) -> Text {
  Text(nl: roles.map(\.text.nl).joined(separator: ", "), en: roles.map(\.text.en).joined(separator: ", "))
}
