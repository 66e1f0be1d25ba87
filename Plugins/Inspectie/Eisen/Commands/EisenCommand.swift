import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto
import RuleFiles

/// `waarborg inspectie eisen`: trees of demands, as files.
struct EisenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "eisen", nl: "Eisenbomen: nakijken, tonen en vaststellen.", en: "Trees of demands: check, show and adopt.",
    discussion: Text(
      nl: """
        Een eisenboom is een bestand: elke eis met haar bron, haar plaats in de brief of norm, en wat haar kan bewijzen.
        AI en AC komen met het programma; een gemeente stelt een eigen boom vast met stel-vast.
        """,
      en: """
        A tree is a file: every demand with its source, its place in the letter or norm, and what can prove it. AI and AC \
        come with the program; an organisation adopts a tree of its own with stel-vast.
        """),
    subcommands: [Controleer.self, Lijst.self, Toon.self, StelVast.self, Corrigeer.self])
}

/// A file with a tree that a command was given.
enum Boombestand {
  /// The tree, or every fault of it told.
  /// - Throws: `Failure` (65) when there is any.
  static func boom(_ bytes: [UInt8], named name: String, _ program: Program, json: Bool = false) throws -> Eisenboom {
    let gelezen = GelezenBoom(bytes, program.catalog, naast: MeegeleverdeBomen.alle)
    if let boom = gelezen.boom { return boom }
    throw Regelbestand.toon(
      gelezen.fouten, of: name, program, json: json, nakijken: "waarborg inspectie eisen controleer \(name)")
  }
}

extension EisenCommand {
  /// `waarborg inspectie eisen controleer`
  struct Controleer: ProgramCommand {
    static let configuration = CommandConfiguration(
      "controleer", nl: "Kijk een bestand met eisen na: alle fouten, met regel en kolom.",
      en: "Check a file of demands: every fault, with line and column.")
    @Argument(help: Language.help(nl: "Het bestand.", en: "The file.", "bestand")) var bestand: String
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      let bytes = try Regelbestand.bytes(bestand)
      let boom = try Boombestand.boom(bytes, named: bestand, program, json: shared.json)
      if shared.json {
        return program.terminal.outJSON(
          JSON.object([
            .init("ok", .bool(true)), .init("boom", .string(boom.id)), .init("versie", .string(boom.versie)),
            .init("digest", .string(SHA256.hash(bytes).hex)), .init("eisen", .int(Int64(boom.eisen.count))),
            .init("elementen", .int(Int64(boom.elementen.count))),
          ]).text)
      }
      program.terminal.out(
        StyledText.verdict(
          .good,
          Text(
            nl: "\(boom.id) «\(boom.titel)», versie \(boom.versie): in orde",
            en: "\(boom.id) “\(boom.titel)”, version \(boom.versie): in order")))
      let judged = boom.eisen.count { $0.soort != .procedure && $0.aard == .oordeel }
      program.terminal.out(
        StyledText(
          Text(
            nl: "\(boom.eisen.count) eisen, waarvan \(judged) van oordeel; \(boom.elementen.count) elementen",
            en: "\(boom.eisen.count) demands, \(judged) of judgement; \(boom.elementen.count) elements")))
    }
  }

  /// `waarborg inspectie eisen stel-vast`
  struct StelVast: ProgramCommand {
    static let configuration = CommandConfiguration(
      "stel-vast", nl: "Stel een eisenboom vast: bewijs kan haar eisen daarna noemen.",
      en: "Adopt a tree of demands: evidence can name its demands from then on.",
      discussion: Text(
        nl: "Voorbeeld: waarborg inspectie eisen stel-vast eis-2027.yaml --als secretariaat",
        en: "Example: waarborg inspectie eisen stel-vast eis-2027.yaml --als secretariaat"))
    @Argument(help: Language.help(nl: "Het bestand.", en: "The file.", "bestand")) var bestand: String
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let bytes = try MeegeleverdeBomen.bytes(bestand) ?? Regelbestand.bytes(bestand)
      let boom = try Boombestand.boom(bytes, named: bestand, program)
      try program.append(options) { context in
        Proposal(Self.draft(boom, bytes, context.book.newStream("Eisenboom"), context.effective))
      }
    }

    /// What adopts a tree.
    static func draft(
      _ boom: Eisenboom, _ bytes: [UInt8], _ stream: StreamID, _ effective: ImpreciseDate
    ) -> EventDraft {
      var draft = EventDraft(EisenboomVastgesteld.self, stream: stream, effective: effective)
      draft[EisenboomVastgesteld.boom] = boom.id
      draft[EisenboomVastgesteld.versie] = boom.versie
      draft[EisenboomVastgesteld.titel] = boom.titel
      draft[EisenboomVastgesteld.digest] = SHA256.hash(bytes)
      draft[EisenboomVastgesteld.kenmerken] = boom.eisen.map(\.id)
      draft.attach(Document(bytes: bytes, mediaType: "application/yaml"), as: EisenboomVastgesteld.bestand)
      return draft
    }
  }

  /// `waarborg inspectie eisen corrigeer`
  struct Corrigeer: ProgramCommand {
    static let configuration = CommandConfiguration(
      "corrigeer", nl: "Trek de vaststelling van een eisenboom in: zij was een vergissing.",
      en: "Withdraw the adoption of a tree: it was a mistake.")
    @Argument(help: Language.help(nl: "Het nummer van de vaststelling.", en: "The number of the adoption.", "nummer"))
    var nummer: String
    @Option(help: Language.help(nl: "Wat er niet klopte.", en: "What was wrong.", "tekst")) var reden: String
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        guard let fact = try context.views.fact(nummer), fact.is(EisenboomVastgesteld.self) else {
          throw Failure(
            .notFound,
            Text(nl: "«\(nummer)» is geen vaststelling van een boom", en: "“\(nummer)” is no adoption of a tree"),
            remedy: Text(nl: "zie waarborg inspectie eisen lijst", en: "see waarborg inspectie eisen lijst"))
        }
        var draft = EventDraft(EisenboomGecorrigeerd.self, stream: fact.stream, effective: context.effective)
        draft[Correction.event] = fact.id
        draft[Correction.reason] = reden
        return Proposal(draft)
      }
    }
  }
}

extension ProgramCommand {
  /// The trees on a day: those of the ledger when one was named, else those of the program.
  func eisenbomen(_ options: ReadingOptions, _ program: Program) throws -> Eisenbomen {
    guard !(options.shared.ledger ?? program.environment["WAARBORG_LEDGER"] ?? "").isEmpty else {
      return .meegeleverd
    }
    return try program.read(options) { book, reading in
      try Eisenbomen(op: try options.day(book.today), reading.views, reading.filter)
    }
  }
}
