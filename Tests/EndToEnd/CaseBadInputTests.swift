import Foundation
import TestBench
import Testing

/// What a person types wrongly about a case: told what and why, and nothing is written.
struct CaseBadInputTests {
  /// What is typed, by whom, and how it ends. `{Z}` is a case that the municipal secretary treats, with an investigator.
  struct Fault: Sendable, CustomTestStringConvertible {
    let command: String
    let key: String
    let code: Int32
    let says: [String]
    var testDescription: String { "\(key): \(command)" }

    init(_ command: String, als key: String = "directeur", _ code: Int32, _ says: String...) {
      (self.command, self.key, self.code, self.says) = (command, key, code, says)
    }
  }

  private static let prepared = PreparedBench {
    let bench = try Bench.founded()
    for (name, role) in [
      ("directeur", "algemeenDirecteur"), ("griffier", "griffier"), ("onderzoeker", "onderzoeker"),
      ("tweede", "onderzoeker"), ("adviseur", "teamleiderPO"),
    ] {
      try bench.run("key", "new", name, "--rol", role).orThrow()
      try bench.inLedger("key", "register", name, als: "secretariaat").orThrow()
    }
    try bench.run("key", "new", "vreemd", "--rol", "algemeenDirecteur").orThrow()
    try bench.adopt("P-01", "P-04")
    try bench.write("", to: "leeg.txt")
    try bench.write(String(repeating: "x", count: (1 << 20) + 1), to: "groot.txt")
    try Data([0xFF, 0xFE, 0x00]).write(to: bench.root.appendingPathComponent("binair.txt"))
    try bench.write("een \u{1B}[31mrood woord", to: "rood.txt")
    let opened = try bench.type(
      "zaak open P-01 \(over) --lid onderzoeker=onderzoeker --betrokken tweede --op 2024-06-03", als: "directeur"
    ).orThrow()
    try bench.write(opened.output.trimmingCharacters(in: .whitespacesAndNewlines), to: "kenmerk")
    return bench
  }

  private static let velden = "--veld indiener=werkzaam --veld vorm=email --veld beklaagde=Kanarie-Fout"
  private static let over = "--over medewerker \(velden)"
  private static let veel = (1...21).map { "--veld beklaagde=Kanarie-Fout-\($0)" }.joined(separator: " ")

  static let faults: [Fault] = opening + steps + members + rest

