import Governance
import Ledger
import LedgerCrypto

/// What may be destroyed of the cases of one reader on a day, and what is kept with the reason: the preview that is
/// approved, and then carried out exactly so or not at all.
struct Voorstel: Sendable {
  /// A case with how each kind of its papers stands.
  struct Regel: Sendable {
    let zaak: Zaak
    let standen: [(bewaring: Bewaring, stand: Bewaarstand)]
    let isRijp: Bool
  }

  /// What goes in one event of the log.
  struct Deel: Sendable {
    let stukken: [ErasedFields]
    let zaken: [Zaak]
  }

  let peildag: CalendarDate
  let regels: [Regel]
  let delen: [Deel]

  /// How many cases one part holds: an event has at most 65,535 bytes.
  private static let mostStukken = 250

  /// - Parameter zaken: In the order in which they were opened, which is the order of the list.
  init(_ zaken: [Zaak], op peildag: CalendarDate, _ reading: Reading) throws {
    self.peildag = peildag
    regels = try zaken.map { zaak in
      let standen = try zaak.procedure.bewaring.map { bewaring in
        let keuze = try Bewaarkeuze.geldend(zaak.procedure.id, bewaring.id, reading.views)
        return (bewaring, zaak.bewaarstand(bewaring, keuze, op: peildag))
      }
      // A case goes with the last of its papers.
      return Regel(
        zaak: zaak, standen: standen, isRijp: !standen.isEmpty && standen.allSatisfy { $0.1.isRijp(op: peildag) })
    }
    var delen: [Deel] = []
    var (stukken, samen): ([ErasedFields], [Zaak]) = ([], [])
    for zaak in regels.filter(\.isRijp).map(\.zaak) {
      let own = try Self.stukken(zaak, reading)
      if stukken.count + own.count > Self.mostStukken, !stukken.isEmpty {
        delen.append(Deel(stukken: stukken, zaken: samen))
        (stukken, samen) = ([], [])
      }
      stukken += own
      samen.append(zaak)
    }
    if !stukken.isEmpty { delen.append(Deel(stukken: stukken, zaken: samen)) }
    self.delen = delen
  }

  /// Everything that is sealed of a case.
  private static func stukken(_ zaak: Zaak, _ reading: Reading) throws -> [ErasedFields] {
    try Zaakstromen.posities(of: zaak.stream, reading.views).compactMap { position in
      try reading.filter.event(at: position).map {
        ErasedFields(event: $0.id, fields: ClosedStream.vakken.map(\.name))
      }
    }
  }

  /// How many go, as everyone may know it: a few are not counted.
  var aantal: String {
    let count = regels.count { $0.isRijp }
    return count < 5 ? "enkele" : "\(count)"
  }

  /// Under which rules.
  var klassen: [String] {
    var klassen: [String] = []
    for regel in regels where regel.isRijp {
      for (bewaring, _) in regel.standen {
        let klasse =
          if case .klasse(let nummer, _, _) = bewaring.selectielijst { "Selectielijst \(nummer)" } else {
            bewaring.herkomst.bronnen.first?.text ?? bewaring.id
          }
        if !klassen.contains(klasse) { klassen.append(klasse) }
      }
    }
    return klassen.sorted()
  }

  /// Whose papers they are.
  var soort: Vernietigingssoort {
    let papers = regels.filter(\.isRijp).flatMap { $0.standen.map(\.bewaring.voorwerp) }
    return papers.contains(.stukkenVertrouwenspersoon) ? .stukkenVertrouwenspersoon : .zaken
  }

  /// Who approved a proposal; nil when nobody did.
  static func goedkeuring(_ voorstel: Fact, _ views: ViewReader) throws -> Fact? {
    try views.facts(in: voorstel.stream).first {
      $0.is(VernietigingGoedgekeurd.self) && $0[VernietigingGoedgekeurd.voorstel] == voorstel.id
        && $0.signer != voorstel.signer
    }
  }
}
