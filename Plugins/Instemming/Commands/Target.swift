import Console
import Governance
import Ledger
import LedgerCrypto

/// What a person means by a subject: the procedure there is, or the subject of a new one.
struct Target: Streamed {
  let stream: StreamID
  let onderwerp: StreamID
  let versie: Digest?
  /// How the version is called, where its text is not in the ledger.
  let aanduiding: String?
  let procedure: Procedure?
  /// The body that consents or advises, where it follows from the procedure.
  var orgaan: Rol?
  private var besluit: InstemmingsBesluit?
  private var persoonsbesluit: InstemmingsBesluit?
  private var worOnderdeel: WorOnderdeel?

  private init(_ procedure: Procedure, versie: Digest? = nil, _ context: AppendContext) throws {
    stream = procedure.stream
    onderwerp = procedure.onderwerp
    self.versie = try versie ?? procedure.versie.map { try Digest(hex: $0) }
    aanduiding = self.versie == nil ? procedure.aanduiding : nil
    self.procedure = procedure
  }

  private init(_ named: Named, opening soort: Procedure.Soort, _ context: AppendContext) throws {
    stream = context.book.newStream(soort.rawValue)
    onderwerp = named.onderwerp
    versie = named.versie
    aanduiding = named.aanduiding
    procedure = nil
  }

  /// Finds the procedure that a command continues, or the subject of a new one.
  ///
  /// A handle without a version means the newest version that has a procedure the command is looking for.
  /// - Parameter fits: The procedures the command is looking for; others are taken only when none of these is there.
  static func find(
    _ options: SubjectOptions, _ soort: Procedure.Soort, _ context: AppendContext,
    where admits: (Procedure) throws -> Bool, fits: (Procedure) -> Bool
  ) throws -> Target {
    let named = try Named(options, soort, context.reading, context.book.catalog)
    if let procedure = named.procedure { return try Target(procedure, versie: named.versie, context) }
    let candidates = try Procedure.all(soort, about: named.onderwerp, in: context.reading.views)
      .filter {
        try admits($0) && !$0.geldend().isEmpty
          && (!named.isExact || $0.isOver(versie: named.versie?.hex, named.aanduiding))
      }
    guard let procedure = candidates.last(where: fits) ?? candidates.last else {
      return try Target(named, opening: soort, context)
    }
    return try Target(procedure, context)
  }

  /// The subject of a new procedure.
  static func new(_ options: SubjectOptions, _ soort: Procedure.Soort, _ context: AppendContext) throws -> Target {
    let named = try Named(options, soort, context.reading, context.book.catalog)
    guard named.procedure == nil else {
      throw Failure(
        .badInput,
        Text(
          nl: "«\(options.onderwerp)» is een procedure die er al is",
          en: "“\(options.onderwerp)” is a procedure that is there already"),
        remedy: Text(nl: "noem het onderwerp, zoals gedragscode@2", en: "name the subject, as in gedragscode@2"))
    }
    return try Target(named, opening: soort, context)
  }

  /// The decision that the event is about.
  mutating func decide(_ decision: DecisionOptions) throws {
    let meant = try decision.code() ?? procedure?.besluit ?? .standaard(versie: versie?.hex ?? aanduiding)
    // Said once, by what opens the procedure.
    if meant.isOverPersoon { persoonsbesluit = procedure == nil ? meant : nil } else { besluit = meant }
    worOnderdeel = try Input.code(decision.worOnderdeel, option: "--wor-onderdeel")
  }

  /// What to say when a body answers without the meeting that comes first (WOR art. 27 lid 2).
  var withoutMeeting: [Text] {
    guard let procedure, [.vaststellen, .intrekken].contains(procedure.besluit),
      procedure.feit(OverlegvergaderingGehouden.self) == nil
    else { return [] }
    return [
      Text(
        nl: "er is geen overlegvergadering vastgelegd, en die gaat aan het antwoord vooraf (WOR art. 27 lid 2): "
          + "waarborg instemming houd-overlegvergadering ONDERWERP",
        en: "no meeting was recorded, and one comes before the answer (WOR art. 27 lid 2): "
          + "waarborg instemming houd-overlegvergadering SUBJECT")
    ]
  }

  /// Names in an event what it is about.
  func identify(in draft: inout EventDraft) {
    draft[Betreft.onderwerp] = onderwerp
    draft[Betreft.versie] = versie
    draft[Betreft.aanduiding] = aanduiding
    if let orgaan { draft[Betreft.orgaan] = orgaan }
    draft[Betreft.besluit] = besluit
    draft[Betreft.persoonsbesluit] = persoonsbesluit
    draft[Betreft.worOnderdeel] = worOnderdeel
  }
}

/// A subject or a procedure as it was typed.
struct Named {
  let onderwerp: StreamID
  let versie: Digest?
  /// How the version is called, where its text is not in the ledger.
  let aanduiding: String?
  /// Whether exactly one version was named, or the subject has none.
  let isExact: Bool
  /// The procedure, when one was named.
  let procedure: Procedure?

  init(_ options: SubjectOptions, _ soort: Procedure.Soort?, _ reading: Reading, _ catalog: Catalog) throws {
    let typed = try options.versie.map { try Input.digest($0, option: "--versie") }
    let raw = StreamID(options.onderwerp)
    if let raw, let kind = Procedure.Soort(rawValue: raw.kind) {
      guard soort == nil || kind == soort, let procedure = try reading.views.subject(Procedure.self, SubjectKey(raw))
      else {
        throw Failure(
          .notFound, Text(nl: "er is hier geen procedure \(raw)", en: "there is no procedure \(raw) here"),
          remedy: Text(nl: "zie waarborg instemming lijst", en: "see waarborg instemming lijst"))
      }
      self.procedure = procedure
      onderwerp = procedure.onderwerp
      versie = typed
      aanduiding = typed == nil ? procedure.aanduiding : nil
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
    aanduiding = versie == nil ? subject.aanduiding : nil
    isExact = typed != nil || options.onderwerp.contains("@")
  }
}
