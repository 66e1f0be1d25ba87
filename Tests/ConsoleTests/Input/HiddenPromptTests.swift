import Foundation
import Glibc
import Governance
import LedgerCrypto
import Testing

@testable import Console

/// A pseudo-terminal: the program reads and writes its far end, the test is the person at the near end.
private final class Person: Sendable {
  private let near: Int32
  let path: String

  init() throws {
    near = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // TIOCSPTLCK and TIOCGPTN (man 2 ioctl_tty): unlock the far end and ask its number.
    var locked: Int32 = 0
    var number: UInt32 = 0
    try #require(near >= 0 && ioctl(near, 0x4004_5431, &locked) == 0 && ioctl(near, 0x8004_5430, &number) == 0)
    path = "/dev/pts/\(number)"
  }

  deinit { close(near) }

  var echoes: Bool {
    let far = open(path, O_RDWR | O_NOCTTY)
    defer { close(far) }
    var settings = termios()
    tcgetattr(far, &settings)
    return settings.c_lflag & tcflag_t(ECHO | ICANON | ISIG) == tcflag_t(ECHO | ICANON | ISIG)
  }

  /// Waits for each prompt, then types its answer; returns all that was shown.
  func converse(_ exchanges: [(prompt: String, answer: String)]) -> String {
    var shown = ""
    var seen = 0
    for exchange in exchanges {
      while !shown.dropFirst(seen).contains(exchange.prompt) {
        guard let more = readSome() else { return shown }
        shown += more
      }
      seen = shown.count
      FileSink(near).write(exchange.answer)
    }
    return shown
  }

  func readSome() -> String? {
    var wanted = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, 5000) == 1 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(near, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}

@Suite(.serialized) struct HiddenPromptTests {
  private static func ask(
    _ purpose: Passphrase.Purpose, _ exchanges: [(prompt: String, answer: String)]
  ) async throws -> (answer: Result<[UInt8], any Error>, shown: String, echoesAfter: Bool) {
    let person = try Person()
    // Held open, as a terminal window holds it, so that its settings last.
    let held = open(person.path, O_RDWR | O_NOCTTY)
    defer { close(held) }
    async let talk = onThread { person.converse(exchanges) }
    async let asking = onThread {
      Result {
        try Passphrase.prompt.read(
          purpose, of: Text(nl: "sleutel a", en: "key a"), language: .dutch, terminalAt: person.path
        ).withBytes { $0 }
      }
    }
    let answer = await asking
    let shown = await talk
    return (answer, shown + (person.readSome() ?? ""), person.echoes)
  }

  @Test func `A passphrase is asked without echo, and the terminal is as it was afterwards`() async throws {
    let (answer, shown, echoes) = try await Self.ask(.opening, [("sleutel a: ", "gehx\u{7F}eim\r")])
    #expect(try answer.get() == Array("geheim".utf8))
    #expect(shown == "Wachtwoordzin van sleutel a: \r\n")
    #expect(echoes)
  }

  @Test func `A new passphrase is asked twice, and again when the two differ`() async throws {
    let (answer, shown, echoes) = try await Self.ask(
      .creating,
      [("sleutel a: ", "een\n"), ("controle: ", "twee\n"), ("sleutel a: ", "drie\n"), ("controle: ", "drie\n")])
    #expect(try answer.get() == Array("drie".utf8))
    #expect(shown.contains("niet gelijk"))
    #expect(echoes)
  }

  @Test func `An empty new passphrase is refused before it is asked once more`() async throws {
    let (answer, shown, echoes) = try await Self.ask(.creating, [("sleutel a: ", "\n")])
    let error = #expect(throws: Failure.self) { try answer.get() }
    #expect(error?.kind == .badInput && error?.message.nl.contains("leeg") == true)
    #expect(!shown.contains("Nog eens"))
    #expect(echoes)
  }

  @Test(arguments: ["\n", "\u{1B}[A\n", "\u{4}"])
  func `The terminal is as it was after a refused answer too`(typed: String) async throws {
    let (answer, _, echoes) = try await Self.ask(.opening, [("sleutel a: ", typed)])
    let error = #expect(throws: Failure.self) { try answer.get() }
    #expect(error?.kind == .badInput)
    #expect(echoes)
  }

  @Test func `Without a terminal it tells which options there are`() {
    let error = #expect(throws: Failure.self) {
      try Passphrase.prompt.read(.opening, of: Text("x"), language: .dutch, terminalAt: "/dev/null")
    }
    #expect(error?.kind == .usage)
    #expect(error?.remedy?.nl.contains("--wachtwoord-bestand") == true)
  }
}
