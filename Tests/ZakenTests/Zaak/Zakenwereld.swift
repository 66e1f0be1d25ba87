import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie
import Proefboek
import RuleFiles
import Testing

@testable import Beleid
@testable import Console
@testable import Organisatie
@testable import Zaken

/// A ledger with cases, and ways to record in them: as the commands do, and as a program that heeds no rule would.
final class Zakenwereld: Sendable {
  let boek: Proefboek
  /// Treats and settles cases about an employee.
  let directeur: UnlockedKey
  /// Treats those about the municipal secretary.
  let burgemeester: UnlockedKey
  let griffier: UnlockedKey
  let commissie: UnlockedKey
  let adviseur: UnlockedKey
  let onderzoeker: UnlockedKey

  /// What every complaint of these tests says.
  static let klacht: Veldwaarden = [
    "indiener": ["werkzaam"], "beklaagde": ["P. Fictief"], "vorm": ["email"], "gedraging": ["Iets onaardigs"],
  ]

  init() throws {
    boek = try Proefboek(
      [OrganisatiePlugin(), BeleidPlugin(), ZakenPlugin()],
      roles: [.algemeenDirecteur, .burgemeester, .griffier, .werkgeverscommissie, .teamleiderPO, .onderzoeker])
    directeur = try boek.key(.algemeenDirecteur)
    burgemeester = try boek.key(.burgemeester)
    griffier = try boek.key(.griffier)
    commissie = try boek.key(.werkgeverscommissie)
    adviseur = try boek.key(.teamleiderPO)
    onderzoeker = try boek.key(.onderzoeker)
  }

  // MARK: As the commands do

  /// Appends what a key proposes.
  @discardableResult
  func leg<T>(
    als key: UnlockedKey, op dag: String? = nil, _ body: (AppendContext) throws -> (Proposal, T)
  ) throws -> T {
    try boek.directory.write { stores in
      let book = boek.book(stores)
      let effective = try dag.map { try ImpreciseDate($0) } ?? ImpreciseDate(book.today)
      let (proposal, result) = try book.read(as: .member(key.ring)) { reading in
        try body(AppendContext(book: book, reading: reading, key: key, effective: effective))
      }
      let signing = proposal.signer.map { UnlockedKey(signing: $0, box: key.box) } ?? key
      _ = try book.append(proposal.drafts, signedBy: signing, log: boek.logKey, proposal.options)
      return result
    }
  }

