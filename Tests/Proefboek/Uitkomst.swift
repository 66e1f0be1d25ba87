import Governance

/// How an attempt ended: accepted, refused by a rule, or failed in another way.
public enum Uitkomst: Equatable, Sendable {
  /// It was done.
  case aanvaard
  /// The rule with this id refused it.
  case geweigerd(String)
  /// It failed in this way, and no rule refused it.
  case anders(Failure.Kind)

  /// Tries something and says how it ended; what is no `Failure` counts as failed input or output.
  public init(_ body: () throws -> some Any) {
    do {
      _ = try body()
      self = .aanvaard
    } catch {
      self.init(error)
    }
  }

  /// How something ended that threw.
  init(_ error: any Error) {
    switch error as? Failure {
    case let failure? where failure.kind == .refused && failure.rule != nil: self = .geweigerd(failure.rule?.id ?? "")
    case let failure?: self = .anders(failure.kind)
    case nil: self = .anders(.io)
    }
  }
}
