import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension KeyCommand {
  /// `waarborg key register`
  struct Register: ProgramCommand {
    static let configuration = CommandConfiguration(
      "register", nl: "Laat een sleutel toe tot het grootboek.", en: "Admit a key to the ledger.")

    @Argument(
      help: Language.help(
        nl: "De naam van een eigen sleutel, of een bestand met een JWK.",
        en: "The name of a key of yours, or a file with a JWK.", "naam|bestand"))
    var sleutel: String
    @Option(help: Language.help(nl: "Wie de sleutel houdt (intern).", en: "Who holds the key (internal).", "naam"))
    var houder: String?
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let card = try KeyCommand.card(named: sleutel, program)
      try program.append(options) { context in
        let wrapped = try context.book.organisationKeys(
          for: card.box, openedBy: context.key.ring, context.reading.registry)
        return Proposal(
          KeyCommand.registration(card, houder, context), options: AppendOptions(wrappedKeys: wrapped))
      }
    }
  }

  /// `waarborg key revoke`
  struct Revoke: ProgramCommand {
    static let configuration = CommandConfiguration(
      "revoke", nl: "Trek een sleutel in.", en: "Revoke a key.")

    @Argument(
      help: Language.help(
        nl: "De naam van een eigen sleutel, een kid, of een bestand met een JWK.",
        en: "The name of a key of yours, a kid, or a file with a JWK.", "naam|kid"))
    var sleutel: String
    @Option(
      help: Language.help(
        nl: "functieBeeindigd, verloren, gecompromitteerd of vervangen.",
        en: "functieBeeindigd, verloren, gecompromitteerd or vervangen.", "reden"))
    var reden: String
    @Option(
      help: Language.help(
        nl: "Vanaf welk tijdstip (RFC 3339; anders nu).", en: "From which moment (RFC 3339; else now).", "tijdstip"))
    var vanaf: String?
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let reason: IntrekkingsReden = try Input.code(reden, option: "--reden")
      let id = try KeyCommand.thumbprint(sleutel, program)
      let moment = try vanaf.map { try KeyCommand.instant($0) }
      var signed: SignedSince?
      try program.append(options) { context in
        let now = context.book.now
        let (draft, keys) = try KeyCommand.revocation(
          id, reason, from: moment ?? now, successor: nil, joining: [], context)
        signed = try moment.flatMap { $0 < now ? try SignedSince($0, by: id, in: context.book.stores.log) : nil }
        return Proposal(draft, options: keys, question: Self.question(id, signed))
      }
      if let signed { program.terminal.note(signed.text) }
    }

    private static func question(_ id: Thumbprint, _ signed: SignedSince?) -> Text {
      (signed.map { $0.text + Text(" ") } ?? Text(""))
        + Text(
          nl: "Sleutel \(id) intrekken? Dit kan niet ongedaan worden gemaakt.",
          en: "Revoke key \(id)? This cannot be undone.")
    }
  }

  /// `waarborg key replace`
  struct Replace: ProgramCommand {
    static let configuration = CommandConfiguration(
      "replace", nl: "Vervang een sleutel door een nieuwe van dezelfde rol.",
      en: "Replace a key by a new one of the same role."
    )

    @Argument(
      help: Language.help(nl: "De oude sleutel: naam, kid of bestand.", en: "The old key: name, kid or file.", "oud"))
    var oud: String
    @Argument(help: Language.help(nl: "De nieuwe sleutel: naam of bestand.", en: "The new key: name or file.", "nieuw"))
    var nieuw: String
    @Option(
      help: Language.help(nl: "Wie de nieuwe sleutel houdt (intern).", en: "Who holds the new key (internal).", "naam"))
    var houder: String?
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let card = try KeyCommand.card(named: nieuw, program)
      let old = try KeyCommand.thumbprint(oud, program)
      try program.append(options) { context in
        guard let known = context.reading.registry.keys[old] else {
          throw Failure(.notFound, AuthorityProblem.keyUnknown(old).text)
        }
        guard known.rol == card.rol else {
          throw Failure(
            .badInput,
            Text(
              nl: "de nieuwe sleutel is voor \(card.rol.text.nl), de oude voor \(known.rol.text.nl)",
              en: "the new key is for the \(card.rol.text.en), the old one for the \(known.rol.text.en)"))
        }
        var (draft, keys) = try KeyCommand.revocation(
          old, .vervangen, from: context.book.now, successor: Thumbprint(card.signing), joining: [card.box], context)
        keys.wrappedKeys += try context.book.organisationKeys(
          for: card.box, openedBy: context.key.ring, context.reading.registry)
        return Proposal(KeyCommand.registration(card, houder, context), draft, options: keys)
      }
    }
  }
}

extension KeyCommand {
  static func registration(_ card: PublicKeyCard, _ holder: String?, _ context: AppendContext) -> EventDraft {
    Registration.draft(
      context.book, signing: card.signing, box: card.box, rol: card.rol, houder: holder, effective: context.effective)
  }

  /// The revocation of a key, and the organisation's new key for everyone who stays or joins.
  static func revocation(
    _ id: Thumbprint, _ reason: IntrekkingsReden, from moment: Instant, successor: Thumbprint?,
    joining: [BoxPublicKey], _ context: AppendContext
  ) throws -> (EventDraft, AppendOptions) {
    guard let key = context.reading.registry.keys[id] else {
      throw Failure(.notFound, AuthorityProblem.keyUnknown(id).text)
    }
    let staying = context.reading.registry.members(at: context.book.now).filter { $0.id != id && $0.revoked == nil }
      .map(\.box)
    let organisation = try context.book.newOrganisationKey(for: staying + joining)
    let stream = key.stream.kind == "Sleutel" ? key.stream : context.book.newStream("Sleutel")
    var draft = EventDraft(SleutelIngetrokken.self, stream: stream, effective: context.effective)
    draft[SleutelIngetrokken.kid] = id
    draft[SleutelIngetrokken.vanaf] = moment
    draft[SleutelIngetrokken.reden] = reason
    draft[SleutelIngetrokken.opvolger] = successor
    draft[SleutelIngetrokken.organisatiesleutel] = organisation.key
    return (draft, AppendOptions(wrappedKeys: organisation.wrapped, dismissed: [key.box]))
  }
}
