import Governance
import LedgerCrypto
import Testing

@testable import Console

/// What is done with keys that are kept open, with the hours passing at once.
struct HeldKeysTests {
  private let morning = AgentTime(sinceStart: 1_000 * AgentTime.second, awake: 900 * AgentTime.second)
  private let tag = SHA256.hash("the file as it is")
  private let other = SHA256.hash("another file")

  private func later(_ seconds: Int64, asleep: Int64 = 0) -> AgentTime {
    AgentTime(
      sinceStart: morning.sinceStart + seconds * AgentTime.second,
      awake: morning.awake + (seconds - asleep) * AgentTime.second)
  }

  private func held(_ pair: KeyPair, seconds: UInt32 = 3600) -> HeldKeys {
    var keys = HeldKeys(at: morning)
    #expect(keys.keep(pair, path: "/a.key", tag: tag, seconds: seconds, at: morning) == .done(seconds))
    return keys
  }

  @Test func `A key that is kept signs and opens`() throws {
    let pair = try KeyPair.generate(SystemRandom())
    var keys = held(pair)
    let answer = keys.answer(.sign([1, 2, 3], tag: tag), at: later(1))
    #expect(answer == .bytes(pair.signing.sign([1, 2, 3]).bytes))
    let box = try pair.box.publicKey.seal([4, 5], random: SystemRandom())
    #expect(keys.answer(.open(box, tag: tag), at: later(1)) == .bytes([4, 5]))
    #expect(keys.answer(.open(box + [0], tag: tag), at: later(1)) == .doesNotOpen)
    #expect(keys.answer(.seek(path: "/a.key", tag: tag), at: later(100)) == .done(3500))
  }

  @Test func `It is gone when its time is up, and not a second before`() throws {
    var keys = held(try .generate(SystemRandom()))
    #expect(keys.answer(.seek(path: "/a.key", tag: tag), at: later(3599)) == .done(1))
    #expect(keys.answer(.sign([1], tag: tag), at: later(3600)) == .absent)
    #expect(keys.isEmpty)
  }

  @Test(arguments: [2, 60, 8 * 3600] as [Int64])
  func `All are gone once the machine has slept`(asleep: Int64) throws {
    var keys = held(try .generate(SystemRandom()), seconds: 24 * 3600)
    #expect(keys.answer(.sign([1], tag: tag), at: later(asleep + 1, asleep: asleep)) == .absent)
    // And none is kept in a process that has seen it.
    let pair = try KeyPair.generate(SystemRandom())
    #expect(keys.keep(pair, path: "/a.key", tag: tag, seconds: 60, at: later(asleep + 1, asleep: asleep)) == .refused)
    #expect(keys.isEmpty)
  }

  @Test func `A key whose file is another now is let go`() throws {
    var keys = held(try .generate(SystemRandom()))
    #expect(keys.answer(.seek(path: "/a.key", tag: other), at: later(1)) == .changed)
    #expect(keys.answer(.sign([1], tag: tag), at: later(1)) == .absent)
    #expect(keys.answer(.seek(path: "/a.key", tag: tag), at: later(1)) == .absent)
  }

  @Test(arguments: [0, 24 * 3600 + 1, .max] as [UInt32])
  func `No key is kept for no time or more than a day, and one that was there is not kept on`(seconds: UInt32) throws {
    let pair = try KeyPair.generate(SystemRandom())
    var keys = held(pair)
    #expect(keys.keep(pair, path: "/a.key", tag: tag, seconds: seconds, at: morning) == .refused)
    #expect(keys.answer(.sign([1], tag: tag), at: morning) == .absent)
  }

  @Test func `One key is let go by its file, or all at once`() throws {
    var keys = held(try .generate(SystemRandom()))
    #expect(
      keys.keep(try .generate(SystemRandom()), path: "/b.key", tag: other, seconds: 60, at: morning) == .done(60))
    #expect(keys.answer(.drop(path: "/c.key"), at: morning) == .done(0))
    #expect(keys.answer(.drop(path: "/a.key"), at: morning) == .done(1))
    #expect(keys.answer(.sign([1], tag: tag), at: morning) == .absent)
    #expect(keys.answer(.dropAll, at: morning) == .done(1))
    #expect(keys.isEmpty)
  }

  @Test func `No more keys are kept than anyone has`() throws {
    var keys = HeldKeys(at: morning)
    let pair = try KeyPair.generate(SystemRandom())
    for number in 0..<HeldKeys.most {
      #expect(keys.keep(pair, path: "/\(number)", tag: tag, seconds: 60, at: morning) == .done(60))
    }
    #expect(keys.keep(pair, path: "/more", tag: tag, seconds: 60, at: morning) == .refused)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `Whatever it is asked, no answer holds a byte run of the key`(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let pair = try KeyPair.generate(SystemRandom())
    var keys = held(pair)
    let secrets = [pair.signing.seed, pair.box.seed, SecretBytes(SHA512.hash(pair.box.seed.withBytes { $0 }).bytes)]
      .map { $0.withBytes { $0 } }
    for round in 0..<400 {
      var bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
      // Half of them are nearly right, so that they get far.
      if round % 2 == 0 { bytes = [UInt8.random(in: 0...7, using: &generator)] + tag.bytes + bytes }
      guard let request = AgentRequest(bytes) else { continue }
      let answer = keys.answer(request, at: later(1)).bytes
      for secret in secrets {
        for start in 0...(secret.count - 8) {
          #expect(!answer.contains(secret[start..<start + 8]), "seed \(seed): \(request)")
        }
      }
      if keys.isEmpty { keys = held(pair) }
    }
    // The search finds what is there.
    #expect(AgentAnswer.bytes([9] + secrets[0]).bytes.contains(secrets[0][0..<8]))
  }

  @Test(arguments: SeededGenerator.seeds)
  func `A message reads as what was written, and a stranger's as nothing`(seed: UInt64) {
    let requests: [AgentRequest] = [
      .seek(path: "/a/é.key", tag: tag), .sign([], tag: tag), .sign([1, 2], tag: tag), .open([3], tag: tag),
      .keep(path: "/a", tag: tag, seconds: 28_800), .drop(path: "/a"), .dropAll,
    ]
    for request in requests { #expect(AgentRequest(request.bytes) == request) }
    let answers: [AgentAnswer] = [
      .done(0), .done(.max), .bytes([]), .bytes([7]), .absent, .changed, .doesNotOpen, .refused,
    ]
    for answer in answers { #expect(AgentAnswer(answer.bytes) == answer) }
    let strange: [[UInt8]] = [
      [], [0], [9], [1] + tag.bytes.dropLast(), [4] + tag.bytes + [0, 0], [5], [6, 1], [1] + tag.bytes + [0xFF],
    ]
    for bytes in strange {
      #expect(AgentRequest(bytes) == nil, "\(bytes)")
    }
    for bytes in [[], [0, 1], [2, 0], [9]] as [[UInt8]] { #expect(AgentAnswer(bytes) == nil, "\(bytes)") }
    var generator = SeededGenerator(state: seed)
    for _ in 0..<1_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
      if let request = AgentRequest(bytes) { #expect(request.bytes == bytes) }
      if let answer = AgentAnswer(bytes) { #expect(answer.bytes == bytes) }
    }
  }
}
