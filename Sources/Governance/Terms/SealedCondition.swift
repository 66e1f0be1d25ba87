import Ledger

/// What a sealed field must say for a clock to run: views hold no sealed value, so only who can open the field knows.
public struct SealedCondition: Sendable, Hashable {
  /// The field.
  public let reference: FieldReference
  /// What it must say.
  public let value: JSON

  /// A clock runs only where a field has this value.
  public init<Value: FieldValue>(_ field: Field<Value>, of fact: Fact, is value: Value) {
    reference = fact.reference(field)
    self.value = value.json
  }
}

extension VisibilityFilter {
  /// Whether a clock runs; unknown to who cannot open what it depends on, and then it is listed: empty never means
  /// forgotten.
  public func runs(_ term: RunningTerm) throws -> Certainty {
    guard let condition = term.condition else { return .yes }
    guard case .value(let value) = try reveal(condition.reference) else { return .unknown }
    return value == condition.value ? .yes : .no
  }
}
