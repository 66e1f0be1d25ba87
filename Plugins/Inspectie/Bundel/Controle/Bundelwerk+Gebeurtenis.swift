import Governance
import Ledger
import LedgerCrypto

/// One event of a bundle: its bytes, who signed it, its place in the log, and what of it is open.
extension Bundelwerk {
  /// Checks the event at a position; they come in the order of the log, so that keys and mandates are those of then.
  mutating func checkEvent(_ position: UInt64) {
    oordeel.gebeurtenissen += 1
    oordeel.gecontroleerd[.events, default: 0] += 1
    guard let bytes = gelezen.bytes(Bundelindeling.pad(.gebeurtenis, position)) else {
      oordeel.nietBeoordeeld[.log, default: 0] += 1
      isOngelezen = true
      return
    }
    guard bytes.suffix(2) == Array("~\n".utf8), let leaf = Self.leaf(bytes) else {
      oordeel.vind(
        .events, "sd-jwt-format", at: position, nl: "de SD-JWT eindigt niet op ~ en een regeleinde",
        en: "the SD-JWT does not end in ~ and a line feed")
      isOngelezen = true
      return
    }
    let signed: SignedEvent
    do { signed = try SignedEvent(leaf: leaf) } catch {
      oordeel.vind(
        .events, "event-format", at: position, nl: "dit is geen gebeurtenis: \(error.text.nl)",
        en: "this is not an event: \(error.text.en)")
      isOngelezen = true
      return
    }
    var stuk = Stuk(position: position, signed: signed)
    stuk.event = decoded(signed, position)
    if let day = stuk.event?.recordedOn { laatsteDag = max(laatsteDag ?? day, day) }
    if let origin, !signed.envelope.origin.utf8.elementsEqual(origin.utf8) {
      oordeel.vind(
        .events, "origin", at: position, event: stuk.id, nl: "de gebeurtenis is van een ander grootboek",
        en: "the event is of another ledger")
    }
    keepDates(signed, position)
    checkTime(stuk)
    refuseClosed(stuk)
    let isSigned = checkSigner(stuk)
    checkPlace(stuk, isSigned: isSigned)
    let open = checkDisclosures(stuk, Self.disclosures(bytes[leaf.count...].dropLast()))
    guard let open else { return }
    compareRendering(stuk, open, isSigned: isSigned)
    if !signed.envelope.sealedDigests.isEmpty {
      verzegeld[position] = Verzegeld(
        event: stuk.event, id: stuk.id, aantal: signed.envelope.sealedDigests.count, open: open.map(\.name))
    }
    if isSigned, let event = stuk.event { keepErasures(event) }
    keep(open, of: stuk)
  }

  /// Takes up what the matrix is compared with.
  private mutating func keepDates(_ signed: SignedEvent, _ position: UInt64) {
    gebeurtenissen[position] = signed
    let facts = signed.envelope.facts
    let named = facts.first { $0.name == Correction.event.name }?.value.string
    let right = facts.first { $0.name == Correction.date.name }?.value.string
    if let named, let right { juisteDagen[named, default: []].append(right) }
  }

  /// Places follow each other in time: "before the term" would be what a clock was set to.
  private mutating func checkTime(_ stuk: Stuk) {
    let time = stuk.signed.envelope.signedAt
    if time < laatst - Grootboek.clockTolerance {
      oordeel.vind(
        .events, "time-order", at: stuk.position, event: stuk.id, nl: "de tijd loopt terug", en: "time runs back")
    }
    laatst = max(laatst, time)
  }

