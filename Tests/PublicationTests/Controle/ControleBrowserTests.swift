import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Publication
import Testing

/// What a reader sees who presses the button.
@Suite(.enabled(if: ControleBrowser.isExpected, ControleBrowser.reason))
struct ControleBrowserTests {
  @Test func `A site as it was published passes, entry by entry, in every way of saying a date`() throws {
    let says = try #require(try Self.alterations.get().first { $0.alteration == "nothing" })
    #expect(says.outcome == "klopt", "\(says.sentence) \(says.general)")
    #expect(says.entries.count == 13)
    for entry in says.entries { #expect(entry.outcome == "klopt", "\(entry.name): \(entry.findings)") }
    #expect(says.sentence.hasPrefix("Alles klopt: 13 van de 13 opgaven"))
    #expect(says.complaints.isEmpty)
  }

  @Test func `Whatever is altered, the page names the entry or the checkpoint, and the check that fails`() throws {
    let altered = try Self.alterations.get().filter { $0.alteration != "nothing" }
    #expect(altered.count > 30)
    for says in altered {
      #expect(says.outcome == "klopt-niet", "\(says.alteration)")
      #expect(says.expected.entry != nil || says.expected.general != nil, "\(says.alteration) expects nothing")
      for words in says.expected.general ?? [] {
        #expect(says.general.contains { $0.contains(words) }, "\(says.alteration): \(says.general)")
      }
      guard let name = says.expected.entry else { continue }
      let found = says.findings(of: name)
      #expect(says.expected.words?.isEmpty == false, "\(says.alteration)")
      for words in says.expected.words ?? [] {
        #expect(found.contains { $0.contains(words) }, "\(says.alteration): \(name): \(found)")
      }
    }
  }

  @Test func `Everyone can read the result, whether it passes or fails, on a desk and on a phone in the dark`() throws {
    let all = try Self.alterations.get()
    #expect(Set(all.map(\.outcome)) == ["klopt", "klopt-niet"])
    for says in all { #expect(says.axe.isEmpty && says.wide.isEmpty, "\(says.alteration): \(says.axe) \(says.wide)") }
  }

  @Test(arguments: [Vervalsing.ingetrokken, .onbevoegd])
  func `A statement that was forged with everything else in order fails by name`(forgery: Vervalsing) throws {
    let world = try ControleWorld(3, forgery)
    let site = try world.site(try world.subject(fields: [("functie", "Functie")]))
    let says = try #require(try ControleBrowser.check(site, only: "nothing").first)
    #expect(says.outcome == "klopt-niet")
    let found = says.findings(of: "Opgave 5")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains(try #require(forgery.says)) == true, "\(found)")
    #expect(says.entries.filter { $0.outcome != "klopt" }.count == 1)
  }

  @Test func `A reader whose browser cannot check is told so, and where to go`() throws {
    let reader = try Self.reader.get()
    #expect(reader.withoutEd25519.contains("Ed25519"))
    #expect(reader.withoutTruth == reader.withoutEd25519)
    #expect(reader.withoutHTTPS.contains("https"))
    #expect(reader.fromDisk.sentence.contains("vanaf schijf"))
    #expect(!reader.fromDisk.button)
    for sentence in [reader.withoutEd25519, reader.withoutHTTPS] { #expect(sentence.contains("andere manieren")) }
  }

  private static let reader: Result<ControleBrowser.Reader, any Error> = Result {
    try ControleBrowser.reader(try ControleWorld().site())
  }

  /// Every alteration, in one session of the browser.
  private static let alterations: Result<[ControleBrowser.Saying], any Error> = Result {
    try ControleBrowser.check(try ControleWorld(12).site())
  }
}
