import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Organisatie

/// What a restoration under another log key has to say; that two registrars sign it is tried from end to end.
@Suite struct RestorationRuleTests {
  private let world: OrganisatieWorld

  init() throws { world = try OrganisatieWorld() }

  private func draft(_ change: (inout EventDraft) throws -> Void) throws -> EventDraft {
    try world.append(try world.function())
    let (stream, size) = try world.directory.read {
      (try #require(try $0.log.entry(at: 0)).event().envelope.stream, try $0.log.size())
    }
    let other = try NoteSigner(name: world.logKey.verifier.name, key: SigningKey.generate(SystemRandom()))
    var draft = EventDraft(GrootboekHersteld.self, stream: stream, effective: ImpreciseDate(world.today))
    draft[GrootboekHersteld.oudeLogsleutel] = world.logKey.verifier.vkey
    draft[GrootboekHersteld.logsleutel] = other.verifier.vkey
    draft[GrootboekHersteld.omvang] = Int64(clamping: size)
    draft[GrootboekHersteld.gezienOmvang] = Int64(clamping: size + 3)
    try change(&draft)
    return draft
  }

  @Test(arguments: 0..<4) func `it names the key there was, another, its own place, and no less than was seen`(
    _ fault: Int
  ) throws {
    let bad = try draft { draft in
      switch fault {
      case 0: draft[GrootboekHersteld.oudeLogsleutel] = "ander.example/x+00000000+AAAA"
      case 1: draft[GrootboekHersteld.logsleutel] = world.logKey.verifier.vkey
      case 2: draft[GrootboekHersteld.omvang] = 99
      default: draft[GrootboekHersteld.gezienOmvang] = 1
      }
    }
    try world.expectRefusal(.refused, rule: "ORG-HERSTEL-STAND") { try world.append(bad) }
  }

  @Test func `there is nothing to confirm where nothing was restored`() throws {
    let stream = try world.directory.read { try #require(try $0.log.entry(at: 0)).event().envelope.stream }
    var draft = EventDraft(GrootboekherstelBevestigd.self, stream: stream, effective: ImpreciseDate(world.today))
    draft[GrootboekherstelBevestigd.herstel] = 1
    try world.expectRefusal(.refused, rule: "ORG-HERSTEL-TWEEDE") { try world.append(draft) }
  }
}
