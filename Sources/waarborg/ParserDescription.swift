import ArgumentParser
import Foundation

/// What a command takes, as the parser itself describes it.
struct ParserDescription {
  /// One thing that a command takes.
  struct Argument {
    /// Its long names, with the hyphens; none for what is known by its place.
    let names: [String]
    let isFlag: Bool
    let isNeeded: Bool
    let isRepeating: Bool
    let valueName: String
    /// What help says of it.
    let abstract: String
    /// Whether help shows it.
    let isShown: Bool

    /// Whether it is known by its place.
    var isPositional: Bool { names.isEmpty && !isFlag }

    init?(_ json: [String: Any]) {
      guard let kind = json["kind"] as? String else { return nil }
      names = (json["names"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == "long" }
        .compactMap { $0["name"] as? String }.map { "--\($0)" }
      isFlag = kind == "flag"
      isNeeded = json["isOptional"] as? Bool == false
      isRepeating = json["isRepeating"] as? Bool == true
      valueName = json["valueName"] as? String ?? ""
      abstract = json["abstract"] as? String ?? ""
      isShown = json["shouldDisplay"] as? Bool != false
      if kind != "positional", names.isEmpty { return nil }
    }
  }

  let arguments: [Argument]

  init(_ command: any ParsableCommand.Type) {
    let json = try? JSONSerialization.jsonObject(with: Data(command._dumpHelp().utf8)) as? [String: Any]
    let described = json?["command"] as? [String: Any]
    arguments = (described?["arguments"] as? [[String: Any]] ?? []).compactMap { Argument($0) }
  }

  /// The option with a name.
  func option(_ name: some StringProtocol) -> Argument? { arguments.first { $0.names.contains(String(name)) } }

  /// What is known by its place.
  var positionals: [Argument] { arguments.filter(\.isPositional) }
}
