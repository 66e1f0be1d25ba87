/// The names of the rows.
enum Rows {
  static let append = "append, batches of 256"
  static let appendOne = "append one, cold"
  static let importing = "import from CSV"
  static let verify = "verify"
  static let verifyWithKey = "verify with a key"
  static let rebuild = "rebuild"
  static let prove = "prove"
  static let publish = "publish"
  static let meld = "nevenfunctie meld"
  static let firstCases = "zaak lijst, the first time"
  static let cases = "zaak lijst"
  static let caseTerms = "termijnen, with cases"
  static let demands = "inspectie stand"
  static let bundle = "bundel maak"

  /// The everyday commands that only read.
  static let commands: [(name: String, words: [String])] = [
    ("status", ["status"]), ("termijnen", ["termijnen"]), ("nevenfunctie lijst", ["nevenfunctie", "lijst"]),
    ("nevenfunctie openstaand", ["nevenfunctie", "openstaand"]), ("beleid lijst", ["beleid", "lijst"]),
  ]

  /// What `--alleen` can name.
  enum Group: String, CaseIterable {
    case append, verify, rebuild, prove, opdrachten, importeer, publiceer, zaken, inspectie, anders
  }
}
