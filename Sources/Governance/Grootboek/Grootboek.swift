import Ledger
import LedgerCrypto

/// The stores of a ledger as the kernel uses them, whichever they are.
public struct LedgerStores: Sendable {
  /// The log.
  public let log: any LogStore
  /// The vault.
  public let vault: any Vault
  /// The views.
  public let views: any TableStore
  /// The documents.
  public let documents: any DocumentStore
  /// Makes tables that exist only while a question is answered.
  public let scratch: @Sendable () throws -> any TableStore
  /// For whom a copy to read was made, and so what is not in it; nil of the ledger itself.
  public let scope: CopyScope?

  /// Names the stores.
  public init(
    log: any LogStore, vault: any Vault, views: any TableStore, documents: any DocumentStore,
    scratch: @escaping @Sendable () throws -> any TableStore, scope: CopyScope? = nil
  ) {
    self.log = log
    self.vault = vault
    self.views = views
    self.documents = documents
    self.scratch = scratch
    self.scope = scope
  }
}

/// The governance ledger: the one place through which events are appended and views are read.
public struct Grootboek: Sendable {
  /// Its stores.
  public let stores: LedgerStores
  /// What the installed plugins bring along.
  public let catalog: Catalog
  /// Which ledger.
  public let origin: String
  let clock: any Clock
  let random: any RandomSource
  let projector: Projector
  /// What one append leaves for the next.
  let memory: AppendMemory

  /// A ledger over its stores.
  public init(
    stores: LedgerStores, catalog: Catalog, origin: String, clock: any Clock, random: any RandomSource
  ) {
    self.stores = stores
    self.catalog = catalog
    self.origin = origin
    self.clock = clock
    self.random = random
    projector = Projector(catalog: catalog)
    memory = AppendMemory(catalog)
  }

  /// The origin that a ledger's own log names; nil when the log is empty.
  ///
  /// The first event says it. Of a ledger whose first event is gone or damaged the next ones do, so that it can be examined:
  /// what would act on it stops at that event.
  /// - Throws: `BadEvent` when none of the first events can be read.
  public static func origin(of log: some LogReader) throws -> String? {
    if try log.size() == 0 { return nil }
    for position in UInt64(0)..<16 {
      if let origin = (try? log.entry(at: position)?.event())?.envelope.origin { return origin }
    }
    throw BadEvent(0, Text(nl: "zij ontbreekt of is onleesbaar", en: "it is missing or unreadable"))
  }

  /// A new identifier.
  public func newID() -> UUIDv7 {
    UUIDv7(milliseconds: clock.now.secondsSince1970 * 1000, random: random)
  }

  /// What an event that is appended together with a draft discloses of one of its sealed fields; nil when that is not filled
  /// in.
  public func disclose(_ field: String, of draft: inout EventDraft) -> DisclosedValue? {
    draft.disclose(field, random)
  }

  /// A new stream.
  public func newStream(_ kind: String) -> StreamID { StreamID(kind: kind, id: newID()) }

  /// The present moment, by the clock that was passed in.
  public var now: Instant { clock.now }

  /// The present day in the Netherlands.
  public var today: CalendarDate { clock.now.date }
}
