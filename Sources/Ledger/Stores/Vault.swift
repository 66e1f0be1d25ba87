import LedgerCrypto

/// How a sealed field or document is kept.
public enum Sealing: Sendable, Hashable {
  /// As it is: may be published, and can be erased.
  case plain
  /// Encrypted under the data key with this id.
  case encrypted(key: String)

  /// The data key's id, when there is one.
  public var key: String? {
    if case .encrypted(let key) = self { key } else { nil }
  }
}

/// One sealed field in the vault.
public struct SealedRecord: Sendable, Hashable {
  /// The event it belongs to.
  public let event: String
  /// The field's name.
  public let field: String
  /// What stands for it in the signed bytes.
  public let digest: String
  /// How it is kept.
  public let sealing: Sealing
  /// The disclosure, or its ciphertext.
  public let body: [UInt8]

  /// A sealed field.
  public init(event: String, field: String, digest: String, sealing: Sealing, body: [UInt8]) {
    self.event = event
    self.field = field
    self.digest = digest
    self.sealing = sealing
    self.body = body
  }

  /// Whether it was filled up to one of a few lengths, as where nothing may be told.
  public var isOfFixedLength: Bool {
    let length = body.count - SymmetricKey.overhead
    return length > 0 && Padding.length(length) == length
  }
}

/// A key, encrypted under one other key: a data key under a key-encryption key (KEK), a KEK for one of its holders, or the
/// secret of the organisation's key for one member.
public struct WrappedKey: Sendable, Hashable {
  /// Which key is inside: the id of a data key or KEK, or the name of the organisation's key.
  public let key: String
  /// What opens it: the id of a KEK, or the box public key it is sealed to, base64url.
  public let recipient: String
  /// XChaCha20-Poly1305 under a KEK, or a sealed box.
  public let body: [UInt8]

  /// A wrapped key.
  public init(key: String, recipient: String, body: [UInt8]) {
    self.key = key
    self.recipient = recipient
    self.body = body
  }
}

/// A wrapped key as it is kept.
public struct StoredKey: Sendable, Hashable {
  /// The event that brought it.
  public let event: String
  /// The key.
  public let key: WrappedKey

  /// A key that an event brought.
  public init(event: String, key: WrappedKey) {
    self.event = event
    self.key = key
  }
}

/// A document that an event refers to.
public struct DocumentRecord: Sendable, Hashable {
  /// The event that refers to it.
  public let event: String
  /// The field that refers to it.
  public let field: String
  /// The SHA-256 of the stored file's bytes, which is its name.
  public let file: Digest
  /// How the file is kept.
  public let sealing: Sealing

  /// A reference to a stored document.
  public init(event: String, field: String, file: Digest, sealing: Sealing) {
    self.event = event
    self.field = field
    self.file = file
    self.sealing = sealing
  }
}

/// Where wrapped keys are found.
public protocol KeySource {
  /// Every copy of a key, one for each recipient, by recipient.
  func storedKeys(_ key: String) throws -> [StoredKey]
}

/// Where sealed values are kept, so that they can be corrected, withheld or erased while the log stays whole.
public protocol VaultReader: KeySource {
  /// The sealed fields of an event that are still there, by name.
  func sealedFields(of event: EventID) throws -> [SealedRecord]
  /// The keys that are wrapped for a recipient.
  func keys(wrappedFor recipient: String) throws -> [String]
  /// The documents an event refers to that are still there.
  func documents(of event: EventID) throws -> [DocumentRecord]
  /// The list of what an event brought; it stays when that goes.
  func commitment(of event: EventID) throws -> String?
  /// Whether a field or document that is there is sealed with a data key.
  func isInUse(_ dataKey: String) throws -> Bool
  /// The events that have a field or document sealed with a data key, in order of id.
  func events(sealedWith dataKey: String) throws -> [String]
  /// How many wrapped keys there are.
  func keyCount() throws -> UInt64
  /// Calls `body` with every wrapped key, in order of key and recipient, until it says false.
  func forEachKey(_ body: (StoredKey) throws -> Bool) throws
  /// Calls `body` with every wrapped key by which nothing is opened any more, in that order, until it says false.
  /// - Parameter kept: Keys that open what lies elsewhere.
  func forEachUnusedKey(except kept: Set<String>, _ body: (StoredKey) throws -> Bool) throws
  /// Up to `limit` events that have anything in the vault, in order of id, after the given one.
  ///
  /// Of wrapped keys alone nothing is known here: the list of what an event brought tells of them.
  func events(after: String?, limit: Int) throws -> [String]
  /// Up to which size of the log all that had to go is gone here: an old copy that is put back says less.
  func erasedUpTo() throws -> UInt64
  /// Whether something was deleted of which traces can still be in the store's files.
  func isScrubPending() throws -> Bool
  /// The append whose rows were kept last; whether the log has its events is not known here.
  func begun() throws -> BegunAppend?
  /// What stands in the store that does not belong there, or is missing: it is looked at before something is erased.
  func schemaFindings() throws -> [String]
  /// What is wrong with the store itself: empty when nothing is.
  func structuralFindings() throws -> [String]
}

