import ArgumentParser
import Console
import Governance
import Ledger

/// How many posts there are and how many are filled, on a day.
struct Bezetting {
  /// The decision on the number of posts; nil when there is none.
  let formatie: Feit?
  /// What the organisation last stated, when there is no such decision.
  let opgave: Feit?
  /// Who serves.
  let dienend: [Benoeming]
  /// Those of whom the dates do not tell.
  let onzeker: [Benoeming]

  init(on day: CalendarDate, _ views: ViewReader) throws {
    let facts = try VertrouwenspersonenView().facts(FormatieVastgesteld.type.streamKind, views)
      .filter { $0.telt && $0.op.isAfter(day) != .yes }
    func newest(_ definition: any EventDefinition.Type) -> Feit? {
      facts.filter { $0.is(definition) }
        .max { ($0.op.latest ?? .first, $0.position) < ($1.op.latest ?? .first, $1.position) }
    }
    formatie = newest(FormatieVastgesteld.self)
    opgave = newest(AantalVertrouwenspersonenOpgegeven.self)
    let regels = try Vertrouwenspersonenregels(on: day, views)
    let all = try VertrouwenspersonenView().all(views)
    dienend = all.filter { $0.dient(on: day, regels) == .yes }
    onzeker = all.filter { $0.dient(on: day, regels) == .unknown }
  }

  /// The posts of one form.
  func plaatsen(_ vorm: Vorm) -> Int64? {
    formatie?[vorm == .intern ? FormatieVastgesteld.intern : FormatieVastgesteld.extern]
  }
  /// How many of one form serve.
  func bezet(_ vorm: Vorm) -> Int64 { Int64(dienend.count { $0.vorm == vorm }) }
  /// How many of one form perhaps serve.
  func onzeker(_ vorm: Vorm) -> Int64 { Int64(onzeker.count { $0.vorm == vorm }) }
  /// How many posts of one form are vacant; nil when nobody settled how many there are.
  func vacant(_ vorm: Vorm) -> Int64? { plaatsen(vorm).map { max(0, $0 - bezet(vorm)) } }
}

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon vacatures`
  struct Vacatures: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "vacatures",
      abstract: Language.ofProcess.choose(
        nl: "Toon hoeveel plaatsen er zijn, hoeveel bezet en hoeveel vacant.",
        en: "Show how many posts there are, how many filled and how many vacant."),
      discussion: Language.ofProcess.choose(
        nl:
          "--json schrijft twee objecten met: vorm, plaatsen, bezet, onzeker, vacant, opgegeven, opgegevenOp, opgegevenBron.",
        en:
          "--json writes two objects with: vorm, plaatsen, bezet, onzeker, vacant, opgegeven, opgegevenOp, opgegevenBron."
      ))
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let filled = try Bezetting(on: day, reading.views)
        if shared.json {
          for vorm in Vorm.allCases { program.terminal.outJSON(json(vorm, filled).text) }
          return
        }
        var table = Table([
          .init(Text(nl: "Vorm", en: "Form")), .number(Text(nl: "Plaatsen", en: "Posts")),
          .number(Text(nl: "Bezet", en: "Filled")), .number(Text(nl: "Onzeker", en: "Uncertain")),
          .number(Text(nl: "Vacant", en: "Vacant")),
        ])
        for vorm in Vorm.allCases {
          let vacant = filled.vacant(vorm)
          table.row(
            "\(vorm.text)", "\(filled.plaatsen(vorm).map(String.init) ?? "?")", "\(filled.bezet(vorm))",
            "\(filled.onzeker(vorm))",
            StyledText(vacant.map(String.init) ?? "?", (vacant ?? 1) > 0 ? .warning : .good))
        }
        program.terminal.out(table)
        for sentence in filled.zinnen { program.terminal.out(StyledText(sentence)) }
      }
    }

    private func json(_ vorm: Vorm, _ filled: Bezetting) -> JSON {
      let stated = vorm == .intern ? FormatieVastgesteld.intern : FormatieVastgesteld.extern
      return [
        "vorm": vorm.json, "plaatsen": filled.plaatsen(vorm)?.json ?? .null, "bezet": .int(filled.bezet(vorm)),
        "onzeker": .int(filled.onzeker(vorm)), "vacant": filled.vacant(vorm)?.json ?? .null,
        "opgegeven": filled.opgave?[stated]?.json ?? .null, "opgegevenOp": filled.opgave?.op.json ?? .null,
        "opgegevenBron": filled.opgave?[HistoricalFact.bron]?.json ?? .null,
      ]
    }
  }
}

extension Bezetting {
  /// What the numbers mean, in sentences.
  var zinnen: [Text] {
    var sentences: [Text] = []
    if formatie == nil {
      sentences.append(
        Text(
          nl:
            "De formatie is niet vastgesteld, dus vacatures zijn niet te berekenen: waarborg vertrouwenspersoon formatie",
          en:
            "The number of posts is not settled, so vacancies cannot be computed: waarborg vertrouwenspersoon formatie"
        ))
    } else if Vorm.allCases.allSatisfy({ vacant($0) == 0 }) {
      sentences.append(Text(nl: "Er zijn geen vacatures.", en: "There are no vacancies."))
    }
    if let opgave {
      let before = opgave[AantalVertrouwenspersonenOpgegeven.internEerder]
      let at = opgave[AantalVertrouwenspersonenOpgegeven.externBij]
      let intern = opgave[FormatieVastgesteld.intern] ?? 0
      let extern = opgave[FormatieVastgesteld.extern] ?? 0
      let source = opgave[HistoricalFact.bron]
      sentences.append(
        Text(nl: "Opgegeven: ", en: "Stated: ")
          + (before.map { Text(nl: "van \($0) naar ", en: "from \($0) to ") } ?? Text(""))
          + Text(nl: "\(intern) intern en \(extern) extern", en: "\(intern) internal and \(extern) external")
          + (at.map { Text(" (\($0))") } ?? Text("")) + Text(", ") + opgave.op.text
          + (source.map { Text(nl: "; bron: \($0)", en: "; source: \($0)") } ?? Text(""))
          + Text(nl: ". Wie dat zijn, zegt de opgave niet.", en: ". It does not say who they are."))
    }
    return sentences
  }
}
