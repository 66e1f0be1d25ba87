import ArgumentParser
import Governance
import Ledger

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

  /// Writes them into the fields of an event.
  public func fill(_ fields: inout DraftFields) {
    fields[HistoricalFact.historisch] = historisch ? true : nil
    fields[HistoricalFact.bron] = bron
  }
}

extension AppendContext {
  /// A draft of an event in a stream, of the command's date of effect and with where it is known from.
  public func draft(
    _ definition: (some EventDefinition).Type, on stream: StreamID, _ recording: some Recording
  ) throws -> EventDraft {
    var fields = DraftFields()
    try recording.mark(&fields, today: book.today)
    return EventDraft(definition.type, stream: stream, effective: effective, fields)
  }
}
