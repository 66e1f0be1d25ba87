import Governance
import Ledger
import LedgerCrypto

/// One procedure of consent, advice or agreement: what it is about, and everything that was recorded in it.
struct Procedure: Sendable {
  /// What it is for, by the kind of its stream, in the order in which a list shows them.
  enum Soort: String, CaseIterable {
    case instemming = "Instemming"
    case advies = "Advies"
    case overleg = "Overleg"
  }

  let soort: Soort
  let stream: StreamID
  let position: UInt64
  let onderwerp: StreamID
  let versie: String?
  /// How the version is called, where its text is not in the ledger.
  let aanduiding: String?
  let orgaan: Rol
  /// Of a decision about a person only that it is about one.
  let besluit: InstemmingsBesluit
  let worOnderdeel: WorOnderdeel?
  /// The fact that opened it.
  let opening: Fact
  /// In the order of the log, also those that were corrected.
  let feiten: [Fact]

  /// The decision, as far as the reader can open which one it is about a person.
  func besluit(_ sealed: some SealedReading) throws -> InstemmingsBesluit? {
    besluit.isOverPersoon ? try sealed.sealed(Betreft.persoonsbesluit, of: opening) : besluit
  }

  /// What counts, on a day when one is given: facts that are certainly later are left out.
  func geldend(op day: CalendarDate? = nil) -> [Fact] {
    feiten.filter { fact in fact.counts && (day.map { fact.effective.isOnOrBefore($0) != .no } ?? true) }
  }

  /// The last fact of one of these types that counts.
  func feit(_ definitions: any EventDefinition.Type...) -> Fact? {
    feiten.last { fact in fact.counts && definitions.contains { fact.is($0) } }
  }

  /// Where the procedure stands; nil when nothing had happened on that day.
  func stand(op day: CalendarDate? = nil) -> InstemmingOverVersie? {
    let counting = geldend(op: day)
    let verloop = Verloop(counting)
    guard let last = verloop.beslissend ?? counting.last ?? (day == nil ? feiten.last : nil) else { return nil }
    return InstemmingOverVersie(
      stream: stream, opening: opening, onderwerp: onderwerp, versie: versie, orgaan: orgaan, besluit: besluit,
      worOnderdeel: worOnderdeel, stand: verloop.stand, op: last.effective, position: last.position,
      isHistorisch: last.isHistorical, bron: last[HistoricalFact.bron])
  }

  /// Whether it is about this version: by its text, or by its name where one of the two texts is not in the ledger.
  func isOver(versie digest: String?, _ name: String?) -> Bool {
    if let versie, let digest { return versie == digest }
    if let aanduiding, let name { return aanduiding == name }
    return versie == digest && aanduiding == name
  }
}

extension Procedure: Subject {
  /// Whether there is something to show on a day.
  enum State: String, CaseIterable {
    /// Something had happened, or may have.
    case bekend
    /// Someone still has to answer, accept or decide.
    case open
    /// Everything that was recorded was a mistake.
    case vervallen
  }

  static let kind = "procedure"
  static let version = 3

  /// Numbered by kind, so that a part of the list of all of them is found without looking at the others.
  static func series(openedBy fact: Fact, in views: ViewReader) -> String? { fact.stream.kind }

  static let events: [any EventDefinition.Type] = [
    InstemmingGevraagd.self, InstemmingVerleend.self, InstemmingOnderVoorwaardenVerleend.self,
    InstemmingOnthouden.self, OverlegvergaderingGehouden.self, VoorwaardenAanvaard.self, InstemmingVervangen.self,
    InstemmingNietVereist.self, BesluitMeegedeeld.self, UitvoeringGebleken.self, NietigheidIngeroepen.self,
    NietigheidTeruggenomen.self, KantonrechterVerzocht.self, KantonrechterBeslist.self, InstemmingGecorrigeerd.self,
    AdviesGevraagd.self, AdviesUitgebracht.self,
    AdviesGecorrigeerd.self, OvereenstemmingBereikt.self, OvereenstemmingGecorrigeerd.self,
  ]

