import Ledger

/// One entry that a reader can check in the browser: what the site shows, and the event that says so.
///
/// `/controle/` compares each value with three places, which so have to agree with each other:
/// - **The event**: `shown` has the field's name and value as they were signed. A value that was erased or never given is
///   not in `shown` and not marked: nothing signed says what is not there.
/// - **The list**, the page `/<slug>/` and, when it goes on, the pages `/<slug>/pagina/<n>/` that it links to: on the
///   entry's `listPage`, one element for each value has `data-opgave="<id>"` and `data-veld="<field>"`, and as its whole text the value: a text as it is,
///   a date as `ImpreciseDate.text` says it, a truth as "ja" or "nee". Several elements may have the same mark; each has
///   to hold. Pages about an earlier state, or about one version, are not compared and may have other values.
/// - **The data**, `/v1/<slug>.json`: one row has the entry's id in the column `opgave`, and each value in the column that
///   has the field's name. A row that stands for no entry has null there.
///
/// What is marked and what has a row is an entry, and what is an entry has a row and is marked, unless it has no `listPage`
/// because it is not on the list any more; anything else fails the check by name. An entry that shows no value, as the fact that
/// there is nothing to report, has no mark and no row: of that only the event is checked. An id that is a UUID is that of the event's stream, or of the event: so no event can stand in for
/// another. `CheckedParts` says on which page each is checked.
public struct CheckedEntry: Sendable, Hashable {
  /// Its stable id, as in its address.
  public let id: String
  /// How it is called, as on the list.
  public let label: String
  /// Its page.
  public let path: String
  /// The event that holds what is shown.
  public let position: UInt64
  /// What the site shows: the name of the event's field, and the value in the event.
  public let shown: [Shown]
  /// The page of the list it is on; nil when it is in the data alone, as what ended and is still in the history.
  public let listPage: String?
  /// Whether it is on the list.
  public var isOnList: Bool { listPage != nil }

  /// One value that is shown.
  public struct Shown: Sendable, Hashable {
    /// The event's field.
    public let field: String
    /// How the field is called on the site.
    public let label: String
    /// The value, as the event has it.
    public let value: JSON

    /// A value.
    public init(field: String, label: String, value: JSON) {
      self.field = field
      self.label = label
      self.value = value
    }
  }

  /// An entry.
  public init(id: String, label: String, path: String, position: UInt64, shown: [Shown], listPage: String?) {
    self.id = id
    self.label = label
    self.path = path
    self.position = position
    self.shown = shown
    self.listPage = listPage
  }
}
