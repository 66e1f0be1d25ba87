import Governance
import Ledger

/// From when to when someone holds the function, as far as the facts of one appointment tell.
struct Diensttijd: Sendable {
  /// The appointment or the contract.
  let begin: Fact?
  /// The renewals, oldest first.
  let verlengingen: [Fact]
  /// What ended it, when that was recorded; its date is the first day without the function.
  let einde: Fact?
  /// The first day on which certification no longer runs without a gap since the start; nil when it never did.
  let certificaatEinde: CalendarDate?

  /// - Parameters:
  ///   - feiten: The facts of the appointment.
  ///   - certificeringen: The certifications of the person that count.
  init(_ feiten: [Fact], certificeringen: [Fact]) {
    begin = feiten.last { $0.counts && $0.isBegin }
    verlengingen = feiten.filter { $0.counts && $0.is(VertrouwenspersoonVerlengd.self) }
    einde = feiten.last { $0.counts && $0.isEinde }
    certificaatEinde = begin?.effective.latest.flatMap { Self.gecertificeerd(certificeringen, from: $0) }
      .flatMap { try? $0.adding(days: 1) }
  }

  /// The first day after the term with its renewals; nil for an appointment or contract without an end.
  var tot: CalendarDate? { verlengingen.last?.tot ?? begin?.tot }

  /// The first day without the function because certification was lost, where the rules ask it and end it.
  func certificeringEinde(_ regels: Vertrouwenspersonenregels) -> CalendarDate? {
    regels.eindigtZonderCertificering ? certificaatEinde : nil
  }

  /// Whether the function is held on a day; unknown when the dates do not tell.
  func dient(on day: CalendarDate, _ regels: Vertrouwenspersonenregels) -> Certainty {
    guard let begin else { return .no }
    var answers = [begin.effective.isOnOrBefore(day)]
    if let tot { answers.append(day < tot ? .yes : .no) }
    if let end = certificeringEinde(regels) { answers.append(day < end ? .yes : .no) }
    if let einde { answers.append(einde.effective.isAfter(day)) }
    if answers.contains(.no) { return .no }
    return answers.contains(.unknown) ? .unknown : .yes
  }

  /// Through which day certificates run without a gap from a day on; nil when none holds on that day.
  static func gecertificeerd(_ certificates: [Fact], from day: CalendarDate) -> CalendarDate? {
    var end: CalendarDate?
    for fact in certificates.sorted(by: { ($0.effective.latest ?? .last) < ($1.effective.latest ?? .last) }) {
      guard let until = fact[CertificeringVastgelegd.laatsteDag], fact[CertificeringVastgelegd.conformeert] == true,
        let next = end.map({ try? $0.adding(days: 1) }) ?? day, fact.effective.isOnOrBefore(next) == .yes,
        until >= next
      else { continue }
      end = until
    }
    return end
  }
}
