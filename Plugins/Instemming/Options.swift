import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

/// What a command is about.
struct SubjectOptions: ParsableArguments {
  @Argument(
    help: Language.help(
      nl: "Waar het over gaat: gedragscode@2, Regeling/018f… met --versie, of een procedure zoals Instemming/018f….",
      en: "What it is about: gedragscode@2, Regeling/018f… with --versie, or a procedure such as Instemming/018f….",
      "onderwerp"))
  var onderwerp: String
  @Option(
    help: Language.help(
      nl: "De SHA-256 van precies één versie; niet nodig bij gedragscode@2.",
      en: "The SHA-256 of exactly one version; not needed with gedragscode@2.", "sha256"))
  var versie: String?
}

/// Which decision consent is about, and on which ground.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: Language.help(
      nl:
        "Het besluit: vaststellen, intrekken, benoemen, verlengen of ontheffen (anders vaststellen van een versie of benoemen).",
      en:
        "The decision: vaststellen, intrekken, benoemen, verlengen or ontheffen (else vaststellen of a version, or benoemen).",
      "besluit"))
  var besluit: String?
  @Option(
    help: Language.help(
      nl: "De letter van WOR art. 27 lid 1: a tot en met m.", en: "The letter of WOR art. 27 lid 1: a to m.", "letter"))
  var worOnderdeel: String?
}

/// A text or a document that only the organisation reads.
struct ExplanationOptions: ParsableArguments {
  @Option(help: Language.help(nl: "Toelichting (intern).", en: "Explanation (internal).", "tekst")) var toelichting:
    String?
  @Option(help: Language.help(nl: "Een document erbij (intern).", en: "A document with it (internal).", "bestand"))
  var document: String?

  func fill(_ draft: inout EventDraft) throws {
    draft[Motivering.toelichting] = toelichting
    if let document { draft.attach(try Input.document(at: document), as: Motivering.document) }
  }
}

/// What a person means by a subject: the procedure there is, or the subject of a new one.
struct Target {
  let stream: StreamID
  let onderwerp: StreamID
  let versie: Digest?
  let procedure: Procedure?

  /// Finds the procedure that a command continues, or the subject of a new one.
  ///
  /// A handle without a version means the newest version that has a procedure the command is looking for.
  /// - Parameter fits: The procedures the command is looking for; others are taken only when none of these is there.
  static func find(
    _ options: SubjectOptions, kind: String, _ context: AppendContext,
    where admits: (Procedure) -> Bool = { _ in true },
    fits: (Procedure) -> Bool
  ) throws -> Target {
    let named = try Named(options, kind: kind, context.reading, context.book.catalog)
    if let procedure = named.procedure {
      let versie = try named.versie ?? procedure.versie.map { try Digest(hex: $0) }
      return Target(stream: procedure.stream, onderwerp: procedure.onderwerp, versie: versie, procedure: procedure)
    }
    let candidates = try InstemmingView().procedures(about: named.onderwerp, kind: kind, context.reading.views)
      .filter { admits($0) && !$0.geldend().isEmpty && (!named.isExact || $0.versie == named.versie?.hex) }
    guard let procedure = candidates.last(where: fits) ?? candidates.last else {
      return Target(
        stream: context.book.newStream(kind), onderwerp: named.onderwerp, versie: named.versie, procedure: nil)
    }
    return Target(
      stream: procedure.stream, onderwerp: procedure.onderwerp,
      versie: try procedure.versie.map { try Digest(hex: $0) },
      procedure: procedure)
  }

  /// The subject of a new procedure.
  static func new(_ options: SubjectOptions, kind: String, _ context: AppendContext) throws -> Target {
    let named = try Named(options, kind: kind, context.reading, context.book.catalog)
    guard named.procedure == nil else {
      throw Failure(
        .badInput,
        Text(
          nl: "«\(options.onderwerp)» is een procedure die er al is",
          en: "“\(options.onderwerp)” is a procedure that is there already"),
        remedy: Text(nl: "noem het onderwerp, zoals gedragscode@2", en: "name the subject, as in gedragscode@2"))
    }
    return Target(
      stream: context.book.newStream(kind), onderwerp: named.onderwerp, versie: named.versie, procedure: nil)
  }

  /// Starts a draft that names what it is about.
  func draft(
    _ definition: (some EventDefinition).Type, _ context: AppendContext, orgaan: Rol, _ decision: DecisionOptions?
  ) throws -> EventDraft {
    var draft = EventDraft(definition, stream: stream, effective: context.effective)
    draft[Betreft.onderwerp] = onderwerp
    draft[Betreft.versie] = versie
    draft[Betreft.orgaan] = orgaan
    guard let decision else { return draft }
    let besluit: InstemmingsBesluit? = try decision.besluit.map { try Input.code($0, option: "--besluit") }
    draft[Betreft.besluit] = besluit ?? procedure?.besluit ?? .standaard(versie: versie?.hex)
    draft[Betreft.worOnderdeel] = try decision.worOnderdeel.map { try Input.code($0, option: "--wor-onderdeel") }
    return draft
  }
}

/// A subject or a procedure as it was typed.
struct Named {
  let onderwerp: StreamID
  let versie: Digest?
  /// Whether exactly one version was named, or the subject has none.
  let isExact: Bool
  /// The procedure, when one was named.
  let procedure: Procedure?

  init(_ options: SubjectOptions, kind: String?, _ reading: Reading, _ catalog: Catalog) throws {
    let typed = try options.versie.map { try Input.digest($0, option: "--versie") }
    let raw = StreamID(options.onderwerp)
    if let raw, ["Instemming", "Advies", "Overleg"].contains(raw.kind) {
      guard kind == nil || raw.kind == kind, let procedure = try InstemmingView().procedure(raw, reading.views) else {
        throw Failure(
          .notFound, Text(nl: "er is hier geen procedure \(raw)", en: "there is no procedure \(raw) here"),
          remedy: Text(nl: "zie waarborg instemming lijst", en: "see waarborg instemming lijst"))
      }
      self.procedure = procedure
      onderwerp = procedure.onderwerp
      versie = typed
      isExact = true
      return
    }
    procedure = nil
    let subject: Onderwerp
    do {
      subject = try reading.subject(options.onderwerp, catalog)
    } catch let failure as Failure where failure.kind == .notFound {
      // A subject that no installed plugin knows can still be named in full.
      guard let raw else { throw failure }
      subject = Onderwerp(stream: raw, versie: nil, handle: options.onderwerp)
    }
    onderwerp = subject.stream
    versie = try typed ?? subject.versie.map { try Digest(hex: $0) }
    isExact = typed != nil || options.onderwerp.contains("@")
  }
}

extension InstemmingCommand {
  /// Appends one event and says what it is about, because a handle may leave the version out and consent binds to one.
  @discardableResult
  static func append(
    _ program: Program, _ options: AppendingOptions, _ body: (AppendContext) throws -> EventDraft
  ) throws -> Appended {
    var about: Text?
    let appended = try program.append(options) { context in
      let draft = try body(context)
      if let subject = draft[Betreft.onderwerp] {
        let versie = draft[Betreft.versie]?.hex
        let handle = try context.reading.handle(of: subject, versie: versie, context.book.catalog)
        let digest = versie.map { ", SHA-256 \($0.prefix(12))…" } ?? ""
        about = Text(nl: "Over: \(handle)\(digest)", en: "About: \(handle)\(digest)")
      }
      return Proposal(draft)
    }
    if let about, !options.shared.json { program.terminal.note(about) }
    return appended
  }
}
