import Console
import Governance
import Ledger

/// Judges whether something may be recorded in a case, by whom: the same for who records it and for who reads it later,
/// so that a program that heeds no rule gets nothing into a case that counts.
struct Zaakkeuring {
  let opening: Opening
  let stand: Zaakstand
  let registry: KeyRegistry

  /// What is judged.
  struct Voorstel {
    let gebeurtenis: Zaakgebeurtenis
    let door: Thumbprint
    let op: ImpreciseDate
    let velden: Veldwaarden
    /// Whether these are all the fields; a reader may know only some.
    let isVolledig: Bool
  }

  private var procedure: Procedure { stand.procedure }

  /// Why it may not be recorded; nil when it may.
  func weigering(_ voorstel: Voorstel) -> Failure? {
    switch voorstel.gebeurtenis {
    case .geopend:
      Failure(.badInput, Text(nl: "de zaak is al geopend", en: "the case is open already"))
    case .gezet(let id): stap(id, voorstel)
    case .toegangVerleend(let lid): toegang(lid)
    case .toegangIngetrokken(let key):
      stand.leden.contains { $0.sleutel == key }
        ? nil : Failure(.badInput, Text(nl: "deze sleutel hoort er niet bij", en: "this key does not belong to it"))
    case .gecorrigeerd(let nummer, _): correctie(nummer, voorstel.door)
    case .verstrekt(let aan): partij(aan)
    // Where someone may not see how a track stands, others judged whether it has ended.
    case .gesloten: voorstel.isVolledig || stand.verborgen.isEmpty ? sluiting : nil
    case .gehouden, .losgelaten: nil
    case .heropend:
      stand.isGesloten ? nil : Failure(.badInput, Text(nl: "de zaak is niet gesloten", en: "the case is not closed"))
    }
  }

  /// Why a case may not be opened so; nil when it may.
  static func weigering(
    _ opening: Opening, stap: String, _ voorstel: Voorstel, _ procedure: Procedure, _ registry: KeyRegistry
  ) -> Failure? {
    do {
      let toelating = try Toelating(procedure, over: opening.over, betrokken: opening.betrokken, registry)
      for lid in opening.leden {
        guard let key = registry.keys[lid.sleutel] else {
          return Failure(.notPermitted, SigningProblem.unknownKey.text)
        }
        _ = try toelating.lid(key, lid.functie)
      }
    } catch let failure as Failure { return failure } catch { return Failure(error) }
    guard let step = procedure.openingen.first(where: { $0.id == stap }) else {
      return Failure(
        .badInput,
        Text(nl: "\(stap) opent geen zaak in \(procedure.id)", en: "\(stap) opens no case under \(procedure.id)"))
    }
    let functies = Zaakstand(procedure: procedure, leden: opening.leden).functies(voorstel.door)
    return Stapkeuring(nieuw: procedure).weigering(step, functies, voorstel)
  }

  private func stap(_ id: String, _ voorstel: Voorstel) -> Failure? {
    guard let step = procedure.stap(id) else {
      return Failure(
        .badInput,
        Text(nl: "\(procedure.id) kent de stap «\(id)» niet", en: "\(procedure.id) does not know the step “\(id)”"))
    }
    return Stapkeuring(stand).weigering(step, stand.functies(voorstel.door), voorstel)
  }

  private func toegang(_ lid: Lid) -> Failure? {
    guard let key = registry.keys[lid.sleutel] else { return Failure(.notPermitted, SigningProblem.unknownKey.text) }
    do {
      let toelating = try Toelating(procedure, over: opening.over, betrokken: opening.betrokken, registry)
      _ = try toelating.lid(key, lid.functie)
    } catch let failure as Failure { return failure } catch { return Failure(error) }
    return stand.leden.contains(lid)
      ? Failure(.badInput, Text(nl: "deze sleutel hoort er al bij", en: "this key belongs to it already")) : nil
  }

  /// Who may sign a step says that it was a mistake, and nobody else.
  private func correctie(_ nummer: Int64, _ key: Thumbprint) -> Failure? {
    guard let feit = stand.feiten.first(where: { $0.nummer == nummer }), feit.telt, nummer > 1,
      let stap = feit.gebeurtenis.stap.flatMap({ procedure.stap($0) })
    else {
      return Failure(
        .badInput,
        Text(
          nl: "nummer \(nummer) is geen stap die nog telt en kan worden teruggenomen",
          en: "number \(nummer) is no step that counts and can be taken back"),
        remedy: Text(nl: "zie waarborg zaak toon ZAAK", en: "see waarborg zaak toon CASE"))
    }
    return Stapkeuring(stand).tekenen(stap, stand.functies(key))
  }

  private func partij(_ aan: String) -> Failure? {
    guard procedure.deelnemer(aan)?.soort != .partij else { return nil }
    let names = procedure.deelnemers.filter { $0.soort == .partij }.map(\.id).joined(separator: ", ")
    return Failure(
      .badInput, Text(nl: "--aan: «\(aan)» is geen partij", en: "--aan: “\(aan)” is no party"),
      remedy: Text(nl: "kies uit: \(names)", en: "choose from: \(names)"))
  }

  private var sluiting: Failure? {
    guard !stand.isGesloten else {
      return Failure(.badInput, Text(nl: "de zaak is al gesloten", en: "the case is closed already"))
    }
    guard !stand.isTenEinde else { return nil }
    let open = stand.toestanden.values.filter { !$0.isEind }.map(\.id).sorted().joined(separator: ", ")
    return Failure(
      .refused, Text(nl: "de zaak is niet ten einde: \(open)", en: "the case has not ended: \(open)"),
      remedy: Text(nl: "zie waarborg zaak stap ZAAK", en: "see waarborg zaak stap CASE"),
      rule: RuleCitation(id: "ZAAK-EINDE", source: procedure.herkomst.text))
  }
}
