import Beleid
import Governance
import Instemming
import Ledger

/// Judges how one demand stands, by the facts alone.
struct Eisoordeel {
  let eis: Eis
  let nummer: String?
  let feiten: Standfeiten
  /// How the other demands of the letter stand, for the one that asks for all of them.
  let anderen: [Eisstand]

  init(_ eis: Eis, _ nummer: String?, _ feiten: Standfeiten, anderen: [Eisstand] = []) {
    (self.eis, self.nummer, self.feiten, self.anderen) = (eis, nummer, feiten, anderen)
  }

  func stand() throws -> Eisstand {
    let serving = try feiten.dienend(eis.id)
    let rules = try bewijsregels(feiten)
    let registered = try serving.filter { eis.registratie.contains($0.type) } + inBrief(eis.registratie)
    let instead = try alternatief(feiten)
    let judged = try beoordeling()
    let state = stand(rules, instead, judged)
    var (inTime, then): (Certainty?, Stand?) = (nil, nil)
    if let ended = try feiten.bijEindeTermijn.get() {
      let before = try bewijsregels(ended.zeker)
      then = stand(before, try alternatief(ended.zeker), judged)
      inTime = state == .alternatief ? instead?.feit.ligging.isOpTijd : try opTijd(rules, before, ended.mogelijk)
    } else if feiten.zaak?.uiterlijk != nil, rules.contains(where: { !$0.feiten.isEmpty }) || instead != nil {
      // Nothing that had happened while the term runs is late.
      inTime = .yes
    }
    let notes = [teLaat(inTime), eerder(state, then)].compactMap(\.self)
    return Eisstand(
      eis: eis, nummer: nummer, stand: state, ontbreekt: ontbreekt(rules, state, instead, judged) + notes,
      bewijs: rules, registratie: try Set(registered).sorted { $0.position < $1.position }.map(feiten.bewijsfeit),
      alternatief: instead, beoordeling: judged, opTijd: inTime, toen: then)
  }

  // MARK: What there is

  private func inBrief(_ types: [String]) throws -> [Fact] {
    guard let zaak = feiten.zaak, !types.isEmpty else { return [] }
    return try feiten.views.facts(in: zaak.stream).filter { types.contains($0.type) && feiten.telt($0) }
  }

  /// Each thing that is needed. Where rules of the organisation are asked for, all of it is of one and the same rule: that
  /// of which most is there.
  private func bewijsregels(_ feiten: Standfeiten) throws -> [Bewijsregelstand] {
    let serving = try feiten.dienend(eis.id)
    let asked = eis.bewijs.compactMap(\.regeling)
    var seen: Set<StreamID> = []
    let candidates = try asked.flatMap { try feiten.regelingen($0) }.filter { seen.insert($0.stream).inserted }
    let choices: [RegelingBeeld?] = candidates.isEmpty ? [nil] : candidates
    let all = try choices.map { regeling in
      try eis.bewijs.map { try Bewijszoeker(eis, $0, feiten, serving, regeling, anderen).stand() }
    }
    return all.max { left, right in
      (left.count(where: \.isVoldaan), left.count { !$0.feiten.isEmpty })
        < (right.count(where: \.isVoldaan), right.count { !$0.feiten.isEmpty })
    } ?? []
  }

  private func alternatief(_ feiten: Standfeiten) throws -> Alternatief? {
    guard !eis.isOptioneel,
      let fact = try feiten.dienend(eis.id).inVolgorde.laatste(AlternatieveMaatregelVastgelegd.self)
    else { return nil }
    return Alternatief(
      feit: try feiten.bewijsfeit(fact), maatregel: fact[AlternatieveMaatregelVastgelegd.maatregel] ?? "",
      motivering: fact[AlternatieveMaatregelVastgelegd.vergelijking] ?? "",
      deskundige: fact[AlternatieveMaatregelVastgelegd.deskundige])
  }

  /// The last judgement, as long as what it was about still counts.
  private func beoordeling() throws -> Beoordeling? {
    guard let fact = try feiten.beoordeling(eis.id) else { return nil }
    let about = try (fact[BewijsBeoordeeld.over] ?? []).map { try feiten.views.fact($0) }
    guard about.allSatisfy({ $0?.counts == true }) else { return nil }
    let capacity = fact.capacity(feiten.reading.registry, feiten.catalog)
    return Beoordeling(
      position: fact.position, op: fact.effective, vastgelegd: fact.recordedOn,
      uitkomst: fact[BewijsBeoordeeld.uitkomst] ?? .onvoldoende,
      rol: capacity?.rol, mandaatVan: capacity?.mandaat?.mandaatgever,
      reden: try feiten.reading.filter.reveal(fact.reference(BewijsBeoordeeld.reden)),
      over: about.compactMap { $0?.position },
      isZonderReden: try feiten.reading.filter.erasedFields(of: fact.id).contains(BewijsBeoordeeld.reden.name),
      gecompromitteerd: try gecompromitteerd(fact))
  }

