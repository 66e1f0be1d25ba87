import Governance
import Publication

extension Publicatie {
  /// Something that changed, with the day on which it was recorded, what it is about, what was and what became.
  ///
  /// What a statement said is shown as it is in the history: a statement of which the content is gone shows nothing of it.
  /// - Parameters:
  ///   - metFunctie: Whether the function is named.
  ///   - isKort: Whether only what happened is told, without what it says.
  func wijziging(
    _ wijziging: OpenbareWijziging, pad: String, metFunctie: Bool = false, isKort: Bool = false
  ) -> TemplateValue {
    let opgenomen = wijziging.recordedAt.date
    let geldt = wijziging.effective.exact == opgenomen ? nil : wijziging.effective
    let adres = adres(wijziging)
    // On the pages of the statement itself the versions say what it held.
    let isHier = wijziging.opgave == nil ? adres == pad : pad.hasPrefix(adres)
    let isKort = isKort || isHier && wijziging.opgave != nil
    let inhoud = isKort ? nil : inhoud(wijziging)
    let woorden = wijziging.soort
    return [
      "dag": HTMLDate.value(opgenomen), "geldt": .optional(geldt.map(HTMLDate.value)),
      "wat": .text(metFunctie ? "\(wijziging.functie.naam): \(woorden.inZin)" : woorden.woorden),
      "adres": isHier ? false : weg(pad, adres),
      "titel": .optional(inhoud.map { Weergave.waarde(.nevenwerkzaamheid, in: $0) }),
      "verschillen": .list(isKort ? [] : verschillen(wijziging)),
    ]
  }

  /// The version that a change made, or the last one of a statement that went off the list.
  private func inhoud(_ wijziging: OpenbareWijziging) -> OpgaveVersie? {
    guard let opgave = wijziging.opgave.flatMap({ opgaveVan[$0] }), !vervallen.contains(opgave.id) else { return nil }
    return opgave.versies.last { $0.position <= wijziging.position } ?? opgave.versies.first
  }

  /// What differs between the version that a change made and the one before it.
  private func verschillen(_ wijziging: OpenbareWijziging) -> [TemplateValue] {
    versies(van: wijziging).map { verschillen($0.oud, $0.nieuw) } ?? []
  }

  /// The names of the fields that a change changed.
  func veldnamen(_ wijziging: OpenbareWijziging) -> [String] {
    versies(van: wijziging).map { oud, nieuw in
      velden.filter { Weergave.waarde($0, in: oud) != Weergave.waarde($0, in: nieuw) }
        .map { Weergave.label($0).lowercased() }
    } ?? []
  }

  /// The version that a change made and the one before it; nil when it made none, or when the content is gone.
  private func versies(van wijziging: OpenbareWijziging) -> (oud: OpgaveVersie, nieuw: OpgaveVersie)? {
    guard wijziging.soort == .gewijzigd, let opgave = wijziging.opgave.flatMap({ opgaveVan[$0] }),
      !vervallen.contains(opgave.id),
      let index = opgave.versies.firstIndex(where: { $0.position == wijziging.position }), index > 0
    else { return nil }
    return (opgave.versies[index - 1], opgave.versies[index])
  }

  /// The fields that differ between two versions, with what was and what became.
  func verschillen(_ oud: OpgaveVersie, _ nieuw: OpgaveVersie) -> [TemplateValue] {
    velden.compactMap { veld in
      let (was, wordt) = (Weergave.waarde(veld, in: oud), Weergave.waarde(veld, in: nieuw))
      return was == wordt ? nil : ["label": .text(Weergave.label(veld)), "was": was, "wordt": wordt]
    }
  }
}
