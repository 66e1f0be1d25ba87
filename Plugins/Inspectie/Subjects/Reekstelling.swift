import Governance
import Ledger

/// How many of a group were reached, over the meetings of one series.
///
/// Counts are added up only where whoever recorded them says that nobody is counted twice, by naming a series; and then
/// only those of the same kind, group and subjects. Together they are never more than the group had people at the last.
struct Reekstelling {
  /// The meetings, in the order of the facts.
  let feiten: [Fact]
  /// How many were reached.
  let bereikt: Int64
  /// How many there were at the last of them.
  let omvang: Int64

  /// Of the last count among facts, with those of its series.
  init?(laatsteVan found: [Fact]) {
    guard let last = found.last, let all = last[VoorlichtingOntvangen.omvang] else { return nil }
    feiten = found.filter { $0.position == last.position || $0.isVanReeks(van: last) }
    omvang = all
    bereikt = min(all, feiten.reduce(0) { $0 + ($1[VoorlichtingOntvangen.bereikt] ?? 0) })
  }

  /// In words.
  var woorden: Text {
    let count = Text(
      nl: "\(bereikt.grouped) van \(omvang.grouped) bereikt", en: "\(bereikt) of \(omvang) reached")
    return feiten.count == 1
      ? count : count + Text(nl: " in \(feiten.count) bijeenkomsten", en: " in \(feiten.count) meetings")
  }

  /// What one count says, in words; nil for what counts nobody.
  static func woorden(_ fact: Fact) -> Text? {
    guard let telling = Reekstelling(laatsteVan: [fact]) else { return nil }
    guard let understood = fact[BegripGetoetst.begrepen] else { return telling.woorden }
    return telling.woorden + Text(nl: "; \(understood.grouped) begrepen het", en: "; \(understood) understood")
  }
}

extension Fact {
  /// Whether it is a meeting of the same series, of the same kind, for the same group and about the same.
  func isVanReeks(van other: Fact) -> Bool { isGenoemdAls(other) && gaatOver(zoals: other) }

  /// Whether it is a meeting of the same kind, for the same group, and under the same name of a series.
  func isGenoemdAls(_ other: Fact) -> Bool {
    guard let reeks = self[VoorlichtingOntvangen.reeks] else { return false }
    return reeks == other[VoorlichtingOntvangen.reeks] && type == other.type
      && self[VoorlichtingOntvangen.doelgroep] == other[VoorlichtingOntvangen.doelgroep]
      && self[VoorlichtingOntvangen.eenheid] == other[VoorlichtingOntvangen.eenheid]
  }

  /// Whether it is about the same subjects.
  func gaatOver(zoals other: Fact) -> Bool {
    Set(self[VoorlichtingOntvangen.onderwerpen] ?? []) == Set(other[VoorlichtingOntvangen.onderwerpen] ?? [])
  }
}
