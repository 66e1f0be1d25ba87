import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg vernietig`: erases sealed fields.
struct VernietigCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "vernietig",
    abstract: Language.ofProcess.choose(
      nl: "Vernietig verzegelde velden; het feit blijft, de inhoud niet.",
      en: "Erase sealed fields; the fact stays, the content does not."),
    discussion: Language.ofProcess.choose(
      nl: """
        Voorbeelden:
          waarborg vernietig 12 --veld naam --grond "uit dienst" --bewaarregel 17.5
          waarborg vernietig --over gemeentesecretaris/1 --grond "uit dienst" --bewaarregel 17.5 --dry-run
        Wat voor een kring is verzegeld, vernietigt wie daartoe hoort, of de functionaris gegevensbescherming op verzoek:
          waarborg vernietig 12 --verzoek --grond "AVG art. 17" --bewaarregel 17.5
          waarborg vernietig --verzocht 40 --als fg
        """,
      en: """
        Examples:
          waarborg vernietig 12 --veld naam --grond "left service" --bewaarregel 17.5
          waarborg vernietig --over gemeentesecretaris/1 --grond "left service" --bewaarregel 17.5 --dry-run
        What is sealed for a circle is erased by who belongs to it, or by the data protection officer at request:
          waarborg vernietig 12 --verzoek --grond "AVG art. 17" --bewaarregel 17.5
          waarborg vernietig --verzocht 40 --als fg
        """))
  @Argument(help: Language.help(nl: "Nummers of id's.", en: "Numbers or ids.", "gebeurtenis")) var gebeurtenissen:
    [String] = []
  @Option(
    help: Language.help(
      nl: "Alle gebeurtenissen van dit onderwerp, ook de openbare opgave van een melding; mag vaker.",
      en: "All events of this subject, the public statement of a report included; may be repeated.", "onderwerp"))
  var over: [String] = []
  @Option(
    help: Language.help(
      nl: "Welk veld; mag vaker. Weggelaten: alle verzegelde velden.",
      en: "Which field; may be repeated. Left out: all sealed fields.", "veld"))
  var veld: [String] = []
  @Option(help: Language.help(nl: "De grond.", en: "The ground.", "tekst")) var grond: String?
  @Option(help: Language.help(nl: "De bewaarregel.", en: "The retention rule.", "regel")) var bewaarregel: String?
  @Flag(
    help: Language.help(
      nl: "Verzoek het alleen; een ander voert het uit.", en: "Only request it; another carries it out."))
  var verzoek = false
  @Option(
    help: Language.help(
      nl: "Voer dit verzoek van een ander uit, zoals het er ligt.",
      en: "Carry out this request of another, as it stands.",
      "gebeurtenis"))
  var verzocht: String?
  @OptionGroup var options: AppendingOptions
  var shared: SharedOptions { options.shared }
  var asksPassphrase: Bool { true }

  func validate() throws {
    if verzocht != nil {
      guard gebeurtenissen.isEmpty, over.isEmpty, veld.isEmpty, grond == nil, bewaarregel == nil, !verzoek else {
        throw ValidationError(
          Language.ofProcess.choose(
            nl: "het verzoek zegt wat, op welke grond en onder welke regel: laat de rest weg",
            en: "the request says what, on which ground and under which rule: leave the rest out"))
      }
      return
    }
    guard grond != nil, bewaarregel != nil else {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "geef --grond en --bewaarregel", en: "give --grond and --bewaarregel"))
    }
    if gebeurtenissen.isEmpty && over.isEmpty {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "wat? Noem gebeurtenissen, of een onderwerp met --over",
          en: "what? Name events, or a subject with --over"))
    }
  }

  func run(_ program: Program) throws {
    try checkRetentionRule()
    var plan: Vernietigingsplan?
    let appended = try program.append(options) { context in
      if let verzocht {
        let (proposal, told) = try carryingOut(verzocht, context)
        plan = told
        return proposal
      }
      let erased = try chosen(context, program.catalog)
      let definition: any EventDefinition.Type = verzoek ? VernietigingVerzocht.self : StukkenVernietigd.self
      var draft = EventDraft(
        definition.type, stream: context.book.newStream(definition.type.streamKind), effective: context.effective)
      draft[StukkenVernietigd.stukken] = erased.map { ErasedFields(event: $0.event.id, fields: $0.fields) }
      draft[StukkenVernietigd.grond] = grond
      draft[StukkenVernietigd.bewaarregel] = bewaarregel
      let (proposal, told) = try self.proposal(draft, erased, grond ?? "", context)
      plan = told
      return proposal
    }
    if let plan, shared.json {
      program.terminal.outJSON(plan.json(isRequest: verzoek, isDryRun: options.dryRun).text)
    } else if let text = plan?.publishAgain, !verzoek {
      program.terminal.warn(text)
    }
    guard verzoek, !options.recordsNothing, !shared.json, let request = appended.events.first else { return }
    program.terminal.note(
      Text(
        nl: "Nog zonder gevolg: wie tot de kring hoort, of de functionaris gegevensbescherming, voert het uit met "
          + "waarborg vernietig --verzocht \(request.position).",
        en: "Without effect so far: who belongs to the circle, or the data protection officer, carries it out with "
          + "waarborg vernietig --verzocht \(request.position)."))
  }

  /// What another requested, exactly as it was.
  private func carryingOut(
    _ text: String, _ context: AppendContext
  ) throws -> (Proposal, Vernietigingsplan) {
    let request = try EventLookup.find(text, in: context.book, context.reading)
    guard request.is(VernietigingVerzocht.self), let pieces = request[VernietigingVerzocht.stukken] else {
      throw Failure(
        .badInput,
        Text(
          nl: "gebeurtenis \(request.position) is geen verzoek om te vernietigen",
          en: "event \(request.position) is no request to erase"),
        remedy: Text(
          nl: "zie waarborg log --gebeurtenis VernietigingVerzocht",
          en: "see waarborg log --gebeurtenis VernietigingVerzocht"))
    }
    let erased = try pieces.map { piece in
      (event: try EventLookup.find(piece.event.description, in: context.book, context.reading), fields: piece.fields)
    }
    let isThere = try erased.contains { event, fields in
      try sealed(event, context).contains { fields.contains($0) }
    }
    guard isThere else {
      throw Failure(
        .badInput,
        Text(
          nl: "wat verzoek \(request.position) noemt, is al vernietigd",
          en: "what request \(request.position) names has been erased already"))
    }
    var draft = EventDraft(
      StukkenVernietigd.self, stream: context.book.newStream("Vernietiging"), effective: context.effective)
    draft[StukkenVernietigd.stukken] = pieces
    draft[StukkenVernietigd.grond] = request[VernietigingVerzocht.grond]
    draft[StukkenVernietigd.bewaarregel] = request[VernietigingVerzocht.bewaarregel]
    draft[StukkenVernietigd.verzoek] = request.id
    return try proposal(draft, erased, request[VernietigingVerzocht.grond] ?? "", context)
  }

  private typealias Erased = (event: RecordedEvent, fields: [String])

  /// What is erased: of every event that was named its fields, and of a subject whatever is still there.
  private func chosen(_ context: AppendContext, _ catalog: Catalog) throws -> [Erased] {
    let named = try gebeurtenissen.map { text in
      let event = try EventLookup.find(text, in: context.book, context.reading)
      return (event: event, fields: try fields(of: event, context))
    }
    var positions = Set(named.map(\.event.position))
    guard positions.count == named.count else {
      throw Failure(
        .badInput, Text(nl: "dezelfde gebeurtenis is twee keer genoemd", en: "the same event is named twice"))
    }
    var whole: [Erased] = []
    for handle in over {
      let subject = try context.reading.subject(handle, catalog)
      let streams = try context.reading.streams(about: subject, catalog)
      for position in try streams.flatMap({ try context.book.stores.log.positions(in: $0) })
      where positions.insert(position).inserted {
        guard let event = try context.reading.filter.event(at: position) else { continue }
        let there = try sealed(event, context).filter { veld.isEmpty || veld.contains($0) }
        if !there.isEmpty { whole.append((event, there)) }
      }
    }
    guard !named.isEmpty || !whole.isEmpty else {
      throw Failure(
        .notFound,
        Text(
          nl: "\(over.joined(separator: ", ").safe()) heeft geen verzegelde velden die er nog zijn",
          en: "\(over.joined(separator: ", ").safe()) has no sealed fields that are still there"))
    }
    return (named + whole).sorted { $0.event.position < $1.event.position }
  }

  /// The same draft with what goes told before it is asked: as a line of its own, or in the question where JSON is written.
  private func proposal(
    _ draft: EventDraft, _ erased: [Erased], _ grond: String, _ context: AppendContext
  ) throws -> (Proposal, Vernietigingsplan) {
    let plan = try Vernietigingsplan(erased, context.reading)
    let (list, question) = (plan.list(isRequest: verzoek), plan.question(grond, isRequest: verzoek))
    var proposal = Proposal(draft, question: shared.json ? list + Text(" ") + question : question)
    proposal.about = list
    return (proposal, plan)
  }

  /// A rule that can be looked up has a name: a number of the selection list, or an article.
  private func checkRetentionRule() throws {
    guard let bewaarregel, bewaarregel.count(where: { $0.isLetter || $0.isNumber }) < 2 else { return }
    throw Failure(
      .badInput,
      Text(
        nl: "--bewaarregel: «\(bewaarregel.safe())» noemt geen regel",
        en: "--bewaarregel: “\(bewaarregel.safe())” names no rule"),
      remedy: Text(
        nl: "noem het nummer van de selectielijst of het artikel, zoals 17.5 of «AVG art. 17»",
        en: "name the number of the selection list or the article, such as 17.5 or “AVG art. 17”"))
  }

  /// The sealed fields that an event has and that are not erased yet.
  private func sealed(_ event: RecordedEvent, _ context: AppendContext) throws -> [String] {
    try context.reading.filter.reveal(event).filter { $0.revealed != .erased }.map(\.field.name)
  }

  private func fields(of event: RecordedEvent, _ context: AppendContext) throws -> [String] {
    let there = try context.reading.filter.reveal(event).map(\.field.name)
    let wanted = veld.isEmpty ? there : veld
    if let unknown = wanted.first(where: { !there.contains($0) }) {
      throw Failure(
        .notFound,
        Text(
          nl: "\(event.type.name) heeft geen verzegeld veld «\(unknown.safe())»",
          en: "\(event.type.name) has no sealed field “\(unknown.safe())”"),
        remedy: Text(nl: "wel: \(there.joined(separator: ", "))", en: "it has: \(there.joined(separator: ", "))"))
    }
    guard !wanted.isEmpty else {
      throw Failure(
        .notFound,
        Text(nl: "\(event.type.name) heeft geen verzegelde velden", en: "\(event.type.name) has no sealed fields"))
    }
    return wanted
  }
}