  private static let opening: [Fault] = [
    .init("zaak open P-99 \(over)", Exit.refused, "ZAAK-PROCEDURE", "procedure P-99"),
    .init("zaak open P-02 \(over)", Exit.refused, "ZAAK-PROCEDURE", "procedure stel-vast P-02"),
    .init("zaak open P-01 \(over) --op 2000-01-01", Exit.refused, "ZAAK-PROCEDURE", "1 januari 2000"),
    .init("zaak open P-01 \(velden)", Exit.badInput, "--over ontbreekt", "algemeenDirecteur"),
    .init("zaak open P-01 --over niemand \(velden)", Exit.badInput, "«niemand»", "medewerkerGriffie"),
    .init("zaak open P-04 --over algemeenDirecteur", Exit.refused, "ZAAK-ROUTE", "wijst niemand aan"),
    .init("zaak open P-01 --over algemeenDirecteur \(velden)", Exit.notPermitted, "ZAAK-ROL", "burgemeester"),
    .init("zaak open P-01 --over griffier \(velden)", als: "griffier", Exit.notPermitted, "ZAAK-ROL"),
    .init("zaak open P-01 \(over)", als: "adviseur", Exit.notPermitted, "ZAAK-ROL", "bevoegd"),
    .init("zaak open P-01 \(over)", als: "vreemd", Exit.notPermitted, "niet"),
    .init("zaak open P-01 \(over) --betrokken directeur", Exit.notPermitted, "ZAAK-ROL"),
    .init("zaak open P-01 \(over) --betrokken niemand", Exit.notFound, "--betrokken", "«niemand»"),
    .init("zaak open P-01 \(over) --lid onderzoeker", Exit.badInput, "--lid: verwacht"),
    .init("zaak open P-01 \(over) --lid niemand=adviseur", Exit.notFound, "--lid", "«niemand»"),
    .init("zaak open P-01 \(over) --lid adviseur=klager", Exit.badInput, "«klager»", "kies uit"),
    .init("zaak open P-01 \(over) --lid griffier=adviseur", Exit.notPermitted, "ZAAK-TOEGANG", "teamleiderPO"),
    .init(
      "zaak open P-01 \(over) --betrokken tweede --lid tweede=onderzoeker", Exit.notPermitted, "ZAAK-TOEGANG"),
    .init("zaak open P-01 \(over) --stap Onzin", Exit.badInput, "--stap", "KlachtIngediend"),
    .init(
      "zaak open P-01 --over medewerker --veld indiener=werkzaam --veld vorm=email", Exit.badInput,
      "beklaagde: ontbreekt"),
    .init("zaak open P-01 \(over) \(veel)", Exit.badInput, "staat er 22 keer; hoogstens 20"),
    .init("zaak open P-01 \(over) --veld Kanarie-Fout", Exit.badInput, "--veld: verwacht naam=waarde"),
    .init("zaak open P-01 \(over) --veld =Kanarie-Fout", Exit.badInput, "--veld: verwacht naam=waarde"),
    .init(
      "zaak open P-01 \(over) --veld uitkomst=Kanarie-Fout", Exit.badInput, "ZAAK-VELD", "uitkomst", "hoort niet bij"),
    .init("zaak open P-01 \(over) --veld datumGedraging=Kanarie-Fout", Exit.badInput, "datumGedraging", "2024-06-03"),
    .init("zaak open P-01 \(over) --veld datumGedraging=2024-02-30", Exit.badInput, "datumGedraging"),
    .init("zaak open P-01 \(over) --veld gedraging=", Exit.badInput, "gedraging"),
    .init("zaak open P-01 \(over) --veld 'gedraging=Kanarie-Fout\u{202E}'", Exit.badInput, "gedraging", "U+202E"),
    .init("zaak open P-01 \(over) --veld gedraging=@rood.txt", Exit.badInput, "gedraging", "(U+001B)"),
    .init("zaak open P-01 \(over) --veld gedraging=@weg.txt", Exit.notFound, "weg.txt"),
    .init("zaak open P-01 \(over) --veld gedraging=@leeg.txt", Exit.badInput, "leeg.txt"),
    .init("zaak open P-01 \(over) --veld gedraging=@home", Exit.badInput, "is een map"),
    .init("zaak open P-01 \(over) --veld gedraging=@binair.txt", Exit.badInput, "geen UTF-8: byte FF op regel 1"),
    .init("zaak open P-01 \(over) --veld klacht=@groot.txt", Exit.badInput, "1048577 bytes", "1048576"),
    .init("zaak open P-01 \(over) --veld klacht=Kanarie-Fout.pdf", Exit.badInput, "klacht=@bestand"),
    .init("zaak open P-01 \(over) --op 2024-02-30", Exit.badInput, "--op"),
    .init("zaak open P-01 \(over) --op morgen", Exit.badInput, "--op"),
  ]

