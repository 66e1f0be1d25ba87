import Console
import Governance
import Ledger

/// What is recorded about a step after it: that someone was told, that a party got the own file, what was left out, and
/// that nothing is left to be done.
extension Zaakkeuring {
  // MARK: Who was told

  func mededeling(_ nummer: Int64, _ aan: String, _ onthouden: String?, _ op: ImpreciseDate) -> Failure? {
    guard let plicht = stand.mededeling(mogelijk: nummer, aan: aan) else {
      return nietsTeMelden(nummer, aan)
    }
    if let feit = stand.stappen.first(where: { $0.nummer == nummer }), op.ligtVoor(feit.op) {
      return teVroeg(op, feit)
    }
    guard let onthouden, !plicht.tenzij.contains(onthouden) else { return nil }
    let gronden = plicht.tenzij.joined(separator: ", ")
    return Failure(
      .refused,
      Text(
        nl: "«\(onthouden)» is geen grond om \(aan) niet in te lichten",
        en: "“\(onthouden)” is no ground to leave \(aan) uninformed"),
      remedy: gronden.isEmpty
        ? Text(nl: "er is geen grond: deel het mee", en: "there is no ground: tell it")
        : Text(nl: "kies uit: \(gronden)", en: "choose from: \(gronden)"),
      rule: RuleCitation(id: "ZAAK-MEDEDELING", source: plicht.bron))
  }

  /// Why nothing is to be told: there is no such step or participant, it is told by a step of its own, or it was told.
  private func nietsTeMelden(_ nummer: Int64, _ aan: String) -> Failure {
    let open = stand.openMededelingen.map { "\($0.nummer) \($0.aan)" }.joined(separator: ", ")
    let remedy =
      open.isEmpty
      ? Text(nl: "er is niets mede te delen", en: "there is nothing to be told")
      : Text(nl: "nog mede te delen: \(open)", en: "still to be told: \(open)")
    guard procedure.deelnemer(aan) != nil else {
      return Failure(
        .badInput, Text(nl: "--aan: \(procedure.id) kent «\(aan)» niet", en: "--aan: \(procedure.id) has no “\(aan)”"),
        remedy: remedy)
    }
    guard let stap = stand.stappen.first(where: { $0.nummer == nummer })?.stap else {
      return Failure(
        .badInput, Text(nl: "nummer \(nummer) is geen stap die telt", en: "number \(nummer) is no step that counts"),
        remedy: remedy)
    }
    let termijn = stap.informeer.first { $0.wie.contains(aan) && $0.binnen != nil }?.binnen
    let stappen = termijn.flatMap { procedure.termijn($0) }?.gehaald.map(\.stap).filter { $0 != stap.id } ?? []
    if let termijn, !stappen.isEmpty {
      let names = stappen.joined(separator: ", ")
      return Failure(
        .badInput,
        Text(
          nl: "dat \(aan) dit hoort, is een eigen stap met een termijn (\(termijn)): \(names)",
          en: "that \(aan) is told is a step of its own with a term (\(termijn)): \(names)"),
        remedy: Text(nl: "waarborg zaak stap ZAAK \(names)", en: "waarborg zaak stap CASE \(names)"))
    }
    return Failure(
      .badInput,
      Text(
        nl: "over nummer \(nummer) hoeft \(aan) niets meer te horen",
        en: "\(aan) need not be told anything more of number \(nummer)"), remedy: remedy)
  }

  private func teVroeg(_ op: ImpreciseDate, _ feit: Zaakfeit) -> Failure {
    Failure(
      .badInput,
      Text(
        nl: "\(op.text.nl) ligt voor nummer \(feit.nummer) van \(feit.op.text.nl), waarop het volgt",
        en: "\(op.text.en) lies before number \(feit.nummer) of \(feit.op.text.en), which it follows"),
      remedy: Text(nl: "geef met --op de dag waarop het was", en: "give the day on which it was with --op"))
  }