  /// Where it was recorded that others had the key which signed a fact.
  private func gecompromitteerd(_ fact: Fact) throws -> UInt64? {
    guard let revoked = feiten.reading.registry.keys.first(where: { $0.key.description == fact.signer })?.value.revoked,
      let told = try feiten.views.fact(at: revoked.at),
      told.values.contains(where: { $0.name == "reden" && $0.value.string == "gecompromitteerd" })
    else { return nil }
    return revoked.at
  }

  // MARK: What that makes

  private func stand(_ rules: [Bewijsregelstand], _ instead: Alternatief?, _ judged: Beoordeling?) -> Stand {
    if eis.soort == .procedure { return .nietVanToepassing }
    let isWhole = rules.allSatisfy(\.isVoldaan)
    if isWhole, eis.aard == .vastlegging || judged?.isVoldoende == true && gaatOver(rules, judged) {
      return judged?.uitkomst == .onvoldoende ? .gedeeltelijk : .aangetoond
    }
    if instead != nil { return .alternatief }
    if rules.allSatisfy(\.feiten.isEmpty) { return eis.isOptioneel ? .nietVanToepassing : .nietAangetoond }
    if !isWhole || judged?.uitkomst == .onvoldoende { return .gedeeltelijk }
    return .stukAanwezig
  }

  /// Whether a judgement is about what there is: something of each thing that is needed. What came later nobody has judged.
  private func gaatOver(_ rules: [Bewijsregelstand], _ judged: Beoordeling?) -> Bool {
    let about = Set(judged?.over ?? [])
    return rules.allSatisfy { rule in rule.feiten.isEmpty || rule.feiten.contains { about.contains($0.position) } }
  }

  private func ontbreekt(
    _ rules: [Bewijsregelstand], _ state: Stand, _ instead: Alternatief?, _ judged: Beoordeling?
  ) -> [Text] {
    if state == .nietVanToepassing {
      return [
        eis.isOptioneel
          ? Text(nl: "van deze mogelijkheid is geen gebruik gemaakt", en: "this possibility was not used")
          : Text(nl: "een regel van de zaak: hier is niets aan te tonen", en: "a rule of the case: nothing to show")
      ]
    }
    var missing = rules.compactMap(\.ontbreekt)
    if judged?.uitkomst == .onvoldoende {
      missing.append(Text(nl: "beoordeeld als onvoldoende", en: "judged not enough"))
    } else if state == .stukAanwezig, let judged, !judged.isZonderReden {
      missing.append(
        Text(
          nl: "het oordeel van nummer \(judged.position) gaat niet over wat er nu is",
          en: "the judgement of number \(judged.position) is not about what there is now"))
    } else if state == .stukAanwezig && judged == nil || state == .alternatief && judged == nil {
      missing.append(
        Text(
          nl: "niemand heeft beoordeeld of dit voldoende is", en: "nobody has judged whether this is enough"))
    }
    if state != .nietAangetoond { missing += judged?.bezwaren ?? [] }
    return missing
  }

  /// What is there, and was not shown to be there before the term ended.
  private func teLaat(_ inTime: Certainty?) -> Text? {
    switch inTime {
    case .no: Text(nl: "gedaan na de termijn", en: "done after the term")
    case .unknown:
      Text(
        nl: "niet aangetoond is dat het voor de termijn is gedaan", en: "not shown to be done before the term")
    case .yes, nil: nil
    }
  }

  /// What was shown when the term ended, and is not any more: whether an order was met is a fact of the past.
  private func eerder(_ state: Stand, _ then: Stand?) -> Text? {
    guard then == .aangetoond, state != .aangetoond, let end = feiten.zaak?.uiterlijk else { return nil }
    return Text(
      nl: "op de laatste dag van de termijn, \(end.text.nl), was het aangetoond",
      en: "on the last day of the term, \(end.text.en), it was shown")
  }

  /// Proof is in time when each thing that is needed was there, or was there as far as it is now, when the term ended.
  private func opTijd(
    _ rules: [Bewijsregelstand], _ before: [Bewijsregelstand], _ perhaps: Standfeiten
  ) throws -> Certainty? {
    func was(_ rule: Bewijsregelstand, _ then: Bewijsregelstand) -> Bool {
      rule.isVoldaan ? then.isVoldaan : !then.feiten.isEmpty
    }
    let pairs = zip(rules, before).filter { !$0.0.feiten.isEmpty }
    if pairs.isEmpty { return nil }
    if pairs.allSatisfy({ was($0.0, $0.1) }) { return .yes }
    let possible = try bewijsregels(perhaps)
    let others = zip(rules, zip(before, possible)).filter { !$0.0.feiten.isEmpty && !was($0.0, $0.1.0) }
    return others.allSatisfy { was($0.0, $0.1.1) } ? .unknown : .no
  }
}
