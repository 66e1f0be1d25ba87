import Console
import Governance
import Ledger
import LedgerCrypto
import RuleFiles

/// A procedure as a page to read on a terminal.
struct Procedurepagina {
  let procedure: Procedure
  /// The day from which sums are shown.
  let vanaf: CalendarDate
  /// How this version stands.
  let stand: Text

  func toon(on terminal: Terminal) {
    var head = KeyValueList()
    head.add(Text(nl: "Procedure", en: "Procedure"), "\("\(procedure.id) \(procedure.titel)", .emphasis)")
    head.add(Text(nl: "Versie", en: "Version"), "\(procedure.versie)")
    head.add(Text(nl: "Stand", en: "Stands"), StyledText(stand))
    head.add(Text(nl: "Van", en: "Of"), "\(procedure.organisatie)")
    head.add(Text(nl: "Regeling", en: "Rule"), "\(procedure.regeling)")
    head.add(
      Text(nl: "Vertrouwelijk", en: "Confidential"),
      procedure.isVertrouwelijk ? StyledText(Text(nl: "ja", en: "yes")) : StyledText(Text(nl: "nee", en: "no")))
    head.add(Text(nl: "Bron", en: "Source"), "\(procedure.herkomst.text)")
    terminal.out(head)
    for (title, table) in tabellen {
      guard let table else { continue }
      terminal.out("")
      terminal.out(StyledText(title, .emphasis))
      terminal.out(table)
    }
  }

  private var tabellen: [(Text, Table?)] {
    [
      (Text(nl: "Wie kan beginnen", en: "Who can start"), indieners),
      (Text(nl: "Toestanden", en: "States"), toestanden),
      (Text(nl: "Stappen", en: "Steps"), stappen),
      (
        Text(
          nl: "Termijnen, met de som voor een zaak van \(vanaf.text.nl)",
          en: "Terms, with the sum for a case of \(vanaf.text.en)"), termijnen
      ),
      (Text(nl: "Over wie het gaat", en: "Whom it is about"), routes),
      (Text(nl: "Wie het weten", en: "Who know"), kringen),
      (Text(nl: "Bescherming", en: "Protection"), lijst(procedure.bescherming)),
      (Text(nl: "Bewaren", en: "Retention"), bewaring),
      (Text(nl: "Verslag", en: "Reports"), rapportages),
      (Text(nl: "Verder", en: "Further"), lijst(procedure.bepalingen)),
      (
        Text(nl: "Keuzes waar de bron zwijgt of botst", en: "Choices where the source is silent or in conflict"), keuzes
      ),
    ]
  }

  private static func tabel(_ titles: (String, String)...) -> Table {
    Table(titles.map { .init(Text(nl: $0.0, en: $0.1)) })
  }

