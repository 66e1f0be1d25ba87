import Governance
import Instemming
import Ledger

/// One appointment or contract of one person, from candidacy to end.
struct Benoeming: Sendable {
  let stream: StreamID
  let position: UInt64
  /// Its number in this ledger, for the handle.
  let nummer: Int64
  let persoon: StreamID
  let vorm: Vorm
  /// Everything recorded of it.
  let feiten: [Fact]
  /// The certifications of this person that count, whichever appointment they were recorded with.
  let certificeringen: [Fact]
  /// The training of this person that counts, likewise: what someone learned does not end with an appointment.
  let scholingen: [Fact]
  /// Whether no later appointment of this person has begun: what belongs to the person is asked of the newest one.
  let isNieuwste: Bool
  /// From when to when the function is held.
  let diensttijd: Diensttijd
  /// The day on which this ledger was founded: what was due before it could not be recorded here.
  let opening: CalendarDate?
  /// Where consent to the appointment stands, as far as is known now.
  let instemming: InstemmingOverVersie?
  /// The municipality's choices through time.
  let keuzes: Regelbesluiten
  private let tijdlijnen = Once<Benoemingstijdlijnen>()

  /// Folds it from its own stream, the person's other ones, the consent about it and the municipality's choices.
  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first, stream.kind == KandidaatVoorgedragen.type.streamKind else { return nil }
    let facts = try views.facts(in: stream)
    guard let candidacy = facts.first, candidacy.is(KandidaatVoorgedragen.self),
      let persoon = candidacy[KandidaatVoorgedragen.persoon], let vorm = candidacy[KandidaatVoorgedragen.vorm],
      let nummer = try views.number(Benoeming.self, key)?.number
    else { return nil }
    self.stream = stream
    self.position = candidacy.position
    self.nummer = nummer
    self.persoon = persoon
    self.vorm = vorm
    feiten = facts
    func person(_ types: any EventDefinition.Type...) throws -> [Fact] {
      try types.flatMap { try views.facts(where: KandidaatVoorgedragen.persoon, is: persoon, of: $0) }.filter(\.counts)
    }
    let certificates = try person(CertificeringVastgelegd.self)
    certificeringen = certificates
    let diensttijd = Diensttijd(facts, certificeringen: certificates)
    self.diensttijd = diensttijd
    scholingen = try person(ScholingVastgelegd.self)
    isNieuwste = try person(VertrouwenspersoonBenoemd.self, ExterneVertrouwenspersoonGecontracteerd.self)
      .allSatisfy { try $0.stream == stream || Benoeming.nummer($0.stream, views) ?? 0 < nummer }
    keuzes = try Regelbesluit.all(views)
    opening = try views.fact(at: 0)?.recordedOn
    instemming = try diensttijd.begin.flatMap { begin in
      let all = try InstemmingView().over(stream, in: views).filter { $0.stand != .ontbreekt }
      let named = begin[VertrouwenspersoonBenoemd.instemming]
      // Which decision about a person is asked is sealed; before the function began it can only be that it begins.
      return all.last { $0.stream == named }
        ?? all.last { $0.opening.position < begin.position || $0.stand == .nietigIngeroepen }
    }
  }

  /// How people call it; never a name.
  var handle: String { Self.handle(nummer) }
  var subject: Onderwerp { Onderwerp(stream: stream, versie: nil, handle: handle) }

  /// The last fact of these types that counts.
  func feit(_ definitions: any EventDefinition.Type...) -> Fact? {
    feiten.last { feit in feit.counts && definitions.contains { $0.type.name == feit.type } }
  }
  /// What is known of its duties from which day on.
  var tijdlijn: Benoemingstijdlijnen { tijdlijnen.value { Benoemingstijdlijnen(self) } }
  /// The facts of this type that count, in the order in which they were recorded.
  func alle(_ definition: any EventDefinition.Type) -> [Fact] { feiten.filter { $0.counts && $0.is(definition) } }

  /// That the candidate withdrew, when that was recorded.
  var teruggetrokken: Fact? { feit(KandidaatTeruggetrokken.self) }

  /// The appointment or the contract.
  var begin: Fact? { diensttijd.begin }
  /// The renewals, oldest first.
  var verlengingen: [Fact] { diensttijd.verlengingen }
  /// What ended it, when that was recorded; its date is the first day without the function.
  var einde: Fact? { diensttijd.einde }
  /// The first day on which certification no longer runs without a gap since the start; nil when it never did.
  var certificaatEinde: CalendarDate? { diensttijd.certificaatEinde }
  /// The first day after the term with its renewals; nil for an appointment or contract without an end.
  var tot: CalendarDate? { diensttijd.tot }

  /// Through which day certification runs without a gap from a day on; nil when it does not hold on that day.
  func gecertificeerdTotEnMet(from day: CalendarDate) -> CalendarDate? {
    Diensttijd.gecertificeerd(certificeringen, from: day)
  }

  /// The first day without the function, as far as it is known on the ledger; nil when none is in sight.
  func einddag(_ regels: Vertrouwenspersonenregels) -> CalendarDate? {
    [einde?.effective.latest, tot, certificeringEinde(regels)].compactMap(\.self).min()
  }

  /// The same, by the choices in force on a day.
  func einddag(on day: CalendarDate) -> CalendarDate? { einddag(keuzes.regels(on: day)) }

  /// The first day without the function because certification was lost, where the rules ask it and end it.
  func certificeringEinde(_ regels: Vertrouwenspersonenregels) -> CalendarDate? {
    diensttijd.certificeringEinde(regels)
  }

  /// Whether the function is held on a day; unknown when the dates do not tell.
  func dient(on day: CalendarDate) -> Certainty { dient(on: day, keuzes.regels(on: day)) }

  func dient(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> Certainty {
    diensttijd.dient(on: day, regels)
  }
}

