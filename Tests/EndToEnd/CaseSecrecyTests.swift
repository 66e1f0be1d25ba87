import Foundation
import Governance
import TestBench
import Testing

/// A case about the municipal secretary, with a canary in everything that is said in it: who does not belong to it finds none,
/// and cannot tell that it is there.
struct CaseSecrecyTests {
  /// Who belongs to it; the adviser was dismissed.
  private static let members: Set = ["burgemeester", "onderzoeker"]
  private static var outsiders: [String] {
    Rol.allCases.map { $0.rawValue.lowercased() }.filter { !members.contains($0) }
  }

  /// Commands that print what is there, as they are typed; `{Z}` is the case and `{N}` an event of it.
  private static let printing: [String: [String]] = [
    "status": ["status"], "log": ["log", "log --gebeurtenis ZaakBijgewerkt"], "show": ["show {N}"],
    "verify": ["verify"],
    "rebuild": ["rebuild"], "checkpoint": ["checkpoint"], "prove": ["prove {N}"],
    "vandaag": ["vandaag"], "termijnen": ["termijnen", "termijnen --ics -"], "doctor": ["doctor"],
    "key list": ["key list"],
    "organisatie lijst": ["organisatie lijst"], "klok toon": ["klok toon"], "instemming lijst": ["instemming lijst"],
    "beleid lijst": ["beleid lijst"],
    "vertrouwenspersoon lijst": ["vertrouwenspersoon lijst"],
    "vertrouwenspersoon plichten": ["vertrouwenspersoon plichten"],
    "vertrouwenspersoon verloopt": ["vertrouwenspersoon verloopt"],
    "vertrouwenspersoon vacatures": ["vertrouwenspersoon vacatures"],
    "vertrouwenspersoon jaaroverzichten": ["vertrouwenspersoon jaaroverzichten"],
    "nevenfunctie lijst": ["nevenfunctie lijst"], "nevenfunctie openstaand": ["nevenfunctie openstaand"],
    "publicatie lijst": ["publicatie lijst"], "zaak lijst": ["zaak lijst", "zaak lijst --alle"],
    "zaak jaarcijfers": ["zaak jaarcijfers P-01 2020"], "vernietiging toon": ["vernietiging toon"],
    "vernietiging voorstel": ["vernietiging voorstel --dry-run"], "inspectie stand": ["inspectie stand"],
    "inspectie openstaand": ["inspectie openstaand"], "rie maatregelen": ["rie maatregelen"],
  ]

  /// Commands about one case: refused to who does not know it as they are for a case that does not exist.
  private static let about: [String: [String]] = [
    "zaak stap": [
      "zaak stap {Z}", "zaak stap {Z} MaatregelGetroffen --veld maatregel=x", "zaak stap {Z} Onzin",
      "zaak stap {Z} MaatregelGetroffen --dry-run", "zaak stap {Z} MaatregelGetroffen --veld onzin",
    ],
    "zaak verleng": ["zaak verleng {Z}"], "zaak schort-op": ["zaak schort-op {Z}"], "zaak hervat": ["zaak hervat {Z}"],
    "zaak toegang": [
      "zaak toegang {Z}", "zaak toegang {Z} onderzoeker --functie onderzoeker",
      "zaak toegang {Z} onderzoeker --intrekken", "zaak toegang {Z} niemand --functie onzin",
    ],
    "zaak toon": ["zaak toon {Z}"], "zaak identiteit": ["zaak identiteit {Z} --grond x"],
    "zaak neem-uit": ["zaak neem-uit {Z} 1 klacht uit.bin", "zaak neem-uit {Z} 99 onzin uit.bin"],
    "zaak deel-mee": ["zaak deel-mee {Z} 1 --aan klager", "zaak deel-mee {Z} 1 --aan onzin --onthouden x"],
    "zaak stap-over": [
      "zaak stap-over {Z} --grond x --grondslag y --dry-run", "zaak stap-over {Z} --grond x --grondslag y --yes",
      "zaak stap-over {Z} --grond x --grondslag y --terug --dry-run",
    ],
    "zaak corrigeer": ["zaak corrigeer {Z} 2 --reden x", "zaak corrigeer {Z} 99 --reden x"],
    "zaak vul-aan": ["zaak vul-aan {Z} 2 --veld ontvangen=2024-06-06", "zaak vul-aan {Z} 99 --veld onzin=x"],
    "zaak verstrek": ["zaak verstrek {Z} --aan klager", "zaak verstrek {Z} --aan onzin"],
    "zaak sluit": ["zaak sluit {Z}"], "zaak heropen": ["zaak heropen {Z} --grond x"],
    "vernietiging houd": ["vernietiging houd {Z} --grond x"], "vernietiging laat-los": ["vernietiging laat-los {Z}"],
  ]

