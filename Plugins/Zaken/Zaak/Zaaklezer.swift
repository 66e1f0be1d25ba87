import Governance
import Ledger
import LedgerCrypto

/// Opens a case for one reader, from the entries whose secret that reader holds; whoever holds none finds nothing.
struct Zaaklezer {
  let reading: Reading
  /// Who reads.
  let lezer: Thumbprint
  let origin: String
  let procedures: Procedures
  /// The signatures that this reading found to hold.
  var handtekeningen = Zaakhandtekeningen()
  /// What is remembered of the own cases; nil where nothing is.
  var geheugen: Zaakgeheugen?
  /// The ledger, when what is read is how cases were known earlier.
  var heden: Grootboek?

  /// The case of a stream; nil for who does not belong to it.
  ///
  /// Who has left a case no longer sees how it was known before either.
  func zaak(_ stream: StreamID) throws -> Zaak? {
    guard let zaak = try bekend(stream) else { return nil }
    guard let heden else { return zaak }
    let hoortErbij = try heden.present(to: reading) { nu in
      try Zaaklezer(reading: nu, lezer: lezer, origin: origin, procedures: Procedures(nu)).bekend(stream) != nil
    }
    return hoortErbij ? zaak : nil
  }

  private func bekend(_ stream: StreamID) throws -> Zaak? {
    var geheimen: [CircleSecret] = []
    var entries: [(vakken: Compartments, gelezen: Gelezen)] = []
    // The newest first: who was admitted later gets the earlier secrets in the entry of that admission.
    for position in try Zaakstromen.posities(of: stream, reading.views).reversed() {
      guard let event = try reading.filter.event(at: position) else { continue }
      let vakken = try reading.filter.compartments(of: event)
      let gelezen = try vastlegging(vakken, geheimen)
      if case .open(let geopend) = gelezen {
        geheimen = [geopend.geheim] + geheimen.filter { $0.bytes != geopend.geheim.bytes }
        geheimen += try overgedragen(geopend, vakken)
      }
      entries.append((vakken, gelezen))
    }
    entries.reverse()
    guard let (opening, regel) = Self.begin(entries) else { return nil }
    var vouw = Zaakvouw(
      stream, opening, try procedures.procedure(opening), reading.registry, origin, geheimen, lezer: lezer,
      handtekeningen)
    if let regel { try begin(met: regel, entries.map(\.vakken.event), &vouw) }
    let functies = functies(
      opening,
      entries.compactMap { entry in if case .open(let geopend) = entry.gelezen { geopend.gebeurtenis } else { nil } })
    for (vakken, gelezen) in entries {
      switch gelezen {
      case .open(let geopend): try add(geopend, vakken, opening, functies, to: &vouw)
      case .regel(let regel): try add(regel: regel, vakken, functies, to: &vouw)
      case .vernietigd: vouw.voegVernietigdeToe(vakken.event)
      case .dicht: vouw.voegDichteToe(vakken.event, ontslag: try ontslag(vakken))
      }
    }
    return vouw.zaak()
  }

  /// What a reader finds in the part of an entry that is for the whole circle.
  private enum Gelezen {
    case open(Zaakvouw.Vastlegging)
    /// It is not for this reader.
    case dicht
    case vernietigd
    /// What it said was destroyed, and the line of the register beside it was not.
    case regel(Zaakvouw.Vastlegging)
  }

  /// With what a case begins: its opening, or the line of the register when everything before that was destroyed.
  private static func begin(
    _ entries: [(vakken: Compartments, gelezen: Gelezen)]
  ) -> (Opening, regel: Registerregel?)? {
    guard entries.first?.vakken.event.signed.envelope.seq == 1 else { return nil }
    for entry in entries {
      switch entry.gelezen {
      case .vernietigd: continue
      case .dicht: return nil
      case .open(let geopend):
        guard case .geopend(let opening, _) = geopend.gebeurtenis else { return nil }
        return (opening, nil)
      case .regel(let geopend):
        guard case .ingeschreven(let regel) = geopend.gebeurtenis else { return nil }
        return (regel.opening, regel)
      }
    }
    return nil
  }

