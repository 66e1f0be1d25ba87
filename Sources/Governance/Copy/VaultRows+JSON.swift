import Ledger
import LedgerCrypto

/// Rows of the vault in a file that goes from one machine to another.
extension VaultRows {
  /// The members of an object that holds them.
  /// - Parameter files: The stored files that the documents name; one that is not there is left empty.
  func members(_ files: [Digest: [UInt8]]) -> [JSON.Member] {
    [
      .init(
        "velden",
        .array(
          records.map {
            [
              "veld": .string($0.field), "digest": .string($0.digest), "sleutel": .init($0.sealing),
              "inhoud": .init(bytes: $0.body),
            ]
          })),
      .init(
        "documenten",
        .array(
          documents.map { row in
            [
              "veld": .string(row.field), "bestand": row.file.json, "sleutel": .init(row.sealing),
              "inhoud": files[row.file].map { .init(bytes: $0) } ?? .null,
            ]
          })),
      .init(
        "sleutels",
        .array(
          keys.map {
            ["sleutel": .string($0.key), "voor": .string($0.recipient), "inhoud": .init(bytes: $0.body)]
          })),
    ]
  }

  /// Reads them, and the files of their documents.
  init(_ members: Members, event: EventID, files: inout [Digest: [UInt8]]) throws {
    self.init(event: event)
    records = try members.objects("velden") { row in
      SealedRecord(
        event: event.description, field: try row.text("veld"), digest: try row.text("digest"),
        sealing: try row.sealing(), body: try row.bytes("inhoud"))
    }
    var found = files
    documents = try members.objects("documenten") { row in
      let file = try row.digest("bestand")
      if let bytes = try row.optional("inhoud", \.bytes) { found[file] = bytes }
      return DocumentRecord(
        event: event.description, field: try row.text("veld"), file: file, sealing: try row.sealing())
    }
    keys = try members.objects("sleutels") { row in
      WrappedKey(key: try row.text("sleutel"), recipient: try row.text("voor"), body: try row.bytes("inhoud"))
    }
    files = found
  }
}

extension JSON {
  fileprivate init(_ sealing: Sealing) { self = sealing.key.map { .string($0) } ?? .null }
}

extension Members {
  fileprivate func sealing() throws -> Sealing {
    try optional("sleutel") { $0.string }.map { .encrypted(key: $0) } ?? .plain
  }
}
