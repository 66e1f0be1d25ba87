import Foundation
import Governance
import LedgerCrypto

/// The one decoder of what comes from outside: UTF-8, or refused with the place where it is not.
public enum StrictText {
  /// The text that bytes are.
  /// - Parameters:
  ///   - source: What holds them, as in «register.csv» or argument 3.
  ///   - remedy: What to do when they are no UTF-8.
  /// - Throws: `Failure` (65) with the line and the place in it; nothing of what stands there is repeated but the byte.
  public static func decode(_ bytes: some Collection<UInt8>, _ source: Text, remedy: Text = saveAsUTF8) throws -> String
  {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let place = Self.place(of: bytes)
    let byte = String(place.byte, radix: 16, uppercase: true)
    throw Failure(
      .badInput,
      source
        + Text(
          nl: " is geen UTF-8: byte \(byte) op regel \(place.line), teken \(place.character)",
          en: " is not UTF-8: byte \(byte) on line \(place.line), character \(place.character)"), remedy: remedy)
  }

  /// How a file becomes what is expected.
  public static let saveAsUTF8 = Text(nl: "bewaar het bestand als UTF-8", en: "save the file as UTF-8")

  /// Where the first byte stands that belongs to no character.
  public static func place(of bytes: some Collection<UInt8>) -> (line: Int, character: Int, byte: UInt8) {
    var (line, character) = (1, 1)
    var rest = bytes[...]
    while let first = rest.first {
      let length = Self.length(first)
      guard length > 0, String(validating: rest.prefix(length), as: UTF8.self) != nil,
        rest.prefix(length).count == length
      else { return (line, character, first) }
      rest = rest.dropFirst(length)
      if first == UInt8(ascii: "\n") { (line, character) = (line + 1, 1) } else { character += 1 }
    }
    return (line, character, 0)
  }

  /// How many bytes the character has that begins so; zero when none does.
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }
}

/// What the shell hands over, as text.
public enum ProcessInput {
  /// The arguments after the program's name.
  /// - Throws: `Failure` (65) for one that is not UTF-8.
  public static func arguments() throws -> [String] {
    try ProcessBytes.arguments.enumerated().map { try argument($1, number: $0 + 1) }
  }

  /// The environment, of which what this program reads is checked.
  /// - Throws: `Failure` (65) for a variable of ours that is not UTF-8.
  public static func environment() throws -> [String: String] {
    for name in names {
      if let value = ProcessBytes.variable(name) { _ = try variable(value, name: name) }
    }
    if let taal = ProcessEnvironment.variables["WAARBORG_TAAL"], !taal.isEmpty, Language(rawValue: taal) == nil {
      throw Failure(
        .usage,
        Text(
          nl: "WAARBORG_TAAL: «\(taal)» is geen taal van dit programma",
          en: "WAARBORG_TAAL: “\(taal)” is no language of this program"),
        remedy: Text(nl: "kies nl of en", en: "choose nl or en"))
    }
    return try withHome(ProcessEnvironment.variables) { ProcessBytes.accountHome }
  }

  /// The environment with a home: a service has none of its own, and then the account's is meant.
  /// - Throws: `Failure` (64) when keys and remembered checkpoints would lie in the root folder.
  static func withHome(_ environment: [String: String], account: () -> String?) throws -> [String: String] {
    func isFolder(_ path: String?) -> Bool { path?.hasPrefix("/") == true }
    if isFolder(environment["HOME"]) { return environment }
    if let home = account(), isFolder(home), home != "/" {
      return environment.merging(["HOME": home]) { $1 }
    }
    guard isFolder(environment["XDG_CONFIG_HOME"]), isFolder(environment["XDG_STATE_HOME"]) else {
      throw Failure(
        .usage,
        Text(
          nl: "waar liggen uw sleutels? HOME is niet gezet, en deze gebruiker heeft geen eigen map",
          en: "where are your keys? HOME is not set, and this user has no folder of its own"),
        remedy: Text(
          nl: "zet HOME, of XDG_CONFIG_HOME en XDG_STATE_HOME", en: "set HOME, or XDG_CONFIG_HOME and XDG_STATE_HOME"))
    }
    return environment
  }

  /// The variables whose value becomes a path, a name or a choice of ours.
  static let names = [
    "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "WAARBORG_LEDGER", "WAARBORG_SLEUTEL",
    "WAARBORG_WACHTWOORD_BESTAND", "WAARBORG_TAAL", "WAARBORG_KLOKSPRONG", "WAARBORG_PAGER", "PAGER",
  ]

  static func argument(_ bytes: [UInt8], number: Int) throws -> String {
    try StrictText.decode(bytes, Text(nl: "argument \(number)", en: "argument \(number)"), remedy: terminal)
  }

  static func variable(_ bytes: [UInt8], name: String) throws -> String {
    try StrictText.decode(
      bytes, Text(nl: "de omgevingsvariabele \(name)", en: "the environment variable \(name)"), remedy: terminal)
  }

  private static let terminal = Text(
    nl:
      "zet de terminal op UTF-8, of geef een bestand of map een naam in UTF-8; lange teksten kunnen ook uit een bestand komen",
    en: "set the terminal to UTF-8, or give a file or folder a name in UTF-8; long texts can come from a file as well")
}
