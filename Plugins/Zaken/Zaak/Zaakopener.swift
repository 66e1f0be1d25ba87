import Governance
import Ledger
import LedgerCrypto

/// Makes the first entry of a new case, judged by its procedure, and the key that signs it in the log.
package struct Zaakopener {
  private let book: Grootboek
  private let reading: Reading
  private let key: UnlockedKey

  package init(book: Grootboek, reading: Reading, key: UnlockedKey) {
    self.book = book
    self.reading = reading
    self.key = key
  }

  /// Opens a case with the first step of the version of its procedure that is in force.
  package func open(
    _ procedure: String, over: String?, _ velden: [String: [String]], op dag: CalendarDate
  ) throws -> (draft: EventDraft, signer: SigningKey) {
    let found = try Procedures(reading).geldend(procedure, op: dag)
    guard let step = found.procedure.openingen.first else {
      throw Failure(.badInput, Text(nl: "\(procedure) begint met niets", en: "\(procedure) begins with nothing"))
    }
    let opened = try open(found, step, over: over, betrokken: [], leden: [], velden, op: ImpreciseDate(dag))
    return (opened.draft, opened.sleutel.signing)
  }

  func open(
    _ found: (digest: Digest, procedure: Procedure), _ step: Stap, over: String?, betrokken: [Thumbprint],
    leden: [(key: KeyRegistry.RegisteredKey, functie: String)], _ velden: Veldwaarden, op dag: ImpreciseDate
  ) throws -> (draft: EventDraft, sleutel: ClosedKey, zaak: Zaak) {
    let (digest, procedure) = found
    let toelating = try Toelating(procedure, over: over, betrokken: betrokken, reading.registry)
    let opener = try toelating.opener(key.id, step)
    let leden = [opener] + (try leden.map { try toelating.lid($0.key, $0.functie) })
    let sleutel = try book.newClosedKey(
      for: book.newStream(ZaakBijgewerkt.type.streamKind), by: key.ring, reading.registry)
    let opening = Opening(
      procedure: procedure.id, digest: digest, over: over, betrokken: betrokken, leden: leden,
      sleutel: sleutel.signing.seed)
    let voorstel = Zaakkeuring.Voorstel(
      gebeurtenis: .geopend(opening, stap: step.id), door: key.id, op: dag, velden: velden, isVolledig: true,
      versie: procedure, vastgelegd: book.today)
    if let weigering = Zaakkeuring.weigering(opening, stap: step.id, voorstel, procedure, reading.registry) {
      throw weigering
    }
    let draft = try Zaakschrijver(book: book, registry: reading.registry, key: key).opening(
      opening, procedure, stap: step.id, velden, op: dag, sleutel)
    let feit = Zaakfeit(
      position: 0, nummer: 1, vastgelegd: book.now, op: dag, gebeurtenis: .geopend(opening, stap: step.id),
      procedure: procedure, velden: velden, verborgen: [], door: key.id)
    let zaak = Zaak(
      stream: sleutel.stream, lezer: key.id, opening: opening,
      stand: Zaakstand(procedure: procedure, feiten: [feit], leden: leden), bevindingen: [], nummer: 1,
      merk: sleutel.mark, hoofdgeheim: nil, kringen: [:], hoofdgeheimen: [],
      kringgeheimen: [:])
    return (draft, sleutel, zaak)
  }
}
