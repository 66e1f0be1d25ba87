import Governance
import Ledger
import Publication

@testable import Nevenfuncties

extension PaginaVoorbeeld {
  static let alleVelden: [OpenbaarVeld] = [
    .naam, .hoofdfunctie, .nevenwerkzaamheid, .organisatie, .ingang, .einde, .beperkingen, .bezoldigd, .tijdsbeslag,
  ]

  static let secretaris = functie("Gemeentesecretaris / algemeen directeur", "gemeentesecretaris", 1)
  static let griffier = functie("Griffier", "griffier", 2)
  static let plaatsvervanger = functie("Plaatsvervangend griffier", "plaatsvervangend-griffier", 3)
  static let controller = functie("Concerncontroller", "concerncontroller", 4)
  static let managers = (1...6).map { functie(managerNamen[$0 - 1], "concernmanager-\($0)", 10 + $0) }
  static let locosecretaris = functie("Directeur / locosecretaris", "locosecretaris", 20)
  static let opgeheven = functie("Directeur dienstverlening", "directeur-dienstverlening", 21)

  private static let managerNamen = [
    "Concernmanager openbare ruimte en gemeentelijke vastgoedontwikkelingsmaatschappij",
    "Concernmanager sociaal domein", "Concernmanager bedrijfsvoering", "Concernmanager veiligheid",
    "Concernmanager <script>alert(1)</script>", "Concernmanager dienstverlening",
  ]

  /// Text that would do harm if it were not escaped.
  static let boos = "\"><script>alert('x')</script><img src=x onerror=alert(1)> & {{{naam}}} {{naam}}"
  /// A quote under a combining mark, which is one character to Swift and a plain quote to a browser.
  static let vermomd = "\"\u{0301} onclick=\"\u{0301}alert(1) <\u{200D}b>"

  static func opgave(
    _ number: Int, _ functie: OpenbareFunctie, _ kaart: String, _ versies: [OpgaveVersie],
    _ status: OpgaveStatus = .actueel
  ) -> OpenbareOpgave {
    OpenbareOpgave(id: id(number).description, functie: functie, kaart: kaart, versies: versies, status: status)
  }

