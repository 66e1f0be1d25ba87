import Console
import Governance

/// The values that an argument can have, as its name or its help says them.
struct CompletionValues {
  let program: Program
  let path: CommandPath

  /// What of the arguments is called as something in the ledger, by which it can be found.
  private static let subjects: Set<String> = [
    "kenmerk", "kenmerk[@versie]", "regeling", "onderwerp", "functie", "melding", "inspectie", "rie", "maatregel",
    "eis",
  ]

  func choices(for argument: ParserDescription.Argument) -> [CompletionChoice] {
    let kinds = argument.valueName.split(separator: "|").map(String.init)
    if argument.names.contains("--gebeurtenis") { return events }
    let choices = kinds.flatMap { kind in self.choices(kind, argument) }
    return choices.isEmpty ? words(in: argument.abstract) : choices
  }

  private func choices(_ kind: String, _ argument: ParserDescription.Argument) -> [CompletionChoice] {
    switch kind {
    case "map": [.folders]
    case "bestand", "zip", "kopie", "document": [.files]
    case "sleutel" where argument.names.contains("--als"), "kid", "oud", "nieuw": keys
    case "naam" where path.words.contains("key") && !path.words.contains("new"): keys
    case "sleutel" where !argument.names.contains("--sleutel"): keys
    case "rol", "rollen": Rol.allCases.map { CompletionChoice(value: $0.rawValue) }
    case "taal": Language.allCases.map { CompletionChoice(value: $0.rawValue) }
    case "ja", "nee", "geen", "twijfel": [CompletionChoice(value: kind)]
    case "dag", "datum":
      ["vandaag", "gisteren", "eergisteren", "morgen"].map { CompletionChoice(value: $0) }
    case _ where Self.subjects.contains(kind): subjects
    default: []
    }
  }

  private var keys: [CompletionChoice] { program.keys.names().map { CompletionChoice(value: $0) } }

  private var events: [CompletionChoice] {
    program.catalog.events.map { CompletionChoice(value: $0.name) }.sorted { $0.value < $1.value }
  }

  private var subjects: [CompletionChoice] {
    guard let ledger = given("--ledger") ?? program.environment["WAARBORG_LEDGER"], !ledger.isEmpty else { return [] }
    return program.words(ofLedgerAt: ledger).map { CompletionChoice(value: $0) }
  }

  /// The value of an option that was typed before.
  private func given(_ option: String) -> String? {
    if let joined = path.rest.last(where: { $0.hasPrefix(option + "=") }) {
      return String(joined.dropFirst(option.count + 1))
    }
    guard let index = path.rest.firstIndex(of: option) else { return nil }
    return path.rest[index...].dropFirst().first
  }

  /// The words of a choice, which every help text with one ends in: `Hoe: bijeenkomst, werkgroep, anders.`
  private func words(in help: String) -> [CompletionChoice] {
    let list = /(?:^|: |, )([a-z][A-Za-z]*(?:, [a-z][A-Za-z]*)+(?: (?:of|or) [a-z][A-Za-z]*)?)(?: \(.*\))?\.$/
    guard let found = help.firstMatch(of: list)?.output.1 else { return [] }
    return found.replacing(#/ (of|or) /#, with: ", ").split(separator: ", ").map { CompletionChoice(value: String($0)) }
  }
}
