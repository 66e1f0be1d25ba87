/// A procedure for one kind of case: a pure value, read from a file, that says what may be recorded and by when.
///
/// Order is that of the file. Everything is found by name: `toestand(_:)`, `stap(_:)`, `termijn(_:)`.
struct Procedure: Sendable, Hashable {
  /// Its id, such as `P-01`.
  let id: String
  let titel: String
  /// How this version is called.
  let versie: String
  /// Whose procedure it is.
  let organisatie: String
  /// The rule it is part of, as it is cited.
  let regeling: String
  /// Whether its cases are confidential; then nothing in the log tells them apart.
  let isVertrouwelijk: Bool
  let herkomst: Herkomst

  let start: Startregels
  let deelnemers: [Deelnemer]
  let toestanden: [Toestand]
  let stappen: [Stap]
  let termijnen: [Termijn]
  let routes: [Route]
  let vertrouwelijkheid: Vertrouwelijkheid
  let bescherming: [Bepaling]
  let bewaring: [Bewaring]
  let rapportages: [Rapportage]
  /// What the sources say besides, shown and not computed.
  let bepalingen: [Bepaling]
  let keuzes: [Keuze]

  func deelnemer(_ id: String) -> Deelnemer? { deelnemers.first { $0.id == id } }
  func toestand(_ id: String) -> Toestand? { toestanden.first { $0.id == id } }
  func stap(_ id: String) -> Stap? { stappen.first { $0.id == id } }
  func termijn(_ id: String) -> Termijn? { termijnen.first { $0.id == id } }
  func keuze(_ id: String) -> Keuze? { keuzes.first { $0.id == id } }
  func route(over id: String) -> Route? { routes.first { $0.over == id } }

  /// The tracks, the main one first.
  var sporen: [String] {
    toestanden.reduce(into: []) { if !$0.contains($1.spoor) { $0.append($1.spoor) } }
  }

  /// The track that a step belongs to: that of the states it leads to or comes from, or the one it names.
  func spoor(_ stap: Stap) -> String {
    if let spoor = stap.spoor { return spoor }
    if let first = stap.naar.toestanden.lazy.compactMap({ toestand($0) }).first { return first.spoor }
    if case .toestanden(let ids) = stap.van, let first = ids.lazy.compactMap({ toestand($0) }).first {
      return first.spoor
    }
    return Toestand.hoofdspoor
  }

  /// The states from which a step may be taken; empty for one that opens a track, which is taken from none.
  func vanuit(_ stap: Stap) -> [Toestand] {
    switch stap.van {
    case .niets: []
    case .toestanden(let ids): ids.compactMap { toestand($0) }
    case .open: toestanden.filter { $0.spoor == spoor(stap) && !$0.isEind }
    case .alle: toestanden.filter { $0.spoor == spoor(stap) }
    }
  }

  /// Who may sign a step: those it names, or else those of who takes it that hold a key.
  func tekenaars(_ stap: Stap) -> [Deelnemer] {
    (stap.tekent.isEmpty ? stap.door : stap.tekent).compactMap { deelnemer($0) }.filter { !$0.rollen.isEmpty }
  }

  /// The steps with which a case begins.
  var openingen: [Stap] {
    stappen.filter { $0.van == .niets && spoor($0) == Toestand.hoofdspoor }
  }

  /// The terms that a step meets, in the order in which they count.
  func gehaald(door stap: String) -> [Termijn] {
    termijnen.filter { $0.gehaald.contains { $0.stap == stap } }.sorted { ($0.rang ?? 0) < ($1.rang ?? 0) }
  }

  /// The terms that a step starts.
  func begonnen(door stap: String) -> [Termijn] {
    termijnen.filter { termijn in
      if case .momenten(let momenten) = termijn.begin { momenten.contains { $0.stap == stap } } else { false }
    }
  }
}

/// Who may start a case, and the limits on that; they mark what is recorded and refuse nothing.
struct Startregels: Sendable, Hashable {
  let indieners: [Indiener]
  let grenzen: [Grens]
  /// What the paper that starts a case must be.
  let vormvereisten: [Bepaling]
  let anoniem: Anoniem?

  /// A kind of person who may or may not start a case.
  struct Indiener: Sendable, Hashable {
    let id: String
    let betekenis: String
    /// Whether the procedure is open to this person; when not, the start is recorded and marked.
    let isOpen: Bool
    /// Where this person should be instead.
    let waarheen: String?
    let herkomst: Herkomst
  }

  /// A term that limits starting: what is later is recorded and marked.
  struct Grens: Sendable, Hashable {
    let termijn: String
    /// How a late start is marked.
    let merk: String
    /// For whom it holds; empty for everyone.
    let voor: [String]
    let herkomst: Herkomst
  }

  /// Whether a case may start without a name; when not, it is recorded and marked.
  struct Anoniem: Sendable, Hashable {
    let mag: Bool
    let merk: String?
    let herkomst: Herkomst
  }
}
