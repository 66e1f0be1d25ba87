import Governance

/// Opens published texts, one after the other, while the site is made.
struct Tekstlezer {
  let filter: VisibilityFilter?

  /// The published text whose adoption stands at a position.
  /// - Throws: `Failure` when the vault has lost it since.
  func document(at position: UInt64) throws -> Document {
    if let filter, let event = try filter.event(at: position),
      let document = try filter.document(RegelingVastgesteld.tekst, of: event)
    {
      return document
    }
    throw Failure(
      .foundWanting,
      Text(
        nl: "de tekst van nummer \(position) is openbaargemaakt, maar niet te openen",
        en: "the text of number \(position) was made public, but cannot be opened"),
      remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
  }
}
