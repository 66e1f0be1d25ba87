import ArgumentParser
import Console
import Governance
import Ledger
import RuleFiles

/// `waarborg vernietiging`
struct VernietigingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vernietiging",
    abstract: Language.ofProcess.choose(
      nl: "Vernietig zaken waarvan de tijd om is: bekijken, voorstellen, laten goedkeuren, uitvoeren.",
      en: "Destroy cases whose time has passed: look, propose, have it approved, carry it out."),
    subcommands: [Toon.self, Doe.self, KeurGoed.self, VoerUit.self, Houd.self, LaatLos.self, Kies.self])

  /// `waarborg vernietiging toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "toon",
      abstract: Language.ofProcess.choose(
        nl: "Toon van uw zaken wat weg mag, wat blijft en waarom; en de voorstellen.",
        en: "Show of your cases what may go, what stays and why; and the proposals."))
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.zaken(options) { book, zaken in
        let voorstel = try Voorstel(try zaken.alle(), op: try options.day(book.today), zaken.reading)
        try Vernietigingsbeeld(voorstel, try zaken.reading.views.facts(of: VernietigingVoorgesteld.self), zaken.reading)
          .toon(program, isJSON: shared.json)
      }
    }
  }

  /// `waarborg vernietiging voorstel`
  struct Doe: RecordingCommand {
    static let configuration = CommandConfiguration(
      commandName: "voorstel",
      abstract: Language.ofProcess.choose(
        nl: "Stel voor te vernietigen wat «toon» als rijp toont.", en: "Propose to destroy what “toon” shows as ripe."))
    @OptionGroup var recording: AppendingOptions
    var asksPassphrase: Bool { true }
    typealias Event = VernietigingVoorgesteld

    func complete(_ draft: inout EventDraft, _ stream: StreamID, _ context: AppendContext) throws {
      let voorstel = try Voorstel(try context.zaken.alle(), op: context.book.today, context.reading)
      guard !voorstel.delen.isEmpty else {
        throw Failure(
          .refused, Text(nl: "er is niets waarvan de tijd om is", en: "there is nothing whose time has passed"),
          remedy: Text(nl: "zie waarborg vernietiging toon", en: "see waarborg vernietiging toon"),
          rule: RuleCitation(id: "VER-RIJP", source: "Archiefbesluit 1995 art. 8"))
      }
      draft.effective = ImpreciseDate(context.book.today)
      draft[VernietigingVoorgesteld.soort] = voorstel.soort
      draft[VernietigingVoorgesteld.aantal] = voorstel.aantal
      draft[VernietigingVoorgesteld.klassen] = voorstel.klassen
      draft[VernietigingVoorgesteld.delen] = voorstel.delen.map(\.stukken.digest)
      draft[VernietigingVoorgesteld.peildag] = voorstel.peildag
    }
  }

  /// `waarborg vernietiging keur-goed`
  struct KeurGoed: RecordingCommand {
    static let configuration = CommandConfiguration(
      commandName: "keur-goed",
      abstract: Language.ofProcess.choose(
        nl: "Keur een voorstel van een ander goed, over aantal en digest.",
        en: "Approve another's proposal, over count and digest."))
    @OptionGroup var voorstel: VoorstelArgument
    @OptionGroup var recording: AppendingOptions
    var asksPassphrase: Bool { true }
    typealias Event = VernietigingGoedgekeurd

    func find(_ context: AppendContext) throws -> Fact { try voorstel.find(context.views) }

    func complete(_ draft: inout EventDraft, _ found: Fact, _ context: AppendContext) throws {
      draft.effective = ImpreciseDate(context.book.today)
      draft[VernietigingGoedgekeurd.voorstel] = found.id
    }
  }

  /// `waarborg vernietiging voer-uit`
  struct VoerUit: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "voer-uit",
      abstract: Language.ofProcess.choose(
        nl: "Voer een goedgekeurd voorstel uit: precies wat is bekeken, of niets.",
        en: "Carry out an approved proposal: exactly what was looked at, or nothing."))
    @OptionGroup var voorstel: VoorstelArgument
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }
    var asksPassphrase: Bool { true }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        let found = try voorstel.find(context.reading.views)
        guard let peildag = found[VernietigingVoorgesteld.peildag] else {
          throw Failure(.badInput, Text(nl: "dit is geen voorstel", en: "this is no proposal"))
        }
        let nu = try Voorstel(try context.zaken.alle(), op: peildag, context.reading)
        guard nu.delen.map(\.stukken.digest) == found[VernietigingVoorgesteld.delen] else {
          throw Failure(
            .refused,
            Text(
              nl:
                "wat is voorgesteld is niet precies wat deze sleutel mag vernietigen: niet al die zaken zijn van u, of er is sindsdien iets vastgelegd, tegengehouden, heropend of vernietigd",
              en:
                "what was proposed is not exactly what this key may destroy: not all of those cases are yours, or something was recorded, held, opened again or destroyed since"
            ),
            remedy: Text(
              nl: "wie het voorstelde, voert het uit of doet een nieuw voorstel",
              en: "who proposed it carries it out, or makes a new proposal"),
            rule: RuleCitation(id: "VER-BEKEKEN", source: "Archiefbesluit 1995 art. 8"))
        }
        var proposal = Proposal(
          question: Text(
            nl:
              "Vernietigen: \(found[VernietigingVoorgesteld.aantal] ?? "?") zaken. Dit kan niet ongedaan worden gemaakt. Doorgaan?",
            en: "Destroy: \(found[VernietigingVoorgesteld.aantal] ?? "?") cases. This cannot be undone. Go on?"))
        proposal.drafts = try nu.delen.map { deel in
          var draft = EventDraft(
            StukkenVernietigd.self, stream: context.book.newStream("Vernietiging"),
            effective: ImpreciseDate(context.book.today))
          draft[StukkenVernietigd.stukken] = deel.stukken
          draft[StukkenVernietigd.grond] = "bewaartermijn verstreken"
          draft[StukkenVernietigd.bewaarregel] = (found[VernietigingVoorgesteld.klassen] ?? []).joined(separator: "; ")
          draft[StukkenVernietigd.voorstel] = found.id
          draft[StukkenVernietigd.akkoorden] = try deel.zaken.map {
            StreamConsent($0.stream, to: deel.stukken, by: try $0.sleutel.signing)
          }
          return draft
        }
        return proposal
      }
    }
  }

  /// `waarborg vernietiging houd`
  struct Houd: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "houd",
      abstract: Language.ofProcess.choose(
        nl: "Houd tegen dat iets van een zaak wordt vernietigd; van buiten is dat niet te zien.",
        en: "Hold a case from being destroyed; from outside that cannot be seen."))
    @OptionGroup var zaak: ZaakArgument
    @Option(
      help: Language.confidential(
        nl: "Waarom, zoals een procedure bij de rechter", en: "Why, such as a court case", "tekst", isForCircle: true))
    var grond: String
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .gehouden(grond: grond) }
  }

  /// `waarborg vernietiging laat-los`
  struct LaatLos: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "laat-los",
      abstract: Language.ofProcess.choose(nl: "Beëindig dat tegenhouden.", en: "End such a hold."))
    @OptionGroup var zaak: ZaakArgument
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .losgelaten }
  }

  /// `waarborg vernietiging kies`
  struct Kies: RecordingCommand {
    static let configuration = CommandConfiguration(
      commandName: "kies",
      abstract: Language.ofProcess.choose(
        nl: "Leg als archivaris vast welke bewaartermijn geldt waar bronnen botsen of zwijgen.",
        en: "Record as archivist which retention governs where sources conflict or are silent."))
    @Argument(help: Language.help(nl: "De procedure.", en: "The procedure.", "procedure")) var procedure: String
    @Argument(
      help: Language.help(
        nl: "Welke stukken, zoals de procedure ze noemt.", en: "Which papers, as the procedure names them.", "stukken"))
    var stukken: String
    @Option(
      help: Language.help(
        nl: "procedure, selectielijst of besluit.", en: "procedure, selectielijst or besluit.", "bron"))
    var keuze: String
    @Option(
      help: Language.help(
        nl: "Bij een eigen besluit: hoe lang, zoals P5Y; zonder: altijd.",
        en: "With a decision of one's own: how long, such as P5Y; without: for ever.", "duur"))
    var termijn: String?
    @Option(help: Language.help(nl: "Waarom; leesbaar voor iedereen.", en: "Why; readable for everyone.", "tekst"))
    var reden: String
    @OptionGroup var recording: AppendingOptions
    typealias Event = BewaartermijnGekozen

    func fill(_ fields: inout DraftFields) throws {
      let bron: BewaartermijnGekozen.Bronkeuze = try Input.code(keuze, option: "--keuze")
      guard bron == .besluit || termijn == nil else {
        throw Failure(
          .badInput,
          Text(
            nl: "--termijn hoort bij een eigen besluit; «\(keuze)» heeft een eigen termijn",
            en: "--termijn goes with a decision of one's own; “\(keuze)” has a term of its own"),
          remedy: Text(
            nl: "laat --termijn weg, of kies --keuze besluit", en: "leave --termijn out, or use --keuze besluit"))
      }
      fields[BewaartermijnGekozen.keuze] = bron
      fields[BewaartermijnGekozen.termijn] = try termijn.map {
        try Input.duration(
          $0, option: "--termijn", expected: Text(nl: "is geen duur zoals P5Y", en: "is no length such as P5Y"))
      }
      fields[BewaartermijnGekozen.reden] = reden
    }

    func complete(_ draft: inout EventDraft, _ stream: StreamID, _ context: AppendContext) throws {
      let (_, found) = try Procedures(context.reading).geldend(procedure, op: context.book.today)
      guard let bewaring = found.bewaring.first(where: { $0.id == stukken }) else {
        throw Failure(
          .badInput,
          Text(
            nl: "\(found.id) kent de stukken «\(stukken)» niet", en: "\(found.id) does not know the papers “\(stukken)”"
          ),
          remedy: Text(
            nl: "kies uit: \(found.bewaring.map(\.id).joined(separator: ", "))",
            en: "choose from: \(found.bewaring.map(\.id).joined(separator: ", "))"))
      }
      guard bewaring.vraagtKeuze else {
        throw Failure(
          .refused,
          Text(
            nl: "over «\(stukken)» botsen de bronnen niet en zwijgen zij niet",
            en: "of “\(stukken)” the sources neither conflict nor are silent"),
          remedy: Text(
            nl: "er is niets te kiezen: \(bewaring.regels)", en: "there is nothing to choose: \(bewaring.regels)"),
          rule: RuleCitation(id: "VER-KEUZE", source: bewaring.herkomst.text))
      }
      draft[BewaartermijnGekozen.procedure] = found.id
      draft[BewaartermijnGekozen.bewaring] = stukken
    }
  }
}

/// Which proposal.
struct VoorstelArgument: ParsableArguments {
  @Argument(help: Language.help(nl: "Het nummer van het voorstel.", en: "The number of the proposal.", "nummer"))
  var voorstel: String

  func find(_ views: ViewReader) throws -> Fact {
    guard let found = try views.fact(voorstel), found.is(VernietigingVoorgesteld.self) else {
      throw Failure(
        .notFound, Text(nl: "«\(voorstel)» is geen voorstel", en: "“\(voorstel)” is no proposal"),
        remedy: Text(nl: "zie waarborg vernietiging toon", en: "see waarborg vernietiging toon"))
    }
    return found
  }
}