  @discardableResult
  func open(
    _ id: String = "P-01", als key: UnlockedKey, over: String? = "medewerker",
    leden: [(UnlockedKey, String)] = [], betrokken: [UnlockedKey] = [], _ velden: Veldwaarden = Zakenwereld.klacht,
    op dag: String = "2026-10-01"
  ) throws -> StreamID {
    let found = try Self.procedure(id)
    try neemAan(found.procedure, try #require(Meegeleverd.bytes(id)))
    return try leg(als: key, op: dag) { context in
      let registry = context.reading.registry
      return try context.opening(
        found, found.procedure.openingen[0], over: over, betrokken: betrokken.map(\.id),
        leden: leden.compactMap { lid in registry.keys[lid.0.id].map { ($0, lid.1) } }, velden)
    }
  }

  /// Adopts a version of a procedure, once.
  func neemAan(_ procedure: Procedure, _ bytes: [UInt8], op dag: String? = nil) throws {
    let known = try boek.read { try Procedureversie.facts(of: procedure.id, $0.views) }
    guard !known.contains(where: { $0[ProcedureVastgesteld.digest] == SHA256.hash(bytes) }) else { return }
    let regeling = try regeling()
    try boek.append(
      draft(ProcedureVastgesteld.self, boek.stream("Procedure"), op: dag ?? "2024-05-23") { draft in
        draft[ProcedureVastgesteld.procedure] = procedure.id
        draft[ProcedureVastgesteld.versie] = procedure.versie
        draft[ProcedureVastgesteld.titel] = procedure.titel
        draft[ProcedureVastgesteld.digest] = SHA256.hash(bytes)
        draft[ProcedureVastgesteld.regeling] = regeling
        draft.attach(Document(bytes: bytes, mediaType: "application/yaml"), as: ProcedureVastgesteld.bestand)
      }, als: .secretariaat)
  }

  /// The rule that procedures are part of, adopted when it is first asked for.
  private func regeling() throws -> StreamID {
    if let known = try boek.read({ try $0.views.facts(of: RegelingVastgesteld.self).first?.stream }) { return known }
    let stream = boek.stream("Regeling")
    let tekst = Document(bytes: Array("De klachtregeling.".utf8), mediaType: "text/plain")
    try boek.append(
      draft(RegelingOntworpen.self, stream, op: "2024-05-23") { draft in
        draft[RegelingOntworpen.versie] = tekst.digest
        draft[RegelingOntworpen.kenmerk] = "klachtregeling"
        draft[RegelingOntworpen.titel] = "Klachtregeling"
        draft[RegelingOntworpen.soort] = .regeling
        draft[RegelingOntworpen.instemming] = .onbekend
      }, als: .secretariaat)
    try boek.append(
      draft(RegelingVastgesteld.self, stream, op: "2024-05-23") { draft in
        draft[RegelingVastgesteld.versie] = tekst.digest
        draft.attach(tekst, as: RegelingVastgesteld.tekst)
      }, als: .secretariaat)
    return stream
  }

  /// A fact from before the ledger.
  private func draft(
    _ event: any EventDefinition.Type, _ stream: StreamID, op dag: String, _ fill: (inout EventDraft) throws -> Void
  ) throws -> EventDraft {
    var draft = EventDraft(event.type, stream: stream, effective: try ImpreciseDate(dag))
    draft[HistoricalFact.historisch] = true
    draft[HistoricalFact.bron] = "Gemeenteblad"
    try fill(&draft)
    return draft
  }

  /// A procedure that comes with the program.
  static func procedure(_ id: String) throws -> (digest: Digest, procedure: Procedure) {
    guard let bytes = Meegeleverd.bytes(id) else { throw Failure(.notFound, Text("no file of \(id)")) }
    return (SHA256.hash(bytes), try Proefprocedure(id).procedure)
  }

  /// Records something in a case.
  func leg(
    _ gebeurtenis: Zaakgebeurtenis, in stream: StreamID, als key: UnlockedKey, op dag: String? = nil,
    _ velden: Veldwaarden = [:]
  ) throws {
    try leg(als: key, op: dag) { context in
      guard let zaak = try zaken(context.reading, key).zaak(stream) else {
        throw Failure(.notFound, Text("no such case for this key"))
      }
      return (try context.voorstel(.init(gebeurtenis: gebeurtenis, op: context.effective, velden: velden), zaak), ())
    }
  }

  func stap(
    _ stap: String, in stream: StreamID, als key: UnlockedKey, op dag: String? = nil, _ velden: Veldwaarden = [:]
  ) throws {
    try leg(.gezet(stap: stap), in: stream, als: key, op: dag, velden)
  }

  func laatToe(_ key: UnlockedKey, _ functie: String, in stream: StreamID, als member: UnlockedKey) throws {
    try leg(.toegangVerleend(Lid(sleutel: key.id, functie: functie)), in: stream, als: member)
  }

  func ontsla(_ key: UnlockedKey, in stream: StreamID, als member: UnlockedKey) throws {
    try leg(.toegangIngetrokken(key.id), in: stream, als: member)
  }

  /// The case as a key knows it; nil when it does not.
  func zaak(_ stream: StreamID, als key: UnlockedKey) throws -> Zaak? {
    try read(als: key) { try zaken($0, key).zaak(stream) }
  }

  func zaken(_ reading: Reading, _ key: UnlockedKey) -> Zaaklezer {
    Zaaklezer(reading: reading, lezer: key.id, origin: boek.origin, procedures: Procedures(reading))
  }

  func read<T>(als key: UnlockedKey, _ body: (Reading) throws -> T) throws -> T {
    try boek.directory.read { try boek.book($0).read(as: .member(key.ring), body) }
  }

  // MARK: Keys

  /// A further key in a role.
  func sleutel(_ rol: Rol) throws -> UnlockedKey {
    let key = try UnlockedKey.generate(boek.random)
    let first = try boek.key(.secretariaat)
    try leg(als: first) { context in
      let wrapped = try context.book.organisationKeys(
        for: key.box.publicKey, openedBy: first.ring, context.reading.registry)
      let draft = Registration.draft(
        context.book, signing: key.signing.verifyingKey, box: key.box.publicKey, rol: rol)
      return (Proposal(draft, options: AppendOptions(wrappedKeys: wrapped)), ())
    }
    return key
  }

  func trekIn(_ key: UnlockedKey, vanaf: Instant? = nil) throws {
    try leg(als: try boek.key(.secretariaat)) { context in
      let (draft, options) = try KeyCommand.revocation(
        key.id, .verloren, from: vanaf ?? boek.clock.now, successor: nil, joining: [], context)
      return (Proposal(draft, options: options), ())
    }
  }

  // MARK: As a program that heeds no rule

  /// What such a program puts into a case.
  struct Smokkel {
    var inhoud: Vakinhoud
    var door: UnlockedKey
    var aan: [UnlockedKey]
    /// What it is sealed under; a new one when nil.
    var geheim: CircleSecret?
    /// The place that is signed, when it is another than where it is put.
    var plaats: Vakplaats?
    /// The signed text, when it comes from elsewhere.
    var tekst: String?
  }

  /// Appends an entry that nothing but the log judges, with the key of a case that someone once belonged to.
  func smokkel(_ smokkel: Smokkel, met sleutel: ClosedKey) throws {
    try boek.directory.write { stores in
      let book = boek.book(stores)
      let nummer = try stores.log.version(of: sleutel.stream) + 1
      let plaats =
        smokkel.plaats ?? Vakplaats(origin: boek.origin, stream: sleutel.stream, nummer: nummer, vak: 1)
      let tekst = try smokkel.tekst ?? Ondertekend(smokkel.inhoud, door: smokkel.door, plaats).verzegelbaar
      let geheim = try smokkel.geheim ?? book.newCircleSecret()
      guard let seal = ClosedSeal(secret: geheim, holders: Set(smokkel.aan.map(\.box.publicKey))) else { return }
      let draft = try book.closedDraft(ZaakBijgewerkt.type, with: sleutel, [ClosedContent(tekst, in: seal)])
      _ = try book.append(
        [draft], signedBy: UnlockedKey(signing: sleutel.signing, box: smokkel.door.box), log: boek.logKey)
    }
  }

  /// What stands in a compartment of an entry, for who can open it.
  func vak(
    _ vak: Int, nummer: Int64, of stream: StreamID, als key: UnlockedKey, knowing secrets: [CircleSecret] = []
  ) throws -> String? {
    try read(als: key) { reading in
      let position = try Zaakstromen.posities(of: stream, reading.views)[Int(nummer) - 1]
      guard let event = try reading.filter.event(at: position) else { return nil }
      if case .opened(let text, _) = try reading.filter.compartments(of: event).open(vak, knowing: secrets) {
        return text
      }
      return nil
    }
  }
}

extension Zaak {
  /// Every secret of it that its reader knows.
  var alleGeheimen: [CircleSecret] { hoofdgeheimen + kringgeheimen.values.flatMap { $0 } }
  /// What its reader was told that should not be there, as `number: text`.
  var gebreken: [String] { bevindingen.map { "\($0.nummer): \($0.tekst.en)" } }
  /// Where its main track stands.
  var hoofdtoestand: String? { toestanden[Toestand.hoofdspoor]?.id }
}

extension Vakinhoud {
  /// A step for the whole circle, as anyone could write it.
  static func stap(_ stap: String, op dag: String = "2026-11-21", _ velden: Veldwaarden = [:]) throws -> Vakinhoud {
    Vakinhoud(kring: .zaak, gebeurtenis: .gezet(stap: stap), op: try ImpreciseDate(dag), velden: velden)
  }
}
