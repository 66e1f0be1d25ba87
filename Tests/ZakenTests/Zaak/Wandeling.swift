import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek

@testable import Zaken

/// One walk through a case by five people, and what each recorded on the way.
struct Wandeling {
  let wereld: Zakenwereld
  private let zaak: StreamID
  private let procedure: Procedure
  private let mensen: [(key: UnlockedKey, functie: String)]
  private var random: Willekeur
  private var dag: CalendarDate
  /// The fields of each entry, by its number.
  private var vastgelegd: [Int64: Veldwaarden] = [:]
  /// How many steps of the procedure were taken.
  private(set) var gezet = 0

  init(_ seed: UInt64) throws {
    wereld = try Zakenwereld()
    random = Willekeur(state: seed)
    procedure = try Zakenwereld.procedure("P-01").procedure
    dag = try CalendarDate("2025-01-06")
    mensen = [
      (wereld.directeur, "bevoegd"), (wereld.adviseur, "adviseur"), (wereld.onderzoeker, "onderzoeker"),
      (try wereld.sleutel(.onderzoeker), "onderzoeker"), (try wereld.sleutel(.teamleiderPO), "adviseur"),
    ]
    let velden = random.velden(procedure.openingen[0], op: dag)
    zaak = try wereld.open(als: wereld.directeur, leden: [(wereld.onderzoeker, "onderzoeker")], velden, op: "\(dag)")
    vastgelegd[1] = velden
  }

  /// What everyone in the case knows: of the director, who always belongs to it.
  private func kern() throws -> Zaak {
    guard let zaak = try wereld.zaak(zaak, als: wereld.directeur) else {
      throw Failure(.io, Text("the case is gone"))
    }
    return zaak
  }

  /// Someone does something that is possible now.
  mutating func doeIets() throws {
    let nu = try kern()
    let later = dag.daysSinceEpoch + Int.random(in: 0...9, using: &random)
    dag = try CalendarDate(daysSinceEpoch: min(later, wereld.boek.today.daysSinceEpoch))
    let leden = mensen.filter { mens in nu.leden.contains { $0.sleutel == mens.key.id } }
    guard let wie = leden.randomElement(using: &random) else { return }
    // A walk that has come to an end goes back a step, most of the time.
    switch nu.isTenEinde && random.kans(70) ? 1 : Int.random(in: 0..<10, using: &random) {
    case 0: try wissel(nu, door: wie.key)
    case 1: try herzie(nu, door: wie.key)
    default:
      let keuring = Stapkeuring(nu.stand)
      let mogelijk = leden.flatMap { lid in
        keuring.mogelijk(nu.stand.functies(lid.key.id)).map { (key: lid.key, stap: $0) }
      }
      let verder = mogelijk.filter { !$0.stap.naar.toestanden.contains { procedure.toestand($0)?.isEind == true } }
      guard let gekozen = (random.kans(80) && !verder.isEmpty ? verder : mogelijk).randomElement(using: &random)
      else { return }
      let velden = random.velden(gekozen.stap, op: dag)
      try wereld.stap(gekozen.stap.id, in: zaak, als: gekozen.key, op: "\(dag)", velden)
      vastgelegd[nu.nummer + 1] = velden
      gezet += 1
    }
  }

  /// Someone is admitted or dismissed, but never the one who settles the case.
  private mutating func wissel(_ nu: Zaak, door key: UnlockedKey) throws {
    guard let ander = mensen.dropFirst().randomElement(using: &random), ander.key.id != key.id else { return }
    if nu.leden.contains(where: { $0.sleutel == ander.key.id }) {
      try wereld.ontsla(ander.key, in: zaak, als: random.kans(50) ? ander.key : wereld.directeur)
    } else {
      // Only who may open a part can hand it on.
      try wereld.laatToe(ander.key, ander.functie, in: zaak, als: wereld.directeur)
    }
  }

