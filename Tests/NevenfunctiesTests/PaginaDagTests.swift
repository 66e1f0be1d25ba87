import Governance
import Ledger
import Proefboek
import Publication
import Testing

@testable import Nevenfuncties

/// The list on any earlier day, read from the pages, is the register folded for that day.
struct PaginaDagTests {
  private static let velden: [OpenbaarVeld] = [
    .naam, .hoofdfunctie, .nevenwerkzaamheid, .organisatie, .ingang, .beperkingen,
  ]
  private static let nu = "2026-11-21"

  /// A town in which everything happens that a list can say: and some of it was a mistake, or is gone.
  private static func gemeente() throws -> Proefgemeente {
    let gemeente = try Proefgemeente(.lelystad, op: "2020-01-15") {
      $0.velden = velden
      $0.bewaarNaEinde = Tijdsduur("P2Y")
    }
    let secretaris = try gemeente.functie("Stadsbouwmeester", aangewezen: "2020-02-01")
    let opgaven = try ["penningmeester", "voorzitter", "bestuurslid"].enumerated().map { nummer, wat in
      try opgave(secretaris, wat, op: "2021-0\(nummer + 2)-01", naam: "Karin Voorbeeld")
    }
    try opgaven[0].werkBij(op: "2022-05-10", velden: velden) {
      $0[Opgaveveld.nevenwerkzaamheid] = "penningmeester"
      $0[Opgaveveld.organisatie] = "Stichting \"Bedacht\" & co"
    }
    try opgaven[1].trekIn(op: "2022-12-31")
    try opgaven[2].trekIn(op: "2025-01-01")
    try secretaris.bevestig(geen: false, op: "2022-01-05", naam: "Karin van Voorbeeld")
    try secretaris.bevestig(geen: false, op: "2024-01-01")
    let stil = try gemeente.functie("Concerncontroller", houder: "2020-06-01", aangewezen: "2020-03-01")
    try stil.bevestig(geen: true, op: "2021-03-31", naam: "Ben Fictief")
    let gemeld = try stil.meld("adviseur", op: "2023-07-01")
    try gemeld.vraag(op: "2023-07-02")
    try gemeld.verleen(op: "2023-07-20")
    try stil.bevestig(geen: false, op: "2023-09-01")
    try stil.legNeer("2024-03-01")
    let opvolger = Proefhouder(gemeente: gemeente, functie: stil.functie, persoon: gemeente.boek.stream("Persoon"))
    try opvolger.bekleed("2024-02-15")
    // Hired people are on the list by other rules only.
    let inhuur = try gemeente.functie("Directeur", houder: "2021-01-01", inhuur: true, aangewezen: "2021-01-01")
    try gemeente.stelIn(.lelystad, op: "2023-01-01") {
      $0.velden = velden
      $0.inhuur = true
      $0.bevestigingIedere = Tijdsduur("P6M") ?? $0.bevestigingIedere
      $0.bewaarNaEinde = Tijdsduur("P2Y")
    }
    try opgave(inhuur, "spreker", op: "2023-05-01", naam: "Loes Verzonnen")
    let fout = try opgave(inhuur, "vergissing", op: "2023-06-01", naam: "Loes Verzonnen")
    try gemeente.append(OpgaveGecorrigeerd.self, fout.stream, op: nu, als: .algemeenDirecteur) {
      $0[Correction.event] = fout.event.id
      $0[Correction.reason] = "verkeerde melding"
    }
    let gewist = try opgave(inhuur, "lid", op: "2023-08-01", naam: "Loes Verzonnen")
    try gemeente.append(
      StukkenVernietigd.self, gemeente.boek.stream("Vernietiging"), op: nu, als: .functionarisGegevensbescherming
    ) {
      $0[StukkenVernietigd.stukken] = [ErasedFields(event: gewist.event.id, fields: ["organisatie", "naam"])]
      $0[StukkenVernietigd.grond] = "AVG art. 17"
      $0[StukkenVernietigd.bewaarregel] = "proef"
    }
    // The only statement of someone, which has lapsed since.
    let griffier = try gemeente.functie("Raadsadviseur", aangewezen: "2020-01-15")
    try opgave(griffier, "scheidsrechter", op: "2021-06-01", naam: "Sam Gefingeerd").trekIn(op: "2022-01-01")
    return gemeente
  }

  @discardableResult
  private static func opgave(
    _ houder: Proefhouder, _ wat: String, op dag: String, naam: String
  ) throws -> Proefopgave {
    let melding = try houder.meld(wat)
    try melding.vraag()
    try melding.verleenOnderVoorwaarden()
    return try melding.publiceer(op: dag, velden: velden) {
      $0[Opgaveveld.nevenwerkzaamheid] = wat
      $0[Opgaveveld.naam] = naam
    }
  }

