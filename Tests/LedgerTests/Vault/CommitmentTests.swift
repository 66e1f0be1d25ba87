import Ledger
import LedgerCrypto
import Testing

@Suite struct CommitmentTests {
  private static let event: String = "019abc00-0000-7000-8000-000000000001"
  private static let plain: SealedRecord = SealedRecord(
    event: event, field: "naam", digest: "d", sealing: .plain, body: Array("W10".utf8))
  private static let secret: SealedRecord = SealedRecord(
    event: event, field: "memo", digest: "e", sealing: .encrypted(key: "k"), body: [0, 1, 2])
  private static let paper: DocumentRecord = DocumentRecord(
    event: event, field: "stuk", file: SHA256.hash("tekst"), sealing: .encrypted(key: "k"))
  private static let wrapped: WrappedKey = WrappedKey(key: "k", recipient: "r", body: [3])

  private func hash(_ text: String, _ body: [UInt8] = []) -> String {
    Base64.url.encode(SHA256.hash(Array(text.utf8) + body).bytes)
  }

  @Test func `M3 the list has a line for each row, sorted, with the hash over the whole row`() throws {
    let rows = VaultRows(
      event: try #require(EventID(Self.event)), records: [Self.plain, Self.secret], documents: [Self.paper],
      keys: [Self.wrapped])
    let list = try #require(rows.commitment)
    let file = SHA256.hash("tekst").hex
    let id = "36:\(Self.event)"
    #expect(
      list.text == """
        document stuk k \(hash("8:document\(id)4:stuk1:k64:\(file)"))
        sealed memo k \(hash("6:sealed\(id)4:memo1:e1:k", [0, 1, 2]))
        sealed naam - \(hash("6:sealed\(id)4:naam1:d-:W10"))
        wrappedKey k r \(hash("10:wrappedKey\(id)1:k1:r", [3]))

        """)
    #expect(list.root == SHA256.hash(list.text))
    #expect(Commitment(text: list.text) == list)
    #expect(list.keys == ["k"])
  }

  @Test func `M3 the file of a plain document is in no hash: its name would tell the text to who guesses it`() {
    func row(_ text: String, _ sealing: Sealing) -> Commitment.Row {
      Commitment.Row(DocumentRecord(event: Self.event, field: "stuk", file: SHA256.hash(text), sealing: sealing))
    }
    #expect(row("een", .plain) == row("twee", .plain))
    #expect(row("een", .encrypted(key: "k")) != row("twee", .encrypted(key: "k")))
  }

  @Test func `an event that brings nothing has no list`() throws {
    #expect(VaultRows(event: try #require(EventID(Self.event))).commitment == nil)
  }

  private static let digest: String = String(repeating: "A", count: 43)

  @Test(arguments: [
    "", "\n", "sealed naam - \(digest)", "sealed naam - \(digest)\n\n", "sealed naam \(digest)\n",
    "sealed  - \(digest)\n",
    "veld naam - \(digest)\n", "sealed naam - \(digest.dropLast())\n", "sealed naam - \(digest.dropLast())B\n",
    "wrappedKey k - \(digest)\n", "sealed naam - \(digest) x\n", "sealed b - \(digest)\nsealed a - \(digest)\n",
    "sealed a - \(digest)\nsealed a - \(digest)\n", "sealed a - \(digest)\nsealed a k \(digest)\n",
    " sealed a - \(digest)\n", "sealed a - \(digest)\r\n",
  ])
  func `a list that is written in another way is none`(text: String) {
    #expect(Commitment(text: text) == nil)
  }
}
