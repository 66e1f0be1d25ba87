import Console
import Governance
import Ledger
import LedgerCrypto

/// What a day at the secretariat begins with: what runs out, what waits on whom, what is not published, what is not kept safe;
/// each with the command that settles it.
struct Dagstaat {
  /// How many days ahead a term is told.
  static let ahead = 30
  /// How many things of one kind are shown; the lists have all.
  static let most = 50

  let terms: [JudgedTerm]
  let waiting: [Waiting]
  let safe: [Waiting]
  /// Whether a kind has more than is shown.
  let isPart: Bool

  init(
    _ book: Grootboek, _ reading: Reading, on day: CalendarDate, sealed: [RunningTerm], _ program: Program
  ) throws {
    let open = try reading.catalog.openTerms(in: reading.views, on: day, ListPage(limit: Self.most + 1))
      .filter { try reading.filter.runs($0) != .no }
    let named = try open.map { term in
      term.subject.handle == term.subject.stream.description
        ? term.named(try reading.handle(of: term.subject.stream, versie: term.subject.versie, reading.catalog)) : term
    }
    let judged = [JudgedTerm](named + sealed, today: day, warnBefore: Self.ahead)
    let waiting = try reading.catalog.plugins.flatMap { plugin in
      try plugin.waiting(in: reading, on: day, limit: Self.most + 1)
    }
    // What has no day waits on somebody, and then it is said there.
    let due = judged.filter { term in
      term.isOpen && term.status != .loopt
        && (term.raw != nil || !waiting.contains { $0.about == term.term.subject.handle })
    }
    terms = Array(due.prefix(Self.most))
    self.waiting = Array(waiting.prefix(Self.most))
    safe = try Self.safe(book, on: day, program)
    isPart = due.count > Self.most || waiting.count > Self.most
  }

  /// How old the last backup is, and the last checkpoint that was given out.
  private static func safe(_ book: Grootboek, on day: CalendarDate, _ program: Program) throws -> [Waiting] {
    let ledger = try CheckpointMemory.Ledger(book)
    let size = try book.stores.log.size()
    return [
      kept(
        .reservekopie, program.memory, ledger, size, command: "waarborg backup MAP",
        none: Text(nl: "op deze machine is nog geen kopie gemaakt", en: "no copy was made on this machine yet"),
        last: Text(nl: "de laatste kopie", en: "the last copy")),
      kept(
        .controlepunt, program.memory, ledger, size, command: "waarborg checkpoint",
        none: Text(
          nl: "er is er hier nog geen om elders te bewaren gemaakt", en: "none was made here yet to keep elsewhere"),
        last: Text(nl: "wat u het laatst elders bewaarde", en: "what you last kept elsewhere")),
    ].compactMap(\.self)
  }

  /// What was added since something was last taken elsewhere; nil when nothing was.
  private static func kept(
    _ kind: KeptMemory.Kind, _ memory: CheckpointMemory, _ ledger: CheckpointMemory.Ledger, _ size: UInt64,
    command: String, none: Text, last: Text
  ) -> Waiting? {
    let who = Text(nl: "het beheer", en: "whoever keeps the ledger")
    guard let made = KeptMemory(kind, memory, ledger).last else {
      return Waiting(about: kind.rawValue, what: none, who: who, since: nil, command: command)
    }
    guard made.size < size else { return nil }
    let since = Noun.gebeurtenis.counted(Int(clamping: size - made.size))
    return Waiting(
      about: kind.rawValue,
      what: Text(nl: "\(since.nl) sinds \(last.nl)", en: "\(since.en) since \(last.en)"), who: who,
      since: ImpreciseDate(made.at.date), command: command)
  }

  /// The counts, for `status`.
  var summary: Text {
    let late = terms.count { $0.status == .verstreken }
    return Text(
      nl:
        "binnen \(Self.ahead) dagen loopt af: \(terms.count), waarvan verstreken: \(late); wacht op iemand: \(waiting.count)",
      en: "within \(Self.ahead) days run out: \(terms.count), passed: \(late); wait for somebody: \(waiting.count)")
  }
}
