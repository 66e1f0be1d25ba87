import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie

/// A ledger full of events: functions, and who holds them, each name sealed for the organisation.
struct GeneratedLedger {
  private struct SystemClock: Governance.Clock {
    var now: Instant { (try? Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))) ?? .last }
  }

  private let directory: LedgerDirectory
  private let catalog = Catalog([OrganisatiePlugin()])
  private let origin = "bench.example/ledger"
  private let key: UnlockedKey
  private let logKey: NoteSigner

  init(in url: URL) throws {
    directory = LedgerDirectory(url)
    let random = SystemRandom()
    let key = try UnlockedKey.generate(random)
    self.key = key
    let logKey = try NoteSigner(name: origin, key: SigningKey.generate(random))
    self.logKey = logKey
    try directory.create { stores in
      let book = book(stores)
      let organisation = try book.newOrganisationKey(for: [key.box.publicKey])
      let founding = Founding.draft(
        book, organisatie: "Bench", logKey: logKey.verifier, organisationKey: organisation.key, key: key,
        rol: .secretariaat)
      _ = try book.append([founding], signedBy: key, log: logKey, AppendOptions(wrappedKeys: organisation.wrapped))
    }
  }

  func append(_ count: Int) throws {
    try directory.write { stores in
      let book = book(stores)
      var left = count
      while left > 0 {
        let drafts = (0..<min(128, (left + 1) / 2)).flatMap { number in
          Functies.drafts(book, naam: "Functie \(left) \(number)", houder: "Persoon \(number)")
        }
        _ = try book.append(drafts, signedBy: key, log: logKey)
        left -= drafts.count
      }
    }
  }

  func verify() throws {
    try directory.read { stores in
      let report = try book(stores).verify()
      precondition(report.ok, report.json.text)
    }
  }

  func rebuild() throws {
    try directory.removeViews()
    try directory.read { stores in _ = try book(stores).rebuild { _, _ in } }
  }

  private func book(_ stores: Stores) -> Grootboek {
    let directory = directory
    let kernel = LedgerStores(
      log: stores.log, vault: stores.vault, views: stores.views, documents: stores.documents,
      scratch: { try directory.scratchTables() })
    return Grootboek(stores: kernel, catalog: catalog, origin: origin, clock: SystemClock(), random: SystemRandom())
  }
}
