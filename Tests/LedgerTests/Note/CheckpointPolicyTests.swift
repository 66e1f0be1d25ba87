import Ledger
import LedgerCrypto
import Testing

struct CheckpointPolicyTests {
  typealias PolicyError = CheckpointPolicy.PolicyError

  let log: NoteSigner
  let witnesses: [CheckpointCosigner]
  let checkpoint: Checkpoint

  init() throws {
    log = try KnownKeys.log()
    witnesses = try (0..<3).map { number in
      let seed = [UInt8](repeating: UInt8(100 + number), count: 32)
      return try CheckpointCosigner(name: "w\(number)", key: SigningKey(seed: SecretBytes(seed)))
    }
    checkpoint = try Checkpoint(origin: log.verifier.name, size: 5, root: SHA256.hash("root"))
  }

  private func note(cosigners count: Int) throws -> SignedNote {
    try witnesses.prefix(count).reduce(checkpoint.sign(by: log)) { note, witness in
      try note.adding(witness.cosign(checkpoint, at: 1_700_000_000))
    }
  }

  @Test func `a quorum is met by as many cosigners as it needs`() throws {
    let keys = witnesses.map(\.verifier)
    for needed in 0...3 {
      let policy = try CheckpointPolicy(log: log.verifier, cosigners: keys, needed: needed)
      for found in 0...3 {
        let note = try note(cosigners: found)
        if found < needed {
          #expect(throws: PolicyError.quorumMissed(needed: needed, found: found)) { try policy.verify(note) }
        } else {
          let verified = try policy.verify(note)
          #expect(verified.checkpoint == checkpoint)
          #expect(verified.cosignatures.map(\.verifier) == Array(keys.prefix(found)))
          #expect(verified.cosignatures.allSatisfy { $0.time == 1_700_000_000 })
        }
      }
    }
  }

  @Test func `one cosigner who signs twice counts once`() throws {
    let note = try note(cosigners: 1).adding(witnesses[0].cosign(checkpoint, at: 1_800_000_000))
    let policy = try CheckpointPolicy(log: log.verifier, cosigners: witnesses.map(\.verifier), needed: 2)
    #expect(throws: PolicyError.quorumMissed(needed: 2, found: 1)) { try policy.verify(note) }
  }

  @Test func `one key cannot be two cosigners`() throws {
    let twin = try NoteVerifier(name: "twin", type: .cosignature, key: witnesses[0].verifier.key)
    #expect(throws: PolicyError.repeatedCosigner(twin.key)) {
      try CheckpointPolicy(log: log.verifier, cosigners: [witnesses[0].verifier, twin], needed: 2)
    }
  }

  @Test func `a log cannot be its own cosigner`() throws {
    let own = try NoteVerifier(name: "own", type: .cosignature, key: log.verifier.key)
    #expect(throws: PolicyError.repeatedCosigner(own.key)) {
      try CheckpointPolicy(log: log.verifier, cosigners: [own], needed: 1)
    }
  }

  @Test func `a quorum of more than there are is refused`() {
    #expect(throws: PolicyError.impossibleQuorum(needed: 1, cosigners: 0)) {
      try CheckpointPolicy(log: log.verifier, needed: 1)
    }
    #expect(throws: PolicyError.impossibleQuorum(needed: -1, cosigners: 0)) {
      try CheckpointPolicy(log: log.verifier, needed: -1)
    }
  }

  @Test func `a log's key cannot stand where a cosigner's belongs`() throws {
    let (log, witness) = (log.verifier, witnesses[0].verifier)
    #expect(throws: PolicyError.wrongKeyType(name: log.name, expected: .cosignature, found: .ed25519)) {
      try CheckpointPolicy(log: log, cosigners: [log])
    }
    #expect(throws: PolicyError.wrongKeyType(name: "w0", expected: .ed25519, found: .cosignature)) {
      try CheckpointPolicy(log: witness)
    }
  }

  @Test func `cosigners without the log are not enough`() throws {
    let note = try SignedNote(text: checkpoint.text, signatures: [witnesses[0].cosign(checkpoint, at: 1)])
    let policy = try CheckpointPolicy(log: log.verifier, cosigners: [witnesses[0].verifier])
    #expect(throws: PolicyError.notSignedByLog) { try policy.verify(note) }
  }

  @Test func `another log's checkpoint is refused, even under this log's key`() throws {
    let other = try Checkpoint(origin: "other.example", size: 5, root: checkpoint.root)
    #expect(throws: PolicyError.wrongOrigin(expected: log.verifier.name, found: "other.example")) {
      try CheckpointPolicy(log: log.verifier).verify(other.sign(by: log))
    }
  }

  @Test func `a signed text that is no checkpoint is refused`() throws {
    let note = try SignedNote(text: bytes("hello\n"), signatures: [log.sign(bytes("hello\n"))])
    #expect(throws: PolicyError.format(.malformedLines)) { try CheckpointPolicy(log: log.verifier).verify(note) }
  }

  @Test func `during a change of keys either key will do`() throws {
    let next = try NoteSigner(name: log.verifier.name, key: KnownKeys.key(seed: 0x40...0x5f))
    let policy = try CheckpointPolicy(origin: log.verifier.name, logKeys: [log.verifier, next.verifier])
    let old = try checkpoint.sign(by: log)
    let both = try old.adding(next.sign(checkpoint.text))
    for note in [old, both, try checkpoint.sign(by: next)] {
      #expect(try policy.verify(note).checkpoint == checkpoint)
    }
    #expect(try CheckpointPolicy(log: log.verifier).verify(both).checkpoint == checkpoint)
  }

  @Test func `a cosignature holds for its own time only`() throws {
    let line = witnesses[0].cosign(checkpoint, at: 1_700_000_000)
    var signature = line.signature
    signature[7] += 1
    let note = try checkpoint.sign(by: log).adding(line.replacing(signature: signature))
    let policy = try CheckpointPolicy(log: log.verifier, cosigners: [witnesses[0].verifier])
    #expect(throws: PolicyError.note(.invalidSignature(name: "w0", id: witnesses[0].verifier.id))) {
      try policy.verify(note)
    }
  }

  @Test func `a cosignature after the end of signed 64-bit time is refused`() throws {
    let (witness, text) = (witnesses[0], checkpoint.text)
    let key = try SigningKey(seed: SecretBytes([UInt8](repeating: 100, count: 32)))
    let signature = key.sign(bytes("cosignature/v1\ntime 9223372036854775808\n") + text)
    let line = try witness.cosign(checkpoint, at: 0)
      .replacing(signature: [0x80, 0, 0, 0, 0, 0, 0, 0] + signature.bytes)
    #expect(line.claimedTime == nil)
    #expect(!witness.verifier.isValid(line, for: text))
    let last = witness.cosign(checkpoint, at: UInt64(Int64.max))
    #expect(last.claimedTime == UInt64(Int64.max))
    #expect(witness.verifier.isValid(last, for: text))
  }
}
