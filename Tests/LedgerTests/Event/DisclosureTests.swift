import Ledger
import LedgerCrypto
import Testing

@Suite struct DisclosureTests {
  /// RFC 9901, sections 4.2.1 and 5.1.
  @Test(arguments: [
    (
      "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0", "family_name", "Möbius",
      "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"
    ),
    (
      "WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd", "given_name", "John",
      "jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4"
    ),
  ])
  func `the digests of RFC 9901 come out`(encoded: String, name: String, value: String, digest: String) throws {
    let disclosure = try Disclosure(encoded: encoded)
    #expect(disclosure.name == name)
    #expect(disclosure.value == .string(value))
    #expect(disclosure.digest == digest)
    #expect(disclosure.encoded == encoded)
  }

  /// RFC 9901, section 4.2.1: the same claim with other white space or escapes is another disclosure.
  @Test func `the digest is of the text received, not of what it means`() throws {
    let texts = [
      #"["_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"]"#,
      #"["_26bc4LT-ac6q2KI6cBW5es", "family_name", "M\u00f6bius"]"#,
      #"["_26bc4LT-ac6q2KI6cBW5es","family_name","Möbius"]"#,
      "[\"_26bc4LT-ac6q2KI6cBW5es\",\n\"family_name\",\n\"Möbius\"\n]",
    ]
    let disclosures = try texts.map { try Disclosure(encoded: Base64.url.encode(Array($0.utf8))) }
    #expect(Set(disclosures.map(\.digest)).count == texts.count)
    #expect(Set(disclosures.map(\.value)) == ["Möbius"])
  }

  @Test func `a new disclosure has a salt of 256 bits and the known bytes`() throws {
    let made = Disclosure(name: "naam", value: "Zoë \"X\"\n", random: CountingRandom())
    #expect(made.encoded == KnownEvent.disclosure)
    #expect(made.digest == KnownEvent.digest)
    #expect(try Disclosure(encoded: made.encoded) == made)
    let json = try JSON(parsing: Base64.url.decode(made.encoded))
    #expect(try Base64.url.decode(json.array?.first?.string ?? "").count == 32)
    let random = SystemRandom()
    let twice = [Disclosure(name: "a", value: 1, random: random), Disclosure(name: "a", value: 1, random: random)]
    #expect(twice[0].digest != twice[1].digest)
  }

  @Test(arguments: [
    "", "[]", #"["s"]"#, #"["s","FR"]"#, #"["s","n",1,2]"#, #"[1,"n",1]"#, #"["s",1,1]"#, #"["s",null,1]"#,
    #"{"s":"n"}"#, #"["s","_sd",[]]"#, #"["s","...",1]"#, #"["s","n",1.5]"#, #"["s","n",{"a":1,"a":1}]"#,
    #"["s","n",1]x"#,
  ])
  func `what is no disclosure is refused`(text: String) {
    #expect(throws: EventError.malformedDisclosure) { try Disclosure(encoded: Base64.url.encode(Array(text.utf8))) }
  }

  @Test func `padding, foreign characters and stray bits in base64url are refused`() {
    let sound = Base64.url.encode(Array(#"["s","n",1]"#.utf8))
    for text in [sound + "=", " " + sound, sound + "~", sound.dropLast() + "1"] {
      #expect(throws: EventError.malformedDisclosure) { try Disclosure(encoded: String(text)) }
    }
  }
}
