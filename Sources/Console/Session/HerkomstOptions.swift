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

  /// Writes them into a draft.
  public func fill(_ draft: inout EventDraft) {
    draft[HistoricalFact.historisch] = historisch ? true : nil
    draft[HistoricalFact.bron] = bron
  }
}

extension AppendContext {
  /// A draft of an event in a stream, of the command's date of effect and with where it is known from.
  public func draft(
    _ definition: (some EventDefinition).Type, on stream: StreamID, _ herkomst: HerkomstOptions
  ) -> EventDraft {
    draft(definition.type, on: stream, herkomst)
  }

  /// A draft of an event in a stream, of the command's date of effect and with where it is known from.
  public func draft(_ type: EventType, on stream: StreamID, _ herkomst: HerkomstOptions) -> EventDraft {
    var draft = EventDraft(type, stream: stream, effective: effective)
    herkomst.fill(&draft)
    return draft
  }
}
