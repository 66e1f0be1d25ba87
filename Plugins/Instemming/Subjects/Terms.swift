import Governance
import Ledger
import Organisatie

/// The terms of WOR art. 27.
enum InstemmingTerms {
  /// The month in which the works council can invoke nullity.
  static let nietigheid = TermDeclaration(
    id: "INS-NIETIGHEID", Text(nl: "nietigheid inroepen", en: "invoking nullity"), TermRule(.of(1, .maanden), .wet),
    starts: Text(
      nl: "de OR verneemt het besluit, of merkt dat het wordt uitgevoerd",
      en: "the works council is told of the decision, or notices that it is carried out"),
    meets: Text(
      nl: "schriftelijk beroep van de OR op de nietigheid", en: "the works council invokes nullity in writing"),
    consequence: Text(nl: "het besluit blijft gelden", en: "the decision stands"), source: "WOR art. 27 lid 5")
}

extension Procedure {
  /// The month to invoke nullity, when no decision with consent is in sight.
  ///
  /// What starts it is recorded when nullity is invoked, and not before. After a refusal the month starts when a decision
  /// is taken all the same, so the clock is listed with what is missing rather than left out.
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    guard soort == .instemming else { return [] }
    let facts = geldend(op: day)
    let subject = Onderwerp(stream: onderwerp, versie: versie, handle: onderwerp.description)
    if let invoked = facts.last(where: { $0.is(NietigheidIngeroepen.self) }),
      let known = invoked[NietigheidIngeroepen.bekendOp]
    {
      let term = RunningTerm(
        InstemmingTerms.nietigheid, on: subject, from: .day(ImpreciseDate(known)), startedBy: invoked.position,
        met: invoked.effective, calendar: try Kalenders(views).kalender(voor: known))
      return [term].compactMap(\.self)
    }
    guard stand(op: day)?.stand == .geweigerd, let refused = facts.last(where: { $0.is(InstemmingOnthouden.self) }),
      // A later procedure about the same decision answers an earlier refusal.
      try !answering(in: views).contains(where: { $0.stand(op: day)?.geldtAlsInstemming == true })
    else { return [] }
    let missing = Text(
      nl: "de dag waarop de OR vernam dat het besluit toch is genomen; zonder besluit loopt er niets",
      en:
        "the day on which the works council learned that the decision was taken all the same; without one nothing runs"
    )
    let term = RunningTerm(
      InstemmingTerms.nietigheid, on: subject, from: .missing(missing), startedBy: refused.position)
    return [term].compactMap(\.self)
  }
}
