import Foundation
import TestBench
import Testing

/// What of personnel and of confidential matters stands in the signed bytes for ever, decided field by field and type by type.
struct ClassTests {
  /// What may show of an event of personal or confidential class (F7).
  private struct Klasse {
    /// Its clear fields.
    let open: Set<String>
    /// Whether how it turned out must not show either, by which fields are filled in or by how long they are.
    let isUitkomst: Bool

    init(_ open: Set<String>, isUitkomst: Bool = false) { (self.open, self.isUitkomst) = (open, isUitkomst) }
  }

  private static let vroeger: Set = ["historisch", "bron"]
  /// Whose function an activity is beside: that a statement was asked and received of who is on the public list is public.
  private static let houder: Set = ["functie", "persoon", "historisch", "bron"]
  /// When someone serves is public, in numbers and dates.
  private static let diener: Set = ["persoon", "historisch", "bron"]

  private static let klassen: [String: Klasse] = [
    "NevenwerkzaamheidGemeld": Klasse(houder), "NevenwerkzaamheidGewijzigd": Klasse(vroeger),
    "NevenwerkzaamheidBeeindigd": Klasse(vroeger), "FunctieGewijzigd": Klasse(houder),
    "ToestemmingGevraagd": Klasse(vroeger.union(["voor"])), "ToestemmingBeslist": Klasse(vroeger, isUitkomst: true),
    "NevenwerkzaamheidGecorrigeerd": Klasse(["gebeurtenis", "datum"]),
    "VertrouwelijkeMeldingGedaan": Klasse([]), "VertrouwelijkeMeldingGecorrigeerd": Klasse(["gebeurtenis"]),
    "KandidaatVoorgedragen": Klasse(diener.union(["vorm"])), "KandidaatTeruggetrokken": Klasse(diener),
    "ContactgegevensGewijzigd": Klasse(diener),
    "CertificeringVastgelegd": Klasse(diener.union(["laatsteDag", "conformeert"])),
    "VertrouwenspersoonBeeindigd": Klasse(diener, isUitkomst: true),
    "DossierAangevuld": Klasse(diener, isUitkomst: true),
    "RegisterOvergedragen": Klasse(diener.union(["ontvanger"])),
    "ScholingVastgelegd": Klasse(diener.union(["jaar", "soort", "erkend"])),
    "IntervisieVastgelegd": Klasse(diener.union(["jaar"])),
    "VertrouwenspersoonGecorrigeerd": Klasse(["gebeurtenis", "datum"]),
    "ZaakBijgewerkt": Klasse(["sleutel", "waarmerk"]),
  ]
  /// Kinds of streams of which every type must be decided on above; what is public of them is not.
  private static let soorten: Set = [
    "Nevenwerkzaamheid", "VertrouwelijkeMelding", "Vertrouwenspersoon", "Zaak",
  ]
  /// What of those streams is public by its nature: who serves from when, and why something is not on the public list.
  private static let openbaar: Set = [
    "VertrouwenspersoonBenoemd", "VertrouwenspersoonVerlengd", "ExterneVertrouwenspersoonGecontracteerd",
    "PublicatieAchterwegeGelaten",
  ]

  private static func schemas() throws -> [String: [String: Any]] {
    let folder = Executable.repository.appendingPathComponent("Events")
    var found: [String: [String: Any]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".schema.json") {
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent(path)))
      let schema = try #require(json as? [String: Any])
      found[try #require(schema["title"] as? String)] = schema
    }
    return found
  }

  private static func properties(_ schema: [String: Any], _ name: String) -> [String: Any] {
    ((schema["properties"] as? [String: Any])?[name] as? [String: Any]) ?? [:]
  }

  @Test func `F7: every type about personnel or a case is decided on, and has no other clear field`() throws {
    let schemas = try Self.schemas()
    #expect(Set(Self.klassen.keys).union(Self.openbaar).isSubset(of: schemas.keys))
    for (name, schema) in schemas {
      let stream = (Self.properties(schema, "sub")["pattern"] as? String ?? "").dropFirst().prefix { $0 != "/" }
      guard let klasse = Self.klassen[name] else {
        #expect(!Self.soorten.contains(String(stream)) || Self.openbaar.contains(name), "\(name) is not decided on")
        continue
      }
      let fields = Self.properties(schema, "data")["properties"] as? [String: [String: Any]] ?? [:]
      let clear = fields.filter { $0.value["x-zichtbaarheid"] as? String == "clear" }.keys
      #expect(Set(clear).isSubset(of: klasse.open), "\(name): \(Set(clear).subtracting(klasse.open))")
      #expect((schema["x-verhult"] as? String == "uitkomst") == klasse.isUitkomst, "\(name)")
    }
  }

  @Test func `F7: no type is named after how something about a person turned out`() throws {
    for (name, schema) in try Self.schemas() {
      let stream = (Self.properties(schema, "sub")["pattern"] as? String ?? "").dropFirst().prefix { $0 != "/" }
      guard Self.soorten.contains(String(stream)) else { continue }
      for word in ["Geweigerd", "Verleend", "Ontheven", "Ontheffing", "Teruggetreden", "Belang", "Vaststelling"] {
        #expect(!name.contains(word), "\(name)")
      }
    }
  }
}
