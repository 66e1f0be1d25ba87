import Foundation
import Glibc
import Governance
import Testing

@testable import Console

struct TerminalTests {
  @Test func `Data goes to standard output and everything else to standard error`() {
    let stage = Stage()
    stage.terminal.out("gegeven")
    stage.terminal.note(Text(nl: "klaar", en: "done"))
    stage.terminal.warn(Text(nl: "bijna", en: "nearly"))
    #expect(stage.output.written == "gegeven\n")
    #expect(stage.messages.written == "klaar\nlet op: bijna\n")
  }

  @Test func `Plain text is made safe too, and exact text is not touched`() {
    let stage = Stage()
    let stored: String = "a\u{1B}c\nb"
    stage.terminal.out(stored)
    stage.terminal.outJSON("{\"a\":\"\u{202E}\"}")
    stage.terminal.outExactly("— origin\u{1}")
    #expect(stage.output.written == "a\\u{1B}c\nb\n{\"a\":\"\\u202e\"}\n— origin\u{1}")
  }

  @Test(arguments: [
    (true, ["TERM": "xterm"], true),
    (false, ["TERM": "xterm"], false),
    (true, ["TERM": "dumb"], false),
    (true, [:], false),
    (true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    (true, ["TERM": "xterm", "NO_COLOR": ""], true),
    (true, ["TERM": "xterm", "CLICOLOR": "0"], false),
    (false, ["CLICOLOR_FORCE": "1"], true),
    (false, ["CLICOLOR_FORCE": "0"], false),
    (true, ["TERM": "xterm", "CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
  ])
  func `Colour follows the terminal and the agreed variables`(
    isTerminal: Bool, environment: [String: String], expected: Bool
  ) {
    #expect(Terminal.allowsColour(isTerminal: isTerminal, environment) == expected)
  }

  @Test func `A long listing stops when the reader has gone, and that is no failure`() throws {
    let stage = Stage(delivery: .readerGone)
    let line: StyledText = "een regel van een lange lijst"
    stage.terminal.out(lines: repeatElement(line, count: 100_000))
    #expect(stage.output.written.utf8.count < 100_000)
    #expect(stage.terminal.readerHasGone)
    try stage.terminal.finish()
  }

  @Test func `Data that the system refused is a failure`() {
    let error = #expect(throws: Failure.self) { try Stage(delivery: .failed(ENOSPC)).terminal.finish() }
    #expect(error?.kind == .io)
    #expect(error?.remedy != nil)
  }

  @Test func `Writing to a closed pipe is dropped and remembered`() {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    let sink = FileSink(pipe.fileHandleForWriting.fileDescriptor)
    sink.write("een")
    #expect(sink.delivery == .open)
    try? pipe.fileHandleForReading.close()
    sink.write("twee")
    sink.write("drie")
    #expect(sink.delivery == .readerGone)
  }

  @Test func `A full disk is remembered`() {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let sink = FileSink(full)
    sink.write("een")
    #expect(sink.delivery == .failed(ENOSPC))
  }

  @Test func `A stream that is not ready yet gets everything`() async throws {
    let pipe = Pipe()
    let writing = pipe.fileHandleForWriting.fileDescriptor
    #expect(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "0123456789", count: 50_000)
    async let received = onThread { try? pipe.fileHandleForReading.readToEnd()?.count }
    await onThread { FileSink(writing).write(text) }
    try pipe.fileHandleForWriting.close()
    #expect(await received == text.utf8.count)
  }
}
