import Governance
import Instemming
import Ledger

/// Where one appointment stands: the states that the rule knows.
enum Toestand: String, Sendable, CaseIterable {
  case kandidaat
  case instemmingGevraagd
  case instemmingVerleend
  case instemmingOnthouden
  /// Appointed or contracted; the first day is still to come.
  case benoemd
  case actief
  /// Active after a renewal.
  case verlengd
  case ontheffingVoorgenomen
  /// The works council consented to relief, which has not been decided yet.
  case instemmingOntheffing
  case termijnVerstreken
  case uitDienst
  case neergelegd
  case ontheven
  case certificeringVervallen
  /// Put forward by mistake.
  case vervallen

  /// Whether the function has ended; the duty of secrecy goes on (004:5710-5712).
  var isOud: Bool {
    switch self {
    case .termijnVerstreken, .uitDienst, .neergelegd, .ontheven, .certificeringVervallen: true
    case .kandidaat, .instemmingGevraagd, .instemmingVerleend, .instemmingOnthouden, .benoemd, .actief, .verlengd,
      .ontheffingVoorgenomen, .instemmingOntheffing, .vervallen:
      false
    }
  }

  /// Whether the function is held.
  var isActief: Bool {
    switch self {
    case .actief, .verlengd, .ontheffingVoorgenomen, .instemmingOntheffing: true
    default: false
    }
  }

  /// In words.
  var text: Text {
    switch self {
    case .kandidaat: Text(nl: "kandidaat", en: "candidate")
    case .instemmingGevraagd: Text(nl: "kandidaat, instemming gevraagd", en: "candidate, consent asked")
    case .instemmingVerleend: Text(nl: "kandidaat, instemming verleend", en: "candidate, consent given")
    case .instemmingOnthouden: Text(nl: "kandidaat, instemming onthouden", en: "candidate, consent withheld")
    case .benoemd: Text(nl: "benoemd, nog niet begonnen", en: "appointed, not begun yet")
    case .actief: Text(nl: "actief", en: "active")
    case .verlengd: Text(nl: "actief, verlengd", en: "active, renewed")
    case .ontheffingVoorgenomen: Text(nl: "actief, ontheffing voorgenomen", en: "active, relief intended")
    case .instemmingOntheffing:
      Text(nl: "actief, instemming met ontheffing verleend", en: "active, consent to relief given")
    case .termijnVerstreken: Text(nl: "termijn verstreken", en: "term ended")
    case .uitDienst: Text(nl: "uit dienst", en: "left service")
    case .neergelegd: Text(nl: "taak neergelegd", en: "task laid down")
    case .ontheven: Text(nl: "ontheven", en: "relieved")
    case .certificeringVervallen: Text(nl: "certificering vervallen", en: "certification lost")
    case .vervallen: Text(nl: "vergissing", en: "mistake")
    }
  }
}

/// One appointment or contract of one person, from candidacy to end.
struct Benoeming: Sendable {
  let stream: StreamID
  let position: UInt64
  /// Its number in this ledger, for the handle.
  let nummer: Int64
  let persoon: StreamID
  let vorm: Vorm
  /// Everything recorded of it.
  var feiten: [Feit] = []
  /// The certifications of this person that count, whichever appointment they were recorded with.
  var certificeringen: [Feit] = []
  /// The training of this person that counts, likewise: what someone learned does not end with an appointment.
  var scholingen: [Feit] = []

  init?(_ row: TableRow) {
    guard let stream = row.text("stroom").flatMap({ StreamID($0) }), let position = row.int("position"),
      let nummer = row.int("nummer"), let persoon = row.text("persoon").flatMap({ StreamID($0) }),
      let vorm = row.text("vorm").flatMap({ Vorm(rawValue: $0) })
    else { return nil }
    self.stream = stream
    self.position = UInt64(position)
    self.nummer = nummer
    self.persoon = persoon
    self.vorm = vorm
  }

  /// How people call it; never a name.
  var handle: String { "vertrouwenspersoon-\(nummer)" }
  var subject: Onderwerp { Onderwerp(stream: stream, versie: nil, handle: handle) }

