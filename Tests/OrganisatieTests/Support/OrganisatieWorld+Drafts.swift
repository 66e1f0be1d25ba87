import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek

@testable import Console
@testable import Organisatie

extension OrganisatieWorld {
  func stream(_ kind: String) -> StreamID {
    StreamID(kind: kind, id: UUIDv7(milliseconds: clock.now.secondsSince1970 * 1000, random: random))
  }

  func on(_ date: String?) throws -> ImpreciseDate {
    try date.map { try ImpreciseDate($0) } ?? ImpreciseDate(today)
  }

  // MARK: Founding

  /// The founding event, and the options that let its signer read.
  func founding(
    _ book: Grootboek, by key: UnlockedKey? = nil, rol: Rol = .secretariaat, effective: ImpreciseDate? = nil
  ) throws -> Proposal {
    let key = key ?? secretariaat
    let organisation = try book.newOrganisationKey(for: [key.box.publicKey])
    let draft = Founding.draft(
      book, organisatie: "Gemeente Voorbeeld", logKey: logKey.verifier, organisationKey: organisation.key, key: key,
      rol: rol, effective: effective)
    return Proposal(draft, options: AppendOptions(wrappedKeys: organisation.wrapped))
  }

  /// Founds the ledger.
  @discardableResult
  func found(
    registering key: UnlockedKey? = nil, rol: Rol = .secretariaat, signedBy signer: UnlockedKey? = nil,
    effective: String? = nil
  ) throws -> Appended {
    try directory.write { stores in
      let book = book(stores)
      let proposal = try founding(book, by: key, rol: rol, effective: effective.map { try ImpreciseDate($0) })
      return try book.append(
        proposal.drafts, signedBy: signer ?? key ?? secretariaat, log: logKey, proposal.options)
    }
  }

  // MARK: Keys

  func card(_ key: UnlockedKey, _ rol: Rol) -> PublicKeyCard {
    PublicKeyCard(signing: key.signing.verifyingKey, box: key.box.publicKey, rol: rol)
  }

  /// Registers a key, a new one when none is given.
  @discardableResult
  func member(
    _ rol: Rol, _ key: UnlockedKey? = nil, houder: String? = nil, by admitting: UnlockedKey? = nil
  ) throws -> UnlockedKey {
    let key = try key ?? .generate(random)
    try propose(as: admitting) { context in
      let wrapped = try context.book.organisationKeys(
        for: key.box.publicKey, openedBy: context.key.ring, context.reading.registry)
      return Proposal(
        KeyCommand.registration(card(key, rol), houder, context), options: AppendOptions(wrappedKeys: wrapped))
    }
    return key
  }

  /// Proposes the revocation of a key, from now unless another moment is given.
  func revocation(
    of id: Thumbprint, from moment: Instant? = nil, successor: Thumbprint? = nil, _ context: AppendContext
  ) throws -> Proposal {
    let (draft, options) = try KeyCommand.revocation(
      id, .functieBeeindigd, from: moment ?? context.book.now, successor: successor, joining: [], context)
    return Proposal(draft, options: options)
  }

  @discardableResult
  func revoke(
    _ key: UnlockedKey, from moment: Instant? = nil, successor: Thumbprint? = nil, by revoking: UnlockedKey? = nil
  ) throws -> Appended {
    try propose(as: revoking) { try revocation(of: key.id, from: moment, successor: successor, $0) }
  }

  /// Registers a new key and revokes the old one, in one batch; the old one hands on what it can read.
  @discardableResult
  func replace(_ old: UnlockedKey, _ rol: Rol, by key: UnlockedKey, handingOn: Bool = true) throws -> Appended {
    try propose {
      try KeyCommand.replacement(of: old.id, by: card(key, rol), nil, handedOnBy: handingOn ? old : nil, $0)
    }
  }

  /// The second signature under the registration of a key.
  func confirmation(of key: UnlockedKey, in known: KeyRegistry? = nil) throws -> EventDraft {
    guard let stream = try (known ?? registry).keys[key.id]?.stream else { throw AuthorityProblem.keyUnknown(key.id) }
    var draft = EventDraft(SleutelBevestigd.self, stream: stream, effective: ImpreciseDate(today))
    draft[SleutelBevestigd.kid] = key.id
    return draft
  }

  func confirms(_ key: UnlockedKey, _ context: AppendContext) throws -> Proposal {
    Proposal(try confirmation(of: key, in: context.reading.registry))
  }

