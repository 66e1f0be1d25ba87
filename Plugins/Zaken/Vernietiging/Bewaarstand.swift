import Governance
import Ledger

/// How long a part of a case must still be kept.
enum Bewaarstand: Sendable, Hashable {
  /// For ever: it has no date, and none is ever computed.
  case altijd
  /// Nothing has happened yet from which it is counted.
  case brondatumOnbekend
  /// The procedure and the selectielijst say two things, or neither says a term: the archivist has to choose.
  case keuzeNodig
  /// Something keeps it whatever its time.
  case tegengehouden(Text)
  /// Until this day; on it, it may go.
  case tot(CalendarDate)

  /// Whether it may go on a day.
  func isRijp(op dag: CalendarDate) -> Bool {
    if case .tot(let einde) = self { einde <= dag } else { false }
  }

  /// In words.
  var text: Text {
    switch self {
    case .altijd: Text(nl: "blijft bewaard", en: "is kept for ever")
    case .brondatumOnbekend: Text(nl: "brondatum onbekend", en: "base date unknown")
    case .keuzeNodig:
      Text(
        nl: "niet bepaald: de archivaris moet kiezen (waarborg vernietiging kies)",
        en: "not settled: the archivist has to choose (waarborg vernietiging kies)")
    case .tegengehouden(let why): Text(nl: "tegengehouden: ", en: "held: ") + why
    case .tot(let dag): Text(nl: "tot \(dag.text.nl)", en: "until \(dag.text.en)")
    }
  }
}

/// What the archivist chose where two sources speak.
struct Bewaarkeuze: Sendable {
  let keuze: BewaartermijnGekozen.Bronkeuze
  let termijn: Tijdsduur?

  /// The last choice for a kind of papers of a procedure; nil when nobody chose.
  static func geldend(_ procedure: String, _ bewaring: String, _ views: ViewReader) throws -> Bewaarkeuze? {
    try views.facts(of: BewaartermijnGekozen.self).last {
      $0[BewaartermijnGekozen.procedure] == procedure && $0[BewaartermijnGekozen.bewaring] == bewaring
    }.flatMap { fact in
      fact[BewaartermijnGekozen.keuze].map { Bewaarkeuze(keuze: $0, termijn: fact[BewaartermijnGekozen.termijn]) }
    }
  }
}

extension Zaak {
  /// How long the papers of one kind must be kept, with what the archivist chose.
  ///
  /// The date is derived from what was recorded each time it is asked, so an event that comes later, a correction or a
  /// reopening moves or withdraws it.
  func bewaarstand(_ bewaring: Bewaring, _ keuze: Bewaarkeuze?) -> Bewaarstand {
    if let grond = tegengehouden { return .tegengehouden(Text(grond)) }
    for beletsel in bewaring.beletsels where loopt(beletsel) {
      return .tegengehouden(Text(nl: beletsel.betekenis, en: beletsel.betekenis))
    }
    switch duur(bewaring, keuze) {
    case .failure(let waarom): return waarom
    case .success(nil): return .altijd
    case .success(let lengte?):
      guard isTenEinde, let bron = brondag(bewaring) else { return .brondatumOnbekend }
      // Retention that ends on a day that does not exist ends on the first of the next month (procedures N-1).
      guard let einde = try? TermCalculation(TermRule(lengte, .eigenRegel), from: bron, by: Kalender()).raw else {
        return .brondatumOnbekend
      }
      return .tot(einde)
    }
  }

  /// Why nothing of it may go; nil when nothing holds it.
  private var tegengehouden: String? {
    let last = feiten.last { feit in
      guard feit.telt else { return false }
      switch feit.gebeurtenis {
      case .gehouden, .losgelaten: return true
      default: return false
      }
    }
    if case .gehouden(let grond)? = last?.gebeurtenis { return grond }
    return nil
  }

  private func loopt(_ beletsel: Bewaring.Beletsel) -> Bool {
    guard let van = laatste(beletsel.van) else { return false }
    return beletsel.tot.flatMap { laatste($0) }.map { $0.nummer < van.nummer } ?? true
  }

  /// The last day from which it is counted.
  private func brondag(_ bewaring: Bewaring) -> CalendarDate? {
    stappen.reversed().lazy.compactMap { feit in
      bewaring.brondatum.lazy.compactMap { feit.dag($0) }.first?.latest
    }.first
  }

  private enum Uitkomst {
    case success(TermLength?)
    case failure(Bewaarstand)
  }

  /// The term that governs; nil for papers that are kept for ever.
  private func duur(_ bewaring: Bewaring, _ keuze: Bewaarkeuze?) -> Uitkomst {
    let lijst: Bewaring.Duur? =
      if case .klasse(_, _, let duur) = bewaring.selectielijst { duur } else { nil }
    switch keuze?.keuze {
    case .procedure: return Self.lengte(bewaring.duur)
    case .selectielijst: return Self.lengte(lijst ?? .onbepaald)
    case .besluit: return .success(keuze?.termijn.map { TermLength($0) })
    case nil:
      guard let lijst, lijst != bewaring.duur else { return Self.lengte(bewaring.duur) }
      return .failure(.keuzeNodig)
    }
  }

  private static func lengte(_ duur: Bewaring.Duur) -> Uitkomst {
    switch duur {
    case .termijn(let lengte): .success(lengte)
    case .bewaren: .success(nil)
    case .zolangNodig, .onbepaald: .failure(.keuzeNodig)
    }
  }
}

extension Bewaring {
  /// What the procedure says and what the selectielijst says, beside each other.
  var regels: String {
    let lijst =
      switch selectielijst {
      case .klasse(let nummer, let omschrijving, let duur): "Selectielijst \(nummer) (\(omschrijving)): \(duur.woorden)"
      case .geen(let waarom): "Selectielijst: geen klasse (\(waarom))"
      }
    return "procedure: \(duur.woorden); \(lijst)"
  }
}

extension Bewaring.Duur {
  /// In words.
  var woorden: String {
    switch self {
    case .termijn(let lengte): lengte.text.nl
    case .bewaren: "altijd bewaren"
    case .zolangNodig: "zolang nodig"
    case .onbepaald: "zwijgt"
    }
  }
}
