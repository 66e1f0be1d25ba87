import Governance
import Ledger

enum BezwarenRules {
  static let all = [
    open, hearing, postponing, Correction.namesWhatCounts(id: "BZW-CORRECTIE", on: [BezwaarGecorrigeerd.self]),
  ]

  private static let open = Rule(
    id: "BZW-OPEN", source: "Awb 7:11",
    demand: Text(nl: "wat volgt, gaat over een open bezwaar", en: "what follows is about an open objection"),
    on: [BelanghebbendenGehoord.self, BeslissingVerdaagd.self, BeslistOpBezwaar.self]
  ) { context in
    let bezwaar = try context.subject(Bezwaar.self, SubjectKey(context.event.stream))
    if let bezwaar, bezwaar.feit(BeslistOpBezwaar.self) == nil { return nil }
    return Refusal(
      Text(nl: "dit bezwaar is niet open", en: "this objection is not open"),
      remedy: Text(nl: "zie waarborg bezwaar lijst --alle", en: "see waarborg bezwaar lijst --alle"))
  }

  private static let hearing = Rule(
    id: "BZW-HOREN", source: "Awb 7:2, 7:3",
    demand: Text(nl: "voor de beslissing is gehoord", en: "there was a hearing before the decision"),
    on: [BeslistOpBezwaar.self]
  ) { context in
    let heard = try context.last(of: [BelanghebbendenGehoord.self])?.happened(by: context.day) ?? false
    if heard || context.event[BeslistOpBezwaar.nietGehoord] != nil { return nil }
    return Refusal(
      Text(nl: "er is niet gehoord op of voor \(context.day)", en: "no one was heard by \(context.day)"),
      remedy: Text(nl: "leg het horen vast, of geef --niet-gehoord", en: "record it, or give --niet-gehoord"))
  }

  private static let postponing = Rule(
    id: "BZW-VERDAGEN", source: "Awb 7:10 lid 3",
    demand: Text(nl: "verdagen kan één keer, binnen de termijn", en: "it is put off once, within the term"),
    on: [BeslissingVerdaagd.self]
  ) { context in
    let bezwaar = try context.subject(Bezwaar.self, SubjectKey(context.event.stream))
    let clock = try bezwaar?.terms(on: context.day, in: context.views).first
    let hasPassed = clock.map { JudgedTerm($0, today: context.day, warnBefore: 0).status == .verstreken } ?? false
    guard try hasPassed || context.last(of: [BeslissingVerdaagd.self]) != nil else { return nil }
    return Refusal(
      Text(nl: "dat kan op \(context.day) niet meer", en: "on \(context.day) that cannot be done any more"),
      remedy: Text(nl: "beslis op het bezwaar", en: "decide the objection"))
  }
}
