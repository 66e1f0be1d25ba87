import Ledger

extension Grootboek {
  /// Answers the five questions of verification in one pass over the log.
  ///
  /// A bad ledger is no error: whatever is wrong is a finding, and verification goes on after it as far as that makes
  /// sense. Memory does not grow with the log.
  /// - Parameters:
  ///   - options: What may be used besides the ledger.
  ///   - progress: Told how many entries are done, and of how many.
  /// - Throws: `StoreError` when a store could not be looked at, or what `progress` throws.
  public func verify(
    _ options: VerificationOptions = VerificationOptions(), progress: (UInt64, UInt64) throws -> Void = { _, _ in }
  ) throws -> VerificationReport {
    var outcome: Result<VerificationReport, any Error>?
    var tally = Tally()
    do {
      // One read transaction for the whole pass: the live views then stay what they were at one position.
      try stores.views.read { tables in
        let live = try ViewComparison(tables, self)
        outcome = Result {
          var verifier = try Verifier(self, options, live: live, tally)
          return try verifier.run(progress)
        }
      }
    } catch StoreError.noLedger {
      // No views: nothing to compare, they are built when someone reads.
    } catch  where outcome == nil {
      tally.find(
        .views, "view-unreadable", at: nil,
        Text(nl: "de beelden kunnen niet worden gelezen: \(error)", en: "the views cannot be read: \(error)"))
    }
    if let outcome { return try outcome.get() }
    var verifier = try Verifier(self, options, live: nil, tally)
    return try verifier.run(progress)
  }
}
