import Governance
import Ledger
import LedgerCrypto

/// One event as a receiver gets it: what is open, what is withheld and on which ground.
struct Gebeurtenisstuk {
  let event: RecordedEvent
  /// The open fields, in the order of the type.
  let open: [(field: FieldDeclaration, disclosure: Disclosure)]
  /// Withheld fields with the ground.
  let weggelaten: [(field: String, grond: String)]
  /// Erased fields, each with where that was recorded.
  let vernietigd: [(field: String, door: UInt64)]
  /// The papers that someone chose to withhold, as far as whoever makes the bundle can tell which they are.
  let geslotenStukken: [(field: String, stuk: Digest)]

  /// What `weggelaten.json` says of it; the number of digests shows whether it is complete.
  var json: JSON {
    [
      "nummer": .int(Int64(event.position)), "verzegeld": .int(Int64(event.signed.envelope.sealedDigests.count)),
      "open": .int(Int64(open.count)),
      "vernietigd": .array(vernietigd.map { ["veld": .string($0.field), "door": .int(Int64($0.door))] }),
      "weggelaten": .array(weggelaten.map { ["veld": .string($0.field), "grond": .string($0.grond)] }),
    ]
  }
}

extension EventType {
  /// Whether nothing of such an event goes into a bundle: it is of a closed stream, says who belongs to a circle, or has
  /// what only a circle may read.
  var isBuitenBundel: Bool {
    isClosed || [ToegangVerleend.type.name, ToegangIngetrokken.type.name].contains(name)
      || fields.contains { $0.visibility == .vertrouwelijk }
  }
}

/// Decides what of an event is open for a receiver; the one visibility filter decides what can be opened at all.
struct Openlegging {
  let ontvanger: Ontvanger
  let weglatingen: [Weglating]
  let vrijgave: Vrijgave
  let filter: VisibilityFilter
  let views: ViewReader

  /// What the receiver gets of an event.
  /// - Parameter isBewijsstuk: Whether it shows something; else it is there only to prove who could sign, and nothing of it
  ///   is opened.
  /// - Throws: `Failure` when something would stay closed without a ground.
  func stuk(_ event: RecordedEvent, isBewijsstuk: Bool) throws -> Gebeurtenisstuk {
    var names: [FieldDeclaration] = []
    var withheld: [(field: String, grond: String)] = []
    var erased: [(field: String, door: UInt64)] = []
    var papers: [(field: String, stuk: Digest)] = []
    for (field, revealed) in try filter.reveal(event) {
      switch revealed {
      case .absent: continue
      case .erased: erased.append((field.name, try erasure(of: field.name, event)))
      case .missing:
        throw Failure(
          .foundWanting,
          Text(
            nl: "nummer \(event.position): veld «\(field.name)» ontbreekt in de kluis",
            en: "number \(event.position): field “\(field.name)” is missing from the vault"),
          remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
      case .value, .sealed:
        if !isBewijsstuk {
          withheld.append((field.name, Weglatingsgrond.vanzelf(voor: ontvanger)))
        } else if let reason = weglatingen.first(where: { $0.covers(event, field.name) }) {
          withheld.append((field.name, reason.kenmerk))
          if case .value(let value) = revealed, let paper = DocumentReference(json: value) {
            papers.append((field.name, paper.content))
          }
        } else if ontvanger.ziet.contains(field.visibility), !vrijgave.omvat(field, of: event) {
          withheld.append((field.name, Weglatingsgrond.vanzelf(voor: ontvanger)))
        } else {
          try mayOpen(field, revealed, of: event)
          names.append(field)
        }
      }
    }
    // The receiver counts: each digest is open, withheld on a ground, or erased.
    guard names.count + withheld.count + erased.count == event.signed.envelope.sealedDigests.count else {
      throw Failure(
        .foundWanting,
        Text(
          nl: "nummer \(event.position): niet elk verzegeld veld is te noemen",
          en: "number \(event.position): not every sealed field can be named"),
        remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
    }
    let disclosures = try filter.disclosures(names.map(\.name), of: event)
    return Gebeurtenisstuk(
      event: event, open: Array(zip(names, disclosures)), weggelaten: withheld, vernietigd: erased,
      geslotenStukken: papers)
  }

  /// Where it was recorded that a field is destroyed: a receiver need not believe that it is.
  private func erasure(of field: String, _ event: RecordedEvent) throws -> UInt64 {
    let found = try views.erasures(of: event.id).first { erasure in
      erasure[StukkenVernietigd.stukken]?.contains { $0.event == event.id && $0.fields.contains(field) } == true
    }
    guard let found else {
      throw Failure(
        .foundWanting,
        Text(
          nl: "nummer \(event.position): de vernietiging van «\(field)» is niet te vinden",
          en: "number \(event.position): the erasure of “\(field)” cannot be found"),
        remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
    }
    return found.position
  }

  private func mayOpen(_ field: FieldDeclaration, _ revealed: Revealed, of event: RecordedEvent) throws {
    guard ontvanger.ziet.contains(field.visibility) else {
      throw Failure(
        .badInput,
        Text(
          nl:
            "nummer \(event.position): veld «\(field.name)» is \(field.visibility.rawValue) en niet voor \(ontvanger.text.nl)",
          en:
            "number \(event.position): field “\(field.name)” is \(field.visibility.rawValue) and not for the \(ontvanger.text.en)"
        ),
        remedy: Text(
          nl: "noem de grond: --weglaten GROND=\(event.type.name).\(field.name)",
          en: "name the ground: --weglaten GROUND=\(event.type.name).\(field.name)"))
    }
    guard case .sealed = revealed else { return }
    throw Failure(
      .notPermitted,
      Text(
        nl: "nummer \(event.position): veld «\(field.name)» is met deze sleutel niet te openen",
        en: "number \(event.position): field “\(field.name)” cannot be opened with this key"),
      remedy: Text(
        nl: "gebruik --als met een sleutel die toegang heeft, of noem de grond met --weglaten",
        en: "use --als with a key that has access, or name the ground with --weglaten"))
  }
}
