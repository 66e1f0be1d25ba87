@testable import Ledger

/// The part of a vault that a key ring reads, in memory.
struct MemoryVault: VaultReader {
  var keys: [WrappedKey] = []

  func sealedFields(of event: EventID) throws -> [SealedRecord] { [] }
  func storedKeys(_ key: String) throws -> [StoredKey] {
    keys.filter { $0.key == key }.map { StoredKey(event: "-", key: $0) }
  }
  func commitment(of event: EventID) throws -> String? { nil }
  func isInUse(_ dataKey: String) throws -> Bool { true }
  func events(sealedWith dataKey: String) throws -> [String] { [] }
  func keyCount() throws -> UInt64 { UInt64(keys.count) }
  func forEachKey(_ body: (StoredKey) throws -> Bool) throws {}
  func forEachUnusedKey(except kept: Set<String>, _ body: (StoredKey) throws -> Bool) throws {}
  func keys(wrappedFor recipient: String) throws -> [String] { keys.filter { $0.recipient == recipient }.map(\.key) }
  func documents(of event: EventID) throws -> [DocumentRecord] { [] }
  func events(after: String?, limit: Int) throws -> [String] { [] }
  func erasedUpTo() throws -> UInt64 { 0 }
  func isScrubPending() throws -> Bool { false }
  func begun() throws -> BegunAppend? { nil }
  func schemaFindings() throws -> [String] { [] }
  func structuralFindings() throws -> [String] { [] }
}
