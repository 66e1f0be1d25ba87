import Foundation
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
  /// The place that designates it; nil for that of the rules.
  let grondslag: String?
  /// What of it is published; nil for what the rules say.
  let grens: Openbaarmakingsgrens?

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
    grondslag = feit[FunctieAangewezen.grondslag]
    grens = feit[FunctieAangewezen.grens]
  }

  /// The public fields of a statement beside this function.
  func velden(_ regels: Regels) -> [OpenbaarVeld] {
    guard let own = feit[FunctieAangewezen.velden] else { return regels.instellingen.velden }
    return regels.instellingen.velden.filter { own.contains($0) }
  }

  /// Who decides on what its holder reports: who the designation names, or else those of the rules who can decide on this
  /// holder; never the holder.
  func beslissers(_ regels: Regels) -> [Rol] {
    let named = feit[FunctieAangewezen.beslissers] ?? regels.instellingen.beslissers
    return named.filter { Self.kanBeslissen($0, over: houderRol) }
  }

  /// Who can decide on the holder of a function.
  ///
  /// The griffie is employed by the werkgeverscommissie (004:4513-4515), and nobody who works under the municipal secretary
  /// decides on that officer (004:4403-4404).
  static func kanBeslissen(_ rol: Rol, over houder: Rol?) -> Bool {
    switch houder {
    case rol: false
    case .griffier: rol == .werkgeverscommissie
    case .algemeenDirecteur: [.college, .burgemeester].contains(rol)
    default: true
    }
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

extension Rol {
  /// The role that a function's name is also the name of, of those who head an organisation; nil for other functions.
  static func genaamd(_ functie: String) -> Rol? {
    let name = functie.lowercased()
    return [Rol.algemeenDirecteur, .griffier, .burgemeester].first { role in
      role.text.nl.components(separatedBy: " / ").contains(name)
    }
  }
}