  private static let steps: [Fault] = [
    .init("zaak stap {Z} Onzin", Exit.badInput, "«Onzin»", "zaak stap"),
    .init("zaak stap zaak-abcdef MaatregelGetroffen", Exit.notFound, "«zaak-abcdef»", "zaak lijst"),
    .init("zaak stap onzin", Exit.notFound, "«onzin»"),
    .init("zaak stap {Z} BehandelingAfgerond", Exit.refused, "ZAAK-TOESTAND", "«ingediend»", "standpuntVerzonden"),
    .init("zaak stap {Z} PartijGeinformeerd --veld wie=klager", Exit.refused, "ZAAK-VEREIST", "OnderzoekBelegd"),
    .init("zaak stap {Z} KlachtIngediend", Exit.refused, "ZAAK-EENMALIG"),
    .init("zaak stap {Z} MaatregelGetroffen", als: "onderzoeker", Exit.notPermitted, "ZAAK-ROL", "bevoegd"),
    .init("zaak stap {Z} MaatregelGetroffen", als: "tweede", Exit.notFound, "kent"),
    .init("zaak stap {Z} MaatregelGetroffen", als: "griffier", Exit.notFound, "kent"),
    .init("zaak stap {Z} MaatregelGetroffen --veld uitkomst=gegrond", Exit.badInput, "ZAAK-VELD", "uitkomst"),
    .init(
      "zaak stap {Z} OntvangstbevestigingVerzonden --op 2024-06-02", Exit.badInput, "ZAAK-VOLGORDE", "KlachtIngediend"),
    .init("zaak stap {Z} OnderzoekBelegd --veld onderzoekers=Kanarie-Fout", Exit.badInput, "wijze: ontbreekt"),
    .init(
      "zaak stap {Z} OnderzoekBelegd --veld wijze=Kanarie-Fout --veld onderzoekers=x", Exit.badInput, "wijze",
      "intern, extern"),
    .init("zaak verleng {Z}", Exit.refused, "ZAAK-TERMIJN"),
    .init("zaak schort-op {Z}", Exit.refused, "ZAAK-TERMIJN", "artikel"),
    .init("zaak hervat {Z}", Exit.refused, "ZAAK-TERMIJN"),
  ]

  private static let members: [Fault] = [
    .init("zaak toegang {Z} adviseur", Exit.usage, "--functie"),
    .init("zaak toegang {Z} adviseur --functie adviseur --intrekken", Exit.usage, "--functie"),
    .init("zaak toegang {Z} adviseur --functie onzin", Exit.badInput, "«onzin»", "adviseur"),
    .init("zaak toegang {Z} griffier --functie bevoegd", Exit.notPermitted, "ZAAK-TOEGANG"),
    // Who is involved is refused in the words for who has another role.
    .init("zaak toegang {Z} tweede --functie onderzoeker", Exit.notPermitted, "ZAAK-TOEGANG"),
    .init("zaak toegang {Z} niemand --functie adviseur", Exit.notFound, "«niemand»"),
    .init("zaak toegang {Z} vreemd --functie bevoegd", Exit.notFound, "«vreemd»"),
    .init("zaak toegang {Z} onderzoeker --functie onderzoeker", Exit.badInput, "hoort er al bij"),
    .init("zaak toegang {Z} adviseur --intrekken", Exit.badInput, "hoort er niet bij"),
    .init("zaak toegang {Z} adviseur --functie adviseur", als: "griffier", Exit.notFound, "kent"),
  ]

