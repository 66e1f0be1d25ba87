import Governance

/// The rules of a municipality as a starting point: what its sources say, and a named default where they are silent.
struct Model {
  let soort: Modelregels
  let titel: String
  let bron: String
  /// The same as the public reads it: articles or a chapter; nil when the title says enough.
  let grondslag: String?
  let instellingen: Instellingen
  /// Where each setting comes from.
  let herkomst: [InstellingHerkomst]
  /// What its sources hold against an activity, and where.
  let bezwaren: [Bezwaar: String]
  /// The functions its sources publish, to designate one by one.
  let functies: [String]
  /// Where those are named.
  let functiesBron: String
  /// What to mind when they are designated.
  var letOp: Text?

  /// The model of a municipality.
  static func van(_ soort: Modelregels) -> Model {
    switch soort {
    case .lelystad: lelystad
    case .maastricht: maastricht
    case .utrecht: utrecht
    }
  }

  /// The statement of Lelystad (004:5428-5435), which is the default where a source names no fields.
  static let opgave: [OpenbaarVeld] = [.hoofdfunctie, .nevenwerkzaamheid, .organisatie, .ingang, .beperkingen]

  /// Every year, because a register that nobody confirms ages unseen; no source gives a period.
  static let jaarlijks = Tijdsduur.of(1, .jaren)
}
