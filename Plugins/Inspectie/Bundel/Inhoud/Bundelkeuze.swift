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
    // One person answers for a measure: who that is, is for the inspector only (000:268-269).
    let houders = ontvanger == .arbeidsinspectie ? matrix.houders : []
    let shown = try withCorrections(try withTexts(matrix.plaatsen.union(extra)).union(houders))
    return shown.union(try erasures(of: shown.union(keys)))
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