  private func begin(met regel: Registerregel, _ events: [RecordedEvent], _ vouw: inout Zaakvouw) throws {
    for feit in regel.feiten {
      guard let event = events.first(where: { $0.signed.envelope.seq == feit.nummer }) else { continue }
      let procedure = try procedures.procedure(
        Opening(
          procedure: regel.opening.procedure, digest: feit.versie, over: nil, betrokken: [], leden: [],
          sleutel: regel.opening.sleutel))
      vouw.voegRegelToe(feit, procedure, event)
    }
  }

  /// Whether one of the entries of a case from a position on is for this reader.
  func kent(_ stream: StreamID, vanaf position: UInt64) throws -> Bool {
    try Zaakstromen.posities(of: stream, reading.views).contains { entry in
      guard entry >= position, let event = try reading.filter.event(at: entry) else { return false }
      switch try vastlegging(reading.filter.compartments(of: event), []) {
      case .open, .regel: return true
      case .dicht, .vernietigd: return false
      }
    }
  }

  /// What someone means by `zaak-3f9a2c`. Of a case that this reader may not know of the answer is that of one that does
  /// not exist.
  func zaak(_ kenmerk: String) throws -> Zaak {
    let stream = StreamID(kenmerk)
    let wanted = stream?.kenmerk ?? kenmerk.lowercased()
    let found = try Zaakstromen.stromen(metKenmerk: wanted, reading.views).filter { stream == nil || $0 == stream }
      .compactMap { try zaak($0) }
    guard let only = found.first else {
      throw Failure(
        .notFound,
        Text(nl: "«\(kenmerk)» is geen zaak die deze sleutel kent", en: "“\(kenmerk)” is no case known to this key"),
        remedy: Text(nl: "zie waarborg zaak lijst", en: "see waarborg zaak lijst"))
    }
    guard found.count == 1 else {
      throw Failure(
        .badInput, Text(nl: "«\(kenmerk)» zijn er twee", en: "“\(kenmerk)” names two"),
        remedy: Text(nl: "geef de stroom: Zaak/<id>", en: "give the stream: Zaak/<id>"))
    }
    return only
  }

  private func open(
    _ vak: Int, _ vakken: Compartments, _ geheimen: [CircleSecret]
  ) throws -> (Ondertekend, CircleSecret)? {
    guard case .opened(let text, let secret) = try vakken.open(vak, knowing: geheimen),
      let ondertekend = Ondertekend(text)
    else { return nil }
    return (ondertekend, secret)
  }

  /// What an entry says to the whole circle.
  private func vastlegging(_ vakken: Compartments, _ geheimen: [CircleSecret]) throws -> Gelezen {
    switch try vakken.open(1, knowing: geheimen) {
    case .erased: return try regel(vakken, geheimen).map { .regel($0) } ?? .vernietigd
    case .closed: return .dicht
    case .opened(let text, let geheim):
      return Ondertekend(text).flatMap { Self.vastlegging(vakken.event, $0, geheim, .zaak) }.map { .open($0) } ?? .dicht
    }
  }

  /// The line of the register beside an entry; nil when there is none, or it was destroyed.
  private func regel(_ vakken: Compartments, _ geheimen: [CircleSecret]) throws -> Zaakvouw.Vastlegging? {
    try open(2, vakken, geheimen).flatMap { Self.vastlegging(vakken.event, $0.0, $0.1, .regel) }
  }

  private static func vastlegging(
    _ event: RecordedEvent, _ ondertekend: Ondertekend, _ geheim: CircleSecret, _ kring: Vakinhoud.Kring
  ) -> Zaakvouw.Vastlegging? {
    guard let inhoud = Vakinhoud(ondertekend.tekst), inhoud.kring == kring, let gebeurtenis = inhoud.gebeurtenis else {
      return nil
    }
    return .init(
      event: event, inhoud: inhoud, gebeurtenis: gebeurtenis, ondertekend: ondertekend, geheim: geheim, versie: nil)
  }