  /// What is recorded in a procedure can answer an earlier one about the same decision.
  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    let own = SubjectKey(fact.stream)
    let named = try fact[Correction.event].flatMap { try views.fact($0) } ?? fact
    guard fact.stream.kind == Soort.instemming.rawValue, let onderwerp = named[Betreft.onderwerp] else {
      return .these([own])
    }
    let openings = try openings(.instemming, about: onderwerp, in: views)
    guard let opening = openings.first(where: { $0.stream == fact.stream }) else { return .these([own]) }
    let decision = Besluit(opening)
    let earlier = openings.prefix { $0.stream != fact.stream }.filter { Besluit($0) == decision }
    return .these([own] + earlier.map { SubjectKey($0.stream) })
  }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first, let soort = Soort(rawValue: stream.kind) else { return nil }
    let facts = try views.facts(in: stream)
    guard let first = facts.first(where: { !$0.isCorrection }), let onderwerp = first[Betreft.onderwerp] else {
      return nil
    }
    self.soort = soort
    self.stream = stream
    position = first.position
    self.onderwerp = onderwerp
    versie = first[Betreft.versie]?.hex
    aanduiding = first[Betreft.aanduiding]
    orgaan = first[Betreft.orgaan] ?? .lokaalOverleg
    besluit = Besluit(first).besluit
    worOnderdeel = first[Betreft.worOnderdeel]
    opening = first
    feiten = facts
  }

  func days(in views: ViewReader) throws -> [CalendarDate] {
    let others = feit(InstemmingOnthouden.self) == nil ? [] : try answering(in: views)
    return ([self] + others).flatMap { $0.feiten.filter(\.counts).flatMap(\.boundaries) }
  }

  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>] {
    let order = ListOrder(Int64(Soort.allCases.firstIndex(of: soort) ?? 0), Int64(position))
    let counting = geldend()
    if counting.isEmpty { return [Standing(.vervallen, order: order)] }
    let answers = counting.map { $0.effective.isOnOrBefore(day) }
    guard answers.contains(where: { $0 != .no }) else { return [] }
    let known = Standing(State.bekend, answers.contains(.yes) ? .yes : .unknown, order: order)
    // Whether it waits can differ between what certainly and what possibly happened.
    let waits = [Certainty.yes, .unknown].map { sure in
      wacht(na: zip(counting, answers).filter { $0.1 == .yes || $0.1 == sure }.map(\.0)) != nil
    }
    guard waits.contains(true) else { return [known] }
    return [known, Standing(.open, waits.allSatisfy { $0 } ? .yes : .unknown, order: order)]
  }
}

extension Procedure {
  /// Which decision, about which version, a fact names.
  private struct Besluit: Equatable {
    let versie: String?
    let aanduiding: String?
    let besluit: InstemmingsBesluit

    init(_ fact: Fact) {
      versie = fact[Betreft.versie]?.hex
      aanduiding = fact[Betreft.aanduiding]
      besluit = fact[Betreft.besluit] ?? .standaard(versie: versie ?? aanduiding)
    }
  }

  /// The later procedures of consent about the same decision.
  func answering(in views: ViewReader) throws -> [Procedure] {
    try Procedure.all(soort, about: onderwerp, in: views).filter {
      $0.position > position && $0.isOver(versie: versie, aanduiding) && $0.besluit == besluit
    }
  }

  /// Every procedure, also those that were a mistake, in the order of the list: one kind after the other, oldest first.
  static func keys(_ page: ListPage, _ views: ViewReader) throws -> [SubjectKey] {
    var keys: [SubjectKey] = []
    var before = 0
    for soort in Soort.allCases where page.limit.map({ keys.count < $0 }) ?? true {
      let part = ListPage(offset: max(0, page.offset - before), limit: page.limit.map { $0 - keys.count })
      keys += try views.keys(Procedure.self, series: soort.rawValue, part)
      before += try views.count(Procedure.self, series: soort.rawValue)
    }
    return keys
  }

  /// The procedures of one kind about a subject, oldest first.
  static func all(_ soort: Soort, about onderwerp: StreamID, in views: ViewReader) throws -> [Procedure] {
    try openings(soort, about: onderwerp, in: views).compactMap {
      try views.subject(Procedure.self, SubjectKey($0.stream))
    }
  }

  /// Those about one decision on one version, oldest first: the others are not folded.
  /// - Parameters:
  ///   - versie: Its digest in hexadecimal.
  ///   - name: How it is called, for what was recorded before its text was in the ledger.
  static func all(
    _ soort: Soort, about onderwerp: StreamID, versie: String?, _ name: String?, _ besluit: InstemmingsBesluit,
    in views: ViewReader
  ) throws -> [Procedure] {
    try openings(soort, about: onderwerp, in: views)
      .filter { opening in
        let named = Besluit(opening)
        let isSame =
          named.versie.flatMap { digest in versie.map { digest == $0 } }
          ?? named.aanduiding.flatMap { own in name.map { own == $0 } }
          ?? (named.versie == versie && named.aanduiding == name)
        return isSame && named.besluit == besluit
      }
      .compactMap { try views.subject(Procedure.self, SubjectKey($0.stream)) }
  }

  /// The first fact of each of them.
  private static func openings(_ soort: Soort, about onderwerp: StreamID, in views: ViewReader) throws -> [Fact] {
    var seen: Set<StreamID> = []
    return try views.facts(where: Betreft.onderwerp, is: onderwerp).filter {
      $0.stream.kind == soort.rawValue && seen.insert($0.stream).inserted
    }
  }
}
