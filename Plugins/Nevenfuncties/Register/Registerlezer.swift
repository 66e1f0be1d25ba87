import Governance
import Ledger
import Organisatie

/// Fills the public register from the views, with sealed values only through the filter.
struct Registerlezer {
  let feiten: Registerfeiten
  /// The reader's filter; nil leaves the values unread, for who only asks how every statement stands.
  let filter: VisibilityFilter?
  /// The statements, each with its card; those of people who are on no card are not in it.
  private(set) var opgaven: [Registeropgave] = []
  /// The same by card.
  private(set) var opgavenVanKaart: [String: [Registeropgave]] = [:]

  private let views: ViewReader

  /// The day the register is about.
  var dag: CalendarDate { feiten.dag }

  /// Reads everything that was recorded; nil when there are no rules on that day.
  init?(op dag: CalendarDate, _ views: ViewReader, _ filter: VisibilityFilter? = nil) throws {
    try self.init(Registerfeiten(op: dag, views), views, filter)
  }

  /// Reads a part of the register, such as one holder; nil when there are no rules on its day.
  init?(_ feiten: Registerfeiten, _ views: ViewReader, _ filter: VisibilityFilter? = nil) throws {
    self.feiten = feiten
    self.views = views
    self.filter = filter
    guard feiten.regels.geldend(op: dag) != nil else { return nil }
    opgaven = try feiten.opgaven.compactMap { try registeropgave($0) }
    opgavenVanKaart = Dictionary(grouping: opgaven, by: \.plek.kaart)
  }

  /// What erased something of an event, in the order of the log.
  func vernietigingen(_ event: EventID) throws -> [Fact] { try views.erasures(of: event) }

  /// The fact at a position.
  func feit(_ position: UInt64) throws -> Fact? { try views.fact(at: position) }

  /// What a reader gets for the public fields of an event; those that it does not have are not in it.
  /// - Throws: `Failure` when the vault lost one: what is published must be whole.
  func getoond(_ feit: Fact) throws -> [OpenbaarVeld: Getoond] {
    guard let filter else { return [:] }
    let revealed = Dictionary(
      try filter.reveal(at: feit.position).map { ($0.field.name, $0.revealed) }, uniquingKeysWith: { first, _ in first }
    )
    var shown: [OpenbaarVeld: Getoond] = [:]
    for veld in OpenbaarVeld.allCases {
      switch revealed[Opgaveveld.name(veld)] {
      case .value(let json): shown[veld] = .waarde(json.string ?? json.bool.map { $0 ? "ja" : "nee" } ?? json.text)
      case .erased: shown[veld] = .vernietigd
      case .absent, .sealed, nil: continue
      case .missing:
        throw Failure(
          .foundWanting,
          Text(
            nl: "veld \(veld.rawValue) van nummer \(feit.position) ontbreekt in de kluis",
            en: "field \(veld.rawValue) of number \(feit.position) is missing from the vault"),
          remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
      }
    }
    return shown
  }
}

extension OpenbaarRegister {
  /// Reads the register as it is on a day, with what it said on every day before; nil when there are no rules on that day.
  ///
  /// Content that has lapsed is not in it, on no date.
  /// - Parameters:
  ///   - day: The day; what takes effect later is not in it.
  ///   - views: The views.
  ///   - filter: The filter of a reader without a key.
  public static func lees(
    op day: CalendarDate, _ views: ViewReader, _ filter: VisibilityFilter
  ) throws -> OpenbaarRegister? {
    guard let reader = try Registerlezer(op: day, views, filter), let rules = reader.feiten.regels.geldend(op: day)
    else {
      return nil
    }
    return OpenbaarRegister(
      regeling: OpenbareRegeling(
        titel: rules.titel, grondslag: rules.grondslag, velden: rules.instellingen.velden,
        verantwoordelijke: rules.instellingen.verantwoordelijke,
        bevestigingIedere: rules.instellingen.bevestigingIedere, bewaarNaEinde: rules.instellingen.bewaarNaEinde),
      dag: day, begin: reader.begin, verlopen: try reader.begin.map { try reader.verlopen(vanaf: $0) } ?? [],
      opgaven: reader.opgaven.map(\.openbaar), wijzigingen: try reader.wijzigingen())
  }
}
