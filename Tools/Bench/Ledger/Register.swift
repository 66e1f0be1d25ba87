import Foundation
import Governance
import Ledger

/// An existing register of nevenfuncties: designated functions, and the lines of a CSV file about who holds them.
struct Register {
  struct Line {
    let functie: String
    let naam: String
    let activiteit: String
    let organisatie: String
    let uren: Int
  }

  /// The days that every line has.
  static let (since, started, decided, published) = ("2021-02-01", "2021-03-01", "2021-02-15", "2021-03-15")
  private static let perFunction = 4

  let lines: [Line]
  let functions: [String]

  init(_ statements: Int, seed: UInt64) {
    var seed = Seed(seed)
    functions = (0..<(statements + Self.perFunction - 1) / Self.perFunction).map { "Functie \($0)" }
    var holders: [String: String] = [:]
    for functie in functions { holders[functie] = seed.name() + " \(functie.dropFirst(8))" }
    let functions = functions
    lines = (0..<statements).map { number in
      let functie = functions[number / Self.perFunction]
      return Line(
        functie: functie, naam: holders[functie] ?? "", activiteit: "\(seed.words(2...4)) \(number)",
        organisatie: "Stichting \(seed.words(1...2))", uren: Int(seed.next() % 40))
    }
  }

  /// The file that `waarborg nevenfunctie importeer` reads.
  var csv: String {
    let heading =
      "functie;naam;functie sinds;nevenwerkzaamheid;organisatie;ingang;bezoldigd;uren per maand;besluit;besluit op;openbaar sinds"
    return
      ([heading]
      + lines.map { line in
        [
          line.functie, line.naam, Self.since, line.activiteit, line.organisatie, Self.started, "ja", "\(line.uren)",
          "toegestaan", Self.decided, Self.published,
        ].joined(separator: ";")
      }).joined(separator: "\n") + "\n"
  }

  /// What the ledger must have before the file can be imported: rules, and functions that are designated.
  func preparation(_ drafting: Drafting) throws -> (drafts: [EventDraft], functions: [String: StreamID]) {
    let day = try CalendarDate("2021-01-01")
    let rules = drafting.stream("Nevenfunctieregels", day)
    var drafts = [try Mix.rulesDraft(drafting, rules, day)]
    var streams: [String: StreamID] = [:]
    for name in functions {
      let functie = drafting.stream("Functie", day)
      streams[name] = functie
      drafts.append(try drafting.draft("FunctieVastgelegd", functie, day, [("naam", .string(name))]))
      drafts.append(
        try drafting.draft(
          "FunctieAangewezen", drafting.stream("Functieaanwijzing", day), day,
          [
            ("functie", functie.value), ("regels", rules.value), ("houderTekentNiet", true), ("historisch", true),
            ("bron", "Register"),
          ]))
    }
    return (drafts, streams)
  }

  /// The events that the import makes of the file, drafted here: the import's own floor.
  func drafts(_ drafting: Drafting, _ functions: [String: StreamID]) throws -> [EventDraft] {
    let (since, started) = (try CalendarDate(Self.since), try CalendarDate(Self.started))
    let (decided, published) = (try CalendarDate(Self.decided), try CalendarDate(Self.published))
    let historical: [(String, JSON?)] = [("historisch", true), ("bron", "Register")]
    var persons: [String: StreamID] = [:]
    var drafts: [EventDraft] = []
    for line in lines {
      guard let functie = functions[line.functie] else { continue }
      var persoon = persons[line.functie]
      if persoon == nil {
        let new = drafting.stream("Persoon", since)
        persons[line.functie] = new
        persoon = new
        drafts.append(
          try drafting.draft(
            "FunctieBekleed", functie, since, [("persoon", new.value), ("naam", .string(line.naam))]))
      }
      let stream = drafting.stream("Nevenwerkzaamheid", since)
      drafts.append(
        try drafting.draft(
          "NevenwerkzaamheidGemeld", stream, since,
          historical + [
            ("functie", functie.value), ("persoon", persoon?.value), ("voorgenomen", false),
            ("ingang", started.value), ("activiteit", .string(line.activiteit)),
            ("organisatie", .string(line.organisatie)), ("bezoldigd", true), ("uren", .int(Int64(line.uren))),
          ]))
      var decision = try drafting.draft(
        "ToestemmingBeslist", stream, decided, historical + [("toegestaan", true), ("voorbehoud", "geen")])
      let opened = drafting.disclosures(["toegestaan", "voorbehoud"], of: &decision)
      drafts.append(decision)
      drafts.append(
        try drafting.draft(
          "OpgaveGepubliceerd", drafting.stream("Opgave", since), published,
          historical + [
            ("melding", stream.value), ("velden", ["hoofdfunctie", "nevenwerkzaamheid", "organisatie", "ingang"]),
            ("hoofdfunctie", .string(line.functie)), ("nevenwerkzaamheid", .string(line.activiteit)),
            ("organisatie", .string(line.organisatie)), ("ingang", started.value), ("onthulling", opened),
          ]))
    }
    return drafts
  }
}
