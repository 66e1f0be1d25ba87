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
        nl: "De naam van een eigen sleutel, of een bestand met de kaart van een ander.",
        en: "The name of a key of yours, or a file with the card of somebody else's.", "naam|bestand"))
    var sleutel: String
    @Option(
      help: Language.help(
        nl: "De rol die de sleutel krijgt; nodig bij een kaart, die dezelfde moet noemen.",
        en: "The role that the key gets; needed with a card, which must name the same.", "rol"))
    var rol: String?
    @Option(help: Language.confidential(nl: "Wie de sleutel houdt", en: "Who holds the key", "naam"))
    var houder: String?
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }
    var asksPassphrase: Bool { true }

    func run(_ program: Program) throws {
      let joining = try KeyCommand.Joining(sleutel, program)
      let role: Rol? = try rol.map { try Input.code($0, option: "--rol") }
      if case .sent = joining, role == nil {
        throw Failure(
          .usage,
          Text(
            nl: "welke rol krijgt deze sleutel? De kaart van een ander beslist dat niet",
            en: "which role does this key get? Somebody else's card does not decide that"),
          remedy: Text(nl: "geef --rol", en: "give --rol"))
      }
      var registered: PublicKeyCard?
      var isUnconfirmed = false
      try program.append(options) { context in
        let card = try joining.card(for: context.book)
        if let role, role != card.rol {
          throw Failure(
            .badInput,
            Text(
              nl: "--rol zegt \(role.text.nl), maar de sleutel is gemaakt voor \(card.rol.text.nl)",
              en: "--rol says \(role.text.en), but the key was made for the \(card.rol.text.en)"))
        }
        registered = card
        isUnconfirmed = context.reading.registry.keys.values.contains { $0.rol == card.rol }
        let wrapped = try context.book.organisationKeys(
          for: card.box, openedBy: context.key.ring, context.reading.registry)
        return Proposal(
          KeyCommand.registration(card, houder, context), options: AppendOptions(wrappedKeys: wrapped),
          question: joining.question(card))
      }
      guard let card = registered, !options.dryRun, !shared.json else { return }
      program.terminal.note(
        Text(
          nl: "sleutel \(Thumbprint(card.signing)) ondertekent nu voor de rol \(card.rol.text.nl)",
          en: "key \(Thumbprint(card.signing)) now signs in the role \(card.rol.text.en)"))
      if isUnconfirmed { program.terminal.note(KeyCommand.unconfirmed(Thumbprint(card.signing))) }
    }
  }

  /// `waarborg key confirm`
  struct Confirm: ProgramCommand {
    static let configuration = CommandConfiguration(
      "confirm", nl: "Bevestig dat een sleutel terecht is geregistreerd, als tweede.",
      en: "Confirm that a key was registered rightly, as the second one.")

    @Argument(
      help: Language.help(
        nl: "De naam van een eigen sleutel, een kid, of een bestand met een JWK.",
        en: "The name of a key of yours, a kid, or a file with a JWK.", "naam|kid"))
    var sleutel: String
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }
    var asksPassphrase: Bool { true }

    func run(_ program: Program) throws {
      let id = try KeyCommand.thumbprint(sleutel, program)
      try program.append(options) { context in
        guard let key = context.reading.registry.keys[id] else {
          throw Failure(.notFound, AuthorityProblem.keyUnknown(id).text)
        }
        var draft = EventDraft(SleutelBevestigd.self, stream: key.stream, effective: context.effective)
        draft[SleutelBevestigd.kid] = id
        return Proposal(draft)
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
    var asksPassphrase: Bool { true }

    func run(_ program: Program) throws {
      let reason: IntrekkingsReden = try Input.code(reden, option: "--reden")
      let id = try KeyCommand.thumbprint(sleutel, program)
      let moment = try vanaf.map { try KeyCommand.instant($0) }
      var signed: SignedSince?
      var notices: [Text] = []
      try program.append(options) { context in
        let now = context.book.now
        let (draft, keys) = try KeyCommand.revocation(
          id, reason, from: moment ?? now, successor: nil, joining: [], context)
        signed = try moment.flatMap {
          $0 < now ? try SignedSince($0, by: id, context.reading, in: context.book.stores.log) : nil
        }
        notices = try Revocation.notices(id, from: moment ?? now, context)
        return Proposal(
          draft, options: keys,
          question: Revocation.joined(
            (signed.map { [$0.text] } ?? []) + notices + [
              Text(
                nl: "Sleutel \(id) intrekken? Dit kan niet ongedaan worden gemaakt.",
                en: "Revoke key \(id)? This cannot be undone.")
            ]))
      }
      if let signed { program.terminal.note(signed.text) }
      // Who was not asked is told all the same.
      if options.yes { for notice in notices { program.terminal.warn(notice) } }
    }
  }

  /// `waarborg key replace`
  struct Replace: ProgramCommand {
    static let configuration = CommandConfiguration(
      "replace", nl: "Vervang een sleutel door een nieuwe van dezelfde rol.",
      en: "Replace a key by a new one of the same role."
    )

    @Argument(
      help: Language.help(
        nl: "De oude sleutel: naam, kid of bestand. Noem de kid om zonder haar wachtwoord te vervangen.",
        en: "The old key: name, kid or file. Name the kid to replace it without its passphrase.", "oud"))
    var oud: String
    @Argument(help: Language.help(nl: "De nieuwe sleutel: naam of bestand.", en: "The new key: name or file.", "nieuw"))
    var nieuw: String
    @Option(
      help: Language.confidential(nl: "Wie de nieuwe sleutel houdt", en: "Who holds the new key", "naam"))
    var houder: String?
    @Option(
      help: Language.help(
        nl: "De oude sleutel bij u, waarmee wordt doorgegeven wat zij kan lezen; anders die u als oud noemt.",
        en: "The old key of yours, with which what it can read is handed on; else the one named as old.", "naam"))
    var oudeSleutel: String?
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }
    var asksPassphrase: Bool { true }

    func run(_ program: Program) throws {
      let joining = try KeyCommand.Joining(nieuw, program)
      let old = try KeyCommand.thumbprint(oud, program)
      let opener = try opener(of: old, program)
      var successor: Thumbprint?
      var dark: Text?
      try program.append(options) { context in
        let card = try joining.card(for: context.book)
        var proposal = try KeyCommand.replacement(
          of: old, by: card, houder, handedOnBy: opener, context)
        (successor, dark) = (Thumbprint(card.signing), proposal.question)
        let ask = dark.map { $0 + Text(nl: " Toch vervangen?", en: " Replace it all the same?") }
        let questions = [joining.question(card), ask].compactMap(\.self)
        proposal.question = questions.isEmpty ? nil : Revocation.joined(questions)
        return proposal
      }
      guard let successor, !options.dryRun else { return }
      if options.yes, let dark { program.terminal.warn(dark) }
      // A key that itself hands its place on is the second to sign.
      if !shared.json, opener == nil, options.key.als != oud {
        program.terminal.note(KeyCommand.unconfirmed(successor))
      }
    }

    /// The old key, when it is on this machine and there is anything to hand on: nobody is asked for a passphrase
    /// without need.
    private func opener(of old: Thumbprint, _ program: Program) throws -> UnlockedKey? {
      let isLocal = program.keys.names().contains(oud)
      guard let name = oudeSleutel ?? (isLocal ? oud : nil), name != options.key.als else { return nil }
      guard try program.keys.key(named: name).id == old else {
        throw Failure(
          .badInput,
          Text(
            nl: "--oude-sleutel: «\(name)» is niet de sleutel die wordt vervangen",
            en: "--oude-sleutel: “\(name)” is not the key that is replaced"))
      }
      let hasCircles = try program.withLedger(shared) { book in try book.read { try book.isInCircles(old, $0) } }
      guard hasCircles else { return nil }
      var key = options.key
      key.als = name
      return try program.unlock(key)?.key
    }
  }
}

