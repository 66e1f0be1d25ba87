import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto

/// `waarborg key`: a person's keys, and their registration in a ledger.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "key", nl: "Sleutels: maken, tonen, registreren, intrekken.", en: "Keys: make, show, register, revoke.",
    subcommands: [
      New.self, List.self, Show.self, Register.self, Confirm.self, Revoke.self, Replace.self,
      Wachtwoord.self,
    ])
}

extension KeyCommand {
  /// `waarborg key new`
  struct New: ProgramCommand {
    static let configuration = CommandConfiguration(
      "new", nl: "Maak een sleutel.", en: "Make a key.")

    @Argument(help: Language.help(nl: "Hoe u de sleutel noemt.", en: "What you call the key.", "naam")) var naam: String
    @Option(
      help: Language.help(
        nl: "De rol waarin de sleutel ondertekent: \(Rol.woorden).",
        en: "The role in which the key signs: \(Rol.woorden).", "rol"))
    var rol: String
    @OptionGroup var key: KeyOptions
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      let rol: Rol = try Input.code(self.rol, option: "--rol")
      guard !program.keys.names().contains(naam) else {
        throw Failure(
          .badInput, Text(nl: "er is al een sleutel «\(naam)»", en: "there is a key “\(naam)” already"),
          remedy: Text(nl: "kies een andere naam", en: "choose another name"))
      }
      let passphrase = try program.newPassphrase(
        for: naam, from: Passphrase.choose(key, for: naam, program.environment))
      let pair = try KeyPair.generate(program.random)
      try program.keys.add(
        KeyFile(pair, rol: rol, passphrase: passphrase, random: program.random), named: naam)
      if shared.json {
        program.terminal.outJSON(KeyCommand.card(try program.keys.key(named: naam)).jwk.text)
      } else {
        program.terminal.note(
          StyledText.verdict(
            .good,
            Text(nl: "Sleutel \(naam) gemaakt voor \(rol.text.nl)", en: "Key \(naam) made for the \(rol.text.en)")))
      }
    }
  }

  /// `waarborg key list`
  struct List: ProgramCommand {
    static let configuration = CommandConfiguration(
      "list", nl: "Toon uw sleutels, en met --ledger die van het grootboek.",
      en: "Show your keys, and with --ledger those of the ledger.")

    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try options.refuseDay()
      guard shared.ledger != nil || program.environment["WAARBORG_LEDGER"] != nil else {
        return try listLocal(program)
      }
      try program.read(options) { book, reading in try listRegistered(program, book, reading) }
    }

    private func listLocal(_ program: Program) throws {
      var table = Table([
        .init(Text(nl: "Naam", en: "Name")), .init(Text(nl: "Rol", en: "Role")),
        .init(Text(nl: "Ontgrendeld", en: "Unlocked")), .init(Text("kid"), overflow: .truncate),
      ])
      for name in program.keys.names() {
        let key = try program.keys.key(named: name)
        let open = program.openTime(of: name)
        if shared.json {
          program.terminal.outJSON(
            JSON.object(
              [.init("naam", .string(name)), .init("ontgrendeld", .bool(open != nil))]
                + (KeyCommand.card(key).jwk.members ?? [])
            ).text)
        }
        table.row(
          "\(name)", "\(key.rol.text)", open.map { "\(Text(nl: "nog ", en: "for ") + $0)" } ?? "",
          "\(key.id.description)")
      }
      guard !shared.json else { return }
      guard !table.isEmpty else {
        program.terminal.note(
          Text(
            nl: "U hebt nog geen sleutels: waarborg key new NAAM --rol ROL",
            en: "You have no keys yet: waarborg key new NAME --rol ROLE"))
        return
      }
      program.terminal.out(table)
    }

    private func listRegistered(_ program: Program, _ book: Grootboek, _ reading: Reading) throws {
      let local = Dictionary(
        program.keys.names().compactMap { name in (try? program.keys.key(named: name)).map { ($0.id, name) } },
        uniquingKeysWith: { first, _ in first })
      var table = Table([
        .init(Text(nl: "Rol", en: "Role")), .init(Text(nl: "Houder", en: "Holder")),
        .init(Text(nl: "Bij u", en: "Yours")),
        .init(Text(nl: "Geregistreerd", en: "Registered")), .init(Text(nl: "Toestand", en: "State")),
        .init(Text("kid"), overflow: .truncate), .init(Text(nl: "Door", en: "By")),
      ])
      for key in reading.registry.keysInOrder {
        let holder = try reading.filter.reveal(
          FieldReference(position: key.registeredAt, field: SleutelGeregistreerd.houder.name))
        let since = try reading.views.fact(at: key.registeredAt)?.recordedOn ?? book.today
        let registrar = key.registeredBy.flatMap { $0 == key.id ? nil : reading.registry.keys[$0] }
        if shared.json {
          let claimed = try Sleutelintrekking(of: key.id, reading.views)?.vanaf
          program.terminal.outJSON(json(key, holder, since, claimed, registrar).text)
          continue
        }
        let state: StyledText =
          key.revoked.map { "\(Text(nl: "ingetrokken vanaf \($0.from)", en: "revoked from \($0.from)"), .bad)" }
          ?? (key.isUnconfirmed
            ? "\(Text(nl: "onbevestigd", en: "unconfirmed"), .warning)" : "\(Text(nl: "geldig", en: "valid"), .good)")
        table.row(
          "\(key.rol.text)", "\(holder.text()?(program.language) ?? "")", "\(local[key.id] ?? "")",
          "\(since.text)", state, "\(key.id.description)",
          // The beginning names it as well, and leaves room for what is asked of this list.
          "\(registrar?.rol.text ?? Text(nl: "opening", en: "founding")) \(registrar.map { String($0.id.description.prefix(10)) } ?? "", .faint)"
        )
      }
      if !shared.json { program.terminal.out(table) }
    }

    /// `vanaf` is the moment that the revocation names; `ingetrokkenVanaf` is from when the log refuses the key, which
    /// is never before the revocation itself was recorded.
    private func json(
      _ key: KeyRegistry.RegisteredKey, _ holder: Revealed, _ since: CalendarDate, _ claimed: Instant?,
      _ registrar: KeyRegistry.RegisteredKey?
    ) -> JSON {
      [
        "kid": .string(key.id.description), "rol": key.rol.json, "houder": holder.string.map { .string($0) } ?? .null,
        "position": .int(Int64(key.registeredAt)), "sinds": since.json,
        "vanaf": claimed.map { .string($0.description) } ?? .null,
        "ingetrokkenVanaf": key.revoked.map { .string($0.from.description) } ?? .null,
        "opvolger": key.replacedBy.map { .string($0.description) } ?? .null,
        "geregistreerdDoor": registrar.map { .string($0.id.description) } ?? .null,
        "geregistreerdDoorRol": registrar?.rol.json ?? .null, "onbevestigd": .bool(key.isUnconfirmed),
      ]
    }
  }

  /// `waarborg key show`
  struct Show: ProgramCommand {
    static let configuration = CommandConfiguration(
      "show", nl: "Toon de publieke helft van een sleutel.", en: "Show the public half of a key.")

    @Argument(help: Language.help(nl: "De naam van de sleutel.", en: "The name of the key.", "naam")) var naam: String
    @Flag(
      help: Language.help(
        nl: "Als JSON Web Key, om mee te controleren.",
        en: "As a JSON Web Key, for verification."))
    var jwk = false
    @Flag(
      help: Language.help(
        nl: "Als kaart die de sleutel zelf ondertekent, om te laten registreren in het grootboek van --origin.",
        en: "As a card that the key itself signs, for registration in the ledger of --origin."))
    var kaart = false
    @Option(
      help: Language.help(
        nl: "De naam van het grootboek, zoals de registrar die noemt.",
        en: "The ledger's name, as the registrar gives it.", "origin"))
    var origin: String?
    @OptionGroup var passphrase: KeyOptions
    @OptionGroup var shared: SharedOptions
    var asksPassphrase: Bool { true }

    func validate() throws {
      if kaart != (origin != nil) {
        throw ValidationError(
          Language.ofProcess.choose(nl: "--kaart en --origin horen bij elkaar", en: "--kaart and --origin go together"))
      }
    }

    func run(_ program: Program) throws {
      let key = try program.keys.key(named: naam)
      if let origin {
        var options = passphrase
        options.als = naam
        guard let unlocked = try program.unlock(options)?.key else { return }
        program.terminal.outJSON(try Sleutelkaart(unlocked, rol: key.rol, origin: origin).jwk.text)
        return
      }
      if jwk || shared.json {
        program.terminal.outJSON(KeyCommand.card(key).jwk.text)
        return
      }
      var list = KeyValueList()
      list.add(Text(nl: "Naam", en: "Name"), "\(naam)")
      list.add(Text(nl: "Rol", en: "Role"), "\(key.rol.text)")
      list.add(Text("kid"), "\(key.id.description)")
      list.add(Text("Ed25519"), "\(key.signing.hex)")
      list.add(Text("X25519"), "\(key.box.hex)")
      program.terminal.out(list)
    }
  }
}

