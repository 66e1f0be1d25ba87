import Governance
import Ledger
import LedgerCrypto
import RuleFiles

/// What may be destroyed of the cases of one reader on a day, and what is kept with the reason: the preview that is
/// approved, and then carried out exactly so or not at all.
struct Voorstel: Sendable {
  /// A case with how each kind of its papers stands.
  struct Regel: Sendable {
    let zaak: Zaak
    let standen: [(bewaring: Bewaring, stand: Bewaarstand)]
    let gaat: Gaat

    /// Those of its papers that go.
    var rijp: [Bewaring] {
      standen.map(\.bewaring).filter { bewaring in
        switch gaat {
        case .niets: false
        case .alles: true
        case .dossier: bewaring.voorwerp != .registerregel
        case .registerregel: bewaring.voorwerp == .registerregel
        }
      }
    }
  }

  /// What goes of a case: the line of the register and the dossier are destroyed each in its own time.
  enum Gaat: Sendable, Hashable {
    case niets, dossier, registerregel, alles
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
      let standen = try zaak.procedure.bewaring.filter { zaak.heeft($0) }.map { bewaring in
        let keuze = try Bewaarkeuze.geldend(zaak.procedure.id, bewaring.id, reading.views)
        return (bewaring, zaak.bewaarstand(bewaring, keuze, op: peildag))
      }
      return Regel(zaak: zaak, standen: standen, gaat: Self.gaat(zaak, standen, op: peildag))
    }
    var delen: [Deel] = []
    var (stukken, samen): ([ErasedFields], [Zaak]) = ([], [])
    for regel in regels where regel.gaat != .niets {
      let zaak = regel.zaak
      let own = try Self.stukken(zaak, regel.gaat, reading)
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

  private static func gaat(
    _ zaak: Zaak, _ standen: [(bewaring: Bewaring, stand: Bewaarstand)], op dag: CalendarDate
  ) -> Gaat {
    let rijp = standen.filter { $0.stand.isRijp(op: dag) }
    guard !rijp.isEmpty else { return .niets }
    if rijp.count == standen.count { return .alles }
    // Where they do not stand apart, a case goes with the last of its papers.
    guard zaak.registerregel != nil, zaak.vernietigd.isEmpty else { return .niets }
    let regels = standen.filter { $0.bewaring.voorwerp == .registerregel }
    let dossier = standen.filter { $0.bewaring.voorwerp != .registerregel }
    if !dossier.isEmpty, dossier.allSatisfy({ $0.stand.isRijp(op: dag) }) { return .dossier }
    return !regels.isEmpty && regels.allSatisfy { $0.stand.isRijp(op: dag) } ? .registerregel : .niets
  }

  /// What is sealed of the part of a case that goes.
  private static func stukken(_ zaak: Zaak, _ gaat: Gaat, _ reading: Reading) throws -> [ErasedFields] {
    try Zaakstromen.posities(of: zaak.stream, reading.views).enumerated().compactMap { index, position in
      guard let event = try reading.filter.event(at: position) else { return nil }
      let compartments = try reading.filter.compartments(of: event)
      let fields = vakken(zaak, gaat, nummer: Int64(index + 1)).filter { !compartments.isErased($0) }
      return fields.isEmpty
        ? nil : ErasedFields(event: event.id, fields: fields.map { ClosedStream.vakken[$0 - 1].name })
    }
  }

  /// Which compartments of an entry go.
  private static func vakken(_ zaak: Zaak, _ gaat: Gaat, nummer: Int64) -> [Int] {
    let alle = Array(1...ClosedStream.vakken.count)
    let regel = zaak.registerregel ?? 0
    return switch gaat {
    case .niets: []
    case .alles: alle
    // What was recorded after the last line says who belongs to it.
    case .dossier: nummer < regel ? alle : nummer == regel ? [1] : []
    case .registerregel: zaak.registerregels.contains(nummer) ? Array(alle.dropFirst()) : []
    }
  }

  /// How many go, as everyone may know it: a few are not counted.
  var aantal: String {
    let count = regels.count { $0.gaat != .niets }
    return count < 5 ? "enkele" : "\(count)"
  }

  /// Under which rules.
  var klassen: [String] {
    var klassen: [String] = []
    for regel in regels {
      for bewaring in regel.rijp {
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
    let papers = regels.flatMap { $0.rijp.map(\.voorwerp) }
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
