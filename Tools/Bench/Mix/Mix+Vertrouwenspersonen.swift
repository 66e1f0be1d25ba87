import Governance
import Ledger

extension Mix {
  /// The rules under which they are appointed: consent, certification, a declaration, and duties that come back.
  static func confidantRules(_ drafting: Drafting, _ day: CalendarDate) throws -> EventDraft {
    try drafting.draft(
      "VertrouwenspersonenregelsVastgesteld", drafting.stream("Vertrouwenspersonen", day), day,
      [
        ("grondslag", "Regeling vertrouwenspersonen"), ("benoemer", "algemeenDirecteur"), ("duur", "P4Y"),
        ("instemmingBenoeming", "vereist"), ("certificering", "verplicht"), ("verliesCertificering", "signaal"),
        ("aanstellingsbrief", "vereist"), ("verklaring", "vereist"), ("kennisgeving", "vereist"),
        ("externe", "vereist"), ("scholing", "lvvErkend"), ("intervisie", "P1Y"), ("bijscholing", "zonderTermijn"),
        ("jaaroverzichtDoor", "organisatie"),
      ])
  }

  /// Someone is put forward and certified, and consent to the appointment is asked.
  mutating func propose(_ drafts: inout [EventDraft]) throws -> Confidant {
    let confidant = Confidant(
      stream: drafting.stream("Vertrouwenspersoon", day), persoon: drafting.stream("Persoon", day),
      consent: drafting.stream("Instemming", day))
    drafts.append(
      try drafting.draft(
        "KandidaatVoorgedragen", confidant.stream, day,
        [
          ("persoon", confidant.persoon.value), ("vorm", "intern"), ("naam", .string(seed.name())),
          ("telefoon", "+31 320 000000"), ("email", "vp@voorbeeld.example"),
        ]))
    drafts.append(
      try drafting.draft(
        "CertificeringVastgelegd", confidant.stream, day,
        [
          ("persoon", confidant.persoon.value), ("laatsteDag", try day.adding(days: 2000).value),
          ("conformeert", true),
        ]))
    drafts.append(
      try drafting.draft(
        "InstemmingGevraagd", confidant.consent, day,
        subject(confidant) + [("toelichting", .string(seed.words(5...30)))]))
    return confidant
  }

  private func subject(_ confidant: Confidant) -> [(String, JSON?)] {
    [("onderwerp", confidant.stream.value), ("orgaan", "ondernemingsraad"), ("persoonsbesluit", "benoemen")]
  }

  /// The works council consents to the appointment.
  func consent(_ confidant: Confidant) throws -> EventDraft {
    try drafting.draft("InstemmingVerleend", confidant.consent, try within(1), subject(confidant))
  }

  /// The appointment, and what a vertrouwenspersoon does in the first days.
  mutating func appoint(_ confidant: Confidant, _ drafts: inout [EventDraft]) throws {
    let person: [(String, JSON?)] = [("persoon", confidant.persoon.value)]
    let start = try within(2)
    drafts.append(
      try drafting.draft(
        "VertrouwenspersoonBenoemd", confidant.stream, start,
        person + [
          ("tot", try CalendarDate(year: start.year + 4, month: start.month, day: min(start.day, 28)).value),
          ("afwijkend", true), ("instemming", confidant.consent.value), ("aanstellingsbrief", "elders"),
          ("aanstellingsbriefVindplaats", .string("dossier \(seed.next() % 1000)")), ("verklaring", "elders"),
          ("verklaringVindplaats", .string("dossier \(seed.next() % 1000)")),
        ]))
    drafts.append(
      try drafting.draft(
        "ScholingVastgelegd", confidant.stream, try within(3),
        person + [("jaar", .int(Int64(try within(3).year))), ("soort", "basiscursus"), ("erkend", true)]))
    drafts.append(
      try drafting.draft(
        "IntervisieVastgelegd", confidant.stream, try within(4),
        person + [("jaar", .int(Int64(try within(4).year)))]))
    drafts.append(
      try drafting.draft(
        "ContactgegevensGewijzigd", confidant.stream, try within(4), person + [("telefoon", "+31 320 111111")]))
  }

  /// Those of the round before lay the task down and hand the register over.
  func leave(_ confidants: [Confidant], _ drafts: inout [EventDraft]) throws {
    for confidant in confidants {
      let person: [(String, JSON?)] = [("persoon", confidant.persoon.value)]
      drafts.append(
        try drafting.draft(
          "VertrouwenspersoonBeeindigd", confidant.stream, day,
          person + [("wijze", "neergelegd"), ("vindplaats", "postregistratie")]))
      drafts.append(try drafting.draft("RegisterOvergedragen", confidant.stream, day, person))
    }
  }
}
