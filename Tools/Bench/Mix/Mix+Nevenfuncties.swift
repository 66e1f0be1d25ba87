import Governance
import Ledger

extension Mix {
  /// Rules as in Lelystad, decided and published by the one role that signs most of the mix.
  static func rulesDraft(_ drafting: Drafting, _ stream: StreamID, _ day: CalendarDate) throws -> EventDraft {
    try drafting.draft(
      "NevenfunctieregelsVastgesteld", stream, day,
      [
        ("titel", "Regeling nevenfuncties"), ("bron", "Regeling nevenfuncties, artikel 1 tot en met 6"),
        ("meldplicht", "alles"), ("voorafgaandeToestemming", true), ("weigeren", true),
        ("beslissers", ["algemeenDirecteur"]),
        ("velden", ["hoofdfunctie", "nevenwerkzaamheid", "organisatie", "ingang", "beperkingen"]), ("grens", "alle"),
        ("inhuur", true), ("betaaldEigenGemeenteVerboden", true), ("verantwoordelijke", "algemeenDirecteur"),
        ("bevestigingIedere", "P1Y"),
      ])
  }

  /// A function, who holds it, and what that holder reports, is allowed, publishes and confirms.
  mutating func open(_ index: Int, stays: Bool, _ drafts: inout [EventDraft]) throws -> Post {
    let functie = drafting.stream("Functie", day)
    let persoon = drafting.stream("Persoon", day)
    let aanwijzing = drafting.stream("Functieaanwijzing", day)
    let name = stays ? "Vaste functie \(index + 1)" : "Functie \(number)-\(index)"
    let holder: [(String, JSON?)] = [("functie", functie.value), ("persoon", persoon.value)]
    drafts.append(try drafting.draft("FunctieVastgelegd", functie, day, [("naam", .string(name))]))
    drafts.append(
      try drafting.draft(
        "FunctieBekleed", functie, day, [("persoon", persoon.value), ("naam", .string(seed.name()))]))
    drafts.append(
      try drafting.draft(
        "FunctieAangewezen", aanwijzing, day,
        [("functie", functie.value), ("regels", rules.value), ("houderTekentNiet", true)]))
    var reports: [Post.Report] = []
    for place in 0..<3 {
      let stream = drafting.stream("Nevenwerkzaamheid", day)
      let statement = drafting.stream("Opgave", day)
      let activity = JSON.string("\(seed.words(2...5))")
      let organisation = JSON.string("Stichting \(seed.words(1...3))")
      drafts.append(
        try drafting.draft(
          "NevenwerkzaamheidGemeld", stream, day,
          holder + [
            ("voorgenomen", true), ("ingang", day.value), ("activiteit", activity), ("organisatie", organisation),
            ("bezoldigd", .bool(seed.next() % 2 == 0)), ("uren", .int(Int64(seed.next() % 60))),
            ("toelichting", .string(seed.words(5...40))),
          ]))
      drafts.append(
        try drafting.draft(
          "ToestemmingGevraagd", stream, day, [("voor", "start"), ("toelichting", .string(seed.words(3...20)))]))
      guard place > 0 || index % 5 > 0 else {
        // A few wait for a decision.
        reports.append(Post.Report(stream: stream, statement: nil))
        continue
      }
      let decided = try within(1)
      var decision = try drafting.draft(
        "ToestemmingBeslist", stream, decided,
        [("toegestaan", true), ("voorbehoud", "geen"), ("motivering", .string(seed.words(5...40)))])
      let opened = drafting.disclosures(["toegestaan", "voorbehoud"], of: &decision)
      drafts.append(decision)
      drafts.append(
        try drafting.draft(
          "OpgaveGepubliceerd", statement, decided,
          [
            ("melding", stream.value), ("velden", ["hoofdfunctie", "nevenwerkzaamheid", "organisatie", "ingang"]),
            ("hoofdfunctie", .string(name)), ("nevenwerkzaamheid", activity), ("organisatie", organisation),
            ("ingang", day.value), ("onthulling", opened),
          ]))
      reports.append(Post.Report(stream: stream, statement: statement))
    }
    for days in 1...4 { try confirm(functie, persoon, on: try within(days), &drafts) }
    return Post(functie: functie, persoon: persoon, aanwijzing: aanwijzing, stays: stays, reports: reports)
  }

  /// The holders that stay confirm what they reported.
  func confirm(_ posts: [Post], _ drafts: inout [EventDraft]) throws {
    for post in posts { try confirm(post.functie, post.persoon, on: day, &drafts) }
  }

  private func confirm(
    _ functie: StreamID, _ persoon: StreamID, on day: CalendarDate, _ drafts: inout [EventDraft]
  ) throws {
    drafts.append(
      try drafting.draft(
        "NevenwerkzaamhedenBevestigd", drafting.stream("Bevestiging", day), day,
        [("functie", functie.value), ("persoon", persoon.value), ("geen", false)]))
  }

  /// Everything about these functions ends.
  func close(_ posts: [Post], _ drafts: inout [EventDraft]) throws {
    for post in posts {
      for report in post.reports {
        drafts.append(try drafting.draft("NevenwerkzaamheidBeeindigd", report.stream, day))
        guard let statement = report.statement else { continue }
        drafts.append(try drafting.draft("OpgaveIngetrokken", statement, day, [("reden", "beeindigd")]))
      }
      drafts.append(try drafting.draft("FunctieaanwijzingIngetrokken", post.aanwijzing, day))
      drafts.append(try drafting.draft("FunctieNeergelegd", post.functie, day, [("persoon", post.persoon.value)]))
      drafts.append(try drafting.draft("FunctieOpgeheven", post.functie, day))
    }
  }

  /// Reports that are corrected later in the round.
  mutating func reportByMistake(_ posts: [Post], _ drafts: inout [EventDraft]) throws {
    for post in posts.prefix(10) {
      drafts.append(
        try drafting.draft(
          "NevenwerkzaamheidGemeld", drafting.stream("Nevenwerkzaamheid", day), day,
          [
            ("functie", post.functie.value), ("persoon", post.persoon.value), ("voorgenomen", true),
            ("ingang", day.value), ("activiteit", .string(seed.words(2...5))),
          ]))
    }
  }

  /// Corrects confirmations and the reports that were mistakes.
  mutating func correct(_ recorded: [RecordedEvent], _ mistakes: Int, _ drafts: inout [EventDraft]) throws {
    let confirmations = recorded.filter { $0.type.name == "NevenwerkzaamhedenBevestigd" }.suffix(25)
    for (event, type) in confirmations.map({ ($0, "BevestigingGecorrigeerd") })
      + recorded.suffix(mistakes).map({ ($0, "NevenwerkzaamheidGecorrigeerd") })
    {
      drafts.append(
        try drafting.draft(
          type, event.stream, try within(4),
          [("gebeurtenis", .string(event.id.description)), ("reden", .string(seed.words(3...12)))]))
    }
  }

  /// Erases what ended reports said.
  mutating func erase(_ posts: [Post], _ drafts: inout [EventDraft]) throws {
    let reports = posts.flatMap(\.reports).compactMap(\.recorded).prefix(15)
    for id in reports {
      drafts.append(
        try drafting.draft(
          "StukkenVernietigd", drafting.stream("Vernietiging", day), try within(4),
          [
            (
              "stukken",
              [["gebeurtenis": .string(id.description), "velden": ["activiteit", "organisatie", "toelichting"]]]
            ), ("grond", "functie neergelegd"), ("bewaarregel", "Selectielijst 17.5"),
          ]))
    }
  }
}
