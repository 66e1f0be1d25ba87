import Console
import Governance
import Ledger
import Organisatie

/// What a file would add to the ledger: every row judged against what is there, all faults together.
struct ImportPlan {
  let context: AppendContext
  private let bron: String
  /// The functions by every word that a row may call them: their name, their id, their word on the list.
  private let functies: [String: [Functie]]
  let regels: [Regels]
  private var houders: ImportHouders
  private var present: ImportDubbelen
  /// The events, and the line that each comes from.
  private(set) var drafts: [EventDraft] = []
  private(set) var lines: [Int] = []
  private(set) var fouten: [ImportFout] = []
  private(set) var counts = Counts()

  /// How many rows, and what they say.
  struct Counts {
    var rows = 0
    var holders = 0
    var decisions = 0
    var statements = 0
  }

  init(_ context: AppendContext, bron: String, addsHolders: Bool) throws {
    self.context = context
    self.bron = bron
    let views = context.reading.views
    functies = try Self.functies(views)
    regels = try Regels.all(views)
    houders = ImportHouders(context.reading, addsHolders: addsHolders)
    present = ImportDubbelen(context.reading)
  }

  /// Adds what a row says, or what is wrong with it.
  mutating func add(_ rij: ImportRij) throws {
    do { try plan(rij) } catch let wrong as ImportFouten { fouten += wrong.fouten }
  }

  private mutating func plan(_ rij: ImportRij) throws {
    let functie = try functie(rij)
    let today = context.book.today
    let day = rij.gemeld?.latest ?? today
    if let gemeld = rij.gemeld, gemeld.isAfter(today) == .yes {
      throw ImportFouten(fout(rij, .gemeld, Text(nl: "ligt in de toekomst", en: "lies in the future")))
    }
    guard try Aanwijzing.geldend(functie.stream, op: day, context.reading.views) != nil else {
      throw ImportFouten(
        fout(
          rij, .functie,
          Text(
            nl: "deze functie is op \(day.text.nl) niet aangewezen (waarborg nevenfunctie wijs-aan FUNCTIE)",
            en: "this function is not designated on \(day.text.en) (waarborg nevenfunctie wijs-aan FUNCTION)")))
    }
    let book = context.book
    let (persoon, holder) = try houders.find(rij, functie.stream, op: day) { book.newStream("Persoon") }
    if let holder {
      // Also when the rest of the row is wrong: later rows are judged with this holder.
      counts.holders += 1
      append(holder, rij)
    }
    try present.check(rij, functie.stream, persoon)
    let report = report(rij, functie.stream, persoon)
    var decision = decision(rij, report.stream)
    let statement = try statement(rij, functie, report.stream, &decision)
    counts.rows += 1
    append(report, rij)
    if let decision {
      counts.decisions += 1
      append(decision, rij)
    }
    if let statement {
      counts.statements += 1
      append(statement, rij)
    }
  }

  private static func functies(_ views: ViewReader) throws -> [String: [Functie]] {
    var functies: [String: [Functie]] = [:]
    for functie in try Functies.alle(views) {
      let slug = try Namen.functie(functie.stream, views)?.slug
      let naam = functie.opgeheven == nil ? functie.naam.comparisonKey : nil
      for word in Set([functie.stream.description, slug, naam].compactMap(\.self)) {
        functies[word, default: []].append(functie)
      }
    }
    return functies
  }

  private mutating func append(_ draft: EventDraft, _ rij: ImportRij) {
    drafts.append(draft)
    lines.append(rij.line)
  }

  private func functie(_ rij: ImportRij) throws -> Functie {
    let found = functies[rij.functie] ?? functies[rij.functie.comparisonKey] ?? []
    if let only = found.first, found.count == 1 { return only }
    throw ImportFouten(
      fout(
        rij, .functie,
        found.isEmpty
          ? Text(
            nl: "deze functie is niet vastgelegd (waarborg organisatie lijst)",
            en: "this function is not recorded (waarborg organisatie lijst)")
          : Text(
            nl: "meer functies heten zo; verwacht: het kenmerk uit waarborg organisatie lijst",
            en: "more functions have this name; expected: the id from waarborg organisatie lijst")))
  }

  private func report(_ rij: ImportRij, _ functie: StreamID, _ persoon: StreamID) -> EventDraft {
    var draft = EventDraft(
      NevenwerkzaamheidGemeld.self, stream: context.book.newStream("Nevenwerkzaamheid"),
      effective: rij.gemeld ?? .unknown)
    draft[Houderschap.functie] = functie
    draft[Houderschap.persoon] = persoon
    draft[NevenwerkzaamheidGemeld.voorgenomen] = rij.ingang?.isAfter(context.book.today) == .yes
    draft[NevenwerkzaamheidGemeld.activiteit] = rij.activiteit
    draft[Looptijd.ingang] = rij.ingang
    draft[Looptijd.einde] = rij.einde
    draft[Looptijd.betaaldDoorEigenGemeente] = rij.eigenGemeente
    draft[Inhoud.organisatie] = rij.organisatie
    draft[Inhoud.bezoldigd] = rij.bezoldigd
    draft[Inhoud.uren] = rij.uren
    return historical(draft)
  }

  private func decision(_ rij: ImportRij, _ stream: StreamID) -> EventDraft? {
    let date = rij.besluitOp ?? .unknown
    guard let besluit = rij.besluit ?? (rij.beperkingen == nil ? nil : .onderVoorwaarden) else { return nil }
    var draft = EventDraft(ToestemmingBeslist.self, stream: stream, effective: date)
    draft[ToestemmingBeslist.toegestaan] = besluit != .geweigerd
    switch besluit {
    case .toegestaan, .geweigerd: draft[ToestemmingBeslist.voorbehoud] = .geen
    case .nietCombineren: draft[ToestemmingBeslist.voorbehoud] = .afgeraden
    case .onderVoorwaarden:
      draft[ToestemmingBeslist.voorbehoud] = .voorwaarden
      draft[ToestemmingBeslist.voorwaarden] = rij.beperkingen
    }
    return historical(draft)
  }

  /// A fact of before the ledger, unless its date is certainly after the founding.
  func historical(_ draft: EventDraft) -> EventDraft {
    guard let founded = context.reading.registry.founding?.at.date, draft.effective.isAfter(founded) != .yes else {
      return draft
    }
    var draft = draft
    draft[HistoricalFact.historisch] = true
    draft[HistoricalFact.bron] = bron
    return draft
  }
}
