import Governance
import Ledger

/// What the rules choose.
struct Instellingen: Hashable {
  var meldplicht: Meldplicht
  var voorafgaandeToestemming: Bool
  /// Whether an activity can be refused; where not, measures and advice remain (003:265).
  var weigeren: Bool
  var beslissers: [Rol]
  var velden: [OpenbaarVeld]
  var grens: Openbaarmakingsgrens
  var inhuur: Bool
  var betaaldEigenGemeenteVerboden: Bool
  var verantwoordelijke: Rol
  var tweedeOpenbaarmaker: Rol?
  var bevestigingIedere: Tijdsduur
  var beslistermijn: Tijdsduur?
  var bijwerktermijn: Tijdsduur?
  var bewaarNaEinde: Tijdsduur?
  var draaideur: Tijdsduur?
  var vragen: [Vraag]

  /// Whether names are published: the rule of Lelystad names functions and no persons (004:5428-5435).
  var publiceertNamen: Bool { velden.contains(.naam) }
}

extension Instellingen {
  /// Reads the choices of an event.
  init?(_ feit: Fact) {
    typealias E = NevenfunctieregelsVastgesteld
    guard let meldplicht = feit[E.meldplicht], let vooraf = feit[E.voorafgaandeToestemming],
      let weigeren = feit[E.weigeren], let beslissers = feit[E.beslissers], let velden = feit[E.velden],
      let grens = feit[E.grens],
      let inhuur = feit[E.inhuur], let eigen = feit[E.betaaldEigenGemeenteVerboden],
      let verantwoordelijke = feit[E.verantwoordelijke], let iedere = feit[E.bevestigingIedere]
    else { return nil }
    self.init(
      meldplicht: meldplicht, voorafgaandeToestemming: vooraf, weigeren: weigeren, beslissers: beslissers,
      velden: velden, grens: grens,
      inhuur: inhuur, betaaldEigenGemeenteVerboden: eigen, verantwoordelijke: verantwoordelijke,
      tweedeOpenbaarmaker: feit[E.tweedeOpenbaarmaker], bevestigingIedere: iedere,
      beslistermijn: feit[E.beslistermijn], bijwerktermijn: feit[E.bijwerktermijn],
      bewaarNaEinde: feit[E.bewaarNaEinde], draaideur: feit[E.draaideur], vragen: feit[E.vragen] ?? [])
  }

  /// Writes the choices into an event.
  func fill(_ draft: inout EventDraft) {
    typealias E = NevenfunctieregelsVastgesteld
    draft[E.meldplicht] = meldplicht
    draft[E.voorafgaandeToestemming] = voorafgaandeToestemming
    draft[E.weigeren] = weigeren
    draft[E.beslissers] = beslissers
    draft[E.velden] = velden
    draft[E.grens] = grens
    draft[E.inhuur] = inhuur
    draft[E.betaaldEigenGemeenteVerboden] = betaaldEigenGemeenteVerboden
    draft[E.verantwoordelijke] = verantwoordelijke
    draft[E.tweedeOpenbaarmaker] = tweedeOpenbaarmaker
    draft[E.bevestigingIedere] = bevestigingIedere
    draft[E.beslistermijn] = beslistermijn
    draft[E.bijwerktermijn] = bijwerktermijn
    draft[E.bewaarNaEinde] = bewaarNaEinde
    draft[E.draaideur] = draaideur
    draft[E.vragen] = vragen.isEmpty ? nil : vragen
  }
}

/// The rules as they were laid down once, from a day on.
struct Regels: Vaststelling {
  static let kind = "nevenfunctieregels"
  static let definition: any EventDefinition.Type = NevenfunctieregelsVastgesteld.self

  let feit: Fact
  let vanaf: CalendarDate
  let titel: String
  let bron: String
  /// The place in the rules as the public reads it; nil when only the title is named.
  let grondslag: String?
  let instellingen: Instellingen

  init?(_ feit: Fact) {
    guard let day = feit.effective.exact, let titel = feit[NevenfunctieregelsVastgesteld.titel],
      let bron = feit[NevenfunctieregelsVastgesteld.bron], let choices = Instellingen(feit)
    else { return nil }
    self.feit = feit
    vanaf = day
    self.titel = titel
    self.bron = bron
    grondslag = feit[NevenfunctieregelsVastgesteld.grondslag]
    instellingen = choices
  }

  /// Where a setting comes from; nil when the organisation chose it.
  func herkomst(_ instelling: Instelling) -> InstellingHerkomst? {
    feit[NevenfunctieregelsVastgesteld.herkomst]?.first { $0.punt == instelling }
  }

  /// Where it stands that something is against an activity: in the sources of the model, or else where the rules stand.
  func bron(_ bezwaar: Bezwaar) -> String {
    feit[NevenfunctieregelsVastgesteld.model].flatMap { Model.van($0).bezwaren[bezwaar] } ?? bron
  }

  /// Where what a setting says stands: where it comes from, or else where the rules stand.
  func bron(_ instelling: Instelling) -> String { herkomst(instelling)?.bron ?? bron }
}