  /// A step is taken back, or the case is closed or opened again.
  private mutating func herzie(_ nu: Zaak, door key: UnlockedKey) throws {
    if nu.isGesloten { return try wereld.leg(.heropend(grond: "nieuw feit"), in: zaak, als: wereld.directeur) }
    if nu.isTenEinde, random.kans(50) {
      for plicht in nu.stand.openMededelingen {
        let onthouden = plicht.tenzij.randomElement(using: &random)
        try wereld.leg(
          .medegedeeld(nummer: plicht.nummer, aan: plicht.aan, onthouden: onthouden), in: zaak, als: key)
      }
      return try wereld.leg(.gesloten, in: zaak, als: wereld.directeur)
    }
    guard let feit = nu.isTenEinde ? nu.stappen.dropFirst().last : nu.stappen.dropFirst().randomElement(using: &random)
    else { return }
    let keuring = Zaakkeuring(opening: nu.opening, stand: nu.stand, registry: try wereld.read(als: key) { $0.registry })
    let voorstel = Zaakkeuring.Voorstel(
      gebeurtenis: .gecorrigeerd(nummer: feit.nummer, reden: "vergissing"), door: key.id, op: ImpreciseDate(dag),
      velden: [:], isVolledig: true)
    guard keuring.weigering(voorstel) == nil else { return }
    try wereld.leg(voorstel.gebeurtenis, in: zaak, als: key)
  }

  /// What is not as it should be now; empty when all is well.
  func bezwaren() throws -> [String] {
    let nu = try kern()
    var bezwaren: [String] = []
    for mens in mensen {
      guard let gezien = try wereld.zaak(zaak, als: mens.key) else {
        if nu.leden.contains(where: { $0.sleutel == mens.key.id }) { bezwaren.append("\(mens.functie) lost the case") }
        continue
      }
      if !nu.leden.contains(where: { $0.sleutel == mens.key.id }) { bezwaren.append("\(mens.functie) kept the case") }
      if gezien.toestanden != nu.toestanden { bezwaren.append("\(mens.functie) sees \(gezien.toestanden)") }
      if gezien.leden != nu.leden || gezien.isGesloten != nu.isGesloten { bezwaren.append("members differ") }
      if gezien.feiten.map(\.nummer) != Array(1...nu.nummer) { bezwaren.append("\(mens.functie) misses an entry") }
      bezwaren += gezien.gebreken
      bezwaren += gezien.feiten.compactMap { zicht($0, mens.functie) }
    }
    if nu.toestanden[Toestand.hoofdspoor] == nil { bezwaren.append("the case is nowhere") }
    for (spoor, toestand) in nu.toestanden
    where procedure.toestand(toestand.id) != toestand || toestand.spoor != spoor {
      bezwaren.append("\(toestand.id) is no state of \(spoor)")
    }
    return bezwaren
  }

  /// Whether someone sees of an entry exactly what the procedure gives that function.
  private func zicht(_ feit: Zaakfeit, _ functie: String) -> String? {
    guard let stap = feit.gebeurtenis.stap.flatMap({ procedure.stap($0) }) else { return nil }
    let verwacht = (vastgelegd[feit.nummer] ?? [:]).filter { name, _ in
      stap.veld(name)?.zichtbaar.contains(functie) == true
    }
    return feit.velden == verwacht ? nil : "\(functie) sees \(feit.velden.keys.sorted()) of \(stap.id)"
  }

  /// What everyone sees, to be compared with what the log gives again.
  func beeld() throws -> [String] {
    try mensen.map { mens in
      guard let zaak = try wereld.zaak(zaak, als: mens.key) else { return "-" }
      let feiten = zaak.feiten.map { "\($0.nummer) \($0.gebeurtenis.naam) \($0.velden.sorted { $0.key < $1.key })" }
      return "\(zaak.toestanden.mapValues(\.id).sorted { $0.key < $1.key }) \(feiten)"
    }
  }
}
