import Governance

/// Short ways to write what the tests are about.
func day(_ iso: String) throws -> CalendarDate { try CalendarDate(iso) }

func count(
  _ length: String, _ start: String, _ basis: TermRule.Basis = .wet, _ direction: TermRule.Direction = .after,
  _ calendar: Kalender = Kalender()
) throws -> TermCalculation {
  try TermCalculation(TermRule(TermLength(length), basis, direction), from: day(start), by: calendar)
}
