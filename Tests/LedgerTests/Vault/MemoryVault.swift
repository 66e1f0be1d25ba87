@testable import Ledger

/// The part of a vault that a key ring reads, in memory.
struct MemoryVault: VaultReader {
  var keys: [WrappedKey] = []

  func sealedFields(of event: EventID) throws -> [SealedRecord] { [] }
  func wrappedKeys(_ key: String) throws -> [WrappedKey] { keys.filter { $0.key == key } }
  func keys(wrappedFor recipient: String) throws -> [String] { keys.filter { $0.recipient == recipient }.map(\.key) }
  func documents(of event: EventID) throws -> [DocumentRecord] { [] }
  func events(after: String?, limit: Int) throws -> [String] { [] }
  func erasedUpTo() throws -> UInt64 { 0 }
  func isScrubPending() throws -> Bool { false }
  func schemaFindings() throws -> [String] { [] }
  func structuralFindings() throws -> [VaultFinding] { [] }
}