  /// What stands between the tildes after a log entry; nothing between two of them is no disclosure either.
  private static func disclosures(_ rest: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    rest.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false).dropLast()
  }

  /// One event as far as it could be read.
  struct Stuk {
    let position: UInt64
    let signed: SignedEvent
    var event: RecordedEvent?
    var id: String { signed.envelope.id.description }
  }

  private mutating func decoded(_ signed: SignedEvent, _ position: UInt64) -> RecordedEvent? {
    let id = signed.envelope.id.description
    do {
      let event = try catalog.decode(signed, at: position, leafHash: MerkleTree.leafHash(of: signed.leaf))
      types.insert("\(signed.envelope.type)/v\(signed.envelope.version).schema.json")
      return event
    } catch CatalogError.unknownEvent(let type, let version, _) {
      oordeel.vind(
        .events, "event-type", at: position, event: id, nl: "de catalogus kent \(type) \(version) niet",
        en: "the catalogue does not know \(type) \(version)")
    } catch {
      types.insert("\(signed.envelope.type)/v\(signed.envelope.version).schema.json")
      oordeel.vind(
        .events, "event-content", at: position, event: id, nl: "de gebeurtenis past niet bij haar type",
        en: "the event does not fit its type")
    }
    return nil
  }

  /// Nothing of a case is in a bundle, and nothing of who belongs to its circle.
  private mutating func refuseClosed(_ stuk: Stuk) {
    guard stuk.event?.type.isBuitenBundel == true else { return }
    oordeel.vind(
      .events, "event-closed", at: stuk.position, event: stuk.id,
      nl: "dit is van een besloten stroom en hoort in geen bundel",
      en: "this is of a closed stream and belongs in no bundle")
  }

  /// Who signed, and whether that key could then; false when the bytes are not what was signed, or that cannot be said.
  private mutating func checkSigner(_ stuk: Stuk) -> Bool {
    guard let event = stuk.event else { return false }
    if stuk.position == 0 { change(event) }
    var isSigned = false
    if !event.type.isClosed {
      do {
        _ = try registry.capacity(of: stuk.signed.key, for: event.type, at: (event.position, event.recordedAt))
      } catch {
        oordeel.vind(
          .events, Self.check(error), at: stuk.position, event: stuk.id, nl: error.text.nl, en: error.text.en)
      }
      if let key = registry.keys[stuk.signed.key]?.signing {
        isSigned = key.isValidSignature(stuk.signed.signature, for: stuk.signed.signedBytes)
        if !isSigned {
          oordeel.vind(
            .events, "signature", at: stuk.position, event: stuk.id, nl: "de handtekening klopt niet",
            en: "the signature does not hold")
        }
      }
    }
    if stuk.position > 0 { change(event) }
    return isSigned
  }

  private static func check(_ problem: SigningProblem) -> String {
    switch problem {
    case .unknownKey: "key-unknown"
    case .revoked: "key-revoked"
    case .unmarked: "key-unmarked"
    case .roleMayNot: "role"
    }
  }

  private mutating func change(_ event: RecordedEvent) {
    do { try event.type.changesAuthority?(event, &registry) } catch {
      oordeel.vind(
        .events, "authority", at: event.position, event: event.id.description,
        nl: "wat dit aan sleutels of mandaten verandert, kan niet",
        en: "what this changes about keys or mandates cannot be")
    }
  }

  /// The proof is of this place, under the checkpoint of the bundle, and leads to its root.
  private mutating func checkPlace(_ stuk: Stuk, isSigned: Bool) {
    let position = stuk.position
    guard let bytes = gelezen.bytes(Bundelindeling.pad(.bewijs, position)) else { return }
    oordeel.gecontroleerd[.log, default: 0] += 1
    let proof: TlogProof
    do { proof = try TlogProof(bytes) } catch {
      oordeel.vind(
        .log, "proof-format", at: position, event: stuk.id, nl: "dit is geen bewijs: het \(error.text.nl)",
        en: "this is not a proof: it \(error.text.en)")
      return
    }
    if proof.index != position {
      oordeel.vind(
        .log, "proof-position", at: position, event: stuk.id, nl: "het bewijs is van plaats \(proof.index)",
        en: "the proof is of place \(proof.index)")
    } else if let note, proof.checkpoint.bytes != note {
      oordeel.vind(
        .log, "proof-checkpoint", at: position, event: stuk.id,
        nl: "het bewijs staat onder een ander controlepunt dan de bundel",
        en: "the proof is under another checkpoint than the bundle")
    } else if !isSigned || checkpoint == nil {
      oordeel.nietBeoordeeld[.log, default: 0] += 1
    } else if let checkpoint, !leads(proof, from: stuk.signed.leaf, to: checkpoint) {
      oordeel.vind(
        .log, "inclusion", at: position, event: stuk.id, nl: "de gebeurtenis staat niet op die plaats in het log",
        en: "the event does not stand at that place in the log")
    }
  }

  private func leads(_ proof: TlogProof, from leaf: [UInt8], to checkpoint: Checkpoint) -> Bool {
    let path = InclusionProof(index: proof.index, size: checkpoint.size, hashes: proof.hashes)
    do {
      try path.verify(leafHash: MerkleTree.leafHash(of: leaf), root: checkpoint.root)
      return true
    } catch { return false }
  }

  /// The open fields; nil when one of the disclosures is wrong (RFC 9901, section 7.1).
  private mutating func checkDisclosures(_ stuk: Stuk, _ parts: [ArraySlice<UInt8>]) -> [Disclosure]? {
    let claims = stuk.signed.envelope
    var (digests, names) = (Set<String>(), Set(claims.facts.map(\.name)))
    var open: [Disclosure] = []
    var isRight = true
    for (index, part) in parts.enumerated() {
      oordeel.gecontroleerd[.vault, default: 0] += 1
      let disclosure = try? Disclosure(encoded: String(decoding: part, as: UTF8.self))
      if let check = problem(disclosure, claims, digests, names, stuk.event) {
        isRight = false
        oordeel.vind(
          .vault, check, at: stuk.position, event: stuk.id, nl: "onthulling \(index + 1) hoort hier niet",
          en: "disclosure \(index + 1) does not belong here")
      }
      guard let disclosure else { continue }
      digests.insert(disclosure.digest)
      names.insert(disclosure.name)
      open.append(disclosure)
    }
    return isRight ? open : nil
  }

  private func problem(
    _ disclosure: Disclosure?, _ claims: Envelope, _ digests: Set<String>, _ names: Set<String>, _ event: RecordedEvent?
  ) -> String? {
    guard let disclosure else { return "disclosure-format" }
    if digests.contains(disclosure.digest) { return "disclosure-repeated" }
    if !claims.sealedDigests.contains(disclosure.digest) { return "disclosure-unknown" }
    if names.contains(disclosure.name) { return "disclosure-name" }
    // A disclosure of a field that the type does not have says something nobody declared.
    guard let event, let field = event.type.field(disclosure.name) else { return event == nil ? nil : "field" }
    guard field.visibility.isSealed else { return "field" }
    return field.shape.canRead(disclosure.value) ? nil : "disclosure-content"
  }

  /// The readable form says what is open, and nothing else.
  private mutating func compareRendering(_ stuk: Stuk, _ open: [Disclosure], isSigned: Bool) {
    guard isSigned, let event = stuk.event, gelezen.has(Bundelindeling.pad(.leesbaar, stuk.position)) else { return }
    let right = Leesbaar.json(event, registry, open)
    if gelezen.json(Bundelindeling.pad(.leesbaar, stuk.position))?.zegtHetzelfde(als: right) != true {
      oordeel.vind(
        .events, "rendering", at: stuk.position, event: stuk.id,
        nl: "de leesbare vorm zegt iets anders dan is ondertekend",
        en: "the readable form says something else than was signed")
    }
  }

  private mutating func keep(_ open: [Disclosure], of stuk: Stuk) {
    for disclosure in open where stuk.event?.type.field(disclosure.name)?.shape == .document {
      guard let reference = DocumentReference(json: disclosure.value) else { continue }
      stukken[reference.content.hex] =
        (
          Bundelindeling.stuk(reference.content.hex, reference.mediaType), stuk.position, stuk.id, reference.size
        )
    }
  }
}
