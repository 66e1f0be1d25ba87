import ArgumentParser
import Beleid
import Console
import Governance
import Ledger
import RuleFiles

/// `waarborg inspectie elementen`: what a text must contain, and where it does.
struct Elementen: ProgramCommand {
  static let configuration = CommandConfiguration(
    "elementen", nl: "Toon per verplicht element waar het in een regeling staat, of dat het niet is aangetoond.",
    en: "Show of each required element where it is in a rule, or that it is not shown.",
    discussion: Text(
      nl: """
        Een element wordt aangetoond met waarborg beleid toon-aan KENMERK --element … --vindplaats …; het telt voor de versie waarin het staat.
        Voorbeeld: waarborg inspectie elementen gedragscode --soort G
        """,
      en: """
        An element is shown by waarborg beleid toon-aan NAME --element … --vindplaats …; it counts for the version that it is in.
        Example: waarborg inspectie elementen gedragscode --soort G
        """))
  @Argument(
    help: Language.help(
      nl: "De regeling; zonder deze elke regeling waarin iets is aangetoond.",
      en: "The rule; without it every rule in which something was shown.", "regeling")) var regeling: String?
  @Option(
    help: Language.help(
      nl: "Alleen de elementen die zo beginnen, zoals G of K.", en: "Only the elements that begin so, such as G or K.",
      "letters")) var soort: String?
  @OptionGroup var options: ReadingOptions
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    try program.read(options) { book, reading in
      let day = try options.day(book.today)
      let elements = try Eisenbomen(op: day, reading.views, reading.filter).elementen.filter { found in
        soort.map { found.element.code.hasPrefix($0 + "-") } ?? true
      }
      guard !elements.isEmpty else {
        throw Failure(
          .notFound, Text(nl: "--soort: er zijn geen elementen", en: "--soort: there are no elements"),
          remedy: Text(nl: "geef G of K", en: "give G or K"))
      }
      for tekst in try teksten(day, book, reading) {
        let rows = elements.map { Elementregel($0.element, in: tekst) }
        // Of a text of which nothing of a list was shown, that list is another text's.
        let lists = Set(rows.filter { !$0.plaatsen.isEmpty || !$0.elders.isEmpty }.map(\.lijst))
        let shown = rows.filter {
          regeling != nil && soort != nil || lists.contains($0.lijst) || lists.isEmpty && regeling != nil
        }
        if shared.json {
          program.terminal.outJSON(json(tekst, shown, day).text)
        } else {
          toon(tekst, shown, program)
        }
      }
    }
  }

  private func teksten(_ day: CalendarDate, _ book: Grootboek, _ reading: Reading) throws -> [RegelingBeeld] {
    guard let regeling else {
      return try BeleidView().regelingen(op: day, in: reading).filter {
        $0.feiten.contains { $0.is(ContentElementAangetoond.self) } || !$0.elders.isEmpty
      }
    }
    let found = try reading.subject(regeling, book.catalog)
    guard found.stream.kind == "Regeling",
      let beeld = try BeleidView().regeling(found.stream, op: day, in: reading)
    else {
      throw Failure(
        .notFound, Text(nl: "er is geen regeling «\(regeling)»", en: "there is no rule “\(regeling)”"),
        remedy: Text(nl: "zie waarborg beleid lijst", en: "see waarborg beleid lijst"))
    }
    return [beeld]
  }

  private func toon(_ tekst: RegelingBeeld, _ rows: [Elementregel], _ program: Program) {
    program.terminal.out(StyledText("\(tekst.handle) \(tekst.titel)", .heading))
    var table = Table([
      .init(Text(nl: "Element", en: "Element"), overflow: .keep), .init(Text(nl: "Wat", en: "What")),
      .init(Text(nl: "Waar", en: "Where")), .init(Text(nl: "Bron", en: "Source")),
    ])
    for row in rows {
      table.row(
        "\(row.element.code)", "\(row.element.woorden)",
        StyledText(row.text, row.plaatsen.isEmpty ? .bad : nil),
        "\(row.element.bronnen.map(\.text).joined(separator: "; "))")
    }
    program.terminal.out(table)
    program.terminal.out("")
  }

  private func json(_ tekst: RegelingBeeld, _ rows: [Elementregel], _ day: CalendarDate) -> JSON {
    [
      "regeling": .string(tekst.handle), "stream": tekst.stream.json, "op": day.json,
      "elementen": .array(
        rows.map { row in
          [
            "element": .string(row.element.code), "woorden": .string(row.element.woorden),
            "stand": .string(row.plaatsen.isEmpty ? "nietAangetoond" : "aangetoond"),
            "plaatsen": .array(
              row.plaatsen.map { place in
                ["position": .int(Int64(place.position)), "vindplaats": .string(place.plaats)]
              }),
            "elders": .array(row.elders.map { .string($0) }),
          ]
        }),
    ]
  }
}

/// One element against one text.
struct Elementregel {
  let element: Inhoudselement
  /// Where it is, in the order of the text as far as that was said.
  let plaatsen: [(position: UInt64, plaats: String)]
  /// Other versions in which it was shown.
  let elders: [String]

  init(_ element: Inhoudselement, in tekst: RegelingBeeld) {
    self.element = element
    plaatsen = tekst.feiten.filter { $0[ContentElementAangetoond.element] == element.code }
      .map { ($0.position, $0[ContentElementAangetoond.vindplaats] ?? "") }
    elders = tekst.elders.filter { $0.feit[ContentElementAangetoond.element] == element.code }.map(\.handle)
  }

  /// The list that it is of: the letters of its code.
  var lijst: String { String(element.code.prefix { $0 != "-" }) }

  /// Where it is, or that nothing shows it.
  var text: Text {
    guard plaatsen.isEmpty else { return Text(plaatsen.map(\.plaats).joined(separator: "; ")) }
    let not = Text(nl: "niet aangetoond", en: "not shown")
    guard let other = elders.last else { return not }
    return not + Text(nl: "; wel in \(other)", en: "; but in \(other)")
  }
}
