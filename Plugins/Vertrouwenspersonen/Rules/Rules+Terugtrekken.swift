import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// What withdrawing as a candidate needs, and what does not follow it.
  static let withdrawing = [stillCandidate, notWithdrawn]

  private static let stillCandidate = Rule(
    id: "VP-TERUGTREKKEN", source: logica,
    demand: Text(
      nl: "alleen een kandidaat die nog niet is benoemd of gecontracteerd, trekt zich terug, één keer",
      en: "only a candidate who was not appointed or contracted yet withdraws, once"),
    on: [KandidaatTeruggetrokken.self]
  ) { context in
    guard let benoeming = try context.benoeming() else { return nil }
    if let begin = benoeming.begin {
      return Refusal(
        Text(
          nl: "\(benoeming.handle) is al benoemd of gecontracteerd, nummer \(begin.position)",
          en: "\(benoeming.handle) was appointed or contracted already, number \(begin.position)"),
        remedy: Text(
          nl: "leg vast dat de taak is neergelegd: waarborg vertrouwenspersoon treed-terug \(benoeming.handle)",
          en: "record that the task was laid down: waarborg vertrouwenspersoon treed-terug \(benoeming.handle)"))
    }
    if let earlier = benoeming.teruggetrokken {
      return Refusal(
        Text(
          nl: "\(benoeming.handle) trok zich al terug op \(earlier.effective.text.nl), nummer \(earlier.position)",
          en: "\(benoeming.handle) withdrew already on \(earlier.effective.text.en), number \(earlier.position)"),
        remedy: correctFirst(earlier))
    }
    guard let candidacy = benoeming.feit(KandidaatVoorgedragen.self) else { return mistaken(benoeming) }
    guard context.event.effective.precedes(candidacy.effective) == .yes else { return nil }
    return Refusal(
      Text(
        nl: "\(context.event.effective.text.nl) ligt voor de voordracht van \(candidacy.effective.text.nl)",
        en: "\(context.event.effective.text.en) lies before the candidacy of \(candidacy.effective.text.en)"),
      remedy: Text(nl: "controleer --op", en: "check --op"))
  }

  private static let notWithdrawn = Rule(
    id: "VP-TERUGGETROKKEN", source: logica,
    demand: Text(
      nl: "wie zich als kandidaat terugtrok, wordt niet benoemd of gecontracteerd",
      en: "who withdrew as a candidate is not appointed or contracted"),
    on: beginnings
  ) { context in
    guard let benoeming = try context.benoeming(), let withdrawn = benoeming.teruggetrokken else { return nil }
    let anew = "waarborg vertrouwenspersoon kandidaat --zelfde-als \(benoeming.handle) --naam …"
    return Refusal(
      Text(
        nl: "\(benoeming.handle) trok zich terug op \(withdrawn.effective.text.nl), nummer \(withdrawn.position)",
        en: "\(benoeming.handle) withdrew on \(withdrawn.effective.text.en), number \(withdrawn.position)"),
      remedy: Text(nl: "draag opnieuw voor: \(anew)", en: "put forward anew: \(anew)"))
  }

  /// A candidacy that was a mistake has nothing left to follow it.
  static func mistaken(_ benoeming: Benoeming) -> Refusal {
    Refusal(
      Text(
        nl: "de voordracht van \(benoeming.handle) was een vergissing",
        en: "the candidacy of \(benoeming.handle) was a mistake"),
      remedy: Text(
        nl: "draag opnieuw voor: waarborg vertrouwenspersoon kandidaat --naam …",
        en: "put forward anew: waarborg vertrouwenspersoon kandidaat --naam …"))
  }
}
