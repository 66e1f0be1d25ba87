import Governance
import Ledger

/// What held from when to when, in one table: the state on any day is a choice from it, as it was in force and as it stood
/// on the site.
public struct History: Sendable {
  /// What it holds, in one sentence.
  public let description: String
  /// The column that says which thing a row is about: rows of two days with the same value are about the same thing.
  public let key: String
  /// The columns that name the thing, in their order.
  public let heading: [String]
  /// The columns that are laid side by side.
  public let compared: [String]
  /// Its columns, without those that every history has.
  public let columns: [Dataset.Column]
  /// Its rows.
  public let rows: [Row]

  /// What held.
  public init(
    description: String, key: String, heading: [String], compared: [String], columns: [Dataset.Column], rows: [Row]
  ) {
    self.description = description
    self.key = key
    self.heading = heading
    self.compared = compared
    self.columns = columns
    self.rows = rows
  }

  /// Something that held from a day on.
  public struct Row: Sendable {
    /// The values of its columns.
    public let values: [JSON]
    /// The first day.
    public let from: CalendarDate
    /// The last day; nil while it holds.
    public let through: CalendarDate?
    /// The position of the event that recorded it; nil when it follows from several, as that nothing was received.
    public let recorded: UInt64?
    /// The position of the event by which it ended or was replaced; nil when none did, or when a term ran out.
    public let replaced: UInt64?

    /// Something that held.
    public init(
      values: [JSON], from: CalendarDate, through: CalendarDate?, recorded: UInt64?, replaced: UInt64?
    ) {
      self.values = values
      self.from = from
      self.through = through
      self.recorded = recorded
      self.replaced = replaced
    }
  }

  /// The whole table, with the columns that every history has.
  var dataset: Dataset {
    func number(_ position: UInt64?) -> JSON { position.map { .int(Int64(clamping: $0)) } ?? .null }
    return Dataset(
      description: description, keywords: [],
      columns: columns + [
        Dataset.Column("vanaf", heading: "Vanaf", meaning: "De eerste dag waarop dit gold.", .day, isRequired: true),
        Dataset.Column(
          "totEnMet", heading: "Tot en met", meaning: "De laatste dag waarop dit gold; leeg als het nog geldt.", .day),
        Dataset.Column(
          "vastgelegdAls", heading: "Vastgelegd als nummer",
          meaning: "Het nummer van de gebeurtenis die dit vastlegde; leeg als het uit meer gebeurtenissen volgt.",
          .number),
        Dataset.Column(
          "vervangenAls", heading: "Vervangen als nummer",
          meaning: "Het nummer van de gebeurtenis die hier een einde aan maakte; leeg als die er niet is.", .number),
      ],
      rows: rows.map { row in
        row.values + [row.from.json, row.through?.json ?? .null, number(row.recorded), number(row.replaced)]
      })
  }
}