  // MARK: What was left out

  /// What was left out of a step is added by who may sign that step and see the field; what was said stays as it was.
  func aanvulling(_ nummer: Int64, _ voorstel: Voorstel) -> Failure? {
    guard let feit = stand.stappen.first(where: { $0.nummer == nummer }), let stap = feit.stap else {
      return Failure(
        .badInput, Text(nl: "nummer \(nummer) is geen stap die telt", en: "number \(nummer) is no step that counts"),
        remedy: Text(nl: "zie waarborg zaak toon ZAAK", en: "see waarborg zaak toon CASE"))
    }
    guard !stand.isGesloten else {
      return Failure(
        .refused, Text(nl: "de zaak is gesloten", en: "the case is closed"),
        remedy: Text(
          nl: "heropen haar eerst: waarborg zaak heropen ZAAK --grond …",
          en: "open it again first: waarborg zaak heropen CASE --grond …"),
        rule: RuleCitation(id: "ZAAK-GESLOTEN", source: stap.herkomst.text))
    }
    let functies = stand.functies(voorstel.door)
    if let failure = Stapkeuring(stand).tekenen(stap, functies) { return failure }
    guard !voorstel.isVolledig || !voorstel.velden.isEmpty else {
      return Failure(
        .badInput, Text(nl: "er is niets om aan te vullen", en: "there is nothing to add"),
        remedy: Text(nl: "geef --veld naam=waarde", en: "give --veld name=value"))
    }
    for naam in voorstel.velden.keys.sorted() {
      if feit.velden[naam]?.contains(where: { !$0.isEmpty }) == true {
        return Failure(
          .badInput,
          Text(nl: "\(stap.id), \(naam): is al vastgelegd", en: "\(stap.id), \(naam): was recorded already"),
          remedy: Text(
            nl: "klopt het niet: waarborg zaak corrigeer ZAAK \(nummer) --reden …",
            en: "when it is wrong: waarborg zaak corrigeer CASE \(nummer) --reden …"))
      }
      if let veld = stap.veld(naam), feit.procedure.functies(voor: veld).isDisjoint(with: functies) {
        return Failure(
          .notPermitted,
          Text(
            nl:
              "deze sleutel ziet \(naam) niet; dat doet: \(feit.procedure.functies(voor: veld).sorted().joined(separator: ", "))",
            en:
              "this key does not see \(naam); who does: \(feit.procedure.functies(voor: veld).sorted().joined(separator: ", "))"
          ),
          rule: RuleCitation(id: "ZAAK-KRING", source: stap.herkomst.text))
      }
    }
    return Veldkeuring(stap, feit.procedure).weigering(
      feit.velden.merging(voorstel.velden) { _, new in new }, isVolledig: false)
  }

  // MARK: A party's own file

  /// Who gives a party its file may see all that the party may have: a file with holes that nobody sees is not given.
  func verstrekking(_ aan: String, _ persoon: Int64?, _ voorstel: Voorstel) -> Failure? {
    guard let partij = procedure.deelnemer(aan), partij.soort == .partij else {
      let names = procedure.deelnemers.filter { $0.soort == .partij }.map(\.id).joined(separator: ", ")
      return Failure(
        .badInput, Text(nl: "--aan: «\(aan)» is geen partij", en: "--aan: “\(aan)” is no party"),
        remedy: Text(nl: "kies uit: \(names)", en: "choose from: \(names)"))
    }
    // Where nobody sees all of it, each gives a part, and the file says whose parts there are beside it.
    let alleen = procedure.deelnemers.map(\.id).filter {
      procedure.deelnemer($0)?.soort == .functie && stand.ongezien(door: [$0], voor: partij).isEmpty
    }
    guard alleen.isEmpty || stand.ongezien(door: stand.functies(voorstel.door), voor: partij).isEmpty else {
      return Failure(
        .notPermitted,
        Text(
          nl: "deze sleutel ziet niet alles wat \(aan) mag hebben; dat doet: \(alleen.joined(separator: ", "))",
          en: "this key does not see all that \(aan) may have; who does: \(alleen.joined(separator: ", "))"),
        rule: RuleCitation(id: "ZAAK-VERSTREKKING", source: partij.herkomst.text))
    }
    guard voorstel.isVolledig else { return nil }
    if let persoon, let failure = geenPersoon(persoon, partij) { return failure }
    guard
      Partijdossier(
        stand, voor: partij, persoon: persoon, door: stand.functies(voorstel.door)
      ).isLeeg
    else { return nil }
    return Failure(
      .badInput,
      Text(nl: "er is niets dat \(aan) mag hebben", en: "there is nothing that \(aan) may have"),
      remedy: Text(nl: "zie waarborg zaak toon ZAAK", en: "see waarborg zaak toon CASE"))
  }

