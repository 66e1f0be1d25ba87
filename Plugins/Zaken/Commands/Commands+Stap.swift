import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

extension ZaakCommand {
  /// `waarborg zaak stap`
  struct Stap: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "stap",
      abstract: Language.ofProcess.choose(
        nl: "Zet een stap; zonder naam: wat u nu kunt doen, wat erbij hoort en welke termijn het haalt.",
        en: "Take a step; without a name: what you can do now, what it takes and which term it meets."))
    @OptionGroup var zaak: ZaakArgument
    @Argument(help: Language.help(nl: "De stap.", en: "The step.", "stap")) var stap: String?
    @OptionGroup var velden: VeldOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      guard let stap else { return try lijst(program) }
      try Stapzetter(zaak: zaak.zaak, options: options).zet(program) { zaak, _ in
        guard let step = zaak.procedure.stap(stap) else {
          throw Failure(
            .badInput,
            Text(
              nl: "\(zaak.procedure.id) kent de stap «\(stap)» niet",
              en: "\(zaak.procedure.id) does not know the step “\(stap)”"),
            remedy: Text(nl: "zie waarborg zaak stap \(zaak.kenmerk)", en: "see waarborg zaak stap \(zaak.kenmerk)"))
        }
        return (step, try velden.waarden(step))
      }
    }

    private func lijst(_ program: Program) throws {
      try program.zaken(options) { book, zaken in
        let found = try zaken.zaak(zaak.zaak)
        let klokken = found.klokken(op: book.today, nu: book.now, try Kalenders(zaken.reading.views))
        Stappenlijst(found, klokken, zaken.lezer).toon(program, isJSON: shared.json)
      }
    }
  }

  /// `waarborg zaak verleng`
  struct Verleng: Bijzonder {
    static let configuration = CommandConfiguration(
      commandName: "verleng",
      abstract: Language.ofProcess.choose(
        nl: "Verleng een termijn, waar de procedure dat toelaat.", en: "Extend a term, where the procedure allows it."))
    @OptionGroup var zaak: ZaakArgument
    @OptionGroup var wijze: WijzeOptions
    @OptionGroup var velden: VeldOptions
    @OptionGroup var options: AppendingOptions

    func stappen(_ zaak: Zaak, op dag: CalendarDate) -> [String] {
      zaak.procedure.termijnen.flatMap { $0.verlenging.map(\.stap) }
    }
    func ontbreekt(_ procedure: Procedure) -> Text {
      Text(nl: "deze procedure kent geen verlenging", en: "this procedure knows no extension")
    }
  }

  /// `waarborg zaak schort-op`
  struct SchortOp: Bijzonder {
    static let configuration = CommandConfiguration(
      commandName: "schort-op",
      abstract: Language.ofProcess.choose(
        nl: "Schort een termijn op, waar een artikel dat toelaat.", en: "Suspend a term, where an article allows it."))
    @OptionGroup var zaak: ZaakArgument
    @OptionGroup var wijze: WijzeOptions
    @OptionGroup var velden: VeldOptions
    @OptionGroup var options: AppendingOptions

    func stappen(_ zaak: Zaak, op dag: CalendarDate) -> [String] {
      zaak.procedure.termijnen.flatMap { $0.opschorting.map(\.stap) }
    }
    func ontbreekt(_ procedure: Procedure) -> Text {
      Text(
        nl: "deze procedure noemt geen artikel op grond waarvan een termijn stilstaat",
        en: "this procedure names no article by which a term stands still")
    }
  }

  /// `waarborg zaak hervat`
  struct Hervat: Bijzonder {
    static let configuration = CommandConfiguration(
      commandName: "hervat",
      abstract: Language.ofProcess.choose(nl: "Beëindig een opschorting.", en: "End a suspension."))
    @OptionGroup var zaak: ZaakArgument
    @OptionGroup var wijze: WijzeOptions
    @OptionGroup var velden: VeldOptions
    @OptionGroup var options: AppendingOptions

    /// What ends a suspension that runs; without one there is nothing to end.
    func stappen(_ zaak: Zaak, op dag: CalendarDate) -> [String] {
      let klokken = zaak.klokken(op: dag)
      let gronden = zaak.procedure.termijnen.flatMap(\.opschorting).filter { klokken.staatStil(door: $0) }
      return gronden.flatMap { $0.eindigt.map(\.stap) }
    }
    func ontbreekt(_ procedure: Procedure) -> Text {
      procedure.termijnen.allSatisfy(\.opschorting.isEmpty)
        ? Text(nl: "deze procedure kent geen opschorting", en: "this procedure knows no suspension")
        : Text(nl: "er staat geen termijn stil", en: "no term stands still")
    }
  }
}

/// A step that people know by what it does to a term.
protocol Bijzonder: ProgramCommand {
  var zaak: ZaakArgument { get }
  var wijze: WijzeOptions { get }
  var velden: VeldOptions { get }
  var options: AppendingOptions { get }
  /// The steps that do it, on a day.
  func stappen(_ zaak: Zaak, op dag: CalendarDate) -> [String]
  /// What is said when there are none.
  func ontbreekt(_ procedure: Procedure) -> Text
}

/// Which step is meant, where more than one does it.
struct WijzeOptions: ParsableArguments {
  @Option(
    help: Language.help(
      nl: "Met welke stap, als de procedure er meer kent.", en: "By which step, when the procedure knows several.",
      "stap")) var met: String?

