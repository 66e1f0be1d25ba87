import Foundation
import TestBench
import Testing

/// An existing register from a file: all of it or nothing, and every fault with its line and column.
struct ImportTests {
  /// A ledger with two designated functions; Karin Voorbeeld holds one, two people hold the other.
  private static let prepared = PreparedBench {
    let bench = try Bench.founded()
    for functie in ["Gemeentesecretaris", "Concernmanager", "Bode"] {
      try bench.inLedger("organisatie", "functie", functie, als: "college").orThrow()
    }
    for (functie, naam) in [
      ("Gemeentesecretaris", "Karin Voorbeeld"), ("Concernmanager", "Ben Fictief"),
      ("Concernmanager", "Loes Verzonnen"),
    ] {
      try bench.inLedger("organisatie", "bekleed", functie, "--naam", naam, "--op", "2020-01-01", als: "college")
        .orThrow()
    }
    try bench.inLedger("nevenfunctie", "stel-in", "--model", "lelystad", "--op", "2020-01-01", als: "college").orThrow()
    for functie in ["Gemeentesecretaris", "Concernmanager"] {
      let role = functie == "Gemeentesecretaris" ? "algemeenDirecteur" : "geen"
      try bench.inLedger(
        "nevenfunctie", "wijs-aan", functie, "--houder-rol", role, "--op", "2020-01-01", als: "college"
      ).orThrow()
    }
    return bench
  }

  private static let header = "functie;naam;nevenwerkzaamheid;organisatie;ingang;einde;bezoldigd\n"
  private static let good = "Gemeentesecretaris;Karin Voorbeeld;Penningmeester;Club Nergens;1-9-2022;;nee\n"

  private func bench() throws -> Bench { try Self.prepared.copy() }

  private func importing(
    _ bytes: Data, on bench: Bench, _ options: String..., als key: String = "secretariaat"
  ) throws -> Outcome {
    try importing(bytes, on: bench, options, als: key)
  }

  private func importing(
    _ bytes: Data, on bench: Bench, _ options: [String], als key: String = "secretariaat"
  ) throws -> Outcome {
    let file = bench.root.appendingPathComponent("register.csv")
    try bytes.write(to: file)
    return try bench.inLedger(
      ["nevenfunctie", "importeer", file.path, "--bron", "Register 2025"] + options, als: key)
  }

  /// Events of a kind, as the secretariat sees them.
  private func events(_ name: String, _ bench: Bench) throws -> [[String: Any]] {
    try bench.inLedger("log", "--json", als: "secretariaat").orThrow().json().filter { $0["event"] as? String == name }
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: Data
    /// What the message says, each on its place.
    let says: [String]
    let exit: Int32
    let options: [String]

    init(_ name: String, _ text: String, _ says: String..., exit: Int32 = 65, options: [String] = []) {
      self.init(name, Data(text.utf8), says, exit: exit, options: options)
    }

    init(_ name: String, _ bytes: Data, _ says: [String], exit: Int32 = 65, options: [String] = []) {
      self.name = name
      self.bytes = bytes
      self.says = says
      self.exit = exit
      self.options = options
    }

    var testDescription: String { name }
  }

  static let bad: [Bad] = files + headers + cells + ledger

  private static let files: [Bad] = [
    .init("an empty file", "", "is leeg", "--sjabloon"),
    .init("only a header", header, "er staat niets onder de kop"),
    .init("UTF-16", Data([0xFF, 0xFE]) + (header.data(using: .utf16LittleEndian) ?? Data()), ["UTF-16", "UTF-8"]),
    .init(
      "Windows-1252", Data((header + "Gemeentesecretaris;Ren").utf8) + Data([0xE9]) + Data(";x;;;;\n".utf8),
      ["regel 2, kolom naam: geen UTF-8, waarschijnlijk Windows-1252", "CSV UTF-8"]),
    .init("a workbook", Data([0x50, 0x4B, 0x03, 0x04, 0, 0]), ["een werkmap (xlsx of ods)"]),
    .init("too large", Data(count: (16 << 20) + 1), ["hoogstens 16777216 (16 MiB)"]),
    .init(
      "old line ends", header.replacingOccurrences(of: "\n", with: "\r"), "regel 1: de regel eindigt op een losse CR"),
    .init(
      "a quotation mark left open", header + good + "Gemeentesecretaris;\"Karin Voorbeeld;x;;;;\n",
      "regel 3, kolom naam: een aanhalingsteken wordt hier geopend"),
  ]

