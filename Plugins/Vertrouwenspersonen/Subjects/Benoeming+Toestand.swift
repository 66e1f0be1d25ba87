import Governance
import Instemming
import Ledger

extension Benoeming {
  /// Where it stands on a day; consent is asked of the plugin that records it.
  func toestand(on day: CalendarDate, _ views: ViewReader) throws -> Toestand {
    guard let begin else { return try kandidatuur(on: day, views) }
    if isVoorbij(on: day) { return ended(on: day, keuzes.regels(on: day)) }
    if begin.effective.isAfter(day) == .yes { return .benoemd }
    if let voornemen = voornemen(on: day) {
      let consent = try InstemmingView().stand(stream, versie: nil, besluit: .ontheffen, op: day, in: views)
      let isOfThisOne = consent.map { eerderNodig(voornemen, dan: $0, keuzes.regels(on: day)) == nil } ?? false
      return isOfThisOne && consent?.geldtAlsInstemming == true ? .instemmingOntheffing : .ontheffingVoorgenomen
    }
    return verlengingen.contains { $0.effective.isAfter(day) != .yes } ? .verlengd : .actief
  }

  /// Whether the function had certainly ended by a day, also before it began.
  func isVoorbij(on day: CalendarDate) -> Bool {
    guard let begin else { return false }
    return begin.effective.isAfter(day) == .yes ? einde?.effective.isOnOrBefore(day) == .yes : dient(on: day) == .no
  }

  private func kandidatuur(on day: CalendarDate, _ views: ViewReader) throws -> Toestand {
    guard feit(KandidaatVoorgedragen.self) != nil else { return .vervallen }
    if let teruggetrokken, teruggetrokken.effective.isAfter(day) != .yes { return .teruggetrokken }
    switch try InstemmingView().stand(stream, versie: nil, besluit: .benoemen, op: day, in: views)?.stand {
    case .aangevraagd, .voorwaardelijk: return .instemmingGevraagd
    case .verleend, .voorwaardenAanvaard, .vervangendVerleend, .nietVereist: return .instemmingVerleend
    case .geweigerd, .nietigIngeroepen: return .instemmingOnthouden
    case .ontbreekt, nil: return .kandidaat
    }
  }

  private func ended(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> Toestand {
    guard let einde, einde.effective.isOnOrBefore(day) != .no else {
      // By law, without anyone recording it (004:5607-5608).
      let certified = certificeringEinde(regels)
      return certified.map { end in end <= day && tot.map { end < $0 } ?? true } == true
        ? .certificeringVervallen : .termijnVerstreken
    }
    switch einde.type {
    case VertrouwenspersoonTeruggetreden.type.name: return .neergelegd
    case VertrouwenspersoonOntheven.type.name: return .ontheven
    default:
      switch einde[VertrouwenspersoonTermijnVerstreken.oorzaak] {
      case .uitDienst: return .uitDienst
      case .certificeringVervallen: return .certificeringVervallen
      case .termijnAfgelopen, nil: return .termijnVerstreken
      }
    }
  }
}
