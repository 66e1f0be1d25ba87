import Governance
import Ledger

/// What is asked beyond a fact of the right kind.
extension Bewijszoeker {
  /// What a condition finds missing; nil when it holds.
  func problem(_ voorwaarde: Bewijsregel.Voorwaarde, _ found: [Fact]) throws -> Text? {
    switch voorwaarde {
    case .dekking: return try dekking(found)
    case .jaarlijks: return jaarlijks(found)
    case .alleEisen: return alleEisen
    case .jaarverklaring: return jaarverklaring(found)
    case .maatregelVoorkomen: return soort(.voorkomen)
    case .maatregelBeperken: return soort(.beperken)
    case .elkeMaatregel: return elkeMaatregel { facts in facts.contains { self.doet($0) } }
    case .elkeMaatregelEvaluatiedag: return elkeMaatregel { Maatregel.Planning($0).evaluerenVoor != nil }
    case .elkeMaatregelCriterium: return elkeMaatregel { Maatregel.Planning($0).criterium != nil }
    case .elkeMaatregelEenVerantwoordelijke:
      return try elkeMaatregel { try Verantwoordelijke($0, op: feiten.dag, feiten.views).isEen }
    }
  }

  /// The last count tells, with the meetings of the same series before it.
  private func dekking(_ found: [Fact]) throws -> Text? {
    guard let telling = Reekstelling(laatsteVan: found) else {
      return Text(nl: "er is geen aantal", en: "there is no count")
    }
    if let jump = try sprong(found) { return jump }
    let (reached, all) = (telling.bereikt, telling.omvang)
    guard reached < all else { return nil }
    return telling.woorden
      + Text(nl: "; er ontbreken er \((all - reached).grouped)", en: "; \(all - reached) are missing")
  }

  /// A headcount that within a year is less than half or more than twice another of the same group proves nothing until it
  /// is explained: whoever counts 3 employees after 410 left some out.
  private func sprong(_ found: [Fact]) throws -> Text? {
    guard let last = found.last, let all = last[VoorlichtingOntvangen.omvang], last[Bewijs.toelichting] == nil,
      let group = last[VoorlichtingOntvangen.doelgroep], Self.vasteGroepen.contains(group),
      let year = Tijdsduur("P1Y")
    else { return nil }
    let before = try feiten.van(last.stream.kind, Gebeurtenissen.dekking.map { $0.type }).filter { fact in
      fact.counts && fact[VoorlichtingOntvangen.doelgroep] == group
        && fact[VoorlichtingOntvangen.eenheid] == last[VoorlichtingOntvangen.eenheid]
        && (fact.day, fact.position) < (last.day, last.position)
        && (try? fact.day.adding(year)).map { $0 >= last.day } ?? false
    }.max { ($0.day, $0.position) < ($1.day, $1.position) }
    guard let before, let then = before[VoorlichtingOntvangen.omvang], max(then, all) >= Self.kleinsteSprong,
      max(then, all) > 2 * min(then, all)
    else { return nil }
    return Text(
      nl:
        "de omvang van de groep «\(group.text.nl)» ging binnen een jaar van \(then.grouped) (nummer \(before.position)) naar "
        + "\(all.grouped) (nummer \(last.position)): corrigeer een van beide, of zeg met --toelichting waardoor",
      en:
        "the size of the group “\(group.text.en)” went within a year from \(then) (number \(before.position)) to \(all) "
        + "(number \(last.position)): correct one of them, or say with --toelichting why")
  }

  /// The groups of which the size does not change by half within a year without a reason.
  private static let vasteGroepen: Set<Doelgroep> = [.alleWerknemers, .leidinggevenden, .eenheid]
  private static let kleinsteSprong: Int64 = 20

  private func jaarlijks(_ found: [Fact]) -> Text? {
    guard let last = found.last else { return nil }
    guard let year = Tijdsduur("P1Y"), let due = try? last.day.adding(year), due < feiten.dag else { return nil }
    return Text(
      nl: "de laatste keer was \(last.effective.text.nl), langer dan een jaar geleden",
      en: "the last time was \(last.effective.text.en), more than a year ago")
  }