  private static let rest: [Fault] = [
    .init("zaak sluit {Z}", Exit.refused, "ZAAK-EINDE", "ingediend"),
    .init("zaak heropen {Z} --grond Kanarie-Fout", Exit.badInput, "niet gesloten"),
    .init("zaak corrigeer {Z} 1 --reden Kanarie-Fout", Exit.badInput, "nummer 1"),
    .init("zaak corrigeer {Z} 99 --reden Kanarie-Fout", Exit.badInput, "nummer 99"),
    .init("zaak corrigeer {Z} twee --reden Kanarie-Fout", Exit.usage, "twee"),
    .init("zaak verstrek {Z} --aan onzin", Exit.badInput, "«onzin»", "klager"),
    .init("zaak verstrek {Z} --aan adviseur", Exit.badInput, "geen partij"),
    .init("zaak verstrek {Z} --aan klager", als: "onderzoeker", Exit.notPermitted, "ZAAK-VERSTREKKING", "bevoegd"),
    .init("zaak verstrek {Z} --aan getuige", Exit.badInput, "niets dat getuige mag hebben"),
    .init("zaak verstrek {Z} --aan beklaagde --persoon 1", Exit.badInput, "nummer 1 heeft niets", "laat --persoon weg"),
    .init("zaak verstrek {Z} --aan beklaagde --persoon Kanarie", Exit.badInput, "geen nummer", "geen"),
    .init("zaak verstrek {Z} --aan klager --map home", Exit.badInput, "«home» bestaat al"),
    .init("zaak vul-aan {Z} 1 --veld vorm=Kanarie-Fout", Exit.badInput, "is al vastgelegd", "corrigeer"),
    .init("zaak vul-aan {Z} 99 --veld vorm=Kanarie-Fout", Exit.badInput, "nummer 99"),
    .init("zaak stap {Z} MaatregelGetroffen --op 2200-01-01", Exit.badInput, "nog niet geweest"),
    .init("zaak deel-mee {Z} 1 --aan koning", Exit.badInput, "kent «koning» niet"),
    .init("zaak toon {Z} --op 2024-06-02", Exit.notFound, "2 juni 2024"),
    .init("termijnen --vertrouwelijk -", Exit.badInput, "«-» is geen bestand"),
    .init("termijnen --vertrouwelijk a.ics --ics b.ics", Exit.usage, "--ics"),
    .init(
      "vernietiging kies P-01 dossier --keuze selectielijst --termijn P3Y --reden x", Exit.badInput,
      "--termijn hoort bij een eigen besluit"),
    .init("zaak verstrek zaak-abcdef --aan klager", Exit.notFound, "«zaak-abcdef»"),
  ]

  @Test(arguments: faults) func `is refused, says why, and writes nothing`(_ fault: Fault) throws {
    let bench = try Self.prepared.toRead()
    let zaak = try String(contentsOfFile: bench.path("kenmerk"), encoding: .utf8)
    let outcome = try bench.expectNothingWritten {
      try bench.type(fault.command.replacing("{Z}", with: zaak), als: fault.key)
    }
    #expect(outcome.exitCode == fault.code, "\(outcome)")
    for words in fault.says { #expect(outcome.errors.contains(words), "\(words) is missing in:\n\(outcome)") }
    #expect(outcome.outputBytes.isEmpty, "\(outcome)")
    Needles(["Kanarie-Fout"]).expectNone(in: outcome.errorBytes, fault.command)
  }

  @Test func `twenty answers to a requirement are taken, and what was meant is there`() throws {
    let bench = try Self.prepared.copy()
    let twenty = (1...20).map { "--veld beklaagde=Persoon-\($0)" }.joined(separator: " ")
    let opened = try bench.type(
      "zaak open P-01 --over medewerker --veld indiener=burger --veld vorm=email \(twenty)", als: "directeur"
    ).orThrow()
    let zaak = opened.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let shown = try bench.type("zaak toon \(zaak)", als: "directeur").orThrow().output
    for number in 1...20 { #expect(shown.contains("Persoon-\(number)")) }
  }

  @Test func `a trial writes nothing and says what would be recorded`() throws {
    let bench = try Self.prepared.toRead()
    let zaak = try String(contentsOfFile: bench.path("kenmerk"), encoding: .utf8)
    for command in ["zaak stap \(zaak) MaatregelGetroffen --dry-run", "zaak open P-01 \(Self.over) --dry-run"] {
      let outcome = try bench.expectNothingWritten { try bench.type(command, als: "directeur") }
      #expect(outcome.exitCode == Exit.done, "\(outcome)")
      #expect(!outcome.errors.contains("vastgelegd in zaak"), "\(outcome)")
      #expect(outcome.errors.contains("er is niets geschreven"), "\(outcome)")
    }
  }
}