  /// The secrets that an admission hands on to this reader.
  private func overgedragen(_ entry: Zaakvouw.Vastlegging, _ vakken: Compartments) throws -> [CircleSecret] {
    guard case .toegangVerleend(let lid) = entry.gebeurtenis, lid.sleutel == lezer,
      let (ondertekend, _) = try open(2, vakken, []), let deel = Vakinhoud(ondertekend.tekst),
      deel.kring == .overdracht(lezer)
    else { return [] }
    return try deel.geheimen.map { try CircleSecret($0) }
  }

  /// What tells this reader that the admission was taken back; nil in any other entry.
  private func ontslag(_ vakken: Compartments) throws -> Ondertekend? {
    guard let (ondertekend, _) = try open(2, vakken, []), Vakinhoud(ondertekend.tekst)?.kring == .ontslag(lezer)
    else { return nil }
    return ondertekend
  }

  /// The functions of this reader now: what they may see of earlier entries is seen too.
  private func functies(_ opening: Opening, _ gebeurtenissen: [Zaakgebeurtenis]) -> Set<String> {
    var functies = Set(opening.leden.filter { $0.sleutel == lezer }.map(\.functie))
    for gebeurtenis in gebeurtenissen {
      switch gebeurtenis {
      case .toegangVerleend(let lid) where lid.sleutel == lezer: functies.insert(lid.functie)
      case .toegangIngetrokken(lezer): functies = []
      default: break
      }
    }
    return functies
  }

  /// The version of the procedure that an entry names, if it was in force on the day of what it says; a case can always
  /// return to the version it was opened under.
  private func versie(_ entry: Zaakvouw.Vastlegging, _ opening: Opening) throws -> Procedure? {
    let digest: Digest
    switch entry.gebeurtenis {
    case .geopend(let opening, _): digest = opening.digest
    case .overgestapt(let overstap): digest = overstap.digest
    default: return nil
    }
    if digest == opening.digest, entry.event.signed.envelope.seq > 1 { return try procedures.procedure(opening) }
    return try procedures.geldend(
      opening.procedure, digest, op: entry.op.latest ?? entry.event.recordedOn, voor: entry.event.position)
  }

  private func add(
    _ entry: Zaakvouw.Vastlegging, _ vakken: Compartments, _ opening: Opening, _ eigen: Set<String>,
    to vouw: inout Zaakvouw
  ) throws {
    var entry = entry
    entry.versie = try versie(entry, opening)
    let (delen, verborgen) = try delen(entry, vakken, eerste: 2, eigen, vouw.geheimen)
    vouw.voegToe(entry, delen, verborgen)
    guard case .gesloten = entry.gebeurtenis else { return }
    if let regel = try regel(vakken, vouw.geheimen) {
      try add(regel: regel, vakken, eigen, to: &vouw)
    } else if vakken.isErased(2) {
      vouw.voegVernietigdeRegelToe()
    }
  }

  private func add(
    regel: Zaakvouw.Vastlegging, _ vakken: Compartments, _ eigen: Set<String>, to vouw: inout Zaakvouw
  ) throws {
    vouw.voegRegelToe(regel, try delen(regel, vakken, eerste: 3, eigen, vouw.geheimen).delen)
  }

  /// The parts of an entry that this reader can open, and for whom the others are.
  /// - Parameter eerste: The compartment in which the first part is.
  private func delen(
    _ entry: Zaakvouw.Vastlegging, _ vakken: Compartments, eerste: Int, _ eigen: Set<String>,
    _ geheimen: [CircleSecret]
  ) throws -> (delen: [Zaakvouw.Deel], verborgen: [[String]]) {
    var delen: [Zaakvouw.Deel] = []
    var verborgen: [[String]] = []
    for (index, functies) in entry.inhoud.vakken.enumerated().prefix(ClosedStream.vakken.count + 1 - eerste)
    where !functies.isEmpty {
      guard !eigen.isDisjoint(with: functies),
        let (ondertekend, geheim) = try open(index + eerste, vakken, geheimen)
      else {
        verborgen.append(functies)
        continue
      }
      delen.append(.init(functies: functies, ondertekend: ondertekend, geheim: geheim, vak: index + eerste))
    }
    return (delen, verborgen)
  }
}

extension StreamID {
  /// How people call a case: the end of its random identifier, which tells nothing of order or number.
  var kenmerk: String { "zaak-\(description.suffix(6))" }
}