  /// Over a year is declared in the year after it: what was due by then must be there. Whether fewer than five cases are
  /// proof enough is for who judges.
  private func jaarverklaring(_ found: [Fact]) -> Text? {
    let years = found.compactMap { $0[JaarverklaringAfgegeven.jaar] }
    guard let year = years.max(),
      let last = found.last(where: { $0[JaarverklaringAfgegeven.jaar] == year })
    else { return nil }
    let due = Int64(feiten.dag.year) - 2
    guard year >= due else {
      return Text(
        nl: "de laatste verklaring gaat over \(year), en die over \(due) ontbreekt",
        en: "the last declaration is about \(year), and that of \(due) is missing")
    }
    guard let all = last[JaarverklaringAfgegeven.zaken], let inTime = last[JaarverklaringAfgegeven.binnenTermijn],
      inTime < all
    else { return nil }
    return JaarverklaringAfgegeven.woorden(last)
  }

  /// Whether the order was met is a question of its last day; what is asked of today is said with each demand.
  private var alleEisen: Text? {
    let isThen = feiten.dag < feiten.gevraagd
    let hasEnded = anderen.contains { $0.toen != nil }
    let open = anderen.filter { other in
      let wasShown = hasEnded && other.isAangetoondToen
      return !wasShown && (isThen || !other.isAangetoond)
    }
    let late = isThen ? [] : anderen.filter { $0.isAangetoond && hasEnded && !$0.isAangetoondToen }
    var parts: [Text] = []
    if !open.isEmpty {
      let names = opsomming(open.map(\.eis.id))
      parts.append(
        Text(
          nl:
            "\(open.count) van de \(anderen.count) eisen \(open.count == 1 ? "is" : "zijn") niet aangetoond: \(names)",
          en: "\(open.count) of \(anderen.count) demands \(open.count == 1 ? "is" : "are") not shown: \(names)"))
    }
    if !late.isEmpty {
      let names = opsomming(late.map(\.eis.id))
      parts.append(
        Text(nl: "niet voor de termijn: \(names)", en: "not before the term: \(names)"))
    }
    return parts.first.map { parts.dropFirst().reduce($0) { $0 + Text("; ") + $1 } }
  }

  private func soort(_ soort: SoortMaatregel) -> Text? {
    let has = feiten.maatregelen.contains { $0.feiten.laatste(MaatregelVastgelegd.soort) == soort }
    return has
      ? nil
      : Text(
        nl: "er is geen maatregel van de soort «\(soort.text.nl)»",
        en: "there is no measure of the kind “\(soort.text.en)”")
  }

  private func elkeMaatregel(_ holds: ([Fact]) throws -> Bool) rethrows -> Text? {
    let all = feiten.maatregelen
    guard !all.isEmpty else { return Text(nl: "er zijn geen maatregelen", en: "there are no measures") }
    let open = try all.filter { try !holds($0.feiten.filter { feiten.telt($0) }) }
    guard !open.isEmpty else { return nil }
    let names = open.map { (try? Maatregel.handle(of: $0.stream, feiten.views)) ?? "\($0.stream)" }
    return Text(
      nl: "bij \(open.count) van de \(all.count) maatregelen niet: \(opsomming(names))",
      en: "not for \(open.count) of \(all.count) measures: \(opsomming(names))")
  }

  /// Whether a fact of a measure is what is asked; one that existed before it was written down had been carried out.
  private func doet(_ fact: Fact) -> Bool {
    if regel.door.contains(fact.type) { return true }
    return regel.door.contains(MaatregelUitgevoerd.type.name) && fact[MaatregelVastgelegd.bestond] == true
  }

  private func opsomming(_ names: [String]) -> String {
    let most = 12
    return names.count <= most
      ? names.joined(separator: ", ") : names.prefix(most).joined(separator: ", ") + " … (\(names.count))"
  }
}

extension Int64 {
  /// With dots between thousands, as Dutch writes them.
  var grouped: String {
    var text = String(magnitude)
    var index = text.count - 3
    while index > 0 {
      text.insert(".", at: text.index(text.startIndex, offsetBy: index))
      index -= 3
    }
    return self < 0 ? "-" + text : text
  }
}
