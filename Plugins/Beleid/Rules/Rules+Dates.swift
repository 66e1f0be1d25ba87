import Governance
import Ledger

extension BeleidRules {
  /// What dates must be to each other.
  static let dates = [exactEntry, backward, order, runTime]

  private static let exactEntry = Rule(
    id: "BEL-INGANG-EXACT", source: "004:2986; 004:4715",
    demand: Text(
      nl: "een versie treedt in werking op één exacte dag, behalve als historisch feit",
      en: "a version enters into force on one exact day, except as a historical fact"),
    on: [RegelingInWerkingGetreden.self]
  ) { context in
    guard !context.isHistorical, !context.event.effective.isExact else { return nil }
    return Refusal(
      Text(
        nl: "«\(context.event.effective)» is geen exacte dag, en die is voor inwerkingtreding nodig",
        en: "“\(context.event.effective)” is not one exact day, which entry into force needs"),
      remedy: Text(nl: "geef --op als JJJJ-MM-DD", en: "give --op as YYYY-MM-DD"))
  }

  private static let backward = Rule(
    id: "BEL-TERUGWERKEND", source: "004:3660-3662; 004:5903-5905",
    demand: Text(
      nl: "terugwerkende kracht reikt tot een dag vóór de inwerkingtreding",
      en: "retroactive effect reaches to a day before the entry into force"),
    on: [RegelingInWerkingGetreden.self]
  ) { context in
    guard let back = context.event[RegelingInWerkingGetreden.terugwerkendTot],
      context.event.effective.isOnOrBefore(back) == .yes
    else { return nil }
    return Refusal(
      Text(
        nl: "terugwerkend tot \(back.text.nl), maar in werking op \(context.event.effective.text.nl)",
        en: "working back to \(back.text.en), but in force on \(context.event.effective.text.en)"),
      remedy: Text(
        nl: "geef een eerdere dag, of laat --terugwerkend-tot weg",
        en: "give an earlier day, or leave out --terugwerkend-tot"))
  }

  private static let order = Rule(
    id: "BEL-VOLGORDE", source: "Awb 3:40; README, Rules and views",
    demand: Text(
      nl: "ontwerp, vaststelling, bekendmaking, inwerkingtreding, evaluatie en intrekking volgen elkaar op; alleen een "
        + "zekere omkering wordt geweigerd",
      en: "draft, adoption, announcement, entry into force, review and withdrawal follow each other; only a certain "
        + "reversal is refused"),
    on: [
      WerknemersGeraadpleegd.self, RegelingVastgesteld.self, RegelingBekendgemaakt.self, RegelingInWerkingGetreden.self,
      RegelingGeevalueerd.self, RegelingIngetrokken.self,
    ]
  ) { context in
    guard let versie = try context.versie() else { return nil }
    return orderProblem(context.event.type.name, context.event.effective, among: versie.feiten, of: versie)
      ?? forceBeforeAnnouncement(context.event.type.name, context.event.effective, among: versie.feiten, of: versie)
  }

  /// A version holds from its first announcement on at the soonest (004:2984-2986; 004:5800-5801; Awb art. 3:40); further
  /// announcements may follow.
  static func forceBeforeAnnouncement(
    _ type: String, _ date: ImpreciseDate, among facts: [Fact], of versie: Versie
  ) -> Refusal? {
    func refuse(_ fact: Fact) -> Refusal {
      Refusal(
        Text(
          nl:
            "\(type) op \(date.text.nl) past niet bij \(fact.type) van versie \(versie.nummer) op \(fact.effective.text.nl) "
            + "(nummer \(fact.position)): zij treedt niet in werking voordat zij is bekendgemaakt",
          en:
            "\(type) on \(date.text.en) does not fit \(fact.type) of version \(versie.nummer) on \(fact.effective.text.en) "
            + "(number \(fact.position)): it does not enter into force before it is announced"),
        remedy: Text(
          nl: "controleer --op; werkt zij terug, geef dan de dag van inwerkingtreding als --op en --terugwerkend-tot",
          en: "check --op; if it works back, give the day of entry into force as --op and --terugwerkend-tot"))
    }
    let announced = facts.filter { $0.is(RegelingBekendgemaakt.self) }
    switch type {
    case RegelingInWerkingGetreden.type.name:
      // Certainly before each of them.
      guard let first = announced.first, announced.allSatisfy({ date.precedes($0.effective) == .yes }) else {
        return nil
      }
      return refuse(first)
    case RegelingBekendgemaakt.type.name:
      guard let entry = facts.first(where: { $0.is(RegelingInWerkingGetreden.self) }),
        entry.effective.precedes(date) == .yes,
        announced.allSatisfy({ entry.effective.precedes($0.effective) == .yes })
      else { return nil }
      return refuse(entry)
    default: return nil
    }
  }

