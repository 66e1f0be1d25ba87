import Governance
import Ledger
import LedgerCrypto

/// Makes the next entry of a case: what is for everyone in it, and the parts that are for some.
struct Zaakschrijver {
  let book: Grootboek
  let registry: KeyRegistry
  let key: UnlockedKey

  /// What is recorded.
  struct Vastlegging {
    let gebeurtenis: Zaakgebeurtenis
    let op: ImpreciseDate
    var velden: Veldwaarden = [:]
  }

  /// The next entry of a case.
  func ontwerp(_ vastlegging: Vastlegging, in zaak: Zaak) throws -> EventDraft {
    let leden = Self.leden(na: vastlegging.gebeurtenis, zaak)
    let (hoofd, delen) = try verdeel(vastlegging, zaak)
    var inhoud = Vakinhoud(kring: .zaak, gebeurtenis: vastlegging.gebeurtenis, op: vastlegging.op, velden: hoofd)
    var rest: [(Vakinhoud, ClosedSeal)] = []
    for deel in delen {
      inhoud.vakken.append(deel.functies)
      let lezers = leden.filter { deel.functies.contains($0.functie) }
      let seal = try sluit(lezers, try geheim(zaak.kringen[deel.functies], lezers))
      rest.append((Vakinhoud(kring: .functies(deel.functies), velden: deel.velden), seal))
    }
    switch vastlegging.gebeurtenis {
    case .toegangVerleend(let lid): rest.append(try overdracht(lid, zaak))
    case .toegangIngetrokken(let key): rest += try ontslag(key, zaak)
    case .gesloten where zaak.procedure.heeftEigenRegel: rest = try regel(vastlegging, zaak)
    default: break
    }
    return try draft(
      try zaak.sleutel, nummer: zaak.nummer + 1,
      [(inhoud, try sluit(leden, try geheim(zaak.hoofdgeheim, leden)))] + rest)
  }

  /// The first entry of a new case.
  func opening(
    _ opening: Opening, _ procedure: Procedure, stap: String, _ velden: Veldwaarden, op: ImpreciseDate,
    _ sleutel: ClosedKey
  ) throws
    -> EventDraft
  {
    let vastlegging = Vastlegging(gebeurtenis: .geopend(opening, stap: stap), op: op, velden: velden)
    let (hoofd, delen) = try verdeel(Self.delen(procedure, stap: stap, velden), procedure.stap(stap)?.herkomst)
    var inhoud = Vakinhoud(kring: .zaak, gebeurtenis: vastlegging.gebeurtenis, op: op, velden: hoofd)
    var rest: [(Vakinhoud, ClosedSeal)] = []
    for deel in delen {
      inhoud.vakken.append(deel.functies)
      rest.append(
        (
          Vakinhoud(kring: .functies(deel.functies), velden: deel.velden),
          try sluit(opening.leden.filter { deel.functies.contains($0.functie) }, book.newCircleSecret())
        ))
    }
    return try draft(sleutel, nummer: 1, [(inhoud, try sluit(opening.leden, book.newCircleSecret()))] + rest)
  }

  /// Who belongs to it after an entry.
  private static func leden(na gebeurtenis: Zaakgebeurtenis, _ zaak: Zaak) -> [Lid] {
    switch gebeurtenis {
    case .toegangVerleend(let lid): zaak.leden + [lid]
    case .toegangIngetrokken(let key): zaak.leden.filter { $0.sleutel != key }
    default: zaak.leden
    }
  }

  /// The secret for these members: the one they have, or another when someone else knows that one too.
  private func geheim(_ eerder: Kringgeheim?, _ leden: [Lid]) throws -> CircleSecret {
    guard let eerder, eerder.blijft(onder: leden, registry) else { return try book.newCircleSecret() }
    return eerder.geheim
  }

  /// What every member may see, and what only some functions may: as many parts as an entry has compartments left. What
  /// would need more is sealed for those who may see all of it, never for more.
  private func verdeel(
    _ vastlegging: Vastlegging, _ zaak: Zaak
  ) throws -> (Veldwaarden, [(functies: [String], velden: Veldwaarden)]) {
    var (naam, procedure) = (vastlegging.gebeurtenis.stap, zaak.procedure)
    // What is added to a step is for those for whom that step has it.
    if case .aangevuld(let nummer) = vastlegging.gebeurtenis,
      let feit = zaak.feiten.first(where: { $0.nummer == nummer })
    {
      (naam, procedure) = (feit.gebeurtenis.stap, feit.procedure)
    }
    guard let stap = naam else { return (vastlegging.velden, []) }
    return try verdeel(Self.delen(procedure, stap: stap, vastlegging.velden), procedure.stap(stap)?.herkomst)
  }

