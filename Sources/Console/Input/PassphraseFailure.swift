import Governance

/// Why no passphrase could be read, and what to do about it.
enum PassphraseFailure {
  static let noTerminal = Failure(
    .usage,
    Text(
      nl: "er is een wachtwoordzin nodig, maar er is geen terminal om die te vragen",
      en: "a passphrase is needed, but there is no terminal to ask for it"),
    remedy: Text(
      nl: "Geef --wachtwoord-bestand BESTAND of --wachtwoord-fd NUMMER.",
      en: "Give --wachtwoord-bestand FILE or --wachtwoord-fd NUMBER."))

  /// The same where a key that is kept open would have done.
  static let notUnlocked = Failure(
    noTerminal.kind, noTerminal.message,
    remedy: (noTerminal.remedy ?? Text(""))
      + Text(
        nl: " Of ontgrendel de sleutel eerst: waarborg ontgrendel.",
        en: " Or unlock the key first: waarborg ontgrendel."))

  static let twoSources = Failure(
    .usage,
    Text(
      nl: "--wachtwoord-bestand en --wachtwoord-fd zijn beide gegeven",
      en: "--wachtwoord-bestand and --wachtwoord-fd are both given"),
    remedy: Text(nl: "Geef een van beide.", en: "Give one of them."))

  static func twoVariables(_ one: String, _ other: String) -> Failure {
    Failure(
      .usage, Text(nl: "\(one) en \(other) zijn beide gezet", en: "\(one) and \(other) are both set"),
      remedy: Text(nl: "zet er een", en: "set one of them"))
  }

  static func malformedCommand(_ name: String) -> Failure {
    Failure(
      .badInput,
      Text(
        nl:
          "de opdracht die het wachtwoord geeft («\(name)») is leeg, te lang, of heeft een aanhalingsteken dat niet sluit",
        en: "the command that gives the passphrase (“\(name)”) is empty, too long, or has a quote that does not close"),
      remedy: Text(
        nl: "geef een programma en zijn woorden, zoals: pass show waarborg/secretariaat",
        en: "give a program and its words, such as: pass show waarborg/secretariaat"))
  }

  static func commandNotStarted(_ name: String, _ code: Int32) -> Failure {
    Failure(
      .io,
      Text(
        nl: "de opdracht die het wachtwoord geeft («\(name)») is niet te starten: ",
        en: "the command that gives the passphrase (“\(name)”) cannot be started: ") + SystemError.sentence(code),
      remedy: Text(
        nl: "er is geen schil tussen: wie die nodig heeft, schrijft sh -c '…'",
        en: "there is no shell in between: who needs one writes sh -c '…'"))
  }

  static func commandFailed(_ name: String, _ status: Int32) -> Failure {
    Failure(
      .io,
      Text(
        nl: "de opdracht die het wachtwoord geeft («\(name)») eindigde met \(status)",
        en: "the command that gives the passphrase (“\(name)”) ended with \(status)"),
      remedy: Text(nl: "probeer haar los", en: "try it by itself"))
  }

  static let empty = empty(Text(nl: "de invoer", en: "the input"))

  static func empty(_ source: Text) -> Failure {
    Failure(
      .badInput,
      Text(nl: "de wachtwoordzin in ", en: "the passphrase in ") + source + Text(nl: " is leeg", en: " is empty"),
      remedy: Text(
        nl: "Geef een wachtwoordzin van ten minste een teken.", en: "Give a passphrase of at least one character."))
  }

  static let tooLong = Failure(
    .badInput,
    Text(
      nl: "de wachtwoordzin is langer dan \(PassphraseLine.capacity) bytes",
      en: "the passphrase is longer than \(PassphraseLine.capacity) bytes"),
    remedy: Text(
      nl: "Kijk of dit het goede bestand is: het hoort alleen de wachtwoordzin te bevatten.",
      en: "Check that this is the right file: it should hold the passphrase and nothing else."))

  static let controlKeys = Failure(
    .badInput,
    Text(
      nl: "de getypte wachtwoordzin bevat een besturingstoets, zoals een pijltje of de tabtoets",
      en: "the typed passphrase holds a control key, such as an arrow or the tab key"),
    remedy: Text(
      nl: "Typ opnieuw; wissen kan met Backspace, helemaal opnieuw met Ctrl-U.",
      en: "Type it again; Backspace erases, Ctrl-U starts over."))

  static let notRepeated = Failure(
    .badInput,
    Text(
      nl: "de wachtwoordzin is drie keer niet gelijk herhaald",
      en: "the passphrase was not repeated the same three times"
    ),
    remedy: Text(
      nl: "Begin opnieuw; er is niets bewaard.", en: "Start again; nothing was kept."))

  static let cancelled = Failure(
    .badInput, Text(nl: "er is geen wachtwoordzin gegeven", en: "no passphrase was given"),
    remedy: Text(nl: "Begin opnieuw; er is niets bewaard.", en: "Start again; nothing was kept."))

  static func unreadable(_ source: Text, _ code: Int32) -> Failure {
    let reason = SystemError.sentence(code)
    return Failure(
      .io,
      Text(nl: "de wachtwoordzin kan niet worden gelezen uit ", en: "the passphrase cannot be read from ") + source
        + Text(": ") + reason,
      remedy: Text(
        nl: "Controleer de naam en of u dit mag lezen.", en: "Check the name and whether you may read it."))
  }

  static func readableByOthers(_ path: String, mode: UInt32) -> Failure {
    let octal = String(mode & 0o777, radix: 8)
    let quoted = "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    let command = "chmod 600 " + (path.hasPrefix("-") ? "-- " : "") + quoted
    return Failure(
      .badInput,
      Text(
        nl: "anderen mogen het wachtwoordbestand \(path) lezen of wijzigen (rechten \(octal))",
        en: "others may read or change the passphrase file \(path) (mode \(octal))"),
      remedy: Text(nl: "Typ: \(command)", en: "Type: \(command)"))
  }
}
