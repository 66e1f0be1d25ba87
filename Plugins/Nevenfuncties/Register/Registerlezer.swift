import Governance
import Ledger
import Organisatie

/// Fills the public register from the views, with sealed values only through the filter.
struct Registerlezer {
  let dag: CalendarDate
  let regels: [Regels]
  let plekken: [Plek]
  let aanwijzingen: [Aanwijzing]
  let namen: Namen
  let werkzaamheden: [Werkzaamheid]
  /// Every statement by the report it was made of.
  let opgavenVan: [StreamID: [Opgave]]
  let bevestigingen: [Feit]
  let filter: VisibilityFilter
  let views: ViewReader
  /// The statements, each with its card; those of people who are on no card are not in it.
  private(set) var opgaven: [Registeropgave] = []

  /// Reads everything that was recorded; nil when there are no rules on that day.
  init?(op dag: CalendarDate, _ views: ViewReader, _ filter: VisibilityFilter) throws {
    let regels = try Regels.all(views)
    guard regels.geldend(op: dag) != nil else { return nil }
    self.dag = dag
    self.regels = regels
    self.filter = filter
    self.views = views
    namen = try Namen(views)
    aanwijzingen = try Aanwijzing.all(views)
    plekken = try Plek.all(namen, aanwijzingen, views)
    werkzaamheden = try Werkzaamheid.all(views)
    bevestigingen = try Feit.all(NevenwerkzaamhedenBevestigd.type.streamKind, views)
      .filter { $0.is(NevenwerkzaamhedenBevestigd.self) && $0.telt && $0.isGebeurd(op: dag) }
    let published = try Opgave.all(views)
    opgavenVan = Dictionary(grouping: published, by: \.melding)
    opgaven = try published.compactMap { try registeropgave($0) }
  }

  func regels(op day: CalendarDate) -> Instellingen? { regels.geldend(op: day)?.instellingen }

  /// What one holder reported beside one function and had reported by a day.
  func werkzaamheden(_ plek: Plek, op day: CalendarDate) -> [Werkzaamheid] {
    werkzaamheden.filter {
      $0.telt && $0.persoon == plek.persoon && $0.gemeld.isGebeurd(op: day)
        && $0.functie(op: day) == plek.functie.stroom
    }
  }

  /// The confirmations of one holder by a day, oldest first.
  func bevestigingen(_ plek: Plek, op day: CalendarDate) -> [Feit] {
    bevestigingen.filter {
      $0.isGebeurd(op: day) && $0[Houderschap.persoon] == plek.persoon
        && $0[Houderschap.functie] == plek.functie.stroom
    }.sorted { ($0.dag, $0.position) < ($1.dag, $1.position) }
  }

  /// What a reader gets for a public field; nil when the event does not have it.
  /// - Throws: `Failure` when the vault lost it: what is published must be whole.
  func getoond(_ veld: OpenbaarVeld, _ feit: Feit) throws -> Getoond? {
    let reference = FieldReference(position: feit.position, field: Opgaveveld.name(veld))
    switch try filter.reveal(reference) {
    case .value(let json): return .waarde(json.string ?? json.bool.map { $0 ? "ja" : "nee" } ?? json.text)
    case .erased: return .vernietigd
    case .absent, .sealed: return nil
    case .missing:
      throw Failure(
        .foundWanting,
        Text(
          nl: "veld \(veld.rawValue) van nummer \(feit.position) ontbreekt in de kluis",
          en: "field \(veld.rawValue) of number \(feit.position) is missing from the vault"),
        remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
    }
  }
}

extension OpenbaarRegister {
  /// Reads the register as it is on a day, with every state it had; nil when there are no rules on that day.
  ///
  /// Content that has lapsed is not in it, on no date.
  /// - Parameters:
  ///   - day: The day; what takes effect later is not in it.
  ///   - views: The views.
  ///   - filter: The filter of a reader without a key.
  public static func lees(
    op day: CalendarDate, _ views: ViewReader, _ filter: VisibilityFilter
  ) throws -> OpenbaarRegister? {
    guard let reader = try Registerlezer(op: day, views, filter), let rules = reader.regels.geldend(op: day) else {
      return nil
    }
    return OpenbaarRegister(
      regeling: OpenbareRegeling(
        titel: rules.titel, bron: rules.bron, velden: rules.instellingen.velden,
        verantwoordelijke: rules.instellingen.verantwoordelijke,
        bevestigingIedere: rules.instellingen.bevestigingIedere, bewaarNaEinde: rules.instellingen.bewaarNaEinde),
      standen: try reader.standen(), opgaven: reader.opgaven.map(\.openbaar), wijzigingen: try reader.wijzigingen())
  }
}
