import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg zaak`
struct ZaakCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zaak",
    abstract: Language.ofProcess.choose(
      nl: "Zaken: klachten, meldingen, incidenten en geschillen, elk volgens haar procedure.",
      en: "Cases: complaints, reports, incidents and disputes, each under its procedure."),
    discussion: Language.ofProcess.choose(
      nl: """
        Van een zaak weet alleen wie erbij hoort: voor ieder ander bestaat zij niet.
        Begin met: waarborg zaak open P-01
        """,
      en: """
        Of a case only who belongs to it knows: for everyone else it does not exist.
        Begin with: waarborg zaak open P-01
        """),
    subcommands: [
      Open.self, Stap.self, Verleng.self, SchortOp.self, Hervat.self, Toegang.self, Toon.self, Lijst.self,
      Corrigeer.self, StapOver.self, Identiteit.self, DeelMee.self, VulAan.self, NeemUit.self, Verstrek.self,
      Sluit.self,
      Heropen.self,
      Cijfers.self,
    ])
}

/// Which case.
struct ZaakArgument: ParsableArguments {
  @Argument(help: Language.help(nl: "De zaak, zoals zaak-3f9a2c.", en: "The case, such as zaak-3f9a2c.", "zaak"))
  var zaak: String
}

/// What is recorded with a step.
struct VeldOptions: ParsableArguments {
  @Option(
    name: .customLong("veld"), parsing: .singleValue,
    help: Language.help(
      nl:
        "Een veld van de stap: naam=waarde, naam=@bestand, of naam=- voor wat u intypt. Vertrouwelijke tekst hoort in een bestand.",
      en:
        "A field of the step: name=value, name=@file, or name=- for what you type. Confidential text belongs in a file.",
      "naam=waarde"))
  var velden: [String] = []

  /// The values by field.
  /// - Throws: `Failure` for what is no field, or a file that cannot be read; no message repeats a value.
  func waarden(_ stap: Stap) throws -> Veldwaarden {
    var waarden: Veldwaarden = [:]
    for part in velden {
      guard let split = part.firstIndex(of: "="), split > part.startIndex else {
        throw Failure(
          .badInput, Text(nl: "--veld: verwacht naam=waarde", en: "--veld: expected name=value"),
          remedy: Text(
            nl: "velden: \(stap.velden.map(\.id).joined(separator: ", "))",
            en: "fields: \(stap.velden.map(\.id).joined(separator: ", "))"))
      }
      let name = String(part[..<split])
      let value = String(part[part.index(after: split)...])
      waarden[name, default: []].append(try Self.waarde(value, stap.veld(name)?.soort))
    }
    return waarden
  }

  private static func waarde(_ text: String, _ soort: Veld.Soort?) throws -> String {
    guard text.hasPrefix("@") else { return try Input.text(text, option: "--veld") }
    let document = try Input.document(at: String(text.dropFirst()))
    guard document.bytes.count <= mostBytes else {
      throw Failure(
        .badInput,
        Text(
          nl: "--veld: het bestand telt \(document.bytes.count) bytes; in één vastlegging passen er \(mostBytes)",
          en: "--veld: the file has \(document.bytes.count) bytes; one entry holds \(mostBytes)"),
        remedy: Text(
          nl: "verklein de scan, of verdeel het stuk over twee stappen",
          en: "make the scan smaller, or divide the paper over two steps"))
    }
    if soort == .document { return Stukwaarde(document).text }
    return try Input.text(of: document, option: "--veld")
  }

  /// A compartment holds 1,500,000 characters, of which base64 takes a quarter.
  private static let mostBytes = 1 << 20
}

extension Zaaklezer {
  /// A reader for who runs the command.
  init(_ book: Grootboek, _ reading: Reading, _ key: Thumbprint) {
    self.init(reading: reading, lezer: key, origin: book.origin, procedures: Procedures(reading))
  }
}

extension AppendContext {
  /// The cases that the signer belongs to.
  var zaken: Zaaklezer { Zaaklezer(book, reading, signer) }
  /// Writes in a case for the signer.
  var schrijver: Zaakschrijver {
    get throws { Zaakschrijver(book: book, registry: reading.registry, key: try key) }
  }
}

extension Program {
  /// Lends the cases of who reads.
  func zaken<T>(_ options: ReadingOptions, _ body: (Grootboek, Zaaklezer) throws -> T) throws -> T {
    let key = try signer(options.key).key
    return try read(options, as: key) { book, reading in try body(book, try zaaklezer(book, reading, key)) }
  }

  /// A reader that remembers which cases are the own ones.
  func zaaklezer(_ book: Grootboek, _ reading: Reading, _ key: UnlockedKey) throws -> Zaaklezer {
    var zaken = Zaaklezer(book, reading, key.id)
    zaken.geheugen = try Zaakgeheugen(self, origin: book.origin, of: key)
    zaken.heden = try reading.size < book.stores.log.size() ? book : nil
    return zaken
  }

  /// Lends the cases of who is about to record something.
  func zaken<T>(_ options: AppendingOptions, _ body: (Grootboek, Zaaklezer) throws -> T) throws -> T {
    var reading = try ReadingOptions.parse([])
    reading.shared = options.shared
    reading.key = options.key
    return try zaken(reading, body)
  }

  /// A key that a person names: by thumbprint, by the name of an own key, or by a role that one key has.
  func sleutel(_ text: String, _ registry: KeyRegistry, option: String) throws -> KeyRegistry.RegisteredKey {
    let id = Thumbprint(text) ?? (try? keys.key(named: text)).map { Thumbprint($0.signing) }
    if let key = id.flatMap({ registry.keys[$0] }), key.revoked == nil { return key }
    let inRole =
      Rol(rawValue: text).map { rol in registry.keysInOrder.filter { $0.rol == rol && $0.revoked == nil } } ?? []
    if let only = inRole.first, inRole.count == 1 { return only }
    throw Failure(
      .notFound,
      Text(
        nl: "\(option): «\(text)» is geen geregistreerde sleutel", en: "\(option): “\(text)” is no registered key"),
      remedy: Text(
        nl: "geef een sleutelkenmerk; zie waarborg key list",
        en: "give a key's thumbprint; see waarborg key list"))
  }
}
