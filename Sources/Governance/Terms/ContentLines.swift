/// Content lines of iCalendar (RFC 5545) and vCard (RFC 6350): CRLF, folded at 75 octets, text escaped.
public struct ContentLines: Sendable {
  /// The lines so far.
  public private(set) var text = ""

  /// No lines.
  public init() {}

  /// Adds a property whose value needs no escaping, such as a date.
  public mutating func add(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// Adds a property of type TEXT (RFC 5545, section 3.3.11; RFC 6350, section 4.1).
  public mutating func add(_ name: String, text value: String) { fold("\(name):\(Self.escaped(value))") }

  /// Adds a property whose value is made of components (RFC 6350, section 3.4).
  public mutating func add(_ name: String, components: [String]) {
    fold("\(name):\(components.map(Self.escaped).joined(separator: ";"))")
  }

  /// Backslash, semicolon and comma are escaped and a newline is `\n`; other control characters cannot be written.
  static func escaped(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case _ where scalar.properties.generalCategory == .control: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// RFC 5545, section 3.1, and RFC 6350, section 3.2: no line is longer than 75 octets; a fold never cuts a character in two.
  private mutating func fold(_ line: String) {
    var octets = 0
    for character in line {
      let size = character.utf8.count
      if octets + size > 75, octets > 0 {
        text += "\r\n "
        octets = 1
      }
      // A character that is longer than a line by itself, with many marks combined, is cut between its scalars.
      if octets + size > 75 {
        for scalar in character.unicodeScalars {
          if octets + UTF8.width(scalar) > 75 {
            text += "\r\n "
            octets = 1
          }
          text.unicodeScalars.append(scalar)
          octets += UTF8.width(scalar)
        }
      } else {
        text.append(character)
        octets += size
      }
    }
    text += "\r\n"
  }
}
