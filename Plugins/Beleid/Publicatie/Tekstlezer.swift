import Governance

/// Opens published texts, one after the other, while the site is made.
struct Tekstlezer {
  let filter: VisibilityFilter?

  /// The text of a version, when it is published and of a kind that is shown on a page.
  /// - Throws: `Failure` when the vault has lost it since.
  func tekst(_ versie: OpenbareVersie) throws -> String? {
    guard case .openbaar(let position, _, _, _) = versie.tekst, versie.isLeesbaar else { return nil }
    return String(decoding: try document(at: position).bytes, as: UTF8.self)
  }

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
