import ArgumentParser
import Console
import Governance
import Ledger

/// The rules that new ones start from.
struct Uitgangspunt {
  let model: Modelregels?
  let titel: String
  let bron: String
  let grondslag: String?
  let instellingen: Instellingen
  let herkomst: [InstellingHerkomst]
  let regeling: StreamID?

  /// A model, or else what is in force on the day the new rules start.
  init(_ preset: Modelregels?, _ regels: [Regels], on date: ImpreciseDate, today: CalendarDate) throws {
    if let preset {
      let model = Model.van(preset)
      (self.model, titel, bron, grondslag) = (preset, model.titel, model.bron, model.grondslag)
      (instellingen, herkomst, regeling) = (model.instellingen, model.herkomst, nil)
      return
    }
    guard let present = regels.geldend(op: date.latest ?? today) ?? regels.last else {
      throw Failure(
        .usage, Text(nl: "er zijn nog geen regels om van uit te gaan", en: "there are no rules yet to start from"),
        remedy: Text(
          nl: "geef --model: \(Modelregels.woorden)", en: "give --model: \(Modelregels.woorden)"))
    }
    model = present.feit[NevenfunctieregelsVastgesteld.model]
    (titel, bron, grondslag) = (present.titel, present.bron, present.grondslag)
    instellingen = present.instellingen
    herkomst = present.feit[NevenfunctieregelsVastgesteld.herkomst] ?? []
    regeling = present.feit[NevenfunctieregelsVastgesteld.regeling]
  }
}

/// What an organisation chooses above a model.
struct InstellingOptions: ParsableArguments {
  @Option(help: Language.help(nl: "Hoe de regels heten.", en: "What the rules are called.", "tekst")) var titel: String?
  @Option(help: Language.help(nl: "Waar zij staan.", en: "Where they stand.", "tekst")) var bron: String?
  @Option(
    help: Language.help(
      nl: "De plaats in de regels zoals de openbare site haar noemt, zoals «artikel 4 tot en met 6», of geen.",
      en: "The place in the rules as the public site names it, as “artikel 4 tot en met 6”, or geen.", "tekst|geen"))
  var grondslag: String?
  @Option(help: Language.help(nl: "De regeling in dit grootboek.", en: "The regulation in this ledger.", "kenmerk"))
  var regeling: String?
  @Option(
    help: Language.help(
      nl: "Wat wordt gemeld: \(Meldplicht.woorden).", en: "What is reported: \(Meldplicht.woorden).", "wat"))
  var meldplicht: String?
  @Option(
    help: Language.help(nl: "Of vooraf toestemming nodig is.", en: "Whether permission is needed beforehand.", "ja|nee")
  )
  var vooraf: String?
  @Option(
    help: Language.help(
      nl: "Of een nevenwerkzaamheid kan worden geweigerd.", en: "Whether an activity can be refused.", "ja|nee"))
  var weigeren: String?
  @Option(help: Language.help(nl: "Wie beslist, met komma's.", en: "Who decides, with commas.", "rollen"))
  var beslissers: String?
  @Option(
    help: Language.help(
      nl: "Wat openbaar wordt, op volgorde, met komma's: \(OpenbaarVeld.woorden).",
      en: "What becomes public, in order, with commas: \(OpenbaarVeld.woorden).", "velden"))
  var velden: String?
  @Option(
    help: Language.help(
      nl: "Welke openbaar worden: \(Openbaarmakingsgrens.woorden).",
      en: "Which become public: \(Openbaarmakingsgrens.woorden).", "grens"))
  var grens: String?
  @Option(
    help: Language.help(nl: "Of inhuur op de lijst staat.", en: "Whether hired people are on the list.", "ja|nee"))
  var inhuur: String?
  @Option(
    help: Language.help(
      nl: "Of betaald werk voor de eigen gemeente verboden is.",
      en: "Whether paid work for the own municipality is barred.", "ja|nee"))
  var verbodEigenGemeente: String?
  @Option(help: Language.help(nl: "Wie verantwoordelijk is voor de opgave.", en: "Who is responsible.", "rol"))
  var verantwoordelijke: String?
  @Option(
    help: Language.help(
      nl: "Wie diens eigen opgave openbaar maakt, of geen.", en: "Who publishes that officer's own, or geen.",
      "rol|geen"))
  var tweede: String?
  @Option(
    help: Language.help(
      nl: "Om de hoeveel tijd wordt bevestigd, zoals P1Y.", en: "How often is confirmed, as P1Y.", "duur"))
  var bevestigIedere: String?
  @Option(
    help: Language.help(
      nl: "Binnen hoeveel tijd wordt beslist, of geen.", en: "Within what time is decided, or geen.", "duur|geen"))
  var beslistermijn: String?
  @Option(
    help: Language.help(
      nl: "Binnen hoeveel tijd wordt bijgewerkt, of geen.", en: "Within what time is updated, or geen.", "duur|geen"))
  var bijwerktermijn: String?
  @Option(
    help: Language.help(
      nl: "Hoe lang een beëindigde opgave zichtbaar blijft, of geen.",
      en: "How long an ended statement stays, or geen.",
      "duur|geen"))
  var bewaar: String?
  @Option(
    help: Language.help(
      nl: "Hoe lang na vertrek iemand niet zonder meer wordt ingehuurd, zoals P18M, of geen.",
      en: "How long after leaving someone is not hired without more ado, as P18M, or geen.", "duur|geen"))
  var draaideur: String?
  @Option(
    help: Language.help(
      nl: "De controlevragen, met komma's, of geen: \(Vraag.woorden).",
      en: "The questions, with commas, or geen: \(Vraag.woorden).", "vragen|geen"))
  var vragen: String?

