import ArgumentParser
import Governance
import Ledger

/// A plugin that brings commands along; the program lists them beside its own.
public protocol CommandPlugin: Plugin {
  /// Its commands, in the order in which help lists them.
  static var commands: [any ParsableCommand.Type] { get }
  /// The clocks in what is sealed for one reader and in no view; for that reader's own eyes.
  /// - Parameter alle: Whether what was met or has lapsed is asked for as well.
  func sealedTerms(
    for reader: UnlockedKey, _ program: Program, _ book: Grootboek, _ reading: Reading, on day: CalendarDate,
    alle: Bool
  ) throws -> [RunningTerm]
}

extension CommandPlugin {
  /// Most plugins keep nothing back from the views.
  public func sealedTerms(
    for reader: UnlockedKey, _ program: Program, _ book: Grootboek, _ reading: Reading, on day: CalendarDate,
    alle: Bool
  ) throws -> [RunningTerm] { [] }
}
