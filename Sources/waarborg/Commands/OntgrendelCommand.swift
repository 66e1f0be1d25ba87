import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg ontgrendel`: keeps keys open, so that the passphrase is typed once.
struct OntgrendelCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    "ontgrendel", nl: "Houd sleutels open, zodat u het wachtwoord één keer typt.",
    en: "Keep keys open, so that you type the passphrase once.",
    discussion: Text(
      nl: """
        De sleutel blijft in één proces van u, tot de tijd om is, de machine slaapt, u afmeldt of waarborg vergrendel. Het
        proces tekent en opent op verzoek van uw opdrachten en geeft nooit een sleutel af. Wat sleutels verandert of vernietigt,
        vraagt het wachtwoord altijd.
        Voorbeelden:
          waarborg ontgrendel
          waarborg ontgrendel secretariaat college --voor 2u
        """,
      en: """
        The key stays in one process of yours until the time is up, the machine sleeps, you log out, or waarborg vergrendel. The
        process signs and opens when your commands ask, and never hands out a key. What changes keys or erases always asks for
        the passphrase.
        Examples:
          waarborg ontgrendel
          waarborg ontgrendel secretariaat college --voor 2u
        """))

  @Argument(
    help: Language.help(
      nl: "Welke sleutels (anders WAARBORG_SLEUTEL, of de enige die u hebt).",
      en: "Which keys (else WAARBORG_SLEUTEL, or the only one you have).", "naam"))
  var namen: [String] = []
  @Option(
    help: Language.help(
      nl: "Hoe lang: uren of minuten, zoals 8u of 30m; hoogstens 24u (anders 8u).",
      en: "How long: hours or minutes, such as 8u or 30m; at most 24u (else 8u).", "tijd"))
  var voor: String?
  @OptionGroup var key: KeyOptions
  @OptionGroup var shared: SharedOptions

  func run(_ program: Program) throws {
    let time = try voor.map { try OpenTime($0) } ?? .usual
    for name in try chosen(program) {
      let id = try program.keepOpen(name, key, for: time)
      guard !shared.json else {
        let json: JSON = [
          "sleutel": .string(name), "kid": .string(id.description), "seconden": .int(Int64(time.seconds)),
        ]
        program.terminal.outJSON(json.text)
        continue
      }
      program.terminal.note(
        StyledText.verdict(
          .good,
          Text(nl: "Sleutel \(name) is ontgrendeld, voor ", en: "Key \(name) is unlocked, for ") + time.text))
    }
    guard !program.agent.endsAtLogout else { return }
    program.terminal.note(
      Text(
        nl: "hier is geen map die bij het afmelden verdwijnt (XDG_RUNTIME_DIR): vergrendel zelf als u weggaat",
        en: "there is no directory here that goes at logout (XDG_RUNTIME_DIR): lock it yourself when you leave"))
  }

  private func chosen(_ program: Program) throws -> [String] {
    let typed = namen + [key.als].compactMap(\.self).filter { !namen.contains($0) }
    if !typed.isEmpty { return typed }
    if let name = program.environment["WAARBORG_SLEUTEL"] { return [name] }
    let known = program.keys.names()
    if known.count == 1 { return known }
    throw Failure(
      .usage, Text(nl: "welke sleutel?", en: "which key?"),
      remedy: known.isEmpty
        ? Text(
          nl: "u hebt er nog geen: waarborg key new NAAM --rol ROL",
          en: "you have none yet: waarborg key new NAME --rol ROLE")
        : Text(nl: "deze zijn er: \(known.joined(separator: ", "))", en: "there are: \(known.joined(separator: ", "))"))
  }
}

/// `waarborg vergrendel`: lets go of keys that are kept open.
struct VergrendelCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    "vergrendel", nl: "Vergrendel sleutels die open zijn gehouden.", en: "Lock keys that were kept open.")

  @Argument(help: Language.help(nl: "Welke sleutels (anders alle).", en: "Which keys (else all).", "naam"))
  var namen: [String] = []
  @OptionGroup var shared: SharedOptions

  func run(_ program: Program) throws {
    let count =
      namen.isEmpty ? try program.letGo(nil) : try namen.reduce(0) { try $0 + program.letGo($1) }
    if shared.json {
      let json: JSON = ["vergrendeld": .int(Int64(count))]
      return program.terminal.outJSON(json.text)
    }
    program.terminal.note(
      count == 0
        ? Text(nl: "er was niets ontgrendeld", en: "nothing was unlocked")
        : Text(
          nl: count == 1 ? "1 sleutel vergrendeld" : "\(count) sleutels vergrendeld",
          en: count == 1 ? "1 key locked" : "\(count) keys locked"))
  }
}

/// The process that keeps keys open; `waarborg ontgrendel` starts it.
struct AgentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: KeyAgent.command, shouldDisplay: false)

  @Argument var map: String

  func run() throws {
    var service = try AgentService(listener: KeyAgent.listener, folder: map)
    service.run()
  }
}
