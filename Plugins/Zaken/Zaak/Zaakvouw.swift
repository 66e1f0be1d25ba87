import Governance
import Ledger
import LedgerCrypto

/// Folds the entries of a case, in the order of the log. An entry that was not signed by who then belonged to the case
/// changes nothing.
struct Zaakvouw {
  private let stream: StreamID
  private let opening: Opening
  private let procedure: Procedure
  private let registry: KeyRegistry
  private let origin: String
  private(set) var geheimen: [CircleSecret]
  private var leden: [Lid]
  private var feiten: [Zaakfeit] = []
  private var bevindingen: [Zaakbevinding] = []
  private var kringen: [[String]: CircleSecret] = [:]
  private var hoofdgeheim: CircleSecret?
  private var nummer: Int64 = 0
  private var merk: StreamMark?

  init(
    _ stream: StreamID, _ opening: Opening, _ procedure: Procedure, _ registry: KeyRegistry, _ origin: String,
    _ geheimen: [CircleSecret]
  ) {
    self.stream = stream
    self.opening = opening
    self.procedure = procedure
    self.registry = registry
    self.origin = origin
    self.geheimen = geheimen
    leden = opening.leden
  }

  /// The functions that a key has once an entry is added.
  func functies(_ key: Thumbprint, na gebeurtenis: Zaakgebeurtenis?) -> Set<String> {
    var functies = Set(leden.filter { $0.sleutel == key }.map(\.functie))
    if case .toegangVerleend(let lid)? = gebeurtenis, lid.sleutel == key { functies.insert(lid.functie) }
    return functies
  }

  /// Adds an entry with the parts of it that the reader could open.
  mutating func voegToe(
    _ event: RecordedEvent, _ inhoud: Vakinhoud, _ ondertekend: Ondertekend, _ geheim: CircleSecret,
    _ delen: [(functies: [String], ondertekend: Ondertekend, geheim: CircleSecret, vak: Int)], _ verborgen: [[String]]
  ) {
    guard let gebeurtenis = inhoud.gebeurtenis else { return }
    nummer = event.signed.envelope.seq
    merk = event[ClosedStream.waarmerk]
    hoofdgeheim = geheim
    if let bezwaar = bezwaar(ondertekend, vak: 1, event) {
      bevindingen.append(Zaakbevinding(nummer: nummer, tekst: bezwaar))
      return
    }
    var velden = inhoud.velden
    for deel in delen {
      geheimen = [deel.geheim] + geheimen.filter { $0.bytes != deel.geheim.bytes }
      guard deel.ondertekend.door == ondertekend.door, bezwaar(deel.ondertekend, vak: deel.vak, event) == nil,
        let tekst = Vakinhoud(deel.ondertekend.tekst), tekst.kring == .functies(deel.functies)
      else {
        bevindingen.append(
          Zaakbevinding(
            nummer: nummer, tekst: Text(nl: "een deel is niet goed ondertekend", en: "a part is not signed well")))
        continue
      }
      kringen[deel.functies] = deel.geheim
      velden.merge(tekst.velden) { first, _ in first }
    }
    feiten.append(
      Zaakfeit(
        position: event.position, nummer: nummer, vastgelegd: event.recordedAt,
        op: inhoud.op ?? ImpreciseDate(event.recordedOn), gebeurtenis: gebeurtenis, velden: velden,
        verborgen: verborgen, door: ondertekend.door))
    volg(gebeurtenis)
  }

  private mutating func volg(_ gebeurtenis: Zaakgebeurtenis) {
    switch gebeurtenis {
    case .toegangVerleend(let lid): leden.append(lid)
    case .toegangIngetrokken(let key):
      let weg = Set(leden.filter { $0.sleutel == key }.map(\.functie))
      leden.removeAll { $0.sleutel == key }
      // What follows is sealed anew, without that key.
      kringen = kringen.filter { weg.isDisjoint(with: $0.key) }
    case .gecorrigeerd(let nummer, _):
      guard let index = feiten.firstIndex(where: { $0.nummer == nummer }) else { return }
      feiten[index].gecorrigeerdDoor = self.nummer
    case .geopend, .gezet, .verstrekt, .gesloten, .heropend, .gehouden, .losgelaten: break
    }
  }

  /// Why an entry does not count; nil when it does.
  private func bezwaar(_ ondertekend: Ondertekend, vak: Int, _ event: RecordedEvent) -> Text? {
    guard let key = registry.keys[ondertekend.door], key.registeredAt <= event.position,
      key.signs(at: event.recordedAt)
    else { return Text(nl: "ondertekend met een sleutel die dat niet mag", en: "signed with a key that may not") }
    let plaats = Vakplaats(origin: origin, stream: stream, nummer: event.signed.envelope.seq, vak: vak)
    guard ondertekend.isOndertekend(met: key.signing, plaats) else {
      return Text(nl: "de handtekening binnenin klopt niet", en: "the signature inside does not hold")
    }
    guard leden.contains(where: { $0.sleutel == ondertekend.door }), !opening.betrokken.contains(ondertekend.door)
    else { return Text(nl: "ondertekend door wie niet tot de zaak behoort", en: "signed by who is not of the case") }
    return nil
  }

  /// The case as it is now, for a reader; nil for who belongs to it no longer.
  func zaak(_ lezer: Thumbprint) -> Zaak? {
    guard leden.contains(where: { $0.sleutel == lezer }), let hoofdgeheim, let merk,
      let signing = try? SigningKey(seed: opening.sleutel)
    else { return nil }
    return Zaak(
      stream: stream, opening: opening, procedure: procedure, feiten: feiten, leden: leden, bevindingen: bevindingen,
      nummer: nummer, sleutel: ClosedKey(stream: stream, signing: signing, mark: merk), hoofdgeheim: hoofdgeheim,
      kringen: kringen, geheimen: geheimen)
  }
}
