import Governance

/// The rules of a municipality, or of the sector, as a starting point: what its sources say, a named default where they can
/// be read in two ways, and that they are silent where nothing follows from that.
struct Modelregeling: Sendable {
  let model: Regelmodel
  let titel: String
  /// Each point that the model settles.
  let keuzes: [Modelkeuze]
  /// Each point that it leaves open, with where the sources are silent.
  let zwijgt: [Regelherkomst]

  /// - Parameters:
  ///   - passage: Where the sources speak of vertrouwenspersonen at all, and so are silent about everything else.
  ///   - zwijgt: A nearer place for some points.
  init(
    _ model: Regelmodel, _ titel: String, passage: String, zwijgt: [Regelpunt: String] = [:], _ keuzes: [Modelkeuze]
  ) {
    self.model = model
    self.titel = titel
    self.keuzes = keuzes
    let settled = Set(keuzes.map(\.herkomst.punt))
    self.zwijgt = Regelpunt.allCases.filter { !settled.contains($0) }.map { punt in
      Regelherkomst(punt, .zwijgt, zwijgt[punt] ?? passage)
    }
  }

  /// The model by its name.
  static func van(_ model: Regelmodel) -> Modelregeling {
    switch model {
    case .lelystad: lelystad
    case .maastricht: maastricht
    case .utrecht: utrecht
    case .norm: norm
    }
  }

  /// Fills in what the draft does not choose itself, and says of each answer where it comes from.
  func fill(_ draft: inout EventDraft) {
    typealias Besluit = VertrouwenspersonenregelsVastgesteld
    let chosen = Set(Regelpunt.allCases.filter { draft.isFilled($0.rawValue) })
    draft[Besluit.model] = model
    draft[Besluit.titel] = draft[Besluit.titel] ?? titel
    let taken = keuzes.filter { !chosen.contains($0.herkomst.punt) }
    for keuze in taken { keuze.fill(&draft) }
    let origins = taken.map(\.herkomst) + zwijgt.filter { !chosen.contains($0.punt) }
    draft[Besluit.herkomst] = origins.isEmpty ? nil : origins
  }
}

/// One point that a model settles.
struct Modelkeuze: Sendable {
  let herkomst: Regelherkomst
  let fill: @Sendable (inout EventDraft) -> Void

  /// - Parameters:
  ///   - punt: The point.
  ///   - veld: The field in which a decision settles it.
  ///   - waarde: The answer.
  ///   - soort: Whether a source says it.
  ///   - bron: The lines, or why it is the default.
  init<Answer: FieldValue>(
    _ punt: Regelpunt, _ veld: Field<Answer>, _ waarde: Answer, _ soort: Herkomstsoort, _ bron: String
  ) {
    herkomst = Regelherkomst(punt, soort, bron)
    fill = { $0[veld] = waarde }
  }
}
