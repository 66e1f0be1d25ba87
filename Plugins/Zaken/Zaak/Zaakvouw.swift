import Governance
import Ledger
import LedgerCrypto

/// Folds the entries of a case, in the order of the log. An entry that was not signed by who then belonged to the case, or
/// that the procedure did not allow then, changes nothing and is named.
struct Zaakvouw {
  private let stream: StreamID
  private let opening: Opening
  private let registry: KeyRegistry
  private let origin: String
  private let lezer: Thumbprint
  private let handtekeningen: Zaakhandtekeningen
  /// Every secret that is known, the likeliest one first.
  private(set) var geheimen: [CircleSecret]
  private var stand: Zaakstand
  private var bevindingen: [Zaakbevinding] = []
  private var hoofdgeheim: Kringgeheim?
  private var kringen: [[String]: Kringgeheim] = [:]
  private var hoofdgeheimen: [CircleSecret] = []
  private var kringgeheimen: [[String]: [CircleSecret]] = [:]
  private var nummer: Int64 = 0
  private var merk: StreamMark?
  /// The numbers of the entries that were destroyed.
  private var vernietigd: [Int64] = []
  /// The numbers of the entries beside which there is a line of the register.
  private var registerregels: Set<Int64> = []
  private var isRegelVernietigd = false

  /// An entry of which the part for the whole circle could be opened.
  struct Vastlegging {
    let event: RecordedEvent
    let inhoud: Vakinhoud
    let gebeurtenis: Zaakgebeurtenis
    let ondertekend: Ondertekend
    let geheim: CircleSecret
    /// The version of the procedure that it names, if that was in force then; nil for an entry that names none.
    var versie: Procedure?
  }

  /// A part of an entry that the reader could open.
  struct Deel {
    let functies: [String]
    let ondertekend: Ondertekend
    let geheim: CircleSecret
    let vak: Int
  }

  init(
    _ stream: StreamID, _ opening: Opening, _ procedure: Procedure, _ registry: KeyRegistry, _ origin: String,
    _ geheimen: [CircleSecret], lezer: Thumbprint, _ handtekeningen: Zaakhandtekeningen
  ) {
    self.stream = stream
    self.opening = opening
    self.registry = registry
    self.origin = origin
    self.lezer = lezer
    self.handtekeningen = handtekeningen
    self.geheimen = geheimen
    stand = Zaakstand(procedure: procedure, leden: opening.leden)
  }

  /// Adds an entry with the parts of it that the reader could open.
  mutating func voegToe(_ vastlegging: Vastlegging, _ delen: [Deel], _ verborgen: [[String]]) {
    let event = vastlegging.event
    let ondertekend = vastlegging.ondertekend
    telMee(event)
    if let bezwaar = bezwaar(ondertekend, vak: 1, event) ?? weigering(vastlegging) {
      bevindingen.append(Zaakbevinding(nummer: nummer, tekst: bezwaar))
      return
    }
    let (velden, goed) = samen(vastlegging, delen)
    var feit = Zaakfeit(
      position: event.position, nummer: nummer, vastgelegd: event.recordedAt,
      op: vastlegging.op, gebeurtenis: vastlegging.gebeurtenis,
      procedure: vastlegging.versie ?? stand.procedure, velden: velden, verborgen: verborgen, door: ondertekend.door)
    // What is added stands where it was left out, and is shown there.
    if case .aangevuld(let eerder) = vastlegging.gebeurtenis {
      stand.vulAan(eerder, velden, verborgen)
      feit.velden = [:]
    }
    stand.feiten.append(feit)
    if let versie = vastlegging.versie { stand.procedure = versie }
    volg(vastlegging.gebeurtenis)
    onthoud(vastlegging, goed)
  }

  /// What an entry says in all parts that are signed well, and those parts.
  private mutating func samen(_ vastlegging: Vastlegging, _ delen: [Deel]) -> (Veldwaarden, [Deel]) {
    var velden = vastlegging.inhoud.velden
    var goed: [Deel] = []
    for deel in delen {
      guard deel.ondertekend.door == vastlegging.ondertekend.door,
        bezwaar(deel.ondertekend, vak: deel.vak, vastlegging.event) == nil,
        let tekst = Vakinhoud(deel.ondertekend.tekst), tekst.kring == .functies(deel.functies)
      else {
        bevindingen.append(
          Zaakbevinding(
            nummer: nummer, tekst: Text(nl: "een deel is niet goed ondertekend", en: "a part is not signed well")))
        continue
      }
      goed.append(deel)
      velden.merge(tekst.velden) { first, _ in first }
    }
    return (velden, goed)
  }

