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
    /// The version of the procedure that it names, if that was in force then.
    var versie: Procedure?
    /// Where it stands in the log; after everything for what is about to be recorded.
    var position: UInt64 = .max
    /// The day on which it is recorded: nothing was so later than that. Nil where that is not judged.
    var vastgelegd: CalendarDate?
  }

  var procedure: Procedure { stand.procedure }

  /// Why it may not be recorded; nil when it may.
  func weigering(_ voorstel: Voorstel) -> Failure? {
    if let failure = Self.toekomst(voorstel) { return failure }
    if voorstel.gebeurtenis.redenen.contains(where: { !$0.hasVisibleText }) {
      return Failure(
        .badInput, Text(nl: "de reden is leeg", en: "the reason is empty"),
        remedy: Text(nl: "zeg in een paar woorden waarom", en: "say in a few words why"))
    }
    switch voorstel.gebeurtenis {
    case .geopend:
      return Failure(.badInput, Text(nl: "de zaak is al geopend", en: "the case is open already"))
    case .gezet(let id): return stap(id, voorstel)
    case .overgestapt(let overstap): return self.overstap(overstap, voorstel)
    case .toegangVerleend(let lid): return opvolging(lid, voorstel) ?? toegang(lid)
    case .toegangIngetrokken(let key): return ontslag(key, voorstel.door)
    case .identiteitGeopend: return identiteit(voorstel.door)
    case .gecorrigeerd(let nummer, _): return correctie(nummer, voorstel.door)
    case .uitgenomen(let nummer, let veld): return uitnemen(nummer, veld)
    case .aangevuld(let nummer): return aanvulling(nummer, voorstel)
    case .verstrekt(let aan, let persoon): return verstrekking(aan, persoon, voorstel)
    case .medegedeeld(let nummer, let aan, let onthouden): return mededeling(nummer, aan, onthouden, voorstel.op)
    // The line of the register stands beside the entry that closes a case, never by itself.
    case .ingeschreven:
      return Failure(
        .badInput, Text(nl: "een registerregel staat niet alleen", en: "a line of the register does not stand alone"))
    // Where someone may not see how a track stands, others judged whether it has ended.
    case .gesloten:
      let isTeZien = voorstel.isVolledig || stand.verborgen.isEmpty
      return leiding(voorstel.door) ?? (isTeZien ? sluiting(op: voorstel.op) : nil)
    case .gehouden: return leiding(voorstel.door)
    case .losgelaten:
      guard stand.tegengehouden == nil else { return leiding(voorstel.door) }
      return Failure(
        .badInput, Text(nl: "deze zaak wordt niet tegengehouden", en: "this case is not held"),
        remedy: Text(nl: "zie waarborg zaak toon ZAAK", en: "see waarborg zaak toon CASE"))
    case .heropend:
      guard !stand.isGesloten else { return leiding(voorstel.door) }
      return Failure(.badInput, Text(nl: "de zaak is niet gesloten", en: "the case is not closed"))
    }
  }

  /// Why a case may not be opened so; nil when it may.
  static func weigering(
    _ opening: Opening, stap: String, _ voorstel: Voorstel, _ procedure: Procedure, _ registry: KeyRegistry
  ) -> Failure? {
    guard voorstel.versie != nil else { return nietGeldend(procedure) }
    if let failure = toekomst(voorstel) { return failure }
    if let failure = leden(opening.leden, opening, procedure, registry) { return failure }
    guard let step = procedure.openingen.first(where: { $0.id == stap }) else {
      return Failure(
        .badInput,
        Text(nl: "\(stap) opent geen zaak in \(procedure.id)", en: "\(stap) opens no case under \(procedure.id)"))
    }
    let isBekend = step.velden.contains { $0.isIdentiteit && voorstel.velden[$0.id]?.contains { !$0.isEmpty } == true }
    for lid in opening.leden where lid.sleutel != voorstel.door {
      if let failure = toestemming(lid, procedure, [stap], identiteit: isBekend) { return failure }
    }
    let functies = Zaakstand(procedure: procedure, leden: opening.leden).functies(voorstel.door)
    return Stapkeuring(nieuw: procedure).weigering(step, functies, voorstel)
  }

  /// What is recorded was so by the day on which that is done.
  private static func toekomst(_ voorstel: Voorstel) -> Failure? {
    guard let vandaag = voorstel.vastgelegd, voorstel.op.isAfter(vandaag) == .yes else { return nil }
    return Failure(
      .badInput,
      Text(
        nl: "\(voorstel.op.text.nl) is nog niet geweest: een zaak zegt wat is gebeurd",
        en: "\(voorstel.op.text.en) has not been yet: a case says what happened"),
      remedy: Text(nl: "geef met --op de dag waarop het was", en: "give the day on which it was with --op"))
  }

  /// Why these people may not belong to a case; nil when they may.
  private static func leden(
    _ leden: [Lid], _ opening: Opening, _ procedure: Procedure, _ registry: KeyRegistry
  ) -> Failure? {
    do {
      let toelating = try Toelating(procedure, over: opening.over, betrokken: opening.betrokken, registry)
      for lid in leden {
        guard let key = registry.keys[lid.sleutel] else {
          return Failure(.notPermitted, SigningProblem.unknownKey.text)
        }
        _ = try toelating.lid(key, lid.functie)
      }
    } catch let failure as Failure { return failure } catch { return Failure(error) }
    return nil
  }

  private static func nietGeldend(_ procedure: Procedure) -> Failure {
    Failure(
      .refused,
      Text(
        nl: "die versie van \(procedure.id) gold toen niet", en: "that version of \(procedure.id) was not in force then"
      ),
      remedy: Text(nl: "zie waarborg procedure lijst", en: "see waarborg procedure lijst"),
      rule: RuleCitation(id: "ZAAK-PROCEDURE", source: "README, Procedures as data"))
  }

  /// Who opens such cases changes one over, to a version in which it stands where it stands now and everyone in it still
  /// has a function.
  private func overstap(_ overstap: Overstap, _ voorstel: Voorstel) -> Failure? {
    if let failure = leiding(voorstel.door) { return failure }
    guard let nieuw = voorstel.versie, nieuw.id == procedure.id else { return Self.nietGeldend(procedure) }
    guard nieuw != procedure else {
      return Failure(
        .badInput, Text(nl: "de zaak loopt al onder die versie", en: "the case runs under that version already"))
    }
    guard !stand.isGesloten else {
      return Failure(
        .refused, Text(nl: "de zaak is gesloten", en: "the case is closed"),
        remedy: Text(
          nl: "heropen haar eerst: waarborg zaak heropen ZAAK --grond …",
          en: "open it again first: waarborg zaak heropen CASE --grond …"),
        rule: RuleCitation(id: "ZAAK-GESLOTEN", source: procedure.herkomst.text))
    }
    if let zonder = stand.toestanden.values.map(\.id).sorted().first(where: { nieuw.toestand($0) == nil }) {
      return Failure(
        .refused,
        Text(
          nl: "versie \(nieuw.versie) kent de toestand «\(zonder)» niet, waarop de zaak staat",
          en: "version \(nieuw.versie) does not know the state “\(zonder)”, at which the case stands"),
        remedy: Text(
          nl: "zet eerst een stap naar een toestand die zij wel kent", en: "first take a step to a state that it knows"),
        rule: RuleCitation(id: "ZAAK-OVERSTAP", source: nieuw.herkomst.text))
    }
    return Self.leden(stand.leden, opening, nieuw, registry)
  }

  private func stap(_ id: String, _ voorstel: Voorstel) -> Failure? {
    guard let step = procedure.stap(id) else {
      return Failure(
        .badInput,
        Text(nl: "\(procedure.id) kent de stap «\(id)» niet", en: "\(procedure.id) does not know the step “\(id)”"))
    }
    return Stapkeuring(stand).weigering(step, stand.functies(voorstel.door), voorstel)
  }

  /// Who opens such cases decides who belongs to one, under which version it runs, and when it is closed or held.
  private func leiding(_ key: Thumbprint) -> Failure? {
    let leiders = procedure.leiders
    guard stand.functies(key).isDisjoint(with: leiders) else { return nil }
    let wie = leiders.sorted().joined(separator: ", ")
    return Failure(
      .notPermitted,
      Text(
        nl: "deze sleutel beslist daar niet over; dat doet: \(wie)",
        en: "this key does not decide that; who does: \(wie)"),
      rule: RuleCitation(id: "ZAAK-LEIDING", source: procedure.herkomst.text))
  }

  /// When nobody is left who leads a case, such as after a key was revoked, everyone in it may admit who takes over.
  private func opvolging(_ lid: Lid, _ voorstel: Voorstel) -> Failure? {
    let isGeleid = stand.isGeleid(registry, op: voorstel.position)
    return isGeleid || !procedure.leiders.contains(lid.functie) ? leiding(voorstel.door) : nil
  }

  /// Everyone may leave.
  private func ontslag(_ key: Thumbprint, _ door: Thumbprint) -> Failure? {
    guard stand.leden.contains(where: { $0.sleutel == key }) else {
      return Failure(.badInput, Text(nl: "deze sleutel hoort er niet bij", en: "this key does not belong to it"))
    }
    return key == door ? nil : leiding(door)
  }

  private func identiteit(_ key: Thumbprint) -> Failure? {
    let kring = procedure.kringleden(Kring.identiteit)
    guard stand.functies(key).isDisjoint(with: kring) else { return nil }
    return Failure(
      .notPermitted,
      Text(
        nl: "deze sleutel mag niet weten wie de melder is; dat mag: \(kring.joined(separator: ", "))",
        en: "this key may not know who the melder is; who may: \(kring.joined(separator: ", "))"),
      rule: RuleCitation(
        id: "ZAAK-IDENTITEIT",
        source: (procedure.vertrouwelijkheid.kring(Kring.identiteit)?.herkomst ?? procedure.herkomst).text))
  }

  /// Nobody is admitted to a circle before the step that opens it, such as written consent: to that of who the melder is,
  /// once that was recorded.
  /// - Parameter identiteit: Whether it was recorded who the melder is.
  private static func toestemming(_ lid: Lid, _ procedure: Procedure, _ gezet: Set<String>, identiteit: Bool)
    -> Failure?
  {
    for kring in procedure.vertrouwelijkheid.kringen where kring.leden.contains(lid.functie) {
      guard let opent = kring.opent, !gezet.contains(opent), kring.id != Kring.identiteit || identiteit else {
        continue
      }
      return Failure(
        .refused,
        Text(
          nl: "wie \(lid.functie) is, hoort bij: \(kring.betekenis); daarvoor moet eerst \(opent) zijn gezet",
          en: "who is \(lid.functie) belongs to: \(kring.betekenis); first \(opent) must be taken"),
        remedy: Text(
          nl: "leg de toestemming vast: waarborg zaak stap ZAAK \(opent)",
          en: "record the consent: waarborg zaak stap CASE \(opent)"),
        rule: RuleCitation(id: "ZAAK-TOESTEMMING", source: kring.herkomst.text))
    }
    return nil
  }

  private func toegang(_ lid: Lid) -> Failure? {
    // Who agreed to nothing is not handed over: a step that records a refusal opens no circle.
    let gezet = stand.stappen.filter { !$0.velden.values.contains(["nee"]) }.compactMap(\.gebeurtenis.stap)
    let isBekend = stand.stappen.contains { feit in feit.identiteit.contains { feit.waarde($0)?.isEmpty == false } }
    if let failure = Self.toestemming(lid, procedure, Set(gezet), identiteit: isBekend) { return failure }
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
      let stap = feit.stap
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

  private func uitnemen(_ nummer: Int64, _ veld: String) -> Failure? {
    let soort = stand.feiten.first { $0.nummer == nummer }?.stap?.veld(veld)?.soort
    guard soort != .document else { return nil }
    return Failure(
      .notFound,
      Text(nl: "nummer \(nummer) heeft geen stuk «\(veld)»", en: "number \(nummer) has no paper “\(veld)”"),
      remedy: Text(nl: "zie waarborg zaak toon ZAAK", en: "see waarborg zaak toon CASE"))
  }
}
