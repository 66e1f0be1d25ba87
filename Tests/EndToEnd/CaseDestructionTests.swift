import Foundation
import GRDB
import TestBench
import Testing

/// Cases whose time has passed, from outside: what is refused, who approves, and that afterwards nothing of them is left.
struct CaseDestructionTests {
  private static let word = "Kwikstaartje"

  /// A closed case of ten years ago, and the choices of the archivist where the sources are silent.
  private static let prepared = PreparedBench {
    let bench = try Bench.founded()
    for (name, role) in [
      ("directeur", "algemeenDirecteur"), ("archivaris", "archivaris"), ("fg", "functionarisGegevensbescherming"),
    ] {
      try bench.run("key", "new", name, "--rol", role).orThrow()
      try bench.inLedger("key", "register", name, als: "secretariaat").orThrow()
    }
    try bench.adopt("P-01")
    try bench.write("\(word)\n", to: "naam.txt")
    let opened = try bench.type(
      "zaak open P-01 --over medewerker --veld indiener=burger --veld vorm=email --veld beklaagde=@naam.txt --op {-4200}",
      als: "directeur"
    ).orThrow()
    let zaak = opened.output.trimmingCharacters(in: .whitespacesAndNewlines)
    try bench.write(zaak, to: "kenmerk.txt")
    try bench.type("zaak stap \(zaak) NietOpenVerklaard --veld reden=burger --op {-4190}", als: "directeur").orThrow()
    try bench.type("zaak sluit \(zaak)", als: "directeur").orThrow()
    for papers in ["register", "dossier"] {
      try bench.type(
        "vernietiging kies P-01 \(papers) --keuze selectielijst --reden 'de regeling zwijgt'", als: "archivaris"
      ).orThrow()
    }
    return bench
  }

  private func bench() throws -> (Bench, zaak: String) {
    let bench = try Self.prepared.copy()
    return (bench, try String(contentsOfFile: bench.path("kenmerk.txt"), encoding: .utf8))
  }

  private func proposed(_ bench: Bench) throws -> String {
    let outcome = try bench.type("vernietiging voorstel --json", als: "directeur").orThrow()
    let line = try #require(outcome.output.split(separator: "\n").last)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    return "\(try #require(json["position"] as? Int))"
  }

