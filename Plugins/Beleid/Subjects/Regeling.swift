import Governance
import Instemming
import Ledger
import LedgerCrypto

/// One version of a rule, with the facts that count.
struct Versie: Sendable {
  let nummer: Int
  fileprivate(set) var digest: Digest?
  fileprivate(set) var aanduiding: String?
  fileprivate(set) var instemming: Instemmingsplicht
  fileprivate(set) var grond: Text?
  /// The ground without what was typed as an explanation of it.
  fileprivate(set) var grondslag: Text?
  /// What it is called, as its own draft says or one before it.
  fileprivate(set) var titel: String
  /// What kind of rule it is, as its own draft says or one before it.
  fileprivate(set) var soort: SoortRegeling
  /// Its number in the CVDR.
  fileprivate(set) var cvdr: String?
  /// Where it is on the web.
  fileprivate(set) var link: String?
  /// In the order of the log.
  fileprivate(set) var feiten: [Fact] = []
  /// Whether it was adopted, which a historical fact of its life presupposes even when the adoption is not recorded.
  fileprivate(set) var isVastgesteld = false
  private var first: [String: Fact] = [:]

  fileprivate init(
    _ nummer: Int, _ digest: Digest?, _ aanduiding: String?, after last: Versie?, of kenmerk: String
  ) {
    self.nummer = nummer
    self.digest = digest
    self.aanduiding = aanduiding
    instemming = last?.instemming ?? .onbekend
    grond = last?.grond
    grondslag = last?.grondslag
    titel = last?.titel ?? kenmerk
    soort = last?.soort ?? .anders
    cvdr = last?.cvdr
    link = last?.link
  }

  /// The standing fact of a type.
  func feit(_ definition: any EventDefinition.Type) -> Fact? { first[definition.type.name] }

  /// The decision by which its text stands on the public site; nil when there is none, or it was taken back.
  var openbaarmaking: Fact? { Publishing.decision(feiten, on: Self.opSite, off: Self.vanSite) }

  /// The decision by which its text was taken off the public site; nil when it is there, or never was.
  var vanSiteGehaald: Fact? { Publishing.withdrawal(feiten, on: Self.opSite, off: Self.vanSite) }

  /// What puts a text on the public site.
  static let opSite: [any RegelingGebeurtenis.Type] = [RegelingstekstOpenbaargemaakt.self]
  /// What takes it off.
  static let vanSite: [any RegelingGebeurtenis.Type] = [RegelingstekstVanSiteGehaald.self]

  fileprivate mutating func add(_ fact: Fact) {
    feiten.append(fact)
    if first[fact.type] == nil { first[fact.type] = fact }
    let presupposes = fact.is(
      RegelingInWerkingGetreden.self, RegelingBekendgemaakt.self, RegelingIngetrokken.self)
    if fact.is(RegelingVastgesteld.self) || fact.isHistorical && presupposes { isVastgesteld = true }
  }

  /// "versie 2", "versie 1 (2019)".
  var text: Text {
    let name = aanduiding.map { " («\($0)»)" } ?? ""
    return Text(nl: "versie \(nummer)\(name)", en: "version \(nummer)\(name)")
  }
}

/// A rule with its versions and all its facts.
struct Regeling: Sendable {
  let stream: StreamID
  let kenmerk: String
  private(set) var titel: String
  private(set) var soort: SoortRegeling
  private(set) var aanleiding: String?
  private(set) var cvdr: String?
  private(set) var link: String?
  private(set) var versies: [Versie] = []
  /// Every fact, in the order of the log, also those that lapsed.
  private(set) var feiten: [Fact] = []
  /// The number of the version that each fact is about; those about the rule as a whole have none.
  private var nummers: [UInt64: Int] = [:]

  /// The version that was drafted or appeared last, and still counts.
  var nieuwste: Versie? { versies.last { !$0.feiten.isEmpty } ?? versies.last }

  /// The version with this digest.
  func versie(_ digest: Digest) -> Versie? { versies.first { $0.digest == digest } }

  /// The version that an event is about.
  func versie<E: RegelingGebeurtenis>(_: E.Type, of event: RecordedEvent) -> Versie? {
    if let digest = event[E.versie], let found = versie(digest) { return found }
    let name = event[E.aanduiding]
    if event[E.versie] != nil && name == nil { return nil }
    return versies.first { $0.aanduiding == name && (name != nil || $0.digest == nil) }
  }

  /// The number of the version that a fact is about; nil for one about the rule as a whole.
  func nummer(of fact: Fact) -> Int? { nummers[fact.position] }

  /// The version that a fact is about.
  func versie(of fact: Fact) -> Versie? { nummer(of: fact).map { versies[$0 - 1] } }

  /// "gedragscode@2".
  func handle(_ versie: Versie) -> String { "\(kenmerk)@\(versie.nummer)" }
}

extension Regeling {
  /// The rule of a stream.
  static func of(_ stream: StreamID, _ views: ViewReader) throws -> Regeling? {
    try views.subject(Regeling.self, SubjectKey(stream))
  }

