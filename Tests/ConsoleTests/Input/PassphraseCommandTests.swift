import ArgumentParser
import Foundation
import Governance
import LedgerCrypto
import Testing

@testable import Console

struct PassphraseCommandTests {
  private func read(_ line: String) throws -> String {
    try PassphraseCommand(line).read().withBytes { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("pass show a/b", ["pass", "show", "a/b"]), ("  a\tb  ", ["a", "b"]), ("a 'b c' \"d e\"", ["a", "b c", "d e"]),
    (#"a b\ c 'd\e' "f\"g""#, ["a", "b c", #"d\e"#, "f\"g"]), ("a ''", ["a", ""]), ("a$HOME|b;c", ["a$HOME|b;c"]),
    ("x'y'z", ["xyz"]),
  ])
  func `A line is taken apart into words, and nothing in them is expanded`(line: String, words: [String]) {
    #expect(PassphraseCommand.words(line) == words)
  }

  @Test(arguments: ["", "   ", "a 'b", "a \"b", #"a \"#, String(repeating: "a ", count: 65)])
  func `A line without words, with too many, or with an open quote is refused`(line: String) {
    let failure = #expect(throws: Failure.self) { try PassphraseCommand(line) }
    #expect(failure?.kind == .badInput)
  }

  @Test func `The first line of what it prints is the passphrase`() throws {
    #expect(try read("printf 'een zin\\nen meer\\n'") == "een zin")
    #expect(try read("printf 'zonder einde'") == "zonder einde")
    // No shell: what one would expand is passed on as it is.
    #expect(try read("echo $HOME") == "$HOME")
    #expect(try read("sh -c 'echo $((40 + 2))'") == "42")
    // A command that prints much is not cut off.
    #expect(try read("seq 1 20000") == "1")
  }

  @Test(arguments: [("sh -c 'exit 3'", "3"), ("sh -c 'echo zin; exit 1'", "1"), ("sh -c 'kill -9 $$'", "137")])
  func `When it fails, its exit status is told and what it printed is not used`(line: String, status: String) {
    let failure = #expect(throws: Failure.self) { try read(line) }
    #expect(failure?.kind == .io && failure?.message.nl.hasSuffix("eindigde met \(status)") == true)
    // Its words may hold a secret: only the program is named.
    #expect(failure?.message.nl.contains("exit") == false)
  }

  @Test func `One that is not there, prints nothing or too much gives none`() {
    #expect(throws: Failure.self) { try read("waarborg-is-er-niet") }
    #expect(throws: Failure.self) { try read("true") }
    #expect(throws: Failure.self) { try read("sh -c 'head -c 5000 /dev/zero | tr \"\\\\0\" a'") }
  }

  @Test func `What is set for one key comes before what is set for all, and what was typed before both`() throws {
    let environment = [
      "WAARBORG_WACHTWOORD_BESTAND": "/alle", "WAARBORG_WACHTWOORD_OPDRACHT_COLLEGE_2": "pass college",
      "WAARBORG_WACHTWOORD_BESTAND_OR": "/or",
    ]
    var options = try KeyOptions.parse([])
    #expect(try Passphrase.choose(options, for: "college-2", environment) == .command("pass college"))
    #expect(try Passphrase.choose(options, for: "or", environment) == .file("/or"))
    #expect(try Passphrase.choose(options, for: "secretariaat", environment) == .file("/alle"))
    #expect(try Passphrase.choose(options, for: "secretariaat", [:]) == .prompt)
    options.wachtwoordFd = 5
    #expect(try Passphrase.choose(options, for: "or", environment) == .descriptor(5))
  }

  @Test(arguments: ["", "_OR"])
  func `A file and a command for one key are refused, by their names`(suffix: String) throws {
    let environment = ["WAARBORG_WACHTWOORD_BESTAND\(suffix)": "/a", "WAARBORG_WACHTWOORD_OPDRACHT\(suffix)": "b"]
    let options = try KeyOptions.parse([])
    let failure = #expect(throws: Failure.self) { try Passphrase.choose(options, for: "or", environment) }
    #expect(failure?.kind == .usage && failure?.message.nl.contains("WAARBORG_WACHTWOORD_OPDRACHT\(suffix)") == true)
  }
}

struct PassphraseRemarkTests {
  private func remark(_ text: String, of name: String = "secretariaat") -> String? {
    PassphraseRemark.remark(on: SecretBytes(Array(text.utf8)), of: name)?.nl
  }

  @Test(arguments: ["geheim", "Geheim!", "geheim2026", "Secretariaat", "secretariaat-01", "welkom 123", "waarborg"])
  func `What is tried first gets a remark`(text: String) {
    #expect(remark(text)?.contains("een van de eerste") == true)
  }

  @Test(arguments: ["paard", "11 tekens..", "ééééééééééé"])
  func `What is short gets a remark`(text: String) { #expect(remark(text)?.contains("kort") == true) }

  @Test(arguments: ["vier woorden zijn genoeg", "12 tekens...", "geheime zinnen zijn lang"])
  func `Anything else gets none`(text: String) { #expect(remark(text) == nil) }

  @Test func `The remark does not tell the passphrase`() {
    #expect(remark("paard")?.contains("paard") == false && remark("geheim")?.contains("geheim") == false)
  }
}