  private static let headers: [Bad] = [
    .init(
      "commas", header.replacingOccurrences(of: ";", with: ","), "regel 1: de kolommen zijn gescheiden door komma's"),
    .init("tabs", header.replacingOccurrences(of: ";", with: "\t"), "gescheiden door tabs"),
    .init("no header", good, "regel 1: dit is geen kop", "verwacht: functie; naam;"),
    .init(
      "a heading misspelt", "functie;nevenwerkzaamhied\nx;y\n", "regel 1, kolom 2: «nevenwerkzaamhied» is niet bekend",
      "bedoelde u «nevenwerkzaamheid»", "kolom «nevenwerkzaamheid» ontbreekt"),
    .init(
      "a heading twice", "functie;nevenwerkzaamheid;Functie\n", "kolom 3: «functie» staat er twee keer, ook als kolom 1"
    ),
    .init("a heading empty", "functie;nevenwerkzaamheid;\n", "kolom 3: de kolom heeft geen naam"),
    .init("a heading missing", "functie;naam\n", "regel 1: kolom «nevenwerkzaamheid» ontbreekt"),
  ]

  private static func row(_ cells: String) -> String { header + cells + "\n" }

  private static let cells: [Bad] = [
    .init("too many cells", row("Gemeentesecretaris;;x;;;;;;;"), "regel 2: 10 cellen, verwacht: 7"),
    .init(
      "B10: cut off in the middle", header + "Gemeentesecretaris;;x", "regel 2: 3 cellen, verwacht: 7",
      "is het bestand hier afgebroken"),
    .init(
      "B07: only what nobody sees", row("Gemeentesecretaris;;\u{AD}\u{AD};y;;;"), "kolom nevenwerkzaamheid: leeg"),
    .init(
      "B07: the same twice to the eye", header + good + good.replacingOccurrences(of: "meester", with: "mees\u{AD}ter"),
      "regel 3, kolom nevenwerkzaamheid: dubbel met regel 2"),
    .init(
      "B09: years for a season", row("Gemeentesecretaris;;x;y;2019-21;;"),
      "kolom ingang: dit zijn de jaren 2019 tot en met 2021"),
    .init("B09: a year of two figures", row("Gemeentesecretaris;;x;y;1-1-0024;;"), "het jaar 24 ligt voor 1900"),
    .init(
      "B11: a day without zeros", row("Gemeentesecretaris;;x;y;2024-3-1;;"), "kolom ingang: ", "schrijf 2024-03-01"),
    .init("B14: a tab in a cell", row("Gemeentesecretaris;;x\ty;y;;;"), "op plaats 2 een tab (U+0009)"),
    .init(
      "nothing where something must be", row(";;;y;;;"), "regel 2, kolom functie: leeg", "kolom nevenwerkzaamheid: leeg"
    ),
    .init(
      "an American date", row("Gemeentesecretaris;;x;y;04/03/2026;;"), "regel 2, kolom ingang: met schuine strepen"),
    .init("no such day", row("Gemeentesecretaris;;x;y;31-2-2026;;"), "kolom ingang: deze dag bestaat niet"),
    .init("an end before the start", row("Gemeentesecretaris;;x;y;2022;2021;"), "kolom einde: ligt voor de ingang"),
    .init("neither yes nor no", row("Gemeentesecretaris;;x;y;;;soms"), "kolom bezoldigd: verwacht: ja of nee"),
    .init(
      "too long a text", row("Gemeentesecretaris;;\(String(repeating: "x", count: 301));y;;;"),
      "kolom nevenwerkzaamheid: de tekst telt 301 tekens, hoogstens 300 mag"),
    .init(
      "a control character", row("Gemeentesecretaris;;x\u{202E}y;y;;;"), "kolom nevenwerkzaamheid: de tekst bevat",
      "U+202E"),
    .init(
      "hours that cannot be", "functie;nevenwerkzaamheid;uren per maand\nGemeentesecretaris;x;800\n",
      "kolom uren per maand: verwacht: een geheel getal van 0 tot en met 744"),
    .init(
      "conditions without any", "functie;nevenwerkzaamheid;besluit\nGemeentesecretaris;x;onder voorwaarden\n",
      "kolom beperkingen: leeg"),
    .init(
      "a decision nobody knows", "functie;nevenwerkzaamheid;besluit\nGemeentesecretaris;x;akkoord\n",
      "kolom besluit: verwacht een van: toegestaan"),
    .init(
      "several faults at once",
      header + "Gemeentesecretaris;;x;y;04/03/2026;;misschien\n" + good + "Bode;;x;y;;;\n",
      "3 fouten; er is niets geschreven", "regel 2, kolom ingang", "regel 2, kolom bezoldigd", "regel 4, kolom functie"),
  ]

