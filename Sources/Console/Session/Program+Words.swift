import Foundation
import Governance
import LedgerSQLite

extension Program {
  /// The words by which the subjects of a ledger are called, to complete what is being typed: of what everyone may see, without
  /// vault or key, and none when so much is new that finding them would keep someone waiting.
  public func words(ofLedgerAt path: String) -> [String] {
    let directory = LedgerDirectory(
      URL(fileURLWithPath: path),
      cache: UserFolders(environment: environment).cache?.appendingPathComponent("views"), waiting: 0)
    let words = try? directory.read(withVault: false) { stores in
      try grootboek(stores, in: directory).read(progress: { done, all in if all > done + 2_000 { throw TooMuch() } }) {
        reading in try catalog.plugins.flatMap { try $0.words(in: reading.views) }
      }
    }
    return words ?? []
  }

  private struct TooMuch: Error {}
}
