import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon lijst`
  struct Lijst: LijstCommand {
    static let configuration = CommandConfiguration(
      "lijst", nl: "Toon wie op een dag vertrouwenspersoon is; namen alleen met een sleutel.",
      en: "Show who is a vertrouwenspersoon on a day; names only with a key.",
      discussion: Text(BenoemingJSON.help))
    @Flag(
      help: Language.help(
        nl: "Ook kandidaten en wie het niet meer is.", en: "Candidates and former ones as well.")) var alle = false
    @OptionGroup var deel: PageOptions
    @OptionGroup var options: ReadingOptions

    func rijen(on day: CalendarDate, _ reading: Reading, _ page: ListPage) throws -> [Benoeming] {
      let views = reading.views
      let keys = try alle ? views.keys(Benoeming.self, page) : Benoeming.dienend(on: day, views, page).map(\.key)
      return try keys.compactMap { try views.subject(Benoeming.self, $0) }
    }

    func json(_ benoeming: Benoeming, on day: CalendarDate, _ reading: Reading) throws -> JSON {
      try BenoemingJSON(reading, day).json(benoeming)
    }

    func toon(_ found: [Benoeming], on day: CalendarDate, _ program: Program, _ reading: Reading) throws {
      guard !found.isEmpty else { return program.terminal.out(StyledText(Benoeming.niemand(day))) }
      program.terminal.out(try table(found, day, reading))
    }

    private func table(_ found: [Benoeming], _ day: CalendarDate, _ reading: Reading) throws -> Table {
      var table = Table([
        .init(Text(nl: "Naam", en: "Name")), .init(Text(nl: "Vorm", en: "Form")),
        .init(Text(nl: "Stand", en: "Stands")),
        .init(Text(nl: "Van", en: "From")), .init(Text(nl: "Tot", en: "Until")),
        .init(Text(nl: "Certificering t/m", en: "Certified through")),
        .init(Text(nl: "Kenmerk", en: "Handle"), overflow: .keep),
      ])
      for benoeming in found {
        let name = try Contactgegevens(benoeming, reading.filter).naam.text() ?? Text("-")
        let stand = try benoeming.toestand(on: day, reading)
        let uncertain: Text =
          benoeming.dient(on: day) == .unknown ? Text(nl: " (onzeker)", en: " (uncertain)") : Text("")
        let none = Text(nl: "geen", en: "none")
        table.row(
          "\(name)", "\(benoeming.vorm.text)",
          StyledText(stand.text + uncertain, stand.isActief ? .good : stand.isOud ? .faint : nil),
          "\(benoeming.begin?.effective.text ?? Text("-"))",
          "\(benoeming.begin == nil ? Text("-") : benoeming.einddag(on: day)?.text ?? none)",
          "\(benoeming.gecertificeerdTotEnMet(from: day)?.text ?? none)", "\(benoeming.handle)")
      }
      return table
    }
  }
}