  @Test func `Every day read from the pages is the register folded for that day`() throws {
    try Self.gemeente().boek.read { reading in
      let nu = try CalendarDate(Self.nu)
      let lezer = try #require(try Registerlezer(op: nu, reading.views, reading.filter))
      let register = try #require(try OpenbaarRegister.lees(op: nu, reading.views, reading.filter))
      let publicatie = try Publicatie(register, PaginaVoorbeeld.settings)
      var perJaar: [Int: [Jaarrij]] = [:]
      try publicatie.historie { page in
        guard let jaar = page.path.split(separator: "/").compactMap({ Int($0) }).first(where: { $0 > 1900 }) else {
          return
        }
        perJaar[jaar, default: []] += try Jaarrij.all(page.html)
      }
      var dag = try #require(register.begin)
      #expect(dag == (try CalendarDate("2020-01-15")))
      var seen: Set<[String]> = []
      while dag <= nu {
        let kaarten = try lezer.feiten.plekken.compactMap { try lezer.kaart($0, op: dag) }
        #expect(register.kaarten(op: dag) == kaarten, "\(dag)")
        let gelezen = (perJaar[dag.year] ?? []).filter { $0.omvat(dag) }.map(\.tekst).sorted()
        let verwacht = kaarten.flatMap { Self.rijen($0, publicatie) }.sorted()
        #expect(gelezen == verwacht, "\(dag)")
        seen.insert(gelezen)
        dag = try dag.adding(days: 1)
      }
      #expect(seen.count >= 25, "\(seen.count) different lists")
      let alles = perJaar.values.flatMap { $0 }.map(\.tekst).joined(separator: "\n")
      for word in ["vergissing", "voorzitter", "scheidsrechter", "Gefingeerd"] {
        #expect(!alles.contains(word), "\(word)")
      }
      #expect(alles.contains("[vernietigd]") && alles.contains("wordt niet meer getoond"))
    }
  }

  /// What the pages must say of a card on a day: said here once more, without their templates.
  private static func rijen(_ kaart: Kaart, _ publicatie: Publicatie) -> [String] {
    func wie(_ hoofdfunctie: Getoond?, _ naam: Getoond?) -> String {
      var wie = kaart.functie.naam
      if case .waarde(let functie) = hoofdfunctie, functie != kaart.functie.naam {
        wie = "\(functie) op de lijst als \(kaart.functie.naam)"
      }
      return [wie, naam.map { tekst($0, "") }, kaart.isInhuur ? "tijdelijke inhuur" : nil].compactMap(\.self)
        .joined(separator: " ")
    }
    var houder = [Zin(kaart.stand).flatMap { zegtHetZelf(kaart) ? nil : $0.tekst } ?? ""]
    if houder[0].isEmpty { houder = ["Op de lijst."] }
    if let bevestigd = kaart.laatstBevestigd { houder.append("Bevestigd op \(bevestigd.text(.dutch))") }
    if kaart.isBevestigingTeLaat, let uiterlijk = kaart.bevestigenUiterlijk {
      houder.append("Bevestiging te laat: moest uiterlijk op \(uiterlijk.text(.dutch))")
    }
    if houder == ["Op de lijst."] { houder.append("Nog niet bevestigd") }
    var rest = kaart.nietGepubliceerd
    if case .nietGepubliceerd(let reden, let position) = kaart.stand, zegtHetZelf(kaart) {
      rest.append(NietGepubliceerd(reden: reden, position: position))
    }
    return ["\(wie(nil, kaart.naam)) | \(houder.joined(separator: " "))"]
      + kaart.versies.map { versie in
        let cellen = [
          tekst(versie.nevenwerkzaamheid, ""), tekst(versie.organisatie, "Niet opgegeven"),
          tekst(versie.ingang, "Niet opgegeven"), tekst(versie.beperkingen, "Geen vastgelegd"),
        ]
        return ([wie(versie.hoofdfunctie, versie.naam ?? kaart.naam)] + cellen).joined(separator: " | ")
      }
      + rest.map { niet in
        let zin = Zin(.nietGepubliceerd(reden: niet.reden, position: niet.position))?.tekst ?? ""
        return "\(wie(nil, kaart.naam)) | \(zin)"
      }
  }

  /// Whether a report that is not published says why there is no statement.
  private static func zegtHetZelf(_ kaart: Kaart) -> Bool {
    guard case .nietGepubliceerd(let reden, _) = kaart.stand else { return false }
    return !reden.nl.contains("niet meer getoond") && !reden.nl.contains("geen opgave op deze lijst")
  }

  private static func tekst(_ waarde: Getoond?, _ anders: String) -> String {
    switch waarde {
    case .waarde(let tekst): (try? ImpreciseDate(tekst))?.text(.dutch) ?? tekst
    case .vernietigd: "[vernietigd]"
    case nil: anders
    }
  }
}
