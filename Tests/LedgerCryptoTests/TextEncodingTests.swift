import LedgerCrypto
import Testing

struct TextEncodingTests {
  /// RFC 4648 section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `the RFC's base64 comes out and goes in`(plain: String, encoded: String) throws {
    #expect(Base64.standard.encode(Array(plain.utf8)) == encoded)
    #expect(try Base64.standard.decode(encoded) == Array(plain.utf8))
    let url = String(encoded.prefix { $0 != "=" })
    #expect(Base64.url.encode(Array(plain.utf8)) == url)
    #expect(try Base64.url.decode(url) == Array(plain.utf8))
  }

  @Test func `bytes of every length and value survive both alphabets`() throws {
    let bytes = (0...255).map { UInt8($0) } + (0...255).map { UInt8(255 - $0) }
    for length in 0...bytes.count {
      let piece = bytes.suffix(length)
      #expect(try Base64.standard.decode(Base64.standard.encode(piece)) == Array(piece))
      #expect(try Base64.url.decode(Base64.url.encode(piece)) == Array(piece))
    }
    #expect(Base64.standard.encode([0xfb, 0xff]) == "+/8=")
    #expect(Base64.url.encode([0xfb, 0xff]) == "-_8")
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8", "Zm9v=", "Zm9v====", "=", "==", "====", "=Zg=", "Z=g=",
    "Zg==Zg==", "Zg==\n", "\nZg==", " Zg==", "Zm9v Zg==", "Z g=", "-_8=", "Zg.=", "Zé==", "Zm9\u{0}",
  ])
  func `any other spelling of base64 is refused`(text: String) {
    #expect(throws: CryptoError.malformedText(kind: "base64")) { try Base64.standard.decode(text) }
  }

  @Test(arguments: ["Zg==", "Zg=", "Z", "Zh", "Zm9", "+/8", "Zg\n", " Zg", "Zm9vY"])
  func `any other spelling of base64url is refused`(text: String) {
    #expect(throws: CryptoError.malformedText(kind: "base64")) { try Base64.url.decode(text) }
  }

  @Test func `hexadecimal has one spelling`() throws {
    let bytes = (0...255).map { UInt8($0) }
    #expect(try Hex.decode(Hex.encode(bytes)) == bytes)
    #expect(Hex.encode([0x00, 0x9f, 0xff]) == "009fff")
    for text in ["0", "0G", "g0", "FF", "0x", " 00", "00 ", "é", "-1", "٠٠"] {
      #expect(throws: CryptoError.malformedText(kind: "hexadecimal"), "\(text)") { try Hex.decode(text) }
    }
  }
}
