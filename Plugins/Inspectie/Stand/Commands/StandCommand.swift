import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg inspectie stand`: demand by demand, what is shown and what is not.
struct StandCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    "stand", nl: "Toon per eis of zij is aangetoond, waarmee, en wat er ontbreekt.",
    en: "Show of each demand whether it is shown, by what, and what is missing.",
    discussion: Text(
      nl: """
        Wat een kwestie van vastlegging is, zegt het grootboek zelf; wat een oordeel vraagt, is pas aangetoond na een \
        ondertekende beoordeling: waarborg inspectie beoordeel EIS --uitkomst … --reden …
        Voorbeeld: waarborg inspectie stand --eis inspectie-1 --op 2025-05-13 --svg stand.svg
        """,
      en: """
        What is a matter of record the log says itself; what asks for judgement is shown only after a signed judgement:
        waarborg inspectie beoordeel DEMAND --uitkomst … --reden …
        Example: waarborg inspectie stand --eis inspectie-1 --op 2025-05-13 --svg stand.svg
        """))
  @Option(
    help: Language.help(
      nl:
        "Een opgelegde eis (inspectie-1, of het kenmerk van de brief), een boom (AI), of één eis of deel (AI-1.16, AI-1).",
      en:
        "A demand that was imposed (inspectie-1, or the reference of the letter), a tree (AI), or one demand or part (AI-1.16, AI-1).",
      "eis")) var eis: String?
  @Option(help: Language.help(nl: "Schrijf de matrix als CSV.", en: "Write the matrix as CSV.", "bestand"))
  var csv: String?
  @Option(
    help: Language.help(
      nl: "Schrijf het bord en de tijdlijn als tekening.", en: "Write the board and the time line as a picture.",
      "bestand")) var svg: String?
  @OptionGroup var options: ReadingOptions
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    try program.read(options) { book, reading in
      let all = try Standkeuze(eis).standbeelden(op: try options.day(book.today), book, reading)
      if let csv, csv == svg {
        throw Failure(
          .badInput, Text(nl: "--csv en --svg noemen hetzelfde bestand", en: "--csv and --svg name the same file"),
          remedy: Text(nl: "geef twee namen", en: "give two names"))
      }
      if let csv { try program.write(Standbeeld.csv(all), to: csv) }
      if let svg { try program.write(Array(Bord(all).svg.utf8), to: svg) }
      if shared.json { return all.forEach { program.terminal.outJSON($0.json.text) } }
      guard csv == nil, svg == nil else { return }
      for beeld in all { Standpagina(beeld: beeld).toon(on: program.terminal) }
    }
  }
}

/// What `--eis` means: a letter, a tree, or demands of a tree.
public struct Standkeuze: Sendable {
  private let text: String?

  /// What was typed; nil for everything.
  public init(_ text: String?) { self.text = text }

  /// How what was meant stands on a day: first what a letter imposed, oldest first, then trees that none did.
  /// - Throws: `Failure` (66) when it names nothing.
  public func standbeelden(op day: CalendarDate, _ book: Grootboek, _ reading: Reading) throws -> [Standbeeld] {
    let bomen = try Eisenbomen(op: day, reading.views, reading.filter)
    let letters = try Eisbrief.alle(op: day, reading.views)
    func make(_ boom: GeldendeBoom, _ brief: Eisbrief?, _ choice: (Eis) -> Bool = { _ in true }) throws -> Standbeeld {
      try Standbeeld(boom, zaak: brief, op: day, reading, book.catalog, keuze: choice)
    }
    guard let text else {
      let imposed = try letters.filter { $0.brief.vervallen == nil }.compactMap { letter in
        try bomen.boom(letter.boom).map { try make($0, letter.brief) }
      }
      // A tree that was written for one organisation is another's only when a letter imposes it.
      let others = bomen.bomen.filter { boom in
        !letters.contains { $0.boom == boom.boom.id && $0.brief.vervallen == nil }
          && (boom.vastgesteld != nil || boom.boom.organisatie == nil)
      }
      return try imposed + others.map { try make($0, nil) }
    }
    let meant = letters.filter { $0.brief.heet(text) }
    if meant.count > 1 {
      let handles = meant.map(\.brief.handle)
      throw Failure(
        .badInput,
        Text(
          nl: "«\(text)» is het kenmerk van \(meant.count) brieven: \(handles.joined(separator: " en "))",
          en: "“\(text)” is the reference of \(meant.count) letters: \(handles.joined(separator: " and "))"),
        remedy: Text(
          nl: "noem de inspectie: --eis \(handles[0])", en: "name the inspection: --eis \(handles[0])"))
    }
    if let letter = meant.last {
      guard let boom = bomen.boom(letter.boom) else {
        throw Failure(
          .notFound,
          Text(nl: "de eisenboom «\(letter.boom)» is er niet", en: "the tree “\(letter.boom)” is not there"),
          remedy: Text(
            nl: "stel haar vast: waarborg inspectie eisen stel-vast BESTAND",
            en: "adopt it: waarborg inspectie eisen stel-vast FILE"))
      }
      return [try make(boom, letter.brief)]
    }
    if let later = try Eisbrief.alle(op: .last, reading.views).first(where: { $0.brief.heet(text) }) {
      throw Failure(
        .notFound,
        Text(
          nl: "de brief «\(text)» is van \(later.brief.dagtekening.text.nl), na \(day.text.nl)",
          en: "the letter “\(text)” is of \(later.brief.dagtekening.text.en), after \(day.text.en)"),
        remedy: Text(nl: "vraag een latere dag met --op", en: "ask a later day with --op"))
    }
    if text.hasPrefix("\(Inspectiezaak.kind)-") {
      throw Failure(
        .notFound, Text(nl: "«\(text)» legde geen eisen op", en: "“\(text)” imposed no demands"),
        remedy: Text(nl: "zie waarborg inspectie lijst", en: "see waarborg inspectie lijst"))
    }
    let name = String(text.prefix { $0 != "-" })
    guard let boom = bomen.boom(name) else { throw Failure.onbekendeEis(text, bomen) }
    let choice: (Eis) -> Bool = { text == name || $0.id == text || $0.id.hasPrefix(text + ".") }
    guard boom.boom.eisen.contains(where: choice) else { throw Failure.onbekendeEis(text, bomen) }
    // A letter that does not ask it says nothing of it.
    let own = try letters.filter { letter in
      let nummering = try Eisnummering(letter.brief, reading.views)
      return letter.boom == name && boom.boom.eisen.contains { choice($0) && nummering.vraagt($0) }
    }
    return try own.isEmpty ? [make(boom, nil, choice)] : own.map { try make(boom, $0.brief, choice) }
  }
}
