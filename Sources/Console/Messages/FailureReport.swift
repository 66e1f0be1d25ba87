import Governance

/// How a failure is told: to a person as sentences, to a program as one JSON object on a line.
public struct FailureReport: Sendable {
  private let failure: Failure

  /// Prepares the report of a failure.
  public init(_ failure: Failure) { self.failure = failure }

  /// Writes the report to standard error.
  ///
  /// - Parameter json: Whether `--json` was given.
  /// - Returns: The exit status.
  public func print(on terminal: Terminal, json: Bool = false) -> Int32 {
    if json {
      terminal.messages.write(self.json(terminal.language) + "\n")
    } else {
      let messages = terminal.messages
      messages.write(
        sentences(
          terminal.language, colour: messages.allowsColour, width: messages.isTerminal ? terminal.width : nil))
    }
    return failure.kind.exitCode
  }

  func sentences(_ language: Language, colour: Bool, width: Int? = nil) -> String {
    var paragraphs = [StyledText(Text(nl: "fout: ", en: "error: "), .bad) + StyledText(failure.message)]
    if let rule = failure.rule {
      paragraphs.append("\(Text(nl: "Regel:", en: "Rule:"), .faint) \(rule.id) (\(rule.source))")
    }
    if let remedy = failure.remedy {
      paragraphs.append("\(Text(nl: "Wat te doen:", en: "What to do:"), .emphasis) " + StyledText(remedy))
    }
    return paragraphs.map { paragraph in
      // Lines after the first are set in, so that a value in the message cannot pose as a line of the report.
      let lines = paragraph.lines(language, width: width.map { $0 - 2 }).map { $0.rendered(colour: colour) }
      return lines.joined(separator: "\n  ") + "\n"
    }.joined()
  }

  func json(_ language: Language) -> String {
    var fields = [
      #""message_type":"exit_error""#, #""code":\#(failure.kind.exitCode)"#, #""kind":"\#(failure.kind.stableName)""#,
      #""message":\#(failure.message(language).jsonString)"#,
    ]
    if let remedy = failure.remedy { fields.append(#""remedy":\#(remedy(language).jsonString)"#) }
    if let rule = failure.rule {
      fields.append(#""rule":{"id":\#(rule.id.jsonString),"source":\#(rule.source.jsonString)}"#)
    }
    return "{" + fields.joined(separator: ",") + "}"
  }
}

extension Failure.Kind {
  /// The name that scripts may rely on, whatever the case is called here.
  var stableName: String {
    switch self {
    case .foundWanting: "found_wanting"
    case .usage: "usage"
    case .badInput: "bad_input"
    case .notFound: "not_found"
    case .busy: "busy"
    case .refused: "refused"
    case .io: "io"
    case .notPermitted: "not_permitted"
    }
  }
}

extension String {
  /// The text as a JSON string (RFC 8259 section 7), with what is unsafe on a terminal escaped too.
  ///
  /// Written here because the one object that tells of a failure should not wait for a JSON library to load.
  fileprivate var jsonString: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.safeJSON() + "\""
  }
}
