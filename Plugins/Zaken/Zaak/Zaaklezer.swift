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
  /// What is remembered of the own cases; nil where nothing is.
  var geheugen: Zaakgeheugen?

  /// An entry of which the part for the whole circle could be opened.
  private struct Geopend {
    let event: RecordedEvent
    let inhoud: Vakinhoud
    let ondertekend: Ondertekend
    let geheim: CircleSecret
  }

  /// The case of a stream; nil for who does not belong to it.
  func zaak(_ stream: StreamID) throws -> Zaak? {
    var geheimen: [CircleSecret] = []
    var geopend: [Geopend] = []
    // The newest first: who was admitted later gets the earlier secrets in the entry of that admission.
    for position in try Zaakstromen.posities(of: stream, reading.views).reversed() {
      guard let event = try reading.filter.event(at: position),
        let (ondertekend, geheim) = try open(1, of: event, geheimen),
        let inhoud = Vakinhoud(ondertekend.tekst), inhoud.kring == .zaak, inhoud.gebeurtenis != nil
      else { continue }
      geheimen = [geheim] + geheimen.filter { $0.bytes != geheim.bytes }
      geopend.append(Geopend(event: event, inhoud: inhoud, ondertekend: ondertekend, geheim: geheim))
      geheimen += try overgedragen(event, inhoud)
    }
    guard let first = geopend.last, case .geopend(let opening, _)? = first.inhoud.gebeurtenis,
      first.event.signed.envelope.seq == 1
    else { return nil }
    var vouw = Zaakvouw(stream, opening, try procedures.procedure(opening), reading.registry, origin, geheimen)
    for entry in geopend.reversed() { try add(entry, to: &vouw) }
    return vouw.zaak(lezer)
  }

  /// Whether one of the entries of a case from a position on is for this reader.
  func kent(_ stream: StreamID, vanaf position: UInt64) throws -> Bool {
    try Zaakstromen.posities(of: stream, reading.views).contains { entry in
      guard entry >= position, let event = try reading.filter.event(at: entry) else { return false }
      return try open(1, of: event, []) != nil
    }
  }

  /// What someone means by `zaak-3f9a2c`. Of a case that this reader may not know of the answer is that of one that does
  /// not exist.
  func zaak(_ kenmerk: String) throws -> Zaak {
    let wanted = StreamID(kenmerk)?.kenmerk ?? kenmerk.lowercased()
    let found = try Zaakstromen.stromen(metKenmerk: wanted, reading.views).filter {
      $0.description == kenmerk || $0.kenmerk == wanted
    }.compactMap { try zaak($0) }
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
    _ vak: Int, of event: RecordedEvent, _ geheimen: [CircleSecret]
  ) throws -> (Ondertekend, CircleSecret)? {
    guard case .opened(let text, let secret) = try reading.filter.compartment(vak, of: event, knowing: geheimen),
      let ondertekend = Ondertekend(text)
    else { return nil }
    return (ondertekend, secret)
  }

  /// The secrets that an admission hands on to this reader.
  private func overgedragen(_ event: RecordedEvent, _ inhoud: Vakinhoud) throws -> [CircleSecret] {
    guard case .toegangVerleend(let lid)? = inhoud.gebeurtenis, lid.sleutel == lezer,
      let (ondertekend, _) = try open(2, of: event, []), let deel = Vakinhoud(ondertekend.tekst),
      deel.kring == .overdracht(lezer)
    else { return [] }
    return try deel.geheimen.map { try CircleSecret($0) }
  }

  private func add(_ entry: Geopend, to vouw: inout Zaakvouw) throws {
    var delen: [(functies: [String], ondertekend: Ondertekend, geheim: CircleSecret, vak: Int)] = []
    var verborgen: [[String]] = []
    let eigen = vouw.functies(lezer, na: entry.inhoud.gebeurtenis)
    for (index, functies) in entry.inhoud.vakken.enumerated() where !functies.isEmpty {
      guard !eigen.isDisjoint(with: functies),
        let (ondertekend, geheim) = try open(index + 2, of: entry.event, vouw.geheimen)
      else {
        verborgen.append(functies)
        continue
      }
      delen.append((functies, ondertekend, geheim, index + 2))
    }
    vouw.voegToe(entry.event, entry.inhoud, entry.ondertekend, entry.geheim, delen, verborgen)
  }
}

extension StreamID {
  /// How people call a case: the end of its random identifier, which tells nothing of order or number.
  var kenmerk: String { "zaak-\(description.suffix(6))" }
}