  /// Commands that have nothing of cases to print: they record something else, make a key, or are tried below.
  private static let others: Set = [
    "backup", "publiceer", "catalogus", "vernietig", "zaak open", "vernietiging keur-goed", "vernietiging voer-uit",
    "vernietiging kies", "init", "termijn bereken", "key new", "key show", "key register", "key confirm", "key revoke",
    "key replace", "key wachtwoord", "ontgrendel", "vergrendel", "sleutelagent", "concept toon", "onderteken",
    "neem-op", "herstel uit", "herstel bevestig", "herstel aanvaard", "kopie maak", "kopie bijwerking",
    "kopie werk-bij", "klok herstel", "klok bevestig",
    "bundel maak", "bundel controleer", "bundel lijst", "bundel toon", "procedure controleer", "procedure toon",
    "procedure lijst",
    "procedure stel-vast", "procedure corrigeer",
  ]

  @Test func `no command of the parser is forgotten here`() throws {
    let known = Set(Self.printing.keys).union(Self.about.keys).union(Self.others)
    // What these record or show of their own subjects sings in `CanaryTests`.
    let elsewhere = [
      "organisatie ", "instemming ", "beleid ", "vertrouwenspersoon ", "nevenfunctie ", "publicatie ", "inspectie ",
      "rie ",
    ]
    let forgotten = try Bench.metZaak().commands().subtracting(known).filter { command in
      !elsewhere.contains { command.hasPrefix($0) }
    }
    #expect(forgotten.isEmpty, "a new command: does it tell an outsider of a case? \(forgotten.sorted())")
  }

  /// Where the entries of the case stand.
  private func positions(_ bench: Bench) throws -> [Int] {
    try bench.events("ZaakBijgewerkt").compactMap { $0["position"] as? Int }
  }

  private func filled(_ command: String, _ zaak: String, _ position: Int) -> String {
    command.replacing("{Z}", with: zaak).replacing("{N}", with: "\(position)")
  }

  private func run(_ command: String, als key: String?, json: Bool, taal: String, on bench: Bench) throws -> Outcome {
    let words = try Typed(command).words + (json ? ["--json"] : []) + ["--ledger", bench.ledger]
    return try bench.run(words + (key.map { ["--als", $0] } ?? []), environment: ["WAARBORG_TAAL": taal])
  }

