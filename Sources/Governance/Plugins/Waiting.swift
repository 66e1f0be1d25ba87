import Ledger

/// Something that waits for somebody: what a day at the secretariat begins with.
public struct Waiting: Sendable, Hashable {
  /// What it is about, as people call it; never a name of a person.
  public let about: String
  /// What is to be done.
  public let what: Text
  /// On whom it waits.
  public let who: Text
  /// Since when; nil when the ledger does not tell.
  public let since: ImpreciseDate?
  /// What to type, as far as it can be known beforehand.
  public let command: String

  /// Something that waits.
  public init(about: String, what: Text, who: Text, since: ImpreciseDate?, command: String) {
    (self.about, self.what, self.who, self.since, self.command) = (about, what, who, since, command)
  }
}
