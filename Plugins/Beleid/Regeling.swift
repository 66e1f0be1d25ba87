import Governance
import Ledger
import LedgerCrypto

/// One fact about a rule: one event, as later corrections have it.
struct Feit {
  let position: UInt64
  let gebeurtenis: EventID
  let regeling: StreamID
  /// The event type's name.
  let soort: String
  /// The version's number; nil for a fact about the rule as a whole.
  let versie: Int?
  /// The date, corrected where it was corrected.
  var op: ImpreciseDate
  /// The date as it was recorded first.
  let vastgelegdeDatum: ImpreciseDate
  let orgaan: Rol?
  /// The last day of its run time, or the day to which it works back.
  let tot: CalendarDate?
  let duur: Tijdsduur?
  let isHistorisch: Bool
  /// The correction that says it was a mistake.
  let gecorrigeerd: UInt64?
  /// Whether it does not count any more.
  let isVervallen: Bool
  /// For a correction: the fact it corrects.
  let betreft: UInt64?

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let id = row.text("gebeurtenis").flatMap({ EventID($0) }),
      let regeling = row.text("regeling").flatMap({ StreamID($0) }), let soort = row.text("soort"),
      let recorded = row.text("op").flatMap({ try? ImpreciseDate($0) })
    else { return nil }
    let corrected = row.text("juist").flatMap { try? ImpreciseDate($0) }
    self.position = UInt64(position)
    gebeurtenis = id
    self.regeling = regeling
    self.soort = soort
    versie = row.int("versie").map { Int($0) }
    op = corrected ?? recorded
    vastgelegdeDatum = recorded
    orgaan = row.text("orgaan").flatMap { Rol(rawValue: $0) }
    tot = row.text("tot").flatMap { try? CalendarDate($0) }
    duur = row.text("duur").flatMap { Tijdsduur($0) }
    isHistorisch = row.int("historisch") == 1
    gecorrigeerd = row.int("gecorrigeerd").map { UInt64($0) }
    isVervallen = gecorrigeerd != nil && corrected == nil
    betreft = row.int("betreft").map { UInt64($0) }
  }

  /// Whether it is an event of this type.
  func `is`(_ definition: (some EventDefinition).Type) -> Bool { soort == definition.type.name }
}

/// One version of a rule, with the facts that count.
struct Versie {
  let nummer: Int
  let digest: Digest?
  let aanduiding: String?
  let instemming: Instemmingsplicht
  let grond: String?
  var feiten: [Feit] = []

  /// The standing fact of a type.
  func feit(_ definition: (some EventDefinition).Type) -> Feit? { feiten.first { $0.is(definition) } }

  /// Whether it was adopted, which a historical fact of its life presupposes even when the adoption is not recorded.
  var isVastgesteld: Bool {
    feiten.contains { feit in
      feit.is(RegelingVastgesteld.self)
        || feit.isHistorisch
          && (feit.is(RegelingInWerkingGetreden.self) || feit.is(RegelingBekendgemaakt.self)
            || feit.is(RegelingIngetrokken.self))
    }
  }

  /// "versie 2", "versie 1 (2019)".
  var text: Text {
    let name = aanduiding.map { " («\($0)»)" } ?? ""
    return Text(nl: "versie \(nummer)\(name)", en: "version \(nummer)\(name)")
  }
}

/// A rule with its versions and all its facts.
struct Regeling {
  let stream: StreamID
  let kenmerk: String
  let titel: String
  let soort: SoortRegeling
  let aanleiding: String?
  let cvdr: String?
  let link: String?
  var versies: [Versie]
  /// Every fact, in the order of the log, also those that lapsed.
  let feiten: [Feit]

  /// The version that was drafted or appeared last, and still counts.
  var nieuwste: Versie? { versies.last { !$0.feiten.isEmpty } ?? versies.last }

  /// The version with this digest.
  func versie(_ digest: Digest) -> Versie? { versies.first { $0.digest == digest } }

  /// The version that an event is about.
  func versie<E: RegelingGebeurtenis>(_: E.Type, of event: RecordedEvent) -> Versie? {
    if let digest = event[E.versie], let found = versie(digest) { return found }
    let name = event[E.aanduiding]
    if event[E.versie] != nil && name == nil { return nil }
    return versies.first { $0.aanduiding == name && (name != nil || $0.digest == nil) }
  }

  /// "gedragscode@2".
  func handle(_ versie: Versie) -> String { "\(kenmerk)@\(versie.nummer)" }
}

extension Regeling {
  /// Every rule, in the order in which they first appeared.
  static func all(_ views: ViewReader) throws -> [Regeling] { try load(views, where: "", []) }

  /// The rule of a stream.
  static func of(_ stream: StreamID, _ views: ViewReader) throws -> Regeling? {
    try load(views, where: " = ?", [.text(stream.description)]).first
  }

  /// The rule with this name.
  static func named(_ kenmerk: String, _ views: ViewReader) throws -> Regeling? {
    let rows = try views.rows(BeleidView(), "SELECT stroom FROM {regeling} WHERE kenmerk = ?", [.text(kenmerk)])
    return try rows.first?.text("stroom").flatMap { StreamID($0) }.flatMap { try of($0, views) }
  }

  private static func load(_ views: ViewReader, where condition: String, _ arguments: [TableValue]) throws -> [Regeling] {
    func rows(_ table: String, _ column: String, _ order: String) throws -> [TableRow] {
      let clause = condition.isEmpty ? "" : " WHERE \(column)\(condition)"
      return try views.rows(BeleidView(), "SELECT * FROM {\(table)}\(clause) ORDER BY \(order)", arguments)
    }
    let facts = Dictionary(grouping: try rows("feit", "regeling", "position").compactMap { Feit($0) }, by: \.regeling)
    let versions = Dictionary(grouping: try rows("versie", "regeling", "nummer")) { $0.text("regeling") ?? "" }
    return try rows("regeling", "stroom", "position").compactMap { row in
      guard let stream = row.text("stroom").flatMap({ StreamID($0) }), let kenmerk = row.text("kenmerk") else { return nil }
      let feiten = facts[stream] ?? []
      let standing = feiten.filter { !$0.isVervallen && !$0.is(RegelingGecorrigeerd.self) }
      return Regeling(
        stream: stream, kenmerk: kenmerk, titel: row.text("titel") ?? kenmerk,
        soort: row.text("soort").flatMap { SoortRegeling(rawValue: $0) } ?? .anders, aanleiding: row.text("aanleiding"),
        cvdr: row.text("cvdr"), link: row.text("link"),
        versies: (versions[stream.description] ?? []).compactMap { row in
          guard let number = row.int("nummer") else { return nil }
          return Versie(
            nummer: Int(number), digest: row.text("digest").flatMap { try? Digest(hex: $0) },
            aanduiding: row.text("aanduiding"),
            instemming: row.text("instemming").flatMap { Instemmingsplicht(rawValue: $0) } ?? .onbekend,
            grond: row.text("grond"), feiten: standing.filter { $0.versie == Int(number) })
        }, feiten: feiten)
    }
  }
}
