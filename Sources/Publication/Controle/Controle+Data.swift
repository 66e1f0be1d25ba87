import Governance
import Ledger
import LedgerCrypto

/// A part as the index of the check names it.
struct PartSummary {
  let part: CheckedParts.Part
  /// Over how many files its data is divided.
  let files: Int
}

extension Controle {
  /// The most that one file of data weighs, so that whoever checks one part fetches little.
  static let mostDataBytes = 90_000

  /// What the script reads to find the parts.
  static func data(_ summaries: [(subject: PublishedSubject, parts: [PartSummary])]) -> JSON {
    [
      "formaat": "waarborg-controle/2",
      "onderwerpen": .array(
        summaries.map { subject, parts in
          [
            "titel": .string(subject.title), "lijst": .string("\(subject.slug)/"),
            "gegevens": .string("v1/\(subject.slug).json"),
            "kolommen": .array(
              subject.dataset.columns.map { ["naam": .string($0.name), "kop": .string($0.heading)] }),
            "delen": .array(
              parts.map { summary in
                [
                  "pagina": .string(String(summary.part.path.dropFirst())),
                  "lijst": summary.part.listPage.map { .string(String($0.dropFirst())) } ?? .null,
                  "bestanden": .int(Int64(summary.files)), "aantal": .int(Int64(summary.part.entries.count)),
                ]
              }),
          ]
        }),
    ]
  }

  /// What the script reads of one part: as many texts as it needs for none to be heavy, each complete in itself.
  func data(_ proofs: [EntryProof], _ path: (UInt64) throws -> [Digest]) throws -> [String] {
    let text = Self.data(try self.proofs(proofs, path)).text
    guard text.utf8.count > Self.mostDataBytes, proofs.count > 1 else { return [text] }
    let middle = proofs.count / 2
    return try data(Array(proofs[..<middle]), path) + data(Array(proofs[middle...]), path)
  }

  /// Everything once, so that it stays small.
  private static func data(_ proofs: Proofs) -> JSON {
    [
      "formaat": "waarborg-controle/2",
      "hashes": .array(proofs.hashes.map { .string($0.base64) }),
      "gebeurtenissen": .array(
        proofs.paths.map { position, path in
          [
            "plaats": .int(Int64(position)),
            "blad": .string(proofs.events.events[position].map { String(decoding: $0.leaf, as: UTF8.self) } ?? ""),
            "pad": .array(path.map { .int(Int64($0)) }),
          ]
        }),
      "sleutels": .array(proofs.events.keys.map(key)),
      "rollen": .object(proofs.events.roles.map { JSON.Member($0.rawValue, .string($0.text.nl)) }),
      "opgaven": .array(proofs.entries.map(entry)),
    ]
  }

  private static func key(_ key: CheckedEvents.Key) -> JSON {
    let members: [(String, JSON?)] = [
      ("kid", .string(key.id.description)), ("registratie", .int(Int64(key.registeredAt))),
      ("intrekking", key.revokedAt.map { .int(Int64($0)) }),
    ]
    return .object(members.compactMap { name, value in value.map { JSON.Member(name, $0) } })
  }

  private static func entry(_ proof: EntryProof) -> JSON {
    [
      "id": .string(proof.entry.id), "naam": .string(proof.entry.label),
      "pagina": .string(String(proof.entry.path.dropFirst())), "plaats": .int(Int64(proof.entry.position)),
      "opDeLijst": .bool(proof.entry.isOnList),
      "getoond": .array(proof.entry.shown.map { ["veld": .string($0.field), "label": .string($0.label)] }),
      "onthullingen": .array(proof.disclosures.map { .string($0.encoded) }),
    ]
  }

  /// The same for each entry apart, in the formats for which others have programs.
  func receipts(_ proofs: [EntryProof], _ path: (UInt64) throws -> [Digest]) throws -> [SiteFile] {
    try proofs.flatMap { proof -> [SiteFile] in
      let name = "controle/bewijzen/\(proof.entry.id)"
      let receipt = TlogProof(
        index: proof.entry.position, hashes: try path(proof.entry.position), checkpoint: note)
      return [
        SiteFile(
          "\(name).sd-jwt", proof.event.presentation(opening: proof.disclosures), mediaType: MediaType.plain),
        SiteFile("\(name).tlog-proof", receipt.bytes, mediaType: MediaType.plain),
      ]
    }
  }
}
