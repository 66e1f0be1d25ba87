import Governance
import Ledger
import Publication

/// The pages and the data about vertrouwenspersonen: a pure function of what is public, so the same gives the same bytes.
struct Publicatie: Sendable {
  let openbaar: Openbaar
  let settings: SiteSettings
  private let sjablonen: Templates

  init(_ openbaar: Openbaar, _ settings: SiteSettings) throws {
    self.openbaar = openbaar
    self.settings = settings
    sjablonen = try Templates(
      [
        ("stand-boven", PackageResources.stand_boven_mustache), ("stand", PackageResources.stand_mustache),
        ("start", PackageResources.start_mustache),
        ("jaaroverzicht-boven", PackageResources.jaaroverzicht_boven_mustache),
        ("jaaroverzicht", PackageResources.jaaroverzicht_mustache), ("adres", PackageResources.adres_mustache),
      ] + Layout.shared)
  }

  private static let woord = "vertrouwenspersonen"
  private static let eerste = "/\(woord)/"
  private static func adres(_ overzicht: OpenbaarOverzicht) -> String { "\(eerste)jaaroverzichten/\(overzicht.jaar)/" }

  /// The subject as the site's writer takes it.
  ///
  /// It has no feed, no entries to check and no news: each of them would say when something changed, or name the event
  /// of one person.
  func subject() throws -> PublishedSubject {
    let pages = try [voorpagina()] + openbaar.overzichten.map { try pagina($0) }
    return PublishedSubject(
      slug: Self.woord, title: "Vertrouwenspersonen",
      summary: "Hoeveel vertrouwenspersonen \(settings.organisatie) heeft, en hoe medewerkers hen bereiken.",
      legalBase: grondslag,
      responsible: openbaar.benoemer.map { $0.text(.dutch).asSentenceStart } ?? settings.organisatie,
      pages: PageStream(pages), dataset: gegevens, changes: nil, checked: [], policy: beleid,
      overview: Overview(figures: cijfers, html: try sjablonen.render("start", start)), findable: vindbaar)
  }

  private var grondslag: String {
    openbaar.regels ?? "Eigen keuze van de organisatie; regels zijn nog niet vastgelegd"
  }

  private var cijfers: [Overview.Figure] {
    openbaar.stand.map { stand in
      [
        Overview.Figure(
          Int(clamping: stand.totaal),
          "\(stand.totaal == 1 ? "vertrouwenspersoon" : "vertrouwenspersonen") op 1 januari \(stand.jaar)", Self.eerste)
      ]
    } ?? []
  }

  private var vindbaar: [Findable] {
    [Findable(kind: "Onderwerpen", name: "Vertrouwenspersonen", path: Self.eerste)]
      + openbaar.overzichten.map {
        Findable(
          kind: "Jaaroverzichten", name: "Jaaroverzicht \($0.jaar)", context: "Vertrouwenspersonen",
          path: Self.adres($0))
      }
  }
}

extension Publicatie {
  private func weg(_ van: String, _ naar: String) -> TemplateValue { .text(Address.relative(from: van, to: naar)) }

  private var vormen: [Page.Alternate] { Page.Alternate.data(of: Self.woord, hasFeed: false) }

  private var aanspreekpunt: TemplateValue {
    .optional(
      openbaar.adres.map { adres in
        ["tekst": .text(adres), "adres": .optional(ContactPoint(adres)?.uri)] as TemplateValue
      })
  }

  private var stand: TemplateValue {
    .optional(
      openbaar.stand.map { stand in
        let least = stand.isOndergrens ? "ten minste " : ""
        return [
          "jaar": .text(String(stand.jaar)), "totaal": .text(least + String(stand.totaal)),
          "intern": .text(String(stand.intern)), "extern": .text(String(stand.extern)),
          "isEen": .flag(stand.totaal == 1), "isOndergrens": .flag(stand.isOndergrens),
          "isOpgave": .flag(stand.isOpgave),
        ] as TemplateValue
      })
  }

  private var start: TemplateValue {
    [
      "stand": stand, "jaar": .text(String(openbaar.jaar)), "adres": weg("/", Self.eerste),
      "aanspreekpunt": aanspreekpunt,
      "overzicht": .optional(
        openbaar.overzichten.first.map {
          ["jaar": .text(String($0.jaar)), "adres": weg("/", Self.adres($0))] as TemplateValue
        }),
    ]
  }

  private func voorpagina() throws -> Page {
    let path = Self.eerste
    let values: TemplateValue = [
      "organisatie": .text(settings.organisatie), "stand": stand, "jaar": .text(String(openbaar.jaar)),
      "volgendJaar": .text(String(openbaar.jaar + 1)), "aanspreekpunt": aanspreekpunt,
      "uitleg": .optional(openbaar.uitleg), "heeftOverzichten": .flag(!openbaar.overzichten.isEmpty),
      "beleid": weg(path, "/publicatiebeleid/"),
      "overzichten": .list(
        openbaar.overzichten.map { overzicht in
          [
            "jaar": .text(String(overzicht.jaar)), "adres": weg(path, Self.adres(overzicht)),
            "meldingen": .text(overzicht.woorden(overzicht.cijfers.meldingen)),
          ]
        }),
    ]
    return Page(
      path: path, title: "Vertrouwenspersonen",
      summary: "Hoeveel vertrouwenspersonen \(settings.organisatie) heeft en hoe medewerkers hen bereiken.",
      trail: [Page.Link("Start", "/")], opening: try sjablonen.render("stand-boven", values),
      html: try sjablonen.render("stand", values), alternates: vormen)
  }

