import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie
import TestBench

/// What nobody outside may ever see: one word for each sealed field and document, found nowhere else.
enum Canary {
  static let holder = "Kanarie-Houder-Quispel"
  static let name = "Kanarie-Naam-Zevenblad"
  static let reason = "Kanarie-Toelichting-Ekster"
  static let draft = "Kanarie-Concept-Wielewaal"
  static let advice = "Kanarie-Brief-Fluiter"
  static let all = [holder, name, reason, draft, advice]
}

extension Bench {
  /// A bench whose ledger holds something of everything: sealed names, a policy with consent, documents, full tiles.
  static func full() throws -> Bench { try fullTemplate.copy() }

  private static let fullTemplate = PreparedBench {
    let bench = try Bench.founded()
    try bench.record()
    try bench.fill(holders: 140)
    return bench
  }

  /// Records a small history with a canary in every sealed field.
  func record() throws {
    try run("key", "new", "directeur", "--rol", "directeur").orThrow()
    try inLedger("key", "register", "directeur", "--houder", Canary.holder, als: "secretariaat").orThrow()
    try inLedger("organisatie", "functie", "Griffier", als: "secretariaat").orThrow()
    try inLedger("organisatie", "bekleed", "Griffier", "--naam", Canary.name, als: "secretariaat").orThrow()
    let draft = try write("# Gedragscode\n\nOntwerp. \(Canary.draft)\n", to: "ontwerp.md")
    let adopted = try write("# Gedragscode\n\nZoals vastgesteld.\n", to: "gedragscode.md")
    let letter = try write("Geachte ondernemingsraad, \(Canary.advice)\n", to: "brief.txt")
    let policy = ["--kenmerk", "gedragscode"]
    try inLedger(
      ["beleid", "ontwerp", draft] + policy + [
        "--titel", "Gedragscode", "--soort", "gedragscode", "--instemming", "vereist", "--wor", "d",
        "--op", "2026-01-05",
      ], als: "directeur"
    ).orThrow()
    try inLedger(["beleid", "ontwerp", adopted] + policy + ["--op", "2026-02-02"], als: "directeur").orThrow()
    try inLedger(
      "instemming", "vraag", "gedragscode@2", "--wor-onderdeel", "d", "--beweegredenen", "verouderd", "--gevolgen",
      "nieuwe regels", "--toelichting", Canary.reason, "--document",
      letter, "--op", "2026-02-03", als: "college"
    ).orThrow()
    try inLedger("instemming", "verleen", "gedragscode@2", "--op", "2026-03-02", als: "ondernemingsraad").orThrow()
    try inLedger("beleid", "stel-vast", "gedragscode@2", "--op", "2026-03-10", als: "college").orThrow()
  }

  /// Appends functions and who holds them, many in one transaction, which no command does.
  func fill(holders: Int, clockAhead seconds: Int64 = 0) throws {
    let key = try unlocked("secretariaat")
    let directory = LedgerDirectory(
      URL(fileURLWithPath: ledger), cache: URL(fileURLWithPath: path("cache")).appendingPathComponent("waarborg/views"))
    guard let logKey = FileManager.default.contents(atPath: directory.logKey.path) else {
      throw CocoaError(.fileNoSuchFile)
    }
    let signer = try NoteSigner(privateForm: SecretBytes(logKey.filter { $0 != UInt8(ascii: "\n") }))
    try directory.write { stores in
      let kernel = LedgerStores(
        log: stores.log, vault: stores.vault, views: stores.views, documents: stores.documents,
        scratch: { try directory.scratchTables() })
      let catalog = Catalog([OrganisatiePlugin()])
      let book = Grootboek(
        stores: kernel, catalog: catalog, origin: Bench.origin, clock: SystemClock(ahead: seconds),
        random: SystemRandom())
      let drafts = (0..<holders).flatMap { Functies.drafts(book, naam: "Functie \($0)", houder: "Persoon \($0)") }
      _ = try book.append(drafts, signedBy: key, log: signer)
    }
  }

  func unlocked(_ name: String) throws -> UnlockedKey {
    let passphrase = Array(try String(contentsOfFile: path("wachtwoord"), encoding: .utf8).dropLast().utf8)
    return try KeyStore(environment: environment).key(named: name).unlock(SecretBytes(passphrase)).unlocked
  }

  private struct SystemClock: Governance.Clock {
    /// In seconds: someone's clock can be wrong.
    let ahead: Int64
    var now: Instant { (try? Instant(secondsSince1970: Int64(Date().timeIntervalSince1970) + ahead)) ?? .last }
  }
}
