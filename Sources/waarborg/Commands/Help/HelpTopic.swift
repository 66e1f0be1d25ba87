import Console
import Governance

/// What `waarborg help` knows besides commands: a subject of its own, for who looks for no command.
enum HelpTopic: String, CaseIterable {
  /// The environment variables.
  case omgeving
  /// The exit statuses.
  case exitcodes

  /// The subject that someone asks for, in either language; nil when it is none.
  init?(_ arguments: [String]) {
    var words = arguments[...]
    // The language is chosen before anything is parsed.
    while let index = words.firstIndex(of: "--taal") { words.removeSubrange(index..<min(index + 2, words.endIndex)) }
    words.removeAll { $0.hasPrefix("--taal=") }
    guard words.count == 2, words.first == "help", let name = words.last else { return nil }
    switch name {
    case "omgeving", "environment": self = .omgeving
    case "exitcodes", "exit-codes", "exitcode": self = .exitcodes
    default: return nil
    }
  }

  /// What is said of it.
  func rendered(_ terminal: Terminal, _ language: Language) -> String {
    var list = KeyValueList()
    switch self {
    case .omgeving: for (name, text) in Self.variables { list.add(Text(name), StyledText(text)) }
    case .exitcodes:
      list.add(Text("0"), StyledText(Text(nl: "gedaan wat u vroeg", en: "done what you asked")))
      for kind in Failure.Kind.allCases { list.add(Text("\(kind.exitCode)"), StyledText(kind.meaning)) }
    }
    return list.rendered(language, width: terminal.width, colour: false)
  }

  private static let variables: [(String, Text)] = [
    (
      "WAARBORG_LEDGER", Text(nl: "De map van het grootboek, als --ledger.", en: "The ledger's directory, as --ledger.")
    ),
    (
      "WAARBORG_SLEUTEL",
      Text(
        nl: "De sleutel waarmee u tekent en leest, als --als.", en: "The key with which you sign and read, as --als.")
    ),
    (
      "WAARBORG_WACHTWOORD_BESTAND",
      Text(
        nl: "Bestand met het wachtwoord van die sleutel, alleen voor u leesbaar; van één sleutel: met _NAAM erachter.",
        en: "File with that key's passphrase, readable by you alone; of one key: with _NAME behind it.")
    ),
    (
      "WAARBORG_WACHTWOORD_OPDRACHT",
      Text(
        nl: "Opdracht die het wachtwoord schrijft; van één sleutel: met _NAAM erachter.",
        en: "Command that writes the passphrase; of one key: with _NAME behind it.")
    ),
    (
      "WAARBORG_TAAL",
      Text(
        nl: "nl of en, als --taal; anders zegt de landinstelling het (LC_ALL, LC_MESSAGES, LANG).",
        en: "nl or en, as --taal; else the locale says it (LC_ALL, LC_MESSAGES, LANG).")
    ),
    (
      "WAARBORG_KLOKSPRONG",
      Text(
        nl: "Na hoeveel dagen zonder gebeurtenis naar de klok wordt gevraagd (anders 35).",
        en: "After how many days without an event the clock is asked about (else 35).")
    ),
    (
      "WAARBORG_PAGER",
      Text(
        nl: "Waardoor een lange lijst op een scherm gaat (anders PAGER, anders less -FRX); leeg of cat: nergens door.",
        en: "What a long list on a screen goes through (else PAGER, else less -FRX); empty or cat: nothing.")
    ),
    (
      "XDG_CONFIG_HOME",
      Text(nl: "Waar uw sleutels liggen, in een map waarborg.", en: "Where your keys lie, in a folder waarborg.")
    ),
    (
      "XDG_STATE_HOME",
      Text(
        nl: "Waar geziene controlepunten liggen, en wat u elders ondertekende.",
        en: "Where the checkpoints you saw lie, and what you signed elsewhere.")
    ),
    (
      "XDG_CACHE_HOME",
      Text(
        nl: "Waar uw overzichten liggen; zij kunnen altijd weg.", en: "Where your views lie; they can always go.")
    ),
    ("NO_COLOR", Text(nl: "Geen kleur.", en: "No colour.")),
  ]
}

extension Failure.Kind {
  /// What an exit status means.
  var meaning: Text {
    switch self {
    case .foundWanting: Text(nl: "gecontroleerd en niet in orde", en: "checked and found wanting")
    case .usage: Text(nl: "verkeerd getypt", en: "typed wrongly")
    case .badInput:
      Text(
        nl: "de invoer klopt niet; de melding zegt wat en wat er verwacht werd",
        en: "the input is not right; the message says what, and what was expected")
    case .notFound:
      Text(
        nl: "zo'n grootboek, gebeurtenis of document is er niet", en: "there is no such ledger, event or document")
    case .busy:
      Text(
        nl: "een ander schrijft, of het grootboek is niet bereikbaar",
        en: "somebody else writes, or the ledger cannot be reached")
    case .refused:
      Text(
        nl: "een regel weigert het; de melding noemt de regel, de bron en wat wel kan",
        en: "a rule refuses it; the message names the rule, its source and what can be done")
    case .io:
      Text(
        nl: "lezen of schrijven mislukte; er is niets geschreven", en: "reading or writing failed; nothing was written")
    case .notPermitted: Text(nl: "deze sleutel mag dat niet", en: "this key may not do that")
    }
  }
}
