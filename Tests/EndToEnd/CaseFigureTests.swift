import Foundation
import TestBench
import Testing

/// The yearly figures, as those who lead cases settle them and others read them.
struct CaseFigureTests {
  private func bench() throws -> Bench {
    let bench = try Bench.founded()
    for (name, role) in [
      ("directeur", "algemeenDirecteur"), ("burgemeester", "burgemeester"), ("raad", "ondernemingsraad"),
    ] {
      try bench.run("key", "new", name, "--rol", role).orThrow()
      try bench.inLedger("key", "register", name, als: "secretariaat").orThrow()
    }
    try bench.adopt("P-01")
    let velden = "--veld indiener=werkzaam --veld vorm=email --veld beklaagde=A --op 2024-06-03"
    for (over, key) in [("medewerker", "directeur"), ("algemeenDirecteur", "burgemeester")] {
      try bench.type("zaak open P-01 --over \(over) \(velden)", als: key).orThrow()
    }
    return bench
  }

  private func rows(_ bench: Bench, _ options: String = "", als key: String? = nil) throws -> [String: String] {
    let command = "zaak jaarcijfers P-01 2024 --json \(options)"
    let outcome = try (key.map { try bench.type(command, als: $0) } ?? bench.type(command)).orThrow()
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: String])
  }

  @Test func `each role settles its own part, the raad reads the sum, and whom a case is about reads nothing of it`()
    throws
  {
    let bench = try bench()
    try bench.type("zaak jaarcijfers P-01 2024 --stel-vast", als: "directeur").orThrow()
    #expect(try rows(bench, als: "directeur")["zaken geopend"] == "1")
    #expect(try rows(bench)["zaken geopend"] == "minder dan 5")
    try bench.type("zaak jaarcijfers P-01 2024 --stel-vast", als: "burgemeester").orThrow()
    #expect(
      try rows(bench, als: "raad") == ["zaken geopend": "2", "uitgesplitst": "nee: een enkele zaak zou eruit blijken"])
    let ofDirector = [
      "zaken geopend, algemeen directeur / gemeentesecretaris": "1", "zaken geopend, burgemeester": "minder dan 5",
    ]
    #expect(try rows(bench, als: "directeur") == ofDirector)
    let ofPublic = ofDirector.mapValues { _ in "minder dan 5" }
    #expect(try rows(bench) == ofPublic)
    #expect(try rows(bench, "--publiek", als: "raad") == ofPublic)
    try expectRefusal(
      bench.type("zaak jaarcijfers P-01 2024 --stel-vast", als: "directeur"), Exit.refused, saying: "JAAR-EENS")
    try bench.type("zaak jaarcijfers P-01 2024 --publiek --pagina blad.html", als: "raad").orThrow()
    let page = try String(contentsOfFile: bench.path("blad.html"), encoding: .utf8)
    #expect(page.contains("Cijfers over 2024") && page.matches(of: /<td>minder dan 5<\/td>/).count == 2)
    #expect(page.contains("<h1>P-01 "), "\(page)")
    try expectRefusal(
      bench.type("zaak jaarcijfers P-01 2024 --pagina blad.html", als: "raad"), Exit.badInput, saying: "bestaat al")
    try bench.expectClean()
  }
}
