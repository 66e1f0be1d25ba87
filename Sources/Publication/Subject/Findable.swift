/// Something on the site that a reader can find by its name: in the register from A to Z, and by typing.
public struct Findable: Sendable, Hashable {
  /// What it is, as a heading over things of its kind: "Functies", "Organisaties", "Regelingen".
  public let kind: String
  /// Its name, and nothing that is not public.
  public let name: String
  /// What tells it from another of that name: "Gemeentesecretaris"; nil when the name is enough.
  public let context: String?
  /// Other words by which it is looked for, as an official number or an abbreviation; they are not shown.
  public let words: [String]
  /// The page about it, which may have a place after `#`.
  public let path: String
  /// Whether the name is a person's, which stands under the surname.
  public let isPerson: Bool

  /// Something to find.
  public init(
    kind: String, name: String, context: String? = nil, words: [String] = [], path: String, isPerson: Bool = false
  ) {
    self.isPerson = isPerson
    self.kind = kind
    self.name = name
    self.context = context
    self.words = words
    self.path = path
  }
}
