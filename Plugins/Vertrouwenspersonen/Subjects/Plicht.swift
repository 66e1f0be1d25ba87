import Governance
import Instemming
import Ledger

/// Something that the rules ask and that is not recorded, or not any more.
struct Plicht {
  /// What kind of duty, for scripts.
  let id: String
  /// Of whom: a handle, never a name.
  let kenmerk: String
  /// What is missing.
  let wat: Text
  /// By when it had to be there, when a day can be computed.
  let uiterlijk: CalendarDate?
  /// Where the duty stands.
  let bron: String
  /// The event it follows from.
  let position: UInt64?

  /// Everything that is not met on a day, or a part of it: what was late first, then what is missing.
  static func open(on day: CalendarDate, _ views: ViewReader, _ page: ListPage = .all) throws -> [Plicht] {
    let most = page.limit.map { $0 + page.offset } ?? .max
    var found = try late(on: day, views)
    for listed in try views.subjects(Benoeming.self, [.plicht], on: day, ListPage(limit: most))
    where found.count < most {
      found += try views.subject(Benoeming.self, listed.key)?.plichten(on: day) ?? []
    }
    let regels = try Vertrouwenspersonenregels(on: day, views)
    if found.count < most {
      found += try interne(on: day, views) + external(on: day, regels, views) + published(on: day, regels, views)
    }
    if !regels.zijnVastgelegd { found.append(noRules) }
    return page.part(of: found)
  }

  /// Clocks whose last day has passed; the end of a term by law is no duty.
  private static func late(on day: CalendarDate, _ views: ViewReader) throws -> [Plicht] {
    let clocks = try VertrouwenspersonenPlugin().openTerms(in: views, on: day)
      .filter { !VertrouwenspersonenTerms.eindes.contains($0.declaration.id) }
    return [JudgedTerm](clocks, today: day, warnBefore: 0).filter { $0.status == .verstreken }.map { judged in
      Plicht(
        id: judged.term.declaration.id, kenmerk: judged.term.subject.handle, wat: judged.term.declaration.name,
        uiterlijk: judged.latest, bron: judged.term.declaration.source, position: judged.term.startedBy)
    }
  }

  /// Without rules of its own a municipality asks nothing, and that is said.
  /// The id of what is said where there are no rules.
  static let geenRegels = "VP-GEEN-REGELS"

  private static var noRules: Plicht {
    Plicht(
      id: geenRegels, kenmerk: "-",
      wat: Text(
        nl:
          "er zijn geen regels, dus er wordt niets gevraagd: waarborg vertrouwenspersoon stel-regels-vast --model MODEL",
        en: "there are no rules, so nothing is asked: waarborg vertrouwenspersoon stel-regels-vast --model MODEL"),
      uiterlijk: nil, bron: "-", position: nil)
  }

  /// Where posts for internal ones were laid down, there is at least one.
  private static func interne(on day: CalendarDate, _ views: ViewReader) throws -> [Plicht] {
    guard let formatie = try Bezetting.geldend(FormatieVastgesteld.self, on: day, views),
      let posts = formatie[FormatieVastgesteld.intern], posts > 0,
      try !views.hasSubject(Benoeming.self, [.intern], on: day)
    else { return [] }
    return [
      Plicht(
        id: "VP-INTERNE", kenmerk: "-",
        wat: Text(
          nl: "er is geen interne vertrouwenspersoon (plaatsen: \(posts))",
          en: "there is no internal vertrouwenspersoon (posts: \(posts))"),
        uiterlijk: nil, bron: formatie[HistoricalFact.bron] ?? "de vastgestelde formatie", position: formatie.position)
    ]
  }

  /// Beside the internal ones there is an external one, where the rules ask that.
  private static func external(
    on day: CalendarDate, _ regels: Vertrouwenspersonenregels, _ views: ViewReader
  ) throws -> [Plicht] {
    guard regels.vraagt(Keuzes.externe), try !views.hasSubject(Benoeming.self, [.extern], on: day) else { return [] }
    return [
      Plicht(
        id: "VP-EXTERNE", kenmerk: "-",
        wat: Text(nl: "er is geen externe vertrouwenspersoon", en: "there is no external vertrouwenspersoon"),
        uiterlijk: nil, bron: regels.bron(Keuzes.externe) ?? "-", position: nil)
    ]
  }

  /// V-7: an overview that has to be made public and is not yet.
  private static func published(
    on day: CalendarDate, _ regels: Vertrouwenspersonenregels, _ views: ViewReader
  ) throws -> [Plicht] {
    guard regels.jaaroverzichtOpenbaarheid == .openbaarMaken else { return [] }
    return try Jaaroverzicht.list(.nietOpenbaar, on: day, views).map { overview in
      Plicht(
        id: "VP-OPENBAAR", kenmerk: try overview.kenmerk(views),
        wat: Text(nl: "nog niet openbaar gemaakt", en: "not made public yet"), uiterlijk: nil,
        bron: regels.bron(Keuzes.jaaroverzichtOpenbaarheid) ?? "-", position: overview.feit.position)
    }
  }
}