  private typealias Waarde = (naam: String, waarden: [String], functies: [String]?)

  private static func delen(_ procedure: Procedure, stap: String, _ velden: Veldwaarden) -> [Waarde] {
    velden.sorted { $0.key < $1.key }.compactMap { name, waarden in
      procedure.stap(stap)?.veld(name).map { (name, waarden, kring(procedure, $0)) }
    }
  }

  /// The functions that may open a field; nil for everyone in the case.
  private static func kring(_ procedure: Procedure, _ veld: Veld) -> [String]? {
    procedure.isVoorAllen(veld) ? nil : procedure.functies(voor: veld).sorted()
  }

  private func verdeel(
    _ waarden: [Waarde], _ herkomst: Herkomst?, most: Int = ClosedStream.vakken.count - 1
  ) throws -> (Veldwaarden, [(functies: [String], velden: Veldwaarden)]) {
    var hoofd: Veldwaarden = [:]
    var delen: [[String]: Veldwaarden] = [:]
    for waarde in waarden {
      if let functies = waarde.functies {
        delen[functies, default: [:]][waarde.naam] = waarde.waarden
      } else {
        hoofd[waarde.naam] = waarde.waarden
      }
    }
    while delen.count > most { try neemSamen(&delen, herkomst) }
    return (hoofd, delen.sorted { $0.key.joined() < $1.key.joined() }.map { ($0.key, $0.value) })
  }

  private func neemSamen(_ delen: inout [[String]: Veldwaarden], _ herkomst: Herkomst?) throws {
    let sets = delen.keys.sorted { ($0.count, $0.joined()) < ($1.count, $1.joined()) }
    for (index, first) in sets.enumerated() {
      for second in sets.dropFirst(index + 1) {
        let samen = first.filter { second.contains($0) }
        guard !samen.isEmpty else { continue }
        let velden = (delen.removeValue(forKey: first) ?? [:]).merging(delen.removeValue(forKey: second) ?? [:]) {
          a, _ in a
        }
        delen[samen, default: [:]].merge(velden) { a, _ in a }
        return
      }
    }
    throw Failure(
      .refused,
      Text(
        nl: "dit heeft velden voor te veel verschillende kringen", en: "this has fields for too many circles"),
      remedy: Text(nl: "leg ze in twee stappen vast", en: "record them in two steps"),
      rule: RuleCitation(id: "ZAAK-KRING", source: herkomst?.text ?? "README, Cases"))
  }

  /// The line of the register, in compartments of its own beside the entry that closes the case, so that from outside
  /// closing is an entry like any other and either can be destroyed without the other.
  private func regel(_ vastlegging: Vastlegging, _ zaak: Zaak) throws -> [(Vakinhoud, ClosedSeal)] {
    let gesloten = zaak.na(vastlegging.gebeurtenis, op: vastlegging.op, nu: book.now, door: key.id)
    let waarden = Registerregel.waarden(gesloten.stand).map { ($0.naam, $0.waarden, Self.kring($0.procedure, $0.veld)) }
    // A value for which there is no room stays out of the line; the dossier has it.
    let (hoofd, delen) =
      try (try? verdeel(waarden, zaak.procedure.herkomst, most: 1))
      ?? verdeel(waarden.filter { $0.2 == nil }, zaak.procedure.herkomst)
    var inhoud = Vakinhoud(
      kring: .regel, gebeurtenis: .ingeschreven(Registerregel(zaak.opening, gesloten.stand)), op: vastlegging.op,
      velden: hoofd)
    inhoud.vakken = delen.map(\.functies)
    return [(inhoud, try sluit(zaak.leden, try geheim(zaak.hoofdgeheim, zaak.leden)))]
      + (try delen.map { deel in
        let lezers = zaak.leden.filter { deel.functies.contains($0.functie) }
        return (
          Vakinhoud(kring: .functies(deel.functies), velden: deel.velden),
          try sluit(lezers, try geheim(zaak.kringen[deel.functies], lezers))
        )
      })
  }

