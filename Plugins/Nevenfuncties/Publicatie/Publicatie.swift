import Governance
import Ledger
import Publication

/// What the public site shows of the register: every page, the data, the changes and what can be checked.
///
/// A pure function of the register, so the same register gives the same bytes.
struct Publicatie: Sendable {
  let register: OpenbaarRegister
  let settings: SiteSettings
  /// When the site was published before.
  let publicaties: [EarlierPublication]
  let sjablonen: Templates
  /// The list as it is now, and its rows.
  let nu: [Kaart]
  let regels: [Regel]
  /// Statements whose content is gone: it is not shown in any earlier state either.
  let vervallen: Set<String>
  /// Statements that ended and are still in the history.
  let beeindigd: [OpenbareOpgave]
  /// The number of each statement among those beside its function, by its id.
  let nummers: [String: Int]
  /// Every function that the register knows, in the order of the list and then of the changes.
  let alleFuncties: [OpenbareFunctie]
  /// What stands on the page of each function, by its word.
  let functiedelen: [String: Functiedelen]
  /// The title of each function's page, by its word: no two are alike.
  let functietitels: [String: String]
  let kaartVan: [String: Kaart]
  let wijzigingenVanFunctie: [String: [OpenbareWijziging]]
  let opgaveVan: [String: OpenbareOpgave]
  let wijzigingenVanOpgave: [String: [OpenbareWijziging]]

  init(
    _ register: OpenbaarRegister, _ settings: SiteSettings, publicaties: [EarlierPublication] = []
  ) throws {
    self.register = register
    self.publicaties = publicaties
    self.settings = settings
    sjablonen = try Templates(Self.bronnen + Layout.shared)
    nu = register.kaarten(op: register.dag)
    regels = Self.regels(nu)
    vervallen = Set(
      register.opgaven.filter { if case .vervallen = $0.status { true } else { false } }.map(\.id))
    beeindigd = register.opgaven.filter { if case .beeindigd = $0.status { true } else { false } }
    nummers = Dictionary(grouping: register.opgaven, by: \.functie.slug).values.reduce(into: [:]) { nummers, opgaven in
      for (index, opgave) in opgaven.enumerated() { nummers[opgave.id] = index + 1 }
    }
    var gezien: Set<String> = []
    alleFuncties =
      (nu.map(\.functie) + register.verlopen.map(\.functie) + register.opgaven.map(\.functie)
      + register.wijzigingen.map(\.functie)).filter { gezien.insert($0.slug).inserted }
    functiedelen = Functiedelen.alle(register, nu, beeindigd)
    functietitels = Self.titels(alleFuncties)
    kaartVan = Dictionary(nu.map { ($0.id, $0) }) { first, _ in first }
    wijzigingenVanFunctie = Dictionary(grouping: register.wijzigingen, by: \.functie.slug)
    opgaveVan = Dictionary(register.opgaven.map { ($0.id, $0) }) { first, _ in first }
    wijzigingenVanOpgave = Dictionary(grouping: register.wijzigingen.filter { $0.opgave != nil }) { $0.opgave ?? "" }
    try toetsAdressen()
  }

  /// The subject as the site's writer takes it.
  func subject() throws -> PublishedSubject {
    let lijstbladen = try lijstbladen()
    return PublishedSubject(
      slug: Adressen.woord, title: "Nevenfuncties",
      summary: samenvatting,
      legalBase: grondslag, responsible: verantwoordelijke,
      pages: PageStream { naar in
        let delen = CheckedParts(controleerbaar(lijstbladen), of: Adressen.woord)
        try lijst(lijstbladen, naar)
        try geordend(naar)
        try alles(naar)
        try functies(delen, naar)
        try opgaven(delen, naar)
        try historie(naar)
        try wijzigingen(naar)
        try statussen(naar)
        if toont(.organisatie) { try organisaties(naar) }
      },
      dataset: gegevens, changes: veranderingen, changesPath: Adressen.wijzigingen,
      checked: controleerbaar(lijstbladen), policy: beleid,
      overview: try overzicht(), findable: try vindbaar(), history: geschiedenis)
  }

  /// What the subject is about.
  var samenvatting: String {
    "Welk ander werk de hoogste ambtenaren van \(settings.organisatie) doen naast hun functie."
  }

