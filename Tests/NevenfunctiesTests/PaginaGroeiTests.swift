import Governance
import Ledger
import Proefboek
import Publication
import Testing

@testable import Nevenfuncties

/// How pages grow with the register, counted; and that no register is too large for them.
struct PaginaGroeiTests {
  /// Every page in its frame: how many there are, what they weigh together, and the heaviest.
  private struct Telling {
    var paginas = 0
    var bytes = 0
    var zwaarste = (bytes: 0, pad: "")
  }

  private static func tel(
    _ register: OpenbaarRegister,
    _ naar: (Publicatie, (Page) throws -> Void) throws -> Void = { publicatie, naar in
      try publicatie.subject().pages.forEach(naar)
    }
  ) throws -> Telling {
    let layout = try Layout()
    let frame = PaginaSite.frame([])
    var telling = Telling()
    try naar(try Publicatie(register, PaginaVoorbeeld.settings)) { page in
      let bytes = try layout.render(page, frame: frame).count
      telling.paginas += 1
      telling.bytes += bytes
      // The page with all rows is as heavy as they are; it counts in the whole.
      if bytes > telling.zwaarste.bytes, !page.isWhole { telling.zwaarste = (bytes, page.path) }
    }
    return telling
  }

  /// Four times as many may cost four times as much, and what every site has besides.
  private func expectStraight(
    _ tellingen: [Telling], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for kind in [\Telling.paginas, \Telling.bytes] {
      let counts = tellingen.map { $0[keyPath: kind] }
      for (index, pair) in zip(zip(counts, counts.dropFirst()), counts.dropFirst(2)).enumerated() {
        let (before, after) = (pair.0.1 - pair.0.0, pair.1 - pair.0.1)
        // Each size is twice the one before, so that each step is.
        #expect(Double(after) <= 2.1 * Double(before), "step \(index): \(counts)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func `pages and bytes grow in a straight line with statements`() throws {
    expectStraight(try [50, 100, 200, 400].map { try Self.tel(.gegroeid(opgaven: $0, wijzigingen: 1)) })
  }

  @Test func `pages and bytes grow in a straight line with changes of the same statements`() throws {
    expectStraight(try [2, 4, 8, 16].map { try Self.tel(.gegroeid(opgaven: 20, wijzigingen: $0)) })
  }

  @Test func `B01: a holder with a thousand statements is on pages that each stay light, with every statement once`()
    throws
  {
    let register = OpenbaarRegister.gegroeid(opgaven: 1000, wijzigingen: 1, houders: 1)
    let telling = try Self.tel(register)
    #expect(telling.zwaarste.bytes < 100_000, "\(telling.zwaarste)")
    var gezien: [String: Int] = [:]
    let publicatie = try Publicatie(register, PaginaVoorbeeld.settings)
    try publicatie.functies(CheckedParts([], of: "nevenfuncties")) { page in
      for row in page.html.split(separator: "<th scope=\"row\" role=\"rowheader\"><a href=\"").dropFirst() {
        guard let id = row.prefix(while: { $0 != "\"" }).split(separator: "/").last else { continue }
        gezien[String(id), default: 0] += 1
      }
    }
    #expect(gezien.count == 1001 && gezien.values.allSatisfy { $0 == 1 })
  }

  @Test func `a statement of the greatest allowed size beside a thousand others is on pages that stay light`() throws {
    let register = OpenbaarRegister.gegroeid(opgaven: 1001, wijzigingen: 1, houders: 10, grootste: 30)
    let telling = try Self.tel(register)
    #expect(telling.zwaarste.bytes < 100_000, "\(telling.zwaarste)")
  }

  @Test func `a register with ten thousand functions has an index in parts, and a list`() throws {
    let register = OpenbaarRegister.leeg(functies: 10_000)
    var paden: Set<String> = []
    let telling = try Self.tel(register) { publicatie, naar in
      try publicatie.lijst(try publicatie.lijstbladen(), naar)
      try publicatie.historie(naar)
      try publicatie.functies(CheckedParts([], of: "nevenfuncties")) { page in
        if !page.path.hasPrefix("/nevenfuncties/functies/functie-") { try naar(page) }
        paden.insert(page.path)
      }
    }
    #expect(telling.zwaarste.bytes < 100_000, "\(telling.zwaarste)")
    #expect(paden.count { $0.hasPrefix("/nevenfuncties/functies/functie-") } == 10_000)
    #expect(paden.contains("/nevenfuncties/functies/pagina/2/"))
  }

  @Test func `names of functions that other pages have as their title, and of each other, make no two titles alike`()
    throws
  {
    let namen = [
      "Griffier", "Griffier", "Griffier (functie-1)", "Wijzigingen", "Functies op de lijst", "Nevenfuncties, pagina 2",
      "De lijst in 2026", "Opgave 1 bij Griffier", "Per organisatie",
    ]
    let titels = try Publicatie(.leeg(namen), PaginaVoorbeeld.settings).subject().pages.all().map(\.title)
    #expect(Set(titels).count == titels.count)
  }
}

extension OpenbaarRegister {
  /// Statements that began on days of six years, each with a change or more every so many days, beside some holders.
  static func gegroeid(
    opgaven aantal: Int, wijzigingen: Int, houders: Int? = nil, grootste: Int = 0
  ) -> OpenbaarRegister {
    let houders = houders ?? max(1, aantal / 5)
    let eerste = PaginaVoorbeeld.day("2021-01-01")
    func dag(_ nummer: Int) -> CalendarDate { (try? eerste.adding(days: nummer % 2000)) ?? eerste }
    let functies = (0..<houders).map { PaginaVoorbeeld.functie("Functie \($0)", "functie-\($0)", 5000 + $0) }
    var plaats: UInt64 = 10
    var gemaakt: [OpenbareOpgave] = []
    var veranderd: [OpenbareWijziging] = []
    var regels: [Int: [Tijdvak<OpgaveVersie>]] = [:]
    for nummer in 0..<aantal {
      let functie = functies[nummer % houders]
      let isGrootste = nummer == 0 && grootste > 0
      let id = PaginaVoorbeeld.id(20_000 + nummer).description
      let aantal = isGrootste ? grootste : wijzigingen
      let lang = { (most: Int) in Getoond.waarde(String(repeating: "\"", count: most)) }
      let versies = (1...aantal).map { versie in
        plaats += 1
        let laatste = versie == aantal
        return PaginaVoorbeeld.versie(
          id, versie, position: plaats, vanaf: dag(nummer * 7 + versie * 30).description,
          totEnMet: laatste ? nil : dag(nummer * 7 + versie * 30 + 29).description, hoofdfunctie: functie.naam,
          isGrootste ? lang(300 - versie) : .waarde("Lid van de raad van toezicht \(versie)"),
          bij: isGrootste ? lang(200) : .waarde("Stichting nummer \(nummer % 40)"),
          beperkingen: isGrootste ? lang(1000 - versie) : .waarde("Alleen buiten werktijd"))
      }
      for versie in versies {
        regels[nummer % houders, default: []].append(
          Tijdvak(vanaf: versie.vanaf, totEnMet: versie.totEnMet, waarde: versie))
        veranderd.append(
          PaginaVoorbeeld.wijziging(
            versie.position, "\(versie.vanaf)T10:00:00Z", versie.vanaf.description,
            versie.nummer == 1 ? .toegevoegd : .gewijzigd, functie, "kaart-\(nummer % houders)", 20_000 + nummer))
      }
      gemaakt.append(
        OpenbareOpgave(id: id, functie: functie, kaart: "kaart-\(nummer % houders)", versies: versies, status: .actueel)
      )
    }
    let verlopen = (0..<houders).map { nummer in
      Kaartverloop(
        id: "kaart-\(nummer)", functie: functies[nummer],
        houder: [Tijdvak(vanaf: eerste, totEnMet: nil, waarde: houder)],
        opgaven: regels[nummer] ?? [], nietGepubliceerd: [])
    }
    return OpenbaarRegister(
      regeling: PaginaVoorbeeld.register().regeling, dag: PaginaVoorbeeld.day("2026-11-21"), begin: eerste,
      verlopen: verlopen, opgaven: gemaakt, wijzigingen: veranderd.sorted { $0.position < $1.position })
  }

  /// Functions with a holder of whom nothing was received.
  static func leeg(functies aantal: Int) -> OpenbaarRegister { leeg((0..<aantal).map { "Functie \($0)" }) }

  static func leeg(_ namen: [String]) -> OpenbaarRegister {
    let eerste = PaginaVoorbeeld.day("2025-01-01")
    let verlopen = namen.enumerated().map { nummer, naam in
      Kaartverloop(
        id: "kaart-\(nummer)", functie: PaginaVoorbeeld.functie(naam, "functie-\(nummer)", 5000 + nummer),
        houder: [Tijdvak(vanaf: eerste, totEnMet: nil, waarde: wacht)], opgaven: [], nietGepubliceerd: [])
    }
    return OpenbaarRegister(
      regeling: PaginaVoorbeeld.register().regeling, dag: PaginaVoorbeeld.day("2026-11-21"), begin: eerste,
      verlopen: verlopen, opgaven: [], wijzigingen: [])
  }

  private static let houder = Houderstand(
    naam: nil, isInhuur: false, van: PaginaVoorbeeld.imprecise("2020"), stand: nil, laatstGewijzigd: nil,
    laatstBevestigd: nil, bevestigenUiterlijk: nil, isBevestigingTeLaat: false)

  private static let wacht = Houderstand(
    naam: nil, isInhuur: false, van: PaginaVoorbeeld.imprecise("2020"),
    stand: .nogNietOntvangen(sinds: PaginaVoorbeeld.imprecise("2025-01-01")), laatstGewijzigd: nil,
    laatstBevestigd: nil,
    bevestigenUiterlijk: nil, isBevestigingTeLaat: false)
}
