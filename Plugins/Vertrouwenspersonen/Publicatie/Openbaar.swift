import Governance
import Ledger
import Publication

/// What may be public of the vertrouwenspersonen: one stand a year, an address of the function, and overviews in totals.
///
/// Nothing of it comes from one person's facts but the stand, which is counted once a year; see `Jaarstand`.
struct Openbaar: Sendable {
  /// The year of the day that the site is about.
  let jaar: Int
  /// That year's stand; nil when there is none yet.
  let stand: Jaarstand?
  /// Where the function is reached; nil when nobody stated that.
  let adres: String?
  /// The overviews that were made public, of all vertrouwenspersonen together, latest first.
  let overzichten: [OpenbaarOverzicht]
  /// What someone should know before turning to one, as far as the municipality's own rules say it.
  let uitleg: String?
  /// The municipality's own rules with the place where they are laid down; nil when it laid none down.
  let regels: String?
  /// Who appoints by those rules.
  let benoemer: Rol?

  /// Reads it; nil when there is nothing to publish yet, which never depends on what is recorded of one person this year.
  static func lees(_ request: PublicationRequest) throws -> Openbaar? {
    let (views, day) = (request.views, request.day)
    let openbaar = try Openbaar(request)
    let asked: [any EventDefinition.Type] = [
      VertrouwenspersonenregelsVastgesteld.self, FormatieVastgesteld.self, AantalVertrouwenspersonenOpgegeven.self,
      AanspreekpuntVastgesteld.self,
    ]
    let isChosen = try asked.contains { try views.last(of: $0, by: day) != nil }
    return isChosen || openbaar.stand != nil || !openbaar.overzichten.isEmpty ? openbaar : nil
  }

  private init(_ request: PublicationRequest) throws {
    let (views, day) = (request.views, request.day)
    let keuzes = try Vertrouwenspersonenregels(on: day, views)
    jaar = day.year
    stand = try Jaarstand.over(day.year, knownAt: request.firstOfYear[day.year] ?? .max, views)
    adres = try Aanspreekpunt.geldend(on: day, views)
    overzichten = try OpenbaarOverzicht.alle(on: day, views)
    uitleg = keuzes.uitleg?.nl
    typealias Besluit = VertrouwenspersonenregelsVastgesteld
    let titel = keuzes.besluiten.last { $0[Besluit.titel] != nil }?[Besluit.titel]
    let grondslag = keuzes.besluiten.last { $0[Besluit.grondslag] != nil }?[Besluit.grondslag]
    let named = [titel, grondslag].compactMap(\.self)
    regels = named.isEmpty ? nil : named.joined(separator: ", ")
    benoemer = keuzes.benoemer
  }
}

/// One yearly overview as the public may read it.
struct OpenbaarOverzicht: Sendable, Hashable {
  let jaar: Int
  let drempel: Int64
  let cijfers: Jaarcijfers
  /// Where the overview itself stands; nil when that was not said.
  let vindplaats: String?

  /// The overviews of all vertrouwenspersonen together that had been made public by a day, latest first.
  ///
  /// One of a single vertrouwenspersoon is never among them: even its totals are about one person.
  static func alle(on day: CalendarDate, _ views: ViewReader) throws -> [OpenbaarOverzicht] {
    try views.facts(of: JaaroverzichtVerstrekt.self).compactMap { fact in
      guard let overzicht = try views.subject(Jaaroverzicht.self, SubjectKey(fact.stream)), overzicht.feit.counts,
        overzicht.vertrouwenspersoon == nil, overzicht.feit.effective.isOnOrBefore(day) == .yes,
        let publicatie = overzicht.publicatie, publicatie.effective.isOnOrBefore(day) == .yes,
        let drempel = overzicht.feit[JaaroverzichtVerstrekt.drempel]
      else { return nil }
      return OpenbaarOverzicht(
        jaar: Int(overzicht.jaar), drempel: drempel, cijfers: Verhulling(drempel: drempel).veilig(overzicht.cijfers),
        vindplaats: publicatie[JaaroverzichtGepubliceerd.vindplaats].flatMap { WebAddress.isSafe($0) ? $0 : nil })
    }.sorted { $0.jaar > $1.jaar }
  }

  /// A number in words.
  func woorden(_ telling: Telling) -> String { telling.text(drempel: drempel).nl }
}

extension Verhulling {
  /// Numbers of which nothing small can be told, whatever was recorded: what is not safe is not shown.
  ///
  /// The rules saw to that when they were recorded; what is published is looked at once more.
  func veilig(_ cijfers: Jaarcijfers) -> Jaarcijfers {
    var shown = cijfers
    if case .aantal(let number) = cijfers.meldingen, number < drempel { shown.meldingen = .klein }
    if let werknemers = cijfers.werknemers, !isVeilig(werknemers: werknemers, totaal: shown.meldingen) {
      shown.werknemers = .nietGetoond
    }
    func lines(_ lines: [Onderdeel]) -> [Onderdeel] {
      isVeilig(lines, totaal: shown.meldingen) ? lines : lines.map { Onderdeel($0.soort, .nietGetoond) }
    }
    shown.afdoening = lines(cijfers.afdoening)
    shown.themas = lines(cijfers.themas)
    return shown
  }
}