  /// The regulation and the place in it, as anyone can look it up.
  var grondslag: String {
    register.regeling.titel + (register.regeling.grondslag.map { ", " + $0 } ?? "")
  }

  /// Who is responsible, as a sentence may start with it.
  var verantwoordelijke: String { Self.verantwoordelijke(register.regeling.verantwoordelijke) }

  /// Who is responsible for what is said of a function, where that is another than for the rest.
  func verantwoordelijke(_ functie: OpenbareFunctie) -> String? {
    functie.verantwoordelijke.map { Self.verantwoordelijke($0) }
  }

  private static func verantwoordelijke(_ rol: Rol) -> String { rol.text(.dutch).asSentenceStart }

  /// Fields of a statement that the regulation names, in its order; the name stands with the function.
  var velden: [OpenbaarVeld] { register.regeling.velden.filter { $0 != .naam } }

  /// Whether a statement's content is gone.
  func isVervallen(_ versie: OpgaveVersie) -> Bool { vervallen.contains(versie.opgave) }

  func toont(_ veld: OpenbaarVeld) -> Bool { register.regeling.velden.contains(veld) }

  /// Words that become part of an address may hold nothing that has a meaning there.
  private func toetsAdressen() throws {
    let woorden = register.opgaven.map(\.id) + register.verlopen.map(\.id) + alleFuncties.map(\.slug)
    for woord in woorden where !Address.isSegment(woord) {
      throw Failure(
        .badInput,
        Text(
          nl: "'\(woord)' kan geen deel van een adres zijn: verwacht werden kleine letters, cijfers en streepjes.",
          en: "'\(woord)' cannot be a part of an address: expected were small letters, digits and hyphens."))
    }
  }

  /// The name of each function, told apart from another of the same name and from the other pages.
  private static func titels(_ functies: [OpenbareFunctie]) -> [String: String] {
    let aantallen = functies.reduce(into: [:]) { $0[$1.naam.comparisonKey, default: 0] += 1 }
    var titels: [String: String] = [:]
    var bezet = Set(functies.map(\.naam))
    for functie in functies {
      var titel = functie.naam
      if aantallen[titel.comparisonKey] != 1 || isBezet(titel) {
        titel = "\(functie.naam) (\(functie.slug))"
        while !bezet.insert(titel).inserted { titel += "*" }
      }
      titels[functie.slug] = titel
    }
    return titels
  }

  /// Whether another page might have this title, as "Wijzigingen" or "Per organisatie, pagina 2".
  private static func isBezet(_ naam: String) -> Bool {
    let begin = [
      "Nevenfuncties", "Functies", "Opgave", "De lijst", "De hele lijst", "Wijzigingen", "Stand van zaken",
      "Per organisatie",
    ]
    return naam.contains(", ") || begin.contains { naam.hasPrefix($0) }
  }
}

/// What stands on the page of one function.
struct Functiedelen: Sendable {
  var huidige: [Kaart] = []
  var einden: [OpenbareOpgave] = []
  /// Cards of those who held the function, as they last were, latest first.
  var vorige: [(kaart: Kaart, tot: CalendarDate)] = []
  /// Whether it is designated now, also when nobody holds it.
  var isAangewezen = false

  static func alle(
    _ register: OpenbaarRegister, _ nu: [Kaart], _ beeindigd: [OpenbareOpgave]
  ) -> [String: Functiedelen] {
    var delen: [String: Functiedelen] = [:]
    for kaart in nu { delen[kaart.functie.slug, default: Functiedelen()].huidige.append(kaart) }
    for opgave in beeindigd { delen[opgave.functie.slug, default: Functiedelen()].einden.append(opgave) }
    for verloop in register.verlopen {
      guard let tot = verloop.houder.last?.totEnMet, let kaart = verloop.kaart(op: tot) else { continue }
      delen[verloop.functie.slug, default: Functiedelen()].vorige.append((kaart, tot))
    }
    for wijziging in register.wijzigingen where wijziging.kaart == nil {
      switch wijziging.soort {
      case .functieAangewezen: delen[wijziging.functie.slug, default: Functiedelen()].isAangewezen = true
      case .functieVervallen: delen[wijziging.functie.slug, default: Functiedelen()].isAangewezen = false
      default: break
      }
    }
    for slug in delen.keys { delen[slug]?.vorige.sort { $0.tot > $1.tot } }
    return delen
  }
}
