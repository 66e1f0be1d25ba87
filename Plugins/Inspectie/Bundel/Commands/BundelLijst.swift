import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension BundelCommand {
  /// `waarborg bundel lijst`: who was given what.
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      "lijst", nl: "Toon welke bundels zijn gemaakt, voor wie en door wie.",
      en: "Show which bundles were made, for whom and by whom.")
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let made = try reading.views.facts(of: BundelGemaakt.self).filter { $0.happened(by: day) }
        var table = Table([
          .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Gemaakt", en: "Made")),
          .init(Text(nl: "Voor", en: "For")), .init(Text(nl: "Over", en: "About")),
          .init(Text(nl: "Door", en: "By")), .init(Text(nl: "Tagmanifest (SHA-512)", en: "Tag manifest (SHA-512)")),
        ])
        for fact in try page.shown(page.page(shared).part(of: made), shared, on: program.terminal) {
          let bundel = Bundelfeit(fact, reading, program.catalog)
          if shared.json {
            program.terminal.outJSON(bundel.json.text)
          } else {
            table.row(
              "\(String(fact.position))", "\(fact.recordedOn.text)", "\(bundel.voor)", "\(bundel.over)",
              "\(bundel.door)",
              "\(bundel.digest.prefix(16) + "…")")
          }
        }
        if shared.json { return }
        if table.isEmpty {
          return program.terminal.note(Text(nl: "er is geen bundel gemaakt", en: "no bundle was made"))
        }
        program.terminal.out(table)
      }
    }
  }

  /// `waarborg bundel toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon één bundel die is gemaakt: voor wie, waarover, en waaraan hij te herkennen is.",
      en: "Show one bundle that was made: for whom, about what, and by what it is recognised.",
      discussion: Text(nl: "Voorbeeld: waarborg bundel toon 42", en: "Example: waarborg bundel toon 42"))
    @Argument(
      help: Language.help(
        nl: "Het nummer, van waarborg bundel lijst.", en: "The number, from waarborg bundel lijst.", "nummer"))
    var nummer: String
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        guard let fact = try reading.views.fact(nummer), fact.is(BundelGemaakt.self), fact.happened(by: day) else {
          throw Failure(
            .notFound, Text(nl: "«\(nummer)» is geen bundel", en: "“\(nummer)” is no bundle"),
            remedy: Text(nl: "zie waarborg bundel lijst", en: "see waarborg bundel lijst"))
        }
        let bundel = Bundelfeit(fact, reading, program.catalog)
        if shared.json { return program.terminal.outJSON(bundel.json.text) }
        var list = KeyValueList()
        list.add(Text(nl: "Bundel", en: "Bundle"), "\(String(fact.position))")
        list.add(Text(nl: "Gemaakt", en: "Made"), "\(fact.recordedOn.text)")
        list.add(Text(nl: "Door", en: "By"), "\(bundel.door)")
        list.add(Text(nl: "Voor", en: "For"), "\(bundel.voor)")
        list.add(Text(nl: "Over", en: "About"), "\(bundel.over)")
        list.add(Text(nl: "Stand op", en: "State on"), fact[BundelGemaakt.dag].map { "\($0.text)" })
        for (name, field) in [
          (Text(nl: "Gebeurtenissen", en: "Events"), BundelGemaakt.gebeurtenissen),
          (Text(nl: "Velden weggelaten", en: "Fields withheld"), BundelGemaakt.weggelaten),
          (Text(nl: "Controlepunt telt", en: "Checkpoint counts"), BundelGemaakt.omvang),
        ] { list.add(name, fact[field].map { "\($0.grouped)" }) }
        list.add(
          Text(nl: "SHA-512 van tagmanifest-sha512.txt", en: "SHA-512 of tagmanifest-sha512.txt"), "\(bundel.digest)")
        program.terminal.out(list)
      }
    }
  }
}

/// What was recorded of a bundle, in words.
private struct Bundelfeit {
  let fact: Fact
  let door: Text

  init(_ fact: Fact, _ reading: Reading, _ catalog: Catalog) {
    self.fact = fact
    door = fact.signedBy(reading.registry, catalog)
  }

  var voor: Text { fact[BundelGemaakt.ontvanger]?.text ?? Text("-") }
  var over: Text {
    (fact[BundelGemaakt.eisen]?.joined(separator: ", ")).map { Text($0) }
      ?? Text(nl: "losse gebeurtenissen", en: "single events")
  }
  var digest: String { fact[BundelGemaakt.tagmanifest]?.hex ?? "-" }

  var json: JSON {
    [
      "nummer": .int(Int64(fact.position)), "gemaakt": fact.recordedOn.json, "door": .string(door.nl),
      "ontvanger": fact[BundelGemaakt.ontvanger]?.json ?? .null, "eisen": (fact[BundelGemaakt.eisen] ?? []).json,
      "dag": fact[BundelGemaakt.dag]?.json ?? .null,
      "gebeurtenissen": fact[BundelGemaakt.gebeurtenissen]?.json ?? .null,
      "weggelaten": fact[BundelGemaakt.weggelaten]?.json ?? .null, "omvang": fact[BundelGemaakt.omvang]?.json ?? .null,
      "tagmanifest": .string(digest),
    ]
  }
}