  /// The step that is meant.
  /// - Throws: `Failure` when it is not said, or is none of those.
  func kies(_ names: [String]) throws -> String? {
    guard let met else {
      guard names.count > 1 else { return names.first }
      throw Failure(
        .badInput,
        Text(
          nl: "dat kan op \(names.count) wijzen: \(names.joined(separator: ", "))",
          en: "that can be done in \(names.count) ways: \(names.joined(separator: ", "))"),
        remedy: Text(nl: "zeg met welke stap: --met \(names[0])", en: "say by which step: --met \(names[0])"))
    }
    guard names.isEmpty || names.contains(met) else {
      throw Failure(
        .badInput, Text(nl: "--met: «\(met)» doet dat nu niet", en: "--met: “\(met)” does not do that now"),
        remedy: Text(
          nl: "een van: \(names.joined(separator: ", "))", en: "one of: \(names.joined(separator: ", "))"))
    }
    return names.isEmpty ? nil : met
  }
}

extension Bijzonder {
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    try Stapzetter(zaak: zaak.zaak, options: options).zet(program) { zaak, dag in
      var names: [String] = []
      for name in stappen(zaak, op: dag) where !names.contains(name) { names.append(name) }
      guard let name = try wijze.kies(names), let step = zaak.procedure.stap(name) else {
        throw Failure(
          .refused, ontbreekt(zaak.procedure),
          remedy: Text(
            nl: "zie waarborg procedure toon \(zaak.procedure.id)",
            en: "see waarborg procedure toon \(zaak.procedure.id)"),
          rule: RuleCitation(id: "ZAAK-TERMIJN", source: zaak.procedure.herkomst.text))
      }
      return (step, try velden.waarden(step))
    }
  }
}

/// Takes a step in a case and says what comes next.
struct Stapzetter {
  let zaak: String
  let options: AppendingOptions

  func zet(_ program: Program, _ kies: (Zaak, CalendarDate) throws -> (Stap, Veldwaarden)) throws {
    var kenmerk = ""
    var (merken, afwijkend): ([Veld], [Veld]) = ([], [])
    try program.append(options, isSummedUp: true) { context in
      let found = try context.zaken.zaak(zaak)
      let (stap, waarden) = try kies(found, context.day)
      kenmerk = found.kenmerk
      let keuring = Veldkeuring(stap, found.procedure)
      (merken, afwijkend) = (keuring.merken(waarden), keuring.afwijkend(waarden))
      return try context.voorstel(
        .init(gebeurtenis: .gezet(stap: stap.id), op: context.effective, velden: waarden), found)
    }
    guard !options.shared.json else { return }
    for veld in merken {
      program.terminal.warn(
        Text(
          nl: "\(veld.id) is niet vastgelegd en wordt gemerkt: \(veld.betekenis)",
          en: "\(veld.id) was not recorded and is marked: \(veld.betekenis)"))
    }
    for veld in afwijkend {
      program.terminal.warn(
        Text(
          nl: "\(veld.id) is vastgelegd zoals het was en wordt gemerkt: \(veld.betekenis)",
          en: "\(veld.id) was recorded as it was and is marked: \(veld.betekenis)"))
    }
    guard !options.meldtProef(program.terminal) else { return }
    program.terminal.note(
      StyledText.verdict(
        .good,
        Text(
          nl: "vastgelegd in \(kenmerk); vervolg: waarborg zaak stap \(kenmerk)",
          en: "recorded in \(kenmerk); next: waarborg zaak stap \(kenmerk)")))
  }
}

extension AppendingOptions {
  /// Says of a trial that nothing was written; false when it is none.
  func meldtProef(_ terminal: Terminal) -> Bool {
    guard dryRun, !shared.json else { return dryRun }
    terminal.note(
      Text(
        nl: "proef: dit zou in de zaak worden vastgelegd; er is niets geschreven",
        en: "dry run: this would be recorded in the case; nothing was written"))
    return true
  }
}

extension AppendContext {
  /// The next entry of a case, judged by its procedure and signed in the log with its own key.
  /// - Parameter versie: The version of the procedure that it names, which is in force.
  func voorstel(_ vastlegging: Zaakschrijver.Vastlegging, _ zaak: Zaak, versie: Procedure? = nil) throws -> Proposal {
    try magTekenen()
    let voorstel = Zaakkeuring.Voorstel(
      gebeurtenis: vastlegging.gebeurtenis, door: signer, op: vastlegging.op, velden: vastlegging.velden,
      isVolledig: true, versie: versie, vastgelegd: book.today)
    let keuring = Zaakkeuring(opening: zaak.opening, stand: zaak.stand, registry: reading.registry)
    if let weigering = keuring.weigering(voorstel) { throw weigering }
    var proposal = Proposal(try schrijver.ontwerp(vastlegging, in: zaak))
    proposal.signer = try zaak.sleutel.signing
    // What was decided on what the case said must still hold when it is recorded.
    proposal.options.expectedVersion = zaak.nummer
    return proposal
  }

  /// In the log an entry of a case is signed by the key of the case, so that who really signs is checked here.
  private func magTekenen() throws {
    guard let registered = reading.registry.keys[signer] else { throw Self.geweigerd(.unknownKey) }
    guard let revoked = registered.revoked else { return }
    throw Self.geweigerd(.revoked(from: revoked.from))
  }

  private static func geweigerd(_ problem: SigningProblem) -> Failure {
    Failure(.notPermitted, problem.text, remedy: problem.remedy)
  }
}
