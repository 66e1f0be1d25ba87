import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

extension ZaakCommand {
  /// `waarborg zaak toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "toon",
      abstract: Language.ofProcess.choose(nl: "Toon een zaak.", en: "Show a case."))
    @OptionGroup var zaak: ZaakArgument
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.zaken(options) { book, zaken in
        let dag = try options.day(book.today)
        guard let found = try zaken.zaak(zaak.zaak).zoals(op: dag) else {
          throw Failure(
            .notFound,
            Text(
              nl: "\(zaak.zaak) was er op \(dag.text.nl) nog niet",
              en: "\(zaak.zaak) was not there yet on \(dag.text.en)"),
            remedy: Text(nl: "laat --op weg, of geef een latere dag", en: "leave --op out, or give a later day"))
        }
        let klokken = found.klokken(op: dag, nu: dag == book.today ? book.now : nil, try Kalenders(zaken.reading.views))
        let beeld = Zaakbeeld(found, klokken, zaken.reading.registry)
        if shared.json {
          program.terminal.outJSON(beeld.json.text)
          return
        }
        program.terminal.out(beeld.kop)
        program.terminal.out("")
        program.terminal.out(beeld.verloop)
        let tijdlijn = Kloktabel(klokken.alle, op: dag)
        if !tijdlijn.isLeeg {
          program.terminal.out("")
          program.terminal.out(tijdlijn.tabel)
        }
        for merk in found.merken(klokken) { program.terminal.warn(merk) }
        for bevinding in found.bevindingen {
          program.terminal.warn(Text("\(bevinding.nummer): ") + bevinding.tekst)
        }
      }
    }
  }

  /// `waarborg zaak lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "lijst",
      abstract: Language.ofProcess.choose(
        nl: "Toon de zaken waar u bij hoort.", en: "Show the cases that you belong to."))
    @Flag(help: Language.help(nl: "Ook wat gesloten is.", en: "Closed ones as well.")) var alle = false
    @OptionGroup var pages: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.zaken(options) { book, zaken in
        let dag = try options.day(book.today)
        let kalenders = try Kalenders(zaken.reading.views)
        var table = Table([
          .init(Text(nl: "Zaak", en: "Case"), overflow: .keep), .init(Text(nl: "Procedure", en: "Procedure")),
          .init(Text(nl: "Staat op", en: "Stands at")), .init(Text(nl: "Sinds", en: "Since")),
          .init(Text(nl: "Eerste termijn", en: "First term")),
        ])
        let found = try zaken.alle { stream, failure in
          program.terminal.warn(Text("\(stream.kenmerk): ") + failure.message)
        }
        let page = try pages.page(shared)
        let asked = found.compactMap { $0.zoals(op: dag) }.filter { alle || !$0.isGesloten }.dropFirst(page.offset)
        for zaak in try pages.shown(Array(page.limit.map { asked.prefix($0) } ?? asked), shared, on: program.terminal) {
          let klokken = zaak.klokken(op: dag, kalenders)
          let beeld = Zaakbeeld(zaak, klokken, zaken.reading.registry)
          if shared.json {
            program.terminal.outJSON(beeld.kortJSON.text)
          } else {
            table.row(
              "\(zaak.kenmerk)", "\(zaak.procedure.id) \(zaak.procedure.titel)", "\(beeld.stand)",
              "\(zaak.stappen.last?.op.text ?? Text("–"))", beeld.eersteTermijn)
          }
        }
        guard !shared.json else { return }
        guard !table.isEmpty else {
          program.terminal.note(
            Text(nl: "Er zijn geen zaken die deze sleutel kent.", en: "There are no cases known to this key."))
          return
        }
        program.terminal.out(table)
      }
    }
  }
}
