import Foundation
import Governance
import Ledger
import LedgerSQLite
import Organisatie
import Proefboek
import Publication
import TestBench

@testable import Publicatie

/// A site that the program made of a subject full of awkward texts, in a folder for other people's software to read.
struct Proefsite {
  let folder: String

  /// Made today, because a security.txt of long ago has expired.
  init(
    on bench: Bench, adres: String = "https://register.gemeente.example", in name: String = "proefsite",
    extraPage: Page? = nil
  ) throws {
    let boek = try Proefboek(
      [OrganisatiePlugin(), PublicatiePlugin(), Proefonderwerp(extraPage: extraPage)],
      founded: try Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)).description)
    var draft = EventDraft(
      PublicatieIngesteld.self, stream: boek.stream("Publicatie"), effective: ImpreciseDate(boek.today))
    draft[PublicatieIngesteld.adres] = adres
    draft[PublicatieIngesteld.contact] = "register@gemeente.example"
    draft[PublicatieIngesteld.beveiligingscontact] = "https://gemeente.example/melden"
    draft[PublicatieIngesteld.zoekmachines] = .toestaan
    draft[PublicatieIngesteld.licentie] = "https://creativecommons.org/publicdomain/zero/1.0/"
    try boek.append(draft, als: .secretariaat)
    folder = bench.path(name)
    let replacement = SiteReplacement(try SiteFolder(at: folder, for: boek.origin))
    try replacement.prepare { write in
      _ = try boek.directory.read { try SiteMaker(book: boek.book($0)).site(about: boek.today, to: write) }
    }
    try replacement.carryOut()
    replacement.finish()
  }

  /// Puts something else in the place of a text in a file.
  func alter(_ path: String, _ text: String, _ other: String) throws {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
    // As bytes: a decoder may drop the byte order mark.
    var content = try Data(contentsOf: url)
    guard content.range(of: Data(text.utf8)) != nil else { throw CocoaError(.fileReadCorruptFile) }
    var place = content.startIndex..<content.endIndex
    while let found = content.range(of: Data(text.utf8), in: place) {
      content.replaceSubrange(found, with: Data(other.utf8))
      place = (found.lowerBound + other.utf8.count)..<content.endIndex
    }
    try content.write(to: url)
  }
}
