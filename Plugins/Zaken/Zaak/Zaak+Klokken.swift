import Governance
import Ledger
import Organisatie

extension Zaak {
  /// The clocks of the case on a day, in the order of the file.
  func klokken(op dag: CalendarDate, nu: Instant? = nil, _ kalenders: Kalenders? = nil) -> Klokken {
    let kalender: @Sendable (TermStart) -> Kalender = { kalenders?.kalender(voor: $0) ?? Kalender() }
    let stappen = stappen.compactMap { feit in gezet(feit).map { (feit.nummer, $0) } }
    var (huidig, behouden): (Procedure, [Klok]) = (feiten.first?.procedure ?? procedure, [])
    var gezien: Set<Klok.Kenmerk> = []
    for feit in feiten where feit.telt && feit.op.isAfter(dag) != .yes {
      guard case .overgestapt = feit.gebeurtenis else { continue }
      // What was met or missed by then stays so, by the version under which it was.
      let toen = Klokken(
        huidig, stappen.filter { $0.0 < feit.nummer }.map(\.1), op: feit.op.latest ?? dag, kalender: kalender)
      let beslist = Set(toen.alle.filter(\.isBeslist).map(\.kenmerk)).subtracting(gezien)
      let nu = Klokken(huidig, stappen.map(\.1), op: dag, nu: nu, kalender: kalender)
      behouden += nu.alle.filter { beslist.contains($0.kenmerk) }.map { klok in
        var klok = klok
        klok.volgens = huidig.versie
        return klok
      }
      gezien.formUnion(beslist)
      huidig = feit.procedure
    }
    return Klokken(huidig, stappen.map(\.1), op: dag, nu: nu, behouden: behouden, kalender: kalender)
  }

  /// An entry as clocks look at it.
  private func gezet(_ feit: Zaakfeit) -> GezetteStap? {
    guard let stap = feit.stap else { return nil }
    var gezet = GezetteStap(stap.id, op: feit.op)
    for veld in stap.velden {
      guard let waarden = feit.velden[veld.id], let waarde = waarden.first else { continue }
      switch veld.soort {
      case .datum: gezet.datums[veld.id] = try? ImpreciseDate(waarde)
      case .moment:
        if let moment = try? Instant(waarde) {
          gezet.momenten[veld.id] = moment
        } else {
          gezet.datums[veld.id] = try? ImpreciseDate(waarde)
        }
      case .duur: gezet.duren[veld.id] = try? TermLength(waarde)
      case .keuze, .jaNee: gezet.codes[veld.id] = waarden
      case .tekst, .getal, .document, .persoon: break
      }
    }
    return gezet
  }

  /// What was otherwise than the procedure asks, recorded as it was: too late, without a name, by who may not start it,
  /// or without what should have been said.
  func merken(_ klokken: Klokken) -> [Text] {
    startmerken(klokken) + klokken.alle.flatMap { $0.merken.map(\.text) }
      + stappen.filter { !vernietigd.contains($0.nummer) }.flatMap { feit in
        ontbrekend(feit, klokken).map { Text(nl: "\($0.stap) zonder \($0.veld)", en: "\($0.stap) without \($0.veld)") }
      } + stappen.flatMap(dagmerken) + stappen.flatMap(afwijkingen)
  }

  /// What an entry says that the rule does not allow, such as an act without the consent that it asks for.
  private func afwijkingen(_ feit: Zaakfeit) -> [Text] {
    guard let stap = feit.stap else { return [] }
    return Veldkeuring(stap, feit.procedure).afwijkend(feit.velden).map { veld in
      let waarden = (feit.velden[veld.id] ?? []).filter(veld.merkt.contains).joined(separator: ", ")
      return Text(nl: "\(stap.id) met \(veld.id): \(waarden)", en: "\(stap.id) with \(veld.id): \(waarden)")
    }
  }

  /// Dates of an entry that cannot be: later than the step that says they were, or before what they follow.
  private func dagmerken(_ feit: Zaakfeit) -> [Text] {
    (feit.stap?.velden ?? []).flatMap { veld -> [Text] in
      guard veld.isGeweest || veld.nietVoor != nil, let waarde = feit.waarde(veld.id),
        let dag = try? ImpreciseDate(String(waarde.prefix { $0 != "T" }))
      else { return [] }
      let plaats = "\(feit.gebeurtenis.stap ?? "").\(veld.id)"
      var merken: [Text] = []
      if veld.isGeweest, let last = feit.op.latest, dag.isAfter(last) == .yes {
        merken.append(Text(nl: "\(plaats) ligt na de stap zelf", en: "\(plaats) lies after the step itself"))
      }
      let eerder = veld.nietVoor.flatMap { naam in
        stappen.last { $0.gebeurtenis.stap == naam && $0.nummer <= feit.nummer }
      }
      if let naam = eerder?.gebeurtenis.stap, let first = eerder?.op.earliest,
        let last = dag.latest, last < first
      {
        merken.append(Text(nl: "\(plaats) ligt voor \(naam)", en: "\(plaats) lies before \(naam)"))
      }
      return merken
    }
  }

