import Beleid
import Foundation
import Governance
import Ledger

extension Standbeeld {
  /// How the demands of a tree stand on a day.
  /// - Parameters:
  ///   - gekozen: The tree.
  ///   - zaak: The letter that imposed the demands; nil when none did.
  ///   - keuze: Which demands to look at; all of the letter when left out.
  init(
    _ gekozen: GeldendeBoom, zaak: Eisbrief?, op dag: CalendarDate, _ reading: Reading, _ catalog: Catalog,
    keuze: (Eis) -> Bool = { _ in true }
  ) throws {
    let nummering = try Eisnummering(zaak, reading.views)
    let feiten = try Standfeiten(zaak: zaak, op: dag, reading, catalog)
    let asked = gekozen.boom.eisen.filter(nummering.vraagt)
    // Only what asks for all others needs them.
    let needsDuties = asked.contains { eis in
      keuze(eis) && eis.bewijs.contains { $0.voorwaarden.contains(.alleEisen) }
    }
    var standen: [Eisstand] = []
    var later: [Eis] = []
    for eis in asked where keuze(eis) || needsDuties && eis.soort == .eis {
      // What asks for all others comes last.
      if eis.bewijs.contains(where: { $0.voorwaarden.contains(.alleEisen) }) {
        later.append(eis)
      } else {
        standen.append(try Eisoordeel(eis, nummering[eis.id], feiten).stand())
      }
    }
    for eis in later where keuze(eis) {
      let duties = standen.filter { $0.eis.soort == .eis && !$0.eis.isOptioneel }
      standen.append(try Eisoordeel(eis, nummering[eis.id], feiten, anderen: duties).stand())
    }
    let found = Dictionary(standen.map { ($0.eis.id, $0) }) { first, _ in first }
    self.init(
      boom: gekozen.boom, digest: gekozen.digest, vastgesteld: gekozen.vastgesteld?.position,
      briefAan: gekozen.boom.briefAan(naast: reading.registry.founding?.organisatie), zaak: zaak, dag: dag,
      eisen: nummering.gevraagd(in: gekozen.boom).filter(keuze).compactMap { found[$0.id] },
      maatregelen: try feiten.maatregelen.map { try Maatregelstand($0, op: dag, reading.views) })
  }
}

extension Eisbrief {
  /// Whether a letter is meant by a word: its handle here, its own reference, or its stream.
  func heet(_ text: String) -> Bool { [handle, kenmerk, "\(stream)"].contains(text) }

  /// The letter of an inspection; nil when none was received by the day.
  init?(_ stream: StreamID, op day: CalendarDate, _ views: ViewReader) throws {
    let facts = try views.facts(in: stream).filter { $0.counts && $0.happened(by: day) }.inVolgorde
    guard let eis = facts.laatste(EisOpgelegd.self) else { return nil }
    self.init(
      stream: stream, handle: try Inspectiezaak.handle(of: stream, views) ?? "\(stream)",
      kenmerk: eis[EisOpgelegd.kenmerk], dagtekening: eis.effective, uiterlijk: Inspectiezaak.uiterlijk(eis),
      position: eis.position, vervallen: Inspectiezaak.gegrond(facts)?.effective)
  }

  /// Every letter received by a day, with the name of the tree that holds its demands, oldest first.
  static func alle(op day: CalendarDate, _ views: ViewReader) throws -> [(brief: Eisbrief, boom: String)] {
    var seen: Set<StreamID> = []
    return try views.facts(of: EisOpgelegd.self).compactMap { fact in
      guard fact.happened(by: day), let boom = fact[EisOpgelegd.boom], seen.insert(fact.stream).inserted else {
        return nil
      }
      return try Eisbrief(fact.stream, op: day, views).map { ($0, boom) }
    }
  }
}

extension Maatregelstand {
  /// How a measure stands on a day.
  init(_ maatregel: Maatregel, op day: CalendarDate, _ views: ViewReader) throws {
    let facts = maatregel.feiten.filter { $0.happened(by: day) }
    let first = facts.first { $0.is(MaatregelVastgelegd.self) }
    let planning = Maatregel.Planning(facts)
    let owner = try Verantwoordelijke(facts, op: day, views)
    let standings = try maatregel.standing(on: day, in: views)
    let evaluated = facts.laatste(MaatregelGeevalueerd.self)
    self.init(
      stream: maatregel.stream, handle: try Maatregel.handle(of: maatregel.stream, views) ?? "\(maatregel.stream)",
      omschrijving: first?[MaatregelVastgelegd.omschrijving] ?? "",
      soort: first?[MaatregelVastgelegd.soort] ?? .voorkomen, position: first?.position ?? 0,
      posities: facts.map(\.position).sorted(), vastgelegd: first?.effective ?? .unknown,
      uitvoerenVoor: planning.uitvoerenVoor, uitgevoerd: facts.laatste(MaatregelUitgevoerd.self)?.effective,
      evaluerenVoor: planning.evaluerenVoor, geevalueerd: evaluated?.effective,
      uitkomst: evaluated?[MaatregelGeevalueerd.uitkomst], criterium: planning.criterium, verantwoordelijke: owner,
      verantwoordelijkeText: try owner.text(views),
      bevindingen: standings.filter { Maatregel.State.bevindingen.contains($0.state) }.map { standing in
        standing.certainty == .yes
          ? standing.state.text : standing.state.text + Text(nl: " (niet zeker)", en: " (not certain)")
      })
  }
}
