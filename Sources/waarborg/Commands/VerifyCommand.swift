import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

/// `waarborg verify`: the five questions, answered from the log up.
struct VerifyCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Language.ofProcess.choose(
      nl: "Controleer het hele grootboek.", en: "Verify the whole ledger."),
    discussion: Language.ofProcess.choose(
      nl: """
        Vijf vragen: log, gebeurtenissen, kluis, regels, overzichten. Wie eerder een controlepunt heeft bewaard, geeft het mee
        met --vertrouw: dan blijkt ook of het log sindsdien is herschreven. Met --als worden ook verzegelde velden geopend.
        Wat dit niet bewijst: dat alles is vastgelegd.
        """,
      en: """
        Five questions: log, events, vault, rules, views. Who kept a checkpoint gives it with --vertrouw: that shows whether
        the log was rewritten since. With --als sealed fields are opened as well.
        What this does not prove: that everything was recorded.
        """))

  @Option(
    help: Language.help(
      nl: "Een controlepunt dat u eerder bewaarde; mag vaker.", en: "A checkpoint you kept earlier; may be repeated.",
      "bestand"))
  var vertrouw: [String] = []
  @Option(
    help: Language.help(
      nl: "De publieke sleutel van het log (vkey), zoals u die bij de opening kreeg.",
      en: "The log's public key (vkey), as you got it at the founding.", "vkey|bestand"))
  var sleutel: String?
  @OptionGroup var key: KeyOptions
  @OptionGroup var shared: SharedOptions

  func run(_ program: Program) throws {
    let ring = try program.reader(key)?.ring
    let trusted = try vertrouw.map {
      String(decoding: try Input.checkpoint(at: $0, option: "--vertrouw").bytes, as: UTF8.self)
    }
    let logKey = try sleutel.map { try Input.logKey($0, option: "--sleutel") }
    let report = try program.withLedger(shared, checkingMemory: false) { book in
      let ledger = try CheckpointMemory.Ledger(book)
      // A copy that is as the ledger once was is no fault; in its own place, or forked, it is judged below.
      let place = try program.directory(shared).url
      let earlier = try? program.memory.standing(book.stores, ledger, at: place).text
      if let earlier { program.terminal.noteOnce(earlier) }
      let options = VerificationOptions(
        trusted: trusted, remembered: earlier == nil ? try program.memory.checkpoint(of: ledger) : nil, logKey: logKey,
        ring: ring)
      let report = try program.terminal.withProgress(Text(nl: "Controleren", en: "Verifying")) { bar in
        try book.verify(options) { bar.update(Int(clamping: $0), Int(clamping: $1)) }
      }
      // So that a ledger that is rolled back later is noticed here.
      if report[.log].ok { program.remember(book, ledger, at: place) }
      warnOfTime(report, book.now, program)
      return report
    }
    if shared.json {
      program.terminal.outJSON(report.json(in: program.language).text)
    } else {
      show(report, program)
    }
    guard report.ok else {
      let count = report.checks.reduce(0) { $0 + $1.findings.count + Int($1.more) }
      throw Failure(
        .foundWanting,
        Text(
          nl: "het grootboek is niet in orde: \(Noun.bevinding.counted(count).nl)",
          en: "the ledger is not in order: \(Noun.bevinding.counted(count).en)"))
    }
  }

  /// A time that is yet to come is no fault of what was signed, but it keeps everyone from appending.
  private func warnOfTime(_ report: VerificationReport, _ now: Instant, _ program: Program) {
    guard let moment = report.recordedAt,
      moment.secondsSince1970 - now.secondsSince1970 > Grootboek.clockTolerance
    else { return }
    program.terminal.warn(
      Text(
        nl:
          "de laatste gebeurtenis is van \(moment), en dat moet nog komen: een klok stond verkeerd, of die van nu; zie waarborg klok toon",
        en:
          "the last event is of \(moment), which is yet to come: a clock was wrong, or this one is; see waarborg klok toon"
      ))
  }

  private func show(_ report: VerificationReport, _ program: Program) {
    if let scope = report.scope {
      program.terminal.out(
        StyledText(
          Text(
            nl: "Kopie om te lezen, gemaakt voor sleutel \(scope.reader)",
            en: "Copy to read, made for key \(scope.reader)")))
    }
    for check in report.checks {
      program.show(check, summary(check, program.language), isJudged: check.name != .views || check.checked > 0)
    }
    program.show(report.checkpoint)
    for restoration in report.restorations {
      program.terminal.out(StyledText(Text(nl: "Hersteld: ", en: "Restored: ") + restoration.text))
    }
    for line in registrations(report) { program.terminal.out(StyledText(line)) }
    guard let key = report.logKey else { return }
    program.terminal.out(StyledText(Text(nl: "Sleutel van het log: ", en: "Key of the log: ") + Text(key)))
    if sleutel == nil {
      program.terminal.note(
        Text(
          nl: "die sleutel noemt het log zelf: vergelijk haar met die van de opening, of geef haar mee met --sleutel",
          en: "that key is the log's own word: compare it with that of the founding, or give it with --sleutel"))
    }
  }

  /// Who registered how many keys in which roles, and each key of which a second signature is missing.
  private func registrations(_ report: VerificationReport) -> [Text] {
    let registrars = report.registrations.reduce(into: [VerificationReport.Registration]()) { firsts, key in
      if let registrar = key.registrar, !firsts.contains(where: { $0.registrar == registrar }) { firsts.append(key) }
    }
    let lines = registrars.map { first in
      let keys = report.registrations.filter { $0.registrar == first.registrar }
      let roles = Set(keys.map(\.rol)).sorted { $0.rawValue < $1.rawValue }
      let (who, kid) = (first.registrarRol?.text ?? Text("?"), first.registrar?.description ?? "?")
      return Text(
        nl:
          "Sleutels geregistreerd door \(who.nl) \(kid): \(keys.count) (\(roles.map(\.text.nl).joined(separator: ", ")))",
        en: "Keys registered by the \(who.en) \(kid): \(keys.count) (\(roles.map(\.text.en).joined(separator: ", ")))")
    }
    let unconfirmed = report.registrations.filter(\.isUnconfirmed)
    guard !unconfirmed.isEmpty else { return lines }
    let names = unconfirmed.map { "\($0.key) (\($0.rol.rawValue))" }.joined(separator: ", ")
    return lines + [
      Text(
        nl: "Onbevestigd, want niemand anders tekende voor de registratie: \(unconfirmed.count): \(names)",
        en: "Unconfirmed, for nobody else signed for the registration: \(unconfirmed.count): \(names)")
    ]
  }

  private func summary(_ check: CheckReport, _ language: Language) -> Text {
    let count = language.number(Int(clamping: check.checked))
    var text: Text
    switch check.name {
    case .log:
      text = Text(
        nl: "log: \(count) gebeurtenissen in de boom en onder controlepunten",
        en: "log: \(count) events in the tree and under checkpoints")
    case .events:
      text = Text(
        nl: "gebeurtenissen: \(count) handtekeningen, rollen en stromen",
        en: "events: \(count) signatures, roles and streams")
    case .vault:
      text = Text(
        nl: "kluis: \(count) verzegelde velden en documenten", en: "vault: \(count) sealed fields and documents")
    case .rules:
      text = Text(nl: "regels: \(count) gebeurtenissen opnieuw beoordeeld", en: "rules: \(count) events judged again")
    case .views where check.checked == 0:
      text = Text(
        nl: "overzichten: u hebt er hier nog geen, dus er was niets te vergelijken",
        en: "views: you have none here yet, so there was nothing to compare")
    case .views:
      text = Text(
        nl: "overzichten: \(count) rijen vergeleken met een herbouw", en: "views: \(count) rows compared with a rebuild"
      )
    }
    if check.erased > 0 { text = text + Text(nl: ", \(check.erased) vernietigd", en: ", \(check.erased) erased") }
    if check.withheld > 0 {
      text =
        text
        + Text(
          nl: ", \(check.withheld) niet in deze kopie (wel de hashes ervan)",
          en: ", \(check.withheld) not in this copy (their hashes are)")
    }
    if check.unreadable > 0 {
      text =
        text
        + Text(
          nl: ", \(check.unreadable) zonder sleutel niet te openen",
          en: ", \(check.unreadable) not openable without a key")
    }
    if check.sealed > 0 {
      text =
        text
        + Text(
          nl: ", \(check.sealed) zonder wat verzegeld is (met een sleutel, --als, wel)",
          en: ", \(check.sealed) without what is sealed (with a key, --als, also that)")
    }
    if check.closed > 0 {
      text =
        text
        + Text(
          nl: ", \(check.closed) in zaken alleen van buiten (van binnen kan dat wie erbij hoort)",
          en: ", \(check.closed) in cases from outside only (from within, who belongs to them can)")
    }
    if check.notJudged > 0 {
      text = text + Text(nl: ", \(check.notJudged) niet te beoordelen", en: ", \(check.notJudged) not judged")
    }
    return text
  }
}