  /// Adds the line of the register beside the entry that closed the case, which may have been destroyed.
  mutating func voegRegelToe(_ vastlegging: Vastlegging, _ delen: [Deel]) {
    let isAlleen = nummer != vastlegging.event.signed.envelope.seq
    telMee(vastlegging.event)
    guard case .ingeschreven(let regel) = vastlegging.gebeurtenis else { return }
    if let bezwaar = bezwaar(vastlegging.ondertekend, vak: 2, vastlegging.event) {
      bevindingen.append(Zaakbevinding(nummer: nummer, tekst: bezwaar))
      return
    }
    let (velden, goed) = samen(vastlegging, delen)
    if isAlleen {
      vernietigd.append(nummer)
      // The line gives back what it kept of entries that were destroyed.
      for index in stand.feiten.indices where vernietigd.contains(stand.feiten[index].nummer) {
        let begin = "\(stand.feiten[index].nummer)."
        for (naam, waarden) in velden where naam.hasPrefix(begin) {
          stand.feiten[index].velden[String(naam.dropFirst(begin.count))] = waarden
        }
      }
      onthoud(vastlegging, goed)
    } else if !regel.klopt(opening, stand, velden) {
      bevindingen.append(
        Zaakbevinding(
          nummer: nummer,
          tekst: Text(
            nl: "de registerregel zegt niet wat de gesloten zaak zegt",
            en: "the line of the register does not say what the closed case says")))
      return
    }
    registerregels.insert(nummer)
  }

  /// Says that the line of the register beside the last entry was destroyed.
  mutating func voegVernietigdeRegelToe() { isRegelVernietigd = true }

  /// Adds an entry that the reader cannot open: it may say to this reader alone that the admission was taken back.
  mutating func voegDichteToe(_ event: RecordedEvent, ontslag: Ondertekend?) {
    telMee(event)
    if let ontslag, bezwaar(ontslag, vak: 2, event) == nil {
      stand.leden.removeAll { $0.sleutel == lezer }
    } else {
      bevindingen.append(
        Zaakbevinding(
          nummer: nummer,
          tekst: Text(nl: "met deze sleutel niet te openen", en: "cannot be opened with this key")))
    }
  }

  /// Counts an entry that was destroyed, as the log says.
  mutating func voegVernietigdeToe(_ event: RecordedEvent) {
    telMee(event)
    vernietigd.append(nummer)
  }

  /// Adds what the line of the register says of an entry that was destroyed.
  mutating func voegRegelToe(_ feit: Registerregel.Feit, _ procedure: Procedure, _ event: RecordedEvent) {
    stand.feiten.append(
      Zaakfeit(
        position: event.position, nummer: feit.nummer, vastgelegd: event.recordedAt, op: feit.op,
        gebeurtenis: feit.gebeurtenis, procedure: procedure, velden: [:], verborgen: [], door: feit.door))
    stand.procedure = procedure
  }

  private mutating func telMee(_ event: RecordedEvent) {
    nummer = event.signed.envelope.seq
    if merk == nil { merk = event[ClosedStream.waarmerk] }
  }

  private mutating func volg(_ gebeurtenis: Zaakgebeurtenis) {
    switch gebeurtenis {
    case .toegangVerleend(let lid):
      stand.leden.append(lid)
      // Earlier secrets are handed on with the admission.
      for functies in kringen.keys where functies.contains(lid.functie) {
        kringen[functies]?.kenners.insert(lid.sleutel)
      }
    case .toegangIngetrokken(let key): stand.leden.removeAll { $0.sleutel == key }
    case .gecorrigeerd(let nummer, _):
      guard let index = stand.feiten.firstIndex(where: { $0.nummer == nummer }) else { return }
      stand.feiten[index].gecorrigeerdDoor = self.nummer
    case .geopend, .gezet, .aangevuld, .overgestapt, .identiteitGeopend, .uitgenomen, .verstrekt, .medegedeeld,
      .ingeschreven,
      .gesloten,
      .heropend, .gehouden,
      .losgelaten:
      break
    }
  }