  /// The last fact of these types that counts.
  func feit(_ definitions: any EventDefinition.Type...) -> Feit? {
    feiten.last { feit in feit.telt && definitions.contains { $0.type.name == feit.soort } }
  }
  /// The facts of this type that count, in the order in which they were recorded.
  func alle(_ definition: any EventDefinition.Type) -> [Feit] { feiten.filter { $0.telt && $0.is(definition) } }

  /// The appointment or the contract.
  var begin: Feit? { feit(VertrouwenspersoonBenoemd.self, ExterneVertrouwenspersoonGecontracteerd.self) }
  /// The renewals, oldest first.
  var verlengingen: [Feit] { alle(VertrouwenspersoonVerlengd.self) }
  /// The intention to relieve that stands: the last one, unless it was given up.
  var voornemen: Feit? {
    let last = feit(OntheffingVoorgenomen.self, OntheffingsvoornemenIngetrokken.self)
    return last?.is(OntheffingVoorgenomen.self) == true ? last : nil
  }
  /// The intention to relieve that stood on a day.
  func voornemen(on day: CalendarDate) -> Feit? {
    let last = feiten.last {
      $0.telt && $0.op.isAfter(day) != .yes && $0.is(OntheffingVoorgenomen.self, OntheffingsvoornemenIngetrokken.self)
    }
    return last?.is(OntheffingVoorgenomen.self) == true ? last : nil
  }
  /// What ended it, when that was recorded; its date is the first day without the function.
  var einde: Feit? {
    feit(
      VertrouwenspersoonTeruggetreden.self, VertrouwenspersoonTermijnVerstreken.self, VertrouwenspersoonOntheven.self)
  }
  /// The first day after the term with its renewals; nil for a contract or historical appointment without an end.
  var tot: CalendarDate? { verlengingen.last?.tot ?? begin?.tot }

  /// Through which day certification runs without a gap from a day on; nil when it does not hold on that day.
  func gecertificeerdTotEnMet(from day: CalendarDate) -> CalendarDate? {
    var end: CalendarDate?
    for fact in certificeringen.sorted(by: { ($0.op.latest ?? .last) < ($1.op.latest ?? .last) }) {
      guard let until = fact[CertificeringVastgelegd.laatsteDag], fact[CertificeringVastgelegd.conformeert] == true,
        let next = end.map({ try? $0.adding(days: 1) }) ?? day, fact.op.isOnOrBefore(next) == .yes, until >= next
      else { continue }
      end = until
    }
    return end
  }

  /// The first day without the function, as far as it is known on the ledger; nil when none is in sight.
  func einddag(_ regels: Vertrouwenspersonenregels) -> CalendarDate? {
    [einde?.op.latest, tot, certificeringEinde(regels)].compactMap(\.self).min()
  }

  /// The first day without the function because certification was lost, where the municipality chose that.
  func certificeringEinde(_ regels: Vertrouwenspersonenregels) -> CalendarDate? {
    guard regels.verliesCertificering == .beeindigt, let start = begin?.op.latest else { return nil }
    return gecertificeerdTotEnMet(from: start).flatMap { try? $0.adding(days: 1) }
  }

  /// Whether the function is held on a day; unknown when the dates do not tell.
  func dient(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> Certainty {
    guard let begin else { return .no }
    var answers = [begin.op.isOnOrBefore(day)]
    if let tot { answers.append(day < tot ? .yes : .no) }
    if let end = certificeringEinde(regels) { answers.append(day < end ? .yes : .no) }
    if let einde { answers.append(einde.op.isAfter(day)) }
    if answers.contains(.no) { return .no }
    return answers.contains(.unknown) ? .unknown : .yes
  }
}

extension Benoeming {
  /// The procedure in which consent to this decision was given; nil when there is none.
  func instemming(_ besluit: InstemmingsBesluit, _ views: ViewReader) throws -> StreamID? {
    let stand = try InstemmingView().stand(stream, versie: nil, besluit: besluit, in: views)
    return stand?.geldtAlsInstemming == true ? stand?.stream : nil
  }
}
