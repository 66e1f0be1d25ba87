import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

/// Which holder of which function.
struct HouderOptions: ParsableArguments {
  @Argument(
    help: Language.help(
      nl: "De functie: haar naam of woord, zoals gemeentesecretaris.", en: "The function: its name or word.", "functie")
  )
  var functie: String
  @Option(
    help: Language.help(
      nl: "De naam of het pseudoniem; weglaten kan als één persoon de functie bekleedt.",
      en: "The name or pseudonym; may be left out if one person holds the function.", "naam|Persoon/…"))
  var persoon: String?

  func find(_ context: AppendContext) throws -> (functie: StreamID, persoon: StreamID) {
    let functie = try Self.functie(self.functie, context.views)
    return (functie, try Self.houder(persoon, of: functie, context))
  }

  static func functie(_ text: String, _ views: ViewReader) throws -> StreamID {
    if let designated = try Namen.functie(text, views) { return designated.stroom }
    return try Functies.zoek(text, views).stream
  }

  /// The one who is named, else the only one who holds the function.
  static func houder(_ persoon: String?, of functie: StreamID, _ context: AppendContext) throws -> StreamID {
    if let persoon { return try Functies.persoon(persoon, of: functie, context.reading) }
    let day = context.day
    let people = Set(try Functies.bekleders(of: functie, op: day, context.views).map(\.persoon))
    guard people.count == 1, let person = people.first else {
      throw Failure(
        .badInput,
        Text(
          nl: "deze functie wordt op \(day.text.nl) door \(people.count) personen bekleed",
          en: "this function is held by \(people.count) people on \(day.text.en)"),
        remedy: Text(
          nl: "geef --persoon, of --op een dag waarop zij wordt bekleed",
          en: "give --persoon, or --op a day on which it is held"))
    }
    return person
  }
}

/// Which report.
struct MeldingOptions: ParsableArguments {
  @Argument(
    help: Language.help(
      nl: "De melding, zoals gemeentesecretaris/1.", en: "The report, such as gemeentesecretaris/1.", "melding"))
  var melding: String

  func find(_ views: ViewReader) throws -> Werkzaamheid {
    guard let stream = try Namen.melding(melding, views), let found = try Werkzaamheid.of(stream, views) else {
      throw Failure(
        .notFound, Text(nl: "er is geen melding «\(melding)»", en: "there is no report “\(melding)”"),
        remedy: Nearest.question(Nearest.handle(to: melding, among: try Namen.functies(views).map(\.slug)))
          + Text(nl: "zie waarborg nevenfunctie lijst", en: "see waarborg nevenfunctie lijst"))
    }
    return found
  }
}

/// What a report says of an activity.
struct InhoudOptions: ParsableArguments {
  @Option(help: Language.confidential(nl: "De instantie waarbij", en: "The body where", "naam"))
  var organisatie: String?
  @Option(help: Language.help(nl: "Wanneer zij begint of begon.", en: "When it starts or started.", "datum"))
  var ingang: String?
  @Option(help: Language.help(nl: "De laatste dag, als die bekend is.", en: "The last day, if known.", "datum"))
  var einde: String?
  @Option(
    help: Language.help(
      nl: "Of zij betaald wordt: ja of nee (intern).", en: "Whether it is paid: ja or nee (internal).", "ja|nee"))
  var bezoldigd: String?
  @Option(help: Language.help(nl: "Hoeveel uren per maand (intern).", en: "Hours per month (internal).", "aantal"))
  var uren: Int64?
  @Option(
    help: Language.help(
      nl: "Of de eigen gemeente ervoor betaalt: ja of nee.", en: "Whether the own municipality pays: ja or nee.",
      "ja|nee"))
  var eigenGemeente: String?
  @Option(
    help: Language.help(
      nl: "Het antwoord op een controlevraag (intern), mag vaker: \(Vraag.woorden).",
      en: "The answer to a question (internal), may be repeated: \(Vraag.woorden).", "vraag=ja|nee|twijfel"))
  var vraag: [String] = []
  @Option(help: Language.confidential(nl: "Toelichting", en: "Explanation", "tekst"))
  var toelichting: String?

  func fill(_ fields: inout DraftFields) throws {
    fields[Inhoud.organisatie] = organisatie
    fields[Looptijd.ingang] = try Input.date(ingang, option: "--ingang")
    fields[Looptijd.einde] = try Input.date(einde, option: "--einde")
    fields[Inhoud.bezoldigd] = try Input.yes(bezoldigd, option: "--bezoldigd")
    fields[Inhoud.uren] = uren
    fields[Looptijd.betaaldDoorEigenGemeente] = try Input.yes(eigenGemeente, option: "--eigen-gemeente")
    let answers = try antwoorden()
    fields[Inhoud.vragen] = answers.isEmpty ? nil : answers
    fields[Inhoud.toelichting] = toelichting
  }

  func antwoorden() throws -> [Vraagantwoord] {
    let answers = try vraag.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else {
        throw Failure(
          .badInput,
          Text(
            nl: "--vraag: «\(text)» is geen vraag=antwoord", en: "--vraag: “\(text)” is no question=answer"),
          remedy: Text(nl: "bijvoorbeeld --vraag zelfdeNetwerk=nee", en: "for example --vraag zelfdeNetwerk=nee"))
      }
      return Vraagantwoord(
        try Input.code(parts[0], option: "--vraag"), try Input.code(parts[1], option: "--vraag \(parts[0])"))
    }
    guard Set(answers.map(\.vraag)).count == answers.count else {
      throw Failure(
        .badInput, Text(nl: "--vraag: een vraag is twee keer beantwoord", en: "--vraag: a question is answered twice"))
    }
    return answers
  }
}
