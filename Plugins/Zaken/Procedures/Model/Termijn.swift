import Governance

/// A clock of a procedure.
struct Termijn: Sendable, Hashable {
  /// How long it is.
  enum Duur: Sendable, Hashable {
    case lengte(TermLength)
    /// One length that can be read in several ways: one clock for each.
    case lezingen([TermLength])
    /// Until a date that is recorded.
    case tot(Moment)
    /// A word without a number, such as "rechtstreeks": it is not computed.
    case zonderGetal(String)

    /// The lengths, one for each clock.
    var lengtes: [TermLength] {
      switch self {
      case .lengte(let lengte): [lengte]
      case .lezingen(let lengtes): lengtes
      case .tot, .zonderGetal: []
      }
    }
  }

  /// What starts it.
  enum Begin: Sendable, Hashable {
    /// The first of these that is recorded.
    case momenten([Moment])
    /// The end of another term.
    case einde(String)
  }

  /// Which of several starts counts.
  enum Telling: String, Sendable, CaseIterable {
    /// The first one; what follows changes nothing.
    case eerste
    /// The last one: the clock starts anew.
    case laatste
    /// Each: a clock for every one of them.
    case elke
  }

  /// Whether a statute sets it; the Algemene termijnenwet holds only then.
  enum Grondslag: Sendable, Hashable {
    case eigenRegel
    /// The article that sets the term.
    case wet(artikel: String)
  }

  /// Whom a term is asked for, one clock each.
  struct VoorElk: Sendable, Hashable {
    /// The field in which a step says of whom it is; a step without that field is of everyone.
    let veld: String
    let codes: [String]
  }

  let id: String
  let naam: String
  let duur: Duur
  /// Not to be met earlier than so long after the start; what is earlier is extra.
  let minstens: TermLength?
  /// Whether it is counted back from its start.
  let isVooraf: Bool
  let begin: Begin
  /// The term at the end of which it starts when its own start was not recorded by then.
  let beginAnders: String?
  let telling: Telling
  let gehaald: [Moment]
  /// Steps after which it is no longer asked for.
  let vervalt: [String]
  /// For whom it is met, each apart; nil for a term that is met once for all.
  let voorElk: VoorElk?
  /// When it counts at all; always when nil.
  let alleen: Voorwaarde?
  let grondslag: Grondslag
  /// Its place among the terms that one step meets: 1 first.
  let rang: Int?
  let verlenging: [Verlenging]
  let opschorting: [Opschortingsgrond]
  let gemist: Gemist
  let herkomst: Herkomst
}

/// What it means that a term was missed.
struct Gemist: Sendable, Hashable {
  enum Gevolg: String, Sendable, CaseIterable {
    /// It is marked; nothing more follows from the source.
    case merk
    /// A warning, while another clock is the limit.
    case waarschuwing
    /// A breach of the rule.
    case schending
    /// The procedure was not open.
    case nietOpen
    /// Something else must be done, such as a notice.
    case plicht
    /// The melder may go to an external authority.
    case externeRoute
    /// The case may go on or be closed without it.
    case verder
    /// What was to be classified falls outside the class.
    case indeling
  }

  let gevolg: Gevolg
  let betekenis: String
  let herkomst: Herkomst
}

/// How a term can be made longer.
struct Verlenging: Sendable, Hashable {
  enum Omvang: Sendable, Hashable {
    case vast(TermLength)
    /// The length that is recorded, up to a most.
    case hoogstens(TermLength, veld: String)
    /// Any length that is recorded.
    case veld(String)
    /// Until the date that is recorded.
    case tot(veld: String)
  }

  /// The step that extends.
  let stap: String
  let met: Omvang
  /// How often; nil for as often as one likes.
  let hoeVaak: Int?
  /// When the step extends this term; always when nil.
  let als: Voorwaarde?
  /// On what ground.
  let grond: String
  /// Whether it must be done before the term has ended; what is later is marked and extends nothing.
  let isVoorEinde: Bool
  let herkomst: Herkomst
}

/// A ground on which a term stands still: only where an article gives it.
///
/// The days that do not count are those from the start, which is in, to the end, which is out.
struct Opschortingsgrond: Sendable, Hashable {
  /// Whether the day of an act is the first or last that counts, or the one after it.
  enum Dag: String, Sendable, CaseIterable {
    case zelf, erna
  }

  let id: String
  let artikel: String
  /// The step that suspends.
  let stap: String
  let vanaf: Dag
  /// What ends it.
  let eindigt: [Moment]
  let tot: Dag
  /// The recorded date on which it ends of itself; without that date in the step, nothing is suspended.
  let uiterlijk: String?
  let uiterlijkTot: Dag
  /// Who must be told.
  let mededeling: [String]
  let herkomst: Herkomst
}