  private func geenPersoon(_ nummer: Int64, _ partij: Deelnemer) -> Failure? {
    let eigen = Partijdossier.eigen(stand, van: partij)
    guard !eigen.contains(nummer) else { return nil }
    return Failure(
      .badInput,
      Text(
        nl: "--persoon: nummer \(nummer) heeft niets dat voor één \(partij.id) is",
        en: "--persoon: number \(nummer) has nothing that is for one \(partij.id)"),
      remedy: Partijdossier.keuze(eigen))
  }

  // MARK: The end

  func sluiting(op dag: ImpreciseDate) -> Failure? {
    guard !stand.isGesloten else {
      return Failure(.badInput, Text(nl: "de zaak is al gesloten", en: "the case is closed already"))
    }
    guard stand.isTenEinde else {
      let open = stand.toestanden.values.filter { !$0.isEind }.map(\.id).sorted().joined(separator: ", ")
      return Failure(
        .refused, Text(nl: "de zaak is niet ten einde: \(open)", en: "the case has not ended: \(open)"),
        remedy: Text(nl: "zie waarborg zaak stap ZAAK", en: "see waarborg zaak stap CASE"),
        rule: RuleCitation(id: "ZAAK-EINDE", source: procedure.herkomst.text))
    }
    if let later = stand.stappen.first(where: { dag.ligtVoor($0.op) }) { return teVroeg(dag, later) }
    let open = stand.mededelingen(zeker: true).map { "\($0.nummer) \($0.stap) aan \($0.aan)" }
    guard !open.isEmpty else { return nil }
    return Failure(
      .refused,
      Text(
        nl: "nog mede te delen: \(open.joined(separator: "; "))",
        en: "still to be told: \(open.joined(separator: "; "))"),
      remedy: Text(
        nl: "waarborg zaak deel-mee ZAAK NUMMER --aan WIE, of met --onthouden GROND",
        en: "waarborg zaak deel-mee CASE NUMBER --aan WHOM, or with --onthouden GROUND"),
      rule: RuleCitation(id: "ZAAK-EINDE", source: procedure.herkomst.text))
  }
}

extension ImpreciseDate {
  /// Whether it certainly lies before another one.
  fileprivate func ligtVoor(_ other: ImpreciseDate) -> Bool {
    guard let last = latest, let first = other.earliest else { return false }
    return last < first
  }
}

extension Zaakstand {
  /// Who else holds a part of what a party may have of the steps that were taken, as the file of the procedure has it:
  /// for each field that these functions do not open, those who do.
  func ongezien(door gever: Set<String>, voor partij: Deelnemer) -> [String] {
    var others: Set<String> = []
    for feit in stappen {
      for veld in feit.stap?.velden ?? [] where veld.zichtbaar.contains(partij.id) && !veld.isIdentiteit {
        let functies = feit.procedure.functies(voor: veld)
        if functies.isDisjoint(with: gever) { others.formUnion(functies) }
      }
    }
    return others.sorted()
  }
}
