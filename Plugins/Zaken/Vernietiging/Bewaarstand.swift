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
        nl:
          "niet bepaald: de archivaris moet kiezen (waarborg vernietiging kies PROCEDURE STUKKEN --keuze … --reden …)",
        en: "not settled: the archivist has to choose (waarborg vernietiging kies PROCEDURE PAPERS --keuze … --reden …)"
      )
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

extension Bewaarkeuze {
  /// In words.
  var woorden: String {
    switch keuze {
    case .procedure: "procedure"
    case .selectielijst: "selectielijst"
    case .besluit: "eigen besluit, \(termijn.map { TermLength($0).text.nl } ?? "altijd bewaren")"
    }
  }
}

extension Zaak {
  /// How long the papers of one kind must be kept, with what the archivist chose.
  ///
  /// The date is derived from what was recorded each time it is asked, so an event that comes later, a correction or a
  /// reopening moves or withdraws it.
  func bewaarstand(_ bewaring: Bewaring, _ keuze: Bewaarkeuze?, op dag: CalendarDate) -> Bewaarstand {
    if let grond = stand.tegengehouden { return .tegengehouden(Text(grond)) }
    guard let geldend = bewaring.geldend(keuze) else { return .keuzeNodig }
    switch Bewaarklok(geldend, klokken(op: dag)).uitkomst {
    case .beletsel(let waarom): return .tegengehouden(Text(waarom))
    case .bewaren: return .altijd
    case .besluitNodig: return .keuzeNodig
    case .brondatumOnbekend: return .brondatumOnbekend
    case .vernietigen(let einde, _): return isTenEinde ? .tot(einde) : .brondatumOnbekend
    }
  }
}

extension Bewaring {
  /// Whether the archivist has something to choose: two sources say two things, or the procedure says no term.
  var vraagtKeuze: Bool {
    switch duur {
    case .zolangNodig, .onbepaald: true
    case .termijn, .bewaren: geldend(nil) == nil
    }
  }

  /// The same papers with the length that governs; nil while two sources say two things and nobody chose.
  fileprivate func geldend(_ keuze: Bewaarkeuze?) -> Bewaring? {
    let lijst: Duur? = if case .klasse(_, _, let duur) = selectielijst { duur } else { nil }
    switch keuze?.keuze {
    case .procedure: return self
    case .selectielijst: return lijst.map { met($0) }
    case .besluit: return met(keuze?.termijn.map { .termijn(TermLength($0)) } ?? .bewaren)
    case nil: return lijst == nil || lijst == duur ? self : nil
    }
  }

  private func met(_ duur: Duur) -> Bewaring {
    Bewaring(
      id: id, voorwerp: voorwerp, betekenis: betekenis, duur: duur, brondatum: brondatum, beletsels: beletsels,
      selectielijst: selectielijst, herkomst: herkomst)
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
