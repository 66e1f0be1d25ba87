import Governance
import Instemming
import Ledger

extension Benoeming {
  /// Where it stands on a day, as far as the reader can open it; consent is asked of the plugin that records it.
  func toestand(on day: CalendarDate, _ reading: Reading) throws -> Toestand {
    guard let begin else { return try kandidatuur(on: day, reading) }
    if isVoorbij(on: day) { return try ended(on: day, keuzes.regels(on: day), reading.filter) }
    if begin.effective.isAfter(day) == .yes { return .benoemd }
    let ontheffing = try Ontheffing(self, op: day, reading.filter)
    if ontheffing.voornemen != nil {
      let consent = try instemming(.ontheffen, op: day, reading.views, reading.filter)
      let isOfThisOne = consent.map { ontheffing.eerderNodig(dan: $0, keuzes.regels(on: day)) == nil } ?? false
      return isOfThisOne && consent?.geldtAlsInstemming == true ? .instemmingOntheffing : .ontheffingVoorgenomen
    }
    return verlengingen.contains { $0.effective.isAfter(day) != .yes } ? .verlengd : .actief
  }

  /// Whether the function had certainly ended by a day, also before it began.
  func isVoorbij(on day: CalendarDate) -> Bool {
    guard let begin else { return false }
    return begin.effective.isAfter(day) == .yes ? einde?.effective.isOnOrBefore(day) == .yes : dient(on: day) == .no
  }

  private func kandidatuur(on day: CalendarDate, _ reading: Reading) throws -> Toestand {
    guard feit(KandidaatVoorgedragen.self) != nil else { return .vervallen }
    if let teruggetrokken, teruggetrokken.effective.isAfter(day) != .yes { return .teruggetrokken }
    switch try instemming(.benoemen, op: day, reading.views, reading.filter)?.stand {
    case .aangevraagd, .voorwaardelijk: return .instemmingGevraagd
    case .verleend, .voorwaardenAanvaard, .vervangendVerleend, .nietVereist: return .instemmingVerleend
    case .geweigerd: return .instemmingOnthouden
    case .nietigIngeroepen:
      // Without a right of consent the appeal does nothing (WOR art. 32).
      let asked = keuzes.regels(on: day).instemming(vorm, bij: Keuzes.instemmingBenoeming)
      return asked == nil ? .kandidaat : .instemmingOnthouden
    case .ontbreekt, nil: return .kandidaat
    }
  }

  private func ended(
    on day: CalendarDate, _ regels: Vertrouwenspersonenregels, _ sealed: some SealedReading
  ) throws -> Toestand {
    guard let einde, einde.effective.isOnOrBefore(day) != .no else {
      // By law, without anyone recording it (004:5607-5608).
      let certified = certificeringEinde(regels)
      return certified.map { end in end <= day && tot.map { end < $0 } ?? true } == true
        ? .certificeringVervallen : .termijnVerstreken
    }
    switch try sealed.sealed(VertrouwenspersoonBeeindigd.wijze, of: einde) {
    case .neergelegd: return .neergelegd
    case .ontheven: return .ontheven
    case .uitDienst: return .uitDienst
    case .certificeringVervallen: return .certificeringVervallen
    case .termijnAfgelopen: return .termijnVerstreken
    case nil: return .geeindigd
    }
  }
}
