import ArgumentParser
import Governance

/// Where a fact from before the ledger was founded is known from.
public struct HerkomstOptions: ParsableArguments {
  /// Whether the fact is from before the ledger was founded.
  @Flag(
    help: Language.help(
      nl: "Het feit is van vóór de opening van het grootboek.",
      en: "The fact is from before the founding of the ledger."))
  public var historisch = false

  /// The document that says so.
  @Option(
    help: Language.help(
      nl: "Welk document dit historische feit noemt; leesbaar voor iedereen.",
      en: "Which document says so of a historical fact; everyone can read it.", "document"))
  public var bron: String?

  /// Default values.
  public init() {}

  /// Writes them into a draft.
  public func fill(_ draft: inout EventDraft) {
    draft[HistoricalFact.historisch] = historisch ? true : nil
    draft[HistoricalFact.bron] = bron
  }
}
