import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

/// The stored text of a version, as far as this reader may see it.
enum Versietekst {
  static func read(_ versie: Versie, of regeling: Regeling, _ book: Grootboek, _ reading: Reading) throws -> Document {
    let handle = regeling.handle(versie)
    var seen: Revealed = .absent
    // The adopted text is public, so it comes first; the draft is for members.
    for (fact, field) in [
      (versie.feit(RegelingVastgesteld.self), RegelingVastgesteld.tekst),
      (versie.feit(RegelingOntworpen.self), RegelingOntworpen.concept),
    ] {
      guard let fact, let event = try reading.filter.event(at: fact.position) else { continue }
      if let document = try reading.filter.document(field, of: event) { return document }
      let revealed = try reading.filter.reveal(event.reference(field))
      if revealed != .absent { seen = revealed }
    }
    switch seen {
    case .sealed, .value:
      throw Failure(
        .notPermitted, Text(nl: "\(handle) is een ontwerp en intern", en: "\(handle) is a draft and internal"),
        remedy: Text(nl: "gebruik --als met een geregistreerde sleutel", en: "use --als with a registered key"))
    case .erased:
      throw Failure(
        .notFound, Text(nl: "de tekst van \(handle) is vernietigd", en: "the text of \(handle) has been erased"))
    case .missing:
      throw Failure(
        .foundWanting,
        Text(nl: "de tekst van \(handle) ontbreekt in de kluis", en: "the text of \(handle) is missing from the vault"),
        remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
    case .absent:
      throw Failure(
        .notFound,
        Text(nl: "de tekst van \(handle) staat niet in het grootboek", en: "the text of \(handle) is not in the ledger")
      )
    }
  }

  /// The lines of a text; a document of another kind has none.
  static func lines(_ document: Document, _ handle: String) throws -> [String] {
    guard document.mediaType.hasPrefix("text/"), let text = String(validating: document.bytes, as: UTF8.self) else {
      throw Failure(
        .badInput,
        Text(
          nl: "\(handle) is geen platte tekst (\(document.mediaType))",
          en: "\(handle) is no plain text (\(document.mediaType))"),
        remedy: Text(
          nl: "schrijf het document weg met waarborg beleid document \(handle) --naar BESTAND",
          en: "write the document with waarborg beleid document \(handle) --naar FILE"))
    }
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension BeleidCommand {
  /// `waarborg beleid document`
  struct Stuk: ProgramCommand {
    static let configuration = CommandConfiguration(
      "document", nl: "Toon of bewaar de tekst van een versie.", en: "Show or save a version's text.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid document gedragscode@2 --naar gedragscode.pdf",
        en: "Example: waarborg beleid document gedragscode@2 --naar code.pdf"))
    @Argument(help: Language.regeling) var regeling: String
    @Option(help: Language.help(nl: "Het bestand om in te schrijven.", en: "The file to write.", "bestand")) var naar:
      String?
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let found = try Verwijzing.require(regeling, in: reading.views)
        // Outsiders mean the text that holds; the newest draft is not theirs to read.
        let versie = try found.version(adopted: true)
        let document = try Versietekst.read(versie, of: found.regeling, book, reading)
        let handle = found.regeling.handle(versie)
        if let naar {
          try program.write(
            document.bytes, to: naar,
            saying: Text(nl: "\(handle) geschreven naar \(naar)", en: "\(handle) written to \(naar)"))
        }
        if shared.json {
          program.terminal.outJSON(json(document, handle).text)
        } else if naar == nil {
          program.terminal.out(lines: try Versietekst.lines(document, handle).map { StyledText($0) })
        }
      }
    }

    private func json(_ document: Document, _ handle: String) -> JSON {
      let text = document.mediaType.hasPrefix("text/") ? String(validating: document.bytes, as: UTF8.self) : nil
      return [
        "handle": .string(handle), "versie": document.digest.json, "mediatype": .string(document.mediaType),
        "grootte": .int(Int64(document.bytes.count)), "tekst": text.map { .string($0) } ?? .null,
      ]
    }
  }
}
