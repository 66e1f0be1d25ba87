import Governance
import Ledger
import Proefboek
import Testing

@testable import Inspectie

/// Meetings of one series are added up, because each counts whom no other counted; others are not.
struct ReeksTests {
  let wereld: Standwereld

  init() throws {
    wereld = try Standwereld()
    try wereld.dag("2024-11-14")
    try wereld.brief()
    try wereld.dag("2025-05-20")
  }

  @discardableResult
  private func training(
    _ reached: Int64, van all: Int64 = 80, op day: String, reeks: String? = "voorjaar",
    _ subjects: [Onderwerpskeuze] = [.signaleren, .voorkomen, .tegengaan], groep: Doelgroep = .leidinggevenden,
    _ type: any Dekking.Type = TrainingGevolgd.self
  ) throws -> RecordedEvent {
    try wereld.bewijs(type, ["AI-2.9"], op: day) {
      $0[VoorlichtingOntvangen.doelgroep] = groep
      $0[VoorlichtingOntvangen.bereikt] = reached
      $0[VoorlichtingOntvangen.omvang] = all
      $0[VoorlichtingOntvangen.onderwerpen] = subjects
      $0[VoorlichtingOntvangen.reeks] = reeks
    }
  }

  private func stand(_ day: String = "2025-05-20") throws -> Eisstand { try wereld.eis("AI-2.9", op: day) }

  @Test func `the meetings of a series together reach the group`() throws {
    try training(30, op: "2025-03-01")
    try training(30, op: "2025-03-08")
    let part = try stand()
    #expect(part.stand == .gedeeltelijk)
    #expect(part.gemist == "60 van 80 bereikt in 2 bijeenkomsten; er ontbreken er 20")
    try training(20, op: "2025-03-15")
    let whole = try stand()
    #expect(whole.stand == .aangetoond && whole.feiten.count == 3 && whole.opTijd == .yes)
    #expect(whole.feiten.map { $0.telling?.nl } == ["30 van 80 bereikt", "30 van 80 bereikt", "20 van 80 bereikt"])
  }

  @Test func `without a series the last count tells, because the others may have counted the same people`() throws {
    try training(60, op: "2025-03-01", reeks: nil)
    try training(40, op: "2025-03-08", reeks: nil)
    #expect(try stand().gemist == "40 van 80 bereikt; er ontbreken er 40")
  }

  @Test func `another series, kind, group or list of subjects is not added`() throws {
    try training(30, op: "2025-03-01", reeks: "najaar")
    try training(30, op: "2025-03-02", groep: .inhuur)
    try training(30, op: "2025-03-03", [.signaleren, .voorkomen, .tegengaan], InstructieGegeven.self)
    try training(50, op: "2025-03-08")
    #expect(try stand().gemist == "50 van 80 bereikt; er ontbreken er 30")
    try wereld.boek.expectRefusal(.geweigerd("BEW-REEKS")) { try training(1, op: "2025-03-09", [.voorkomen]) }
  }

  @Test func `together no more than there are, until an earlier one is corrected`() throws {
    let first = try training(50, op: "2025-03-01")
    let failure = try wereld.boek.expectRefusal(.geweigerd("BEW-REEKS")) { try training(31, op: "2025-03-08") }
    #expect(failure?.message.nl.contains("81 bereikt van 80") == true)
    try wereld.leg(BewijsGecorrigeerd.self, first.stream, op: "2025-05-20") {
      $0[Correction.event] = first.id
      $0[Correction.reason] = "verkeerde lijst"
    }
    try training(31, op: "2025-03-08")
    #expect(try stand().gemist == "31 van 80 bereikt; er ontbreken er 49")
  }

  @Test func `who was reached counts for the group as it is now, never for more`() throws {
    try training(50, van: 80, op: "2025-03-01")
    try training(10, van: 60, op: "2025-03-08")
    let whole = try stand()
    #expect(whole.stand == .aangetoond && whole.gemist == "")
    // Recorded later and of an earlier day: the headcount is that of the last meeting.
    try training(5, van: 80, op: "2025-02-01")
    #expect(try stand().stand == .aangetoond)
  }

  @Test func `a series that ended after the term was not whole in time`() throws {
    try training(50, op: "2025-05-12")
    try training(30, op: "2025-05-14")
    let late = try stand()
    #expect(late.stand == .aangetoond && late.opTijd == .no && late.gemist == "gedaan na de termijn")
    #expect(try stand("2025-05-13").gemist == "50 van 80 bereikt; er ontbreken er 30")
  }
}
