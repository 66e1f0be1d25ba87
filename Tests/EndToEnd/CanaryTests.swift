import Foundation
import TestBench
import Testing

/// Every event type of the installed plugins, with a canary in every field that is not public: none of them leaves.
struct CanaryTests {
  /// Event types of which the canaries sing elsewhere (`SecrecyTests`): policies, consent and advice.
  private static let elsewhere: Set = [
    "AdviesGecorrigeerd", "AdviesGevraagd", "AdviesUitgebracht", "InstemmingGecorrigeerd", "InstemmingGevraagd",
    "InstemmingNietVereist", "InstemmingOnderVoorwaardenVerleend", "InstemmingOnthouden", "InstemmingVerleend",
    "InstemmingVervangen", "NietigheidIngeroepen", "NietigheidTeruggenomen", "OvereenstemmingBereikt",
    "OvereenstemmingGecorrigeerd", "RegelingOntworpen", "RegelingVastgesteld",
  ]

  /// What a case holds is in no answer that is asked for here; its figures are counted, not typed; and a procedure is
  /// adopted for a rule, of which the digest is public.
  private static let ofCases: Set = ["JaarcijfersVastgesteld", "ProcedureGecorrigeerd", "ZaakBijgewerkt"]

  /// What is sealed: for the organisation, and for a circle.
  struct Sealed: Sendable {
    var filled: [String: Set<String>] = [:]
    var intern: Set<String> = []
    var vertrouwelijk: Set<String> = []
    /// Made public by mistake and corrected: off the site, though not secret.
    var mistaken: Set<String> = []
    var all: Set<String> { intern.union(vertrouwelijk) }
  }

  /// What who may read everything reads, field by field.
  private static let sealed: Result<Sealed, any Error> = Result {
    let bench = try Bench.gemeente()
    let catalogue = try Catalogue(on: bench)
    var sealed = Sealed()
    for event in try bench.inLedger("log", "--json", als: "gemeentesecretaris").orThrow().json() {
      let (name, data) = (event["event"] as? String ?? "", event["data"] as? [String: Any] ?? [:])
      for field in catalogue.sealed where field.event == name {
        guard let value = data[field.name] else { continue }
        let canaries = texts(value).filter { $0.lowercased().hasPrefix("kanarie") }
        if !field.isText || !canaries.isEmpty { sealed.filled[name, default: []].insert(field.place) }
        switch field.visibility {
        case "intern": sealed.intern.formUnion(canaries)
        case "vertrouwelijk": sealed.vertrouwelijk.formUnion(canaries)
        default: sealed.mistaken.formUnion(canaries)
        }
        // Not even the digest of a paper: its text can be guessed. That of a public file says which file it is.
        // A version of a rule is called by its digest.
        if field.visibility != "openbaar", !elsewhere.contains(name),
          let digest = (value as? [String: Any])?["sha256"] as? String
        {
          sealed.intern.insert(digest)
        }
      }
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: bench.root.path) where name.hasSuffix(".txt") {
      sealed.intern.insert("Kanarie-Stuk-\(name)")
    }
    return sealed
  }