  /// Everything that who is admitted may open, under a secret for that one alone.
  private func overdracht(_ lid: Lid, _ zaak: Zaak) throws -> (Vakinhoud, ClosedSeal) {
    var inhoud = Vakinhoud(kring: .overdracht(lid.sleutel))
    let delen = zaak.kringgeheimen.filter { $0.key.contains(lid.functie) }.sorted { $0.key.joined() < $1.key.joined() }
    inhoud.geheimen = (zaak.hoofdgeheimen + delen.flatMap(\.value)).map(\.bytes)
    return (inhoud, try sluit([lid], try book.newCircleSecret()))
  }

  /// What tells someone that the admission was taken back, who cannot open the rest of the entry; a key that was revoked
  /// is told nothing.
  private func ontslag(_ key: Thumbprint, _ zaak: Zaak) throws -> [(Vakinhoud, ClosedSeal)] {
    guard let lid = zaak.leden.first(where: { $0.sleutel == key }), registry.keys[key]?.revoked == nil else {
      return []
    }
    return [(Vakinhoud(kring: .ontslag(key)), try sluit([lid], try book.newCircleSecret()))]
  }

  private func sluit(_ leden: [Lid], _ geheim: CircleSecret) throws -> ClosedSeal {
    let boxes = Set(leden.compactMap { registry.keys[$0.sleutel] }.filter { $0.revoked == nil }.map(\.box))
    guard !boxes.isEmpty else {
      throw Failure(
        .refused, Text(nl: "niemand in deze zaak zou dit kunnen lezen", en: "no one in this case could read this"),
        remedy: Text(
          nl: "laat eerst toe wie het mag zien: waarborg zaak toegang ZAAK",
          en: "admit who may see it first: waarborg zaak toegang CASE"),
        rule: RuleCitation(id: "ZAAK-KRING", source: "README, Cases"))
    }
    guard let seal = ClosedSeal(secret: geheim, holders: boxes) else {
      throw Failure(
        .refused,
        Text(
          nl: "een zaak heeft plaats voor \(ClosedSeal.places) leden",
          en: "a case has room for \(ClosedSeal.places) members"),
        remedy: Text(nl: "trek eerst een toegang in", en: "take an admission back first"),
        rule: RuleCitation(id: "ZAAK-KRING", source: "README, Cases"))
    }
    return seal
  }

  private func draft(_ sleutel: ClosedKey, nummer: Int64, _ vakken: [(Vakinhoud, ClosedSeal)]) throws -> EventDraft {
    let contents = try vakken.enumerated().map { index, vak in
      let plaats = Vakplaats(origin: book.origin, stream: sleutel.stream, nummer: nummer, vak: index + 1)
      let tekst = try Ondertekend(vak.0, door: key, plaats).verzegelbaar
      guard tekst.unicodeScalars.count <= ClosedStream.mostCharacters else {
        throw Failure(
          .badInput,
          Text(
            nl: "dit is samen te groot voor één vastlegging in een zaak",
            en: "together this is too large for one entry of a case"),
          remedy: Text(nl: "verdeel het over twee stappen", en: "divide it over two steps"))
      }
      return ClosedContent(tekst, in: vak.1)
    }
    return try book.closedDraft(ZaakBijgewerkt.type, with: sleutel, contents)
  }
}

extension Procedure {
  /// The functions that a circle of the case admits.
  func kringleden(_ kring: String) -> [String] {
    vertrouwelijkheid.kring(kring)?.leden ?? deelnemers.filter { $0.soort == .functie }.map(\.id)
  }

  /// Whether everyone in the case may open a field.
  func isVoorAllen(_ veld: Veld) -> Bool { functies(voor: veld).isSuperset(of: kringleden(Kring.zaak)) }

  /// The functions that may open a field: what tells who the melder is, only those of that circle.
  func functies(voor veld: Veld) -> Set<String> {
    let functies = Set(veld.zichtbaar.filter { deelnemer($0)?.soort == .functie })
    return veld.isIdentiteit ? functies.intersection(kringleden(Kring.identiteit)) : functies
  }
}
