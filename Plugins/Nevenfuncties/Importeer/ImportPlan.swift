import Console
import Governance
import Ledger
import Organisatie

/// What a file would add to the ledger: every row judged against what is there, all faults together.
struct ImportPlan {
  private let context: AppendContext
  private let bron: String
  private let names: Namen
  private let functies: [Functie]
  private let aanwijzingen: [Aanwijzing]
  private let regels: [Regels]
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
    names = try Namen(views)
    functies = try Functies.alle(views)
    aanwijzingen = try Aanwijzing.all(views)
    regels = try Regels.all(views)
    houders = ImportHouders(context.reading, addsHolders: addsHolders)
    present = ImportDubbelen(context.reading, names)
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
    guard aanwijzingen.contains(where: { $0.functie == functie.stream && $0.geldt(op: day) }) else {
      throw ImportFouten(
        fout(
          rij, .functie,
          Text(
            nl: "deze functie is op \(day.text.nl) niet aangewezen (waarborg nevenfunctie wijs-aan)",
            en: "this function is not designated on \(day.text.en) (waarborg nevenfunctie wijs-aan)")))
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
    let statement = try statement(rij, functie, report.stream)
    counts.rows += 1
    append(report, rij)
    if let decision = decision(rij, report.stream) {
      counts.decisions += 1
      append(decision, rij)
    }
    if let statement {
      counts.statements += 1
      append(statement, rij)
    }
  }

  private mutating func append(_ draft: EventDraft, _ rij: ImportRij) {
    drafts.append(draft)
    lines.append(rij.line)
  }

  private func functie(_ rij: ImportRij) throws -> Functie {
    let plain = ImportHouders.plain(rij.functie)
    let slug = names.functies.first { $0.slug == plain }?.stroom
    let found = functies.filter { functie in
      functie.stream == slug || functie.stream.description == rij.functie
        || functie.opgeheven == nil && ImportHouders.plain(functie.naam) == plain
    }
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
    switch rij.besluit ?? (rij.beperkingen == nil ? nil : .onderVoorwaarden) {
    case nil: return nil
    case .toegestaan: return historical(EventDraft(ToestemmingVerleend.self, stream: stream, effective: date))
    case .geweigerd: return historical(EventDraft(ToestemmingGeweigerd.self, stream: stream, effective: date))
    case .nietCombineren: return historical(EventDraft(NietCombinerenGeadviseerd.self, stream: stream, effective: date))
    case .onderVoorwaarden:
      var draft = EventDraft(ToestemmingOnderVoorwaardenVerleend.self, stream: stream, effective: date)
      draft[ToestemmingOnderVoorwaardenVerleend.voorwaarden] = rij.beperkingen
      return historical(draft)
    }
  }

  /// The statement as it is on the list already: the fields that the rules of that day name.
  private func statement(_ rij: ImportRij, _ functie: Functie, _ melding: StreamID) throws -> EventDraft? {
    guard let day = rij.openbaar else { return nil }
    guard let named = regels.geldend(op: day)?.instellingen.velden else {
      throw ImportFouten(
        fout(
          rij, .openbaar,
          Text(nl: "op \(day.text.nl) golden er nog geen regels", en: "on \(day.text.en) there were no rules yet")))
    }
    var draft = EventDraft(
      OpgaveGepubliceerd.self, stream: context.book.newStream("Opgave"), effective: ImpreciseDate(day))
    draft[OpgaveGepubliceerd.melding] = melding
    var fouten: [ImportFout] = []
    var filled: [OpenbaarVeld] = []
    for veld in named {
      if Self.fill(&draft, veld, rij, functie) {
        filled.append(veld)
      } else if !NevenfunctieRules.ifAny.contains(veld) {
        let kolom = Self.kolom(veld)
        fouten.append(
          fout(
            rij, kolom,
            Text(
              nl: "leeg, en de regels noemen dit veld in de openbare opgave",
              en: "empty, and the rules name this field in the public statement")))
      }
    }
    guard fouten.isEmpty else { throw ImportFouten(fouten) }
    draft[Opgaveveld.velden] = filled
    return historical(draft)
  }

  /// Fills one field from the row; false when the row does not say it.
  private static func fill(
    _ draft: inout EventDraft, _ veld: OpenbaarVeld, _ rij: ImportRij, _ functie: Functie
  ) -> Bool {
    func set<Value>(_ field: Field<Value>, _ value: Value?) -> Bool {
      draft[field] = value
      return value != nil
    }
    return switch veld {
    case .naam: set(Opgaveveld.naam, rij.naam)
    case .hoofdfunctie: set(Opgaveveld.hoofdfunctie, functie.naam)
    case .nevenwerkzaamheid: set(Opgaveveld.nevenwerkzaamheid, rij.activiteit)
    case .organisatie: set(Opgaveveld.organisatie, rij.organisatie)
    case .ingang: set(Opgaveveld.ingang, rij.ingang)
    case .einde: set(Opgaveveld.einde, rij.einde)
    case .beperkingen: set(Opgaveveld.beperkingen, rij.beperkingen)
    case .bezoldigd: set(Opgaveveld.bezoldigd, rij.bezoldigd)
    case .tijdsbeslag: set(Opgaveveld.tijdsbeslag, rij.uren.map { "\($0) uur per maand" })
    }
  }

  private static func kolom(_ veld: OpenbaarVeld) -> ImportKolom {
    switch veld {
    case .naam: .naam
    case .hoofdfunctie: .functie
    case .nevenwerkzaamheid: .nevenwerkzaamheid
    case .organisatie: .organisatie
    case .ingang: .ingang
    case .einde: .einde
    case .beperkingen: .beperkingen
    case .bezoldigd: .bezoldigd
    case .tijdsbeslag: .uren
    }
  }

  /// A fact of before the ledger, unless its date is certainly after the founding.
  private func historical(_ draft: EventDraft) -> EventDraft {
    guard let founded = context.reading.registry.founding?.at.date, draft.effective.isAfter(founded) != .yes else {
      return draft
    }
    var draft = draft
    draft[Herkomst.historisch] = true
    draft[Herkomst.bron] = bron
    return draft
  }
}
