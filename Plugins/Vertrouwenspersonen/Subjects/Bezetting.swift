import Governance
import Ledger

/// How many posts there are and how many are filled, on a day.
struct Bezetting {
  /// The decision on the number of posts; nil when there is none.
  let formatie: Fact?
  /// What the organisation last stated, when there is no such decision.
  let opgave: Fact?
  /// Who serves, or perhaps does, as far as the dates tell.
  let dienend: [Listed<Benoemingsstand>]

  init(on day: CalendarDate, _ views: ViewReader) throws {
    formatie = try Self.geldend(FormatieVastgesteld.self, on: day, views)
    opgave = try Self.geldend(AantalVertrouwenspersonenOpgegeven.self, on: day, views)
    dienend = try Benoeming.dienend(on: day, views)
  }

  /// The newest of such decisions or statements by a day; nil when there is none.
  static func geldend(
    _ definition: any EventDefinition.Type, on day: CalendarDate, _ views: ViewReader
  ) throws -> Fact? {
    try views.facts(of: definition).filter { $0.effective.isAfter(day) != .yes }
      .max { ($0.effective.latest ?? .first, $0.position) < ($1.effective.latest ?? .first, $1.position) }
  }

  /// The posts of one form.
  func plaatsen(_ vorm: Vorm) -> Int64? {
    formatie?[vorm == .intern ? FormatieVastgesteld.intern : FormatieVastgesteld.extern]
  }
  /// How many of one form serve.
  func bezet(_ vorm: Vorm) -> Int64 { aantal(vorm, .yes) }
  /// How many of one form perhaps serve.
  func onzeker(_ vorm: Vorm) -> Int64 { aantal(vorm, .unknown) }
  /// How many posts of one form are vacant; nil when nobody settled how many there are.
  func vacant(_ vorm: Vorm) -> Int64? { plaatsen(vorm).map { max(0, $0 - bezet(vorm)) } }

  private func aantal(_ vorm: Vorm, _ certainty: Certainty) -> Int64 {
    Int64(dienend.count { $0.state.rawValue == vorm.rawValue && $0.certainty == certainty })
  }
}

extension Bezetting {
  /// What the numbers mean, in sentences.
  var zinnen: [Text] {
    var sentences: [Text] = []
    if formatie == nil {
      sentences.append(
        Text(
          nl:
            "De formatie is niet vastgesteld, dus vacatures zijn niet te berekenen: waarborg vertrouwenspersoon formatie --intern … --extern …",
          en:
            "The number of posts is not settled, so vacancies cannot be computed: waarborg vertrouwenspersoon formatie --intern … --extern …"
        ))
    } else if Vorm.allCases.allSatisfy({ vacant($0) == 0 }) {
      sentences.append(Text(nl: "Er zijn geen vacatures.", en: "There are no vacancies."))
    }
    if let opgave {
      let before = opgave[AantalVertrouwenspersonenOpgegeven.internEerder]
      let at = opgave[AantalVertrouwenspersonenOpgegeven.externBij]
      let intern = opgave[FormatieVastgesteld.intern] ?? 0
      let extern = opgave[FormatieVastgesteld.extern] ?? 0
      let source = opgave[HistoricalFact.bron]
      sentences.append(
        Text(nl: "Opgegeven: ", en: "Stated: ")
          + (before.map { Text(nl: "van \($0) naar ", en: "from \($0) to ") } ?? Text(""))
          + Text(nl: "\(intern) intern en \(extern) extern", en: "\(intern) internal and \(extern) external")
          + (at.map { Text(" (\($0))") } ?? Text("")) + Text(", ") + opgave.effective.text
          + (source.map { Text(nl: "; bron: \($0)", en: "; source: \($0)") } ?? Text(""))
          + Text(nl: ". Wie dat zijn, zegt de opgave niet.", en: ". It does not say who they are."))
    }
    return sentences
  }
}
