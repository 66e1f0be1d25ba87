import Governance
import Ledger

/// The numbers of one overview, as they are recorded.
struct Jaarcijfers: Sendable, Hashable {
  var meldingen: Telling
  /// How many employees consulted; nil when that was not said.
  var werknemers: Telling?
  var afdoening: [Onderdeel]
  var themas: [Onderdeel]
}

/// Keeps people out of an overview: a breakdown is shown when every line of it is large enough, and else not at all.
///
/// Hiding only the small lines would not do: what is left of the total narrows them down, and so does knowing when this
/// program would have shown them.
struct Verhulling {
  /// Numbers below this are small.
  let drempel: Int64

  /// The total as it may be recorded.
  func totaal(_ number: Int64) -> Telling { number < drempel ? .klein : .aantal(number) }

  /// The number of employees as it may be recorded beside that of the reports: how many of them came back, or left no
  /// report, is a number of people too.
  func werknemers(_ number: Int64, naast meldingen: Int64) -> Telling {
    let shown = totaal(number)
    return isVeilig(shown, naast: totaal(meldingen)) ? shown : .nietGetoond
  }

  /// The lines as they may be recorded beside a total.
  func onderdelen(_ lines: [(soort: String, aantal: Int64)], totaal: Int64) -> [Onderdeel] {
    let shown = lines.map { Onderdeel($0.soort, .aantal($0.aantal)) }
    if isVeilig(shown, totaal: self.totaal(totaal)) { return shown }
    return lines.map { Onderdeel($0.soort, .nietGetoond) }
  }

  /// Whether recorded lines and their total tell no small number, also not as what is left of the total.
  func isVeilig(_ lines: [Onderdeel], totaal: Telling) -> Bool {
    if case .aantal(let number) = totaal, number < drempel { return false }
    if lines.allSatisfy({ $0.aantal == .nietGetoond }) { return true }
    guard case .aantal(let total) = totaal else { return false }
    var sum: Int64 = 0
    for line in lines {
      // What is left of the total beside one line is a number of people as well.
      guard case .aantal(let number) = line.aantal, number >= drempel, number <= total, !isKlein(total - number) else {
        return false
      }
      sum += number
    }
    // One report can have two themes, so that lines add up to more: that difference is a number of people too.
    return !isKlein(total - sum)
  }

  /// Whether a difference between two numbers tells of a few people.
  func isKlein(_ difference: Int64) -> Bool { difference != 0 && abs(difference) < drempel }
}

extension Verhulling {
  /// Numbers as they may be recorded beside the earlier overviews of the same year, which the log never forgets.
  func bedekt(_ cijfers: Jaarcijfers, naast earlier: [Jaarcijfers]) -> Jaarcijfers {
    func hidden(_ lines: [Onderdeel]) -> [Onderdeel] { lines.map { Onderdeel($0.soort, .nietGetoond) } }
    var covered = cijfers
    if !earlier.allSatisfy({ isVeilig(covered.meldingen, naast: $0.meldingen) }) {
      covered = Jaarcijfers(
        meldingen: .nietGetoond, werknemers: covered.werknemers, afdoening: hidden(covered.afdoening),
        themas: hidden(covered.themas))
    }
    if !earlier.allSatisfy({ isVeilig(werknemers: covered.werknemers, naast: $0.werknemers) }) {
      covered.werknemers = .nietGetoond
    }
    if !earlier.allSatisfy({ isVeilig(covered.afdoening, naast: $0.afdoening) }) {
      covered.afdoening = hidden(covered.afdoening)
    }
    if !earlier.allSatisfy({ isVeilig(covered.themas, naast: $0.themas) }) { covered.themas = hidden(covered.themas) }
    return covered
  }

  /// Whether what differs from an overview that was a mistake tells of no few people.
  func isVeilig(_ cijfers: Jaarcijfers, naast earlier: Jaarcijfers) -> Bool {
    isVeilig(cijfers.meldingen, naast: earlier.meldingen)
      && isVeilig(werknemers: cijfers.werknemers, naast: earlier.werknemers)
      && isVeilig(cijfers.afdoening, naast: earlier.afdoening) && isVeilig(cijfers.themas, naast: earlier.themas)
  }

  private func isVeilig(werknemers new: Telling?, naast old: Telling?) -> Bool {
    guard let new, let old else { return true }
    return isVeilig(new, naast: old)
  }

  /// Whether two numbers of people differ by none, or by more than a few.
  func isVeilig(_ new: Telling, naast old: Telling) -> Bool {
    guard case .aantal(let new) = new, case .aantal(let old) = old else { return true }
    return !isKlein(new - old)
  }

  /// Lines of other kinds than before could be subtracted in ways that nobody foresees, so they are not compared at all.
  private func isVeilig(_ new: [Onderdeel], naast old: [Onderdeel]) -> Bool {
    func isShown(_ lines: [Onderdeel]) -> Bool { lines.contains { $0.aantal != .nietGetoond } }
    guard isShown(new), isShown(old) else { return true }
    let (new, old) = (new.sorted { $0.soort < $1.soort }, old.sorted { $0.soort < $1.soort })
    return new.map(\.soort) == old.map(\.soort)
      && zip(new, old).allSatisfy { isVeilig($0.aantal, naast: $1.aantal) }
  }
}
