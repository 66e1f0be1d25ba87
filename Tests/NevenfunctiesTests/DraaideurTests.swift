import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// Who left the service is not hired for some time, where the rules say so (004:3983-3986; 001:130-131).
struct DraaideurTests {
  private func term(_ gemeente: Proefgemeente, _ day: String) throws -> [String] {
    let today = try CalendarDate(day)
    return try gemeente.boek.read { reading in
      let running = try NevenfunctiesPlugin().terms(in: reading.views, on: today)
        .filter { $0.declaration.id == "NEV-T-DRAAIDEUR" }
      return [JudgedTerm](running, today: today, warnBefore: 14).map { judged in
        "\(judged.term.subject.handle) \(judged.raw?.description ?? "-") "
          + "\(judged.status?.rawValue ?? (judged.isOpen ? "open" : "gedaan")) \(judged.term.declaration.source)"
      }
    }
  }

  /// What is said when someone is hired from a day on.
  private func said(
    _ gemeente: Proefgemeente, _ persoon: StreamID, _ op: String, inhuur: Bool = true
  ) throws -> [String] {
    var draft = EventDraft(
      FunctieBekleed.self, stream: gemeente.boek.stream("Functie"), effective: try ImpreciseDate(op))
    draft[FunctieBekleed.persoon] = persoon
    draft[FunctieBekleed.inhuur] = inhuur ? true : nil
    return try gemeente.boek.read { try NevenfunctiesPlugin().warnings(about: draft, $0).map(\.nl) }
  }

  /// Rules of a model, with where each setting comes from.
  private func metHerkomst(_ model: Modelregels) throws -> Proefgemeente {
    let gemeente = try Proefgemeente(nil)
    let preset = Model.van(model)
    var draft = EventDraft(
      NevenfunctieregelsVastgesteld.self, stream: gemeente.regels, effective: try ImpreciseDate("2020-01-01"))
    draft[NevenfunctieregelsVastgesteld.titel] = preset.titel
    draft[NevenfunctieregelsVastgesteld.bron] = preset.bron
    draft[NevenfunctieregelsVastgesteld.herkomst] = preset.herkomst
    preset.instellingen.fill(&draft)
    try gemeente.boek.append(draft, als: .college)
    return gemeente
  }

  @Test(
    arguments: [
      (.lelystad, "2025-12-31", "004:3983-3986"), (.maastricht, "2026-06-30", "001:130-131"), (.utrecht, nil, nil),
    ] as [(Modelregels, String?, String?)])
  func `A year and a half in Lelystad, two years in Maastricht, and no word in Utrecht`(
    _ model: Modelregels, _ last: String?, _ source: String?
  ) throws {
    let gemeente = try metHerkomst(model)
    let holder = try gemeente.functie("Directeur")
    try holder.legNeer("2024-07-01")
    guard let last, let source else {
      #expect(try term(gemeente, "2024-07-01").isEmpty)
      #expect(try said(gemeente, holder.persoon, "2024-07-10").isEmpty)
      return
    }
    #expect(try term(gemeente, "2024-06-30").isEmpty)
    #expect(try term(gemeente, "2024-07-01") == ["Directeur \(last) loopt \(source)"])
    #expect(try term(gemeente, last) == ["Directeur \(last) nadert \(source)"])
    let after = try CalendarDate(last).adding(days: 1).description
    #expect(try term(gemeente, after) == ["Directeur \(last) gehaald \(source)"])
    let warning = try #require(try said(gemeente, holder.persoon, last).first)
    for part in ["30 juni 2024", "voor zover dit grootboek weet", source, try CalendarDate(last).text.nl] {
      #expect(warning.contains(part), "\(warning)")
    }
    #expect(try said(gemeente, holder.persoon, after).isEmpty)
    #expect(try said(gemeente, holder.persoon, "2024-06-30").isEmpty)
    #expect(try said(gemeente, holder.persoon, "2024-07-01").count == 1)
    #expect(try said(gemeente, holder.persoon, "2024-07-01", inhuur: false).isEmpty)
    #expect(try gemeente.boek.verify().ok)
  }

  @Test func `The time is as long when a month is too short for its last day`() throws {
    let gemeente = try Proefgemeente()
    try gemeente.functie("Directeur").legNeer("2024-08-31")
    #expect(try term(gemeente, "2025-01-01").map { $0.prefix(20) } == ["Directeur 2026-02-28"])
  }

