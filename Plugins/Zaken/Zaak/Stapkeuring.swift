import Governance
import Ledger
import LedgerCrypto

/// Judges whether a step may be taken in a case, and with what.
///
/// What outsiders and the authority did is recorded as it was: late, without reasons or by who may not complain, and then
/// marked. Refused is only what this key may not sign, and what cannot be: a step from another state, or before what it
/// answers.
struct Stapkeuring {
  let procedure: Procedure
  /// What was recorded so far; none for the opening of a case.
  let feiten: [Zaakfeit]
  /// Where each track stands.
  let toestanden: [String: Toestand]
  /// The tracks of which this reader may not see where they stand, and so judges no step by it.
  let verborgen: Set<String>
  let isGesloten: Bool

  init(_ stand: Zaakstand) {
    procedure = stand.procedure
    feiten = stand.stappen
    toestanden = stand.toestanden
    verborgen = stand.verborgen
    isGesloten = stand.isGesloten
  }

  init(nieuw procedure: Procedure) {
    self.procedure = procedure
    feiten = []
    toestanden = [:]
    verborgen = []
    isGesloten = false
  }

  /// The steps that can be taken now by someone in these functions, in the order of the file.
  func mogelijk(_ functies: Set<String>) -> [Stap] {
    procedure.stappen.filter { stap in
      toestand(stap) == nil && procedure.tekenaars(stap).contains { functies.contains($0.id) }
    }
  }

  /// Why a step may not be taken; nil when it may.
  func weigering(_ stap: Stap, _ functies: Set<String>, _ voorstel: Zaakkeuring.Voorstel) -> Failure? {
    tekenen(stap, functies) ?? toestand(stap) ?? volgorde(stap, voorstel.op)
      ?? Veldkeuring(stap, procedure).weigering(voorstel.velden, isVolledig: voorstel.isVolledig)
  }

  /// Whether someone in these functions may sign it.
  func tekenen(_ stap: Stap, _ functies: Set<String>) -> Failure? {
    let tekenaars = procedure.tekenaars(stap)
    guard !tekenaars.contains(where: { functies.contains($0.id) }) else { return nil }
    let wie = tekenaars.map(\.id).joined(separator: ", ")
    return Failure(
      .notPermitted,
      Text(
        nl: "deze sleutel ondertekent \(stap.id) niet; dat doet: \(wie)",
        en: "this key does not sign \(stap.id); who does: \(wie)"),
      rule: RuleCitation(id: "ZAAK-ROL", source: stap.herkomst.text))
  }

  /// Whether the case stands where the step can be taken.
  private func toestand(_ stap: Stap) -> Failure? {
    let spoor = procedure.spoor(stap)
    let nu = toestanden[spoor]
    if isGesloten {
      return weiger(
        stap, "ZAAK-GESLOTEN", Text(nl: "de zaak is gesloten", en: "the case is closed"),
        Text(
          nl: "heropen haar eerst: waarborg zaak heropen ZAAK --grond …",
          en: "open it again first: waarborg zaak heropen CASE --grond …"))
    }
    if stap.isEenmalig, feiten.contains(where: { $0.gebeurtenis.stap == stap.id }) {
      return weiger(
        stap, "ZAAK-EENMALIG", Text(nl: "\(stap.id) is al gezet", en: "\(stap.id) was taken already"),
        Text(nl: "corrigeer de eerdere stap als die niet klopt", en: "correct the earlier step when it is wrong"))
    }
    let vanuit = procedure.vanuit(stap)
    // A track beside the main one can begin anew when it has ended; the case itself begins once.
    let isHoofd = spoor == Toestand.hoofdspoor
    let isBezig = nu.map { !$0.isEind || isHoofd } ?? (isHoofd && verborgen.contains(spoor))
    let isFout =
      stap.van == .niets ? isBezig : !verborgen.contains(spoor) && !vanuit.contains { $0.id == nu?.id }
    if isFout {
      let waar = nu?.id ?? "–"
      let van = vanuit.map(\.id).joined(separator: ", ")
      return weiger(
        stap, "ZAAK-TOESTAND",
        Text(
          nl: "de zaak staat op «\(waar)»; \(stap.id) kan vanuit: \(van.isEmpty ? "een nieuwe zaak" : van)",
          en: "the case is at “\(waar)”; \(stap.id) can be taken from: \(van.isEmpty ? "a new case" : van)"),
        Text(nl: "zie waarborg zaak stap ZAAK", en: "see waarborg zaak stap CASE"))
    }
    if !stap.mits.isEmpty, verborgen.isEmpty,
      !stap.mits.contains(where: { id in toestanden.values.contains { $0.id == id } })
    {
      return weiger(
        stap, "ZAAK-TOESTAND",
        Text(
          nl: "\(stap.id) kan alleen bij: \(stap.mits.joined(separator: ", "))",
          en: "\(stap.id) can be taken only with: \(stap.mits.joined(separator: ", "))"),
        Text(nl: "zie waarborg zaak toon ZAAK", en: "see waarborg zaak toon CASE"))
    }
    if let nodig = stap.vereist.first(where: { id in !feiten.contains { $0.gebeurtenis.stap == id } }) {
      return weiger(
        stap, "ZAAK-VEREIST", Text(nl: "eerst moet \(nodig) zijn gezet", en: "\(nodig) must be taken first"),
        Text(nl: "leg \(nodig) vast", en: "record \(nodig)"))
    }
    return nil
  }

  /// What answers something does not lie before it.
  private func volgorde(_ stap: Stap, _ dag: ImpreciseDate) -> Failure? {
    for id in stap.na {
      guard let eerder = feiten.last(where: { $0.gebeurtenis.stap == id }), let vroegst = eerder.op.earliest,
        let laatst = dag.latest, vroegst > laatst
      else { continue }
      return Failure(
        .badInput,
        Text(
          nl: "\(stap.id) van \(dag) ligt voor \(id) van \(eerder.op), waarop zij volgt",
          en: "\(stap.id) of \(dag) lies before \(id) of \(eerder.op), which it follows"),
        remedy: Text(nl: "geef met --op de dag waarop het was", en: "give the day on which it was with --op"),
        rule: RuleCitation(id: "ZAAK-VOLGORDE", source: stap.herkomst.text))
    }
    return nil
  }

  private func weiger(_ stap: Stap, _ id: String, _ tekst: Text, _ raad: Text) -> Failure {
    Failure(.refused, tekst, remedy: raad, rule: RuleCitation(id: id, source: stap.herkomst.text))
  }
}