  /// What must not certainly come before what: the left one is the later one.
  private static let sequence: [(later: EventType, earlier: EventType)] = [
    (RegelingVastgesteld.type, RegelingOntworpen.type),
    (RegelingVastgesteld.type, WerknemersGeraadpleegd.type),
    (RegelingBekendgemaakt.type, RegelingVastgesteld.type),
    (RegelingInWerkingGetreden.type, RegelingVastgesteld.type),
    (RegelingGeevalueerd.type, RegelingVastgesteld.type),
    (RegelingIngetrokken.type, RegelingVastgesteld.type),
    (RegelingIngetrokken.type, RegelingInWerkingGetreden.type),
  ]

  /// Whether a fact on this date certainly turns the order round.
  static func orderProblem(_ type: String, _ date: ImpreciseDate, among facts: [Fact], of versie: Versie) -> Refusal? {
    for fact in facts {
      let isEarlier = sequence.contains { $0.later.name == type && $0.earlier.name == fact.type }
      let isLater = sequence.contains { $0.earlier.name == type && $0.later.name == fact.type }
      guard isEarlier && date.precedes(fact.effective) == .yes || isLater && fact.effective.precedes(date) == .yes
      else { continue }
      let works = type == RegelingInWerkingGetreden.type.name || fact.is(RegelingInWerkingGetreden.self)
      return Refusal(
        Text(
          nl:
            "\(type) op \(date.text.nl) past niet bij \(fact.type) van versie \(versie.nummer) op \(fact.effective.text.nl) "
            + "(nummer \(fact.position))",
          en:
            "\(type) on \(date.text.en) does not fit \(fact.type) of version \(versie.nummer) on \(fact.effective.text.en) "
            + "(number \(fact.position))"),
        remedy: works && isEarlier
          ? Text(
            nl: "geef --op de dag van inwerkingtreding, en --terugwerkend-tot als zij terugwerkt",
            en: "give the day of entry into force as --op, and --terugwerkend-tot if it works back")
          : Text(
            nl: "controleer --op, of corrigeer het eerdere feit: waarborg beleid corrigeer \(fact.position) --reden …",
            en: "check --op, or correct the earlier fact: waarborg beleid corrigeer \(fact.position) --reden …"))
    }
    return nil
  }

  private static let runTime = Rule(
    id: "BEL-LOOPTIJD", source: "004:8790-8792",
    demand: Text(
      nl: "een looptijd eindigt na de vaststelling; wat erbij hoort, veronderstelt een looptijd",
      en: "a run time ends after the adoption; what belongs to it presupposes one"),
    on: [RegelingVastgesteld.self, LooptijdVerlengd.self]
  ) { context in
    let end = context.event[RegelingVastgesteld.looptijdTot]
    if let end, context.event.effective.precedes(ImpreciseDate(end)) == .no {
      return Refusal(
        Text(
          nl: "de looptijd zou tot \(end.text.nl) zijn, niet na \(context.event.effective.text.nl)",
          en: "the run time would be until \(end.text.en), not after \(context.event.effective.text.en)"),
        remedy: Text(nl: "controleer --looptijd-tot en --op", en: "check --looptijd-tot and --op"))
    }
    let needsOne =
      context.event.is(LooptijdVerlengd.self)
      || context.event[RegelingVastgesteld.overlegVoorEinde] != nil
      || context.event[RegelingVastgesteld.stilzwijgendDoor] != nil
    let known = try end ?? context.versie().flatMap { Looptijd($0, op: nil)?.tot }
    guard needsOne, known == nil else { return nil }
    return Refusal(
      Text(nl: "van deze versie is geen looptijd vastgelegd", en: "no run time of this version was laid down"),
      remedy: Text(nl: "geef --looptijd-tot bij de vaststelling", en: "give --looptijd-tot at the adoption"))
  }
}
