import Governance
import Ledger
import LedgerCrypto

/// What one append had to do whichever way it is done: what a floor does again with nothing of ours in between.
struct Work {
  /// The log entries.
  var leaves: [[UInt8]] = []
  /// Values that are encrypted.
  var encrypted: [[UInt8]] = []
  /// Values that are kept as they are.
  var plain: [[UInt8]] = []
  /// Documents that are stored.
  var documents: [[UInt8]] = []
  /// Streams of which something is encrypted: each has a data key.
  var keys = 0

  /// Whether the vault is written as well.
  var seals: Bool { !encrypted.isEmpty || !plain.isEmpty || !documents.isEmpty }

  init() {}

  init(_ drafts: ArraySlice<EventDraft>, _ recorded: [RecordedEvent], documents: [[UInt8]]) {
    leaves = recorded.map(\.signed.leaf)
    self.documents = documents
    var streams: Set<StreamID> = []
    for draft in drafts {
      for field in draft.type.fields {
        guard field.visibility != .clear, let value = draft[Field<Plain>(field.name, .clear, "")]?.json else {
          continue
        }
        let bytes = Array(value.text.utf8)
        if field.visibility == .openbaar {
          plain.append(bytes)
        } else {
          encrypted.append(bytes + [UInt8](repeating: 0, count: 256 - bytes.count % 256))
          streams.insert(draft.stream)
        }
      }
    }
    keys = streams.count
  }
}
