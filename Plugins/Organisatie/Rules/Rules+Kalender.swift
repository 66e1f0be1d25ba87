import Governance
import Ledger

extension OrganisatieRules {
  static let calendar = [weekdaysOnce, closedAhead, closedOnce, withdrawnOnce, tableFits, tableKeepsItsName]

  private static let weekdaysOnce = Rule(
    id: "ORG-WERKDAGEN", source: "004:3607; 004:4544",
    demand: Text(nl: "elke dag van de week wordt één keer genoemd", en: "each day of the week is named once"),
    on: [WerkdagenVastgesteld.self]
  ) { context in
    let days = context.event[WerkdagenVastgesteld.weekdagen] ?? []
    guard let twice = days.first(where: { day in days.count { $0 == day } > 1 }) else { return nil }
    return Refusal(
      Text(nl: "\(twice.rawValue) staat er twee keer", en: "\(twice.rawValue) is there twice"),
      remedy: Text(nl: "noem elke dag één keer", en: "name each day once"))
  }

  private static let closedAhead = Rule(
    id: "ORG-SLUITING-VOORAF", source: "README, Terms",
    demand: Text(
      nl: "een sluitingsdag ligt niet voor de dag waarop zij ingaat", en: "a closing is not decided after its day"),
    on: [SluitingsdagVastgelegd.self]
  ) { context in
    guard let day = context.event[SluitingsdagVastgelegd.dag], let decided = context.event.effective.exact,
      day < decided
    else { return nil }
    return Refusal(
      Text(
        nl: "\(day.text.nl) ligt voor \(decided.text.nl); voor geen enkele termijn zou deze dag nog tellen",
        en: "\(day.text.en) lies before \(decided.text.en); the day would count for no term at all"),
      remedy: Text(
        nl: "geef met --op de dag waarop tot de sluiting is besloten",
        en: "give the day on which the closing was decided with --op"))
  }

  private static let closedOnce = Rule(
    id: "ORG-SLUITING-EENMAAL", source: "README, Terms",
    demand: Text(nl: "een dag is één keer sluitingsdag", en: "a day is closed once"), on: [SluitingsdagVastgelegd.self]
  ) { context in
    guard let day = context.event[SluitingsdagVastgelegd.dag],
      let earlier = try VastgelegdeSluiting.open(day, context.views).first
    else { return nil }
    return Refusal(
      Text(
        nl: "\(day.text.nl) is al sluitingsdag, nummer \(earlier.position)",
        en: "\(day.text.en) is a closing day already, number \(earlier.position)"),
      remedy: Text(
        nl: "trek die eerst in: waarborg organisatie sluiting-trek-in \(day)",
        en: "withdraw that one first: waarborg organisatie sluiting-trek-in \(day)"))
  }

  private static let withdrawnOnce = Rule(
    id: "ORG-SLUITING-INTREKKING", source: "README, Terms",
    demand: Text(
      nl: "een sluiting wordt één keer ingetrokken, niet voor zij inging",
      en: "a closing is withdrawn once, and not before it was decided"),
    on: [SluitingsdagIngetrokken.self]
  ) { context in
    guard let closing = try VastgelegdeSluiting(context.event.stream, context.views),
      let day = context.event.effective.exact,
      closing.ingetrokken != nil || day < closing.vanaf
    else { return nil }
    if let withdrawn = closing.ingetrokken {
      return Refusal(
        Text(
          nl: "deze sluiting is al ingetrokken op \(withdrawn.text.nl)",
          en: "this closing was withdrawn already on \(withdrawn.text.en)"),
        remedy: Text(nl: "zie waarborg organisatie kalender", en: "see waarborg organisatie kalender"))
    }
    return Refusal(
      Text(
        nl: "tot deze sluiting is besloten op \(closing.vanaf.text.nl), zij is ingetrokken op \(day.text.nl)",
        en: "this closing was decided on \(closing.vanaf.text.en) and withdrawn on \(day.text.en)"),
      remedy: Text(nl: "controleer --op", en: "check --op"))
  }

  private static let tableFits = Rule(
    id: "ORG-TABEL-JAREN", source: "Algemene termijnenwet art. 3 lid 3",
    demand: Text(
      nl: "elk jaar valt onder één besluit, en elke dag in een jaar van haar besluit",
      en: "each year is in one decree, and each day in a year of its decree"),
    on: [GelijkgesteldeDagenVastgelegd.self]
  ) { context in
    guard let decrees = context.event[GelijkgesteldeDagenVastgelegd.besluiten] else {
      return Refusal(
        Text(
          nl: "een dag valt buiten de jaren van haar besluit, of het eerste jaar ligt na het laatste",
          en: "a day lies outside the years of its decree, or the first year after the last"),
        remedy: Text(nl: "controleer de jaren en de dagen", en: "check the years and the days"))
    }
    for (index, decree) in decrees.enumerated() {
      guard let other = decrees[..<index].first(where: { $0.years.overlaps(decree.years) }) else { continue }
      return Refusal(
        Text(
          nl: "twee besluiten gaan over dezelfde jaren: \(other.span) en \(decree.span)",
          en: "two decrees are about the same years: \(other.span) and \(decree.span)"),
        remedy: Text(nl: "noem elk jaar één keer", en: "name each year once"))
    }
    return nil
  }

  private static let tableKeepsItsName = Rule(
    id: "ORG-TABEL-VERSIE", source: "README, Terms",
    demand: Text(nl: "een versie van de tabel verandert niet meer", en: "a version of the table never changes"),
    on: [GelijkgesteldeDagenVastgelegd.self]
  ) { context in
    guard let name = context.event[GelijkgesteldeDagenVastgelegd.versie],
      let decrees = context.event[GelijkgesteldeDagenVastgelegd.besluiten]
    else { return nil }
    let proposed = GelijkgesteldeDagen(version: name, decrees: decrees)
    let recorded = try context.views.facts(of: GelijkgesteldeDagenVastgelegd.self)
      .filter { $0[GelijkgesteldeDagenVastgelegd.versie] == name }.min { $0.position < $1.position }
    // Only what was recorded: what a program brings along differs from one program to the next.
    guard let known = recorded.flatMap({ VastgelegdeTabel($0) })?.tabel, known != proposed else { return nil }
    return Refusal(
      Text(nl: "versie \(name) bestaat al met andere dagen", en: "version \(name) exists already with other days"),
      remedy: Text(nl: "geef de nieuwe tabel een nieuwe naam", en: "give the new table a new name"))
  }
}

extension GelijkgesteldeDagen.Besluit {
  /// Its years, as people read them.
  var span: String { years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)" }
}
