import RuleFiles

/// Where an element of a procedure comes from: places in the sources, choices where they are silent or conflict.
struct Herkomst: Sendable, Hashable {
  /// Places in the sources.
  var bronnen: [Bron] = []
  /// The choices of the procedure that it rests on, by their id.
  var keuzes: [String] = []

  /// Whether nothing is named at all.
  var isLeeg: Bool { bronnen.isEmpty && keuzes.isEmpty }

  /// As it is cited: "004:4544-4546 §5.3(6); keuze C-03".
  var text: String { (bronnen.map(\.text) + keuzes.map { "keuze \($0)" }).joined(separator: "; ") }
}

/// A question that the sources leave open or answer in two ways, and how this procedure answers it.
struct Keuze: Sendable, Hashable {
  /// Its id, such as `C-03`.
  let id: String
  /// What the question is.
  let kwestie: String
  /// How this file answers it.
  let standaard: String
  /// What else could be chosen.
  let mogelijk: [String]
  let herkomst: Herkomst
}

/// Something the sources say that is shown and not computed.
struct Bepaling: Sendable, Hashable {
  let tekst: String
  let herkomst: Herkomst
}

extension Kaart {
  /// The places and choices that something comes from; whether there are any is for the check.
  func herkomst() -> Herkomst { Herkomst(bronnen: bronnen(), keuzes: woorden("keuze")) }
}
