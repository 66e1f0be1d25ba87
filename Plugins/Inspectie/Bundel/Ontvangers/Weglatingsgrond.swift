import Governance
import Ledger

/// Why something may stay closed in a bundle: law, article, what it says in plain words, and for whom it is a ground.
///
/// Law decides which receiver may be refused what; this table is that law as data, each row with its source.
struct Weglatingsgrond: Sendable {
  /// How `--weglaten` calls it.
  let naam: String
  /// The law.
  let wet: String
  /// Its article.
  let artikel: String
  /// In plain Dutch.
  let omschrijving: String
  /// For whom it is a ground.
  let voor: Set<Ontvanger>
  /// Whether the receiver can have good reason to ask for it all the same.
  let isBetwistbaar: Bool
  /// Whether the law that keeps it secret must be named with it.
  let noemtWet: Bool

  private init(
    _ naam: String, _ wet: String, _ artikel: String, _ omschrijving: String, voor: Set<Ontvanger>,
    isBetwistbaar: Bool = false, noemtWet: Bool = false
  ) {
    self.naam = naam
    self.wet = wet
    self.artikel = artikel
    self.omschrijving = omschrijving
    self.voor = voor
    self.isBetwistbaar = isBetwistbaar
    self.noemtWet = noemtWet
  }

  private static let besloten = Set(Ontvanger.allCases).subtracting([.publiek])

  /// Every ground there is.
  static let alle: [Weglatingsgrond] = [
    Weglatingsgrond(
      "niet-gevorderd", "Algemene wet bestuursrecht; Algemene verordening gegevensbescherming",
      "art. 5:13; art. 5 lid 1 onder c",
      "Dit is niet gevraagd en niet nodig om de eis te beoordelen. Een toezichthouder vraagt wat redelijkerwijs nodig is.",
      voor: [.arbeidsinspectie]),
    Weglatingsgrond(
      "niet-nodig", "Algemene verordening gegevensbescherming", "art. 5 lid 1 onder c",
      "Deze persoonsgegevens zijn niet nodig voor wat hier moet blijken.", voor: Set(Ontvanger.allCases)),
    // The local code protects who reports in the same way (004:5259-5271).
    Weglatingsgrond(
      "identiteit-melder", "Wet bescherming klokkenluiders", "art. 1a lid 1",
      "Hieruit kan blijken wie iets heeft gemeld. Dat blijft geheim, tenzij de melder instemt of een wet het opdraagt.",
      voor: Set(Ontvanger.allCases)),
    Weglatingsgrond(
      "medisch", "Algemene verordening gegevensbescherming; Burgerlijk Wetboek", "art. 9 lid 1; art. 7:457",
      "Dit gaat over iemands gezondheid.", voor: Set(Ontvanger.allCases)),
    Weglatingsgrond(
      "wettelijk-geheim", "Algemene wet bestuursrecht", "art. 5:20 lid 2",
      "Een wet verplicht wie dit weet tot geheimhouding.", voor: besloten, noemtWet: true),
    Weglatingsgrond(
      "lokale-geheimhouding", "Gemeentewet", "art. 87 tot en met 89",
      "De gemeente legde hier zelf geheimhouding op. Of dat tegenover u geldt, is betwistbaar.", voor: besloten,
      isBetwistbaar: true),
    Weglatingsgrond(
      "woo-persoonlijke-levenssfeer", "Wet open overheid", "art. 5.1 lid 2 onder e",
      "Openbaar maken schaadt iemands persoonlijke levenssfeer.", voor: [.publiek]),
    Weglatingsgrond(
      "woo-inspectie", "Wet open overheid", "art. 5.1 lid 2 onder d",
      "Openbaar maken schaadt de inspectie, de controle of het toezicht.", voor: [.publiek]),
    Weglatingsgrond(
      "woo-functioneren-bestuur", "Wet open overheid", "art. 5.1 lid 2 onder i",
      "Openbaar maken schaadt het goed functioneren van de gemeente.", voor: [.publiek]),
    Weglatingsgrond(
      "woo-intern-beraad", "Wet open overheid", "art. 5.2 lid 1",
      "Dit zijn persoonlijke beleidsopvattingen uit intern beraad.", voor: [.publiek]),
  ]

  /// How a legend tells it, with the law that was named with it.
  func json(wet named: String?) -> JSON {
    [
      "grond": .string(named.map { "\(naam):\($0)" } ?? naam), "wet": .string(wet), "artikel": .string(artikel),
      "genoemdeWet": named.map { .string($0) } ?? .null, "omschrijving": .string(omschrijving),
      "betwistbaar": .bool(isBetwistbaar),
    ]
  }

  /// The ground that a name means for a receiver.
  /// - Throws: `Failure` for a name that is no ground, or is none for this receiver.
  static func grond(_ naam: String, voor ontvanger: Ontvanger) throws -> Weglatingsgrond {
    guard let grond = alle.first(where: { $0.naam == naam }) else {
      throw Failure(
        .badInput,
        Text(nl: "--weglaten: «\(naam)» is geen grond", en: "--weglaten: “\(naam)” is not a ground"),
        remedy: namen(voor: ontvanger))
    }
    guard grond.voor.contains(ontvanger) else {
      throw Failure(
        .badInput,
        Text(
          nl: "--weglaten: \(grond.wet) \(grond.artikel) is geen grond tegenover \(ontvanger.text.nl)",
          en: "--weglaten: \(grond.wet) \(grond.artikel) is no ground against the \(ontvanger.text.en)"),
        remedy: namen(voor: ontvanger))
    }
    return grond
  }

  private static func namen(voor ontvanger: Ontvanger) -> Text {
    let namen = alle.filter { $0.voor.contains(ontvanger) }.map(\.naam).joined(separator: ", ")
    return Text(nl: "kies uit: \(namen)", en: "choose from: \(namen)")
  }

  /// The ground that covers names in what is added only to prove who could sign.
  static func vanzelf(voor ontvanger: Ontvanger) -> String {
    ontvanger == .arbeidsinspectie ? "niet-gevorderd" : "niet-nodig"
  }
}
