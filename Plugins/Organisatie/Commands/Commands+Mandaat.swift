import ArgumentParser
import Console
import Governance
import Ledger

extension OrganisatieCommand {
  /// `waarborg organisatie mandaat-verleen`
  struct MandaatVerleen: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "mandaat-verleen",
      abstract: Language.ofProcess.choose(nl: "Verleen een mandaat.", en: "Give a mandate."),
      discussion: Language.ofProcess.choose(
        nl:
          "Voorbeeld: waarborg organisatie mandaat-verleen --aan secretariaat --gebeurtenis RegelingVastgesteld --als college",
        en:
          "Example: waarborg organisatie mandaat-verleen --aan secretariaat --gebeurtenis RegelingVastgesteld --als college"
      ))
    @Option(help: Language.help(nl: "De rol die mag ondertekenen.", en: "The role that may sign.", "rol")) var aan:
      String
    @Option(help: Language.help(nl: "Wat het omvat; mag vaker.", en: "What it covers; may be repeated.", "gebeurtenis"))
    var gebeurtenis: [String]
    @Option(help: Language.help(nl: "De eerste dag (anders vandaag).", en: "The first day (else today).", "dag"))
    var van: String?
    @Option(help: Language.help(nl: "De laatste dag.", en: "The last day.", "dag")) var tot: String?
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let receiver: Rol = try Input.code(aan, option: "--aan")
      try program.append(options) { context in
        var draft = EventDraft(
          MandaatVerleend.self, stream: context.book.newStream("Mandaat"), effective: context.effective)
        draft[MandaatVerleend.mandaatgever] = context.reading.registry.keys[context.key.id]?.rol ?? .beheerder
        draft[MandaatVerleend.gemandateerde] = receiver
        draft[MandaatVerleend.gebeurtenissen] = gebeurtenis
        draft[MandaatVerleend.van] = try van.map { try Input.day($0, option: "--van") } ?? context.book.today
        draft[MandaatVerleend.tot] = try tot.map { try Input.day($0, option: "--tot") }
        return Proposal(draft)
      }
    }
  }

  /// `waarborg organisatie mandaat-trek-in`
  struct MandaatTrekIn: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "mandaat-trek-in",
      abstract: Language.ofProcess.choose(nl: "Trek een mandaat in.", en: "Withdraw a mandate."))
    @Argument(help: Language.help(nl: "Het kenmerk uit de lijst.", en: "The id from the list.", "Mandaat/…"))
    var mandaat: String
    @Option(
      help: Language.help(
        nl: "De eerste dag waarop het niet meer geldt (anders vandaag).",
        en: "The first day on which it no longer holds (else today).", "dag"))
    var vanaf: String?
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        guard let stream = StreamID(mandaat), context.reading.registry.mandates.contains(where: { $0.stream == stream })
        else {
          throw Failure(.notFound, Text(nl: "er is geen mandaat «\(mandaat)»", en: "there is no mandate “\(mandaat)”"))
        }
        var draft = EventDraft(MandaatIngetrokken.self, stream: stream, effective: context.effective)
        draft[MandaatIngetrokken.vanaf] = try vanaf.map { try Input.day($0, option: "--vanaf") } ?? context.book.today
        return Proposal(draft)
      }
    }
  }
}
