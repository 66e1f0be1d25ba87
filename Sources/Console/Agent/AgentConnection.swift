import CAgent
import Glibc
import LedgerCrypto

/// One question and its answer over a socket, both bounded in length and in time.
final class AgentConnection {
  let descriptor: Int32

  /// How many milliseconds one call waits, and how many nanoseconds a message may take.
  static let patience: Int32 = 5_000
  private static let longest = 10 * AgentTime.second

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Whether the other end is a process of the same user, as the kernel says.
  var isOfThisUser: Bool { waarborg_peer(descriptor) == Int64(geteuid()) }

  /// Sends a message; whether it was taken.
  func send(_ bytes: [UInt8]) -> Bool {
    guard let length = UInt32(exactly: bytes.count), bytes.count <= AgentRequest.mostBytes else { return false }
    let end = AgentTime.now.sinceStart + Self.longest
    return send(BigEndian.bytes(length), before: end) && send(bytes, before: end)
  }

  private func send(_ bytes: [UInt8], before end: Int64) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let more = waarborg_send(descriptor, bytes, sent, bytes.count - sent)
      if more < 0, errno == EINTR { continue }
      guard more > 0, AgentTime.now.sinceStart < end else { return false }
      sent += more
    }
    return true
  }

  /// Receives a message; nil when none comes, or one that is too long.
  func receive() -> [UInt8]? {
    let end = AgentTime.now.sinceStart + Self.longest
    guard let length = receive(4, before: end).flatMap({ BigEndian.number($0) }), length <= AgentRequest.mostBytes
    else { return nil }
    return receive(Int(length), before: end)
  }

  private func receive(_ count: Int, before end: Int64) -> [UInt8]? {
    var bytes: [UInt8] = []
    // Not the length that was announced: nobody makes memory be taken that is not sent.
    var chunk = [UInt8](repeating: 0, count: min(count, 1 << 16))
    defer { SecretBytes.wipe(&chunk) }
    while bytes.count < count {
      let read = Glibc.read(descriptor, &chunk, min(chunk.count, count - bytes.count))
      if read < 0, errno == EINTR { continue }
      guard read > 0, AgentTime.now.sinceStart < end else { return nil }
      bytes.append(contentsOf: chunk[..<read])
    }
    return bytes
  }
}