  private func startmerken(_ klokken: Klokken) -> [Text] {
    // Of what was destroyed nothing is missing.
    guard let start = stappen.first, !vernietigd.contains(start.nummer) else { return [] }
    let procedure = start.procedure
    let codes = Set(start.velden.values.flatMap { $0 })
    var merken: [Text] = []
    for indiener in procedure.start.indieners where !indiener.isOpen && codes.contains(indiener.id) {
      let where_ = indiener.waarheen.map { ": \($0)" } ?? ""
      merken.append(
        Text(
          nl: "niet open voor \(indiener.betekenis)\(where_)", en: "not open to \(indiener.betekenis)\(where_)"))
    }
    for grens in procedure.start.grenzen where grens.voor.isEmpty || !codes.isDisjoint(with: grens.voor) {
      guard let termijn = procedure.termijn(grens.termijn) else { continue }
      if klokken.klokken(van: termijn).contains(where: { $0.status == .teLaat }) { merken.append(Text(grens.merk)) }
    }
    if let route, route.isBuiten {
      merken.append(
        Text(
          nl: "niet bedoeld voor een zaak over \(route.betekenis): \(route.bij)",
          en: "not meant for a case about \(route.betekenis): \(route.bij)"))
    }
    if let anoniem = procedure.start.anoniem, !anoniem.mag, let merk = anoniem.merk, isZonderNaam(start, klokken) {
      merken.append(Text(merk))
    }
    return merken
  }

  /// Whether the step that starts the case does not say who took it.
  private func isZonderNaam(_ start: Zaakfeit, _ klokken: Klokken) -> Bool {
    guard let stap = start.stap else { return false }
    return ontbrekend(start, klokken).contains { stap.door.contains($0.veld) && stap.veld($0.veld)?.soort == .persoon }
  }

  /// The fields that should have been recorded with an entry and were not.
  private func ontbrekend(_ feit: Zaakfeit, _ klokken: Klokken) -> [(stap: String, veld: String)] {
    guard let stap = feit.stap else { return [] }
    let procedure = feit.procedure
    let leeg = Veldkeuring(stap, procedure).merken(feit.velden)
    let teLang = stap.velden.filter { veld in
      veld.verplicht == .merk && (feit.velden[veld.id] ?? []).allSatisfy(\.isEmpty) && isLater(veld.als, feit, klokken)
    }
    // What this member may not see is not missing.
    let zichtbaar = (leeg + teLang).filter { veld in
      !feit.verborgen.contains { procedure.functies(voor: veld).isSuperset(of: $0) }
    }
    return zichtbaar.map { (stap.id, $0.id) }
  }

  /// Whether a date of an entry certainly lies later than the condition lets it without more.
  private func isLater(_ als: Voorwaarde?, _ feit: Zaakfeit, _ klokken: Klokken) -> Bool {
    guard case .later(let naam, let lengte, let na)? = als,
      let dag = feit.waarde(naam).flatMap({ try? ImpreciseDate($0) })?.earliest,
      let begin = klokken.tijden(na).first?.dag.latest,
      let grens = try? TermRule(lengte, .eigenRegel).rawEnd(from: begin, by: Kalender())
    else { return false }
    return dag > grens
  }
}

extension Klok {
  /// The clock as lists of terms show it; nil for one that has not started.
  func lopend(_ zaak: Zaak) -> RunningTerm? {
    guard let begin, let feit = zaak.feiten.first else { return nil }
    let end: RunningTerm.End
    let calendar: Kalender
    switch einde {
    case .berekend(let outcome):
      guard let sum = outcome.earliest else {
        (end, calendar) = (.on(.unknown), Kalender())
        break
      }
      (end, calendar) = (.counted(sum.rule, from: begin.begin), sum.calendar)
    case .opDag(let dag): (end, calendar) = (.on(dag), Kalender())
    case .zonderGetal, .nietBegonnen: (end, calendar) = (.on(.unknown), Kalender())
    }
    let declaration = TermDeclaration(
      id: termijn.id, Text(naam), nil, starts: termijn.beginText, meets: Text(termijn.naam),
      consequence: Text(termijn.gemist.betekenis), source: termijn.herkomst.text)
    return RunningTerm(
      declaration, on: Onderwerp(stream: zaak.stream, versie: nil, handle: zaak.kenmerk), end, startedBy: feit.position,
      met: (gehaald ?? (status == nil || status == .teLaat ? nietGezien : nil))?.dag, withdrawn: vervallen,
      calendar: calendar,
      missing: ontbreekt ?? (end == .on(.unknown) && isOpen ? som : nil))
  }
}