  private func pagina(_ overzicht: OpenbaarOverzicht) throws -> Page {
    let path = Self.adres(overzicht)
    func lines(_ lines: [Onderdeel]) -> TemplateValue {
      .list(lines.map { ["soort": .text($0.soort), "aantal": .text(overzicht.woorden($0.aantal))] })
    }
    let cijfers = overzicht.cijfers
    let values: TemplateValue = [
      "jaar": .text(String(overzicht.jaar)), "organisatie": .text(settings.organisatie),
      "drempel": .text(String(overzicht.drempel)), "meldingen": .text(overzicht.woorden(cijfers.meldingen)),
      "werknemers": .optional(cijfers.werknemers.map { overzicht.woorden($0) }),
      "heeftAfdoening": .flag(!cijfers.afdoening.isEmpty), "afdoening": lines(cijfers.afdoening),
      "heeftThemas": .flag(!cijfers.themas.isEmpty), "themas": lines(cijfers.themas),
      "vindplaats": .optional(overzicht.vindplaats), "vertrouwenspersonen": weg(path, Self.eerste),
    ]
    return Page(
      path: path, title: "Jaaroverzicht \(overzicht.jaar) van de vertrouwenspersonen",
      summary:
        "Hoe vaak medewerkers van \(settings.organisatie) in \(overzicht.jaar) bij een vertrouwenspersoon kwamen.",
      trail: [Page.Link("Start", "/"), Page.Link("Vertrouwenspersonen", Self.eerste)],
      opening: try sjablonen.render("jaaroverzicht-boven", values),
      html: try sjablonen.render("jaaroverzicht", values), alternates: vormen)
  }
}

extension Publicatie {
  /// One row for the year's stand, and one for each overview.
  private var gegevens: Dataset {
    Dataset(
      description:
        "Het aantal vertrouwenspersonen van \(settings.organisatie), één stand per jaar, en de jaaroverzichten in totalen.",
      keywords: ["vertrouwenspersonen", "integriteit", "ongewenste omgangsvormen", "gemeente"],
      columns: Self.kolommen, rows: (openbaar.stand.map { [rij($0)] } ?? []) + openbaar.overzichten.map { rij($0) })
  }

  private static let kolommen = [
    Dataset.Column(
      "soort", heading: "Soort", meaning: "Of dit de stand van een jaar is, of het overzicht over een jaar.",
      .code(["stand", "jaaroverzicht"]), isRequired: true),
    Dataset.Column("jaar", heading: "Jaar", meaning: "Over welk jaar het gaat.", .number, isRequired: true),
    Dataset.Column("peildatum", heading: "Peildatum", meaning: "De dag waarop is geteld: altijd 1 januari.", .day),
    Dataset.Column("intern", heading: "Intern", meaning: "Hoeveel interne vertrouwenspersonen er waren.", .number),
    Dataset.Column("extern", heading: "Extern", meaning: "Hoeveel externe vertrouwenspersonen er waren.", .number),
    Dataset.Column(
      "isOndergrens", heading: "Ten minste", meaning: "Of het er meer kunnen zijn, omdat een datum niet precies is.",
      .truth),
    Dataset.Column("meldingen", heading: "Meldingen", meaning: "Hoeveel meldingen er in het jaar waren.", .number),
    Dataset.Column(
      "werknemers", heading: "Werknemers", meaning: "Hoeveel werknemers in het jaar bij een vertrouwenspersoon kwamen.",
      .number),
    Dataset.Column(
      "drempel", heading: "Drempel", meaning: "Kleinere aantallen staan niet in het overzicht: dan is het veld leeg.",
      .number),
    Dataset.Column("pagina", heading: "Pagina", meaning: "De pagina erover.", .path, isRequired: true),
  ]

  private func rij(_ stand: Jaarstand) -> [JSON] {
    [
      "stand", .int(Int64(stand.jaar)), .string("\(stand.jaar)-01-01"), .int(stand.intern), .int(stand.extern),
      .bool(stand.isOndergrens), .null, .null, .null, .string(Self.eerste),
    ]
  }

  private func rij(_ overzicht: OpenbaarOverzicht) -> [JSON] {
    func number(_ telling: Telling?) -> JSON { if case .aantal(let number) = telling { .int(number) } else { .null } }
    return [
      "jaaroverzicht", .int(Int64(overzicht.jaar)), .null, .null, .null, .null, number(overzicht.cijfers.meldingen),
      number(overzicht.cijfers.werknemers), .int(overzicht.drempel), .string(Self.adres(overzicht)),
    ]
  }

  /// The publication policy: what, why, and what not.
  private var beleid: [(heading: String, paragraphs: [String])] {
    [
      (
        "Wat wij openbaar maken",
        [
          "Eén keer per jaar: hoeveel vertrouwenspersonen er op 1 januari waren, intern en extern. Verder het adres van de functie, en jaaroverzichten in totalen die openbaar zijn gemaakt."
        ]
      ),
      (
        "Waarom",
        [
          "Medewerkers moeten weten dat er vertrouwenspersonen zijn en hoe zij hen bereiken. Iedereen kan zien dat \(settings.organisatie) dat heeft geregeld."
        ]
      ),
      (
        "Wat wij niet openbaar maken",
        [
          "Geen namen, en niet wanneer iemand begon, stopte of weg was. Het zijn er weinig: een aantal dat in de loop van het jaar verandert, zou laten zien om wie het gaat.",
          "Daarom verandert de stand in een jaar niet meer. Wat wij later vastleggen of herstellen, telt mee in de stand van het volgende jaar.",
          "Meldingen zijn vertrouwelijk. Kleine aantallen in een jaaroverzicht tonen wij niet.",
        ]
      ),
    ]
  }
}