  @Test func `what was proposed and approved goes, and nothing of it is left in any file`() throws {
    let (bench, zaak) = try bench()
    let number = try proposed(bench)
    try bench.type("vernietiging keur-goed \(number)", als: "archivaris").orThrow()
    try bench.type("vernietiging voer-uit \(number) --yes", als: "directeur").orThrow()
    try expectRefusal(bench.type("zaak toon \(zaak)", als: "directeur"), Exit.notFound, saying: zaak)
    let left = try bench.withDatabase("vault.sqlite") { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM sealed WHERE field LIKE 'vak%')
            + (SELECT count(*) FROM (SELECT key FROM wrappedKey GROUP BY key HAVING count(*) >= 12))
          """)
    }
    // No compartment, and none of the twelve boxes that each has.
    #expect(left == 0)
    let shown = try bench.type("vernietiging toon", als: "directeur").orThrow()
    #expect(shown.output.contains("enkele") && shown.output.contains("Selectielijst 13.1"))
    try bench.expectClean()
  }

  @Test(arguments: [
    "zaak lijst", "zaak open P-01 --over medewerker --veld indiener=burger --veld vorm=email --veld beklaagde=A",
  ])
  func `an older vault that is put back is erased again on its first use`(_ command: String) throws {
    let (bench, _) = try bench()
    let (vault, copy) = (bench.path("gemeente.ledger/vault.sqlite"), bench.path("kluis.oud"))
    let before = try stored(bench)
    try FileManager.default.copyItem(atPath: vault, toPath: copy)
    try destroy(bench)
    for file in [vault, "\(vault)-wal", "\(vault)-shm"] where FileManager.default.fileExists(atPath: file) {
      try FileManager.default.removeItem(atPath: file)
    }
    try FileManager.default.moveItem(atPath: copy, toPath: vault)
    #expect(try stored(bench) == before && before > 0)
    let outcome = try bench.type(command, als: "directeur").orThrow()
    #expect(outcome.errors.contains("de kluis was een oudere kopie"), "\(outcome.errors)")
    #expect(try stored(bench) == (command == "zaak lijst" ? 0 : 3))
    try bench.expectClean()
    #expect(try !bench.type("zaak lijst", als: "directeur").orThrow().errors.contains("oudere kopie"))
  }

  /// How many compartments the vault has.
  private func stored(_ bench: Bench) throws -> Int {
    try bench.withDatabase("vault.sqlite") { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM sealed WHERE field LIKE 'vak%'") ?? 0
    }
  }

  /// A further closed case, so many days ago.
  private func gesloten(_ bench: Bench, _ dagen: Int) throws -> String {
    let opened = try bench.type(
      "zaak open P-01 --over medewerker --veld indiener=burger --veld vorm=email --veld beklaagde=@naam.txt --op {-\(dagen)}",
      als: "directeur"
    ).orThrow()
    let zaak = opened.output.trimmingCharacters(in: .whitespacesAndNewlines)
    try bench.type(
      "zaak stap \(zaak) NietOpenVerklaard --veld reden=burger --op {-\(dagen - 10)}", als: "directeur"
    ).orThrow()
    try bench.type("zaak sluit \(zaak)", als: "directeur").orThrow()
    return zaak
  }

  private func destroy(_ bench: Bench) throws {
    let number = try proposed(bench)
    try bench.type("vernietiging keur-goed \(number)", als: "archivaris").orThrow()
    try bench.type("vernietiging voer-uit \(number) --yes", als: "directeur").orThrow()
  }

  @Test func `the line of the register goes in its own time, and the dossier stays with what it says`() throws {
    // Of six years ago: the register is kept five years, the dossier ten.
    let (bench, oud) = try bench()
    let zaak = try gesloten(bench, 2200)
    let before = try bench.type("vernietiging toon --json", als: "directeur").orThrow().output
    #expect(before.matches(of: /"rijp":true/).count == 3 && before.matches(of: /"rijp":false/).count == 1)
    try destroy(bench)
    try expectRefusal(bench.type("zaak toon \(oud)", als: "directeur"), Exit.notFound, saying: oud)
    let shown = try bench.type("zaak toon \(zaak)", als: "directeur").orThrow()
    #expect(
      shown.output.contains(Self.word) && shown.output.contains("Registerregel") && !shown.errors.contains("let op: 4"))
    let after = try bench.type("vernietiging toon --json", als: "directeur").orThrow().output
    #expect(!after.contains("\"register\"") && after.contains("\"dossier\"") && !after.contains("\"rijp\":true"))
    try bench.expectClean()
  }

  @Test func `of a destroyed dossier the line remains readable, can be opened again, and then goes itself`() throws {
    let (bench, _) = try bench()
    try destroy(bench)
    let zaak = try gesloten(bench, 1000)
    try bench.type(
      "vernietiging kies P-01 dossier --keuze besluit --termijn P1Y --reden 'besluit van het college'",
      als: "archivaris"
    ).orThrow()
    try destroy(bench)
    let shown = try bench.type("zaak toon \(zaak)", als: "directeur").orThrow()
    #expect(!shown.output.contains(Self.word) && shown.output.contains("NietOpenVerklaard"))
    #expect(shown.output.contains("gesloten") && shown.output.contains("vernietigd; dit is de registerregel"))
    for word in ["niet te openen", "zonder"] { #expect(!shown.errors.contains(word), "\(shown.errors)") }
    let list = try bench.type("zaak lijst --alle", als: "directeur").orThrow().output
    #expect(list.contains(zaak))
    try bench.expectClean()
    try #expect(!bench.verify().outcome.output.contains("closed-stream"))
    // Nothing more goes today; the line goes when its five years are over.
    try expectRefusal(bench.type("vernietiging voorstel", als: "directeur"), Exit.refused, saying: "VER-RIJP")
    try bench.type("zaak heropen \(zaak) --grond 'nieuw feit'", als: "directeur").orThrow()
    try bench.type(
      "vernietiging kies P-01 register --keuze besluit --termijn P1Y --reden 'besluit van het college'",
      als: "archivaris"
    ).orThrow()
    // It goes on from where it stood, and ends again before it is closed again.
    try expectRefusal(bench.type("zaak sluit \(zaak)", als: "directeur"), Exit.refused, saying: "ZAAK-EINDE")
    try bench.type("zaak stap \(zaak) NietOpenVerklaard --veld reden=burger --op {-980}", als: "directeur").orThrow()
    try bench.type("zaak sluit \(zaak)", als: "directeur").orThrow()
    try destroy(bench)
    try expectRefusal(bench.type("zaak toon \(zaak)", als: "directeur"), Exit.notFound, saying: zaak)
    try bench.expectClean()
  }

  @Test func `the same paper in two cases goes from the one and stays in the other`() throws {
    let (bench, oud) = try bench()
    let zaak = try gesloten(bench, 400)
    try destroy(bench)
    try expectRefusal(bench.type("zaak toon \(oud)", als: "directeur"), Exit.notFound, saying: oud)
    #expect(try bench.type("zaak toon \(zaak)", als: "directeur").orThrow().output.contains(Self.word))
    let kept = try bench.type("vernietiging toon", als: "directeur").orThrow().output
    #expect(kept.contains(zaak) && kept.contains("Selectielijst 13.1") && !kept.contains("rijp"))
  }

  @Test func `a paper of a megabyte goes into a case and comes out the same; a larger one is refused`() throws {
    let (bench, _) = try bench()
    try bench.type(
      "zaak open P-01 --over medewerker --veld indiener=werkzaam --veld vorm=email --veld beklaagde=@naam.txt --op {-3}",
      als: "directeur"
    ).orThrow()
    let zaak = try #require(
      try bench.type("zaak lijst", als: "directeur").orThrow().output.firstMatch(of: /zaak-[0-9a-f]{6}/)?.output)
    let bytes = Data((0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
    try bytes.write(to: URL(fileURLWithPath: bench.path("groot.pdf")))
    try (bytes + [0]).write(to: URL(fileURLWithPath: bench.path("tegroot.pdf")))
    let stap = "zaak stap \(zaak) OntvangstbevestigingVerzonden --veld omschrijving=Kort --veld afschrift=@"
    try bench.expectNothingWritten {
      try expectRefusal(bench.type("\(stap)tegroot.pdf", als: "directeur"), Exit.badInput, saying: "1048577", "1048576")
    }
    try bench.type("\(stap)groot.pdf", als: "directeur").orThrow()
    try bench.type("zaak neem-uit \(zaak) 2 afschrift terug.pdf", als: "directeur").orThrow()
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path("terug.pdf"))) == bytes)
    let mode = try FileManager.default.attributesOfItem(atPath: bench.path("terug.pdf"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try bench.type("zaak toon \(zaak)", als: "directeur").orThrow().output.contains("StukUitgenomen"))
    try bench.expectNothingWritten {
      try expectRefusal(
        bench.type("zaak neem-uit \(zaak) 2 afschrift terug.pdf", als: "directeur"), Exit.io, saying: "terug.pdf")
      try expectRefusal(
        bench.type("zaak neem-uit \(zaak) 1 vorm vorm.pdf", als: "directeur"), Exit.notFound, saying: "vorm")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path("terug.pdf"))) == bytes)
    try bench.expectClean()
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    var before: [(command: String, key: String)] = []
    let command: String
    var key = "directeur"
    var code = Exit.refused
    let says: String
    var testDescription: String { name }
  }

  static let refused: [Refused] = [
    .init(name: "without approval", command: "vernietiging voer-uit {nr} --yes", says: "VER-ZAAK"),
    .init(name: "approved by who proposed it", command: "vernietiging keur-goed {nr}", says: "VER-VIEROGEN"),
    .init(
      name: "held since it was proposed",
      before: [
        ("vernietiging keur-goed {nr}", "archivaris"), ("vernietiging houd {zaak} --grond beroep", "directeur"),
      ],
      command: "vernietiging voer-uit {nr} --yes", says: "VER-BEKEKEN"),
    .init(
      name: "opened again since it was proposed",
      before: [
        ("vernietiging keur-goed {nr}", "archivaris"), ("zaak heropen {zaak} --grond 'nieuw feit'", "directeur"),
      ],
      command: "vernietiging voer-uit {nr} --yes", says: "VER-BEKEKEN"),
    .init(
      name: "by someone who does not belong to the case", before: [("vernietiging keur-goed {nr}", "archivaris")],
      command: "vernietiging voer-uit {nr} --yes", key: "fg", says: "VER-BEKEKEN"),
    .init(
      name: "field by field, around the proposal", command: "vernietig {eerste} --grond x --bewaarregel 17.5 --yes",
      key: "secretariaat", says: "VER-ZAAK"),
    .init(
      name: "while it is held", before: [("vernietiging houd {zaak} --grond beroep", "directeur")],
      command: "vernietiging voorstel", says: "VER-RIJP"),
    .init(
      name: "a choice by someone else than the archivist",
      command: "vernietiging kies P-01 register --keuze procedure --reden x", code: Exit.notPermitted,
      says: "archivaris"),
    .init(
      name: "papers that the procedure does not know",
      command: "vernietiging kies P-01 niets --keuze procedure --reden x", key: "archivaris", code: Exit.badInput,
      says: "register, dossier"),
    .init(
      name: "a proposal that is not there", command: "vernietiging voer-uit 1 --yes", code: Exit.notFound,
      says: "voorstel"),
  ]

  @Test(arguments: refused) func `is refused and destroys nothing`(_ refused: Refused) throws {
    let (bench, zaak) = try bench()
    let number = try proposed(bench)
    let first = try bench.withDatabase("log.sqlite") { db in
      try Int.fetchOne(db, sql: "SELECT min(position) FROM event WHERE stream LIKE 'Zaak/%'")
    }
    func filled(_ command: String) -> String {
      command.replacing("{nr}", with: number).replacing("{zaak}", with: zaak)
        .replacing("{eerste}", with: "\(first ?? -1)")
    }
    for (command, key) in refused.before { try bench.type(filled(command), als: key).orThrow() }
    try bench.expectNothingWritten {
      try expectRefusal(bench.type(filled(refused.command), als: refused.key), refused.code, saying: refused.says)
    }
    #expect(try bench.type("zaak toon \(zaak)", als: "directeur").orThrow().output.contains(Self.word))
  }
}
