/// Why a store could not be read or written; nothing was written.
public enum StoreError: Error, Sendable, Equatable {
  /// There is no ledger at this path.
  case noLedger(path: String)
  /// What is here is a copy to read, of which nothing can be carried on.
  case isCopy(path: String)
  /// A ledger's vault is not there, so nothing can be put in it.
  case noVault(path: String)
  /// The vault beside the log is that of another ledger.
  case otherVault(path: String)
  /// The path is a file, where a ledger is a directory.
  case notADirectory(path: String)
  /// Where a file of the ledger belongs stands a link or something else, or a file that is someone else's.
  case notOwnFile(path: String)
  /// There is a ledger here already, or something else.
  case notEmpty(path: String)
  /// A newer version of the program wrote this.
  case newerFormat(file: String, found: Int, supported: Int)
  /// The file is not what it should be.
  case damaged(file: String, detail: String)
  /// The place cannot be written to.
  case readOnly(path: String)
  /// The disk is full.
  case full(path: String)
  /// Someone else is writing; `holder` says who, as the lock file tells it.
  case busy(holder: String)
  /// The system refused to read or write.
  case io(path: String, detail: String)
}
