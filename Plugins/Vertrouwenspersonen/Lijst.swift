import ArgumentParser
import Console
import Governance
import Ledger

/// How someone is reached, as this reader may see it: the newest value of each field.
struct Contactgegevens {
  let naam: Revealed
  let telefoon: Revealed
  let email: Revealed
  let bureau: Revealed

  init(_ benoeming: Benoeming, _ filter: VisibilityFilter) throws {
    let candidacy = benoeming.alle(KandidaatVoorgedragen.self)
    let facts = Array((candidacy + benoeming.alle(ContactgegevensGewijzigd.self)).reversed())
    func newest(_ name: String) throws -> Revealed {
      for fact in facts {
        let revealed = try filter.reveal(FieldReference(position: fact.position, field: name))
        if revealed != .absent { return revealed }
      }
      return .absent
    }
    naam = try newest(Contact.naam.name)
    telefoon = try newest(Contact.telefoon.name)
    email = try newest(Contact.email.name)
    bureau = try newest(KandidaatVoorgedragen.bureau.name)
  }
}

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "lijst",
      abstract: Language.ofProcess.choose(
        nl: "Toon wie op een dag vertrouwenspersoon is; namen alleen met een sleutel.",
        en: "Show who is a vertrouwenspersoon on a day; names only with a key."),
      discussion: BenoemingJSON.help)
    @Flag(
      help: Language.help(
        nl: "Ook kandidaten en wie het niet meer is.", en: "Candidates and former ones as well.")) var alle = false
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let regels = try Vertrouwenspersonenregels(on: day, reading.views)
        let found = try VertrouwenspersonenView().all(reading.views).filter { benoeming in
          alle || benoeming.dient(on: day, regels) != .no
        }
        if shared.json {
          for benoeming in found {
            program.terminal.outJSON(try BenoemingJSON(reading, day, regels).json(benoeming).text)
          }
          return
        }
        guard !found.isEmpty else {
          program.terminal.out(
            StyledText(
              Text(
                nl: "Op \(day.text.nl) is niemand vertrouwenspersoon.",
                en: "On \(day.text.en) no one is a vertrouwenspersoon.")))
          return
        }
        program.terminal.out(try table(found, day, regels, reading))
      }
    }

    private func table(
      _ found: [Benoeming], _ day: CalendarDate, _ regels: Vertrouwenspersonenregels, _ reading: Reading
    ) throws -> Table {
      var table = Table([
        .init(Text(nl: "Naam", en: "Name")), .init(Text(nl: "Vorm", en: "Form")),
        .init(Text(nl: "Stand", en: "Stands")),
        .init(Text(nl: "Van", en: "From")), .init(Text(nl: "Tot", en: "Until")),
        .init(Text(nl: "Certificering t/m", en: "Certified through")),
        .init(Text(nl: "Kenmerk", en: "Handle"), overflow: .keep),
      ])
      for benoeming in found {
        let name = try Contactgegevens(benoeming, reading.filter).naam.text() ?? Text("-")
        let stand = try benoeming.toestand(on: day, regels, reading.views)
        let uncertain: Text =
          benoeming.dient(on: day, regels) == .unknown ? Text(nl: " (onzeker)", en: " (uncertain)") : Text("")
        let none = Text(nl: "geen", en: "none")
        table.row(
          "\(name)", "\(benoeming.vorm.text)",
          StyledText(stand.text + uncertain, stand.isActief ? .good : stand.isOud ? .faint : nil),
          "\(benoeming.begin?.op.text ?? Text("-"))",
          "\(benoeming.begin == nil ? Text("-") : benoeming.einddag(regels)?.text ?? none)",
          "\(benoeming.gecertificeerdTotEnMet(from: day)?.text ?? none)", "\(benoeming.handle)")
      }
      return table
    }
  }
}

/// An appointment as `--json` writes it: one object a line; members are added, never renamed or taken away.
struct BenoemingJSON {
  let reading: Reading
  let day: CalendarDate
  let regels: Vertrouwenspersonenregels

  init(_ reading: Reading, _ day: CalendarDate, _ regels: Vertrouwenspersonenregels) {
    self.reading = reading
    self.day = day
    self.regels = regels
  }

  static var help: String {
    let members =
      "kenmerk, stream, persoon, vorm, stand, dient, van, tot, verlengingen, certificeringLaatsteDag, naam, position, historisch, bron"
    return Language.ofProcess.choose(
      nl:
        "Tot is de eerste dag zonder de functie. --json schrijft één object per benoeming met: \(members). Wat niet is vastgelegd of niet te zien is, is null.",
      en:
        "Until is the first day without the function. --json writes one object an appointment with: \(members). What was not recorded or cannot be seen is null."
    )
  }

  func json(_ benoeming: Benoeming) throws -> JSON {
    let name = try Contactgegevens(benoeming, reading.filter).naam.string
    return [
      "kenmerk": .string(benoeming.handle), "stream": benoeming.stream.json, "persoon": benoeming.persoon.json,
      "vorm": benoeming.vorm.json, "stand": .string(try benoeming.toestand(on: day, regels, reading.views).rawValue),
      "dient": .string(benoeming.dient(on: day, regels).rawValue), "van": benoeming.begin?.op.json ?? .null,
      "tot": benoeming.einddag(regels)?.json ?? .null, "verlengingen": .int(Int64(benoeming.verlengingen.count)),
      "certificeringLaatsteDag": benoeming.gecertificeerdTotEnMet(from: day)?.json ?? .null,
      "naam": name?.json ?? .null,
      "position": .int(Int64(benoeming.begin?.position ?? benoeming.position)),
      "historisch": .bool(benoeming.begin?.isHistorisch ?? false),
      "bron": benoeming.begin?[HistoricalFact.bron]?.json ?? .null,
    ]
  }
}
