import Ledger
import LedgerCrypto

/// The keys and the receipt of formats that others computed as well (Go x/mod and an independent implementation).
enum KnownKeys {
  static func key(seed: ClosedRange<UInt8>) throws -> SigningKey { try SigningKey(seed: SecretBytes(Array(seed))) }

  static func log() throws -> NoteSigner {
    try NoteSigner(name: "ledger.example.nl/test", key: key(seed: 0x00...0x1f))
  }

  static func witness() throws -> CheckpointCosigner {
    try CheckpointCosigner(name: "witness.example.nl/w1", key: key(seed: 0x20...0x3f))
  }

  static let logVkey = "ledger.example.nl/test+20bce0dd+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
  static let witnessVkey = "witness.example.nl/w1+54f71ffe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"

  /// Entry 3 of 5, cosigned at 1700000000.
  static let receipt = """
    c2sp.org/tlog-proof@v1
    index 3
    qze6NNHf4pAV3nF6bVdkqPsCnDp6D1tkuTtUNRiFv3w=
    /F9riP+FVPdbsvnm85wxsZNtRLaSdu33sSBalVuXYeM=
    gxFfiUeVX6/cKifn9MCFS72Nonuxs+NAXbVxya+Nvho=

    ledger.example.nl/test
    5
    NBUVmC1lDiNSDb1U1/zwr6G3DMOhakEdRk3JwayWwwE=

    — ledger.example.nl/test ILzg3VcQ/JpmPorKfVVp299OnY/maYK1/eOv/OYcvzgdepS7b0l+a35Afrv93tvu6pmN50eXptCxjnzLyjPZQpP54wU=
    — witness.example.nl/w1 VPcf/gAAAABlU/EAlXNJbvnnnqpSuRke8C2oYRf4W9zw+vITEGvC2rEgji0UY/FlOR4WRac0PizQFPg+TDgly2EJ8ouBuLwZuLNECw==

    """
}

extension NoteSignature {
  /// The same line with other signature bytes.
  func replacing(signature: [UInt8]) throws -> NoteSignature {
    try relabelled(name: name, id: id, signature: signature)
  }

  func relabelled(name: String, id: KeyID, signature: [UInt8]) throws -> NoteSignature {
    let line = "— \(name) \(Base64.standard.encode(id.bytes + signature))"
    guard let changed = NoteSignature(line: line.utf8) else { throw CryptoError.malformedText(kind: "test line") }
    return changed
  }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
