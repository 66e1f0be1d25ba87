import Governance
import Ledger

/// A designated function, from a day on and until it is withdrawn.
struct Aanwijzing {
  let feit: Fact
  let functie: StreamID
  let vanaf: CalendarDate
  /// The first day on which it no longer holds, and the event that says so.
  let ingetrokken: Fact?
  let verantwoordelijke: Rol?
  let houderRol: Rol?

  /// Reads the facts of one stream; nil when the designation itself was a mistake.
  init?(_ feiten: [Fact]) {
    guard let feit = feiten.first(where: { $0.is(FunctieAangewezen.self) && $0.counts }),
      let functie = feit[Houderschap.functie], let vanaf = feit.effective.exact
    else { return nil }
    self.feit = feit
    self.functie = functie
    self.vanaf = vanaf
    ingetrokken = feiten.first { $0.is(FunctieaanwijzingIngetrokken.self) && $0.counts }
    verantwoordelijke = feit[FunctieAangewezen.verantwoordelijke]
    houderRol = feit[FunctieAangewezen.houderRol]
  }

  /// The last day; nil while it holds.
  var totEnMet: CalendarDate? { ingetrokken?.effective.exact.flatMap { try? $0.adding(days: -1) } }

  /// Whether the function is designated on a day.
  func geldt(op day: CalendarDate) -> Bool { vanaf <= day && totEnMet.map { day <= $0 } ?? true }

  /// Who publishes: the one responsible, or the second publisher when the responsible one holds the function.
  ///
  /// That there is a second is a choice: the source is silent on the own statement (004:5439-5440).
  func openbaarmaker(_ regels: Regels) -> Rol? {
    let first = verantwoordelijke ?? regels.instellingen.verantwoordelijke
    return first == houderRol ? regels.instellingen.tweedeOpenbaarmaker : first
  }

  /// Every designation that counts, in the order of the log.
  static func all(_ views: ViewReader) throws -> [Aanwijzing] {
    try views.streams(of: NevenfunctiesPlugin.types(of: FunctieAangewezen.type.streamKind)).compactMap {
      Aanwijzing($0)
    }
  }

  /// The designations of one function that count, in the order of the log.
  static func of(_ functie: StreamID, _ views: ViewReader) throws -> [Aanwijzing] {
    try views.subject(AangewezenFunctie.self, SubjectKey(functie))?.aanwijzingen ?? []
  }

  /// The designation of a function on a day.
  static func geldend(_ functie: StreamID, op day: CalendarDate, _ views: ViewReader) throws -> Aanwijzing? {
    try of(functie, views).last { $0.geldt(op: day) }
  }
}
