/// Something that happens in a case, and what is recorded of it.
struct Stap: Sendable, Hashable {
  /// From which states a step is taken.
  enum Vanuit: Sendable, Hashable {
    /// It opens the case, or a track of it. A track beside the main one can be opened again and then begins anew, unless
    /// the step is taken once at most.
    case niets
    case toestanden([String])
    /// Every state of the track that is no end.
    case open
    /// Every state of the track.
    case alle
  }

  /// To which state a step leads.
  enum Naar: Sendable, Hashable {
    /// The state stays as it is.
    case blijft
    case toestand(String)
    /// To one or another, by the code of a required field.
    case per(veld: String, [String: String])

    /// All the states it can lead to, in the order of their names.
    var toestanden: [String] {
      switch self {
      case .blijft: []
      case .toestand(let id): [id]
      case .per(_, let ids): Set(ids.values).sorted()
      }
    }
  }

  let id: String
  let betekenis: String
  /// Who acts.
  let door: [String]
  /// Who may sign what was done; empty for those of `door` who hold a key. See `Procedure.tekenaars(_:)`.
  let tekent: [String]
  let van: Vanuit
  let naar: Naar
  /// The track, where no state tells it.
  let spoor: String?
  /// States of other tracks, of which one must hold.
  let mits: [String]
  /// Steps that must have been taken.
  let vereist: [String]
  /// Steps that this one answers: its date does not lie before the last of each.
  let na: [String]
  /// Whether it is taken once at most.
  let isEenmalig: Bool
  /// Whether a person whom the case concerns may sign it.
  let betrokkeneMagTekenen: Bool
  let velden: [Veld]
  let informeer: [Informatieplicht]
  /// Who is not told, and why.
  let ongeinformeerd: [Ongeinformeerd]
  /// What it keeps from a party.
  let onthoudt: [Onthouding]
  /// The procedure in which it goes on.
  let verwijst: String?
  let herkomst: Herkomst

  func veld(_ id: String) -> Veld? { velden.first { $0.id == id } }
}

/// Who must be told of a step.
struct Informatieplicht: Sendable, Hashable {
  let wie: [String]
  /// Of what, when it is not the step itself.
  let wat: String?
  /// When there is someone to tell: a step says so; always when nil.
  let als: Voorwaarde?
  /// The term within which.
  let binnen: String?
  /// The grounds on which someone may be kept uninformed; the ground is recorded.
  let tenzij: [String]
  let herkomst: Herkomst
}

/// That a party may not have earlier steps, as long as nothing that gives them follows.
struct Onthouding: Sendable, Hashable {
  /// The steps that it may not have.
  let stappen: [String]
  /// Which parties; empty when a field of the step says.
  let aan: [String]
  /// The field that says which parties.
  let veld: String?
  /// The field of the step with the ground.
  let grond: String?
  /// The steps after which a party does have them.
  let tot: [String]
  let herkomst: Herkomst
}

/// Who is not told of a step.
struct Ongeinformeerd: Sendable, Hashable {
  let wie: [String]
  let reden: String
  let herkomst: Herkomst
}
