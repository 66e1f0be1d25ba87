import Foundation
import TestBench
import Testing

/// The public site as the built program writes it, in a real browser: every check, on every kind of page.
@Suite(.enabled(if: Browser.isExpected, Browser.reason))
struct SiteBrowserTests {
  static let address = "https://register.voorbeeld.example/openbaar"

  /// A site with everything a list can say, in words that are long where Dutch is.
  private static let site: Result<(Bench, Browser.Walk), any Error> = Result {
    let bench = try Bench.withRegister()
    try bench.inLedger("publiceer", bench.path("site"), als: "secretariaat").orThrow()
    let checkpoint = try #require(try bench.inLedger("checkpoint", "--json").json().first?["root"] as? String)
    let shown = try String(contentsOfFile: bench.path("site/controle/checkpoint"), encoding: .utf8)
    #expect(!checkpoint.isEmpty)
    // The last publication is no part of what it shows: the root on paper is that of the checkpoint on the site.
    let root = try #require(shown.split(separator: "\n").dropFirst(2).first)
    let walk = try Browser.walk(
      [bench.path("site")], "--public", address, "--printed", String(root), "--single", "/nevenfuncties/opgaven/*",
      "--scripted", "/controle/", on: bench)
    return (bench, walk)
  }

  @Test func `Every check passes on every page`() throws {
    let walk = try Self.site.get().1
    for finding in walk.findings {
      #expect(finding.findings.isEmpty, "\(finding.page) \(finding.check): \(finding.findings)")
    }
  }

  @Test func `Every check was made, on every kind of page`() throws {
    let walk = try Self.site.get().1
    #expect(Set(walk.findings.map(\.check)) == Set(BrowserFault.all.map(\.check)).union(["site"]))
    let opened = Set(walk.findings.filter { $0.check == "axe" }.map(\.page))
    for kind in [
      "/", "/404.html", "/controle/", "/nevenfuncties/", "/nevenfuncties/functies/", "/nevenfuncties/organisaties/",
      "/nevenfuncties/wijzigingen/", "/over/", "/publicatiebeleid/", "/toegankelijkheid/",
    ] { #expect(opened.contains(kind), "\(kind) was not opened") }
    #expect(opened.contains { $0.hasPrefix("/nevenfuncties/opgaven/") })
    #expect(walk.counted.pages > 20)
    print("axe \(walk.counted.axe): \(walk.counted.opened) of \(walk.counted.pages) pages in \(walk.counted.seconds) s")
  }
}

extension Bench {
  /// A ledger with a public register: holders with statements, one who has none, and one of whom nothing was received.
  static func withRegister() throws -> Bench {
    let bench = try Bench.founded()
    let functies = [
      "Gemeentesecretaris", "Concerncontroller", "Directeur",
      "Concernmanager openbare ruimte en gemeentelijke vastgoedportefeuillebeheerorganisatie",
    ]
    for functie in functies {
      try bench.inLedger("organisatie", "functie", functie, "--op", "2020-01-01", als: "college").orThrow()
    }
    try bench.inLedger("nevenfunctie", "stel-in", "--model", "lelystad", "--op", "2020-01-01", als: "college").orThrow()
    for functie in functies {
      try bench.inLedger("nevenfunctie", "wijs-aan", functie, "--op", "2020-01-01", als: "college").orThrow()
    }
    for (functie, naam) in zip(functies.dropFirst(2), ["Loes Verzonnen", "Piet Denkbeeldig"]) {
      try bench.inLedger("organisatie", "bekleed", functie, "--naam", naam, "--op", "2021-01-01", als: "college")
        .orThrow()
    }
    let register = try bench.write(
      """
      functie;naam;functie sinds;nevenwerkzaamheid;organisatie;ingang;beperkingen;besluit;openbaar sinds
      Gemeentesecretaris;Karin Voorbeeld;2021-01-01;Lid raad van toezicht;Stichting Voorbeeldscholen;1-9-2022;Niet over huisvesting van deze scholen;;1-10-2022
      Gemeentesecretaris;Karin Voorbeeld;2021-01-01;Commissaris bij de arbeidsongeschiktheidsverzekeringsmaatschappij;Coöperatieve Vereniging Hottentottententententoonstellingsterreinbeheerders;2023-05;;toegestaan;1-6-2023
      Concerncontroller;Ben Fictief;2021-01-01;Docent;Hogeschool Nergensland;2020;;geweigerd;

      """, to: "register.csv")
    try bench.inLedger(
      "nevenfunctie", "importeer", register, "--bron", "Register 2025", "--houders", als: "secretariaat"
    ).orThrow()
    try bench.inLedger("nevenfunctie", "bevestig", "Directeur", "--geen", als: "secretariaat").orThrow()
    try bench.inLedger(
      "publicatie", "instel", "--adres", SiteBrowserTests.address, "--contact", "register@voorbeeld.example",
      "--beveiliging", "veilig@voorbeeld.example", "--zoekmachines", "toestaan", "--licentie",
      "https://creativecommons.org/publicdomain/zero/1.0/", als: "college"
    ).orThrow()
    return bench
  }
}