  static func register(velden: [OpenbaarVeld] = lelystad) -> OpenbaarRegister {
    func opgaveID(_ number: Int) -> String { id(number).description }
    let secretarisOud = versie(
      opgaveID(100), 1, position: 20, vanaf: "2024-02-01", totEnMet: "2025-02-28", hoofdfunctie: secretaris.naam,
      .waarde("Lid raad van toezicht"), ingang: .waarde("2023-09"))
    let secretarisNu = versie(
      opgaveID(100), 2, position: 31, vanaf: "2025-03-01", hoofdfunctie: secretaris.naam,
      .waarde("Voorzitter raad van toezicht"), naam: .waarde("Karin Voorbeeld"), ingang: .waarde("2023-09"),
      beperkingen: .waarde(
        "Niet betrokken bij subsidiebesluiten over deze stichting.\nGeen contact namens de gemeente."),
      bezoldigd: .waarde("true"), tijdsbeslag: .waarde("4 uur per week"))
    let tweede = versie(
      opgaveID(101), position: 33, vanaf: "2025-03-01", hoofdfunctie: secretaris.naam, .waarde("Penningmeester"),
      bij: .waarde("Roeivereniging De Fictieve Riemen"), ingang: .waarde("2019"), einde: .waarde("2027-01-01"),
      bezoldigd: .waarde("false"), tijdsbeslag: .waarde("2 uur per maand"))
    let lang = versie(
      opgaveID(102), position: 35, vanaf: "2025-06-01", hoofdfunctie: "Concernmanager openbare ruimte",
      .waarde("Commissaris bij de arbeidsongeschiktheidsverzekeringsmaatschappij voor vrachtwagenchauffeurs"),
      bij: .waarde("Coöperatieve Vereniging Hottentottententententoonstellingsterrein-exploitatiemaatschappij U.A."),
      ingang: .waarde("2021-10-15"), beperkingen: .waarde("Alleen buiten werktijd"))
    let gevaarlijk = versie(
      opgaveID(103), position: 36, vanaf: "2025-06-01", hoofdfunctie: managers[4].naam, .waarde(boos),
      bij: .waarde(vermomd), ingang: .waarde("ergens in 2020"), beperkingen: .waarde(boos))
    let gewist = versie(
      opgaveID(104), position: 37, vanaf: "2025-06-01", hoofdfunctie: controller.naam, .vernietigd, bij: .vernietigd,
      ingang: .vernietigd, beperkingen: .vernietigd)
    let arabisch = versie(
      opgaveID(105), position: 38, vanaf: "2025-06-01", hoofdfunctie: managers[5].naam, .waarde("Bestuurslid"),
      bij: .waarde("جمعية المثال \u{202E}(omgekeerd)"), ingang: nil)
    let geeindigd = versie(
      opgaveID(106), position: 21, vanaf: "2024-02-01", totEnMet: "2026-05-31", hoofdfunctie: managers[1].naam,
      .waarde("Gastdocent bestuurskunde"), bij: .waarde("Hogeschool Voorbeeld"), einde: .waarde("2026-06-01"))
    let verdwenen = versie(
      opgaveID(107), position: 22, vanaf: "2024-02-01", totEnMet: "2025-02-28", hoofdfunctie: griffier.naam,
      .waarde("GEHEIM-VERVALLEN"), bij: .waarde("GEHEIM-VERVALLEN"))
    return OpenbaarRegister(
      regeling: OpenbareRegeling(
        titel: "Regeling openbaarmaking nevenwerkzaamheden topambtenaren", grondslag: "artikel 4 tot en met 6",
        velden: velden, verantwoordelijke: .algemeenDirecteur, bevestigingIedere: duur("P1Y"),
        bewaarNaEinde: duur("P2Y")),
      standen: [
        OpenbareStand(
          vanaf: day("2024-02-01"), totEnMet: day("2025-02-28"),
          kaarten: [
            kaart(
              "k1", secretaris, .opgaven([secretarisOud]), naam: .waarde("Karin Voorbeeld"), gewijzigd: "2024-02-01",
              bevestigd: "2024-02-01"),
            kaart("k2-oud", griffier, .opgaven([verdwenen]), naam: .waarde("GEHEIM-VERVALLEN"), van: "2018"),
            kaart("k5", managers[1], .opgaven([geeindigd])),
            kaart("k0", opgeheven, .nogNietOntvangen(sinds: imprecise("2024-02-01")), bevestigd: nil, uiterlijk: nil),
          ]),
        OpenbareStand(
          vanaf: day("2025-03-01"), totEnMet: day("2026-05-31"),
          kaarten: [
            kaart("k1", secretaris, .opgaven([secretarisNu, tweede]), naam: .waarde("Karin Voorbeeld")),
            kaart("k2", griffier, .geen(bevestigdOp: day("2025-04-03"), position: 40), naam: .waarde("Ben Fictief")),
            kaart("k5", managers[1], .opgaven([geeindigd])),
          ]),
        OpenbareStand(
          vanaf: day("2026-06-01"), totEnMet: nil,
          kaarten: [
            kaart("k1", secretaris, .opgaven([secretarisNu, tweede]), naam: .waarde("Karin Voorbeeld")),
            kaart("k2", griffier, .geen(bevestigdOp: day("2026-04-03"), position: 41), naam: .waarde("Ben Fictief")),
            kaart(
              "k3", plaatsvervanger, .nogNietOntvangen(sinds: imprecise("2026-06-01")), naam: .waarde("Loes Verzonnen"),
              gewijzigd: nil, bevestigd: nil, uiterlijk: "2026-07-01", teLaat: true),
            kaart(
              "k4", controller, .opgaven([gewist]), naam: .vernietigd,
              ook: [NietGepubliceerd(reden: "Er is een melding ontvangen; daarover is nog niet beslist.", position: 44)]
            ),
            kaart(
              "k6", managers[0], .opgaven([lang]),
              naam: .waarde("Jan-Willem van den Verzonnen-Achternaam tot Fictiestein"), isInhuur: true,
              bevestigd: "2025-06-01", uiterlijk: "2026-06-01", teLaat: true),
            kaart("k7", managers[1], .geen(bevestigdOp: day("2026-06-10"), position: 42)),
            kaart(
              "k8", managers[2],
              .nietGepubliceerd(reden: "de nevenwerkzaamheid kan de belangen van de gemeente niet raken", position: 43)),
            kaart(
              "k9", managers[3], .nogNietOntvangen(sinds: imprecise("2026-11")), gewijzigd: nil, bevestigd: nil,
              uiterlijk: nil),
            kaart("k10", managers[4], .opgaven([gevaarlijk]), naam: .waarde(boos)),
            kaart("k11", managers[5], .opgaven([arabisch])),
          ]),
      ],
      opgaven: [
        opgave(100, secretaris, "k1", [secretarisOud, secretarisNu]), opgave(101, secretaris, "k1", [tweede]),
        opgave(102, managers[0], "k6", [lang]), opgave(103, managers[4], "k10", [gevaarlijk]),
        opgave(104, controller, "k4", [gewist]), opgave(105, managers[5], "k11", [arabisch]),
        opgave(
          106, managers[1], "k5", [geeindigd],
          .beeindigd(op: imprecise("2026-06-01"), zichtbaarTot: day("2028-06-01"))),
        opgave(107, griffier, "k2-oud", [verdwenen], .vervallen(op: day("2025-09-01"))),
      ],
      wijzigingen: [
        wijziging(10, "2024-01-20T10:00:00Z", "2024-02-01", .functieAangewezen, secretaris),
        wijziging(11, "2024-01-20T10:00:01Z", "2024-02-01", .functieAangewezen, locosecretaris),
        wijziging(12, "2024-01-20T10:00:02Z", "2024-02-01", .functieAangewezen, opgeheven),
        wijziging(20, "2024-02-01T09:00:00Z", "2024-02-01", .toegevoegd, secretaris, "k1", 100),
        wijziging(21, "2024-02-01T09:00:01Z", "2024-02-01", .toegevoegd, managers[1], "k5", 106),
        wijziging(22, "2024-02-01T09:00:02Z", "2024-02-01", .toegevoegd, griffier, "k2-oud", 107),
        wijziging(30, "2025-02-28T12:00:00Z", "2025-03-01", .functieVervallen, opgeheven),
        wijziging(31, "2025-03-01T09:00:00Z", "2025-03-01", .gewijzigd, secretaris, "k1", 100),
        wijziging(33, "2025-03-01T09:05:00Z", "2025-03-01", .toegevoegd, secretaris, "k1", 101),
        wijziging(40, "2025-04-03T09:05:00Z", "2025-04-03", .geenGemeld, griffier, "k2"),
        wijziging(45, "2025-09-01T09:05:00Z", "2025-09-01", .vernietigd, griffier, "k2-oud", 107),
        wijziging(46, "2026-04-03T09:05:00Z", "2026-04-03", .bevestigd, secretaris, "k1"),
        wijziging(47, "2026-06-01T09:05:00Z", "2026-06-01", .beeindigd, managers[1], "k5", 106),
        wijziging(48, "2026-06-12T09:05:00Z", "2026-06-12", .nietGepubliceerd, managers[2], "k8"),
      ])
  }

  static func wijziging(
    _ position: UInt64, _ at: String, _ effective: String, _ soort: OpenbareWijziging.Soort, _ functie: OpenbareFunctie,
    _ kaart: String? = nil, _ opgave: Int? = nil
  ) -> OpenbareWijziging {
    OpenbareWijziging(
      event: id(1000 + Int(position)), position: position, recordedAt: instant(at),
      effective: imprecise(effective),
      soort: soort, functie: functie, kaart: kaart, opgave: opgave.map { id($0).description })
  }
}