extension KeyCommand {
  static func registration(_ card: PublicKeyCard, _ holder: String?, _ context: AppendContext) -> EventDraft {
    Registration.draft(
      context.book, signing: card.signing, box: card.box, rol: card.rol, houder: holder, effective: context.effective)
  }

  /// Said of a key whose role had a holder before: what is still to be done.
  static func unconfirmed(_ id: Thumbprint) -> Text {
    Text(
      nl: "onbevestigd, want deze rol had al een houder: laat die, of een tweede die sleutels registreert, tekenen met "
        + "waarborg key confirm \(id)",
      en:
        "unconfirmed, for this role had a holder already: let that one, or a second one who registers keys, sign with "
        + "waarborg key confirm \(id)")
  }

  /// The registration of a key that takes the place of another, the revocation of that one, and what the successor gets.
  /// - Parameter opener: The old key, when it is here: it hands on what it can read, and its place.
  static func replacement(
    of old: Thumbprint, by card: PublicKeyCard, _ holder: String?, handedOnBy opener: UnlockedKey?,
    openedBy rings: [KeyRing] = [], _ context: AppendContext
  ) throws -> Proposal {
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
    var (draft, keys) = try revocation(
      old, .vervangen, from: context.book.now, successor: Thumbprint(card.signing), joining: [card.box], context)
    if let opener {
      draft[SleutelIngetrokken.overdracht] = try Overdracht(
        to: Thumbprint(card.signing), by: opener.signing, in: context.book.origin)
    }
    keys.wrappedKeys += try context.book.organisationKeys(
      for: card.box, openedBy: context.key.ring, context.reading.registry)
    let succession = try context.book.succession(
      of: old, by: card.box, openedBy: [opener?.ring].compactMap(\.self) + rings + [context.key.ring],
      context.reading)
    keys.wrappedKeys += succession.wrappedKeys
    return Proposal(
      registration(card, holder, context), draft, options: keys,
      question: succession.dark.isEmpty ? nil : Revocation.withheld(succession.dark))
  }

  /// The revocation of a key, and the organisation's new key for everyone who stays or joins.
  static func revocation(
    _ id: Thumbprint, _ reason: IntrekkingsReden, from moment: Instant, successor: Thumbprint?,
    joining: [BoxPublicKey], _ context: AppendContext
  ) throws -> (EventDraft, AppendOptions) {
    guard let key = context.reading.registry.keys[id] else {
      throw Failure(.notFound, AuthorityProblem.keyUnknown(id).text)
    }
    if let revoked = key.revoked, !key.signs(.max, at: context.book.now) {
      throw Failure(
        .badInput,
        Text(
          nl: "sleutel \(id) is al ingetrokken: zij geldt niet meer sinds \(revoked.from)",
          en: "key \(id) has been revoked already: it has not been valid since \(revoked.from)"))
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
