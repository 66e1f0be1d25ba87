import Governance
import Ledger

/// Decides who may belong to a case: those whose role has the function, by the route that the procedure takes, and never
/// someone whom the case concerns.
struct Toelating {
  private let procedure: Procedure
  private let registry: KeyRegistry
  private let route: Route?
  let betrokken: [Thumbprint]

  /// - Throws: `Failure` when the procedure does not say where a case about this person goes. Where it says that it is not
  ///   meant for one, the case is marked.
  init(_ procedure: Procedure, over: String?, betrokken: [Thumbprint], _ registry: KeyRegistry) throws {
    self.procedure = procedure
    self.registry = registry
    self.betrokken = betrokken
    guard let over else {
      guard procedure.routes.isEmpty else {
        throw Failure(
          .badInput,
          Text(nl: "--over ontbreekt: over wie gaat de zaak?", en: "--over is missing: whom is the case about?"),
          remedy: Self.keuzes(procedure))
      }
      route = nil
      return
    }
    guard let found = procedure.route(over: over) else {
      throw Failure(
        .badInput,
        Text(nl: "--over: \(procedure.id) kent «\(over)» niet", en: "--over: \(procedure.id) does not know “\(over)”"),
        remedy: Self.keuzes(procedure))
    }
    route = found
  }

  private static func keuzes(_ procedure: Procedure) -> Text {
    let names = procedure.routes.map(\.over).joined(separator: ", ")
    return Text(nl: "kies uit: \(names)", en: "choose from: \(names)")
  }

  /// The function in which a key opens a case.
  /// - Throws: `Failure`.
  func opener(_ id: Thumbprint, _ stap: Stap) throws -> Lid {
    guard let key = registry.keys[id] else { throw Failure(.notPermitted, SigningProblem.unknownKey.text) }
    if let functie = procedure.tekenaars(stap).first(where: { (try? lid(key, $0.id)) != nil }) {
      return Lid(sleutel: id, functie: functie.id)
    }
    if let refusal = geenRoute(stap) { throw refusal }
    let wie = procedure.tekenaars(stap).filter { !rollen($0).isEmpty }.map {
      "\($0.id) (\(rollen($0).map(\.rawValue).joined(separator: ", ")))"
    }
    throw Failure(
      .notPermitted,
      Text(
        nl: "deze sleutel opent geen zaak in \(procedure.id); dat doet: \(wie.joined(separator: "; "))",
        en: "this key opens no case under \(procedure.id); who does: \(wie.joined(separator: "; "))"),
      remedy: route?.geenRoute.map { Text($0) },
      rule: RuleCitation(id: "ZAAK-ROL", source: (route?.herkomst ?? stap.herkomst).text))
  }

  /// What is said when nobody can open such a case: the reason of the procedure, and nobody is offered.
  private func geenRoute(_ stap: Stap) -> Failure? {
    guard let route, procedure.tekenaars(stap).allSatisfy({ rollen($0).isEmpty }) else { return nil }
    let waarom = route.geenRoute ?? route.bij
    return Failure(
      .refused,
      Text(
        nl: "\(procedure.id) heeft geen route voor een zaak over \(route.betekenis): \(waarom)",
        en: "\(procedure.id) has no route for a case about \(route.betekenis): \(waarom)"),
      remedy: Text(
        nl: "zie waarborg procedure toon \(procedure.id)", en: "see waarborg procedure toon \(procedure.id)"),
      rule: RuleCitation(id: "ZAAK-ROUTE", source: route.herkomst.text))
  }

  /// A key in a function of the case.
  /// - Throws: `Failure` when its role does not have that function, or the case concerns it.
  func lid(_ key: KeyRegistry.RegisteredKey, _ functie: String) throws -> Lid {
    guard let deelnemer = procedure.deelnemer(functie), deelnemer.soort == .functie else {
      let names = procedure.deelnemers.filter { $0.soort == .functie }.map(\.id).joined(separator: ", ")
      throw Failure(
        .badInput,
        Text(
          nl: "\(procedure.id) kent de functie «\(functie)» niet",
          en: "\(procedure.id) does not know the function “\(functie)”"),
        remedy: Text(nl: "kies uit: \(names)", en: "choose from: \(names)"))
    }
    // Said alike of who is involved and of who has another role: a refusal must not tell whom a case is about.
    guard rollen(deelnemer).contains(key.rol), !betrokken.contains(key.id) else {
      throw Failure(
        .notPermitted,
        Text(
          nl: "deze sleutel kan in deze zaak geen \(functie) zijn", en: "this key cannot be \(functie) in this case"),
        remedy: wieWel(deelnemer),
        rule: RuleCitation(id: "ZAAK-TOEGANG", source: deelnemer.herkomst.text))
    }
    return Lid(sleutel: key.id, functie: functie)
  }

  /// Who can have a function: a role is not enough for who is involved, which is said to everyone alike.
  private func wieWel(_ deelnemer: Deelnemer) -> Text {
    let names = rollen(deelnemer).map(\.rawValue).joined(separator: ", ")
    guard !names.isEmpty else {
      let waarom = route.map { $0.geenRoute ?? $0.bij } ?? procedure.herkomst.text
      return Text(nl: "dat kan hier niemand: \(waarom)", en: "nobody can here: \(waarom)")
    }
    return Text(
      nl: "dat kan wie \(names) is en wie de zaak niet betreft",
      en: "who can: \(names), unless the case concerns that one")
  }

  /// The roles that can have a function here, without those whom the case is about.
  private func rollen(_ deelnemer: Deelnemer) -> [Rol] {
    guard let route else { return deelnemer.rollen }
    let open = deelnemer.rollen.filter { !route.uitgesloten.contains($0) }
    // Whoever receives what is not meant for the procedure registers it, and says that it is not open.
    return deelnemer.volgtRoute && !route.isBuiten ? open.filter { route.keten.contains($0) } : open
  }
}
