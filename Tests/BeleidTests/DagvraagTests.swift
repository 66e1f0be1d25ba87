import Governance
import Ledger
import LedgerCrypto
import Organisatie
import Proefboek
import Testing

@testable import Beleid
@testable import Instemming

/// What a rule says of a day is what going through every fact for that day gives, whatever was recorded.
struct DagvraagTests {
  @Test(arguments: [1, 2, 3, UInt64.random(in: .min ... .max)])
  func `Clocks of any history are those of each day by itself`(seed: UInt64) throws {
    let plugins: [any Plugin] = [OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin()]
    let boek = try Proefboek(
      plugins.map { ZonderRegels($0) }, roles: [.algemeenDirecteur, .college, .ondernemingsraad, .leidinggevende],
      origin: "test.example/beleid")
    var toeval = Toeval(seed)
    let regeling = Proefregeling(boek)
    let teksten = ["een", "twee", "drie"]
    var gebeurtenissen = [try regeling.ontwerp("een", op: "2020-01-01")]
    for tekst in teksten.dropFirst() {
      gebeurtenissen.append(try regeling.ontwerp(tekst, op: "2020-02-01", eerste: false))
    }
    for _ in 0..<60 {
      let (tekst, op) = (toeval.keuze(teksten) ?? "een", try toeval.datum(2020...2026).description)
      switch Int.random(in: 0..<12, using: &toeval) {
      case 0, 1:
        let iedere = toeval.keuze([Tijdsduur("P1Y"), Tijdsduur("P6M")]) ?? nil
        gebeurtenissen.append(
          try regeling.stelVast(tekst, op: op) { $0[RegelingVastgesteld.evaluatieIedere] = iedere })
      case 2: gebeurtenissen.append(try regeling.leg(RegelingInWerkingGetreden.self, tekst, op: op))
      case 3: gebeurtenissen.append(try regeling.leg(RegelingIngetrokken.self, tekst, op: op, als: .college))
      case 4, 5:
        guard let mistaken = toeval.keuze(gebeurtenissen) else { continue }
        let right = toeval.kans(50) ? try toeval.datum(2020...2026).description : nil
        try regeling.corrigeer(mistaken, right)
      default:
        gebeurtenissen.append(
          try regeling.leg(RegelingGeevalueerd.self, tekst, op: op, als: .college) {
            $0[RegelingGeevalueerd.uitkomst] = .geenWijziging
          })
      }
    }
    var audit = DayAudit(Regeling.self, seed: seed) { regeling, day, views in
      .init(terms: Dagregeling(regeling: regeling, dag: day, calendars: try Kalenders(views)).terms)
    }
    let found = try audit.faults(boek)
    #expect(found.faults.prefix(5) == [])
    // Of the histories that are always the same it is known that they have many.
    #expect(seed > 3 || found.clocks > 500, "\(found.clocks)")
  }
}

/// The clocks of a rule on one day, told by going through every fact of it.
private struct Dagregeling {
  let regeling: Regeling
  let dag: CalendarDate
  let calendars: Kalenders

  var terms: [RunningTerm] {
    evaluaties + regeling.versies.compactMap { inwerkingtreding(of: $0) }
  }

  private func happened(_ fact: Fact?) -> Fact? { fact.flatMap { $0.effective.isAfter(dag) != .yes ? $0 : nil } }

  /// The version at or before this one that lays down an interval.
  private func source(_ versie: Versie) -> Fact? {
    regeling.versies.prefix(versie.nummer).last {
      $0.feit(RegelingVastgesteld.self)?[RegelingVastgesteld.evaluatieIedere] != nil
    }?.feit(RegelingVastgesteld.self)
  }

  private var evaluaties: [RunningTerm] {
    let starts = regeling.versies.flatMap { versie -> [(versie: Versie, feit: Fact, iedere: Tijdsduur)] in
      guard let adopted = happened(versie.feit(RegelingVastgesteld.self)), let from = happened(source(versie)),
        let interval = from[RegelingVastgesteld.evaluatieIedere]
      else { return [] }
      let reviews = versie.feiten.filter { $0.is(RegelingGeevalueerd.self) && happened($0) != nil }
      return ([adopted] + reviews).map { (versie, $0, interval) }
    }.sorted { order($0.feit) < order($1.feit) }
    return starts.indices.compactMap { index in
      let (versie, start, interval) = starts[index]
      let next = index + 1 < starts.count ? starts[index + 1].feit : nil
      let end = next == nil ? einde(versie) : nil
      let isReview = next?.is(RegelingGeevalueerd.self) == true
      return RunningTerm(
        BeleidTerms.evaluatie(interval), on: subject(versie), from: .day(start.effective), startedBy: start.position,
        met: isReview ? next?.effective : nil, withdrawn: isReview ? nil : (next ?? end)?.effective,
        positions: [next?.position, end?.position].compactMap(\.self),
        calendar: calendars.kalender(voor: .day(start.effective)))
    }
  }

  private func order(_ fact: Fact) -> (Int, UInt64) {
    (fact.effective.latest?.daysSinceEpoch ?? .max, fact.position)
  }

  /// The withdrawal, once it certainly happened, of a version after which none had been adopted.
  private func einde(_ versie: Versie) -> Fact? {
    guard let end = versie.feit(RegelingIngetrokken.self), end.effective.isOnOrBefore(dag) == .yes,
      let last = end.effective.latest
    else { return nil }
    let later = regeling.versies.filter { $0.nummer > versie.nummer }.compactMap { $0.feit(RegelingVastgesteld.self) }
    return later.contains { $0.effective.isAfter(last) != .yes } ? nil : end
  }

  private func inwerkingtreding(of versie: Versie) -> RunningTerm? {
    guard let entry = versie.feit(RegelingInWerkingGetreden.self), !entry.isHistorical,
      entry.effective.isOnOrBefore(dag) != .yes, versie.feit(RegelingVastgesteld.self)?.effective.isAfter(dag) != .yes
    else { return nil }
    return RunningTerm(
      BeleidTerms.inwerkingtreding, on: subject(versie), .on(entry.effective), startedBy: entry.position)
  }

  private func subject(_ versie: Versie) -> Onderwerp {
    Onderwerp(stream: regeling.stream, versie: versie.digest?.hex, handle: regeling.handle(versie))
  }
}
