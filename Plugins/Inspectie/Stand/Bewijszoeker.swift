import Beleid
import Governance
import Instemming
import Ledger

/// Finds what there is of one thing that is needed as proof, and what is missing of it.
struct Bewijszoeker {
  let eis: Eis
  let regel: Bewijsregel
  let feiten: Standfeiten
  /// The evidence that names the demand.
  let dienend: [Fact]
  /// The organisation's rule that is looked at; nil when there is none.
  let regeling: RegelingBeeld?
  let anderen: [Eisstand]
  private let types: [EventType]

  init(
    _ eis: Eis, _ regel: Bewijsregel, _ feiten: Standfeiten, _ dienend: [Fact], _ regeling: RegelingBeeld?,
    _ anderen: [Eisstand]
  ) {
    (self.eis, self.regel, self.feiten, self.dienend) = (eis, regel, feiten, dienend)
    (self.regeling, self.anderen) = (regeling, anderen)
    types = regel.door.compactMap { feiten.catalog.event(named: $0) }
  }

  func stand() throws -> Bewijsregelstand {
    let judged = try beoordeeld()
    let (right, wrong) = (judged.filter { $0.bezwaar == nil }.map(\.fact), judged.compactMap(\.bezwaar))
    var missing: [Text] = []
    if right.isEmpty { missing.append(try wrong.last ?? onzeker() ?? afwezig) }
    if !right.isEmpty || regel.voorwaarden.contains(where: \.isOverMaatregelen) {
      for voorwaarde in regel.voorwaarden {
        if let problem = try self.problem(voorwaarde, right), !missing.contains(problem) { missing.append(problem) }
      }
    }
    return Bewijsregelstand(
      regel: regel, isVoldaan: missing.isEmpty, feiten: try getoond(right).map { try feiten.bewijsfeit($0) },
      ontbreekt: missing.isEmpty ? nil : missing.dropFirst().reduce(missing[0]) { $0 + Text("; ") + $1 })
  }

  /// What was found, in the order in which it was so, each with why it is no proof.
  private func beoordeeld() throws -> [(fact: Fact, bezwaar: Text?)] {
    try Set(gevonden()).sorted { ($0.day, $0.position) < ($1.day, $1.position) }.map { ($0, try problem($0)) }
  }

  /// Of what shows it that which matters, now and when the term ended: the last count, and the last owner of each measure.
  private func getoond(_ right: [Fact]) -> [Fact] {
    let inTime = feiten.zaak?.uiterlijk.map { end in right.filter { $0.happened(by: end) } } ?? []
    if regel.voorwaarden.contains(.dekking) {
      let shown = Set([right, inTime].compactMap { Reekstelling(laatsteVan: $0)?.feiten }.flatMap(\.self))
      return right.filter(shown.contains)
    }
    if regel.voorwaarden.contains(.elkeMaatregelEenVerantwoordelijke) {
      let shown = Set(
        [right, inTime].flatMap { facts in Dictionary(facts.map { ($0.stream, $0) }) { _, last in last }.values })
      return right.filter(shown.contains)
    }
    return right
  }

  /// What was recorded, and of which the date does not tell whether it was so by the day: that is not the same as nothing.
  private func onzeker() throws -> Text? {
    guard !feiten.isMogelijk else { return nil }
    let perhaps = try feiten.mogelijk.get()
    let found = try Bewijszoeker(eis, regel, perhaps, perhaps.dienend(eis.id), regeling, anderen).beoordeeld()
    guard let fact = found.last(where: { $0.bezwaar == nil })?.fact else { return nil }
    return Text(
      nl:
        "vastgelegd als nummer \(fact.position): \(regel.wat); of het er op \(feiten.dag.text.nl) was, is niet te zeggen",
      en: "recorded as number \(fact.position): \(regel.wat); whether on \(feiten.dag.text.en) cannot be told")
  }

  private var afwezig: Text { Text(nl: "niet vastgelegd: \(regel.wat)", en: "not recorded: \(regel.wat)") }

  // MARK: Finding

  private func gevonden() throws -> [Fact] {
    var found = dienend.filter { fact in types.contains { $0.name == fact.type } }
    if regel.door.contains(InstemmingVerleend.type.name) { found += try instemming() }
    if let code = element { found += try elementen(code) }
    if let regeling, let keuze = regel.regeling,
      try feiten.regelingen(keuze).contains(where: { $0.stream == regeling.stream })
    {
      found += try feiten.feiten(van: regeling).filter { fact in
        types.contains { $0.name == fact.type } && fact.stream.kind == "Regeling"
      }
    }
    if let kind = regel.onderwerp, !regel.door.contains(InstemmingVerleend.type.name) {
      found += try feiten.van(kind, types)
    }
    return found
  }

