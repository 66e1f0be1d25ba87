import Ledger
import LedgerCrypto

/// A governance subject: its events, rules and views.
public protocol Plugin: Sendable {
  /// Its name, that of its folder.
  var name: String { get }
  /// The events it may append.
  var events: [EventType] { get }
  /// What it refuses.
  var rules: [Rule] { get }
  /// The clear fields by whose value it looks facts up.
  var keys: [FieldDeclaration] { get }
  /// What it follows through time.
  var subjects: [any Subject.Type] { get }
  /// Views of its own, for what facts and subjects do not tell.
  var projections: [any Projection] { get }
  /// What a person means by a handle such as `gedragscode@2`; nil when it is none of this plugin's.
  /// - Throws: `Failure` when the handle is this plugin's but names nothing.
  func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp?
  /// The words by which this plugin's subjects are called, without version or number; asked when a handle is not found, to
  /// name what lies near. Only what everyone may see.
  func words(in views: ViewReader) throws -> [String]
  /// The other streams in which something about a subject is recorded, such as the public statement of a report.
  ///
  /// Who erases a subject means those too.
  func streams(about subject: Onderwerp, in views: ViewReader) throws -> [StreamID]
  /// The clocks that run or ran, with what was known of them on a day.
  func terms(in views: ViewReader, on day: CalendarDate) throws -> [RunningTerm]
  /// What had better be known of an event before it is signed, though no rule refuses it; of another plugin's event as well.
  func warnings(about draft: EventDraft, _ reading: Reading) throws -> [Text]
  /// What waits for somebody on a day, up to `limit` things; what has a term of its own is among the terms.
  func waiting(in reading: Reading, on day: CalendarDate, limit: Int) throws -> [Waiting]
  /// What is usually typed next, once an event is recorded; nil where nothing follows from it.
  func next(after event: RecordedEvent, in reading: Reading) throws -> String?
  /// Judges again what the rules inside closed streams demand, as far as one member can open them.
  func judgement(of reading: Reading, in origin: String, as member: Thumbprint) throws -> ClosedJudgement
  /// How people call a subject, as in `gedragscode@2`: the reverse of `subject`; nil when it is none of this plugin's.
  func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String?
  /// What the signed event that brought a subject, or a version of it, calls it; nil when it is no subject of this plugin.
  func title(of stream: StreamID, versie: String?, in reading: Reading) throws -> String?
}

extension Plugin {
  /// Most plugins name no subjects for others.
  public func subject(_ handle: String, in views: ViewReader) throws -> Onderwerp? { nil }

  /// From most events nothing follows.
  public func next(after event: RecordedEvent, in reading: Reading) throws -> String? { nil }

  /// Most plugins name no subjects for others.
  public func words(in views: ViewReader) throws -> [String] { [] }

  /// Most plugins keep nobody waiting.
  public func waiting(in reading: Reading, on day: CalendarDate, limit: Int) throws -> [Waiting] { [] }

  /// Most subjects are one stream.
  public func streams(about subject: Onderwerp, in views: ViewReader) throws -> [StreamID] { [] }

  /// Most say nothing of what they do not refuse.
  public func warnings(about draft: EventDraft, _ reading: Reading) throws -> [Text] { [] }

  /// Most plugins have no closed streams.
  public func judgement(of reading: Reading, in origin: String, as member: Thumbprint) throws -> ClosedJudgement {
    ClosedJudgement()
  }

  /// Most plugins look facts up by stream.
  public var keys: [FieldDeclaration] { [] }

  /// A plugin that follows nothing.
  public var subjects: [any Subject.Type] { [] }

  /// Most plugins need no views of their own.
  public var projections: [any Projection] { [] }

  /// Most plugins name no subjects for others.
  public func handle(of stream: StreamID, versie: String?, in views: ViewReader) throws -> String? { nil }

  /// Most subjects have no title.
  public func title(of stream: StreamID, versie: String?, in reading: Reading) throws -> String? { nil }
}

/// Something that consent or advice can be about: a stream, and where it matters one exact version.
public struct Onderwerp: Sendable, Hashable {
  /// What it is about.
  public let stream: StreamID
  /// The digest of exactly one version, when the subject has versions.
  public let versie: String?
  /// How the version is called, when its text is not in the ledger.
  public let aanduiding: String?
  /// How people call it, as in `gedragscode@2`.
  public let handle: String

  /// A subject.
  public init(stream: StreamID, versie: String?, aanduiding: String? = nil, handle: String) {
    self.stream = stream
    self.versie = versie
    self.aanduiding = aanduiding
    self.handle = handle
  }
}
