import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon contact`
  struct ContactOpdracht: ProgramCommand {
    static let configuration = CommandConfiguration(
      "contact",
      nl: "Toon hoe de vertrouwenspersonen te bereiken zijn, of schrijf contactkaarten (vCard 4.0); met een sleutel.",
      en: "Show how to reach the vertrouwenspersonen, or write contact cards (vCard 4.0); with a key.",
      discussion: Text(
        nl: "--json schrijft één object per persoon met: kenmerk, vorm, naam, telefoon, email, bureau.",
        en: "--json writes one object a person with: kenmerk, vorm, naam, telefoon, email, bureau."))
    @Option(
      name: .customLong("vcard"),
      help: Language.help(
        nl: "Schrijf de kaarten naar dit bestand; - is de uitvoer.",
        en: "Write the cards to this file; - is the output.", "bestand"))
    var vcard: String?
    @Option(
      help: Language.help(
        nl: "Of wie op deze dag vertrok nog terecht kan.", en: "Whether who left on this day can still turn to them.",
        "dag")) var vertrokken: String?
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let left = try vertrokken.map { try Input.day($0, option: "--vertrokken") }
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let regels = try Vertrouwenspersonenregels(on: day, reading.views)
        if let left { return program.terminal.out(StyledText(regels.toegang(left: left, on: day))) }
        let people = try Benoeming.dienend(on: day, reading.views).compactMap { listed in
          try reading.views.subject(Benoeming.self, listed.key).map { ($0, try Contactgegevens($0, reading.filter)) }
        }
        try Self.requireReadable(people)
        if let vcard { return try write(people, to: vcard, regels, program, reading) }
        if shared.json {
          for (benoeming, contact) in people { program.terminal.outJSON(json(benoeming, contact).text) }
          return
        }
        guard !people.isEmpty else { return program.terminal.out(StyledText(Benoeming.niemand(day))) }
        program.terminal.out(table(people))
        if let uitleg = regels.uitleg { program.terminal.note(uitleg) }
      }
    }

    /// Contact details are internal: without a key that opens them there is no card to make.
    private static func requireReadable(_ people: [(Benoeming, Contactgegevens)]) throws {
      guard people.contains(where: { if case .sealed = $0.1.naam { true } else { false } }) else { return }
      throw Failure(
        .notPermitted,
        Text(
          nl: "contactgegevens zijn intern en met deze sleutel, of zonder sleutel, niet te lezen",
          en: "contact details are internal and cannot be read with this key, or without one"),
        remedy: Text(nl: "geef --als SLEUTEL", en: "give --als KEY"))
    }

    private func write(
      _ people: [(Benoeming, Contactgegevens)], to path: String, _ regels: Vertrouwenspersonenregels,
      _ program: Program, _ reading: Reading
    ) throws {
      // An erased name is never written as if there were none: such a person has no card.
      let cards = people.compactMap { benoeming, contact in
        contact.naam.string.map { name in
          VCard(
            benoeming, naam: name, telefoon: contact.telefoon.string, email: contact.email.string,
            organisatie: contact.bureau.string ?? reading.registry.founding?.organisatie, note: regels.uitleg?.nl,
            stamp: benoeming.feiten.map(\.recordedAt).max() ?? program.clock.now)
        }
      }
      guard !cards.isEmpty else {
        throw Failure(
          .notFound,
          Text(nl: "er is niemand van wie een kaart te maken is", en: "there is no one of whom to make a card"))
      }
      let text = cards.map(\.text).joined()
      if path == "-" { return program.terminal.outExactly(text) }
      // Personal data outside the vault: for who wrote it alone, and never over another file.
      try PrivateFile.create(path, Array(text.utf8))
      program.terminal.note(
        Noun(nl: ("kaart", "kaarten"), en: ("card", "cards")).counted(cards.count)
          + Text(nl: " geschreven naar \(path)", en: " written to \(path)"))
    }

    private func table(_ people: [(Benoeming, Contactgegevens)]) -> Table {
      var table = Table([
        .init(Text(nl: "Naam", en: "Name")), .init(Text(nl: "Vorm", en: "Form")),
        .init(Text(nl: "Telefoon", en: "Telephone")), .init(Text("E-mail")), .init(Text(nl: "Bureau", en: "Office")),
        .init(Text(nl: "Kenmerk", en: "Handle"), overflow: .keep),
      ])
      for (benoeming, contact) in people {
        func cell(_ revealed: Revealed) -> StyledText { "\(revealed.text() ?? Text("-"))" }
        table.row(
          cell(contact.naam), "\(benoeming.vorm.text)", cell(contact.telefoon), cell(contact.email),
          cell(contact.bureau), "\(benoeming.handle)")
      }
      return table
    }

    private func json(_ benoeming: Benoeming, _ contact: Contactgegevens) -> JSON {
      [
        "kenmerk": .string(benoeming.handle), "vorm": benoeming.vorm.json, "naam": contact.naam.string?.json ?? .null,
        "telefoon": contact.telefoon.string?.json ?? .null, "email": contact.email.string?.json ?? .null,
        "bureau": contact.bureau.string?.json ?? .null,
      ]
    }
  }
}

extension Vertrouwenspersonenregels {
  /// What someone should know before calling, as far as the municipality's own rules say it; nil when they say nothing.
  var uitleg: Text? {
    let parts = [
      vraagt(Keuzes.externe)
        ? Text(nl: "U kiest zelf: intern of extern.", en: "You choose: internal or external.") : nil,
      oudMedewerkersText.map { Text(nl: "Voor: ", en: "For: ") + $0 + Text(".") },
      klachtBehandelaar.map {
        Text(nl: "Klacht over een interne: ", en: "Complaint about an internal one: ") + $0.text + Text(".")
      },
    ].compactMap(\.self)
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 + Text(" ") + $1 }
  }

  /// Until which day someone who left can still turn to a vertrouwenspersoon; nil when there is no such day.
  func toegangTot(left: CalendarDate) -> CalendarDate? {
    switch oudMedewerkers {
    case .alleenWerkzaam: left
    case .beperkt: oudMedewerkersMaanden.flatMap { Tijdsduur("P\($0)M") }.flatMap { try? left.adding($0) }
    case .onbeperkt, nil: nil
    }
  }

  /// Whether someone who left on a day can still turn to a vertrouwenspersoon, as a sentence.
  func toegang(left: CalendarDate, on day: CalendarDate) -> Text {
    guard oudMedewerkers != nil else {
      return Text(
        nl: "Niet geregeld: de regels van de gemeente zeggen er niets over (punt V-5).",
        en: "Not settled: the municipality's rules say nothing of it (point V-5).")
    }
    guard let until = toegangTot(left: left) else {
      return Text(nl: "Ja: zonder grens in de tijd.", en: "Yes: without a limit in time.")
    }
    return day <= until
      ? Text(nl: "Ja: tot en met \(until.text.nl).", en: "Yes: up to and including \(until.text.en).")
      : Text(
        nl: "Nee: dat kon tot en met \(until.text.nl) (punt V-5 van de regels).",
        en: "No: that was until \(until.text.en) (point V-5 of the rules).")
  }
}
