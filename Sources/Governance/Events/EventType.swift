import Ledger

/// An event that a plugin may append: what it is called, what it holds, who may sign it, to which stream it belongs.
///
/// Each is declared once; a reference to it is handed on, not its many parts.
public final class EventType: Sendable {
  /// What an event of this type does to who may sign, applied in the order of the log.
  public typealias AuthorityChange = @Sendable (RecordedEvent, inout KeyRegistry) throws -> Void

  /// The identifier of the glossary; never follows a rename.
  public let name: String
  /// The version of its schema.
  public let version: Int
  /// The kind of stream it belongs to.
  public let streamKind: String
  /// Whether it is the first event of its stream; nil when it may be either.
  public let opensStream: Bool?
  /// What it records, in Dutch, for the published catalogue.
  public let meaning: String
  /// The law, article or line that asks for it.
  public let source: String
  /// Its fields, in the order in which clear facts are written.
  public let fields: [FieldDeclaration]
  /// The roles whose keys may sign it.
  public let signers: Set<Rol>
  /// The roles that do not decide it but may record it when a rule of the plugin allows, as for what happened before the
  /// ledger was founded.
  public let recorders: Set<Rol>
  /// Whether a vertrouwenspersoon signs it in a ledger of the own.
  public let isOfOwnRegister: Bool
  /// Whether one of those roles may mandate another to sign it.
  public let isMandatable: Bool
  /// Whether its date must be one exact day.
  public let needsExactDate: Bool
  /// Whether it tells of what has happened, so that who gives a date in the future is asked whether that is meant. Where that
  /// can never be, a rule refuses it (`Rule.notInFuture`).
  public let hasHappened: Bool
  /// Whether it belongs to closed streams: then it is signed by the key of its stream, and everything else is sealed.
  public let isClosed: Bool
  /// What its sealed fields tell of themselves to who cannot open them; nil where which are filled in may show.
  public let concealment: Concealment?
  /// What it does to keys and mandates.
  public let changesAuthority: AuthorityChange?
  /// Earlier versions of its schema, and how their facts become those of the next.
  public let earlier: [EarlierVersion]

  /// What is kept from who cannot open the sealed fields of an event.
  public enum Concealment: String, Sendable {
    /// Which of them are filled in: each is sealed, with null where nothing was said.
    case filledIn = "invulling"
    /// That as well, and how long they are: all of one event have one of a few lengths, so that a permission and a refusal
    /// cannot be told apart.
    case outcome = "uitkomst"
  }

  /// A released version of a schema that newer programs still read.
  public struct EarlierVersion: Sendable {
    /// Its number.
    public let version: Int
    /// Its fields.
    public let fields: [FieldDeclaration]
    /// Turns its facts into those of the version after it.
    public let upcast: @Sendable ([JSON.Member]) -> [JSON.Member]

    /// A released version.
    public init(
      version: Int, fields: [FieldDeclaration], upcast: @escaping @Sendable ([JSON.Member]) -> [JSON.Member]
    ) {
      self.version = version
      self.fields = fields
      self.upcast = upcast
    }
  }

  /// Declares an event type.
  public init(
    _ name: String, version: Int = 1, stream streamKind: String, opens opensStream: Bool? = false, meaning: String,
    source: String, signers: Set<Rol>, recorders: Set<Rol> = [], isMandatable: Bool = true,
    needsExactDate: Bool = false, hasHappened: Bool = false, isOfOwnRegister: Bool = false, isClosed: Bool = false,
    conceals concealment: Concealment? = nil,
    earlier: [EarlierVersion] = [], changesAuthority: AuthorityChange? = nil,
    @FieldList fields: () -> [FieldDeclaration]
  ) {
    self.name = name
    self.version = version
    self.streamKind = streamKind
    self.opensStream = opensStream
    self.meaning = meaning
    self.source = source
    self.signers = signers
    self.recorders = recorders
    self.isMandatable = isMandatable
    self.needsExactDate = needsExactDate
    self.hasHappened = hasHappened
    self.isOfOwnRegister = isOfOwnRegister
    self.isClosed = isClosed
    self.concealment = concealment
    self.earlier = earlier
    self.changesAuthority = changesAuthority
    self.fields = fields()
  }

  /// The field with this name.
  public func field(_ name: String) -> FieldDeclaration? { fields.first { $0.name == name } }

  /// The fields of a version of the schema; nil for one this program does not know.
  func fields(ofVersion version: Int) -> [FieldDeclaration]? {
    version == self.version ? fields : earlier.first { $0.version == version }?.fields
  }

  /// Brings facts of an earlier version to the present one.
  func upcast(_ facts: [JSON.Member], from version: Int) -> [JSON.Member] {
    var facts = facts
    for step in earlier.sorted(by: { $0.version < $1.version }) where step.version >= version {
      facts = step.upcast(facts)
    }
    return facts
  }
}

/// A namespace for an event type and its fields: `RegelingVastgesteld.versie`.
public protocol EventDefinition: Sendable {
  /// The event type.
  static var type: EventType { get }
}
