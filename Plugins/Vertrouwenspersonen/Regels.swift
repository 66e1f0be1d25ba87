import Governance
import Ledger

/// The points that the rule leaves open as they stood on a day: what the municipality chose, or else the named default.
struct Vertrouwenspersonenregels: Sendable {
  /// The defaults, each with what the sources say or that they are silent.
  enum Standaard {
    /// "In principle" four years (004:5604-5605).
    static let duur = "P4Y"
    /// The rule names appointment and relief (004:5620-5621) and not renewal (004:5605): asked to be on the safe side.
    static let instemmingVerlenging = InstemmingsEis.vereist
    /// The article on consent follows the ones on the internal vertrouwenspersoon; an external is contracted
    /// (004:5583-5586, 004:5626-5627).
    static let instemmingExtern = InstemmingsEis.nietVereist
    /// Certification is a condition for the appointment and no ground for its end (004:5607-5611).
    static let verliesCertificering = VerliesCertificering.signaal
    /// "Can be renewed", no number (004:5605).
    static let hoogsteVerlengingen = HoogsteVerlengingen.onbeperkt
    /// Silent (004:5682-5688).
    static let registerBijVertrek = RegisterBijVertrek.nietGeregeld
    /// A melder works at or for the municipality (004:5526-5528).
    static let oudMedewerkers = OudMedewerkers.alleenWerkzaam
    /// The task names engaging a mediator (004:5648-5654), the limits exclude mediating oneself (004:5720-5722).
    static let bemiddeling = Bemiddeling.schakeltIn
    /// "Yearly", no day (004:5685-5686).
    static let jaaroverzichtUiterlijk = JaaroverzichtUiterlijk.heleJaar
    /// To the employer (004:5685-5686); silent on publication.
    static let jaaroverzichtOpenbaarheid = JaaroverzichtOpenbaarheid.alleenWerkgever
    /// The melder can file with either (004:5777-5779).
    static let klachtBehandelaar = KlachtBehandelaar.keuzeMelder
    /// Silent; "anonymised" (004:5685) and "not traceable" (002:160) ask for some number.
    static let drempel: Int64 = 5
  }

  /// The decisions in force on the day, the latest last.
  let besluiten: [Feit]

  /// The choices in force on a day.
  init(on day: CalendarDate, _ views: ViewReader) throws {
    let kind = VertrouwenspersonenregelsVastgesteld.type.streamKind
    besluiten = try VertrouwenspersonenView().facts(kind, views)
      .filter { $0.telt && $0.is(VertrouwenspersonenregelsVastgesteld.self) && $0.op.isOnOrBefore(day) == .yes }
      .sorted { Self.order($0) < Self.order($1) }
  }

  private static func order(_ feit: Feit) -> (Int, UInt64) { (feit.op.latest?.daysSinceEpoch ?? 0, feit.position) }

  /// What was chosen last, and where.
  func gekozen<Value: FieldValue>(_ field: Field<Value>) -> (waarde: Value, feit: Feit)? {
    besluiten.reversed().lazy.compactMap { feit in feit[field].map { ($0, feit) } }.first
  }

  private func waarde<Value: FieldValue>(_ field: Field<Value>, _ standaard: Value) -> Value {
    gekozen(field)?.waarde ?? standaard
  }

  private typealias Besluit = VertrouwenspersonenregelsVastgesteld

  /// The usual term of an appointment.
  var duur: Tijdsduur? { gekozen(Besluit.duur)?.waarde ?? Tijdsduur(Standaard.duur) }
  var instemmingVerlenging: InstemmingsEis { waarde(Besluit.instemmingVerlenging, Standaard.instemmingVerlenging) }
  var instemmingExtern: InstemmingsEis { waarde(Besluit.instemmingExtern, Standaard.instemmingExtern) }
  var verliesCertificering: VerliesCertificering {
    waarde(Besluit.verliesCertificering, Standaard.verliesCertificering)
  }
  var hoogsteVerlengingen: HoogsteVerlengingen { waarde(Besluit.hoogsteVerlengingen, Standaard.hoogsteVerlengingen) }
  var registerBijVertrek: RegisterBijVertrek { waarde(Besluit.registerBijVertrek, Standaard.registerBijVertrek) }
  var oudMedewerkers: OudMedewerkers { waarde(Besluit.oudMedewerkers, Standaard.oudMedewerkers) }
  /// Until how many months after leaving; only when access is limited.
  var oudMedewerkersMaanden: Int64? {
    oudMedewerkers == .beperkt ? gekozen(Besluit.oudMedewerkersMaanden)?.waarde : nil
  }
  var bemiddeling: Bemiddeling { waarde(Besluit.bemiddeling, Standaard.bemiddeling) }
  var jaaroverzichtUiterlijk: JaaroverzichtUiterlijk {
    waarde(Besluit.jaaroverzichtUiterlijk, Standaard.jaaroverzichtUiterlijk)
  }
  var jaaroverzichtOpenbaarheid: JaaroverzichtOpenbaarheid {
    waarde(Besluit.jaaroverzichtOpenbaarheid, Standaard.jaaroverzichtOpenbaarheid)
  }
  var klachtBehandelaar: KlachtBehandelaar { waarde(Besluit.klachtBehandelaar, Standaard.klachtBehandelaar) }
  var drempel: Int64 { waarde(Besluit.drempel, Standaard.drempel) }
  /// How often refresher training is due; nil when that was not settled.
  var bijscholing: Tijdsduur? { gekozen(Besluit.bijscholing)?.waarde }

  /// Whether this decision about someone of this form needs consent.
  func vraagtInstemming(_ vorm: Vorm, isVerlenging: Bool) -> Bool {
    let forPerson = vorm == .intern || instemmingExtern == .vereist
    return forPerson && (!isVerlenging || instemmingVerlenging == .vereist)
  }
}

extension ImpreciseDate {
  /// The day by which a fact is judged: the last one it can be of, else the first, else the day it was recorded.
  func judged(recordedOn: CalendarDate) -> CalendarDate { latest ?? earliest ?? recordedOn }
}
