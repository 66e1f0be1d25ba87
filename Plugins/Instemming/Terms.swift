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

  /// The clock of one procedure on a day; nil when no decision without consent is in sight.
  ///
  /// What starts it is recorded when nullity is invoked, and not before. After a refusal the month starts when a decision
  /// is taken all the same, so the clock is listed with what is missing rather than left out.
  static func nietigheid(
    of procedure: Procedure, on day: CalendarDate, by calendars: Kalenders
  ) -> RunningTerm? {
    let facts = procedure.geldend(op: day)
    let subject = Onderwerp(
      stream: procedure.onderwerp, versie: procedure.versie, handle: procedure.onderwerp.description)
    if let invoked = facts.last(where: { $0.is(NietigheidIngeroepen.self) }), let known = invoked.bekendOp {
      return RunningTerm(
        nietigheid, on: subject, from: .day(ImpreciseDate(known)), startedBy: invoked.position, met: invoked.op,
        calendar: calendars.kalender(voor: known))
    }
    guard procedure.stand(op: day)?.stand == .geweigerd,
      let refused = facts.last(where: { $0.is(InstemmingOnthouden.self) })
    else { return nil }
    return RunningTerm(
      nietigheid, on: subject,
      from: .missing(
        Text(
          nl: "de dag waarop de OR vernam dat het besluit toch is genomen; zonder besluit loopt er niets",
          en:
            "the day on which the works council learned that the decision was taken all the same; without one nothing runs"
        )), startedBy: refused.position)
  }
}

extension InstemmingPlugin {
  /// The month to invoke nullity, of each procedure of consent that ended or may end in a decision without it.
  public func terms(in views: ViewReader, on day: CalendarDate) throws -> [RunningTerm] {
    let calendars = try Kalenders(views)
    let all = try InstemmingView().all(InstemmingGevraagd.type.streamKind, views)
    return all.compactMap { procedure in
      // A later procedure about the same decision answers an earlier refusal.
      let isAnswered = all.contains { later in
        later.position > procedure.position && later.onderwerp == procedure.onderwerp
          && later.versie == procedure.versie && later.besluit == procedure.besluit
          && later.stand(op: day)?.geldtAlsInstemming == true
      }
      let term = InstemmingTerms.nietigheid(of: procedure, on: day, by: calendars)
      return isAnswered && term?.met == nil ? nil : term
    }
  }
}
