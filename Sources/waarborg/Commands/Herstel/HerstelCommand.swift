import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto
import Organisatie

/// `waarborg herstel`: the ledger again when it is gone, and what has to be signed and accepted when part of it stays lost.
struct HerstelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "herstel",
    abstract: Language.ofProcess.choose(
      nl: "Zet het grootboek terug, en ga zo nodig verder onder een nieuwe sleutel van het log.",
      en: "Restore the ledger, and if need be go on under a new log key."),
    discussion: Language.ofProcess.choose(
      nl: """
        Het gewone geval:
          waarborg herstel backup-maandag gemeente.ledger --met backup-dinsdag
        Blijft er iets verloren, of is log.key weg, dan tekenen twee sleutelbeheerders:
          waarborg herstel backup-maandag gemeente.ledger --verder --als secretariaat
          waarborg herstel bevestig --als beheerder
        en wie meer had gezien, aanvaardt dat met de hand: waarborg herstel aanvaard
        """,
      en: """
        The usual case:
          waarborg herstel backup-monday gemeente.ledger --met backup-tuesday
        If something stays lost, or log.key is gone, two registrars sign:
          waarborg herstel backup-monday gemeente.ledger --verder --als secretariaat
          waarborg herstel bevestig --als beheerder
        and whoever had seen more accepts that by hand: waarborg herstel aanvaard
        """),
    subcommands: [HerstelUit.self, Bevestig.self, Aanvaard.self], defaultSubcommand: HerstelUit.self)
}

extension HerstelCommand {
  /// `waarborg herstel bevestig`
  struct Bevestig: RecordingCommand {
    typealias Event = GrootboekherstelBevestigd

    static let configuration = CommandConfiguration(
      "bevestig", nl: "Bevestig als tweede dat het grootboek onder een nieuwe sleutel van het log verder gaat.",
      en: "Confirm as the second that the ledger goes on under a new log key.")
    @OptionGroup var recording: AppendingOptions

    func find(_ context: AppendContext) throws -> Fact {
      guard let pending = context.reading.registry.pendingRestoration,
        let fact = try context.reading.views.fact(at: pending.at)
      else {
        throw Failure(
          .notFound,
          Text(
            nl: "er is geen herstel dat op bevestiging wacht", en: "there is no restoration that waits to be confirmed"),
          remedy: Text(nl: "zie waarborg verify", en: "see waarborg verify"))
      }
      return fact
    }

    func identify(_ found: Fact, in draft: inout EventDraft) throws {
      draft[Event.herstel] = Int64(clamping: found.position)
    }

    func about(_ found: Fact, _ context: AppendContext) throws -> Text? {
      context.reading.registry.pendingRestoration.map { Text(nl: "Over: ", en: "About: ") + $0.text }
    }
  }

  /// `waarborg herstel aanvaard`
  struct Aanvaard: ProgramCommand {
    static let configuration = CommandConfiguration(
      "aanvaard", nl: "Aanvaard een hersteld grootboek, waarvan hier meer was gezien dan er is teruggezet.",
      en: "Accept a restored ledger of which more was seen here than was restored.",
      discussion: Text(
        nl: """
          Doe dit pas als u langs een andere weg hebt gehoord dat het grootboek is hersteld, en wat de nieuwe sleutel is.
          Wie alleen tekent en geen grootboek heeft, aanvaardt de nieuwe sleutel: --sleutel VKEY.
          """,
        en: """
          Do this only when you heard by another way that the ledger was restored, and what the new key is.
          Who only signs and has no ledger accepts the new key: --sleutel VKEY.
          """))
    @Option(
      help: Language.help(
        nl: "De nieuwe publieke sleutel van het log, waar geen grootboek is.",
        en: "The log's new public key, where there is no ledger.", "vkey|bestand"))
    var sleutel: String?
    @Flag(help: Language.help(nl: "Vraag niet om een bevestiging.", en: "Do not ask for confirmation.")) var yes = false
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      if let sleutel { return try accept(Input.logKey(sleutel, option: "--sleutel"), program) }
      let accepted = try program.acceptRestored(shared, assumeYes: yes)
      program.terminal.note(
        StyledText.verdict(
          .good,
          Text(
            nl: "Aanvaard; vanaf nu geldt hier deze geschiedenis, van \(accepted.size) gebeurtenissen",
            en: "Accepted; from now on this history holds here, of \(accepted.size) events")))
    }

    private func accept(_ key: NoteVerifier, _ program: Program) throws {
      let kept = Ondertekend(environment: program.environment)
      guard let old = kept.logKey(of: key.name) else {
        throw Failure(
          .notFound,
          Text(
            nl: "op deze machine is nog niets ondertekend voor \(key.name)",
            en: "nothing was signed on this machine for \(key.name) yet"))
      }
      let question = Text(
        nl: "Het log van \(key.name) had sleutel \(old); voortaan \(key.vkey). Weet u dit langs een andere weg?",
        en: "The log of \(key.name) had key \(old); from now on \(key.vkey). Do you know this by another way?")
      try program.terminal.requireYes(question, assumeYes: yes)
      try kept.accept(key)
    }
  }
}
