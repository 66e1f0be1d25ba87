import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon het hele verloop van één benoeming.", en: "Show everything of one appointment.",
      discussion: Text(
        nl:
          "--json schrijft het object van lijst met daarbij feiten: position, id, event, op, historisch, bron, telt, feiten, verzegeld.",
        en:
          "--json writes the object of lijst with feiten added: position, id, event, op, historisch, bron, telt, feiten, verzegeld."
      ))
    @OptionGroup var benoeming: BenoemingArgument
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let found = try Verwijzing.require(benoeming.kenmerk, in: reading)
        let sheet = Feitenblad(found.feiten, hiding: [KandidaatVoorgedragen.persoon.name], reading, program.catalog)
        if shared.json {
          let members = try BenoemingJSON(reading, day).json(found).members ?? []
          program.terminal.outJSON(JSON.object(members + [.init("feiten", .array(try sheet.json()))]).text)
          return
        }
        var list = KeyValueList()
        let contact = try Contactgegevens(found, reading.filter)
        list.add(Text(nl: "Naam", en: "Name"), "\(contact.naam.text() ?? Text("-"), .emphasis)")
        list.add(Text(nl: "Vorm", en: "Form"), "\(found.vorm.text)")
        list.add(Text(nl: "Stand", en: "Stands"), "\(try found.toestand(on: day, reading).text)")
        list.add(Text(nl: "Tot", en: "Until"), found.einddag(on: day).map { "\($0.text)" })
        list.add(Text(nl: "Kenmerk", en: "Handle"), "\(found.handle), \(found.stream)")
        program.terminal.out(list)
        program.terminal.out("")
        program.terminal.out(try sheet.table())
      }
    }
  }
}
