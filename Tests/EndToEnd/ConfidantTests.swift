import Foundation
import TestBench
import Testing

/// Vertrouwenspersonen from outside: what a secretariat types, what is refused and why, and what readers see.
struct ConfidantTests {
  /// One who serves (1), one whose consent is another's (2), one whose certification ran out (3), the first once more
  /// (4), one whose term ended by itself (5), and one who is to be relieved (6).
  private static let prepared = PreparedBench {
    let bench = try Bench.founded()
    try bench.run("key", "new", "directeur", "--rol", "algemeenDirecteur").orThrow()
    try bench.inLedger("key", "register", "directeur", als: "secretariaat").orThrow()
    try bench.type("vertrouwenspersoon stel-regels-vast --model lelystad --op {-2000}", als: "directeur").orThrow()
    for paper in ["brief", "verklaring"] { try bench.write("\(paper)\n", to: "\(paper).txt") }
    func candidate(_ number: Int, _ words: String, certified until: String, consent: Bool = true) throws {
      let name = "vertrouwenspersoon-\(number)"
      try bench.type("vertrouwenspersoon kandidaat \(words) --op {-1700}", als: "secretariaat").orThrow()
      try bench.type(
        "vertrouwenspersoon certificeer \(name) --laatste-dag \(until) --conformeert --op {-1700}", als: "secretariaat"
      ).orThrow()
      guard consent else { return }
      try bench.type("instemming vraag \(name) --besluit benoemen --op {-1690}", als: "directeur").orThrow()
      try bench.type("instemming verleen \(name) --besluit benoemen --op {-1680}", als: "ondernemingsraad").orThrow()
    }
    func serves(_ number: Int, _ day: String) throws {
      try bench.type("\(appoint) vertrouwenspersoon-\(number) \(papers) --op \(day)", als: "directeur").orThrow()
    }
    try candidate(
      1, "--naam 'Ans Ingebeeld' --telefoon '030 000 00 01' --email ans@gemeente.example", certified: "{+900}")
    try serves(1, "{-100}")
    try candidate(2, "--naam 'Bas Denkbeeldig'", certified: "{+900}", consent: false)
    try candidate(3, "--naam 'Cor Onbestaand'", certified: "{-200}")
    try candidate(4, "--naam 'Ans Ingebeeld' --zelfde-als vertrouwenspersoon-1", certified: "{+900}")
    try candidate(5, "--naam 'Dina Gefantaseerd'", certified: "{+900}")
    try serves(5, "{-1600}")
    try candidate(6, "--naam 'Els Nergens'", certified: "{+900}")
    try serves(6, "{-90}")
    try bench.type(
      "vertrouwenspersoon ontheffing voorneem vertrouwenspersoon-6 --grond verzuimOfOverschrijding --toelichting reden",
      als: "directeur"
    )
    .orThrow()
    return bench
  }

  private static let appoint = "vertrouwenspersoon benoem"
  private static let papers = "--brief brief.txt --verklaring verklaring.txt"

  struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    let command: String
    var key = "directeur"
    var code = Exit.refused
    let says: [String]
    var testDescription: String { name }
  }

  static let refused: [Refused] = [
    .init(
      name: "without consent", command: "\(appoint) vertrouwenspersoon-2 \(papers) --op {-10}",
      says: ["VP-INSTEMMING", "004:5620-5621", "waarborg instemming vraag vertrouwenspersoon-2"]),
    .init(
      name: "with the consent about another", command: "\(appoint) vertrouwenspersoon-2 \(papers) --op {-1000}",
      says: ["over benoemen van vertrouwenspersoon-2 is geen instemming vastgelegd"]),
    .init(
      name: "before the consent", command: "\(appoint) vertrouwenspersoon-3 \(papers) --op {-1685}",
      says: ["VP-INSTEMMING", "controleer --op"]),
    .init(
      name: "with a certification that ran out", command: "\(appoint) vertrouwenspersoon-3 \(papers) --op {-10}",
      says: ["VP-CERTIFICERING", "004:5610-5611", "waarborg vertrouwenspersoon certificeer vertrouwenspersoon-3"]),
    .init(
      name: "with a term that overlaps", command: "\(appoint) vertrouwenspersoon-4 \(papers) --op {-10}",
      says: ["VP-OVERLAP", "verleng vertrouwenspersoon-1"]),
    .init(
      name: "without a letter", command: "\(appoint) vertrouwenspersoon-3 --verklaring verklaring.txt --op {-1000}",
      says: ["VP-", "--brief"]),
    .init(
      name: "without a declaration", command: "\(appoint) vertrouwenspersoon-3 --brief brief.txt --op {-1000}",
      says: ["VP-", "--verklaring"]),
    .init(
      name: "with a term that ends before it begins",
      command: "\(appoint) vertrouwenspersoon-3 \(papers) --op {-1000} --tot {-1001}", says: ["VP-VOLGORDE", "--tot"]),
    .init(
      name: "renewed after it ended",
      command: "vertrouwenspersoon verleng vertrouwenspersoon-5 --beiden-akkoord --akkoord brief.txt",
      says: ["VP-VERLENGING-OP-TIJD", "README, Rules and views", "waarborg vertrouwenspersoon kandidaat --zelfde-als"]),
    .init(
      name: "renewed without both wanting it",
      command: "vertrouwenspersoon verleng vertrouwenspersoon-1 --akkoord brief.txt", says: ["--beiden-akkoord"]),
    .init(
      name: "relieved without an intention",
      command: "vertrouwenspersoon onthef vertrouwenspersoon-1 --brief brief.txt",
      says: ["VP-VOORNEMEN", "ontheffing voorneem vertrouwenspersoon-1"]),
    .init(
      name: "relieved without an independent finding",
      command: "vertrouwenspersoon onthef vertrouwenspersoon-6 --brief brief.txt",
      says: ["VP-VASTSTELLING", "004:5756-5760", "ontheffing vaststelling vertrouwenspersoon-6"]),
    .init(
      name: "a finding by who is not independent",
      command: "vertrouwenspersoon ontheffing vaststelling vertrouwenspersoon-6 --instantie 'Eigen dienst'",
      says: ["VP-ONAFHANKELIJK", "--onafhankelijk"]),
    .init(
      name: "an overview of a year that is not over (F17)",
      command: "vertrouwenspersoon jaaroverzicht --jaar 2199 --meldingen 12",
      says: ["VP-JAAR", "1 januari 2200"]),
    .init(
      name: "an overview of one, where the organisation gives one (F17)",
      command: "vertrouwenspersoon jaaroverzicht --jaar 2024 --meldingen 12 --van vertrouwenspersoon-5",
      says: ["VP-JAAROVERZICHT-VAN"]),
    .init(
      name: "a candidate who was appointed withdraws (F33)",
      command: "vertrouwenspersoon trek-terug vertrouwenspersoon-1", key: "secretariaat",
      says: ["VP-TERUGTREKKEN", "treed-terug vertrouwenspersoon-1"]),
    .init(
      name: "by the works council", command: "\(appoint) vertrouwenspersoon-3 \(papers) --op {-1000}",
      key: "ondernemingsraad", code: Exit.notPermitted, says: ["VertrouwenspersoonBenoemd"]),
    .init(
      name: "someone nobody put forward", command: "\(appoint) vertrouwenspersoon-99 \(papers)", code: Exit.notFound,
      says: ["vertrouwenspersoon-99"]),
    .init(
      name: "a ground that is none",
      command: "vertrouwenspersoon ontheffing voorneem vertrouwenspersoon-1 --grond lastig --toelichting reden",
      code: Exit.badInput,
      says: ["--grond", "verzuimOfOverschrijding"]),
    .init(
      name: "a letter that is not there",
      command: "\(appoint) vertrouwenspersoon-3 --brief weg.txt --verklaring verklaring.txt", code: Exit.notFound,
      says: ["weg.txt"]),
    .init(
      name: "a telephone number with a line break",
      command: "vertrouwenspersoon wijzig-contact vertrouwenspersoon-1 --telefoon '030\n1'", code: Exit.badInput,
      says: ["telefoon"]),
  ]

  @Test(arguments: refused)
  func `What the regulation does not allow is refused with the rule and the way out, and nothing is written`(
    _ bad: Refused
  ) throws {
    let bench = try Self.prepared.toRead()
    let outcome = try bench.expectNothingWritten { try bench.type(bad.command, als: bad.key) }
    #expect(outcome.exitCode == bad.code, "\(outcome)")
    for word in bad.says { #expect(outcome.errors.contains(word), "\(word) is missing in:\n\(outcome)") }
    #expect(bad.code != Exit.refused || outcome.errors.contains("Wat te doen"), "\(outcome)")
    #expect(outcome.outputBytes.isEmpty)
  }

  @Test func `Without a key one sees that someone serves and until when; with a key also who`() throws {
    let bench = try Self.prepared.toRead()
    let open = try bench.type("vertrouwenspersoon lijst --json").orThrow()
    let rows = try open.json()
    #expect(rows.compactMap { $0["kenmerk"] as? String }.sorted() == ["vertrouwenspersoon-1", "vertrouwenspersoon-6"])
    Needles(["Ans Ingebeeld", "Els Nergens", "ans@gemeente.example", "030 000 00 01"]).expectNone(in: open)
    for key in ["college", "ondernemingsraad"] {
      #expect(try bench.type("vertrouwenspersoon lijst", als: key).orThrow().output.contains("Ans Ingebeeld"))
    }
  }

  @Test func `A list is shown in parts, and says that there is more`() throws {
    let bench = try Self.prepared.toRead()
    let first = try bench.type("vertrouwenspersoon lijst --json --aantal 1").orThrow()
    #expect(try first.json().compactMap { $0["kenmerk"] as? String } == ["vertrouwenspersoon-1"])
    #expect(first.errors.contains("--vanaf 2"))
    let second = try bench.type("vertrouwenspersoon lijst --json --aantal 1 --vanaf 2").orThrow()
    #expect(try second.json().compactMap { $0["kenmerk"] as? String } == ["vertrouwenspersoon-6"])
    #expect(second.errors.isEmpty)
    let duties = try bench.type("vertrouwenspersoon plichten --json").json()
    for (index, duty) in duties.enumerated() {
      let part = try bench.type("vertrouwenspersoon plichten --json --aantal 1 --vanaf \(index + 1)").json()
      #expect(part.map { $0["id"] as? String } == [duty["id"] as? String])
    }
    for list in ["lijst", "plichten", "verloopt", "jaaroverzichten"] {
      let beyond = try bench.type("vertrouwenspersoon \(list) --vanaf 99")
      #expect(beyond.exitCode == Exit.badInput && beyond.errors.contains("--vanaf 99"), "\(beyond)")
    }
  }

  @Test func `A contact card is written for who may read it alone, and never over another file`() throws {
    let bench = try Self.prepared.toRead()
    let file = bench.path("kaarten-\(UUID().uuidString).vcf")
    try bench.inLedger("vertrouwenspersoon", "contact", "--vcard", file, als: "ondernemingsraad").orThrow()
    let card = try String(contentsOfFile: file, encoding: .utf8)
    #expect(card.contains("FN:Ans Ingebeeld\r\n") && card.components(separatedBy: "BEGIN:VCARD").count == 3, "\(card)")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let again = try bench.inLedger("vertrouwenspersoon", "contact", "--vcard", file, als: "ondernemingsraad")
    #expect(again.exitCode != Exit.done && !again.errors.isEmpty, "\(again)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == card)
  }

  @Test func `With what was missing, each can be done after all`() throws {
    let bench = try Self.prepared.copy()
    for (key, command) in [
      ("directeur", "instemming vraag vertrouwenspersoon-2 --besluit benoemen --op {-20}"),
      ("ondernemingsraad", "instemming verleen vertrouwenspersoon-2 --besluit benoemen --op {-15}"),
      ("directeur", "\(Self.appoint) vertrouwenspersoon-2 \(Self.papers) --op {-10}"),
      (
        "secretariaat",
        "vertrouwenspersoon certificeer vertrouwenspersoon-3 --laatste-dag {+500} --conformeert --op {-12}"
      ),
      ("directeur", "\(Self.appoint) vertrouwenspersoon-3 \(Self.papers) --op {-10}"),
    ] { try bench.type(command, als: key).orThrow() }
    #expect(try bench.type("vertrouwenspersoon lijst --json").json().count == 4)
    try bench.expectClean()
  }
}
