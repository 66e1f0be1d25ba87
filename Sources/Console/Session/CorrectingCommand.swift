import ArgumentParser
import Governance
import Ledger

/// A command that says that an earlier event was a mistake.
public protocol CorrectingCommand: RecordingCommand where Found == Fact {
  /// The corrections that it can record, one for each kind of stream.
  static var corrections: [any EventDefinition.Type] { get }
  /// The number or id of the mistaken event, as it was typed.
  var mistaken: String { get }
  /// Why it is a mistake.
  var reden: String { get }
  /// What someone is told who names an event that is not corrected here.
  var unknown: Failure { get }
}

extension CorrectingCommand {
  /// Most have one.
  public static var corrections: [any EventDefinition.Type] { [Event.self] }

  /// Finds the mistaken event.
  /// - Throws: `unknown` when there is none of which a correction is recorded.
  public func find(_ context: AppendContext) throws -> Fact {
    guard let fact = try context.views.fact(mistaken), correction(of: fact) != nil else { throw unknown }
    return fact
  }

  /// The correction that belongs to its stream.
  public func eventType(for found: Fact) -> EventType { correction(of: found) ?? Event.type }

  /// Which event, and why.
  public func identify(_ found: Fact, in draft: inout EventDraft) {
    draft[Correction.event] = found.id
    draft[Correction.reason] = reden
  }

  private func correction(of fact: Fact) -> EventType? {
    Self.corrections.lazy.map { $0.type }.first { $0.streamKind == fact.stream.kind }
  }
}

/// One that is told the mistaken event by its number or id, and why.
public protocol MistakeCommand: CorrectingCommand {
  /// Which event, and why.
  var mistake: MistakeOptions { get }
}

extension MistakeCommand {
  /// As it was typed.
  public var mistaken: String { mistake.gebeurtenis }
  /// As it was typed.
  public var reden: String { mistake.reden }
}

/// Which event was a mistake, and why.
public struct MistakeOptions: ParsableArguments {
  /// The event.
  @Argument(
    help: Language.help(nl: "Nummer of kenmerk van de gebeurtenis.", en: "Number or id of the event.", "gebeurtenis"))
  public var gebeurtenis: String

  /// Why it is a mistake.
  @Option(
    help: Language.confidential(nl: "Waarom het een vergissing is", en: "Why it is a mistake", "tekst"))
  public var reden: String

  /// Default values.
  public init() {}
}
