import Ledger

/// A point that the sources leave open: an organisation can settle it, and until it does a default holds that has a name
/// and a reason.
public struct Keuze<Answer: Sendable>: Sendable {
  /// How the point is called.
  public let id: String
  /// The field in which a decision says what was chosen.
  public let veld: String
  /// What it is about.
  public let vraag: Text
  /// What holds where nothing was chosen.
  public let standaard: Answer
  /// Why that is the default.
  public let waarom: Text
  private let effect: @Sendable (Answer) -> Text
  private let read: @Sendable (Fact) -> Answer?
  private let inWords: @Sendable (Answer) -> Text
  private let asWord: @Sendable (Answer) -> String

  /// What a decision says about the point; nil when it leaves it as it was.
  func gekozen(_ besluit: Fact) -> Answer? { read(besluit) }
  /// An answer in words.
  public func antwoord(_ answer: Answer) -> Text { inWords(answer) }
  /// What in the program depends on an answer.
  public func gevolg(_ answer: Answer) -> Text { effect(answer) }
  /// An answer as scripts read it.
  public func woord(_ answer: Answer) -> String { asWord(answer) }
}

extension Keuze where Answer: FieldValue {
  /// A point with a default.
  /// - Parameters:
  ///   - veld: Where a decision says what was chosen.
  ///   - antwoord: An answer in words.
  ///   - gevolg: What depends on an answer.
  public init(
    _ id: String, _ vraag: Text, _ veld: Field<Answer>, standaard: Answer,
    antwoord: @escaping @Sendable (Answer) -> Text, waarom: Text, gevolg: @escaping @Sendable (Answer) -> Text
  ) {
    self.init(
      id: id, veld: veld.name, vraag: vraag, standaard: standaard, waarom: waarom, effect: gevolg,
      read: { $0[veld] }, inWords: antwoord, asWord: { $0.json.string ?? $0.json.text })
  }
}

extension Keuze {
  /// A point that is not settled at all where nothing was chosen.
  /// - Parameters:
  ///   - veld: Where a decision says what was chosen.
  ///   - ongeregeld: What scripts read while it is not settled.
  ///   - antwoord: An answer in words; nil while it is not settled.
  ///   - gevolg: What depends on an answer.
  public init<Value: FieldValue>(
    _ id: String, _ vraag: Text, _ veld: Field<Value>, ongeregeld: String,
    antwoord: @escaping @Sendable (Value?) -> Text, waarom: Text, gevolg: @escaping @Sendable (Value?) -> Text
  ) where Answer == Value? {
    self.init(
      id: id, veld: veld.name, vraag: vraag, standaard: nil, waarom: waarom, effect: gevolg,
      read: { besluit in besluit[veld].map { .some($0) } }, inWords: antwoord,
      asWord: { $0.map { $0.json.string ?? $0.json.text } ?? ongeregeld })
  }
}

/// Points that are settled one by one, as they stand on a day: a decision changes only what it names.
public struct Keuzestand<V: Vaststelling>: Sendable {
  /// The decisions that govern on the day, the latest last.
  public let besluiten: [Fact]

  /// As everything stood that had certainly taken effect by a day; what was laid down as a whole leaves nothing standing
  /// of what went before it.
  public init(_ vaststellingen: [V], op day: CalendarDate) {
    let inForce = vaststellingen.filter { $0.feit.effective.isOnOrBefore(day) == .yes }
    besluiten = inForce[(inForce.lastIndex(where: \.isGeheel) ?? inForce.startIndex)...].map(\.feit)
  }

  /// The same of what was recorded so far.
  public init(on day: CalendarDate, _ views: ViewReader) throws { self.init(try V.all(views), op: day) }

  /// The last decision that names a point; nil where the default holds.
  public func besluit(_ keuze: Keuze<some Sendable>) -> Fact? { besluiten.last { keuze.gekozen($0) != nil } }

  /// What was chosen last, or else the default.
  public subscript<Answer>(keuze: Keuze<Answer>) -> Answer {
    besluiten.reversed().lazy.compactMap { keuze.gekozen($0) }.first ?? keuze.standaard
  }
}
