/// Why a command did nothing: what was found, where, what was expected and what to do.
///
/// Every error that reaches a person is one of these; the exit status follows from its kind (README, exit codes).
public struct Failure: Error, Sendable, Equatable {
  /// The kinds of failure, each with the exit status a script can act on.
  public enum Kind: Int, Sendable, CaseIterable {
    /// Checked and found wanting: verification failed, a deadline passed.
    case foundWanting = 1
    /// The command was typed wrongly.
    case usage = 64
    /// The input is not what it should be.
    case badInput = 65
    /// No such ledger, event or document.
    case notFound = 66
    /// The ledger is busy or cannot be reached.
    case busy = 69
    /// A rule refuses it.
    case refused = 73
    /// Reading or writing failed; nothing was written.
    case io = 74
    /// This key may not do that.
    case notPermitted = 77

    /// The process's exit status.
    public var exitCode: Int32 { Int32(rawValue) }
  }

  /// What sort of failure it is.
  public let kind: Kind
  /// What was found and where; never holds personal data or a sealed value.
  public let message: Text
  /// What to do about it.
  public let remedy: Text?
  /// The rule that refused, with its source, when a rule did.
  public let rule: RuleCitation?

  /// Describes a failure.
  public init(_ kind: Kind, _ message: Text, remedy: Text? = nil, rule: RuleCitation? = nil) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
    self.rule = rule
  }
}

/// Which rule speaks and on what authority.
public struct RuleCitation: Sendable, Hashable {
  /// The rule's stable id, such as `BEL-INSTEMMING`.
  public let id: String
  /// Law and article, or document and line, as in `WOR art. 27 lid 1`.
  public let source: String

  /// Cites a rule.
  public init(id: String, source: String) {
    self.id = id
    self.source = source
  }
}
