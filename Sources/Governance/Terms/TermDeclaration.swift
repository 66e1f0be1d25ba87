import Ledger

/// A term as a plugin declares it: what starts it, what meets it, what missing it means, and on what authority.
public struct TermDeclaration: Sendable, Hashable {
  /// Its stable id, such as `INS-NIETIGHEID`; part of the UID in a calendar file.
  public let id: String
  /// What has to be done, in a few words and without personal data: it is shown in calendars of others.
  public let name: Text
  /// Its length and how it is counted; nil for a day that someone set, which is not counted.
  public let rule: TermRule?
  /// What starts it.
  public let starts: Text
  /// What meets it.
  public let meets: Text
  /// How it may be extended; nil when it may not.
  public let extensible: Text?
  /// What missing it means.
  public let consequence: Text
  /// Law and article, or document and line.
  public let source: String

  /// Declares a term.
  public init(
    id: String, _ name: Text, _ rule: TermRule?, starts: Text, meets: Text, extension: Text? = nil, consequence: Text,
    source: String
  ) {
    self.id = id
    self.name = name
    self.rule = rule
    self.starts = starts
    self.meets = meets
    extensible = `extension`
    self.consequence = consequence
    self.source = source
  }

  /// Whether it was set in a statute.
  public var isStatutory: Bool { rule?.isStatutory ?? false }
}

/// One clock that runs or ran: a declared term on one subject, as the views of a plugin show it.
public struct RunningTerm: Sendable, Hashable {
  /// When it ends.
  public enum End: Sendable, Hashable {
    /// Counted by a rule from a start; the rule is that of the declaration, or the one in force when the clock started.
    case counted(TermRule, from: TermStart)
    /// On a day that someone set.
    case on(ImpreciseDate)
  }

  /// What was declared.
  public let declaration: TermDeclaration
  /// What it is about; its handle is shown and holds no personal data.
  public let subject: Onderwerp
  /// When it ends.
  public let end: End
  /// The event that started the clock, so that its row can be traced and its UID never changes.
  public let startedBy: UInt64
  /// The day on which it was met, as far as it is known.
  public let met: ImpreciseDate?
  /// The day on which it lapsed: withdrawn, or no longer needed.
  public let withdrawn: ImpreciseDate?
  /// The other events it follows from.
  public let positions: [UInt64]
  /// The calendar by which it is counted.
  public let calendar: Kalender
  /// What must be recorded before it can be computed, or said that it was met; nil when nothing more than its dates tell.
  public let missing: Text?
  /// What a sealed field must say for it to run at all; nil where it runs whatever is sealed.
  public let condition: SealedCondition?

  /// A clock.
  public init(
    _ declaration: TermDeclaration, on subject: Onderwerp, _ end: End, startedBy: UInt64, met: ImpreciseDate? = nil,
    withdrawn: ImpreciseDate? = nil, positions: [UInt64] = [], calendar: Kalender = Kalender(),
    missing: Text? = nil, onlyIf condition: SealedCondition? = nil
  ) {
    self.declaration = declaration
    self.subject = subject
    self.end = end
    self.startedBy = startedBy
    self.met = met
    self.withdrawn = withdrawn
    self.positions = positions
    self.calendar = calendar
    self.missing = missing
    self.condition = condition
  }

  /// A clock that runs by the declared rule; a declaration without one has nothing to count by.
  public init?(
    _ declaration: TermDeclaration, on subject: Onderwerp, from start: TermStart, startedBy: UInt64,
    met: ImpreciseDate? = nil, withdrawn: ImpreciseDate? = nil, positions: [UInt64] = [],
    calendar: Kalender = Kalender(), onlyIf condition: SealedCondition? = nil
  ) {
    guard let rule = declaration.rule else { return nil }
    self.init(
      declaration, on: subject, .counted(rule, from: start), startedBy: startedBy, met: met, withdrawn: withdrawn,
      positions: positions, calendar: calendar, onlyIf: condition)
  }

  /// The same clock with the handle that another plugin gives its subject.
  public func named(_ handle: String) -> RunningTerm {
    RunningTerm(
      declaration, on: Onderwerp(stream: subject.stream, versie: subject.versie, handle: handle), end,
      startedBy: startedBy, met: met, withdrawn: withdrawn, positions: positions, calendar: calendar,
      missing: missing, onlyIf: condition)
  }
}
