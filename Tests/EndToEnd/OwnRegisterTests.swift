import Foundation
import TestBench
import Testing

/// A vertrouwenspersoon's register: a ledger of its own, which the organisation's has no link to.
struct OwnRegisterTests {
  private static let prepared = PreparedBench {
    let bench = try Bench.founded()
    for name in ["vera", "vik"] {
      try bench.run("key", "new", name, "--rol", "vertrouwenspersoonIntern").orThrow()
    }
    try bench.run(
      "init", bench.path("vera.ledger"), "--origin", "vera.example", "--organisatie", "Vertrouwenspersoon", "--als",
      "vera"
    ).orThrow()
    try bench.inLedger("key", "register", "vera", als: "secretariaat").orThrow()
    return bench
  }

  private func own(_ bench: Bench, _ command: String, als key: String = "vera") throws -> Outcome {
    let words = command.replacing("{-400}", with: Bench.day(-400)).split(separator: " ").map(String.init)
    return try bench.run(words + ["--ledger", bench.path("vera.ledger"), "--als", key])
  }

  @Test func `the own register is founded, takes up a report and shows its clock to nobody else`() throws {
    let bench = try Self.prepared.copy()
    try own(bench, "procedure stel-vast P-06 --historisch --bron Personeelshandboek --op {-400}").orThrow()
    let shown = try own(bench, "procedure lijst").orThrow()
    #expect(shown.output.contains("P-06"))
    let zaak = try own(
      bench, "zaak open P-06 --over iedereen --veld indiener=werkzaam --veld soort=ongewenstGedrag --veld melder=Iemand"
    ).orThrow().output.trimmingCharacters(in: .whitespacesAndNewlines)
    try own(bench, "zaak stap \(zaak) MeldingGeregistreerd").orThrow()
    #expect(try own(bench, "zaak lijst").orThrow().output.contains(zaak))
    #expect(try !bench.type("zaak lijst", als: "vera").orThrow().output.contains(zaak))
    try own(bench, "verify").orThrow()
  }

  @Test func `a report passes to another vertrouwenspersoon only when the melder agreed, and each by itself`() throws {
    let bench = try Self.prepared.copy()
    try own(bench, "procedure stel-vast P-06 --historisch --bron Regeling --op {-400}").orThrow()
    try own(bench, "key register vik").orThrow()
    let zaken = try (0..<3).map { _ in
      try own(
        bench,
        "zaak open P-06 --over iedereen --veld indiener=werkzaam --veld soort=ongewenstGedrag --veld melder=Iemand"
      )
      .orThrow().output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    try own(bench, "zaak stap \(zaken[0]) OverdrachtToegestaan --veld toestemming=ja --veld aanWie=vik").orThrow()
    try own(bench, "zaak stap \(zaken[1]) OverdrachtToegestaan --veld toestemming=nee").orThrow()
    try own(bench, "zaak toegang \(zaken[0]) vik --functie vertrouwenspersoon").orThrow()
    try bench.expectNothingWritten(in: "vera.ledger") {
      for zaak in zaken.dropFirst() {
        try expectRefusal(
          own(bench, "zaak toegang \(zaak) vik --functie vertrouwenspersoon"), Exit.refused, saying: "ZAAK-TOESTEMMING")
      }
    }
    let words = ["zaak", "lijst", "--ledger", bench.path("vera.ledger"), "--als", "vik"]
    let seen = try bench.run(words).orThrow().output
    #expect(seen.contains(zaken[0]) && !seen.contains(zaken[1]) && !seen.contains(zaken[2]))
  }

  @Test func `the register is refused in the organisation's ledger, and its procedures in the own one`() throws {
    let bench = try Self.prepared.copy()
    try bench.adopt("P-01")
    try bench.expectNothingWritten {
      try expectRefusal(
        bench.type(
          "procedure stel-vast P-06 --regeling klachtregeling@1 --historisch --bron x --op {-400}", als: "secretariaat"),
        Exit.refused, saying: "ZAAK-EIGEN-REGISTER", "waarborg init")
    }
    try bench.expectNothingWritten(in: "vera.ledger") {
      try expectRefusal(
        own(bench, "procedure stel-vast P-01 --historisch --bron x --op {-400}"), Exit.refused,
        saying: "ZAAK-EIGEN-REGISTER")
    }
  }

  @Test func `a vertrouwenspersoon keeps keys in the own ledger only`() throws {
    let bench = try Self.prepared.copy()
    try bench.expectNothingWritten {
      try expectRefusal(bench.type("key register vik", als: "vera"), Exit.notPermitted, saying: "secretariaat")
    }
    try own(bench, "key register vik").orThrow()
  }

  @Test func `without a rule a procedure is adopted in the own ledger only`() throws {
    let bench = try Self.prepared.copy()
    try bench.adopt()
    try bench.expectNothingWritten {
      try expectRefusal(
        bench.type("procedure stel-vast P-01 --historisch --bron x --op {-400}", als: "secretariaat"), Exit.refused,
        saying: "ZAAK-PROC-REGELING", "--regeling")
    }
  }
}