  private static let ledger: [Bad] = [
    .init("an unknown function", row("Dorpsomroeper;;x;y;;;"), "kolom functie: deze functie is niet vastgelegd"),
    .init("a function not designated", row("Bode;;x;y;;;"), "kolom functie: deze functie is op", "niet aangewezen"),
    .init(
      "someone who does not hold it", row("Gemeentesecretaris;Truus Bestaatniet;x;y;;;"),
      "kolom naam: deze persoon bekleedt"),
    .init("one of two holders", row("Concernmanager;;x;y;;;"), "kolom naam: leeg", "door 2 personen bekleed"),
    .init(
      "the same twice", header + good + good.replacingOccurrences(of: "Penningmeester", with: " PENNINGMEESTER "),
      "regel 3, kolom nevenwerkzaamheid: dubbel met regel 2"),
    .init(
      "public before there were rules",
      "functie;nevenwerkzaamheid;openbaar sinds\nGemeentesecretaris;x;2019-01-01\n",
      "kolom openbaar sinds: op 1 januari 2019"),
    .init(
      "public without what the rules name",
      "functie;nevenwerkzaamheid;openbaar sinds\nGemeentesecretaris;x;2021-01-01\n",
      "kolom organisatie: leeg, en de regels noemen dit veld", "kolom ingang: leeg"),
    .init(
      "public and not allowed: a rule says so, with the line",
      "functie;nevenwerkzaamheid;organisatie;ingang;besluit;openbaar sinds\nGemeentesecretaris;x;y;2021;geweigerd;2021-01-01\n",
      "regel 2: zij is niet toegestaan", "NEV-TOEGESTAAN", "1 fout; er is niets geschreven", exit: 73),
    .init(
      "every line that a rule refuses, in one go",
      refusable
        + "Gemeentesecretaris;x;y;2021;geweigerd;2021-01-01\nGemeentesecretaris;z;y;2021;toegestaan;2021-01-01\n"
        + "Gemeentesecretaris;w;y;2021;geweigerd;2021-02-01\n",
      "2 fouten; er is niets geschreven", "regel 2: zij is niet toegestaan (NEV-TOEGESTAAN); leg vast waarom",
      "regel 4: zij is niet toegestaan (NEV-TOEGESTAAN)", exit: 73),
    .init(
      "what a rule refuses beside what is wrong in the file",
      refusable + "Gemeentesecretaris;x;y;2021;geweigerd;2021-01-01\nGemeentesecretaris;z;y;04/03/2021;;\n"
        + "Bode;w;y;2021;;\n",
      "3 fouten; er is niets geschreven", "regel 2: zij is niet toegestaan (NEV-TOEGESTAAN)",
      "regel 3, kolom ingang: met schuine strepen", "regel 4, kolom functie: deze functie is op"),
    .init(
      "a holder whom a faulty line would have added is there for the lines after it",
      "functie;naam;functie sinds;nevenwerkzaamheid;openbaar sinds\n"
        + "Gemeentesecretaris;Truus Bestaatniet;2020-01-01;x;2021-01-01\n"
        + "Gemeentesecretaris;Truus Bestaatniet;2020-01-01;z;\n",
      "2 fouten; er is niets geschreven", "regel 2, kolom organisatie: leeg", "regel 2, kolom ingang: leeg",
      options: ["--houders"]),
  ]

  private static let refusable = "functie;nevenwerkzaamheid;organisatie;ingang;besluit;openbaar sinds\n"

  @Test(arguments: bad)
  func `A file that is not right is refused with line and column, and nothing is written`(bad: Bad) throws {
    let bench = try bench()
    let before = bench.snapshot()
    let outcome = try importing(bad.bytes, on: bench, bad.options)
    #expect(outcome.exitCode == bad.exit, "\(outcome)")
    for words in bad.says { #expect(outcome.errors.contains(words), "\(outcome)") }
    for secret in ["Karin", "Truus", "Penningmeester", "PENNINGMEESTER", "Club Nergens", "misschien", "soms"] {
      #expect(!(outcome.errors + outcome.output).contains(secret), "\(outcome)")
    }
    #expect(bench.snapshot() == before)
  }

  @Test(arguments: ["", "\u{FEFF}"])
  func `A register becomes events, once, and with every content sealed`(mark: String) throws {
    let bench = try bench()
    let text =
      mark + Self.header + Self.good + ";;;;;;\n" + "concernmanager;ben fictief;Docent;Hogeschool Nergens;2019;;ja\r\n"
    let before = bench.snapshot()
    let tried = try importing(Data(text.utf8), on: bench, "--dry-run")
    #expect(tried.exitCode == 0, "\(tried)")
    #expect(tried.errors.contains("2 meldingen, 0 besluiten, 0 openbare opgaven, 0 nieuwe houders"), "\(tried)")
    #expect(bench.snapshot() == before)

    try importing(Data(text.utf8), on: bench).orThrow()
    let reports = try events("NevenwerkzaamheidGemeld", bench)
    #expect(reports.count == 2)
    let first = try #require(reports.first?["data"] as? [String: Any])
    #expect(first["activiteit"] as? String == "Penningmeester")
    #expect(first["ingang"] as? String == "2022-09-01")
    #expect(first["historisch"] as? Bool == true)
    #expect(first["bron"] as? String == "Register 2025")
    #expect(reports.first?["op"] as? String == "XXXX")
    let log = try #require(FileManager.default.contents(atPath: bench.ledger + "/log.sqlite"))
    #expect(log.range(of: Data("Penningmeester".utf8)) == nil)
    try bench.inLedger("verify").orThrow()

    let again = bench.snapshot()
    let second = try importing(Data(text.utf8), on: bench)
    #expect(second.exitCode == 65, "\(second)")
    #expect(
      second.errors.contains("regel 2, kolom nevenwerkzaamheid: staat al in het grootboek, als gemeentesecretaris/1"))
    #expect(second.errors.contains("regel 4, kolom nevenwerkzaamheid: staat al in het grootboek, als concernmanager/1"))
    #expect(bench.snapshot() == again)
  }

