import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Zaken

/// *Chance only*: five cases, one of them about the municipal secretary, who has the disk, the log and every key of the own
/// and of the organisation. Nothing tells the five apart but when something was recorded, and here that is one moment.
@Suite struct KansTests {
  @Test(arguments: 0..<5) func `every byte and every column of the five is alike, whichever is about the director`(
    _ over: Int
  ) throws {
    let wereld = try Vijf(over: over)
    let disk = try Schijf(wereld)
    for nummer in 1...Vijf.vastleggingen {
      let vormen = try wereld.zaken.map { try disk.vorm(of: $0, nummer: nummer) }
      for (zaak, vorm) in vormen.enumerated() where vorm != vormen[0] {
        Issue.record("case \(zaak) differs from case 0 in entry \(nummer):\n\(Schijf.verschil(vorm, vormen[0]))")
      }
      #expect(vormen[0].count > 40)
    }
    #expect(try disk.gedeeld(wereld.zaken) == [])
    #expect(try disk.bekend(wereld) == [])
  }

  @Test func `the director opens nothing of any of them with any key there is to have`() throws {
    let wereld = try Vijf(over: 2)
    #expect(try Schijf(wereld).geopend(door: wereld.wereld.directeur, organisation: wereld.organisatie()) == 0)
    for zaak in wereld.zaken { #expect(try wereld.wereld.zaak(zaak, als: wereld.wereld.directeur) == nil) }
    // The search finds what is there: who belongs to one opens an entry's three compartments or fewer, one box each.
    #expect(
      try Schijf(wereld).geopend(door: wereld.behandelaars[2], organisation: wereld.organisatie())
        >= Vijf.vastleggingen)
  }

  /// SECURITY.md says from how many members on an opening is longer.
  @Test(arguments: [(4, 2), (11, 8)]) func `an opening with so many others takes so many KiB`(
    _ leden: Int, _ kib: Int
  ) throws {
    let wereld = try Zakenwereld()
    let anderen = try (0..<leden).map { _ in (try wereld.sleutel(.onderzoeker), "onderzoeker") }
    let zaak = try wereld.open(als: wereld.directeur, leden: anderen)
    let lengths = try wereld.boek.directory.read { stores in
      let entry = try #require(try stores.log.positions(in: zaak).first.flatMap { try stores.log.entry(at: $0) })
      return try stores.vault.sealedFields(of: try #require(EventID(entry.id))).map(\.body.count)
    }
    #expect(lengths == Array(repeating: kib << 10 + SymmetricKey.overhead, count: 3))
  }

  @Test func `the whole folder has the same files of the same size whichever of the five is about the director`() throws
  {
    let folders = try (0..<5).map { over in
      let vijf = try Vijf(over: over)
      return try Schijf.bestanden(vijf.wereld.boek.directory.url)
    }
    #expect(folders[0].keys.contains("vault.sqlite") && folders[0].keys.contains("log.sqlite"))
    for folder in folders {
      #expect(folder.keys.sorted() == folders[0].keys.sorted())
      // The same events in another order fill the pages of the log otherwise.
      for (name, size) in folder {
        #expect(abs(size - (folders[0][name] ?? 0)) <= (name == "log.sqlite" ? 2 * 4096 : 0), "\(name)")
      }
    }
  }
}
