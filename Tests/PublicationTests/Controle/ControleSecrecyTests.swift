import Foundation
import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

/// What must not come along: what a reader may not see, and what the ledger does not say.
struct ControleSecrecyTests {
  /// The one that is to be found shows that the search finds.
  @Test(arguments: [Rol?.none, .secretariaat])
  func `What is not shown is in no file, in the clear or encoded, whoever makes the site`(maker: Rol?) throws {
    let world = try ControleWorld()
    let bytes = try world.files(als: maker).flatMap(\.bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(Self.finds("Bestuurslid", in: text), "the search finds nothing")
    for canary in ControleWorld.canaries { #expect(!Self.finds(canary, in: text), "\(canary)") }
  }

  @Test(arguments: ["toelichting", "bestaat-niet"])
  func `A field that is not public, or that the event does not have, makes no site`(field: String) throws {
    let world = try ControleWorld()
    let subject = try world.subject(als: .secretariaat, fields: [(field, "Toelichting")])
    let failure = #expect(throws: Failure.self) { try world.files(subject, als: .secretariaat) }
    #expect(failure?.kind == .foundWanting)
    #expect(failure?.message.nl.contains("«\(field)»") == true)
    for canary in ControleWorld.canaries { #expect(failure?.message.nl.contains(canary) == false) }
  }

  @Test(arguments: ["functie", "werkzaamheid"])
  func `A value that differs from the event makes no site`(field: String) throws {
    let world = try ControleWorld()
    let subject = try world.subject { shown in
      shown.field == field ? .init(field: field, label: shown.label, value: "Penningmeester") : shown
    }
    #expect(throws: Failure.self) { try world.files(subject) }
  }

  @Test func `A value that was erased makes no site`() throws {
    let world = try ControleWorld()
    let subject = try world.subject()
    let event = try #require(world.opgaven.first)
    var draft = EventDraft(
      StukkenVernietigd.self, stream: world.boek.stream("Vernietiging"), effective: ImpreciseDate(world.boek.today))
    draft[StukkenVernietigd.stukken] = [ErasedFields(event: event.id, fields: ["werkzaamheid"])]
    draft[StukkenVernietigd.grond] = "verzoek"
    draft[StukkenVernietigd.bewaarregel] = "AVG art. 17"
    try world.boek.append(draft, als: .secretariaat)
    #expect(throws: Failure.self) { try world.files(subject) }
    // Without the erased value there is a site again.
    _ = try world.files(try world.subject(fields: [("functie", "Functie")]))
  }

  @Test func `An event beyond the checkpoint makes no site`() throws {
    let world = try ControleWorld()
    let last = try #require(world.opgaven.last)
    #expect(throws: Failure.self) { try Checked(world, try world.subject(), size: last.position) }
  }

  @Test func `An event by a key that nobody registered makes no site`() throws {
    let world = try ControleWorld(1, .onbekend)
    let subject = try world.subject(fields: [("functie", "Functie")])
    #expect(throws: Failure.self) { try world.files(subject) }
  }

  /// Whether a text stands in another one, as it is or inside base64url.
  private static func finds(_ word: String, in text: String) -> Bool {
    if text.contains(word) { return true }
    return text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")) }.contains { run in
      guard let bytes = try? Base64.url.decode(String(run)) else { return false }
      return String(decoding: bytes, as: UTF8.self).contains(word)
    }
  }
}