  private static func texts(_ value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap { texts($0) }
    case let object as [String: Any]: object.values.flatMap { texts($0) }
    default: []
    }
  }

  @Test func `Every field that is not public has a canary, of every event type there is`() throws {
    let catalogue = try Catalogue(on: Bench.gemeente())
    let sealed = try Self.sealed.get()
    let elsewhere = Self.elsewhere.union(Self.ofCases)
    #expect(elsewhere.subtracting(catalogue.events).isEmpty)
    for field in catalogue.sealed where !elsewhere.contains(field.event) && field.visibility != "openbaar" {
      #expect(
        sealed.filled[field.event]?.contains(field.place) == true,
        "\(field.event).\(field.name) has no canary: give it one in gemeente.txt")
    }
    #expect(sealed.intern.count > 60 && sealed.vertrouwelijk.count == 3, "\(sealed)")
  }

  @Test func `None is in the site, nor in what was left of the work beside it`() throws {
    let bench = try Bench.gemeente()
    let sealed = try Self.sealed.get()
    try Needles(sealed.all.union(sealed.mistaken)).expectNone(inFolder: bench.path("site"))
    try Needles(sealed.all).expectNone(inFolder: bench.root.path) { name in
      // What a person put there: the papers, and outputs of a test that runs at this moment.
      name.hasSuffix(".txt") || name.contains(".uitvoer-") || name.hasPrefix("catalogus-") || name.hasPrefix("site/")
    }
  }

  private static let commands = [
    "status", "status --json", "log", "log --json", "vandaag", "vandaag --json", "termijnen", "termijnen --json",
    "termijnen --ics -",
    "nevenfunctie lijst", "nevenfunctie lijst --json", "nevenfunctie lijst --op 2024-06-01", "nevenfunctie openstaand",
    "nevenfunctie openstaand --json", "nevenfunctie regels --json", "nevenfunctie toon gemeentesecretaris/1",
    "nevenfunctie toon gemeentesecretaris/1 --json", "nevenfunctie toon gemeentesecretaris/3 --json",
    "nevenfunctie toon concerncontroller/1 --json", "nevenfunctie toon locosecretaris/1",
    "vertrouwenspersoon lijst", "vertrouwenspersoon lijst --json", "vertrouwenspersoon lijst --op {-400}",
    "vertrouwenspersoon toon vertrouwenspersoon-1", "vertrouwenspersoon toon vertrouwenspersoon-1 --json",
    "vertrouwenspersoon toon vertrouwenspersoon-2", "vertrouwenspersoon toon vertrouwenspersoon-2 --json",
    "vertrouwenspersoon verloopt", "vertrouwenspersoon verloopt --json", "vertrouwenspersoon plichten",
    "vertrouwenspersoon plichten --json", "vertrouwenspersoon vacatures --json",
    "vertrouwenspersoon jaaroverzichten --json", "vertrouwenspersoon regels --json", "instemming lijst --json",
    "instemming toon vertrouwenspersoon-2 --json", "organisatie lijst", "organisatie lijst --json", "key list --json",
    "inspectie lijst --json", "inspectie toon inspectie-1", "inspectie toon inspectie-1 --json",
    "inspectie openstaand", "inspectie openstaand --json", "inspectie bewijs lijst --json",
    "inspectie bewijs toon bewijs-1 --json", "rie lijst --json", "rie toon rie-1 --json", "rie toon maatregel-1",
    "rie toon maatregel-1 --json", "rie maatregelen", "rie maatregelen --json",
    "publicatie toon --json", "publicatie lijst --json", "verify --json", "doctor", "checkpoint",
  ]

  /// An event of every type, as a reader gets it to pass on.
  private func shown(_ bench: Bench) throws -> [String] {
    var seen: [String: Int] = [:]
    for event in try bench.inLedger("log", "--json").orThrow().json() {
      seen[event["event"] as? String ?? ""] = event["position"] as? Int
    }
    return seen.values.sorted().map { "show \($0) --sd-jwt" } + ["prove \(seen.values.max() ?? 0)"]
  }

  @Test func `A reader without a key finds none in any list, calendar, report or event`() throws {
    let bench = try Bench.gemeente()
    let needles = Needles(try Self.sealed.get().all)
    for command in try Self.commands + shown(bench) { needles.expectNone(in: try bench.type(command)) }
  }

  @Test(arguments: ["secretariaat", "college"])
  func `A member outside the circle reads nothing of it, and does read what is for the organisation`(_ key: String)
    throws
  {
    let bench = try Bench.gemeente()
    let sealed = try Self.sealed.get()
    let circle = Needles(sealed.vertrouwelijk)
    var said = Data()
    for command in Self.commands where command.hasSuffix("--json") {
      let outcome = try bench.type(command, als: key)
      circle.expectNone(in: outcome)
      said += Data(outcome.outputBytes)
    }
    for word in ["Kanarie-Activiteit-Roodborst", "Kanarie-Voornemen-Klapekster"] {
      #expect(said.range(of: Data(word.utf8)) != nil, "\(word)")
    }
    let inside = try bench.inLedger("log", "--json", als: "directeur")
    #expect(inside.output.contains("Kanarie-Belang-Havik") && !inside.output.contains("Kanarie-Belang-Sperwer"))
  }

  @Test func `A contact card is refused without a key, and leaves no file behind`() throws {
    let bench = try Bench.gemeente()
    for command in ["vertrouwenspersoon contact", "vertrouwenspersoon contact --vcard kaarten.vcf"] {
      let outcome = try bench.type(command)
      expectRefusal(outcome, Exit.notPermitted, saying: "--als")
      Needles(try Self.sealed.get().all).expectNone(in: outcome)
    }
    #expect(!FileManager.default.fileExists(atPath: bench.path("kaarten.vcf")))
  }

  @Test(arguments: [
    "nevenfunctie meld gemeentesecretaris --activiteit 'Kanarie-Fout-Een\u{202E}' --organisatie Kanarie-Fout-Twee",
    "nevenfunctie meld bode --activiteit Kanarie-Fout-Een --toelichting Kanarie-Fout-Twee",
    "nevenfunctie wijzig gemeentesecretaris/9 --activiteit Kanarie-Fout-Een",
    "nevenfunctie verleen-onder-voorwaarden gemeentesecretaris/1 --voorwaarden Kanarie-Fout-Een",
    "nevenfunctie opgave publiceer gemeentesecretaris/1 --nevenwerkzaamheid Kanarie-Fout-Een --naam Kanarie-Fout-Twee",
    "nevenfunctie bevestig griffier --geen --naam Kanarie-Fout-Een --op {-30}",
    "nevenfunctie belang meld --persoon niemand --soort aandelen --omschrijving Kanarie-Fout-Een",
    "nevenfunctie belang corrigeer 0 --reden Kanarie-Fout-Een",
    "vertrouwenspersoon kandidaat --naam 'Kanarie-Fout-Een\u{7}' --telefoon Kanarie-Fout-Twee",
    "vertrouwenspersoon wijzig-contact vertrouwenspersoon-9 --naam Kanarie-Fout-Een",
    "vertrouwenspersoon ontheffing voorneem vertrouwenspersoon-2 --grond anders --toelichting Kanarie-Fout-Een --op {-900}",
    "vertrouwenspersoon corrigeer 9999 --reden Kanarie-Fout-Een",
    "vertrouwenspersoon benoem 'Kanarie-Fout-Een'", "organisatie corrigeer 9999 --reden Kanarie-Fout-Een",
    "organisatie leg-neer griffier --persoon Kanarie-Fout-Een",
  ])
  func `What is refused says why without repeating what it was about`(_ command: String) throws {
    let bench = try Bench.gemeente()
    let outcome = try bench.expectNothingWritten { try bench.type(command, als: "secretariaat") }
    #expect([Exit.badInput, Exit.notFound, Exit.refused, Exit.notPermitted].contains(outcome.exitCode), "\(outcome)")
    Needles(["Kanarie-Fout-Een", "Kanarie-Fout-Twee"]).expectNone(in: outcome.errorBytes, command)
    #expect(outcome.outputBytes.isEmpty)
  }
}