extension KeyCommand {
  static func card(_ key: KeyFile) -> PublicKeyCard {
    PublicKeyCard(signing: key.signing, box: key.box, rol: key.rol)
  }

  /// A key that joins a ledger: one's own, or somebody else's as its card says.
  enum Joining {
    case own(PublicKeyCard)
    case sent(JSON, file: String)

    /// The key of this name, or the card in this file.
    init(_ text: String, _ program: Program) throws {
      guard KeyCommand.isFile(text) else {
        self = .own(KeyCommand.card(try program.keys.key(named: text)))
        return
      }
      self = .sent(try KeyCommand.jwk(at: text).json, file: text)
    }

    /// What is registered in a ledger.
    /// - Throws: `Failure` when the card does not show that who sent it has the key, for this ledger and in this role.
    func card(for book: Grootboek) throws -> PublicKeyCard {
      switch self {
      case .own(let card): card
      case .sent(let json, _): try Sleutelkaart(json, for: book.origin).card
      }
    }

    /// What is asked before somebody else's key is registered: what the card says is what its holder must confirm.
    func question(_ card: PublicKeyCard) -> Text? {
      guard case .sent(_, let file) = self else { return nil }
      return Text(
        nl: "Sleutel \(Thumbprint(card.signing)) uit \(file) registreren voor de rol \(card.rol.text.nl)? "
          + "Vergelijk deze kid met wat de houder u zelf zegt.",
        en: "Register key \(Thumbprint(card.signing)) from \(file) for the role \(card.rol.text.en)? "
          + "Compare this kid with what the holder says.")
    }
  }

  static func isFile(_ text: String) -> Bool { text.contains("/") || text.contains(".") }

  /// The JWK in a file; what else a card must have is asked when it is used as one.
  static func jwk(at path: String) throws -> (json: JSON, card: PublicKeyCard) {
    let document = try Input.document(at: path)
    guard let json = try? JSON(parsing: document.bytes), let card = PublicKeyCard(json: json) else {
      throw Failure(
        .badInput,
        Text(
          nl: "\(path) is geen publieke sleutel (JWK) van waarborg", en: "\(path) is no public key (JWK) of waarborg"),
        remedy: Text("waarborg key show NAAM --kaart --origin ORIGIN"))
    }
    return (json, card)
  }

  /// A key that is named: by its kid, as one's own, or by a file with a JWK.
  static func thumbprint(_ text: String, _ program: Program) throws -> Thumbprint {
    if let id = Thumbprint(text) { return id }
    return isFile(text) ? Thumbprint(try jwk(at: text).card.signing) : try program.keys.key(named: text).id
  }

  static func instant(_ text: String) throws -> Instant {
    do { return try Instant(text) } catch { throw Failure(.badInput, Text("--vanaf: ") + error.text) }
  }
}
