import Console
import Governance
import Ledger

/// A command that records one fact of a rule or one of its versions.
protocol VersieCommand: RecordingCommand where Event: RegelingGebeurtenis, Found == Betrokken {
  /// The rule or version, as it was typed.
  var regeling: String { get }
  /// What is meant when a rule is named without a version.
  static var meant: Bedoeld { get }
}

/// What is meant when a rule is named without a version.
enum Bedoeld {
  /// The newest version that was adopted, or else the newest.
  case adopted
  /// The newest version.
  case newest
  /// None: the rule as a whole.
  case named
}

/// What a fact is about: a rule, and one version unless it is the rule as a whole.
struct Betrokken: Streamed {
  let regeling: Regeling
  let versie: Versie?
  var stream: StreamID { regeling.stream }
}

extension VersieCommand {
  func find(_ context: AppendContext) throws -> Betrokken {
    let found = try Verwijzing.require(regeling, in: context.views)
    let versie =
      switch Self.meant {
      case .adopted: try found.version(adopted: true)
      case .newest: try found.version(adopted: false)
      case .named: found.isExpliciet ? found.versie : nil
      }
    return Betrokken(regeling: found.regeling, versie: versie)
  }

  func identify(_ found: Betrokken, in draft: inout EventDraft) {
    draft[Event.versie] = found.versie?.digest
    draft[Event.aanduiding] = found.versie?.digest == nil ? found.versie?.aanduiding : nil
  }
}
