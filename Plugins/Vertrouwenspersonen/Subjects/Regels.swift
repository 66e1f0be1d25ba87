import Governance
import Ledger

/// One decision of the municipality on its rules.
struct Regelbesluit: Vaststelling {
  static let kind = "vertrouwenspersonenregels"
  static let definition: any EventDefinition.Type = VertrouwenspersonenregelsVastgesteld.self
  static let corrections: [any EventDefinition.Type] = [VertrouwenspersonenGecorrigeerd.self]

  let feit: Fact

  init(_ feit: Fact) { self.feit = feit }

  /// A model lays everything down anew: nothing of another municipality's rules stays standing beside it.
  var isGeheel: Bool { feit[VertrouwenspersonenregelsVastgesteld.model] != nil }
}

/// The municipality's decisions, by the day from which they hold.
typealias Regelbesluiten = [Regelbesluit]

extension Regelbesluiten {
  /// The one stream of what is about the vertrouwenspersonen as a whole; nil when nothing is recorded yet.
  static func stroom(_ views: ViewReader) throws -> StreamID? {
    // What was withdrawn is left out, but then what withdrew it stands in the same stream.
    let recorded: [any EventDefinition.Type] = [
      VertrouwenspersonenregelsVastgesteld.self, FormatieVastgesteld.self, AantalVertrouwenspersonenOpgegeven.self,
      AanspreekpuntVastgesteld.self, VertrouwenspersonenGecorrigeerd.self,
    ]
    return try recorded.lazy.compactMap { try views.last(of: $0, by: .last)?.stream }.first
  }

  /// The choices in force on a day.
  func regels(on day: CalendarDate) -> Vertrouwenspersonenregels { Vertrouwenspersonenregels(self, op: day) }
}

/// The rules as they stood on a day: what the municipality chose, and where it chose nothing, nothing that is asked.
typealias Vertrouwenspersonenregels = Keuzestand<Regelbesluit>

extension Vertrouwenspersonenregels {
  private typealias Besluit = VertrouwenspersonenregelsVastgesteld

  /// Whether the municipality laid any rules down.
  var zijnVastgelegd: Bool { !besluiten.isEmpty }

  /// Where the answer on a point comes from, as the decision says that settled it; nil when the municipality chose it.
  func herkomst(_ keuze: Keuze<some Sendable>) -> Regelherkomst? {
    let said = besluit(keuze) ?? besluiten.first { $0[Besluit.model] != nil }
    return said?[Besluit.herkomst]?.first { $0.punt.rawValue == keuze.veld }
  }

  /// Where the municipality's own choice on a point stands, as a refusal cites it; nil when it made none.
  func bron(_ keuze: Keuze<some Sendable>) -> String? {
    guard let besluit = besluit(keuze) else { return nil }
    if let herkomst = herkomst(keuze) { return herkomst.bron }
    if let grondslag = besluit[Besluit.grondslag] { return grondslag }
    return (besluit[Besluit.titel].map { "\($0), " } ?? "") + "besluit van de gemeente, nummer \(besluit.position)"
  }
}

extension Vertrouwenspersonenregels {
  var benoemer: Rol? { self[Keuzes.benoemer] }
  /// The usual term; nil when the rules name none.
  var duur: Tijdsduur? { self[Keuzes.duur].duur }
  var certificering: Certificeringseis { self[Keuzes.certificering] }
  var verliesCertificering: VerliesCertificering { self[Keuzes.verliesCertificering] }
  var hoogsteVerlengingen: HoogsteVerlengingen { self[Keuzes.hoogsteVerlengingen] }
  var registerBijVertrek: RegisterBijVertrek { self[Keuzes.registerBijVertrek] }
  /// V-5; nil when that was not settled.
  var oudMedewerkers: OudMedewerkers? { self[Keuzes.oudMedewerkers] }
  /// Until how many months after leaving; only when access is limited.
  var oudMedewerkersMaanden: Int64? {
    guard oudMedewerkers == .beperkt else { return nil }
    return besluiten.reversed().lazy.compactMap { $0[VertrouwenspersonenregelsVastgesteld.oudMedewerkersMaanden] }.first
  }
  var bemiddeling: Bemiddeling? { self[Keuzes.bemiddeling] }
  var jaaroverzichtDoor: JaaroverzichtDoor { self[Keuzes.jaaroverzichtDoor] }
  var jaaroverzichtUiterlijk: JaaroverzichtUiterlijk { self[Keuzes.jaaroverzichtUiterlijk] }
  var jaaroverzichtOpenbaarheid: JaaroverzichtOpenbaarheid { self[Keuzes.jaaroverzichtOpenbaarheid] }
  var klachtBehandelaar: KlachtBehandelaar? { self[Keuzes.klachtBehandelaar] }
  var drempel: Int64 { self[Keuzes.drempel] }

  /// Whether a point is asked.
  func vraagt(_ keuze: Keuze<Vereiste>) -> Bool { self[keuze] == .vereist }

  /// The points on which this decision about someone of this form needs consent; nil when it needs none.
  ///
  /// A renewal or relief of an external one needs it only where a contract does.
  func instemming(_ vorm: Vorm, bij keuze: Keuze<Vereiste>) -> Keuze<Vereiste>? {
    if vorm == .extern, !vraagt(Keuzes.instemmingExtern) { return nil }
    let asked = vorm == .extern && keuze.veld == Keuzes.instemmingBenoeming.veld ? Keuzes.instemmingExtern : keuze
    return vraagt(asked) ? asked : nil
  }

  /// Whether losing certification ends the function.
  var eindigtZonderCertificering: Bool { certificering == .verplicht && verliesCertificering == .beeindigt }
}
