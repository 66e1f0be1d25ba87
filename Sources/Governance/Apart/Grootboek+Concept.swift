import Ledger
import LedgerCrypto

extension Grootboek {
  /// The most events of the log that a concept shows.
  private static let mostEarlier = 400
  /// The most bytes of their documents.
  private static let mostDocumentBytes = 64 << 20

  /// Judges drafts as if they were appended now, and makes what their signer needs to sign them elsewhere.
  /// - Parameters:
  ///   - key: Who is to sign.
  ///   - reader: What who makes it can open.
  /// - Throws: `Failure`: what is refused now, or can only be signed at the ledger.
  public func concept(
    _ drafts: [EventDraft], for key: KeyRegistry.RegisteredKey, reader: KeyRing?, about: Text?,
    warnings: [Text], _ options: AppendOptions
  ) throws -> (concept: Concept, appended: Appended) {
    try checkCanBeApart(drafts, options)
    let (appended, brought) = try prepared(drafts, AppendSigner(apart: key.id, reader: reader), options)
    let head = try signedHead()
    let events = zip(zip(appended.events, brought), drafts).map { made, draft in
      Concept.Event(
        claims: made.0.signed.envelope, brought: made.1,
        documents: Dictionary(draft.attachments.map { ($0.field.name, $0.document) }) { first, _ in first })
    }
    let concept = try read(as: reader.map { .member($0) } ?? .outside) { reading in
      Concept(
        origin: origin, logKey: reading.registry.logKeys.present ?? "", checkpoint: head.note, signer: key.id,
        answerTo: reading.registry.organisationKeys.last, made: now, about: about, warnings: warnings, events: events,
        earlier: try earlier(than: appended, key, head.checkpoint, reading))
    }
    return (concept, appended)
  }

  /// What only someone at the ledger can do: open keys for others, work outside it, sign with the key of a closed stream.
  private func checkCanBeApart(_ drafts: [EventDraft], _ options: AppendOptions) throws {
    let isClosed = drafts.contains { draft in
      draft.type.isClosed || !draft.circles.isEmpty
        || draft.type.fields.contains { field in field.visibility == .vertrouwelijk && draft.isFilled(field.name) }
    }
    guard options.wrappedKeys.isEmpty, options.dismissed.isEmpty, !isClosed else {
      throw Failure(
        .refused,
        Text(
          nl: "dit kan niet met een concept: er wordt iets voor een kring versleuteld of geopend",
          en: "this cannot be done with a draft: something is encrypted or opened for a circle"),
        remedy: Text(
          nl: "laat wie tekent het aan het grootboek zelf doen", en: "let the signer do it at the ledger itself"))
    }
  }

  /// The events that the drafts are about, and the registrations of the keys that signed those.
  private func earlier(
    than appended: Appended, _ key: KeyRegistry.RegisteredKey, _ checkpoint: Checkpoint, _ reading: Reading
  ) throws -> [Concept.Earlier] {
    var positions = Set<UInt64>()
    for stream in try subjects(of: appended.events) {
      let all = try stores.log.positions(in: stream).filter { $0 < reading.size }
      positions.formUnion(all.prefix(1) + all.suffix(Self.mostEarlier / 4))
    }
    var events = try positions.sorted().suffix(Self.mostEarlier).compactMap { try reading.filter.event(at: $0) }
    let mandates = try appended.capacities.compactMap { $0.mandaat?.stream }.compactMap {
      try stores.log.positions(in: $0).first
    }
    let keys = Set(events.map(\.signed.key) + [key.id]).compactMap { reading.registry.keys[$0]?.registeredAt }
    // Of the registrations as well, up to the founding, which stands for itself.
    var wanted = keys + mandates
    while let position = wanted.popLast() {
      guard !events.contains(where: { $0.position == position }),
        let event = try reading.filter.event(at: position)
      else { continue }
      events.append(event)
      if let signer = reading.registry.keys[event.signed.key] { wanted.append(signer.registeredAt) }
    }
    var room = Self.mostDocumentBytes
    let proofs = TreeReader(LogTiles(log: stores.log))
    // The newest documents first, when there is no room for all.
    return try events.sorted { $0.position > $1.position }.map { event in
      let disclosures = try reading.filter.shareable(event)
      var documents: [String: Document] = [:]
      for disclosure in disclosures {
        guard let reference = DocumentReference(json: disclosure.value), reference.size <= room,
          let document = try reading.filter.document(named: disclosure.name, of: event)
        else { continue }
        room -= document.bytes.count
        documents[disclosure.name] = document
      }
      return Concept.Earlier(
        leaf: event.signed.leaf, position: event.position,
        hashes: try proofs.inclusionProof(of: event.position, in: checkpoint.size), disclosures: disclosures,
        documents: documents)
    }.reversed()
  }

  /// The streams that events are in or name.
  private func subjects(of events: [RecordedEvent]) throws -> [StreamID] {
    var streams: [StreamID] = []
    func add(_ event: RecordedEvent) {
      for stream in [event.stream] + event.facts.flatMap({ Self.streams(in: $0.value) }) where !streams.contains(stream)
      {
        streams.append(stream)
      }
    }
    for event in events {
      add(event)
      // What a request is about stands in the event that opened it.
      guard let first = try stores.log.positions(in: event.stream).first, let entry = try stores.log.entry(at: first)
      else { continue }
      add(try catalog.decode(entry))
    }
    return streams
  }

  private static func streams(in value: JSON) -> [StreamID] {
    (value.array ?? [value]).compactMap { $0.string.flatMap { StreamID($0) } }
  }
}

extension VisibilityFilter {
  /// The sealed values of an event that may go to another holder of a key: what is in a circle of its own stays there.
  func shareable(_ event: RecordedEvent) throws -> [Disclosure] {
    let names = try reveal(event).compactMap { field, revealed in
      if case .value = revealed, field.visibility != .vertrouwelijk { field.name } else { nil }
    }
    return try disclosures(names, of: event)
  }
}
