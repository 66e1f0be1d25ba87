import Foundation
import TestBench
import Testing

/// The clocks of cases: for who belongs to the case, and in nothing that is shared.
struct CaseTermTests {
  private static let prepared = PreparedBench {
    let bench = try Bench.founded()
    try bench.run("key", "new", "directeur", "--rol", "algemeenDirecteur").orThrow()
    try bench.inLedger("key", "register", "directeur", als: "secretariaat").orThrow()
    try bench.adopt("P-01")
    try bench.type(
      "zaak open P-01 --over medewerker --veld indiener=werkzaam --veld vorm=email --veld beklaagde=Iemand --op 2024-06-03",
      als: "directeur"
    ).orThrow()
    return bench
  }

  @Test func `who belongs to the case sees its clocks, with the sum and the days of the worked example`() throws {
    let bench = try Self.prepared.copy()
    let terms = try bench.type("termijnen --json", als: "directeur").orThrow().output
    // Lelystad, klacht received on Monday 3 June 2024: procedures 0.7.
    for day in ["2024-06-12", "2024-06-17", "2024-07-29"] { #expect(terms.contains(day), "\(day)") }
    let shown = try bench.type("zaak lijst", als: "directeur").orThrow().output
    #expect(shown.contains("T-01.3"))
  }

  @Test(arguments: ["termijnen --json", "termijnen --alle", "status", "termijnen --ics -"])
  func `nobody else sees that there is a case`(_ command: String) throws {
    let bench = try Self.prepared.copy()
    let others = try bench.type(command, als: "secretariaat").orThrow()
    for word in ["zaak-", "T-01", "klacht is", "2024-06-12"] {
      #expect(!others.output.contains(word) && !others.errors.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["termijnen --ics -", "termijnen --check"])
  func `what is shared has nothing of cases, also for who belongs to them`(_ command: String) throws {
    let bench = try Self.prepared.copy()
    let shared = try bench.type(command, als: "directeur").orThrow()
    #expect(!shared.output.contains("zaak-") && !shared.output.contains("2024-06-12"))
  }

  @Test func `the private calendar is for its owner alone and has the day and the word only`() throws {
    let bench = try Self.prepared.copy()
    try bench.type("termijnen --vertrouwelijk eigen.ics", als: "directeur").orThrow()
    let path = bench.path("eigen.ics")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("SUMMARY:termijn") && text.contains("20240617"))
    for word in ["T-01", "klacht", "zaak", "werkdagen", "weken", "004:", "verstreken", "DESCRIPTION", "Bron"] {
      #expect(!text.contains(word), "\(word)")
    }
    try expectRefusal(bench.type("termijnen --vertrouwelijk eigen.ics", als: "directeur"), Exit.io, saying: "eigen.ics")
  }

  @Test func `the papers of a party are given in a folder for the giver alone`() throws {
    let bench = try Self.prepared.copy()
    try bench.write("De klacht.\n", to: "klacht.txt")
    let opened = try bench.type(
      "zaak open P-01 --over medewerker --veld indiener=burger --veld vorm=email --veld beklaagde=Iemand --veld klacht=@klacht.txt",
      als: "directeur"
    ).orThrow()
    // What is not as it should be is told at once.
    #expect(opened.errors.contains("niet open voor wie als burger"))
    let zaak = opened.output.trimmingCharacters(in: .whitespacesAndNewlines)
    try bench.type("zaak verstrek \(zaak) --aan klager --map dossier", als: "directeur").orThrow()
    let folder = bench.path("dossier")
    let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["1-klacht.txt", "dossier.txt"])
    #expect(try String(contentsOfFile: "\(folder)/1-klacht.txt", encoding: .utf8) == "De klacht.\n")
  }

  @Test func `what was met is listed with all, and what a receipt would say stays open until it is recorded`() throws {
    let bench = try Self.prepared.copy()
    let zaak = try #require(
      try bench.type("zaak lijst", als: "directeur").orThrow().output.firstMatch(of: /zaak-[0-9a-f]{6}/)?.output)
    try bench.type("zaak stap \(zaak) OntvangstbevestigingVerzonden --op 2024-06-10", als: "directeur").orThrow()
    let open = try bench.type("termijnen --alle", als: "directeur").orThrow().output
    #expect(open.contains("OntvangstbevestigingVerzonden.ontvangen is niet vastgelegd"))
    try bench.type("zaak vul-aan \(zaak) 2 --veld ontvangen=2024-06-11", als: "directeur").orThrow()
    let met = try bench.type("termijnen --alle", als: "directeur").orThrow().output
    #expect(!met.contains("is niet vastgelegd") && met.contains("gehaald"))
    #expect(try !bench.type("termijnen", als: "directeur").orThrow().output.contains("gehaald"))
  }

  @Test func `changing over shows first what it changes, once, and says why in the case`() throws {
    let bench = try Self.prepared.copy()
    let text = try String(
      contentsOfFile: Executable.repository.path + "/Plugins/Zaken/Procedures/Bestanden/P-01.yaml", encoding: .utf8)
    try bench.write(
      text.replacing("versie: \"2024-05-23\"", with: "versie: \"later\"")
        .replacing("lengte: 8 weken", with: "lengte: 400 weken"), to: "later.yaml")
    try bench.type(
      "procedure stel-vast later.yaml --regeling klachtregeling@1 --historisch --bron Handboek --op {-30}",
      als: "secretariaat"
    ).orThrow()
    let opened = try bench.type(
      "zaak open P-01 --over medewerker --veld indiener=werkzaam --veld vorm=email --veld beklaagde=Iemand --op {-40}",
      als: "directeur"
    ).orThrow().output
    let zaak = try #require(opened.firstMatch(of: /zaak-[0-9a-f]{6}/)?.output)
    let over = "zaak stap-over \(zaak) --grond nieuw --grondslag Art.9"
    try bench.expectNothingWritten {
      let shown = try bench.type("\(over) --dry-run", als: "directeur").orThrow().output
      // The receipt was due within seven working days: missed, and that stays; the answer within eight weeks runs on.
      #expect(shown.contains("blijft") && shown.contains("wordt opnieuw berekend"))
    }
    // Nobody outside learns that there is something to change over.
    try expectRefusal(bench.type(over, als: "secretariaat"), Exit.notFound, saying: "\(zaak)")
    let done = try bench.type("\(over) --yes", als: "directeur").orThrow().output
    #expect(done.matches(of: /van versie/).count == 1)
    let toon = try bench.type("zaak toon \(zaak)", als: "directeur").orThrow().output
    #expect(toon.contains("versie later: nieuw (Art.9)") && toon.contains("(versie 2024-05-23)"))
    try expectRefusal(bench.type("\(over) --yes", als: "directeur"), Exit.badInput, saying: "die versie")
    let outside = try bench.type("verify --json", als: "secretariaat").orThrow().output
    let inside = try bench.type("verify --json", als: "directeur").orThrow().output
    #expect(outside.contains("\"closed\":3") && inside.contains("\"closed\":0"))
  }

  @Test func `a case is opened only under a version that is in force on its day`() throws {
    let bench = try Self.prepared.copy()
    let open = "--over medewerker --veld indiener=werkzaam --veld vorm=email --veld beklaagde=Iemand"
    try bench.expectNothingWritten {
      try expectRefusal(
        bench.type("zaak open P-03 \(open)", als: "directeur"), Exit.refused, saying: "ZAAK-PROCEDURE", "stel-vast")
      try expectRefusal(
        bench.type("zaak open P-01 \(open) --op 1999-01-01", als: "directeur"), Exit.refused, saying: "ZAAK-PROCEDURE")
    }
  }
}
