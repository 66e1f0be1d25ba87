import Governance
import Publication

/// In which order the list stands; each has an address of its own.
enum Volgorde: String, CaseIterable {
  case functie
  case organisatie
  case ingang
  case gewijzigd = "laatst-gewijzigd"

  /// What it is called.
  var woord: String {
    switch self {
    case .functie: "functie"
    case .organisatie: "organisatie"
    case .ingang: "ingang, nieuwste eerst"
    case .gewijzigd: "laatst gewijzigd"
    }
  }
}

/// What a page with rows shows: the list in an order, or the rows of one state.
enum Rijkeuze: Equatable {
  case lijst(Volgorde)
  case status(Toestand)
}

extension Publicatie {
  /// What a reader can choose from the list, with how many rows each has, and the orders.
  func keuze(_ deze: Rijkeuze, _ blad: Sheet, leeg: String) throws -> String {
    let alles: TemplateValue = [
      "woord": "Alles", "aantal": .text(String(regels.count)), "adres": weg(blad.path, Adressen.lijst),
      "isDeze": .flag(deze == .lijst(.functie)),
    ]
    var isGeordend = false
    if case .lijst = deze { isGeordend = volgordes.count > 1 && !regels.isEmpty }
    return try sjablonen.render(
      "keuze",
      [
        "filters": .list(
          [alles]
            + aantallen.map { toestand, aantal in
              [
                "woord": .text(toestand.woord), "aantal": .text(String(aantal)),
                "adres": weg(blad.path, Adressen.status(toestand)), "isDeze": .flag(deze == .status(toestand)),
              ]
            }),
        "heeftVolgordes": .flag(isGeordend),
        "volgordes": .list(
          volgordes.map {
            [
              "woord": .text($0.woord), "adres": weg(blad.path, Adressen.volgorde($0)),
              "isDeze": .flag(deze == .lijst($0)),
            ]
          }),
        "isLeeg": .flag(blad.things.isEmpty), "leeg": .text(leeg),
      ])
  }

  /// The orders that the published fields allow.
  private var volgordes: [Volgorde] {
    Volgorde.allCases.filter { volgorde in
      switch volgorde {
      case .functie, .gewijzigd: true
      case .organisatie: toont(.organisatie)
      case .ingang: toont(.ingang)
      }
    }
  }

  /// How many there are in each state.
  private var aantallen: [(toestand: Toestand, aantal: Int)] {
    Toestand.allCases.map { toestand in
      (toestand, toestand == .vervallen ? beeindigd.count : regels.count { hoort($0, bij: toestand) })
    }
  }

  /// The list in each other order. Rows of which the order says nothing come last, in the order of the list.
  func geordend(_ naar: (Page) throws -> Void) throws {
    guard !regels.isEmpty else { return }
    for volgorde in volgordes where volgorde != .functie {
      let rijen = Self.inVolgorde(regels(volgorde))
      for blad in try bladen(Adressen.volgorde(volgorde), rijen, isPerFunctie: false) {
        let titel = "Nevenfuncties op volgorde van \(volgorde.woord)"
        try naar(
          Page(
            path: blad.path, title: titel + blad.titleSuffix,
            summary:
              "De nevenwerkzaamheden die \(settings.organisatie) openbaar maakt, op volgorde van \(volgorde.woord).",
            trail: kruimels(), opening: try sjablonen.heading(titel, blad),
            html: try metUitleg(
              keuze(.lijst(volgorde), blad, leeg: "") + tabel(blad, titel: titel, koppen) + sjablonen.browse(blad)),
            rail: try rail(blad.path), isWide: true, alternates: vormen, isListed: false))
      }
    }
  }

  private func regels(_ volgorde: Volgorde) -> [Regel] {
    let genummerd = Array(regels.enumerated())
    func sleutel(_ regel: Regel) -> String? {
      guard let versie = regel.versie, !isVervallen(versie) else { return nil }
      switch volgorde {
      case .functie: return nil
      case .organisatie: return if case .waarde(let naam) = versie.organisatie { naam } else { nil }
      case .ingang: return if case .waarde(let dag) = versie.ingang { dag } else { nil }
      case .gewijzigd: return versie.vanaf.description
      }
    }
    return genummerd.map { (plaats: $0.offset, regel: $0.element, sleutel: sleutel($0.element)) }
      .sorted { left, right in
        switch (left.sleutel, right.sleutel) {
        case (nil, nil): return left.plaats < right.plaats
        case (nil, _): return false
        case (_, nil): return true
        case (let een?, let ander?) where een == ander: return left.plaats < right.plaats
        case (let een?, let ander?): return volgorde == .organisatie ? DutchOrder.precedes(een, ander) : een > ander
        }
      }.map(\.regel)
  }
}
