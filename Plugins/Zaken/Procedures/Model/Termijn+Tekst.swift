import Governance

extension Termijn {
  /// How long it is, in words.
  var lengteText: Text {
    let length: Text =
      switch duur {
      case .lengte(let length): length.text
      case .lezingen(let lengths):
        lengths.dropFirst().reduce(lengths.first?.text ?? Text("")) { $0 + Text(nl: " of ", en: " or ") + $1.text }
      case .tot(let moment): Text(nl: "tot en met \(moment.text)", en: "up to and including \(moment.text)")
      case .zonderGetal(let word): Text(word)
      }
    if case .zonderGetal = duur { return length }
    let window =
      minstens.map { Text(nl: "na ", en: "after ") + $0.text + Text(nl: ", binnen ", en: ", within ") } ?? Text("")
    let each =
      voorElk.map { elk in
        let names = elk.codes.joined(separator: ", ")
        return Text(nl: "; ieder apart: \(names)", en: "; each apart: \(names)")
      } ?? Text("")
    return window + length + (isVooraf ? Text(nl: " vooraf", en: " before") : Text("")) + each
  }

  /// What starts it, in words.
  var beginText: Text {
    switch begin {
    case .momenten(let momenten):
      Text(nl: momenten.map(\.text).joined(separator: " of "), en: momenten.map(\.text).joined(separator: " or "))
    case .einde(let id): Text(nl: "einde van \(id)", en: "end of \(id)")
    }
  }

  /// The sum of a case that starts on a day, as a sentence; how it is counted where no number is given.
  func som(vanaf day: CalendarDate) -> Text {
    let basis: TermRule.Basis = grondslag == .eigenRegel ? .eigenRegel : .wet
    let sums = duur.lengtes.map { length -> Text in
      let rule = TermRule(length, basis, isVooraf ? .before : .after)
      if rule.isInHours { return length.text + Text(nl: " na het moment", en: " after the moment") }
      return (try? TermCalculation(rule, from: day, by: Kalender()))?.sum ?? length.text
    }
    return sums.dropFirst().reduce(sums.first ?? lengteText) { $0 + Text(nl: "; of ", en: "; or ") + $1 }
  }
}

extension Verlenging {
  /// By how much, how often and when, in words.
  var text: Text {
    let extent: Text =
      switch met {
      case .vast(let length): Text(nl: "met ", en: "by ") + length.text
      case .hoogstens(let length, _): Text(nl: "met ten hoogste ", en: "by at most ") + length.text
      case .veld: Text(nl: "met wat is vastgelegd", en: "by what is recorded")
      case .tot: Text(nl: "tot en met een vastgelegde dag", en: "up to and including a recorded day")
      }
    let often = hoeVaak.map { Text(nl: ", \($0) keer", en: $0 == 1 ? ", once" : ", \($0) times") } ?? Text("")
    let before = isVoorEinde ? Text(nl: ", voor het einde", en: ", before the end") : Text("")
    return Text("\(stap): ") + extent + often + before + Text(" (\(grond))")
  }
}

extension Bewaring.Duur {
  /// In words.
  var text: Text {
    switch self {
    case .termijn(let length): length.text
    case .bewaren: Text(nl: "blijvend bewaren", en: "kept for ever")
    case .zolangNodig: Text(nl: "tot het niet meer nodig is", en: "until no longer necessary")
    case .onbepaald: Text(nl: "niet bepaald: niets wordt vernietigd", en: "not set: nothing is destroyed")
    }
  }
}
