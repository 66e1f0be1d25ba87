import Governance
import Ledger
import Publication

/// Reads the demands that were made public. How they stand comes from the same models as `inspectie toon`; of what was
/// recorded with them only what is named here is told: no evidence, no letter, nobody who was heard or is responsible.
struct Inspectielezer {
  let views: ViewReader
  let dag: CalendarDate
  private let organisatie: String
  private let bomen: Eisenbomen

  init(_ request: PublicationRequest) throws {
    views = request.views
    dag = request.day
    organisatie = request.settings.organisatie
    bomen = try Eisenbomen(op: dag, views, request.filter)
  }

  /// Every demand that is public on the day.
  func register() throws -> Inspectieregister {
    let zaken = try eenmaal(views.facts(of: EisOpenbaargemaakt.self).map(\.stream))
    return Inspectieregister(
      dag: dag,
      eisen: try zaken.compactMap(eis).sorted { ($0.feit.day, $0.nummer) > ($1.feit.day, $1.nummer) },
      weggehaald: try zaken.compactMap(weggehaald).sorted { $0.nummer < $1.nummer })
  }

  private func weggehaald(_ stream: StreamID) throws -> WeggehaaldeEis? {
    guard let op = try views.facts(in: stream).vanSiteGehaald?.effective,
      let nummer = try views.number(Inspectiezaak.self, SubjectKey(stream))?.number
    else { return nil }
    return WeggehaaldeEis(nummer: nummer, op: op)
  }

  private func eis(_ stream: StreamID) throws -> OpenbareEis? {
    let key = SubjectKey(stream)
    guard let zaak = try views.subject(Inspectiezaak.self, key), isOpenbaar(zaak.feiten.openbaarmaking),
      let brief = try Eisbrief(stream, op: dag, views), let feit = try views.fact(at: brief.position),
      let nummer = try views.number(Inspectiezaak.self, key)?.number
    else { return nil }
    let boom = feit[EisOpgelegd.boom].flatMap { bomen.boom($0) }?.boom
    let nummering = try Eisnummering(brief, views)
    let verklaring = Inspectiezaak.vervuld(zaak.feiten.filter { $0.happened(by: dag) })
    let verloop = Inspectieverloop(
      titel: OpenbareEis.titel(brief), adres: Inspectieadressen.eis(nummer), dag: dag)
    let maatregelen = try eenmaal(
      views.facts(where: MaatregelOpenbaargemaakt.inspectie, is: stream, of: MaatregelOpenbaargemaakt.self)
        .map(\.stream)
    ).compactMap { try maatregel($0, bij: stream, nummering) }
    return OpenbareEis(
      nummer: nummer, brief: brief, feit: feit,
      toestand: Eistoestand(try zaak.standing(on: dag, in: views), verklaring: verklaring?[EisVoldaanVerklaard.door]),
      briefAan: boom?.briefAan(naast: organisatie),
      delen: boom.map { Eisdeel.alle($0, nummering) } ?? [],
      maatregelen: maatregelen.sorted { $0.nummer < $1.nummer },
      gebeurtenissen: try verloop.gebeurtenissen(views.facts(in: stream), deel: nil)
        + maatregelen.flatMap { try verloop.gebeurtenissen(views.facts(in: $0.stand.stream), deel: $0.naam) })
  }

  private func maatregel(
    _ stream: StreamID, bij zaak: StreamID, _ nummering: Eisnummering
  ) throws -> OpenbareMaatregel? {
    let key = SubjectKey(stream)
    guard let maatregel = try views.subject(Maatregel.self, key),
      let besluit = maatregel.feiten.openbaarmaking, isOpenbaar(besluit),
      besluit[MaatregelOpenbaargemaakt.inspectie] == zaak,
      let feit = maatregel.feiten.first(where: { $0.is(MaatregelVastgelegd.self) }), feit.happened(by: dag),
      let nummer = try views.number(Maatregel.self, key)?.number
    else { return nil }
    let standings = try maatregel.standing(on: dag, in: views)
    func geldt(_ state: Maatregel.State) -> Bool { standings.contains { $0.state == state && $0.certainty == .yes } }
    return OpenbareMaatregel(
      nummer: nummer, stand: try Maatregelstand(maatregel, op: dag, views), feit: feit,
      voortgang: Voortgang(standings), isUitvoeringTeLaat: geldt(.uitvoeringTeLaat),
      isEvaluatieTeLaat: geldt(.evaluatieTeLaat),
      isGeevalueerd: Maatregel.evaluation(maatregel.feiten.filter { $0.happened(by: dag) }) != nil,
      eisen: (feit[Bewijs.eisen] ?? []).map { nummering[$0] ?? $0 })
  }

  private func isOpenbaar(_ besluit: Fact?) -> Bool { besluit?.effective.isOnOrBefore(dag) == .yes }

  private func eenmaal(_ streams: [StreamID]) -> [StreamID] {
    var seen: Set<StreamID> = []
    return streams.filter { seen.insert($0).inserted }
  }
}

extension Eisdeel {
  /// The demands of a letter by their parts, in the order of the letter; the rules of how the case goes are no demands.
  static func alle(_ boom: Eisenboom, _ nummering: Eisnummering) -> [Eisdeel] {
    let gevraagd = nummering.gevraagd(in: boom).filter { $0.soort != .procedure }
    return boom.delen.compactMap { deel in
      let eisen = gevraagd.filter { $0.deel == deel.id }
      guard !eisen.isEmpty else { return nil }
      return Eisdeel(
        titel: deel.titel, grondslag: deel.grondslag,
        eisen: eisen.map { Gevraagd(nummer: nummering[$0.id] ?? $0.id, woorden: $0.woorden) })
    }
  }
}
