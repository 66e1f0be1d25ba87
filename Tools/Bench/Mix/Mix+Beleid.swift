import Governance
import Ledger
import LedgerCrypto

extension Mix {
  /// How many versions a rule gets before another rule takes its place.
  private static let mostVersions = 25

  /// A version of one of the rules: designed, discussed, and put before the works council.
  mutating func design(_ index: Int, _ drafts: inout [EventDraft]) throws -> Version {
    if policies.count <= index {
      policies.append(Policy(stream: drafting.stream("Regeling", day), handle: "regeling-\(index)", versions: 0))
    } else if policies[index].versions == Self.mostVersions {
      policies[index] = Policy(
        stream: drafting.stream("Regeling", day), handle: "regeling-\(index)-\(number)", versions: 0)
    }
    let policy = policies[index]
    policies[index].versions += 1
    let text = Document(bytes: Array("# Regeling\n\n\(seed.words(200...600))\n".utf8), mediaType: "text/markdown")
    let version = Version(policy: policy.stream, text: text, consent: drafting.stream("Instemming", day))
    let isFirst = policy.versions == 0
    var draft = try drafting.draft(
      "RegelingOntworpen", policy.stream, day,
      [
        ("versie", .string(text.digest.hex)), ("kenmerk", isFirst ? .string(policy.handle) : nil),
        ("titel", isFirst ? .string("Regeling \(policy.handle)") : nil), ("soort", isFirst ? "regeling" : nil),
        ("instemming", isFirst ? "vereist" : nil), ("worOnderdeel", isFirst ? "d" : nil),
        ("aanleiding", .string(seed.words(3...12))),
      ])
    try drafting.attach(text, as: "concept", to: &draft)
    drafts.append(draft)
    drafts.append(
      try drafting.draft(
        "WerknemersGeraadpleegd", policy.stream, day,
        [
          ("versie", .string(text.digest.hex)), ("vorm", "werkgroep"), ("aantal", .int(Int64(seed.next() % 40))),
          ("toelichting", .string(seed.words(3...20))),
        ]))
    drafts.append(
      try drafting.draft(
        "InstemmingGevraagd", version.consent, day,
        subject(version) + [
          ("worOnderdeel", "d"), ("overzicht", "tekst"), ("beweegredenen", .string(seed.words(10...80))),
          ("gevolgen", .string(seed.words(10...40))),
        ]))
    return version
  }

  private func subject(_ version: Version) -> [(String, JSON?)] {
    [
      ("onderwerp", version.policy.value), ("versie", .string(version.text.digest.hex)),
      ("orgaan", "ondernemingsraad"),
    ]
  }

  /// The works council consents to the version.
  mutating func consent(_ version: Version) throws -> EventDraft {
    try drafting.draft(
      "InstemmingVerleend", version.consent, try within(1),
      subject(version) + [("toelichting", .string(seed.words(10...60)))])
  }

  /// The version is adopted, announced, enters into force and is reviewed.
  mutating func adopt(_ version: Version, _ drafts: inout [EventDraft]) throws {
    let names: [(String, JSON?)] = [("versie", .string(version.text.digest.hex))]
    var adopted = try drafting.draft(
      "RegelingVastgesteld", version.policy, try within(2),
      names + [("orgaan", "algemeenDirecteur"), ("evaluatieIedere", "P2Y")])
    try drafting.attach(version.text, as: "tekst", to: &adopted)
    drafts.append(adopted)
    drafts.append(
      try drafting.draft("RegelingBekendgemaakt", version.policy, try within(2), names + [("kanaal", "intranet")]))
    drafts.append(try drafting.draft("RegelingInWerkingGetreden", version.policy, try within(3), names))
    drafts.append(
      try drafting.draft(
        "ContentElementAangetoond", version.policy, try within(3),
        names + [("element", "G-1"), ("vindplaats", .string(seed.words(2...6)))]))
    drafts.append(
      try drafting.draft(
        "BeleidGeborgd", version.policy, try within(3),
        names + [("proces", "onboarding"), ("toelichting", .string(seed.words(3...15)))]))
    drafts.append(
      try drafting.draft(
        "RegelingGeevalueerd", version.policy, try within(4),
        names + [("uitkomst", "geenWijziging"), ("toelichting", .string(seed.words(3...20)))]))
  }
}
