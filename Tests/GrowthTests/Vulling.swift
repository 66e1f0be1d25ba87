import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek

@testable import Beleid
@testable import Instemming
@testable import Nevenfuncties
@testable import Organisatie
@testable import Vertrouwenspersonen

/// What is past: it changes no answer about today.
struct Vulling {
  private let boek: Proefboek
  private let kern: Kern
  private let concept: Concept

  init(_ boek: Proefboek, _ kern: Kern) {
    self.boek = boek
    self.kern = kern
    concept = Concept(boek)
  }

  /// People who held one function one after the other: all of it in one stream.
  func opvolgers(_ count: Int) throws {
    for start in stride(from: 0, to: count, by: 500) {
      try boek.append(
        try (start..<min(start + 500, count)).flatMap { _ in
          let persoon = boek.stream("Persoon")
          return [
            try concept.bekleed(kern.lang, persoon, op: "2018-01-01"),
            try concept.legNeer(kern.lang, persoon, op: "2019-01-01"),
          ]
        }, als: .college)
    }
  }

  /// Rounds of everything that ended, until the ledger has so many events.
  func vul(tot size: UInt64) throws {
    var number = 0
    while true {
      let left = Int(size) - Int(try boek.directory.read { try $0.log.size() })
      guard left > Ronde.gebeurtenissen else { return }
      let rounds = min(left / Ronde.gebeurtenissen, 40)
      var batches = Ronde()
      for _ in 0..<rounds {
        try ronde(number, &batches)
        number += 1
      }
      for (role, drafts) in batches.stappen { try boek.append(drafts, als: role) }
    }
  }

  func vul(tot size: Int) throws { try vul(tot: UInt64(size)) }

  /// Steps of many rounds at once, so that few batches are signed.
  private struct Ronde {
    static let gebeurtenissen = 44
    var stappen: [(rol: Rol, concepten: [EventDraft])] = []

    mutating func leg(_ step: Int, _ rol: Rol, _ draft: EventDraft) {
      while stappen.count <= step { stappen.append((rol, [])) }
      if stappen[step].concepten.isEmpty { stappen[step].rol = rol }
      stappen[step].concepten.append(draft)
    }
  }

  private func ronde(_ number: Int, _ ronde: inout Ronde) throws {
    for part in 0..<3 { try houder("Functie \(number) \(part)", isGeweigerd: part == 0, &ronde) }
    try regeling("oud-\(number)", &ronde)
    try vertrouwenspersoon(&ronde)
  }

  /// Someone whose report was refused, or was published and taken off the list; who laid the function down.
  private func houder(_ naam: String, isGeweigerd: Bool, _ ronde: inout Ronde) throws {
    let (functie, persoon) = (boek.stream("Functie"), boek.stream("Persoon"))
    let (melding, aanwijzing) = (boek.stream("Nevenwerkzaamheid"), boek.stream("Functieaanwijzing"))
    ronde.leg(0, .college, try concept.functie(functie, naam))
    ronde.leg(0, .college, try concept.bekleed(functie, persoon, op: "2020-01-01"))
    ronde.leg(0, .college, try concept.wijsAan(functie, kern.regels, op: "2020-01-01", in: aanwijzing))
    ronde.leg(1, .secretariaat, try concept.meld(melding, functie, persoon, op: "2021-01-10"))
    ronde.leg(1, .secretariaat, try concept.vraag(melding, op: "2021-01-11"))
    if isGeweigerd {
      ronde.leg(2, .leidinggevende, try concept.beslis(melding, op: "2021-01-20", toegestaan: false))
    } else {
      let opgave = boek.stream("Opgave")
      var besluit = try concept.beslis(melding, op: "2021-01-20")
      ronde.leg(3, .algemeenDirecteur, try concept.publiceer(opgave, melding, op: "2021-01-21", na: &besluit))
      ronde.leg(2, .leidinggevende, besluit)
      ronde.leg(
        3, .algemeenDirecteur,
        try concept.over(OpgaveIngetrokken.self, opgave, op: "2021-12-01") { $0[OpgaveIngetrokken.reden] = .anders })
    }
    ronde.leg(4, .secretariaat, try concept.over(NevenwerkzaamheidBeeindigd.self, melding, op: "2021-11-30"))
    ronde.leg(5, .college, try concept.legNeer(functie, persoon, op: "2022-01-01"))
    ronde.leg(5, .college, try concept.over(FunctieaanwijzingIngetrokken.self, aanwijzing, op: "2022-01-02"))
  }

  /// A rule that was adopted with consent, and withdrawn.
  private func regeling(_ kenmerk: String, _ ronde: inout Ronde) throws {
    let stream = boek.stream("Regeling")
    let tekst = Document(bytes: Array(kenmerk.utf8), mediaType: "text/markdown")
    var step = 6
    func leg(_ draft: EventDraft, _ rol: Rol) {
      ronde.leg(step, rol, draft)
      step += 1
    }
    try concept.regeling(stream, kenmerk, tekst, op: "2021-01-01", leg)
    var withdrawal = try concept.versie(RegelingIngetrokken.self, stream, tekst, op: "2022-01-01")
    withdrawal[GenomenZonderInstemming.veld] = true
    leg(withdrawal, .college)
  }

  /// Someone who served and stepped back.
  private func vertrouwenspersoon(_ ronde: inout Ronde) throws {
    let (stream, persoon) = (boek.stream("Vertrouwenspersoon"), boek.stream("Persoon"))
    var step = 12
    func leg(_ draft: EventDraft, _ rol: Rol) {
      ronde.leg(step, rol, draft)
      step += 1
    }
    try concept.vertrouwenspersoon(stream, op: "2020-02-01", tot: "2024-02-01", persoon: persoon, leg)
    leg(
      try concept.over(VertrouwenspersoonBeeindigd.self, stream, op: "2021-02-01") {
        $0[VertrouwenspersoonBeeindigd.persoon] = persoon
        $0[VertrouwenspersoonBeeindigd.wijze] = .neergelegd
        $0[VertrouwenspersoonBeeindigd.vindplaats] = "dossier 12"
      }, .algemeenDirecteur)
    leg(
      try concept.over(RegisterOvergedragen.self, stream, op: "2021-02-02") {
        $0[RegisterOvergedragen.persoon] = persoon
      }, .secretariaat)
  }
}
