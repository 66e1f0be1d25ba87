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
          waarborg vernietig 12 --veld naam --grond "uit dienst" --bewaarregel "Selectielijst 17.5"
          waarborg vernietig --over gemeentesecretaris/1 --grond "uit dienst" --bewaarregel "Selectielijst 17.5" --dry-run
        """,
      en: """
        Examples:
          waarborg vernietig 12 --veld naam --grond "left service" --bewaarregel "Selectielijst 17.5"
          waarborg vernietig --over gemeentesecretaris/1 --grond "left service" --bewaarregel "Selectielijst 17.5" --dry-run
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
  @Option(help: Language.help(nl: "De grond.", en: "The ground.", "tekst")) var grond: String
  @Option(help: Language.help(nl: "De bewaarregel.", en: "The retention rule.", "regel")) var bewaarregel: String
  @OptionGroup var options: AppendingOptions
  var shared: SharedOptions { options.shared }

  func validate() throws {
    if gebeurtenissen.isEmpty && over.isEmpty {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "wat? Noem gebeurtenissen, of een onderwerp met --over",
          en: "what? Name events, or a subject with --over"))
    }
  }

  func run(_ program: Program) throws {
    try program.append(options) { context in
      let erased = try chosen(context, program.catalog)
      var draft = EventDraft(
        StukkenVernietigd.self, stream: context.book.newStream("Vernietiging"), effective: context.effective)
      draft[StukkenVernietigd.stukken] = erased.map { ErasedFields(event: $0.event.id, fields: $0.fields) }
      draft[StukkenVernietigd.grond] = grond
      draft[StukkenVernietigd.bewaarregel] = bewaarregel
      return Proposal(draft, question: try question(erased, context))
    }
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

  /// What goes, as its signed events say it, and what stays: the ground is read by everyone with the log.
  private func question(_ erased: [Erased], _ context: AppendContext) throws -> Text {
    let list = try erased.map { event, fields in
      let stream = event.stream
      let handle = try context.reading.handle(of: stream, versie: nil, context.book.catalog)
      let about = handle == stream.description ? "" : " \(handle.safe())"
      return "\(event.type.name)\(about) (\(event.position)): \(fields.joined(separator: ", "))"
    }.joined(separator: "; ")
    return Text(
      nl:
        "Vernietigen: \(list). De grond «\(grond.safe())» blijft voor ieder met het log te lezen. Dit kan niet ongedaan "
        + "worden gemaakt. Doorgaan?",
      en:
        "Erase: \(list). The ground “\(grond.safe())” stays readable for everyone with the log. This cannot be undone. Go "
        + "on?")
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
