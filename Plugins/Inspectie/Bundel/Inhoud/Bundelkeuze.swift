import Beleid
import Governance
import Ledger

/// Which events of the ledger a bundle is made of: who makes one takes them along, and who has the ledger finds what is
/// missing.
struct Bundelkeuze {
  let matrix: Bundelmatrix
  let ontvanger: Ontvanger
  let dag: CalendarDate
  let views: ViewReader
  /// Events besides those that the demands name.
  var extra: Set<UInt64> = []

  /// Every event that goes along as evidence.
  /// - Parameter keys: The events that tell who could sign; fields of those can have been destroyed as well.
  func plaatsen(naast keys: Set<UInt64>) throws -> Set<UInt64> {
    let asked = try matrix.plaatsen.union(extra).union(zaakverloop()).union(ingetrokken())
    let shown = try withCorrections(try withTexts(asked).union(houders))
    return shown.union(try erasures(of: shown.union(keys)))
  }

  /// One person answers for a measure: who that is, is for the inspector only (000:268-269).
  var houders: Set<UInt64> { ontvanger == .arbeidsinspectie ? matrix.houders : [] }

  /// The texts in which the elements that the demands ask for were shown to stand.
  func teksten() throws -> Set<UInt64> { try withTexts(matrix.plaatsen).subtracting(matrix.plaatsen) }

  /// What belongs to a case, evidence of something done instead aside: that serves the demand that names it.
  private static let zaak = Set(Gebeurtenissen.inspectie.map { $0.type.name })
    .subtracting([AlternatieveMaatregelVastgelegd.type.name])

  /// What happened around the letters that impose the demands, from the visit to the revisit. The public sees the letters.
  private func zaakverloop() throws -> Set<UInt64> {
    guard ontvanger != .publiek else { return [] }
    return Set(
      try matrix.beelden.compactMap { $0.zaak?.stream }.flatMap { try views.facts(in: $0) }
        .filter { Self.zaak.contains($0.type) && $0.happened(by: dag) }.map(\.position))
  }

  /// What served a demand, or was said of it or of its measures, and was withdrawn: that it was there leaves its trace.
  private func ingetrokken() throws -> Set<UInt64> {
    let letters = Set(matrix.beelden.compactMap { $0.zaak?.stream })
    var found: [Fact] = []
    for eis in Set(matrix.eisen.map(\.eis.eis.id)) {
      found += try views.facts(where: Bewijs.eisen, holds: eis).filter { fact in
        fact.stream.kind != Inspectiezaak.streamKind || letters.contains(fact.stream)
      }
      found += try views.facts(where: BewijsBeoordeeld.eis, is: eis, of: BewijsBeoordeeld.self)
    }
    for measure in Set(matrix.beelden.flatMap { $0.maatregelen.map(\.stream) }) {
      found += try views.facts(in: measure)
    }
    return Set(found.filter { $0.isWithdrawn && $0.happened(by: dag) }.map(\.position))
  }

  /// With what says that some of it was a mistake: to leave that out would be to mislead.
  private func withCorrections(_ positions: Set<UInt64>) throws -> Set<UInt64> {
    positions.union(try positions.compactMap { try views.fact(at: $0)?.correctedBy })
  }

  /// What says that fields of these were destroyed: a receiver need not take that from the legend.
  private func erasures(of positions: Set<UInt64>) throws -> Set<UInt64> {
    try positions.reduce(into: []) { found, position in
      guard let fact = try views.fact(at: position) else { return }
      found.formUnion(try views.erasures(of: fact.id).map(\.position))
    }
  }

  /// With the text in which an element was shown to stand, as it was adopted or else as it was drafted: that it stands on
  /// page 9 can be checked only by who has page 9.
  private func withTexts(_ positions: Set<UInt64>) throws -> Set<UInt64> {
    try positions.reduce(into: positions) { all, position in
      guard let place = try views.fact(at: position), place.is(ContentElementAangetoond.self),
        let version = place[ContentElementAangetoond.versie]
      else { return }
      let texts = try views.facts(in: place.stream).filter {
        $0.counts && $0.happened(by: dag) && $0[ContentElementAangetoond.versie] == version
      }
      let draft =
        ontvanger.ziet.contains(RegelingOntworpen.concept.declaration.visibility)
        ? texts.last { $0.is(RegelingOntworpen.self) } : nil
      if let text = texts.last(where: { $0.is(RegelingVastgesteld.self) }) ?? draft { all.insert(text.position) }
    }
  }
}
