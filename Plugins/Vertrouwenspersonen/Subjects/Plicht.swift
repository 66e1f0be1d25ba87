import Governance
import Instemming
import Ledger

/// Something that the rule asks and that is not recorded, or not any more.
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
    if found.count < most { found += try external(on: day, views) + published(on: day, views) }
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

  /// Beside the internal ones there is an external one (004:5626-5627).
  private static func external(on day: CalendarDate, _ views: ViewReader) throws -> [Plicht] {
    guard try !views.hasSubject(Benoeming.self, [.extern], on: day) else { return [] }
    return [
      Plicht(
        id: "VP-EXTERNE", kenmerk: "-",
        wat: Text(nl: "er is geen externe vertrouwenspersoon", en: "there is no external vertrouwenspersoon"),
        uiterlijk: nil, bron: "004:5626-5627", position: nil)
    ]
  }

  /// V-7: an overview that has to be made public and is not yet.
  private static func published(on day: CalendarDate, _ views: ViewReader) throws -> [Plicht] {
    guard try Vertrouwenspersonenregels(on: day, views).jaaroverzichtOpenbaarheid == .openbaarMaken else { return [] }
    return try Jaaroverzicht.list(.nietOpenbaar, on: day, views).map { overview in
      Plicht(
        id: "VP-OPENBAAR", kenmerk: "jaaroverzicht-\(overview.jaar)",
        wat: Text(nl: "nog niet openbaar gemaakt", en: "not made public yet"), uiterlijk: nil,
        bron: "besluit van de gemeente (V-7)", position: overview.feit.position)
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
    return [consentDuty(regels), certificationDuty(on: day, regels), courseDuty(on: day)].compactMap(\.self)
      + missingPapers(begin)
  }

  private func plicht(
    _ id: String, _ wat: Text, _ bron: String, uiterlijk: CalendarDate? = nil, _ position: UInt64? = nil
  ) -> Plicht {
    Plicht(id: id, kenmerk: handle, wat: wat, uiterlijk: uiterlijk, bron: bron, position: position)
  }

  /// Consent that was withdrawn by nullity afterwards, or that nobody recorded of a fact from before the ledger.
  private func consentDuty(_ regels: Vertrouwenspersonenregels) -> Plicht? {
    guard regels.vraagtInstemming(vorm, isVerlenging: false), instemming?.geldtAlsInstemming != true else {
      return nil
    }
    return plicht(
      "VP-INSTEMMING",
      Text(nl: "instemming: ", en: "consent: ")
        + (instemming?.stand.text ?? Text(nl: "niet vastgelegd", en: "not recorded")), "004:5620-5621",
      instemming?.position)
  }

  private func certificationDuty(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> Plicht? {
    guard regels.verliesCertificering != .geenGevolg, tijdlijn.gecertificeerd.on(day) == nil else { return nil }
    let last = certificeringen.compactMap { $0[CertificeringVastgelegd.laatsteDag] }.max()
    return plicht(
      "VP-CERTIFICERING",
      last.map {
        Text(nl: "certificering gold t/m \($0.text.nl)", en: "certification held to \($0.text.en)")
      } ?? Text(nl: "geen certificering vastgelegd", en: "no certification recorded"), "004:5610-5611; 004:5626-5627",
      uiterlijk: last)
  }

  /// The basic course with its deepening, both recognised by the LVV: one duty of whoever holds the function.
  ///
  /// No condition for the appointment, which asks for certification (004:5610-5611), and without a day by which.
  private func courseDuty(on day: CalendarDate) -> Plicht? {
    let missing = [ScholingSoort.basiscursus, .verdiepingIntegriteit].filter { kind in
      tijdlijn.erkend[kind].map { day < $0 } ?? true
    }.map(\.text)
    guard !missing.isEmpty else { return nil }
    return plicht(
      "VP-SCHOLING",
      Text(
        nl: "niet vastgelegd, LVV-erkend: \(missing.map(\.nl).joined(separator: " en "))",
        en: "not recorded, recognised by the LVV: \(missing.map(\.en).joined(separator: " and "))"),
      "004:5740-5741")
  }

  /// What a fact from before the ledger did not come with.
  private func missingPapers(_ begin: Fact) -> [Plicht] {
    let papers: [(Stukvelden, Text, String)] =
      vorm == .intern
      ? [
        (VertrouwenspersoonBenoemd.brief, Text(nl: "aanstellingsbrief", en: "letter of appointment"), "004:5613-5616"),
        (VertrouwenspersoonBenoemd.verklaring, Text(nl: "verklaring", en: "declaration"), "004:5617-5618"),
      ] : [(ExterneVertrouwenspersoonGecontracteerd.contract, Text(nl: "contract", en: "contract"), "004:5583-5586")]
    return papers.compactMap { stuk, name, bron in
      guard begin[stuk.plaats] == nil else { return nil }
      return plicht(
        "VP-STUK", Text(nl: "\(name.nl) niet vastgelegd", en: "\(name.en) not recorded"), bron, begin.position)
    }
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
      ? [] : [plicht("VP-REGISTER", wat, "besluit van de gemeente (V-4)", einde?.position)]
  }
}