  @Test func `A last day that was fixed and a function that was abolished are leaving too`() throws {
    let fixed = try Proefgemeente()
    try fixed.functie("Directeur", houder: nil).bekleed("2020-01-01", tot: "2024-06-30")
    #expect(try term(fixed, "2024-07-01").map { $0.prefix(20) } == ["Directeur 2025-12-31"])
    let abolished = try Proefgemeente()
    let holder = try abolished.functie("Directeur")
    try abolished.append(FunctieOpgeheven.self, holder.functie, op: "2024-07-01", als: .college)
    #expect(try term(abolished, "2024-07-01").map { $0.prefix(20) } == ["Directeur 2025-12-31"])
  }

  @Test func `Only who leaves the last function held in service has left`() throws {
    let gemeente = try Proefgemeente()
    let first = try gemeente.functie("Directeur")
    let other = Proefhouder(
      gemeente: gemeente, functie: try gemeente.functie("Controller", houder: nil).functie, persoon: first.persoon)
    try other.bekleed("2023-01-01")
    try first.legNeer("2024-07-01")
    #expect(try term(gemeente, "2024-07-01").isEmpty)
    #expect(try said(gemeente, first.persoon, "2024-07-10").isEmpty)
    try other.legNeer("2025-07-01")
    #expect(try term(gemeente, "2025-07-01").map { $0.prefix(21) } == ["Controller 2026-12-31"])
    #expect(try said(gemeente, first.persoon, "2025-07-10").count == 1)
  }

  @Test func `Who is in service again has not left, and leaves anew`() throws {
    let gemeente = try Proefgemeente()
    let holder = try gemeente.functie("Directeur")
    try holder.legNeer("2024-07-01")
    try holder.bekleed("2025-01-01")
    #expect(try said(gemeente, holder.persoon, "2024-12-31").count == 1)
    #expect(try said(gemeente, holder.persoon, "2025-01-01").isEmpty)
    #expect(try term(gemeente, "2025-01-01").map { $0.contains("vervallen") } == [true])
    try holder.legNeer("2025-10-01")
    #expect(try said(gemeente, holder.persoon, "2025-10-01").first?.contains("30 september 2025") == true)
  }

  @Test func `Who was only hired, and who is not known, was never in service`() throws {
    let gemeente = try Proefgemeente()
    let hired = try gemeente.functie("Directeur", inhuur: true)
    try hired.legNeer("2024-07-01")
    #expect(try term(gemeente, "2024-07-01").isEmpty)
    #expect(try said(gemeente, hired.persoon, "2024-07-10").isEmpty)
    #expect(try said(gemeente, gemeente.boek.stream("Persoon"), "2024-07-10").isEmpty)
  }

  @Test func `The rules of the day of leaving govern, whatever is laid down afterwards`() throws {
    let gemeente = try Proefgemeente(.utrecht)
    let early = try gemeente.functie("Directeur")
    try early.legNeer("2024-01-01")
    try gemeente.stelIn(.lelystad, op: "2024-03-01")
    let late = try gemeente.functie("Controller")
    try late.legNeer("2024-07-01")
    try gemeente.stelIn(.utrecht, op: "2025-01-01")
    #expect(try said(gemeente, early.persoon, "2024-08-01").isEmpty)
    #expect(try said(gemeente, late.persoon, "2025-08-01").count == 1)
    #expect(try term(gemeente, "2025-08-01").map { $0.prefix(21) } == ["Controller 2025-12-31"])
  }

  @Test func `Of a day of leaving that is not known the end is not made up, and it warns as long as it can fall in it`()
    throws
  {
    let gemeente = try Proefgemeente()
    let holder = try gemeente.functie("Directeur")
    try holder.legNeer("2024")
    #expect(try term(gemeente, "2024-12-31").map { $0.prefix(16) } == ["Directeur - open"])
    #expect(try said(gemeente, holder.persoon, "2026-06-30").first?.contains("in dienst tot 2024") == true)
    #expect(try said(gemeente, holder.persoon, "2026-07-01").isEmpty)
    #expect(try term(gemeente, "2026-07-01").map { $0.prefix(18) } == ["Directeur - gedaan"])
  }
}
