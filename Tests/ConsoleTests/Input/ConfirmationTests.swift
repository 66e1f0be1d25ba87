import Console
import Governance
import Testing

struct ConfirmationTests {
  private static let question = Text(nl: "Sleutel intrekken?", en: "Revoke the key?")

  @Test(arguments: [
    (["j"], true), (["Ja"], true), (["y"], true), (["yes "], true), (["n"], false), ([""], false), (["nee"], false),
    ([], false),
    (["misschien", "ja"], true), (["a", "b", "c", "ja"], false),
  ])
  func `Only a yes is a yes`(answers: [String], expected: Bool) throws {
    let stage = Stage(answers: answers)
    #expect(try stage.terminal.confirm(Self.question) == expected)
    #expect(stage.messages.written.hasPrefix("Sleutel intrekken? [j/N] "))
    #expect(stage.output.written.isEmpty)
  }

  @Test func `With --yes nothing is asked`() throws {
    let stage = Stage()
    #expect(try stage.terminal.confirm(Self.question, assumeYes: true))
    #expect(stage.messages.written.isEmpty)
  }

  @Test func `Without anyone to ask it fails, and tells what to add`() {
    let error = #expect(throws: Failure.self) { try Stage().terminal.confirm(Self.question) }
    #expect(error?.kind == .usage)
    #expect(error?.remedy?.nl.contains("--yes") == true)
  }
}
