import Foundation
import TestBench
import Testing

/// The public site and who the vertrouwenspersonen are: what someone finds who keeps each publication of a year.
struct ConfidantPublishTests {
  private let bench: Bench

  init() throws {
    bench = try Bench.publishing()
    try appoint("Kanarie-Nachtegaal", op: "2023-03-17")
    try bench.type("vertrouwenspersoon aanspreekpunt --adres vertrouwenspersoon@gemeente.example", als: "secretariaat")
      .orThrow()
    for year in [2023, 2024] {
      try bench.type(
        "vertrouwenspersoon jaaroverzicht --jaar \(year) --meldingen \(year - 2000) --op 2025-02-01",
        als: "secretariaat"
      ).orThrow()
    }
    try bench.type(
      "vertrouwenspersoon publiceer-jaaroverzicht --jaar 2024 --op 2025-03-01", als: "secretariaat"
    ).orThrow()
  }

  private func appoint(_ name: String, op day: String) throws {
    let told = try bench.type(
      "vertrouwenspersoon kandidaat --naam \(name) --telefoon Kanarie-Nummer --email \(name)@kanarie.example --op 2022-05-18",
      als: "secretariaat"
    ).orThrow()
    let words = (told.output + told.errors).split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    let handle = try #require(words.first { $0.hasPrefix("vertrouwenspersoon-") })
    try bench.type("vertrouwenspersoon benoem \(handle) --op \(day)", als: "college").orThrow()
  }

  /// What is said of the ledger as a whole, on paper and in the data: how many events it has, and their hash.
  private static let ofTheLedger = ["<dt>Controlepunt</dt>", "\"omvang\": ", "\"wortel\": "]

  /// The files of a site as texts, without what is said of the ledger as a whole.
  private func site(_ name: String = "site") -> [String: String] {
    bench.snapshot(name).files.compactMapValues { bytes in
      bytes.map { bytes in
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
          .filter { line in !Self.ofTheLedger.contains { line.contains($0) } }.joined(separator: "\n")
      }
    }
  }

  /// What a site says of the subject: its pages and data whole, and of everything else the lines that name it.
  private func about(_ site: [String: String]) -> [String: String] {
    site.filter { $0.key != "v1/manifest" }.compactMapValues { text in
      let lines = text.split(separator: "\n").filter { $0.lowercased().contains("vertrouwensperso") }
      return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }.merging(site.filter { $0.key.contains("vertrouwenspersonen") }) { $1 }
  }

  @Test func `every publication of a year says the same of them, and none says who`() throws {
    try bench.publish().orThrow()
    let first = site()
    #expect(first["vertrouwenspersonen/index.html"]?.contains("was er 1: 1 intern en 0 extern") == true)
    #expect(first["vertrouwenspersonen/index.html"]?.contains("mailto:vertrouwenspersoon@gemeente.example") == true)
    #expect(first["vertrouwenspersonen/jaaroverzichten/2024/index.html"]?.contains("<dd>24</dd>") == true)
    #expect(first["vertrouwenspersonen/jaaroverzichten/2023/index.html"] == nil)
    #expect(first["index.html"]?.contains("vertrouwenspersoon op 1 januari") == true)
    #expect(first["v1/vertrouwenspersonen.json"] != nil && first["vertrouwenspersonen/wijzigingen.atom"] == nil)

    // One is appointed now, one was before and is recorded too late, and the first one ends.
    try appoint("Kanarie-Wielewaal", op: Bench.day(0))
    try appoint("Kanarie-Raaf", op: "2024-04-19")
    try bench.type(
      "vertrouwenspersoon treed-terug vertrouwenspersoon-1 --kennisgeving-vindplaats Kanarie-Plaats", als: "college"
    ).orThrow()
    try bench.publish().orThrow()
    let second = site()
    let (before, after) = (about(first), about(second))
    #expect(before.keys.sorted() == after.keys.sorted() && before.count > 8)
    for (path, text) in before { #expect(after[path] == text, "\(path)") }

    let people = try bench.events("KandidaatVoorgedragen") + bench.events("VertrouwenspersoonBenoemd")
    let pseudonyms = people.compactMap { ($0["data"] as? [String: Any])?["persoon"] as? String }
    let streams = people.compactMap { $0["stream"] as? String }
    let ids = (pseudonyms + streams).map { String($0.split(separator: "/").last ?? "") }
    #expect(ids.count == 12 && !ids.contains(""))
    for (path, text) in second {
      for canary in ["Kanarie", "kanarie.example", "2022-05-18", "2023-03-17", "17 maart", "2024-04-19", "19 april"] {
        #expect(!text.contains(canary), "\(canary) in \(path)")
      }
      for id in ids { #expect(!text.contains(id), "\(id) in \(path)") }
      #expect(!text.contains("vertrouwenspersoon-1") && !text.contains("VertrouwenspersoonBenoemd"), "\(path)")
    }
  }
}
