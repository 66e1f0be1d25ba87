import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// What can end, and when.
  static let ending = [begun, endsOnce, expired, handover]

  private static let begun = Rule(
    id: "VP-BEGONNEN", source: logica,
    demand: Text(nl: "alleen wie benoemd of gecontracteerd is", en: "only who was appointed or contracted"),
    on: [
      VertrouwenspersoonBeeindigd.self, VertrouwenspersoonVerlengd.self, DossierAangevuld.self,
      RegisterOvergedragen.self,
    ]
  ) { context in
    guard let benoeming = try context.benoeming() else { return nil }
    guard let begin = benoeming.begin else {
      return Refusal(
        Text(
          nl: "\(benoeming.handle) is niet benoemd of gecontracteerd",
          en: "\(benoeming.handle) was not appointed or contracted"),
        remedy: Text(nl: "leg eerst de benoeming vast", en: "record the appointment first"))
    }
    // Who was appointed can lay the task down before the first day; nothing else lies before it.
    guard context.event.effective.precedes(begin.effective) == .yes, try context.einde() != .neergelegd
    else { return nil }
    return Refusal(
      Text(
        nl: "\(context.event.effective.text.nl) ligt voor het begin \(begin.effective.text.nl)",
        en: "\(context.event.effective.text.en) lies before the start \(begin.effective.text.en)"),
      remedy: Text(nl: "controleer --op", en: "check --op"))
  }

  private static let endsOnce = Rule(
    id: "VP-BEEINDIGD", source: logica,
    demand: Text(nl: "wat is geëindigd, eindigt niet nog eens", en: "what has ended does not end again"),
    on: [VertrouwenspersoonBeeindigd.self, VertrouwenspersoonVerlengd.self, DossierAangevuld.self]
  ) { context in
    guard let benoeming = try context.benoeming() else { return nil }
    if let einde = benoeming.einde {
      return Refusal(
        Text(
          nl: "\(benoeming.handle) is al geëindigd op \(einde.effective.text.nl), nummer \(einde.position)",
          en: "\(benoeming.handle) ended already on \(einde.effective.text.en), number \(einde.position)"),
        remedy: correctFirst(einde))
    }
    guard !context.event.is(VertrouwenspersoonVerlengd.self), let end = benoeming.einddag(try context.regels()),
      context.event.effective.precedes(ImpreciseDate(end)) == .no,
      try !(context.einde().map { Eindewijze.vanRechtswege.contains($0) } ?? false)
    else { return nil }
    return Refusal(
      Text(
        nl: "\(benoeming.handle) eindigde van rechtswege op \(end.text.nl)",
        en: "\(benoeming.handle) ended by law on \(end.text.en)"),
      remedy: Text(
        nl: "leg dat vast: waarborg vertrouwenspersoon verstreken \(benoeming.handle)",
        en: "record that: waarborg vertrouwenspersoon verstreken \(benoeming.handle)"))
  }

  private static let expired = Rule(
    id: "VP-VERSTREKEN", source: logica,
    demand: Text(
      nl: "een termijn verstrijkt op de dag tot welke zij loopt; uit dienst gaat alleen een interne, niet daarna",
      en: "a term ends on the day until which it runs; only an internal one leaves service, and not after it"),
    on: [VertrouwenspersoonBeeindigd.self]
  ) { context in
    guard let benoeming = try context.benoeming(), benoeming.begin != nil,
      let cause = try context.einde(), Eindewijze.vanRechtswege.contains(cause)
    else { return nil }
    if cause == .uitDienst, benoeming.vorm == .extern { return notInService(benoeming) }
    guard !context.isHistorical else { return nil }
    let regels = try context.regels()
    let date = context.event.effective
    let expected: CalendarDate?
    switch cause {
    case .uitDienst:
      guard let end = benoeming.einddag(regels), date.isAfter(end) == .yes else { return nil }
      expected = end
    case .termijnAfgelopen: expected = benoeming.tot
    case .certificeringVervallen: expected = benoeming.certificeringEinde(regels)
    case .neergelegd, .ontheven: return nil
    }
    if cause != .uitDienst, let expected, date.exact == expected, expected <= context.event.signedOn { return nil }
    let reason: Text =
      if cause == .certificeringVervallen && !regels.eindigtZonderCertificering {
        Text(
          nl: "verlies van de certificering beëindigt de functie hier niet",
          en: "losing certification does not end the function here")
      } else if let expected {
        Text(
          nl: "de functie loopt tot \(expected.text.nl), genoemd is \(date.text.nl); vastleggen kan vanaf die dag",
          en: "the function runs until \(expected.text.en), named is \(date.text.en); it can be recorded from then on")
      } else {
        Text(nl: "er is geen einde bekend", en: "no end is known")
      }
    return Refusal(
      reason,
      remedy: Text(nl: "controleer --op en --oorzaak", en: "check --op and --oorzaak"))
  }

  /// Leaving service ends a function of who was in it; an external one has a contract.
  private static func notInService(_ benoeming: Benoeming) -> Refusal {
    Refusal(
      Text(
        nl: "\(benoeming.handle) is extern en niet in dienst, en kan dus niet uit dienst gaan",
        en: "\(benoeming.handle) is external and not in service, and so cannot leave it"),
      remedy: Text(
        nl: "leg vast dat het contract afliep (--oorzaak termijnAfgelopen) of dat de taak is neergelegd: "
          + "waarborg vertrouwenspersoon treed-terug \(benoeming.handle)",
        en: "record that the contract ended (--oorzaak termijnAfgelopen) or that the task was laid down: "
          + "waarborg vertrouwenspersoon treed-terug \(benoeming.handle)"))
  }

  private static let handover = Rule(
    id: "VP-OVERDRACHT", source: logica,
    demand: Text(
      nl: "de registratie gaat naar een andere persoon die vertrouwenspersoon is",
      en: "the register goes to another person who is a vertrouwenspersoon"),
    on: [RegisterOvergedragen.self]
  ) { context in
    guard let receiver = context.event[RegisterOvergedragen.ontvanger], !context.isHistorical else { return nil }
    let other = try Benoeming.find(receiver, context.views)
    if let other, other.persoon != context.event[RegisterOvergedragen.persoon],
      other.dient(on: context.day) != .no
    {
      return nil
    }
    return Refusal(
      Text(
        nl: "\(other?.handle ?? receiver.description) is op \(context.day.text.nl) geen andere vertrouwenspersoon",
        en: "\(other?.handle ?? receiver.description) is no other vertrouwenspersoon on \(context.day.text.en)"),
      remedy: Text(
        nl: "noem wie nu vertrouwenspersoon is: waarborg vertrouwenspersoon lijst",
        en: "name who is a vertrouwenspersoon now: waarborg vertrouwenspersoon lijst"))
  }

  /// What to do when a fact stands in the way.
  static func correctFirst(_ feit: Fact) -> Text {
    Text(
      nl:
        "was nummer \(feit.position) een vergissing: waarborg vertrouwenspersoon corrigeer \(feit.position) --reden …",
      en: "if number \(feit.position) was a mistake: waarborg vertrouwenspersoon corrigeer \(feit.position) --reden …")
  }
}

extension RuleContext {
  /// How the function ends by this event; nil when it does not end it.
  func einde() throws -> Eindewijze? {
    event.is(VertrouwenspersoonBeeindigd.self) ? try sealed(VertrouwenspersoonBeeindigd.wijze) : nil
  }

  /// What the event adds to the file; nil when it adds nothing.
  func dossierstuk() throws -> Dossierstuk? {
    event.is(DossierAangevuld.self) ? try sealed(DossierAangevuld.soort) : nil
  }
}
