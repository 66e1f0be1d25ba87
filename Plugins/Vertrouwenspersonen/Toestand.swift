import Governance
import Instemming
import Ledger

extension Benoeming {
  /// Where it stands on a day; consent is asked of the plugin that records it.
  func toestand(on day: CalendarDate, _ regels: Vertrouwenspersonenregels, _ views: ViewReader) throws -> Toestand {
    guard let begin else { return try kandidatuur(on: day, views) }
    if begin.op.isAfter(day) == .yes {
      return einde.map { $0.op.isOnOrBefore(day) == .yes } == true ? ended(on: day, regels) : .benoemd
    }
    if dient(on: day, regels) == .no { return ended(on: day, regels) }
    if let voornemen = voornemen(on: day) {
      let consent = try InstemmingView().stand(stream, versie: nil, besluit: .ontheffen, op: day, in: views)
      let isOfThisOne = consent.map { $0.op.precedes(voornemen.op) != .yes } ?? false
      return isOfThisOne && consent?.geldtAlsInstemming == true ? .instemmingOntheffing : .ontheffingVoorgenomen
    }
    return verlengingen.contains { $0.op.isAfter(day) != .yes } ? .verlengd : .actief
  }

  private func kandidatuur(on day: CalendarDate, _ views: ViewReader) throws -> Toestand {
    guard feit(KandidaatVoorgedragen.self) != nil else { return .vervallen }
    switch try InstemmingView().stand(stream, versie: nil, besluit: .benoemen, op: day, in: views)?.stand {
    case .aangevraagd: return .instemmingGevraagd
    case .verleend, .voorwaardelijk, .vervangendVerleend, .nietVereist: return .instemmingVerleend
    case .geweigerd, .nietigIngeroepen: return .instemmingOnthouden
    case .ontbreekt, nil: return .kandidaat
    }
  }

  private func ended(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> Toestand {
    guard let einde, einde.op.isOnOrBefore(day) != .no else {
      // By law, without anyone recording it (004:5607-5608).
      let certified = certificeringEinde(regels)
      return certified.map { end in end <= day && tot.map { end < $0 } ?? true } == true
        ? .certificeringVervallen : .termijnVerstreken
    }
    switch einde.soort {
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
