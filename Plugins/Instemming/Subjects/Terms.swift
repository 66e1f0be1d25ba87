import Governance
import Ledger
import Organisatie

/// The terms of WOR art. 27.
enum InstemmingTerms {
  /// The month in which the works council can invoke nullity.
  static let nietigheid = nietigheid(source: "WOR art. 27 lid 5")
  /// The same about a person, where a regulation or agreement gives that right.
  static let nietigheidOverPersoon = nietigheid(source: "WOR art. 32; WOR art. 27 lid 5")

  private static func nietigheid(source: String) -> TermDeclaration {
    TermDeclaration(
      id: "INS-NIETIGHEID", Text(nl: "nietigheid inroepen", en: "invoking nullity"), TermRule(.of(1, .maanden), .wet),
      starts: Text(
        nl: "de OR verneemt het besluit, of merkt dat het wordt uitgevoerd",
        en: "the works council is told of the decision, or notices that it is carried out"),
      meets: Text(
        nl: "schriftelijk beroep van de OR op de nietigheid", en: "the works council invokes nullity in writing"),
      consequence: Text(nl: "het besluit blijft gelden", en: "the decision stands"), source: source)
  }

  /// An answer to a request. The law sets no term for it, and silence is no consent (WOR art. 27 lid 2): only a day that
  /// was agreed can pass, but a request that waits is listed all the same.
  static let antwoord = open(
    "INS-ANTWOORD", Text(nl: "antwoord op verzoek om instemming", en: "answer to a request for consent"),
    starts: Text(nl: "het verzoek is voorgelegd", en: "the request was put forward"),
    meets: Text(nl: "het orgaan antwoordt", en: "the body answers"))
  /// Acceptance of conditions.
  static let aanvaarding = open(
    "INS-VOORWAARDEN", Text(nl: "voorwaarden aanvaarden", en: "accepting conditions"),
    starts: Text(nl: "onder voorwaarden is ingestemd", en: "consent was given on conditions"),
    meets: Text(nl: "de werkgever aanvaardt ze", en: "the employer accepts them"))
  /// A ruling.
  static let uitspraak = open(
    "INS-KANTONRECHTER", Text(nl: "uitspraak van de kantonrechter", en: "ruling of the court"),
    starts: Text(nl: "de kantonrechter is verzocht", en: "the court was asked"),
    meets: Text(nl: "de kantonrechter beslist", en: "the court decides"), source: "WOR art. 27 lid 4 en 6")
  /// Advice that was asked.
  static let advies = open(
    "INS-ADVIES", Text(nl: "gevraagd advies", en: "advice that was asked"),
    starts: Text(nl: "advies is gevraagd", en: "advice was asked"),
    meets: Text(nl: "advies is uitgebracht", en: "advice was given"), source: "WOR art. 25 lid 2")

  private static func open(
    _ id: String, _ name: Text, starts: Text, meets: Text, source: String = "WOR art. 27 lid 2"
  ) -> TermDeclaration {
    TermDeclaration(
      id: id, name, nil, starts: starts, meets: meets,
      consequence: Text(nl: "zwijgen is geen instemming", en: "silence is no consent"), source: source)
  }
}

extension Procedure {
  /// The month to invoke nullity, where a decision without consent is known or in sight, and what still waits.
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    let facts = geldend(op: day)
    return [try nietigheidstermijn(facts, on: day, in: views), wachttermijn(facts)].compactMap(\.self)
  }

  private var about: Onderwerp { Onderwerp(stream: onderwerp, versie: versie, handle: onderwerp.description) }

  /// What a request, an offer or a court waits for: listed without an end unless one was agreed.
  private func wachttermijn(_ facts: [Fact]) -> RunningTerm? {
    guard let (waarop, sinds) = wacht(na: facts) else { return nil }
    let declaration =
      switch waarop {
      case .antwoord: InstemmingTerms.antwoord
      case .aanvaarding: InstemmingTerms.aanvaarding
      case .kantonrechter: InstemmingTerms.uitspraak
      case .advies: InstemmingTerms.advies
      }
    guard let agreed = sinds[InstemmingGevraagd.antwoordVoor] else {
      return RunningTerm(
        declaration, on: about, .on(.unknown), startedBy: sinds.position,
        missing: Text(
          nl: "een afgesproken termijn (sinds \(sinds.effective.text.nl)): \(waarop.text.nl)",
          en: "an agreed term (since \(sinds.effective.text.en)): \(waarop.text.en)"))
    }
    return RunningTerm(declaration, on: about, .on(ImpreciseDate(agreed)), startedBy: sinds.position)
  }

  /// The month runs from the day on which the works council was told or noticed; after a refusal no such day may be known
  /// yet, so the clock is listed with what is missing rather than left out.
  private func nietigheidstermijn(_ facts: [Fact], on day: CalendarDate, in views: ViewReader) throws -> RunningTerm? {
    guard soort == .instemming else { return nil }
    let verloop = Verloop(facts)
    let declaration = besluit.isOverPersoon ? InstemmingTerms.nietigheidOverPersoon : InstemmingTerms.nietigheid
    if let invoked = facts.last(where: { $0.is(NietigheidIngeroepen.self) }),
      let known = invoked[NietigheidIngeroepen.bekendOp]
    {
      return RunningTerm(
        declaration, on: about, from: .day(ImpreciseDate(known)), startedBy: invoked.position,
        met: invoked.ontvangen, calendar: try Kalenders(views).kalender(voor: known))
    }
    guard ![.verleend, .voorwaardenAanvaard, .vervangendVerleend].contains(verloop.stand) else { return nil }
    if let start = facts.first(where: { $0.is(BesluitMeegedeeld.self, UitvoeringGebleken.self) }) {
      let from = TermStart.day(start.effective)
      return RunningTerm(
        declaration, on: about, from: from, startedBy: start.position,
        calendar: try Kalenders(views).kalender(voor: from))
    }
    guard verloop.stand == .geweigerd, let refused = verloop.beslissend,
      // A later procedure about the same decision answers an earlier refusal.
      try !answering(in: views).contains(where: { $0.stand(op: day)?.geldtAlsInstemming == true })
    else { return nil }
    return RunningTerm(
      declaration, on: about, from: .missing(Self.geenMededeling), startedBy: refused.position)
  }

  private static let geenMededeling = Text(
    nl: "de dag waarop de OR vernam dat het besluit toch is genomen: waarborg instemming deel-besluit-mee ONDERWERP of "
      + "bemerk-uitvoering",
    en: "the day on which the works council learned that the decision was taken all the same: waarborg instemming "
      + "deel-besluit-mee SUBJECT or bemerk-uitvoering")
}
