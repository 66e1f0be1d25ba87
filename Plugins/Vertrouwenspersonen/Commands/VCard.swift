import Governance
import Ledger

/// One contact card (vCard 4.0, RFC 6350).
struct VCard {
  let text: String

  /// Writes a card; the pseudonym identifies it, so that a newer card replaces an older one.
  /// - Parameters:
  ///   - benoeming: Whose card.
  ///   - naam: The name.
  ///   - organisatie: For whom this person works.
  ///   - note: What someone should know before calling, if anything.
  ///   - stamp: When the last event that was read was recorded.
  init(
    _ benoeming: Benoeming, naam: String, telefoon: String?, email: String?, organisatie: String?, note: String?,
    stamp: Instant
  ) {
    var lines = ContentLines()
    lines.add("BEGIN", "VCARD")
    lines.add("VERSION", "4.0")
    lines.add("PRODID", "-//Waarborg//Vertrouwenspersonen//NL")
    lines.add("UID", "urn:uuid:\(benoeming.persoon.id)")
    lines.add("KIND", "individual")
    lines.add("FN", text: naam)
    // Names are recorded as people write them; a guess at which part is the family name would be wrong too often.
    lines.add("N", components: ["", naam, "", "", ""])
    lines.add("TITLE", text: "Vertrouwenspersoon (\(benoeming.vorm.text.nl))")
    if let organisatie { lines.add("ORG", components: [organisatie]) }
    if let telefoon { lines.add("TEL;VALUE=text;TYPE=\"work,voice\"", text: telefoon) }
    if let email { lines.add("EMAIL;TYPE=work", text: email) }
    if let note { lines.add("NOTE", text: note) }
    lines.add("REV", stamp.description.replacing("-", with: "").replacing(":", with: ""))
    lines.add("END", "VCARD")
    text = lines.text
  }
}
