extension TermCalculation {
  /// The sum as a sentence: "7 dagen na 27 maart = 3 april, Goede Vrijdag, dus 7 april: Atw art. 1 en 3".
  public var sum: Text {
    let side = rule.direction == .after ? Text(nl: " na ", en: " after ") : Text(nl: " vóór ", en: " before ")
    var sentence = rule.text + side + name(start, startMoment) + Text(" = ") + name(unsuspended, endMoment)
    if isCutToMonthEnd { sentence = sentence + Text(nl: " (laatste dag van de maand)", en: " (last day of the month)") }
    return sentence + standstill + outcome
  }

  /// On which days it stood still, and the end that follows: ", opgeschort van 16 tot 22 januari (6 dagen) = 16 februari".
  private var standstill: Text {
    guard !suspensions.isEmpty else { return Text("") }
    let parts = suspensions.map { part in
      let days = TermLength(part.days, .dagen)?.text ?? Text("\(part.days)")
      return Text(nl: ", opgeschort van ", en: ", suspended from ") + name(part.from) + Text(nl: " tot ", en: " to ")
        + name(part.until) + Text(" (") + days + Text(")")
    }
    return parts.reduce(Text("")) { $0 + $1 } + Text(" = ") + name(raw)
  }

  /// What the Termijnenwet made of the raw end, as the rest of the sentence.
  private var outcome: Text {
    if let exclusion {
      return Text(nl: "; de Termijnenwet geldt niet (", en: "; the Termijnenwet does not hold (") + exclusion.text
        + Text("): Atw art. 4")
    }
    let articles = Text(": Atw ") + Self.list(articles)
    if let ordinaryDays {
      let few =
        switch ordinaryDays {
        case 0: Text(nl: ", zonder één gewone dag erin", en: ", without one ordinary day in it")
        default: Text(nl: ", met maar één gewone dag erin", en: ", with only one ordinary day in it")
        }
      return few + Text(nl: ", dus ", en: ", hence ") + name(latest) + articles
    }
    if isExtendedByLaw, let first = skipped.first {
      return Text(", ") + first.reason.text + Text(nl: ", dus ", en: ", hence ") + name(latest) + articles
    }
    return unmoved
  }

  /// Why an end on a free day stays where it is.
  private var unmoved: Text {
    guard endMoment == nil, let free = freeEnd else { return Text("") }
    let reason =
      rule.isStatutory
      ? Text(
        nl: "; teruggerekend, dus niet verschoven: Atw art. 1 lid 2",
        en: "; counted back, hence not moved: Atw art. 1 lid 2")
      : Text(nl: "; geen wettelijke termijn, dus niet verlengd", en: "; not a statutory term, hence not extended")
    return Text(", ") + free.text + reason
  }

  /// Why the raw end is a free day, as far as the calendar knows.
  private var freeEnd: VrijeDag? { (try? calendar.vrijeDag(raw)) ?? nil }

  /// The articles of the Termijnenwet that decided.
  private var articles: [String] {
    if exclusion != nil { return ["art. 4"] }
    guard rule.isStatutory else { return [] }
    if rule.direction == .before, ordinaryDays == nil { return freeEnd == nil ? [] : ["art. 1 lid 2"] }
    guard isExtendedByLaw else { return [] }
    let holidays = skipped.contains { if case .weekend = $0.reason { false } else { true } }
    return [ordinaryDays == nil ? "art. 1" : "art. 2"] + (holidays ? ["art. 3"] : [])
  }

  /// What the sum rests on: articles, the decree that equates a day, the definition of a working day, the rule for month
  /// ends.
  public var sources: [String] {
    var sources = articles.map { "Atw \($0)" }
    for skipped in skipped where skipped.reason == .gelijkgesteld {
      if let source = calendar.equated.decree(for: skipped.day.year)?.source, !sources.contains(source) {
        sources.append(source)
      }
    }
    if rule.steps.contains(where: { $0.unit == .werkdagen }) {
      let calendar = rule.isStatutory ? calendar.zonderEigen : calendar
      sources.append(calendar.werkdag.name.nl)
      let span = min(start, raw)...max(start, raw)
      sources += calendar.closures.filter { span.contains($0.day) }.map { "\($0.name): \($0.day.text.nl)" }
    }
    if isCutToMonthEnd { sources.append("maandeinde: laatste dag van de maand (N-1)") }
    return sources
  }

  private static func list(_ articles: [String]) -> Text {
    guard let first = articles.first else { return Text("") }
    return articles.dropFirst().reduce(Text(first)) { list, article in
      list + Text(nl: " en ", en: " and ") + Text(article.replacing("art. ", with: ""))
    }
  }

  /// A day in the sentence; the year is left out when the whole sentence lies in one.
  private func name(_ day: CalendarDate, _ moment: Instant? = nil) -> Text {
    let (_, month, dayOfMonth) = day.civil
    let isOneYear = start.year == raw.year && raw.year == latest.year
    let name = isOneYear ? Text("\(dayOfMonth) ") + CalendarDate.name(ofMonth: month) : day.text
    return moment.map { name + Text(" " + $0.timeInTheNetherlands) } ?? name
  }
}

extension Instant {
  /// Hours and minutes in Dutch legal time.
  public var timeInTheNetherlands: String {
    let seconds = secondsSince1970 + amsterdamOffset
    return "\((seconds / 3600 % 24).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
  }
}