  private var element: String? { regel.waarden.first { $0.veld == ContentElementAangetoond.element.name }?.waarde }

  /// Where the text was shown to contain an element; in another version than the one that matters it is no proof.
  private func elementen(_ code: String) throws -> [Fact] {
    try feiten.views.facts(where: ContentElementAangetoond.element, is: code, of: ContentElementAangetoond.self)
      .filter { fact in try feiten.isGetoond(fact) && feiten.telt(feiten.vaststelling(fact) ?? fact) }
  }

  /// The consent to the rule, or to what the other proof is about.
  private func instemming() throws -> [Fact] {
    if regel.regeling != nil {
      guard let regeling else { return [] }
      if feiten.isMogelijk { return try instemming(over: regeling.stream) }
      guard regeling.heeftInstemming, let position = regeling.instemmingPosition else { return [] }
      return [try feiten.views.fact(at: position)].compactMap(\.self).filter { feiten.telt($0) }
    }
    guard let kind = regel.onderwerp else { return [] }
    return try Set(dienend.map(\.stream).filter { $0.kind == kind }).flatMap { try instemming(over: $0) }
  }

  /// The consent about a subject; what only may have been given by the day is judged by its own date.
  private func instemming(over stream: StreamID) throws -> [Fact] {
    try InstemmingView().over(stream, op: feiten.isMogelijk ? nil : feiten.dag, in: feiten.views)
      .filter { [.verleend, .voorwaardenAanvaard, .vervangendVerleend].contains($0.stand) }
      .compactMap { try feiten.views.fact(at: $0.position) }.filter { feiten.telt($0) }
  }

  // MARK: Judging one fact

  /// Why a fact is no proof; nil when it is.
  private func problem(_ fact: Fact) throws -> Text? {
    guard let type = feiten.catalog.event(named: fact.type) else { return afwezig }
    for naam in regel.met where type.field(naam) != nil && !fact.values.contains(where: { $0.name == naam }) {
      return Text(
        nl: "nummer \(fact.position) (\(fact.type)) zegt niets over «\(naam)»",
        en: "number \(fact.position) (\(fact.type)) says nothing of “\(naam)”")
    }
    for waarde in regel.waarden where type.field(waarde.veld) != nil && !Self.heeft(fact, waarde) {
      return Text(
        nl: "nummer \(fact.position) (\(fact.type)) heeft bij «\(waarde.veld)» niet «\(waarde.waarde)»",
        en: "number \(fact.position) (\(fact.type)) does not have “\(waarde.waarde)” for “\(waarde.veld)”")
    }
    if fact.is(MaatregelGeevalueerd.self), fact[MaatregelGeevalueerd.uitkomst] == .nogNietTeZeggen {
      return Text(
        nl: "nummer \(fact.position) (\(fact.type)) zegt nog niet of zij werkt",
        en: "number \(fact.position) (\(fact.type)) does not say yet whether it works")
    }
    if try feiten.vernietigdStuk(fact) != nil {
      return Text(
        nl: "het stuk bij nummer \(fact.position) (\(fact.type)) is vernietigd",
        en: "the paper of number \(fact.position) (\(fact.type)) was destroyed")
    }
    return fact.is(ContentElementAangetoond.self) ? try anderVersie(fact) : nil
  }

  private func anderVersie(_ fact: Fact) throws -> Text? {
    guard let own = try feiten.regelingen.get().first(where: { $0.stream == fact.stream }) else { return nil }
    let other = own.elders.first { $0.feit.position == fact.position }
    let version = fact[RegelingVastgesteld.versie]
    guard other != nil || version != nil && own.versie != nil && version != own.versie else { return nil }
    let elsewhere = other.map { Text($0.handle) } ?? Text(nl: "een andere versie", en: "another version")
    return Text(nl: "het staat in ", en: "it is in ") + elsewhere
      + Text(
        nl: ", en niet aangetoond is of het ook in \(own.handle) staat",
        en: ", and not shown to be in \(own.handle) as well")
  }

  /// Whether a clear field of a fact is, or holds, a value.
  static func heeft(_ fact: Fact, _ waarde: Bewijsregel.Waarde) -> Bool {
    guard let value = fact.values.first(where: { $0.name == waarde.veld })?.value else { return false }
    if let truth = value.bool { return truth == (waarde.waarde == "ja") }
    if let list = value.array { return list.contains { $0.string == waarde.waarde } }
    return value.string == waarde.waarde
  }
}