/// A vault that can be written to.
public protocol Vault: VaultReader, Sendable {
  /// Runs `body` on one consistent state: many questions then cost one transaction.
  func read<T>(_ body: (any VaultReader) throws -> T) throws -> T
  /// Runs `body` in one durable transaction.
  func write<T>(_ body: (any VaultTransaction) throws -> T) throws -> T
  /// Makes sure that nothing of what was deleted is left in any of the store's files, and that it is known to be so.
  /// - Throws: `StoreError.busy` while someone else reads the files; it is then to be done later.
  func scrub() throws
}

extension KeySource {
  /// Every copy of a key, one for each recipient, by recipient.
  public func wrappedKeys(_ key: String) throws -> [WrappedKey] { try storedKeys(key).map(\.key) }

  /// For whom a data key is there: the holders of each key-encryption key it is wrapped under.
  public func holders(ofDataKey id: String) throws -> [String] {
    try wrappedKeys(id).flatMap { try wrappedKeys($0.recipient).map(\.recipient) }
  }
}

extension VaultTransaction {
  /// Keeps everything that an event brings, and the list of it that the event was signed over.
  public func put(_ rows: VaultRows, listed commitment: Commitment) throws {
    for record in rows.records { try put(record) }
    for document in rows.documents { try put(document) }
    for key in rows.keys { try put(StoredKey(event: rows.event.description, key: key)) }
    try put(commitment, of: rows.event)
  }

  /// Takes every key away from a recipient.
  public func removeKeys(wrappedFor recipient: String) throws { try removeKeys(wrappedFor: recipient, except: []) }
}

extension Vault {
  /// A vault without transactions answers each question by itself.
  public func read<T>(_ body: (any VaultReader) throws -> T) throws -> T { try body(self) }
}

/// What can be done inside a vault transaction.
public protocol VaultTransaction: VaultReader {
  /// Keeps a sealed field.
  func put(_ record: SealedRecord) throws
  /// Keeps a wrapped key; the same key for the same recipient replaces the earlier copy.
  func put(_ key: StoredKey) throws
  /// Keeps a reference to a document.
  func put(_ document: DocumentRecord) throws
  /// Keeps the list of what an event brings.
  func put(_ commitment: Commitment, of event: EventID) throws
  /// Erases a sealed field and the document references of that field.
  func eraseField(_ field: String, of event: EventID) throws -> ErasedRemains
  /// Takes every key but some away from a recipient, and with the last copy of a key-encryption key what only it could open.
  func removeKeys(wrappedFor recipient: String, except kept: Set<String>) throws
  /// Deletes every wrap of a data key if no field and no document uses it any more, and each key-encryption key that then
  /// no data key uses any more.
  func removeKeyIfUnused(_ key: String) throws
  /// Says whether traces of what was deleted can still be in the store's files.
  func setScrubPending(_ isPending: Bool) throws
  /// Says up to which size of the log all that had to go is gone.
  func setErasedUpTo(_ size: UInt64) throws
  /// Says which append comes next, before the log has it; nil when it is known what became of the last one.
  func setBegun(_ append: BegunAppend?) throws
  /// Removes everything that an event brought, as if it had never been; returns the files that its documents named.
  func removeRows(of event: EventID) throws -> [Digest]
  /// Whether any document reference still names this file.
  func isReferenced(_ file: Digest) throws -> Bool
}

/// An append of which the rows are in the vault, while the log may never have got its events: when it was cut off in between,
/// what it left would be where no erasure looks.
public struct BegunAppend: Sendable, Hashable {
  /// The size that the log had.
  public let size: UInt64
  /// Its events that brought anything, in order; the log has all or none.
  public let events: [EventID]

  /// An append.
  public init(size: UInt64, events: [EventID]) {
    self.size = size
    self.events = events
  }
}

/// What an erasure leaves to clear up outside the row itself.
public struct ErasedRemains: Sendable, Hashable {
  /// The files that the erased references named.
  public var files: [Digest]
  /// The data keys under which the erased values were kept.
  public var keys: [String]

  /// Remains.
  public init(files: [Digest] = [], keys: [String] = []) {
    self.files = files
    self.keys = keys
  }
}

/// Where documents are kept: files named by the SHA-256 of their bytes.
public protocol DocumentStore: Sendable {
  /// Stores bytes durably and returns their name; the same bytes are stored once.
  func put(_ bytes: [UInt8]) throws -> Digest
  /// The bytes under a name, nil when there is no such file. They are *not* checked against the name.
  func bytes(of file: Digest) throws -> [UInt8]?
  /// Whether there is such a file.
  func contains(_ file: Digest) throws -> Bool
  /// Removes a file; nothing happens when it is not there.
  func remove(_ file: Digest) throws
  /// Puts away a file that nothing refers to, where it can be found until the next erasure.
  func discard(_ file: Digest) throws
  /// How many files were put away.
  func discardedFiles() throws -> Int
  /// Removes what was put away.
  func emptyTrash() throws
  /// How many files of an append that did not finish are left: they may hold text that was erased since.
  func partialFiles() throws -> Int
  /// Removes what an append that did not finish left; only for who holds the lock.
  func sweepPartial() throws
  /// Calls `body` with every file's name, in order; names that are no digest are given as text.
  func forEachFile(_ body: (String) throws -> Void) throws
}
