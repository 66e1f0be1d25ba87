import Foundation
import GRDB
import TestBench
import Testing

/// Cases whose time has passed, from outside: what is refused, who approves, and that afterwards nothing of them is left.
struct CaseDestructionTests {
  private static let word = "Kwikstaartje"

  /// A closed case of ten years ago, and the choices of the archivist where the sources are silent.
  private static let prepared: Result<Bench, any Error> = Result {
    let bench = try Bench.founded()
    Bench.removeAtExit(bench.root)
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
    let bench = try Bench(copyOf: Self.prepared.get().root)
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
      name: "field by field, around the proposal", command: "vernietig {eerste} --grond x --bewaarregel y --yes",
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
