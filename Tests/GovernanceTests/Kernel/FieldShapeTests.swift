import Ledger
import LedgerCrypto
import Testing

@testable import Governance

@Suite struct FieldShapeTests {
  static let id = "019aa0a0-0000-7123-8456-0123456789ab"
  static let hex = String(repeating: "0f", count: 32)
  static let document: JSON = [
    "bestand": .string(hex), "sha256": .string(hex), "grootte": 1, "mediatype": "text/plain",
  ]

  static let fitting: [(FieldShape, JSON)] = [
    (.text(most: 3), "abc"), (.prose(most: 3), "a\nb"), (.code(["a", "b"]), "b"), (.digest, .string(hex)),
    (.date, "2026"), (.date, "2026-11-21"), (.day, "2024-02-29"), (.duration, "P2Y"), (.duration, "P999D"),
    (.instant, 0), (.number(1...3), 3), (.truth, false), (.stream(kind: nil), .string("Zaak/\(id)")),
    (.stream(kind: "Zaak"), .string("Zaak/\(id)")), (.event, .string(id)), (.link, "https://example.nl/é"),
    (.bytes(3), "AAAA"), (.document, document), (.list(.truth, most: 2), [true, false]),
    (.record([.init("a", .truth), .init("b", .event)]), ["a": true, "b": .string(id)]),
  ]

  @Test(arguments: fitting)
  func `a value of the right shape fits`(shape: FieldShape, value: JSON) {
    #expect(shape.problem(value) == nil)
  }

  static let refused: [(FieldShape, JSON)] = [
    (.text(most: 3), "abcd"), (.text(most: 3), ""), (.text(most: 3), 1), (.text(most: 3), .null),
    (.text(most: 9), "a\nb"), (.prose(most: 9), "a\rb"), (.prose(most: 9), "a\tb"), (.code(["a"]), "A"),
    (.code(["a"]), ""), (.digest, .string(hex.uppercased())), (.digest, .string(String(hex.dropLast(2)))),
    (.digest, ""), (.date, "21-11-2026"), (.date, ""), (.day, "2026"), (.day, "2026-02-29"), (.day, "2026-11-21T"),
    (.duration, "P0Y"), (.duration, "P1000D"), (.duration, "P02Y"), (.duration, "2Y"), (.duration, "P1Y2M"),
    (.duration, "P+1Y"), (.instant, -1), (.instant, "0"), (.number(1...3), 0), (.number(1...3), 4), (.truth, 1),
    (.truth, "true"), (.stream(kind: "Zaak"), .string("Ander/\(id)")), (.stream(kind: nil), .string(id)),
    (.event, .string(id.uppercased())), (.link, "http://example.nl"), (.link, "https://"),
    (.link, "https://example.nl/a b"), (.link, "HTTPS://example.nl/"), (.link, "https://example.nl/\u{202E}"),
    (.link, .string("https://" + String(repeating: "x", count: 2000))), (.bytes(3), "AAA"), (.bytes(3), "AAA="),
    (.bytes(3), "AA+A"), (.document, [:]), (.document, .string(hex)), (.list(.truth, most: 2), []),
    (.list(.truth, most: 2), [true, true, true]), (.list(.truth, most: 2), [1]), (.list(.truth, most: 2), true),
    (.record([.init("a", .truth)]), [:]), (.record([.init("a", .truth)]), ["b": true]),
    (.record([.init("a", .truth)]), ["a": 1]), (.record([.init("a", .truth)]), ["a": true, "b": 1]),
    (.record([.init("a", .truth), .init("b", .truth)]), ["b": true, "a": true]),
  ]

  @Test(arguments: refused)
  func `any other value is refused in both languages`(shape: FieldShape, value: JSON) {
    let problem = shape.problem(value)
    #expect(problem?.nl.isEmpty == false && problem?.en.isEmpty == false)
  }

  static let quoted: [(FieldShape, JSON)] = [
    (.code(["ja", "nee"]), "Geheim"), (.date, "Geheim"), (.day, "Geheim"), (.list(.day, most: 2), ["Geheim"]),
    (.record([.init("op", .date)]), ["op": "Geheim"]),
  ]

  @Test(arguments: quoted)
  func `a message about a value that is going to be sealed does not repeat it`(shape: FieldShape, value: JSON) {
    #expect(shape.problem(value)?.nl.contains("Geheim") == true)
    let silent = shape.problem(value, quoting: false)
    #expect(silent != nil && silent?.nl.contains("Geheim") == false && silent?.en.contains("Geheim") == false)
  }

  @Test(arguments: ["bestand", "sha256", "grootte", "mediatype"])
  func `a document reference needs all four members and no other`(name: String) throws {
    let members = try #require(Self.document.members)
    #expect(DocumentReference(json: .object(members.filter { $0.name != name })) == nil)
    #expect(DocumentReference(json: .object(members.map { $0.name == name ? .init(name, .null) : $0 })) == nil)
    #expect(DocumentReference(json: .object(members + [.init("meer", 1)])) == nil)
    #expect(DocumentReference(json: Self.document)?.json == Self.document)
  }

  @Test func `every value that a field can hold survives a round trip and fits its own shape`() throws {
    let key = try BoxSecretKey(seed: SecretBytes(Array(0..<32))).publicKey
    let signing = try SigningKey(seed: SecretBytes(Array(0..<32))).verifyingKey
    let id = try #require(UUIDv7(Self.id))
    let duration = try #require(Tijdsduur("P8W"))
    func check<Value: FieldValue & Equatable>(_ value: Value) {
      #expect(Value(json: value.json) == value)
      #expect(Value.defaultShape.problem(value.json) == nil)
      #expect(Value(json: .null) == nil && Value(json: .array([.null])) == nil)
    }
    check("tekst")
    check(true)
    check(Int64(5))
    check(SHA256.hash("x"))
    check(try ImpreciseDate("2026-11"))
    check(try CalendarDate("2026-11-21"))
    check(duration)
    check(StreamID(kind: "Zaak", id: id))
    check(id)
    check(signing)
    check(key)
    check(Thumbprint(signing))
    check(Rol.griffier)
    check([Int64(1), 2])
    check(ErasedFields(event: id, fields: ["a", "b"]))
    check(DocumentReference(file: SHA256.hash("f"), content: SHA256.hash("c"), size: 1, mediaType: "text/plain"))
  }

  @Test func `a draft gives back what was set and forgets what is set to nothing`() throws {
    let stream = StreamID(kind: "Notitie", id: UUIDv7(milliseconds: 1, random: RepeatableRandom(seed: 1)))
    var draft = EventDraft(NotitieVastgelegd.self, stream: stream, effective: try ImpreciseDate("2026"))
    draft[NotitieVastgelegd.titel] = "a"
    draft[NotitieVastgelegd.aantal] = 3
    #expect(draft[NotitieVastgelegd.titel] == "a" && draft[NotitieVastgelegd.aantal] == 3)
    #expect(draft.problem() == nil)
    draft[NotitieVastgelegd.titel] = nil
    #expect(draft[NotitieVastgelegd.titel] == nil && draft.problem()?.kind == .badInput)
  }

  @Test func `fields are listed in the order of the schema and found by name`() {
    let type = NotitieVastgelegd.type
    let names = ["titel", "aantal", "publiek", "kantoor", "geheim", "bijlage", "stuk", "geheimStuk"]
    #expect(type.fields.map(\.name) == names)
    #expect(type.field("geheim")?.visibility == .vertrouwelijk && type.field("niets") == nil)
    #expect(Visibility.allCases.filter(\.isSealed) == [.openbaar, .intern, .vertrouwelijk])
  }
}
