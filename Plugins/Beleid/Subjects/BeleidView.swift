import Governance
import Ledger
import LedgerCrypto

/// How the organisation's rules stand on a day, as other plugins ask for it; corrections are already taken into account.
public struct BeleidView {
  /// It needs no set-up.
  public init() {}

  /// Every rule of which something had been recorded by a day, in the order in which they first appeared.
  public func regelingen(op day: CalendarDate, in reading: Reading) throws -> [RegelingBeeld] {
    try reading.views.keys(Regeling.self).compactMap { key in
      try reading.views.subject(Regeling.self, key).flatMap { try RegelingBeeld($0, op: day, reading) }
    }
  }

  /// One rule; nil when it is none, or nothing of it had been recorded by the day.
  public func regeling(_ stream: StreamID, op day: CalendarDate, in reading: Reading) throws -> RegelingBeeld? {
    try Regeling.of(stream, reading.views).flatMap { try RegelingBeeld($0, op: day, reading) }
  }

  /// The rules whose text was shown to contain an element, in whatever version.
  public func bevat(_ element: String, in views: ViewReader) throws -> [StreamID] {
    let facts = try views.facts(
      where: ContentElementAangetoond.element, is: element, of: ContentElementAangetoond.self)
    var seen: Set<StreamID> = []
    return facts.filter(\.counts).map(\.stream).filter { seen.insert($0).inserted }
  }
}

/// One rule on one day: the version that matters, and what was recorded of it by then.
public struct RegelingBeeld: Sendable {
  /// Its stream.
  public let stream: StreamID
  /// How it is called in the ledger.
  public let kenmerk: String
  /// Its title.
  public let titel: String
  /// What kind of rule it is.
  public let soort: SoortRegeling
  /// How the version that matters is called: the one in force, else the newest adopted one, else the newest.
  public let handle: String
  /// The digest of its text; nil when the text is not in the ledger.
  public let versie: Digest?
  /// Whether it was in force.
  public let geldt: Certainty
  /// Since when, or why not.
  public let reden: Text
  /// What is recorded of that version, or of the rule as a whole, and had certainly happened by the day.
  public let feiten: [Fact]
  /// Elements that were shown in other versions.
  public let elders: [(feit: Fact, handle: String)]
  /// How its consent stands, in a word for scripts.
  public let instemming: String
  /// How its consent stands.
  public let instemmingText: Text
  /// Where the consent was recorded.
  public let instemmingPosition: UInt64?

  init?(_ regeling: Regeling, op day: CalendarDate, _ reading: Reading) throws {
    let card = try Overzicht(regeling, op: day, reading)
    guard let versie = card.versie, let consent = card.instemming else { return nil }
    let happened = regeling.feiten.filter { $0.counts && $0.happened(by: day) }
    stream = regeling.stream
    kenmerk = regeling.kenmerk
    titel = regeling.titel
    soort = regeling.soort
    handle = regeling.handle(versie)
    self.versie = versie.digest
    let validity = card.geldend.versies.first { $0.versie.nummer == versie.nummer }
    geldt = validity?.antwoord ?? .no
    reden = validity?.reden ?? Text("–")
    feiten = happened.filter { [nil, versie.nummer].contains(regeling.nummer(of: $0)) }
    elders = happened.compactMap { fact in
      guard fact.is(ContentElementAangetoond.self), let other = regeling.versie(of: fact),
        other.nummer != versie.nummer
      else { return nil }
      return (fact, regeling.handle(other))
    }
    instemming = consent.code
    instemmingText = consent.text
    instemmingPosition = consent.position
  }

  /// Whether the works council, or the court in its place, has consented to this version.
  public var heeftInstemming: Bool { ["verleend", "voorwaardenAanvaard", "vervangendVerleend"].contains(instemming) }
}
