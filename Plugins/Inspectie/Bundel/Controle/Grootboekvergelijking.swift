import Console
import Governance
import Ledger
import LedgerCrypto
import Organisatie

/// Compares a bundle with the ledger that it says it is of.
struct Grootboekvergelijking {
  let book: Grootboek

  /// Whether the ledger made this bundle, has the same events, and knows the same keys.
  func compare(_ found: inout Bundelcontrole.Uitkomst) throws {
    guard let point = found.checkpoint, let registry = found.registry, let digest = found.digest else { return }
    guard point.origin.utf8.elementsEqual(book.origin.utf8) else {
      return found.oordeel.vind(
        .log, "ledger-origin", nl: "de bundel is van een ander grootboek", en: "the bundle is of another ledger")
    }
    if try CheckpointMemory.problem(book.stores.log, since: point) != nil {
      found.oordeel.vind(
        .log, "ledger-root", nl: "het grootboek heeft niet de gebeurtenissen waarover dit controlepunt gaat",
        en: "the ledger has not the events that this checkpoint is about")
    }
    try compareEvents(point, &found)
    try book.read { reading in
      let made = try reading.views.facts(where: BundelGemaakt.tagmanifest, is: digest, of: BundelGemaakt.self)
      if let own = made.first(where: { $0[BundelGemaakt.wortel] == point.root }) {
        found.oordeel.opmerkingen.append(known(own))
      } else {
        found.oordeel.vind(
          .bag, "ledger-bundle", nl: "het grootboek weet niet van deze bundel",
          en: "the ledger does not know of this bundle")
      }
      if try !isSame(registry, reading, below: point.size) {
        found.oordeel.vind(
          .events, "ledger-keys", nl: "het grootboek kent andere sleutels, intrekkingen of mandaten dan de bundel",
          en: "the ledger knows other keys, revocations or mandates than the bundle")
      }
      // The ledger answers what a bundle alone cannot.
      found.oordeel.opmerkingen.removeAll { $0 == Bundeloordeel.weglatenNiet }
      found.oordeel.opmerkingen.append(since(point.size, reading.registry))
    }
  }

  /// Whether every event that its demands ask for, of those that there were, is in it: what its maker left out.
  private func compareEvents(_ point: Checkpoint, _ found: inout Bundelcontrole.Uitkomst) throws {
    guard let vraag = found.vraag, try CheckpointMemory.problem(book.stores.log, since: point) == nil else { return }
    let wanted: Set<UInt64>
    do {
      wanted = try book.read(known: .size(point.size)) { reading in
        let matrix = try Bundelmatrix(eisen: vraag.eisen, op: vraag.dag, book, reading)
        return try Bundelkeuze(matrix: matrix, ontvanger: vraag.ontvanger, dag: vraag.dag, views: reading.views)
          .plaatsen(naast: try Sleutelstaat.plaatsen(reading.registry, reading.views))
      }
    } catch let failure as Failure {
      return found.oordeel.vind(
        .bag, "ledger-demand", nl: "het grootboek kent niet wat de bundel zegt te tonen: \(failure.message.nl)",
        en: "the ledger does not know what the bundle says it shows: \(failure.message.en)")
    }
    for position in wanted.subtracting(found.plaatsen).sorted() where position < point.size {
      found.oordeel.vind(
        .bag, "ledger-event", at: position,
        nl: "het grootboek heeft deze gebeurtenis, de eis vraagt erom, en zij is weggelaten",
        en: "the ledger has this event, the demand asks for it, and it was left out")
    }
  }

  /// As which number it was recorded, when, and for whom.
  private func known(_ made: Fact) -> Text {
    let receiver = made[BundelGemaakt.ontvanger]?.text ?? Text("-")
    return Text(
      nl:
        "het grootboek kent deze bundel: nummer \(made.position), gemaakt op \(made.recordedOn.text.nl), voor \(receiver.nl)",
      en:
        "the ledger knows this bundle: number \(made.position), made on \(made.recordedOn.text.en), for \(receiver.en)")
  }

  /// Which keys were revoked after the bundle was made.
  private func since(_ size: UInt64, _ ledger: KeyRegistry) -> Text {
    let revoked = ledger.keysInOrder.count { ($0.revoked?.at ?? 0) >= size && $0.registeredAt < size }
    return revoked == 0
      ? Text(
        nl: "sinds dit controlepunt is van deze sleutels geen ingetrokken",
        en: "none of these keys was revoked since this checkpoint")
      : Text(
        nl: "sinds dit controlepunt zijn van deze sleutels ingetrokken: \(revoked)",
        en: "of these keys were revoked since this checkpoint: \(revoked)")
  }

  /// Whether a bundle has every key, revocation and mandate that the ledger had then: one left out would not show in it.
  private func isSame(_ bundle: KeyRegistry, _ reading: Reading, below size: UInt64) throws -> Bool {
    let keys = reading.registry.keysInOrder.filter { $0.registeredAt < size }
    guard keys.map(\.id) == bundle.keysInOrder.map(\.id),
      keys.allSatisfy({ key in
        bundle.keys[key.id]?.revoked?.at == key.revoked.flatMap { $0.at < size ? $0.at : nil }
      })
    else { return false }
    var mandates: [Mandaat] = []
    for mandate in reading.registry.mandates {
      let facts = try reading.views.facts(in: mandate.stream).filter { $0.position < size }
      guard !facts.isEmpty else { continue }
      var then = mandate
      if !facts.contains(where: { $0.is(MandaatIngetrokken.self) }) { then.withdrawn = nil }
      mandates.append(then)
    }
    return Set(mandates) == Set(bundle.mandates)
  }
}
