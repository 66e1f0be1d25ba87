import Governance
import Ledger

/// One decision of the municipality on points that its rule leaves open.
struct Regelbesluit: Vaststelling {
  static let kind = "vertrouwenspersonenregels"
  static let definition: any EventDefinition.Type = VertrouwenspersonenregelsVastgesteld.self
  static let corrections: [any EventDefinition.Type] = [VertrouwenspersonenGecorrigeerd.self]

  let feit: Fact

  init(_ feit: Fact) { self.feit = feit }
}

/// The municipality's decisions, by the day from which they hold.
typealias Regelbesluiten = [Regelbesluit]

extension Regelbesluiten {
  /// The one stream of what is about the vertrouwenspersonen as a whole; nil when nothing is recorded yet.
  static func stroom(_ views: ViewReader) throws -> StreamID? {
    // What was withdrawn is left out, but then what withdrew it stands in the same stream.
    let recorded: [any EventDefinition.Type] = [
      VertrouwenspersonenregelsVastgesteld.self, FormatieVastgesteld.self, AantalVertrouwenspersonenOpgegeven.self,
      VertrouwenspersonenGecorrigeerd.self,
    ]
    return try recorded.lazy.compactMap { try views.last(of: $0, by: .last)?.stream }.first
  }

  /// The choices in force on a day.
  func regels(on day: CalendarDate) -> Vertrouwenspersonenregels { Vertrouwenspersonenregels(self, op: day) }
}

/// The points that the rule leaves open as they stood on a day: what the municipality chose, or else the named default.
typealias Vertrouwenspersonenregels = Keuzestand<Regelbesluit>

extension Vertrouwenspersonenregels {
  var duur: Tijdsduur { self[Keuzes.duur] }
  var instemmingVerlenging: InstemmingsEis { self[Keuzes.instemmingVerlenging] }
  var instemmingExtern: InstemmingsEis { self[Keuzes.instemmingExtern] }
  var verliesCertificering: VerliesCertificering { self[Keuzes.verliesCertificering] }
  var hoogsteVerlengingen: HoogsteVerlengingen { self[Keuzes.hoogsteVerlengingen] }
  var registerBijVertrek: RegisterBijVertrek { self[Keuzes.registerBijVertrek] }
  var oudMedewerkers: OudMedewerkers { self[Keuzes.oudMedewerkers] }
  /// Until how many months after leaving; only when access is limited.
  var oudMedewerkersMaanden: Int64? {
    guard oudMedewerkers == .beperkt else { return nil }
    return besluiten.reversed().lazy.compactMap { $0[VertrouwenspersonenregelsVastgesteld.oudMedewerkersMaanden] }.first
  }
  var bemiddeling: Bemiddeling { self[Keuzes.bemiddeling] }
  var jaaroverzichtUiterlijk: JaaroverzichtUiterlijk { self[Keuzes.jaaroverzichtUiterlijk] }
  var jaaroverzichtOpenbaarheid: JaaroverzichtOpenbaarheid { self[Keuzes.jaaroverzichtOpenbaarheid] }
  var klachtBehandelaar: KlachtBehandelaar { self[Keuzes.klachtBehandelaar] }
  var drempel: Int64 { self[Keuzes.drempel] }
  /// How often refresher training is due; nil when that was not settled.
  var bijscholing: Tijdsduur? { self[Keuzes.bijscholing] }

  /// Whether this decision about someone of this form needs consent.
  func vraagtInstemming(_ vorm: Vorm, isVerlenging: Bool) -> Bool {
    let forPerson = vorm == .intern || instemmingExtern == .vereist
    return forPerson && (!isVerlenging || instemmingVerlenging == .vereist)
  }
}