extension Benoeming {
  /// The appointment of a stream.
  static func find(_ stream: StreamID, _ views: ViewReader) throws -> Benoeming? {
    try views.subject(Benoeming.self, SubjectKey(stream))
  }

  /// The number of the appointment of a stream; nil when it is none.
  static func nummer(_ stream: StreamID, _ views: ViewReader) throws -> Int64? {
    try views.number(Benoeming.self, SubjectKey(stream))?.number
  }

  /// How the appointment with a number is called.
  static func handle(_ nummer: Int64) -> String { "\(reeks)-\(nummer)" }

  /// The streams of every appointment of one person, oldest first.
  static func streams(of person: StreamID, _ views: ViewReader) throws -> [StreamID] {
    try views.facts(where: KandidaatVoorgedragen.persoon, is: person, of: KandidaatVoorgedragen.self).map(\.stream)
  }

  /// Who holds the function on a day, or perhaps does, by number.
  static func dienend(
    on day: CalendarDate, _ views: ViewReader, _ page: ListPage = .all
  ) throws -> [Listed<Benoemingsstand>] {
    try views.subjects(Benoeming.self, Benoemingsstand.dienend, on: day, page)
  }

  /// What is said when there is nobody.
  static func niemand(_ day: CalendarDate) -> Text {
    Text(
      nl: "Op \(day.text.nl) is niemand vertrouwenspersoon.", en: "On \(day.text.en) no one is a vertrouwenspersoon.")
  }

  /// Where consent to a decision stands, in the last procedure about it; nil when there is none, or none that this reader
  /// can tell.
  func instemming(
    _ besluit: InstemmingsBesluit, op day: CalendarDate? = nil, _ views: ViewReader, _ sealed: some SealedReading
  ) throws -> InstemmingOverVersie? {
    try InstemmingView().over(stream, op: day, in: views).last { consent in
      guard consent.stand != .ontbreekt else { return false }
      // Of who was not appointed usually only the appointment is asked.
      return try sealed.sealed(InstemmingOverVersie.persoonsbesluit, of: consent.opening)
        ?? (begin == nil ? .benoemen : nil) == besluit
    }
  }
}

extension Benoeming {
  /// The consent on which a decision may rest now; nil when there is none.
  func verleend(_ besluit: InstemmingsBesluit, _ reading: Reading) throws -> InstemmingOverVersie? {
    let consent = try instemming(besluit, reading.views, reading.filter)
    return consent?.geldtAlsInstemming == true ? consent : nil
  }
}

extension EventDraft {
  /// Names the consent on which a decision rests, and discloses that it is about that decision.
  mutating func berust(op consent: InstemmingOverVersie?, _ reading: Reading) throws {
    guard let consent, let event = try reading.filter.event(at: consent.opening.position) else { return }
    self[VertrouwenspersoonBenoemd.instemming] = consent.stream
    self[VertrouwenspersoonBenoemd.onthulling] = try reading.filter
      .disclosures([InstemmingOverVersie.persoonsbesluit.name], of: event).map { DisclosedValue($0) }
  }
}

extension Fact {
  /// The first day after the term or contract that it sets.
  var tot: CalendarDate? {
    self[VertrouwenspersoonBenoemd.tot]
      ?? self[ExterneVertrouwenspersoonGecontracteerd.laatsteDag].flatMap { try? $0.adding(days: 1) }
  }

  /// Whether it is an appointment or a contract.
  var isBegin: Bool { self.is(VertrouwenspersoonBenoemd.self, ExterneVertrouwenspersoonGecontracteerd.self) }

  /// Whether it ends the function.
  var isEinde: Bool { self.is(VertrouwenspersoonBeeindigd.self) }
}
