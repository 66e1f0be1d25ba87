import Governance
import Ledger

/// The public address of the function.
enum Aanspreekpunt {
  /// The address that holds on a day; nil when none was stated.
  static func geldend(on day: CalendarDate, _ views: ViewReader) throws -> String? {
    try views.last(of: AanspreekpuntVastgesteld.self, by: day)?[AanspreekpuntVastgesteld.adres]
  }

  /// That the address is one that was recorded as a person's, as far as whoever signs can read that.
  static func waarschuwing(_ draft: EventDraft, _ reading: Reading) throws -> Text? {
    guard draft.type.name == AanspreekpuntVastgesteld.type.name, let adres = draft[AanspreekpuntVastgesteld.adres]
    else { return nil }
    let everyone = try reading.views.facts(of: KandidaatVoorgedragen.self).compactMap {
      try Benoeming.find($0.stream, reading.views)
    }
    let whose = try everyone.first { benoeming in
      try Contactgegevens(benoeming, reading.filter).email.string?.lowercased() == adres.lowercased()
    }
    return whose.map { benoeming in
      Text(
        nl:
          "Dit is het adres van \(benoeming.handle) zelf: op de site ziet iedereen dan wie dat is. Geef een adres van de "
          + "functie.",
        en: "This is the address of \(benoeming.handle) in person: on the site everyone then sees who that is. Give an "
          + "address of the function.")
    }
  }
}