  /// Whether a text can be the name of a rule.
  static func isKenmerk(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// What is said of a name that cannot be one.
  static func geenKenmerk(_ text: String) -> Text {
    Text(nl: "«\(text)» kan geen kenmerk zijn", en: "“\(text)” cannot be a name")
  }

  /// What a name looks like.
  static let vormKenmerk = Text(
    nl: "gebruik 1 tot 40 kleine letters, cijfers en streepjes", en: "use 1 to 40 small letters, digits and hyphens")

  /// How many names at most are looked at for what lies near.
  private static let most = 1000

  /// The names of rules, to say which lies near one that is not known.
  static func kenmerken(_ views: ViewReader) throws -> [String] {
    try views.keys(Regeling.self, ListPage(limit: most)).compactMap { try views.subject(Regeling.self, $0)?.kenmerk }
  }

  /// The rule with this name.
  static func named(_ kenmerk: String, _ views: ViewReader) throws -> Regeling? {
    try views.facts(where: RegelingOntworpen.kenmerk, is: kenmerk, of: RegelingOntworpen.self).first.flatMap {
      try of($0.stream, views)
    }
  }
}

extension Regeling: Subject {
  /// A list shows every rule, whatever the day: none is looked for by how it stands.
  enum State: String, CaseIterable {
    case vastgelegd
  }

  static let kind = "regeling"
  static let version = 3
  static let events: [any EventDefinition.Type] = BeleidRules.life + BeleidRules.onSite + [RegelingGecorrigeerd.self]

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    .these([SubjectKey(fact.stream)])
  }

  /// Folds the facts in the order of the log: a version gets the next number when it first appears, and keeps it.
  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first else { return nil }
    let facts = try views.facts(in: stream)
    guard let opening = facts.first(where: { $0[RegelingOntworpen.kenmerk] != nil }),
      let kenmerk = opening[RegelingOntworpen.kenmerk]
    else {
      return nil
    }
    self.stream = stream
    self.kenmerk = kenmerk
    titel = kenmerk
    soort = .anders
    var positions: [EventID: UInt64] = [:]
    for fact in facts {
      positions[fact.id] = fact.position
      take(fact, mistaken: fact[Correction.event].flatMap { positions[$0] })
    }
  }

  /// What a correction changes stands before it, so then everything is folded again.
  mutating func add(_ fact: Fact) -> Bool {
    guard !fact.isCorrection, let last = feiten.last, last.position < fact.position else { return false }
    take(fact, mistaken: nil)
    return true
  }

  /// - Parameter mistaken: Where the fact stands that it corrects.
  private mutating func take(_ fact: Fact, mistaken: UInt64?) {
    feiten.append(fact)
    if fact.isCorrection {
      nummers[fact.position] = mistaken.flatMap { nummers[$0] }
    } else if let index = index(of: fact) {
      nummers[fact.position] = index + 1
      if fact.is(RegelingOntworpen.self) { describe(fact, index) }
      if fact.counts { versies[index].add(fact) }
    }
  }

  /// Where the version stands that a fact is about; one that was not there yet is added.
  private mutating func index(of fact: Fact) -> Int? {
    let digest = fact[RegelingVastgesteld.versie]
    let name = fact[RegelingVastgesteld.aanduiding]
    // These may be about the rule as a whole; then no version is made up.
    if fact.is(WerknemersGeraadpleegd.self, BeleidGeborgd.self), digest == nil, name == nil {
      return nil
    }
    let same = versies.firstIndex { versie in
      if let digest, let other = versie.digest { return digest == other }
      return name == versie.aanduiding && (name != nil || digest == nil && versie.digest == nil)
    }
    guard let same else {
      versies.append(Versie(versies.count + 1, digest, name, after: versies.last, of: kenmerk))
      return versies.count - 1
    }
    // The text of a version that was only named before has been found.
    versies[same].digest = versies[same].digest ?? digest
    versies[same].aanduiding = versies[same].aanduiding ?? name
    return same
  }

  /// A later version may bring another title, reason or place on the web; what it leaves out stays.
  private mutating func describe(_ fact: Fact, _ index: Int) {
    titel = fact[RegelingOntworpen.titel] ?? titel
    soort = fact[RegelingOntworpen.soort] ?? soort
    aanleiding = fact[RegelingOntworpen.aanleiding] ?? aanleiding
    cvdr = fact[RegelingOntworpen.cvdr] ?? cvdr
    link = fact[RegelingOntworpen.link] ?? link
    versies[index].titel = titel
    versies[index].soort = soort
    versies[index].cvdr = cvdr
    versies[index].link = link
    guard let consent = fact[RegelingOntworpen.instemming] else { return }
    let code =
      fact[RegelingOntworpen.worOnderdeel].map { Text("WOR art. 27 lid 1 \($0.rawValue)") }
      ?? fact[RegelingOntworpen.nietVereist].flatMap { $0 == .anders ? nil : $0.text }
    versies[index].grondslag = code
    let ground = [code, fact[RegelingOntworpen.instemmingReden].map { Text($0) }].compactMap(\.self)
    versies[index].instemming = consent
    versies[index].grond = ground.first.map { first in ground.dropFirst().reduce(first) { $0 + Text(": ") + $1 } }
  }
}
