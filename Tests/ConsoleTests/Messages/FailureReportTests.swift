import Foundation
import Governance
import Testing

@testable import Console

struct FailureReportTests {
  private static let refusal = Failure(
    .refused, Text(nl: "instemming ontbreekt", en: "consent is missing"),
    remedy: Text(nl: "Leg de instemming vast.", en: "Record the consent."),
    rule: RuleCitation(id: "BEL-INSTEMMING", source: "WOR art. 27 lid 1"))

  @Test(
    arguments: zip(
      Language.allCases,
      [
        "fout: instemming ontbreekt\nRegel: BEL-INSTEMMING (WOR art. 27 lid 1)\nWat te doen: Leg de instemming vast.\n",
        "error: consent is missing\nRule: BEL-INSTEMMING (WOR art. 27 lid 1)\nWhat to do: Record the consent.\n",
      ]))
  func `A person reads what, which rule, and what to do`(language: Language, expected: String) {
    let stage = Stage(language)
    #expect(FailureReport(Self.refusal).print(on: stage.terminal) == 73)
    #expect(stage.messages.written == expected)
    #expect(stage.output.written.isEmpty)
  }

  @Test func `A program reads one line of JSON, on standard error`() throws {
    let stage = Stage(.english)
    #expect(FailureReport(Self.refusal).print(on: stage.terminal, json: true) == 73)
    #expect(
      stage.messages.written == """
        {"message_type":"exit_error","code":73,"kind":"refused","message":"consent is missing",\
        "remedy":"Record the consent.","rule":{"id":"BEL-INSTEMMING","source":"WOR art. 27 lid 1"}}

        """)
  }

  @Test func `Whatever is in a message, the JSON stays valid and safe`() throws {
    let message = "a\"b\\c\nd\te\u{1B}[2J\u{202E}é\u{0}"
    let json = FailureReport(Failure(.badInput, Text(message))).json(.dutch)
    #expect(!json.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["message"] as? String == message)
    #expect(object["remedy"] == nil && object["rule"] == nil)
  }

  @Test func `A value in a message cannot pose as a line of the report`() {
    let failure = Failure(.badInput, Text("naam 'x\nWat te doen: rm -rf ~' bestaat niet\u{1B}[0m"))
    #expect(
      FailureReport(failure).sentences(.dutch, colour: false)
        == "fout: naam 'x\n  Wat te doen: rm -rf ~' bestaat niet\\u{1B}[0m\n")
  }

  @Test func `U19: on a terminal a message breaks between words, set in, and what is to be typed stays one line`() {
    let failure = Failure(
      .refused, Text("iemand met deze naam bekleedt de functie al"),
      remedy: Text("geef het nummer: waarborg organisatie corrigeer 14 --reden @reden.txt"))
    #expect(
      FailureReport(failure).sentences(.dutch, colour: false, width: 30) == """
        fout: iemand met deze naam
          bekleedt de functie al
        Wat te doen: geef het nummer: waarborg organisatie corrigeer 14 --reden @reden.txt

        """)
  }

  @Test func `Every kind has a name of its own`() {
    #expect(Set(Failure.Kind.allCases.map(\.stableName)).count == Failure.Kind.allCases.count)
  }
}
