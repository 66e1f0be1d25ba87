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
    let found = try Set(gevonden()).sorted { ($0.day, $0.position) < ($1.day, $1.position) }
    let (right, wrong) = (found.filter { problem($0) == nil }, found.filter { problem($0) != nil })
    var missing: [Text] = []
    if right.isEmpty { missing.append(wrong.last.flatMap { problem($0) } ?? afwezig) }
    var shown = right
    if !right.isEmpty || regel.voorwaarden.contains(where: \.isOverMaatregelen) {
      for voorwaarde in regel.voorwaarden {
        if let problem = try self.problem(voorwaarde, right) {
          if !missing.contains(problem) { missing.append(problem) }
        }
      }
    }
    if regel.voorwaarden.contains(.dekking), let telling = Reekstelling(laatsteVan: right) { shown = telling.feiten }
    return Bewijsregelstand(
      regel: regel, isVoldaan: missing.isEmpty, feiten: shown.map { feiten.bewijsfeit($0) },
      ontbreekt: missing.isEmpty ? nil : missing.dropFirst().reduce(missing[0]) { $0 + Text("; ") + $1 })
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
      found += regeling.feiten.filter { fact in
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
      .filter { feiten.telt($0) }
  }

  /// The consent to the rule, or to what the other proof is about.
  private func instemming() throws -> [Fact] {
    if regel.regeling != nil {
      guard let regeling, regeling.heeftInstemming, let position = regeling.instemmingPosition else { return [] }
      return [try feiten.views.fact(at: position)].compactMap(\.self).filter { feiten.telt($0) }
    }
    guard let kind = regel.onderwerp else { return [] }
    let streams = Set(dienend.map(\.stream).filter { $0.kind == kind })
    return try streams.flatMap { stream in
      try InstemmingView().over(stream, op: feiten.dag, in: feiten.views)
        .filter { [.verleend, .voorwaardelijk, .vervangendVerleend].contains($0.stand) }
        .compactMap { try feiten.views.fact(at: $0.position) }
    }
  }

  // MARK: Judging one fact

  /// Why a fact is no proof; nil when it is.
  private func problem(_ fact: Fact) -> Text? {
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
    if fact.is(ContentElementAangetoond.self) { return anderVersie(fact) }
    return nil
  }

  private func anderVersie(_ fact: Fact) -> Text? {
    guard let all = try? feiten.regelingen.get(), let own = all.first(where: { $0.stream == fact.stream }),
      let other = own.elders.first(where: { $0.feit.position == fact.position })
    else { return nil }
    return Text(
      nl: "het staat in \(other.handle), en niet aangetoond is of het ook in \(own.handle) staat",
      en: "it is in \(other.handle), and not shown to be in \(own.handle) as well")
  }

  /// Whether a clear field of a fact is, or holds, a value.
  static func heeft(_ fact: Fact, _ waarde: Bewijsregel.Waarde) -> Bool {
    guard let value = fact.values.first(where: { $0.name == waarde.veld })?.value else { return false }
    if let truth = value.bool { return truth == (waarde.waarde == "ja") }
    if let list = value.array { return list.contains { $0.string == waarde.waarde } }
    return value.string == waarde.waarde
  }
}
