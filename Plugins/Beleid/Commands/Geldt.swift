import ArgumentParser
import Console
import Governance
import Ledger

extension BeleidCommand {
  /// `waarborg beleid geldend`
  struct Geldt: ProgramCommand {
    static let configuration = CommandConfiguration(
      "geldend", nl: "Welke versie gold op een dag?", en: "Which version was in force on a day?",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid geldend gedragscode --op 2024-11-13",
        en: "Example: waarborg beleid geldend gedragscode --op 2024-11-13"))
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let regeling = try Verwijzing.require(regeling, in: reading.views).regeling
        let geldend = Geldend(
          regeling: regeling, dag: try options.day(book.today), opening: reading.registry.founding?.at.date,
          nietigheden: try Nietigheidsbeeld.over(regeling, reading.views))
        if shared.json {
          program.terminal.outJSON(json(geldend).text)
        } else {
          print(geldend, program)
        }
      }
    }

    private func print(_ geldend: Geldend, _ program: Program) {
      let day = geldend.dag.text
      let numbers = Toestand(geldend).versies
      let answer =
        switch geldend.antwoord {
        case .yes: Text(nl: "ja, versie \(numbers.nl)", en: "yes, version \(numbers.en)")
        case .unknown:
          Text(nl: "onbekend; mogelijk versie \(numbers.nl)", en: "not known; possibly version \(numbers.en)")
        case .no: Text(nl: "nee, geen enkele versie", en: "no, no version")
        }
      program.terminal.out(
        "\(geldend.regeling.kenmerk) \(Text(nl: "op", en: "on")) \(day): \(answer, .emphasis)")
      var list = KeyValueList()
      for item in geldend.versies { list.add(item.versie.text, "\(item.antwoord.woord): \(item.reden)") }
      program.terminal.out(list)
    }

    private func json(_ geldend: Geldend) -> JSON {
      [
        "stream": geldend.regeling.stream.json, "kenmerk": .string(geldend.regeling.kenmerk), "op": geldend.dag.json,
        "geldt": .string(geldend.antwoord.code),
        "versies": .array(
          geldend.versies.map { item in
            [
              "nummer": .int(Int64(item.versie.nummer)), "handle": .string(geldend.regeling.handle(item.versie)),
              "versie": item.versie.digest?.json ?? .null, "geldt": .string(item.antwoord.code),
              "reden": .string(item.reden.nl),
              "positions": .array(item.versie.feiten.map { .int(Int64($0.position)) }),
            ]
          }),
      ]
    }
  }
}
