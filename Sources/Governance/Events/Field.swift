import Ledger

/// One field of an event type: its name, who may see it, what its value looks like and what it means.
public struct Field<Value: FieldValue>: Sendable {
  /// The field without its Swift type, for lists of fields.
  public let declaration: FieldDeclaration

  /// Declares a field.
  /// - Parameters:
  ///   - name: lowerCamelCase, a word of the glossary.
  ///   - visibility: Who may see it.
  ///   - meaning: What it says, in Dutch, for the published catalogue.
  ///   - shape: Narrows what the value may be.
  ///   - isRequired: Whether an event without it is refused.
  public init(
    _ name: String, _ visibility: Visibility, _ meaning: String, shape: FieldShape = Value.defaultShape,
    isRequired: Bool = true
  ) {
    declaration = FieldDeclaration(
      name: name, visibility: visibility, shape: shape, isRequired: isRequired, meaning: meaning)
  }

  /// The field's name.
  public var name: String { declaration.name }
}

/// A field of an event type, whatever Swift type its value has.
public struct FieldDeclaration: Sendable, Hashable {
  /// lowerCamelCase, a word of the glossary.
  public let name: String
  /// Who may see it.
  public let visibility: Visibility
  /// What its value looks like.
  public let shape: FieldShape
  /// Whether an event without it is refused.
  public let isRequired: Bool
  /// What it says, in Dutch.
  public let meaning: String
}

/// Lists fields of different Swift types in one literal: `fields { a; b; c }`.
@resultBuilder
public enum FieldList {
  /// One field.
  public static func buildExpression(_ field: Field<some FieldValue>) -> [FieldDeclaration] { [field.declaration] }
  /// Fields that several event types share.
  public static func buildExpression(_ fields: [FieldDeclaration]) -> [FieldDeclaration] { fields }
  /// All fields, in order.
  public static func buildBlock(_ fields: [FieldDeclaration]...) -> [FieldDeclaration] { fields.flatMap { $0 } }
}
