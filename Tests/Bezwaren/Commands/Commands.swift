import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg bezwaar`
struct BezwaarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bezwaar", abstract: Language.ofProcess.choose(nl: "Bezwaren.", en: "Objections."),
    subcommands: [Lijst.self, Maak.self, Hoor.self, Verdaag.self, Beslis.self, Corrigeer.self])

  struct Lijst: ProgramCommand {
    @Flag(help: Language.help(nl: "Ook waarop is beslist.", en: "Those decided as well.")) var alle = false
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let (day, views) = (try options.day(book.today), reading.views)
        let found = try views.subjects(Bezwaar.self, alle ? [.open, .beslist] : [.open], on: day, page.page(shared))
        let columns = [("Bezwaar", "Objection"), ("Van", "By"), ("Stand", "Status"), ("Uiterlijk", "Due")]
        var table = Table(columns.map { .init(Text(nl: $0, en: $1)) })
        for one in try page.shown(found, shared, on: program.terminal) {
          guard let bezwaar = try views.subject(Bezwaar.self, one.key) else { continue }
          let handle = try reading.handle(of: bezwaar.gemaakt.stream, versie: nil, book.catalog)
          let clocks = [JudgedTerm](try bezwaar.terms(on: day, in: views), today: day, warnBefore: 14)
          let end = clocks.first?.latest?.description ?? "-"
          let who = try reading.filter.reveal(bezwaar.gemaakt.reference(BezwaarGemaakt.bezwaarmaker)).text()
          table.row("\(handle)", "\(who ?? Text("-"))", "\(one.state.rawValue)", "\(end)")
          let row: JSON = ["bezwaar": .string(handle), "stand": .string(one.state.rawValue), "uiterlijk": .string(end)]
          if shared.json { program.terminal.outJSON(row.text) }
        }
        if !shared.json { program.terminal.out(table) }
      }
    }
  }

  struct Maak: ProgramCommand {
    @Option(help: "De laatste dag waarop bezwaar kon worden gemaakt.") var termijnTotEnMet: String
    @Option(help: "Wie bezwaar maakt (intern).") var van: String
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        let new = context.book.newStream("Bezwaar")
        var draft = EventDraft(BezwaarGemaakt.self, stream: new, effective: context.effective)
        draft[BezwaarGemaakt.termijnTotEnMet] = try Input.day(termijnTotEnMet, option: "--termijn-tot-en-met")
        draft[BezwaarGemaakt.bezwaarmaker] = van
        return Proposal(draft)
      }
    }
  }

  struct Hoor: Vervolg {
    @OptionGroup var bezwaar: BezwaarOptions
    typealias Gebeurtenis = BelanghebbendenGehoord
  }

  struct Verdaag: Vervolg {
    @Option(help: "Met hoeveel weken, ten hoogste zes.") var weken: Int64
    @OptionGroup var bezwaar: BezwaarOptions
    typealias Gebeurtenis = BeslissingVerdaagd
    func fill(_ draft: inout EventDraft, _ views: ViewReader) { draft[BeslissingVerdaagd.weken] = weken }
  }

  struct Beslis: Vervolg {
    @Option(help: "gegrond, ongegrond of nietOntvankelijk.") var beslissing: String
    @Option(help: "Waarom van horen is afgezien: Awb 7:3, a tot en met e.") var nietGehoord: String?
    @OptionGroup var bezwaar: BezwaarOptions
    typealias Gebeurtenis = BeslistOpBezwaar
    func fill(_ draft: inout EventDraft, _ views: ViewReader) throws {
      draft[BeslistOpBezwaar.beslissing] = try Input.code(beslissing, option: "--beslissing")
      draft[BeslistOpBezwaar.nietGehoord] = nietGehoord
    }
  }

  struct Corrigeer: Vervolg {
    @Option(help: "Nummer of kenmerk van de gebeurtenis.") var gebeurtenis: String
    @Option(help: "Waarom zij een vergissing is (intern).") var reden: String
    @OptionGroup var bezwaar: BezwaarOptions
    typealias Gebeurtenis = BezwaarGecorrigeerd
    func fill(_ draft: inout EventDraft, _ views: ViewReader) throws {
      draft[Correction.event] = try views.fact(gebeurtenis)?.id
      draft[Correction.reason] = reden
    }
  }
}

struct BezwaarOptions: ParsableArguments {
  @Argument(help: "Welk bezwaar, zoals bezwaar-1.") var kenmerk: String
  @OptionGroup var options: AppendingOptions
}

protocol Vervolg: ProgramCommand {
  associatedtype Gebeurtenis: EventDefinition
  var bezwaar: BezwaarOptions { get }
  func fill(_ draft: inout EventDraft, _ views: ViewReader) throws
}

extension Vervolg {
  func fill(_ draft: inout EventDraft, _ views: ViewReader) {}
  var shared: SharedOptions { bezwaar.options.shared }
  func run(_ program: Program) throws {
    try program.append(bezwaar.options) { context in
      let stream = try context.reading.subject(bezwaar.kenmerk, context.book.catalog).stream
      var draft = EventDraft(Gebeurtenis.self, stream: stream, effective: context.effective)
      try fill(&draft, context.reading.views)
      return Proposal(draft)
    }
  }
}
