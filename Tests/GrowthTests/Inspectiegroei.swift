import Beleid
import Foundation
import Governance
import Ledger
import LedgerSQLite
import Proefboek
import TestBench

@testable import Inspectie
@testable import Instemming
@testable import Organisatie

/// A ledger with one order to comply and what was done about it, and much else that the order does not ask for: measures
/// that were dropped, evidence of other demands, inspections that ended.
struct Inspectiegroei: Sendable {
  static let vandaag = "2025-05-20"
  static let rondes = Groeiboek.isVol ? 4_000 : 400

  static let klein = Result { try Inspectiegroei(rondes: rondes / 10) }
  static let groot = Result { try Inspectiegroei(rondes: rondes) }

  let boek: Proefboek
  let functie: StreamID

  init(rondes: Int) throws {
    boek = try Proefboek(
      [OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin(), InspectiePlugin()], roles: [.college],
      origin: "test.example/inspectiegroei", founded: "2024-09-02")
    Bench.removeAtExit(boek.directory.url.deletingLastPathComponent())
    functie = boek.stream("Functie")
    boek.clock.move(to: try Instant("\(Self.vandaag)T10:00:00Z"))
    try kern()
    for start in stride(from: 0, to: rondes, by: 50) {
      let rounds = try (start..<min(start + 50, rondes)).map { try ronde($0) }
      try boek.append(rounds.flatMap(\.eerst), als: .secretariaat)
      try boek.append(rounds.flatMap(\.daarna), als: .college)
    }
  }

  func omvang() throws -> UInt64 { try boek.directory.read { try $0.log.size() } }

  private func leg(
    _ type: any EventDefinition.Type, _ stream: StreamID, op day: String,
    _ fill: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> EventDraft {
    var draft = EventDraft(type.type, stream: stream, effective: try ImpreciseDate(day))
    if type is any Bewijsgebeurtenis.Type { draft[Bewijs.verzameldOp] = boek.today }
    try fill(&draft)
    return draft
  }

  /// What every question of today is answered with.
  private func kern() throws {
    let inspectie = boek.stream("Inspectie")
    let rie = boek.stream("Rie")
    try boek.append(
      [
        leg(FunctieVastgelegd.self, functie, op: "2024-09-02") { $0[FunctieVastgelegd.naam] = "Directeur" },
        leg(FunctieBekleed.self, functie, op: "2024-09-02") {
          $0[FunctieBekleed.persoon] = boek.stream("Persoon")
          $0[FunctieBekleed.naam] = "Iris Verzonnen"
        },
        leg(InspectieUitgevoerd.self, inspectie, op: "2024-09-26") { $0[InspectieUitgevoerd.gehoord] = [.werknemers] },
        leg(EisOpgelegd.self, inspectie, op: "2024-11-13") {
          $0[EisOpgelegd.boom] = "AI"
          $0[EisOpgelegd.kenmerk] = "2428456/05"
          $0[EisOpgelegd.termijn] = Tijdsduur("P6M")
          $0[EisOpgelegd.herbewijsIedere] = Tijdsduur("P1Y")
          $0[EisOpgelegd.verzondenOp] = try CalendarDate("2024-11-13")
        }, leg(RieUitgevoerd.self, rie, op: "2025-01-10") { $0[RieUitgevoerd.reikwijdte] = "de organisatie" },
      ], als: .secretariaat)
    for number in 1...3 { try boek.append(maatregel("kern \(number)", boek.stream("Maatregel")), als: .secretariaat) }
    try boek.append(try training(["AI-2.9"], "kern"), als: .secretariaat)
  }

  private func maatregel(_ what: String, _ stream: StreamID) throws -> [EventDraft] {
    [
      try leg(MaatregelVastgelegd.self, stream, op: "2025-01-10") {
        $0[MaatregelVastgelegd.omschrijving] = what
        $0[MaatregelVastgelegd.soort] = .voorkomen
        $0[MaatregelVastgelegd.uitvoerenVoor] = try CalendarDate("2025-04-01")
      },
      try leg(VerantwoordelijkeAangewezen.self, stream, op: "2025-01-11") {
        $0[VerantwoordelijkeAangewezen.functie] = functie
      },
    ]
  }

  func training(_ eisen: [String], _ reeks: String) throws -> EventDraft {
    try leg(TrainingGevolgd.self, boek.stream("Bewijs"), op: "2025-03-01") {
      $0[Bewijs.eisen] = eisen
      $0[TrainingGevolgd.doelgroep] = .leidinggevenden
      $0[TrainingGevolgd.bereikt] = 20
      $0[TrainingGevolgd.omvang] = 80
      $0[TrainingGevolgd.onderwerpen] = [.signaleren]
      $0[TrainingGevolgd.reeks] = reeks
    }
  }

  /// Something that the order does not ask for, over before today.
  private func ronde(_ number: Int) throws -> (eerst: [EventDraft], daarna: [EventDraft]) {
    let (maatregel, inspectie) = (boek.stream("Maatregel"), boek.stream("Inspectie"))
    var eerst = try self.maatregel("oud \(number)", maatregel)
    eerst.append(try training(["AC-7.1.j"], "reeks \(number)"))
    eerst.append(
      try leg(InspectieUitgevoerd.self, inspectie, op: "2025-01-12") { $0[InspectieUitgevoerd.gehoord] = [.anders] })
    eerst.append(try leg(InspectieAfgesloten.self, inspectie, op: "2025-01-20"))
    return (
      eerst,
      [
        try leg(MaatregelVervallen.self, maatregel, op: "2025-02-01") {
          $0[MaatregelVervallen.reden] = "gaat op in een andere"
        }
      ]
    )
  }
}