  /// Admits keys to the circle of a stream, which its first member opens.
  @discardableResult
  func admit(_ keys: UnlockedKey..., to stream: StreamID, by admitting: UnlockedKey) throws -> Appended {
    try propose(as: admitting) { context in
      var proposal = Proposal()
      for key in keys {
        var draft = EventDraft(ToegangVerleend.self, stream: self.stream("Toegang"), effective: ImpreciseDate(today))
        draft[ToegangVerleend.stroom] = stream
        draft[ToegangVerleend.sleutel] = key.id
        proposal.drafts.append(draft)
        proposal.options.wrappedKeys += try context.book.circleKeys(
          of: stream, for: key.box.publicKey, openedBy: admitting.ring)
      }
      return proposal
    }
  }

  func secret(_ text: String, in stream: StreamID) -> EventDraft {
    var draft = EventDraft(ProefNota.self, stream: stream, effective: ImpreciseDate(today))
    draft[ProefNota.geheim] = text
    return draft
  }

  /// What a reader reads in confidential notes; nil for what stays closed.
  func secrets(_ events: [RecordedEvent], as key: UnlockedKey) throws -> [String?] {
    try read(as: key) { reading in
      try events.map {
        try reading.filter.reveal(FieldReference(position: $0.position, field: ProefNota.geheim.name)).string
      }
    }
  }

  // MARK: Mandates

  func mandate(
    _ giver: Rol = .college, to receiver: Rol = .secretariaat, for events: [String] = ["ProefBesluit"],
    from first: Int = 0, until last: Int? = nil
  ) throws -> EventDraft {
    var draft = EventDraft(MandaatVerleend.self, stream: stream("Mandaat"), effective: ImpreciseDate(today))
    draft[MandaatVerleend.mandaatgever] = giver
    draft[MandaatVerleend.gemandateerde] = receiver
    draft[MandaatVerleend.gebeurtenissen] = events
    draft[MandaatVerleend.van] = try day(first)
    draft[MandaatVerleend.tot] = try last.map { try day($0) }
    return draft
  }

  func withdrawal(of mandate: StreamID, from offset: Int = 0) throws -> EventDraft {
    var draft = EventDraft(MandaatIngetrokken.self, stream: mandate, effective: ImpreciseDate(today))
    draft[MandaatIngetrokken.vanaf] = try day(offset)
    return draft
  }

  func decision(memo: String? = nil) -> EventDraft {
    var draft = EventDraft(ProefBesluit.self, stream: stream("Proef"), effective: ImpreciseDate(today))
    draft[ProefBesluit.memo] = memo
    return draft
  }

  // MARK: Bodies, functions and people

  func body(_ naam: String = "College", rol: Rol? = nil, on date: String? = nil) throws -> EventDraft {
    var draft = EventDraft(OrgaanVastgelegd.self, stream: stream("Orgaan"), effective: try on(date))
    draft[OrgaanVastgelegd.naam] = naam
    draft[OrgaanVastgelegd.rol] = rol
    return draft
  }

  func function(_ naam: String = "Griffier", of body: StreamID? = nil, on date: String? = nil) throws -> EventDraft {
    var draft = EventDraft(FunctieVastgelegd.self, stream: stream("Functie"), effective: try on(date))
    draft[FunctieVastgelegd.naam] = naam
    draft[FunctieVastgelegd.orgaan] = body
    return draft
  }

  func takesUp(
    _ person: StreamID, _ function: StreamID, naam: String = "F. Fictief", on date: String? = nil, until: String? = nil,
    waarnemend: Bool? = nil, inhuur: Bool? = nil
  ) throws -> EventDraft {
    var draft = EventDraft(FunctieBekleed.self, stream: function, effective: try on(date))
    draft[FunctieBekleed.persoon] = person
    draft[FunctieBekleed.naam] = naam
    draft[FunctieBekleed.tot] = try until.map { try CalendarDate($0) }
    draft[FunctieBekleed.waarnemend] = waarnemend
    draft[FunctieBekleed.inhuur] = inhuur
    return draft
  }

  func laysDown(_ person: StreamID, _ function: StreamID, on date: String? = nil) throws -> EventDraft {
    var draft = EventDraft(FunctieNeergelegd.self, stream: function, effective: try on(date))
    draft[FunctieNeergelegd.persoon] = person
    return draft
  }

  func corrects(_ event: RecordedEvent) -> EventDraft {
    let type = event.stream.kind == "Orgaan" ? OrgaanGecorrigeerd.type : FunctieGecorrigeerd.type
    var draft = EventDraft(type, stream: event.stream, effective: ImpreciseDate(today))
    draft[Correction.event] = event.id
    draft[Correction.reason] = "twee keer vastgelegd"
    return draft
  }

  func abolishes(_ unit: StreamID, on date: String? = nil) throws -> EventDraft {
    let type = unit.kind == "Orgaan" ? OrgaanOpgeheven.type : FunctieOpgeheven.type
    return EventDraft(type, stream: unit, effective: try on(date))
  }
}