  /// The settings with what was chosen, and which were chosen.
  func apply(to base: Instellingen) throws -> (Instellingen, Set<Instelling>) {
    var choices = base
    var chosen: Set<Instelling> = []
    func set<Value>(
      _ text: String?, _ setting: Instelling, _ path: WritableKeyPath<Instellingen, Value>,
      _ read: (String) throws -> Value
    ) throws {
      guard let text else { return }
      choices[keyPath: path] = try read(text)
      chosen.insert(setting)
    }
    try set(meldplicht, .meldplicht, \.meldplicht) { try Input.code($0, option: "--meldplicht") }
    try set(vooraf, .voorafgaandeToestemming, \.voorafgaandeToestemming) { try Input.yes($0, option: "--vooraf") }
    try set(weigeren, .weigeren, \.weigeren) { try Input.yes($0, option: "--weigeren") }
    try set(beslissers, .beslissers, \.beslissers) { try Input.codes($0, option: "--beslissers") }
    try set(velden, .velden, \.velden) { try Input.codes($0, option: "--velden") }
    try set(grens, .grens, \.grens) { try Input.code($0, option: "--grens") }
    try set(inhuur, .inhuur, \.inhuur) { try Input.yes($0, option: "--inhuur") }
    try set(verbodEigenGemeente, .betaaldEigenGemeenteVerboden, \.betaaldEigenGemeenteVerboden) {
      try Input.yes($0, option: "--verbod-eigen-gemeente")
    }
    try set(verantwoordelijke, .verantwoordelijke, \.verantwoordelijke) {
      try Input.code($0, option: "--verantwoordelijke")
    }
    try set(tweede, .tweedeOpenbaarmaker, \.tweedeOpenbaarmaker) {
      $0 == Self.none ? nil : try Input.code($0, option: "--tweede")
    }
    try set(bevestigIedere, .bevestigingIedere, \.bevestigingIedere) { try duration($0, "--bevestig-iedere") }
    try set(beslistermijn, .beslistermijn, \.beslistermijn) { try optional($0, "--beslistermijn") }
    try set(bijwerktermijn, .bijwerktermijn, \.bijwerktermijn) { try optional($0, "--bijwerktermijn") }
    try set(bewaar, .bewaarNaEinde, \.bewaarNaEinde) { try optional($0, "--bewaar") }
    try set(draaideur, .draaideur, \.draaideur) { try optional($0, "--draaideur") }
    try set(vragen, .vragen, \.vragen) { $0 == Self.none ? [] : try Input.codes($0, option: "--vragen") }
    return (choices, chosen)
  }

  /// The public place in the rules: what was chosen, or what the rules it starts from say.
  ///
  /// Another title is another regulation, so its articles are not those of the model.
  func grondslag(of base: Uitgangspunt) -> String? {
    switch grondslag {
    case Self.none: nil
    case let chosen?: chosen
    case nil: titel == nil || titel == base.titel ? base.grondslag : nil
    }
  }

  private static let none = "geen"

  private func optional(_ text: String, _ option: String) throws -> Tijdsduur? {
    text == Self.none ? nil : try duration(text, option)
  }

  private func duration(_ text: String, _ option: String) throws -> Tijdsduur {
    try Input.duration(
      text, option: option,
      expected: Text(nl: "is geen duur zoals P1Y, P6M, P8W of P14D", en: "is no duration such as P1Y, P6M, P8W or P14D")
    )
  }
}
