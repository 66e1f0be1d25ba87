import Governance
import Ledger

/// Content lines of RFC 6350: UTF-8, CRLF, folded at 75 octets, text escaped.
struct VCardLines {
  private(set) var text = ""

  /// Adds a property whose value needs no escaping, such as a URI.
  mutating func add(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// Adds a property with one text.
  mutating func add(_ name: String, text value: String) { fold("\(name):\(Self.escaped(value))") }

  /// Adds a property whose value is made of components (section 3.4).
  mutating func add(_ name: String, components: [String]) {
    fold("\(name):\(components.map(Self.escaped).joined(separator: ";"))")
  }

  /// Backslash, comma and semicolon are escaped and a newline is `\n`; other control characters cannot be written.
  static func escaped(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ",", ";":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case _ where scalar.properties.generalCategory == .control: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Section 3.2: no line is longer than 75 octets; a fold never cuts a code point in two.
  private mutating func fold(_ line: String) {
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += size
    }
    text += "\r\n"
  }
}

/// One contact card (vCard 4.0, RFC 6350).
struct VCard {
  let text: String

  /// Writes a card; the pseudonym identifies it, so that a newer card replaces an older one.
  /// - Parameters:
  ///   - benoeming: Whose card.
  ///   - naam: The name.
  ///   - organisatie: For whom this person works.
  ///   - note: What someone should know before calling.
  ///   - stamp: When the last event that was read was recorded.
  init(
    _ benoeming: Benoeming, naam: String, telefoon: String?, email: String?, organisatie: String?, note: String,
    stamp: Instant
  ) {
    var lines = VCardLines()
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
    lines.add("NOTE", text: note)
    lines.add("REV", stamp.description.replacing("-", with: "").replacing(":", with: ""))
    lines.add("END", "VCARD")
    text = lines.text
  }
}