  /// Keeps the secrets of an entry that counts, by the circle they belong to and with who knows them.
  private mutating func onthoud(_ vastlegging: Vastlegging, _ delen: [Deel]) {
    let door = vastlegging.ondertekend.door
    let kenners = houders(stand.leden, vastlegging.event).union([door])
    hoofdgeheim = Self.erbij(hoofdgeheim, vastlegging.geheim, kenners)
    if !hoofdgeheimen.contains(where: { $0.bytes == vastlegging.geheim.bytes }) {
      hoofdgeheimen.append(vastlegging.geheim)
    }
    for deel in delen {
      geheimen = [deel.geheim] + geheimen.filter { $0.bytes != deel.geheim.bytes }
      let lezers = houders(stand.leden.filter { deel.functies.contains($0.functie) }, vastlegging.event)
      kringen[deel.functies] = Self.erbij(kringen[deel.functies], deel.geheim, lezers.union([door]))
      if kringgeheimen[deel.functies]?.contains(where: { $0.bytes == deel.geheim.bytes }) != true {
        kringgeheimen[deel.functies, default: []].append(deel.geheim)
      }
    }
  }

  private static func erbij(_ eerder: Kringgeheim?, _ geheim: CircleSecret, _ kenners: Set<Thumbprint>) -> Kringgeheim {
    guard let eerder, eerder.geheim.bytes == geheim.bytes else { return Kringgeheim(geheim: geheim, kenners: kenners) }
    return Kringgeheim(geheim: geheim, kenners: eerder.kenners.union(kenners))
  }

  /// For whom an entry was sealed: not for a key that had been revoked.
  private func houders(_ leden: [Lid], _ event: RecordedEvent) -> Set<Thumbprint> {
    Set(
      leden.map(\.sleutel).filter { key in
        guard let revoked = registry.keys[key]?.revoked else { return true }
        return revoked.at >= event.position
      })
  }

  /// Why an entry does not count for who signed it; nil when it does.
  private func bezwaar(_ ondertekend: Ondertekend, vak: Int, _ event: RecordedEvent) -> Text? {
    guard let key = registry.keys[ondertekend.door], key.registeredAt <= event.position, signs(key, event) else {
      return Text(nl: "ondertekend met een sleutel die dat niet mag", en: "signed with a key that may not")
    }
    let plaats = Vakplaats(origin: origin, stream: stream, nummer: event.signed.envelope.seq, vak: vak)
    guard ondertekend.isOndertekend(met: key.signing, plaats, handtekeningen) else {
      return Text(nl: "de handtekening binnenin klopt niet", en: "the signature inside does not hold")
    }
    guard stand.leden.contains(where: { $0.sleutel == ondertekend.door }),
      !opening.betrokken.contains(ondertekend.door)
    else { return Text(nl: "ondertekend door wie niet tot de zaak behoort", en: "signed by who is not of the case") }
    return nil
  }

  /// As everywhere, a key is judged at the position of the event: who revokes it later changes no case.
  private func signs(_ key: KeyRegistry.RegisteredKey, _ event: RecordedEvent) -> Bool {
    key.signs(event.position, at: event.recordedAt)
  }

  /// Why an entry does not count for what it says; nil when it does.
  private func weigering(_ vastlegging: Vastlegging) -> Text? {
    let voorstel = Zaakkeuring.Voorstel(
      gebeurtenis: vastlegging.gebeurtenis, door: vastlegging.ondertekend.door, op: vastlegging.op,
      velden: vastlegging.inhoud.velden, isVolledig: false, versie: vastlegging.versie,
      position: vastlegging.event.position, vastgelegd: vastlegging.event.recordedOn)
    if nummer == 1, case .geopend(let opening, let stap) = vastlegging.gebeurtenis {
      return Zaakkeuring.weigering(opening, stap: stap, voorstel, stand.procedure, registry)?.message
    }
    return Zaakkeuring(opening: opening, stand: stand, registry: registry).weigering(voorstel)?.message
  }

  /// The case as it is now; nil for a reader who belongs to it no longer.
  func zaak() -> Zaak? {
    guard stand.leden.contains(where: { $0.sleutel == lezer }), let merk else { return nil }
    return Zaak(
      stream: stream, lezer: lezer, opening: opening, stand: stand, bevindingen: bevindingen, nummer: nummer,
      merk: merk, hoofdgeheim: hoofdgeheim, kringen: kringen,
      hoofdgeheimen: hoofdgeheimen, kringgeheimen: kringgeheimen, vernietigd: Set(vernietigd),
      registerregels: registerregels, isRegelVernietigd: isRegelVernietigd)
  }
}

extension Zaakvouw.Vastlegging {
  /// When it was so.
  var op: ImpreciseDate { inhoud.op ?? ImpreciseDate(event.recordedOn) }
}