  @Test func `The sample is taken over with its decisions, its holders and what is public already`() throws {
    let bench = try Bench.founded()
    for functie in ["Gemeentesecretaris", "Concerncontroller"] {
      try bench.inLedger("organisatie", "functie", functie, "--op", "2020-01-01", als: "college").orThrow()
    }
    try bench.inLedger("nevenfunctie", "stel-in", "--model", "lelystad", "--op", "2020-01-01", als: "college").orThrow()
    for functie in ["Gemeentesecretaris", "Concerncontroller"] {
      let role = functie == "Gemeentesecretaris" ? "algemeenDirecteur" : "geen"
      try bench.inLedger(
        "nevenfunctie", "wijs-aan", functie, "--houder-rol", role, "--op", "2020-01-01", als: "college"
      ).orThrow()
    }
    let sample = try Data(contentsOf: Executable.repository.appendingPathComponent("Tools/samples/nevenfuncties.csv"))
    let refused = try importing(sample, on: bench)
    #expect(refused.exitCode == 65 && refused.errors.contains("--houders"), "\(refused)")
    let taken = try importing(sample, on: bench, "--houders").orThrow()
    #expect(
      taken.errors.contains("Overgenomen: 3 meldingen, 3 besluiten, 2 openbare opgaven, 2 nieuwe houders."), "\(taken)")
    #expect(try events("FunctieBekleed", bench).count == 2)
    let conditions = try events("ToestemmingBeslist", bench).filter {
      ($0["data"] as? [String: Any])?["voorbehoud"] as? String == "voorwaarden"
    }
    #expect((conditions.first?["data"] as? [String: Any])?["voorwaarden"] is String)
    #expect(conditions.first?["op"] as? String == "2022-08-15")
    #expect(try events("OpgaveGepubliceerd", bench).count == 2)
    try bench.inLedger("verify").orThrow()
  }

  @Test func `Who may not read what is there cannot take over a register`() throws {
    let bench = try bench()
    try importing(Data((Self.header + Self.good).utf8), on: bench).orThrow()
    let refused = try importing(Data((Self.header + Self.good).utf8), on: bench, als: "ondernemingsraad")
    #expect([65, 77].contains(refused.exitCode), "\(refused)")
    #expect(try events("NevenwerkzaamheidGemeld", bench).count == 1)
  }

  @Test func `The template has every column once, for Excel, and is itself a good header`() throws {
    let bench = try bench()
    let template = try bench.run("nevenfunctie", "importeer", "--sjabloon").orThrow()
    #expect(template.output.hasPrefix("\u{FEFF}functie;naam;"))
    let outcome = try importing(Data(template.outputBytes), on: bench)
    #expect(outcome.exitCode == 65 && outcome.errors.contains("er staat niets onder de kop"), "\(outcome)")
  }

  @Test(arguments: [["x.csv"], [], ["x.csv", "--bron", "y", "--op", "2020"]])
  func `What must be said with the command is asked for`(arguments: [String]) throws {
    let outcome = try bench().inLedger(["nevenfunctie", "importeer"] + arguments, als: "secretariaat")
    #expect(outcome.exitCode == 64, "\(outcome)")
  }

  @Test func `A file that is not there is not found`() throws {
    let outcome = try bench().inLedger("nevenfunctie", "importeer", "weg.csv", "--bron", "y", als: "secretariaat")
    #expect(outcome.exitCode == 66, "\(outcome)")
  }
}
