import Governance
import Ledger
import LedgerCrypto

extension Controle {
  /// What the script reads: everything once, so that it stays small.
  static func data(_ proofs: Proofs) -> JSON {
    [
      "formaat": "waarborg-controle/1",
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
      "onderwerpen": .array(
        proofs.subjects.map { subject, entries in
          [
            "titel": .string(subject.title), "lijst": .string("\(subject.slug)/"),
            "gegevens": .string("v1/\(subject.slug).json"), "opgaven": .array(entries.map(entry)),
          ]
        }),
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
  static func receipts(_ proofs: Proofs, _ note: SignedNote) -> [SiteFile] {
    let paths = Dictionary(proofs.paths.map { ($0.position, $0.hashes) }) { first, _ in first }
    return proofs.subjects.flatMap(\.entries).flatMap { proof -> [SiteFile] in
      let name = "controle/bewijzen/\(proof.entry.id)"
      let hashes = (paths[proof.entry.position] ?? []).map { proofs.hashes[$0] }
      let receipt = TlogProof(index: proof.entry.position, hashes: hashes, checkpoint: note)
      return [
        SiteFile("\(name).sd-jwt", proof.event.presentation(opening: proof.disclosures), mediaType: "text/plain"),
        SiteFile("\(name).tlog-proof", receipt.bytes, mediaType: "text/plain"),
      ]
    }
  }
}
