import ArgumentParser
import Console
import Governance

/// Which version a new fact is about, where it is known from, and how it is recorded.
struct VersieOptions: ParsableArguments {
  /// What is meant when a rule is named without a version.
  enum Which {
    /// The newest version that was adopted, or else the newest.
    case adopted
    /// The newest version.
    case newest
    /// None: the rule as a whole.
    case named
  }

  @Argument(help: Language.regeling) var regeling: String
  @OptionGroup var herkomst: HerkomstOptions
  @OptionGroup var options: AppendingOptions
  var shared: SharedOptions { options.shared }

  /// Appends one event about the version that is meant.
  func append(
    _ definition: (some RegelingGebeurtenis).Type, _ which: Which, _ program: Program,
    _ fill: (inout EventDraft, Regeling, ViewReader) throws -> Void
  ) throws {
    try program.append(options) { context in
      let views = context.reading.views
      let found = try Verwijzing.require(regeling, in: views)
      let versie =
        switch which {
        case .adopted: try found.version(adopted: true)
        case .newest: try found.version(adopted: false)
        case .named: found.isExpliciet ? found.versie : nil
        }
      var draft = context.draft(definition, found.regeling, versie, herkomst)
      try fill(&draft, found.regeling, views)
      return Proposal(draft)
    }
  }
}

extension AppendContext {
  /// A draft of an event about a version, or about the rule as a whole.
  func draft<E: RegelingGebeurtenis>(
    _ definition: E.Type, _ regeling: Regeling, _ versie: Versie?, _ herkomst: HerkomstOptions
  ) -> EventDraft {
    var draft = draft(definition, on: regeling.stream, herkomst)
    draft[E.versie] = versie?.digest
    draft[E.aanduiding] = versie?.digest == nil ? versie?.aanduiding : nil
    return draft
  }
}
