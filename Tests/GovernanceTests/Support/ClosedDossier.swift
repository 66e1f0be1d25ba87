import Governance
import Ledger
import LedgerCrypto

/// The event of a closed stream: nothing of it is to be seen but that it is there.
enum DossierBijgewerkt: EventDefinition {
  static let type = EventType(
    "DossierBijgewerkt", stream: "Dossier", opens: nil, meaning: "Iets in een dossier.", source: "test", signers: [],
    isMandatable: false, needsExactDate: true, isClosed: true
  ) {
    ClosedStream.sleutel
    ClosedStream.waarmerk
    ClosedStream.vakken.map(\.declaration)
  }
}

extension VerificationLedger {
  /// A new closed stream, opened by a member.
  func closedKey(by member: UnlockedKey) throws -> ClosedKey {
    try read { book in
      try book.read(as: .member(member.ring)) { reading in
        try book.newClosedKey(for: book.newStream("Dossier"), by: member.ring, reading.registry)
      }
    }
  }

  /// Appends an entry to a closed stream, each text for its own holders.
  @discardableResult
  func close(
    _ key: ClosedKey, _ contents: [(text: String, holders: [UnlockedKey])], signedBy signing: (any Signer)? = nil
  ) throws -> RecordedEvent {
    try write { book, _ in
      let sealed = try contents.map { content in
        guard
          let seal = ClosedSeal(
            secret: try book.newCircleSecret(), holders: Set(content.holders.map(\.box.publicKey)))
        else { throw StoreError.readOnly(path: "-") }
        return ClosedContent(content.text, in: seal)
      }
      let draft = try book.closedDraft(DossierBijgewerkt.type, with: key, sealed)
      return try append(
        [draft], book, by: UnlockedKey(signing: signing ?? key.signing, box: secretary.box)
      ).events[0]
    }
  }

  /// What a reader finds in each compartment; nil where it is closed.
  func compartments(_ event: RecordedEvent, as reader: UnlockedKey?) throws -> [String?] {
    try read { book in
      try book.read(as: reader.map { .member($0.ring) } ?? .outside) { reading in
        try (1...ClosedStream.vakken.count).map { number in
          if case .opened(let text, _) = try reading.filter.compartments(of: event).open(number, knowing: []) {
            return text
          }
          return nil
        }
      }
    }
  }
}
