import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

/// Pages of the files overwritten, as a failing disk or a careless editor does.
@Suite struct DamagedFileTests {
  private static let page = 4096

  private func damage(_ ledger: VerificationLedger, _ file: String, _ damage: (inout Data, Int) -> Void) throws {
    let url = ledger.directory.url.appendingPathComponent(file)
    let whole = try Data(contentsOf: url)
    for page in stride(from: 1, to: whole.count / Self.page, by: 5) {
      var bytes = whole
      damage(&bytes, page * Self.page)
      try bytes.write(to: url)
      // Either there are findings, or it says that it could not look; never does it find nothing, never does it crash.
      do {
        #expect(try !ledger.verify().ok, "\(file), page \(page)")
      } catch is StoreError {}
    }
    try whole.write(to: url)
    #expect(try ledger.verify().ok)
  }

  @Test(arguments: ["log.sqlite", "vault.sqlite"]) func `an emptied page is found`(file: String) throws {
    try damage(VerificationLedger(), file) { bytes, start in
      bytes.replaceSubrange(start..<start + Self.page, with: repeatElement(0, count: Self.page))
    }
  }

  @Test(arguments: ["log.sqlite", "vault.sqlite"]) func `a page of noise is found`(file: String) throws {
    try damage(VerificationLedger(), file) { bytes, start in
      bytes.replaceSubrange(start + 8..<start + Self.page, with: SystemRandom().bytes(Self.page - 8))
    }
  }
}
