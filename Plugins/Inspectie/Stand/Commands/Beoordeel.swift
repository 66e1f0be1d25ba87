import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg inspectie beoordeel`: what the log alone cannot say, by who answers for it.
struct Beoordeel: ProgramCommand {
  static let configuration = CommandConfiguration(
    "beoordeel", nl: "Beoordeel of het bewijs voor een eis voldoende is, met de reden.",
    en: "Judge whether the proof of a demand is enough, and why.",
    discussion: Text(
      nl: """
        Voorbeeld: waarborg inspectie beoordeel AI-1.5 --over 31 --uitkomst voldoende --reden "…" --als directeur
        Zonder --over gaat het over al het bewijs dat de stand nu toont.
        """,
      en: """
        Example: waarborg inspectie beoordeel AI-1.5 --over 31 --uitkomst voldoende --reden "…" --als directeur
        Without --over it is about all the proof that the state shows now.
        """))
  @Argument(help: Language.help(nl: "De eis, zoals AI-1.5.", en: "The demand, such as AI-1.5.", "eis")) var eis: String
  @Option(
    help: Language.help(
      nl: "Het nummer van een gebeurtenis die is beoordeeld; mag vaker.",
      en: "The number of an event that was judged; may be repeated.", "nummer")) var over: [String] = []
  @Option(help: Language.help(nl: "voldoende of onvoldoende.", en: "voldoende or onvoldoende.", "uitkomst"))
  var uitkomst: String
  @Option(help: Language.help(nl: "Waarom, zonder namen.", en: "Why, without names.", "tekst")) var reden: String
  @OptionGroup var options: AppendingOptions
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    let outcome: UitkomstBeoordeling = try Input.code(uitkomst, option: "--uitkomst")
    try program.append(options) { context in
      var draft = EventDraft(
        BewijsBeoordeeld.self, stream: context.book.newStream("Beoordeling"), effective: context.effective)
      draft[BewijsBeoordeeld.eis] = eis
      draft[BewijsBeoordeeld.uitkomst] = outcome
      draft[BewijsBeoordeeld.over] = try bewijs(context)
      draft[BewijsBeoordeeld.reden] = reden
      return Proposal(draft)
    }
  }

  /// The proof that is judged: something that the state shows, so that nobody judges what is not there yet.
  private func bewijs(_ context: AppendContext) throws -> [EventID] {
    let found = try Standkeuze(eis).standbeelden(op: context.day, context.book, context.reading)
      .flatMap(\.eisen).filter { $0.eis.id == eis }
    let shown = found.flatMap(\.feiten) + found.compactMap { $0.alternatief?.feit }
    guard !shown.isEmpty else {
      throw Failure(
        .badInput,
        Text(nl: "voor \(eis) is er geen bewijs om te beoordelen", en: "there is no proof of \(eis) to judge"),
        remedy: Text(nl: "leg het eerst vast met --eis \(eis)", en: "record it first with --eis \(eis)"))
    }
    var seen: Set<EventID> = []
    guard !over.isEmpty else { return shown.map(\.id).filter { seen.insert($0).inserted } }
    return try over.map { text in
      guard let fact = try context.views.fact(text) else {
        throw Failure(
          .notFound, Text(nl: "--over: er is geen gebeurtenis «\(text)»", en: "--over: there is no event “\(text)”"),
          remedy: remedy(shown))
      }
      guard shown.contains(where: { $0.id == fact.id }) else {
        throw Failure(
          .badInput,
          Text(
            nl: "--over: nummer \(fact.position) is geen bewijs voor \(eis)",
            en: "--over: number \(fact.position) is no proof of \(eis)"),
          remedy: remedy(shown))
      }
      return fact.id
    }
  }

  private func remedy(_ shown: [Bewijsfeit]) -> Text {
    let numbers = Set(shown.map(\.position)).sorted().map { "\($0)" }.joined(separator: ", ")
    return Text(nl: "het bewijs is nu: \(numbers)", en: "the proof is now: \(numbers)")
  }
}

/// `waarborg inspectie trek-oordeel-in`: a judgement was a mistake.
struct TrekOordeelIn: ProgramCommand {
  static let configuration = CommandConfiguration(
    "trek-oordeel-in", nl: "Zeg dat een beoordeling van bewijs een vergissing was.",
    en: "Say that a judgement of proof was a mistake.",
    discussion: Text(
      nl: "Voorbeeld: waarborg inspectie trek-oordeel-in 42 --reden \"verkeerde eis\" --als directie",
      en: "Example: waarborg inspectie trek-oordeel-in 42 --reden \"wrong demand\" --als directie"))
  @Argument(help: Language.help(nl: "Het nummer van de beoordeling.", en: "The number of the judgement.", "nummer"))
  var nummer: String
  @Option(help: Language.help(nl: "Wat er niet klopte.", en: "What was wrong.", "tekst")) var reden: String
  @OptionGroup var options: AppendingOptions
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    try program.append(options) { context in
      guard let fact = try context.views.fact(nummer), fact.is(BewijsBeoordeeld.self) else {
        throw Failure(
          .notFound, Text(nl: "«\(nummer)» is geen beoordeling", en: "“\(nummer)” is no judgement"),
          remedy: Text(nl: "zie waarborg inspectie stand", en: "see waarborg inspectie stand"))
      }
      var draft = EventDraft(BeoordelingGecorrigeerd.self, stream: fact.stream, effective: context.effective)
      draft[Correction.event] = fact.id
      draft[Correction.reason] = reden
      return Proposal(draft)
    }
  }
}
