import Governance
import Ledger

/// The municipality's decisions on the points that its rule leaves open, by the day from which they hold.
struct Regelbesluiten: Sendable {
  /// Those that count.
  let besluiten: [Fact]

  /// Those that were recorded so far; read once in a pass over the views.
  init(_ views: ViewReader) throws { self = try views.subject(Self.self, SubjectKey()) ?? Self(besluiten: []) }

  private init(besluiten: [Fact]) { self.besluiten = besluiten }

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
  func regels(on day: CalendarDate) -> Vertrouwenspersonenregels {
    Vertrouwenspersonenregels(besluiten: besluiten.filter { $0.effective.isOnOrBefore(day) == .yes })
  }
}

/// There is one list of them, which is read again only when it changed.
extension Regelbesluiten: Subject {
  /// Nothing lists it.
  enum State: String, CaseIterable { case geldt }

  static let kind = "vertrouwenspersonenregels"
  static let events: [any EventDefinition.Type] = [
    VertrouwenspersonenregelsVastgesteld.self, VertrouwenspersonenGecorrigeerd.self,
  ]
  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched { .these([SubjectKey()]) }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    self.init(besluiten: try views.facts(of: VertrouwenspersonenregelsVastgesteld.self))
  }

  func days(in views: ViewReader) throws -> [CalendarDate] { [] }
  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>] { [] }
}

/// The points that the rule leaves open as they stood on a day: what the municipality chose, or else the named default.
struct Vertrouwenspersonenregels: Sendable {
  /// The decisions in force on the day, the latest last.
  let besluiten: [Fact]

  init(besluiten: [Fact]) { self.besluiten = besluiten }

  /// The choices in force on a day.
  init(on day: CalendarDate, _ views: ViewReader) throws { self = try Regelbesluiten(views).regels(on: day) }

  /// What was chosen last, and where.
  func gekozen<Value: FieldValue>(_ field: Field<Value>) -> (waarde: Value, feit: Fact)? {
    besluiten.reversed().lazy.compactMap { feit in feit[field].map { ($0, feit) } }.first
  }

  private func keuze<Value: FieldValue>(_ field: Field<Value>) -> Value? { gekozen(field)?.waarde }

  private typealias Besluit = VertrouwenspersonenregelsVastgesteld

  // What was chosen, or else the default with what the sources say or that they are silent.

  /// The usual term of an appointment: "in principle" four years (004:5604-5605).
  var duur: Tijdsduur? { keuze(Besluit.duur) ?? Tijdsduur("P4Y") }
  /// The rule names appointment and relief (004:5620-5621) and not renewal (004:5605): asked to be on the safe side.
  var instemmingVerlenging: InstemmingsEis { keuze(Besluit.instemmingVerlenging) ?? .vereist }
  /// The article on consent follows the ones on the internal vertrouwenspersoon; an external is contracted
  /// (004:5583-5586, 004:5626-5627).
  var instemmingExtern: InstemmingsEis { keuze(Besluit.instemmingExtern) ?? .nietVereist }
  /// Certification is a condition for the appointment and no ground for its end (004:5607-5611).
  var verliesCertificering: VerliesCertificering { keuze(Besluit.verliesCertificering) ?? .signaal }
  /// "Can be renewed", no number (004:5605).
  var hoogsteVerlengingen: HoogsteVerlengingen { keuze(Besluit.hoogsteVerlengingen) ?? .onbeperkt }
  /// Silent (004:5682-5688).
  var registerBijVertrek: RegisterBijVertrek { keuze(Besluit.registerBijVertrek) ?? .nietGeregeld }
  /// A melder works at or for the municipality (004:5526-5528).
  var oudMedewerkers: OudMedewerkers { keuze(Besluit.oudMedewerkers) ?? .alleenWerkzaam }
  /// Until how many months after leaving; only when access is limited.
  var oudMedewerkersMaanden: Int64? { oudMedewerkers == .beperkt ? keuze(Besluit.oudMedewerkersMaanden) : nil }
  /// The task names engaging a mediator (004:5648-5654), the limits exclude mediating oneself (004:5720-5722).
  var bemiddeling: Bemiddeling { keuze(Besluit.bemiddeling) ?? .schakeltIn }
  /// "Yearly", no day (004:5685-5686).
  var jaaroverzichtUiterlijk: JaaroverzichtUiterlijk { keuze(Besluit.jaaroverzichtUiterlijk) ?? .heleJaar }
  /// To the employer (004:5685-5686); silent on publication.
  var jaaroverzichtOpenbaarheid: JaaroverzichtOpenbaarheid {
    keuze(Besluit.jaaroverzichtOpenbaarheid) ?? .alleenWerkgever
  }
  /// The melder can file with either (004:5777-5779).
  var klachtBehandelaar: KlachtBehandelaar { keuze(Besluit.klachtBehandelaar) ?? .keuzeMelder }
  /// Silent; "anonymised" (004:5685) and "not traceable" (002:160) ask for some number.
  var drempel: Int64 { keuze(Besluit.drempel) ?? 5 }
  /// How often refresher training is due; nil when that was not settled.
  var bijscholing: Tijdsduur? { keuze(Besluit.bijscholing) }

  /// Whether this decision about someone of this form needs consent.
  func vraagtInstemming(_ vorm: Vorm, isVerlenging: Bool) -> Bool {
    let forPerson = vorm == .intern || instemmingExtern == .vereist
    return forPerson && (!isVerlenging || instemmingVerlenging == .vereist)
  }
}