extension Benoeming {
  /// What is not met of this appointment on a day.
  func plichten(on day: CalendarDate) -> [Plicht] {
    guard let begin else { return [] }
    let regels = keuzes.regels(on: day)
    if isVoorbij(on: day) { return afterEnd(on: day, regels) }
    guard dient(on: day, regels) != .no else { return [] }
    // What belongs to the appointment itself is asked by the rules under which it was made; what goes on, by those of today.
    let toen = keuzes.regels(on: begin.day)
    return [consentDuty(toen), certificationDuty(on: day, regels), courseDuty(on: day, regels)].compactMap(\.self)
      + missingPapers(begin, toen)
  }

  private func plicht(
    _ id: String, _ wat: Text, _ bron: String?, _ uiterlijk: CalendarDate? = nil, _ position: UInt64? = nil
  ) -> Plicht {
    Plicht(id: id, kenmerk: handle, wat: wat, uiterlijk: uiterlijk, bron: bron ?? "-", position: position)
  }

  /// Consent that was withdrawn by nullity afterwards, or that nobody recorded of a fact from before the ledger.
  private func consentDuty(_ regels: Vertrouwenspersonenregels) -> Plicht? {
    guard let keuze = regels.instemming(vorm, bij: Keuzes.instemmingBenoeming), instemming?.geldtAlsInstemming != true
    else { return nil }
    return plicht(
      "VP-INSTEMMING",
      Text(nl: "instemming: ", en: "consent: ")
        + (instemming?.stand.text ?? Text(nl: "niet vastgelegd", en: "not recorded")), regels.bron(keuze), nil,
      instemming?.position)
  }

  private func certificationDuty(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> Plicht? {
    guard regels.certificering == .verplicht, regels.verliesCertificering != .geenGevolg,
      tijdlijn.gecertificeerd.on(day) == nil
    else { return nil }
    let last = certificeringen.compactMap { $0[CertificeringVastgelegd.laatsteDag] }.max()
    return plicht(
      "VP-CERTIFICERING",
      last.map {
        Text(nl: "certificering gold t/m \($0.text.nl)", en: "certification held up to and including \($0.text.en)")
      } ?? Text(nl: "geen certificering vastgelegd", en: "no certification recorded"),
      regels.bron(Keuzes.certificering), last)
  }

  /// What whoever holds the function must have learned: no condition for the appointment, and without a day by which.
  private func courseDuty(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> Plicht? {
    let bron = regels.bron(Keuzes.scholing)
    switch regels[Keuzes.scholing] {
    case .geen: return nil
    case .opgeleid:
      guard tijdlijn.opgeleid.map({ day < $0 }) ?? true else { return nil }
      return plicht("VP-SCHOLING", Text(nl: "geen opleiding vastgelegd", en: "no training recorded"), bron)
    case .lvvErkend:
      let missing = [ScholingSoort.basiscursus, .verdiepingIntegriteit].filter { kind in
        tijdlijn.erkend[kind].map { day < $0 } ?? true
      }.map(\.text)
      guard !missing.isEmpty else { return nil }
      return plicht(
        "VP-SCHOLING",
        Text(
          nl: "niet vastgelegd, LVV-erkend: \(missing.map(\.nl).joined(separator: " en "))",
          en: "not recorded, recognised by the LVV: \(missing.map(\.en).joined(separator: " and "))"), bron)
    }
  }

  /// What a fact from before the ledger did not come with.
  private func missingPapers(_ begin: Fact, _ regels: Vertrouwenspersonenregels) -> [Plicht] {
    let papers: [(stuk: Stukvelden, naam: Text, keuze: Keuze<Vereiste>)] =
      vorm == .intern
      ? [
        (
          VertrouwenspersoonBenoemd.brief, Text(nl: "aanstellingsbrief", en: "letter of appointment"),
          Keuzes.aanstellingsbrief
        ),
        (VertrouwenspersoonBenoemd.verklaring, Text(nl: "verklaring", en: "declaration"), Keuzes.verklaring),
      ] : []
    return papers.compactMap { stuk, naam, keuze in
      guard begin[stuk.plaats] == nil, regels.vraagt(keuze) else { return nil }
      return missing(naam, regels.bron(keuze), begin)
    } + (vorm == .extern ? missingContract(begin) : [])
  }

  /// Who is contracted has a contract, whatever the rules say.
  private func missingContract(_ begin: Fact) -> [Plicht] {
    let velden = ExterneVertrouwenspersoonGecontracteerd.contract
    return begin[velden.plaats] == nil
      ? [missing(Text(nl: "contract", en: "contract"), VertrouwenspersonenRules.logica, begin)] : []
  }

  private func missing(_ naam: Text, _ bron: String?, _ begin: Fact) -> Plicht {
    plicht(
      "VP-STUK", Text(nl: "\(naam.nl) niet vastgelegd", en: "\(naam.en) not recorded"), bron, nil, begin.position)
  }

  /// V-4: the register of who has left.
  private func afterEnd(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> [Plicht] {
    let (wat, done): (Text, CalendarDate?)
    switch regels.registerBijVertrek {
    case .nietGeregeld: return []
    case .overdragen:
      wat = Text(nl: "registratie nog niet overgedragen", en: "register not handed over yet")
      done = tijdlijn.overgedragen
    case .vernietigen:
      wat = Text(nl: "registratie nog niet vernietigd", en: "register not destroyed yet")
      done = tijdlijn.vernietigd
    }
    return done.map { $0 <= day } ?? false
      ? [] : [plicht("VP-REGISTER", wat, regels.bron(Keuzes.registerBijVertrek), nil, einde?.position)]
  }
}