  @Test func `The search finds what is there: a member reads every canary, and a dismissed one no longer any`() throws {
    let bench = try Bench.metZaak()
    let shown = try bench.type("zaak toon \(bench.zaak) --json", als: "burgemeester").orThrow()
    let papers = try FileManager.default.contentsOfDirectory(atPath: bench.root.path).filter {
      $0.hasSuffix(".txt") && $0.first?.isUppercase == true
    }
    .map { Zaakkanarie.word(String($0.dropLast(4))) }
    // Papers are shown as they are recorded: as a data URI.
    let read = Needles(Zaakkanarie.all).found(in: shown.outputBytes).joined()
    for word in Zaakkanarie.all { #expect(read.contains(word) || papers.contains(word), "\(word) was not recorded") }
    for word in papers { #expect(read.contains(word), "\(word) was not recorded") }
    let inside = try bench.type("zaak toon \(bench.zaak) --json", als: "onderzoeker").orThrow().output
    #expect(inside.contains(Zaakkanarie.word("Bezwaren")) && !inside.contains(Zaakkanarie.word("RedenExtern")))
    try expectRefusal(bench.type("zaak toon \(bench.zaak)", als: "teamleiderpo"), Exit.notFound)
    try bench.expectClean()
  }

  @Test func `No canary is in any file of the ledger, the state, the cache or the home, nor in a file name`() throws {
    let bench = try Bench.metZaak()
    try Needles(Zaakkanarie.all).expectNone(inFolder: bench.root.path) { name in
      // What a person put there, and outputs of a test that runs at this moment.
      name.hasSuffix(".txt") || name.contains(".uitvoer-") || name.hasPrefix("tmp")
    }
    // The file of an adopted procedure is public; in which state a case stands is not.
    try Needles(Zaakkanarie.stand).expectNone(inFolder: bench.ledger) { $0.hasPrefix("documents") }
  }

  @Test(arguments: outsiders) func `A role outside the case finds nothing of it, whatever it asks`(_ role: String)
    throws
  {
    let bench = try Bench.metZaak()
    let needles = Needles(Zaakkanarie.all + Zaakkanarie.stand)
    let position = try #require(try positions(bench).last)
    // Of the rest nothing depends on the role: someone without a key asks for all of it.
    let asked = Self.printing.filter { $0.key.hasPrefix("zaak") || $0.key.hasPrefix("vernietiging") }.values.flatMap {
      $0
    }
    let commands = (asked + ["status", "termijnen", "log --gebeurtenis ZaakBijgewerkt", "show {N}", "zaak toon {Z}"])
      .sorted()
    // The roles together ask it in both shapes and both languages.
    let turn = try #require(Self.outsiders.firstIndex(of: role))
    for (index, command) in commands.enumerated() {
      let (json, taal) = ((turn + index).isMultiple(of: 2), (turn + index) / 2 % 2 == 0 ? "nl" : "en")
      let typed = filled(command, try bench.zaak, position)
      needles.expectNone(in: try run(typed, als: role, json: json, taal: taal, on: bench))
    }
  }

  @Test func `Someone without a key, and the director in every shape and language, finds nothing either`() throws {
    let bench = try Bench.metZaak()
    let needles = Needles(Zaakkanarie.all + Zaakkanarie.stand)
    let all = try positions(bench)
    let (first, last) = (try #require(all.first), try #require(all.last))
    let shown = [first, last].flatMap { position in
      [
        "show \(position) --sd-jwt", "show \(position) --sd-jwt --open vak1",
        "vernietig \(position) --grond x --bewaarregel 17.5",
      ]
    }
    for (key, taal, json) in [
      (nil, "nl", false), (nil, "en", true), ("algemeendirecteur", "nl", true), ("algemeendirecteur", "en", false),
    ] as [(String?, String, Bool)] {
      for command in Self.printing.values.flatMap({ $0 }).sorted() + shown {
        let typed = filled(command, try bench.zaak, last)
        needles.expectNone(in: try run(typed, als: key, json: json, taal: taal, on: bench))
      }
    }
  }

  @Test(arguments: ["algemeendirecteur", "griffier", "teamleiderpo", "beheerder"])
  func `That one may not know of a case reads byte for byte as that there is none`(_ role: String) throws {
    let bench = try Bench.metZaak()
    let zaak = try bench.zaak
    let stream = try #require(try bench.events("ZaakBijgewerkt").first?["stream"] as? String)
    let other = stream.dropLast(12) + "abcdefabcdef"
    for (index, command) in Self.about.values.flatMap({ $0 }).sorted().enumerated() {
      let (json, taal) = (index.isMultiple(of: 2), index / 2 % 2 == 0 ? "nl" : "en")
      // By its handle and by its stream. In the short form each command is tried with one of the two.
      let both = [(zaak, "zaak-abcdef"), (stream, String(other))]
      let isVol = ProcessInfo.processInfo.environment["WAARBORG_TEST_VOL"] != nil
      for (known, made) in isVol ? both : [both[(index + role.count) % 2]] {
        let real = try run(filled(command, known, 0), als: role, json: json, taal: taal, on: bench)
        let none = try run(filled(command, made, 0), als: role, json: json, taal: taal, on: bench)
        #expect(real.exitCode == none.exitCode && real.exitCode != Exit.done, "\(real)")
        #expect(real.output.replacing(known, with: made) == none.output, "\(command)")
        #expect(real.errors.replacing(known, with: made) == none.errors, "\(command)")
        Needles(Zaakkanarie.all + Zaakkanarie.stand.filter { !command.contains($0) }).expectNone(in: real)
      }
    }
  }

  @Test func `What is written for others holds nothing of it: copies, pages, calendars, proofs`() throws {
    let bench = try Bench.metZaakToChange()
    let position = try #require(try positions(bench).last)
    let needles = Needles(Zaakkanarie.all + Zaakkanarie.stand)
    for (command, key) in [
      ("backup kopie", nil), ("publiceer site", "secretariaat"),
      ("termijnen --ics termijnen.ics", "burgemeester"),
      ("prove \(position)", "burgemeester"), ("show \(position) --sd-jwt", "burgemeester"),
      ("status --json", "burgemeester"), ("log --json", "burgemeester"),
    ] as [(String, String?)] { needles.expectNone(in: try bench.type(command, als: key)) }
    for folder in ["kopie", "site"] where FileManager.default.fileExists(atPath: bench.path(folder)) {
      try needles.expectNone(inFolder: bench.path(folder)) { $0.hasPrefix("documents") }
    }
    #expect(FileManager.default.fileExists(atPath: bench.path("kopie")))
    let ics = FileManager.default.contents(atPath: bench.path("termijnen.ics")) ?? Data()
    needles.expectNone(in: ics, "termijnen.ics")
  }
}
