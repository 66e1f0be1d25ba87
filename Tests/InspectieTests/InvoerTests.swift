import ArgumentParser
import Foundation
import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Inspectie
@testable import Organisatie

/// What the secretariat types, and what it sees.
struct InvoerTests {
  let boek: Proefboek
  private let inspectie: Proefprogramma
  private let rie: Proefprogramma

  init() throws {
    boek = try Proefboek()
    try boek.ga(naar: "2025-03-01")
    inspectie = try Proefprogramma(InspectieCommand.self, over: boek, keys: [.secretariaat, .college])
    rie = try Proefprogramma(RieCommand.self, over: boek, keys: [])
  }

  @Test func `The case of Maastricht is typed, and shown as it stood on a day`() throws {
    let als = "--als secretariaat"
    try inspectie.typ(
      "voer-uit --op 2024-09-26 --gehoord gemeentesecretaris,ondernemingsraad,bureauIntegriteit,vertrouwenspersonen,"
        + "werknemers,leidinggevenden \(als)")
    try inspectie.typ("ontvang-voornemen inspectie-1 --op 2024-10-17 --kenmerk 2428456/03 \(als)")
    try inspectie.typ("geen-zienswijze inspectie-1 --op 2024-11-12 \(als)")
    try inspectie.typ(
      "leg-eis-op inspectie-1 --op 2024-11-13 --verzonden-op 2024-11-13 --kenmerk 2428456/05 --boom AI "
        + "--regel 1.a=AI-1.1 --regel 1.b=AI-1.16 --brief-vindplaats zaak-12 \(als)")
    try inspectie.typ("afschrift inspectie-1 --op 2024-11-13 \(als)")
    let list = try inspectie.typ("lijst --json")
    #expect(
      list == #"{"kenmerk":"inspectie-1","sinds":"2024-09-26","standen":[{"stand":"eisLoopt","zeker":true}],"#
        + #""eis":"2428456/05","uiterlijk":"2025-05-13"}"# + "\n")
    #expect(try inspectie.typ("lijst --json --op 2024-10-20").contains(#""stand":"voornemen""#))
    let card = try inspectie.typ("toon inspectie-1")
    #expect(card.contains("2428456/05") && card.contains("13 mei 2025") && !card.contains("zaak-12"))
    #expect(try inspectie.typ("toon inspectie-1 \(als)").contains("zaak-12"))
    #expect(Uitkomst { try inspectie.typ("toon inspectie-2") } == .anders(.notFound))
    #expect(Uitkomst { try inspectie.typ("toon maatregel-1") } == .anders(.badInput))
    #expect(
      Uitkomst { try inspectie.typ("leg-eis-op inspectie-1 --kenmerk x --boom AI --regel 1.a \(als)") }
        == .anders(.badInput))
    #expect(try boek.verify().ok)
  }

  @Test func `Counts are typed with the day of counting, and what they serve`() throws {
    try inspectie.typ(
      "bewijs ontvangen --doelgroep alleWerknemers --bereikt 1480 --omvang 1520 --onderwerpen gedragsregels,gevolgen "
        + "--eis AI-2.5 --op 2025-02-20 --verzameld-op 2025-02-25 --van 2025-02-01 --tot-en-met 2025-02-20 --als secretariaat"
    )
    #expect(
      try inspectie.typ("bewijs lijst --json")
        == #"{"kenmerk":"bewijs-1","event":"VoorlichtingOntvangen","gedaan":"2025-02-20","verzameld":"2025-02-25","#
        + #""vastgelegd":"2025-03-01","eisen":["AI-2.5"]}"# + "\n")
    #expect(try inspectie.typ("bewijs toon bewijs-1").contains("AI-2.5"))
    try boek.expectRefusal(.geweigerd("BEW-AANTAL")) {
      try inspectie.typ(
        "bewijs training --doelgroep leidinggevenden --bereikt 61 --omvang 60 --onderwerpen signaleren --als secretariaat"
      )
    }
    #expect(
      Uitkomst {
        try inspectie.typ(
          "bewijs training --doelgroep iedereen --bereikt 1 --omvang 2 --onderwerpen signaleren --als secretariaat")
      } == .anders(.badInput))
  }

  private func plan(_ lines: String...) throws -> String {
    let file = boek.directory.url.deletingLastPathComponent().appendingPathComponent("plan.csv")
    try Data((lines.joined(separator: "\r\n") + "\r\n").utf8).write(to: file)
    return file.path
  }

  @Test func `A plan is taken over whole, and what its measures lack is told with since when`() throws {
    let (function, people) = try boek.functie("Teamleider P&O", bekleedVan: "2024-09-02")
    try rie.typ(["voer-uit", "--reikwijdte", "hele organisatie", "--op", "2025-01-15", "--als", "secretariaat"])
    let file = try plan(
      "Maatregel;Soort;Verantwoordelijke;Aanduiding;Uitvoeren voor;Evalueren voor;Criterium;Eisen",
      "Training;voorkomen;Teamleider P&O;;2025-04-30;2025-05-10;negen van de tien;AI-1.11, AI-2.9",
      "Themadag;voorkomen;;team P&O;;;;", "Nazorg;beperken;;;15-2-2025;1-6-2025;geen uitval;AI-1.12")
    let command = ["importeer", file, "--rie", "rie-1", "--op", "2025-02-10", "--als", "secretariaat"]
    try rie.typ(command + ["--dry-run"])
    #expect(try rie.typ("maatregelen --json").isEmpty)
    try rie.typ(command)
    #expect(try rie.typ("maatregelen --json").split(separator: "\n").count == 3)
    #expect(try rie.typ("lijst --json").contains(#""maatregelen":3"#))
    let open = try inspectie.typ("openstaand --json")
    let findings = open.split(separator: "\n").filter { $0.contains("bevinding") }
    #expect(findings.contains { $0.contains("maatregel-2") && $0.contains("verantwoordelijkeGeenFunctie") })
    #expect(
      findings.contains { $0.contains("maatregel-2") && $0.contains("zonderCriterium") && $0.contains("2025-02-10") })
    #expect(findings.contains { $0.contains("maatregel-3") && $0.contains("zonderVerantwoordelijke") })
    #expect(
      findings.contains { $0.contains("maatregel-3") && $0.contains("uitvoeringTeLaat") && $0.contains("2025-02-16") })
    #expect(!findings.contains { $0.contains("maatregel-1") })
    // The function falls vacant: what was in order is an open finding from that day.
    try boek.leg(FunctieNeergelegd.self, in: function, op: "2025-02-20") { $0[FunctieNeergelegd.persoon] = people[0] }
    let later = try inspectie.typ("openstaand --json").split(separator: "\n")
    #expect(later.contains { $0.contains("maatregel-1") && $0.contains("functieVacant") && $0.contains("2025-02-20") })
    #expect(try inspectie.typ("openstaand --json --op 2025-02-19").contains("functieVacant") == false)
    #expect(try inspectie.typ("openstaand").contains("functie is vacant"))
    #expect(try boek.verify().ok)
  }

  @Test func `The name of who answers for a measure is not for everyone`() throws {
    let (function, _) = try boek.functie("Adviseur", bekleedVan: "2024-09-02")
    let measure = try boek.maatregel(op: "2025-01-10")
    try boek.leg(VerantwoordelijkeAangewezen.self, in: measure) { $0[VerantwoordelijkeAangewezen.functie] = function }
    for words in ["toon maatregel-1", "toon maatregel-1 --json", "maatregelen", "maatregelen --json"] {
      #expect(try !rie.typ(words).contains("Iris Verzonnen"))
    }
    #expect(try rie.typ("toon maatregel-1 --als secretariaat").contains("Iris Verzonnen"))
  }

  struct Planfout: Sendable, CustomTestStringConvertible {
    let regel: String
    let zegt: [String]
    var testDescription: String { regel }
  }

  static let planfouten: [Planfout] = [
    Planfout(regel: "Training;voorkomen;Onbekende functie;", zegt: ["regel 2", "verantwoordelijke", "aanduiding"]),
    Planfout(regel: "Training;helpen;;", zegt: ["regel 2", "soort", "voorkomen, beperken"]),
    Planfout(regel: ";voorkomen;;", zegt: ["regel 2", "maatregel"]),
    Planfout(regel: "Training;voorkomen;;31-2-2025", zegt: ["regel 2", "uitvoeren voor", "bestaat niet"]),
    Planfout(regel: "Training;voorkomen;;2025-04", zegt: ["regel 2", "uitvoeren voor", "exacte dag"]),
    Planfout(regel: "Goed;voorkomen;;", zegt: ["regel 3", "dubbel met regel 2"]),
    Planfout(regel: "Training;voorkomen;;;x", zegt: ["regel 2", "5 cellen"]),
  ]

  @Test(arguments: planfouten)
  func `A plan with one bad row is refused whole, and the row is named`(_ fout: Planfout) throws {
    let file = try plan("maatregel;soort;verantwoordelijke;uitvoeren voor", fout.regel, "goed;voorkomen;;2025-04-30")
    let failure = try boek.expectRefusal(.anders(.badInput)) {
      try rie.typ(["importeer", file, "--als", "secretariaat"])
    }
    for word in fout.zegt { #expect(failure?.message.nl.contains(word) == true, "\(failure?.message.nl ?? "-")") }
  }

  @Test func `Every command can be asked for help, and a template says its columns`() throws {
    #expect(try rie.typ("importeer --sjabloon").contains("maatregel;soort;verantwoordelijke"))
    for command in InspectieCommand.configuration.subcommands + RieCommand.configuration.subcommands
      + BewijsCommand.configuration.subcommands
    {
      #expect(!command.configuration.abstract.isEmpty && command.helpMessage().count > 50)
    }
  }
}
