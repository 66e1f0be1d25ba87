import Governance
import Ledger

/// The overview of one year, as it counts.
struct Jaaroverzicht {
  let feit: Feit
  let jaar: Int64
  /// Where and when it was made public.
  let publicatie: Feit?

  /// The numbers.
  var cijfers: Jaarcijfers {
    Jaarcijfers(
      meldingen: feit[JaaroverzichtVerstrekt.meldingen] ?? .nietGetoond,
      afdoening: feit[JaaroverzichtVerstrekt.afdoening] ?? [], themas: feit[JaaroverzichtVerstrekt.themas] ?? [])
  }

  /// The overviews of a year that were a mistake: they count no more, and everyone can still read them.
  static func vergissingen(over year: Int64, _ views: ViewReader) throws -> [Jaaroverzicht] {
    try VertrouwenspersonenView().facts(JaaroverzichtVerstrekt.type.streamKind, views).compactMap { feit in
      guard feit.gecorrigeerd != nil, feit.is(JaaroverzichtVerstrekt.self), feit[JaaroverzichtVerstrekt.jaar] == year
      else { return nil }
      return Jaaroverzicht(feit: feit, jaar: year, publicatie: nil)
    }
  }

  /// Every overview that counts, oldest first.
  static func all(_ views: ViewReader) throws -> [Jaaroverzicht] {
    let facts = try VertrouwenspersonenView().facts(JaaroverzichtVerstrekt.type.streamKind, views).filter(\.telt)
    return facts.compactMap { feit in
      guard feit.is(JaaroverzichtVerstrekt.self), let jaar = feit[JaaroverzichtVerstrekt.jaar] else { return nil }
      return Jaaroverzicht(
        feit: feit, jaar: jaar,
        publicatie: facts.last { $0.stream == feit.stream && $0.is(JaaroverzichtGepubliceerd.self) })
    }
  }
}