  private var indieners: Table? {
    var table = Self.tabel(
      ("Wie", "Who"), ("Staat open", "Open"), ("Grens of verwijzing", "Limit or referral"), ("Bron", "Source"))
    for who in procedure.start.indieners {
      let limits = procedure.start.grenzen.filter { $0.voor.isEmpty || $0.voor.contains(who.id) }
      let text = who.isOpen ? limits.map { "\($0.termijn): \($0.merk)" }.joined(separator: "; ") : who.waarheen ?? "-"
      table.row(
        "\(who.betekenis)",
        StyledText(who.isOpen ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no"), who.isOpen ? .good : .warning),
        "\(text)", "\(who.herkomst.text)")
    }
    return procedure.start.indieners.isEmpty ? nil : table
  }

  private var toestanden: Table? {
    var table = Self.tabel(("Toestand", "State"), ("Betekenis", "Meaning"), ("Hierna", "Next"))
    for state in procedure.toestanden {
      let next = procedure.stappen.filter { stap in
        stap.naar != .blijft && procedure.vanuit(stap).contains { $0.id == state.id }
      }.map(\.id)
      let track = state.spoor == Toestand.hoofdspoor ? "" : " [\(state.spoor)]"
      let kind: Text = state.isEind ? Text(nl: "einde", en: "end") : Text("-")
      table.row(
        "\(state.id)\(track)", "\(state.betekenis)",
        next.isEmpty ? StyledText(kind, .faint) : "\(next.joined(separator: ", "))")
    }
    return table
  }

  private var stappen: Table? {
    var table = Self.tabel(
      ("Stap", "Step"), ("Door", "By"), ("Gang", "Course"), ("Wat wordt vastgelegd", "What is recorded"),
      ("Wie hoort het", "Who is told"), ("Bron", "Source"))
    for stap in procedure.stappen {
      let fields = stap.velden.map { veld in
        "\(veld.id)\(veld.verplicht == .nee ? "" : "*") (\(veld.zichtbaar.joined(separator: ", ")))"
      }
      table.row(
        "\(stap.id)", "\(stap.door.joined(separator: ", "))", StyledText(gang(stap)),
        "\(fields.isEmpty ? "-" : fields.joined(separator: "; "))",
        "\(informeren(stap))", "\(stap.herkomst.text)")
    }
    return table
  }

  private func gang(_ stap: Stap) -> Text {
    let from: Text =
      switch stap.van {
      case .niets: Text(nl: "begin", en: "start")
      case .open: Text(nl: "elke open toestand", en: "every open state")
      case .alle: Text(nl: "elke toestand", en: "every state")
      case .toestanden(let ids): Text(ids.joined(separator: ", "))
      }
    let to = stap.naar.toestanden
    return to.isEmpty ? from : from + Text(" → \(to.joined(separator: " / "))")
  }

  private func informeren(_ stap: Stap) -> String {
    let told = stap.informeer.map { item in
      item.wie.joined(separator: ", ") + (item.binnen.map { " (\($0))" } ?? "")
        + (item.tenzij.isEmpty ? "" : ", tenzij \(item.tenzij.joined(separator: ", "))")
    }
    let untold = stap.ongeinformeerd.map { "niet \($0.wie.joined(separator: ", ")): \($0.reden)" }
    return (told + untold).isEmpty ? "-" : (told + untold).joined(separator: "; ")
  }

  private var termijnen: Table? {
    var table = Self.tabel(
      ("Termijn", "Term"), ("Wat", "What"), ("Van … tot", "From … until"), ("Som", "Sum"), ("Gemist", "Missed"),
      ("Bron", "Source"))
    for termijn in procedure.termijnen {
      let met = termijn.gehaald.map(\.text).joined(separator: ", ")
      let more =
        termijn.verlenging.map(\.text.nl) + termijn.opschorting.map { "staat stil: \($0.stap) (\($0.artikel))" }
      table.row(
        "\(termijn.id)", "\(termijn.naam)", "\(termijn.beginText) → \(met)",
        "\(termijn.som(vanaf: vanaf))\(more.isEmpty ? "" : "; \(more.joined(separator: "; "))")",
        "\(termijn.gemist.gevolg.rawValue): \(termijn.gemist.betekenis)", "\(termijn.herkomst.text)")
    }
    return procedure.termijnen.isEmpty ? nil : table
  }

  private var routes: Table? {
    var table = Self.tabel(
      ("Over", "About"), ("Bij", "With"), ("Beslist", "Decides"), ("Let op", "Note"), ("Bron", "Source"))
    for route in procedure.routes {
      let decides =
        route.keten.map(\.text.nl).joined(separator: ", dan ") + (route.namens.map { ", namens \($0)" } ?? "")
      table.row(
        "\(route.betekenis)", "\(route.bij)",
        route.geenRoute.map { StyledText("\($0)", .warning) } ?? (route.isBuiten ? "-" : "\(decides)"),
        "\(route.waarschuwingen.isEmpty ? "-" : route.waarschuwingen.joined(separator: "; "))", "\(route.herkomst.text)"
      )
    }
    return table
  }

  private var kringen: Table? {
    var table = Self.tabel(("Kring of regel", "Circle or rule"), ("Wie of wat", "Who or what"), ("Bron", "Source"))
    for kring in procedure.vertrouwelijkheid.kringen {
      table.row("\(kring.id): \(kring.betekenis)", "\(kring.leden.joined(separator: ", "))", "\(kring.herkomst.text)")
    }
    for regel in procedure.vertrouwelijkheid.regels { table.row("-", "\(regel.tekst)", "\(regel.herkomst.text)") }
    return table
  }

  private var bewaring: Table? {
    var table = Self.tabel(
      ("Wat", "What"), ("Hoe lang", "How long"), ("Vanaf", "From"), ("Niet zolang", "Not while"),
      ("Selectielijst", "Selection list"), ("Bron", "Source"))
    for item in procedure.bewaring {
      let list: Text =
        switch item.selectielijst {
        case .klasse(let number, let text, let length): Text("\(number) \(text): ") + length.text
        case .geen(let reason): Text(nl: "geen klasse: \(reason)", en: "no class: \(reason)")
        }
      table.row(
        "\(item.betekenis)", "\(item.duur.text)",
        "\(item.brondatum.isEmpty ? "-" : item.brondatum.map(\.text).joined(separator: ", "))",
        "\(item.beletsels.isEmpty ? "-" : item.beletsels.map(\.betekenis).joined(separator: "; "))", StyledText(list),
        "\(item.herkomst.text)")
    }
    return procedure.bewaring.isEmpty ? nil : table
  }

  private var rapportages: Table? {
    var table = Self.tabel(
      ("Wat", "What"), ("Wanneer", "When"), ("Aan", "To"), ("Inhoud", "Content"), ("Bron", "Source"))
    for item in procedure.rapportages {
      table.row(
        "\(item.betekenis)", "\(item.periode.rawValue)", "\(item.aan.isEmpty ? "-" : item.aan.joined(separator: ", "))",
        "\(item.inhoud.isEmpty ? "-" : item.inhoud.joined(separator: ", "))", "\(item.herkomst.text)")
    }
    return procedure.rapportages.isEmpty ? nil : table
  }

  private var keuzes: Table? {
    var table = Self.tabel(
      ("Keuze", "Choice"), ("Kwestie", "Question"), ("Zo gekozen", "Chosen"), ("Ook mogelijk", "Also possible"),
      ("Bron", "Source"))
    for keuze in procedure.keuzes {
      table.row(
        "\(keuze.id)", "\(keuze.kwestie)", "\(keuze.standaard)",
        "\(keuze.mogelijk.isEmpty ? "-" : keuze.mogelijk.joined(separator: "; "))",
        "\(keuze.herkomst.isLeeg ? "-" : keuze.herkomst.text)")
    }
    return procedure.keuzes.isEmpty ? nil : table
  }

  private func lijst(_ items: [Bepaling]) -> Table? {
    var table = Self.tabel(("Regel", "Rule"), ("Bron", "Source"))
    for item in items { table.row("\(item.tekst)", "\(item.herkomst.text)") }
    return items.isEmpty ? nil : table
  }

  /// For programs: what a case can do and by when.
  static func json(_ procedure: Procedure, _ bytes: [UInt8]) -> JSON {
    [
      "procedure": .string(procedure.id), "titel": .string(procedure.titel), "versie": .string(procedure.versie),
      "digest": .string(Gelezen.digest(bytes).hex),
      "toestanden": .array(
        procedure.toestanden.map {
          ["id": .string($0.id), "spoor": .string($0.spoor), "begin": .bool($0.isBegin), "eind": .bool($0.isEind)]
        }),
      "stappen": .array(
        procedure.stappen.map { stap in
          [
            "id": .string(stap.id), "door": .array(stap.door.map { .string($0) }),
            "van": .array(procedure.vanuit(stap).map { .string($0.id) }),
            "naar": .array(stap.naar.toestanden.map { .string($0) }), "bron": .string(stap.herkomst.text),
          ]
        }),
      "termijnen": .array(
        procedure.termijnen.map {
          [
            "id": .string($0.id), "naam": .string($0.naam), "duur": .string($0.lengteText.nl),
            "begint": .string($0.beginText.nl),
            "gehaald": .array($0.gehaald.map { .string($0.text) }), "bron": .string($0.herkomst.text),
          ]
        }),
    ]
  }
}
