import Bag
import Governance
import Ledger
import LedgerCrypto

/// What a bundle says as a whole must follow from its events.
extension Bundelwerk {
  mutating func checkWhole() {
    checkKeys()
    checkMatrix()
    checkWithheld()
    checkDocuments()
  }

  /// Keys and mandates are those that the events in the bundle give.
  private mutating func checkKeys() {
    guard gelezen.has(Bundelindeling.sleutels) else { return }
    if gelezen.json(Bundelindeling.sleutels)?.zegtHetzelfde(als: Sleutelstaat.json(registry)) != true {
      oordeel.vind(
        .events, "keys", nl: "sleutels.json zegt iets anders dan de gebeurtenissen",
        en: "sleutels.json says something else than the events")
    }
  }

  /// Each demand names events that are there.
  private mutating func checkMatrix() {
    guard gelezen.has(Bundelindeling.matrix) else { return }
    let there = Set(gelezen.plaatsen)
    let rows = gelezen.json(Bundelindeling.matrix)?["eisen"]?.array
    let isRight = rows?.allSatisfy { row in
      row["eis"]?.string != nil && row["stand"]?.string != nil
        && row["gebeurtenissen"]?.array?.allSatisfy { $0.int.map { $0 >= 0 && there.contains(UInt64($0)) } ?? false }
          == true
    }
    if isRight != true {
      oordeel.vind(
        .bag, "matrix", nl: "matrix.json noemt een gebeurtenis die er niet is, of is niet te lezen",
        en: "matrix.json names an event that is not there, or cannot be read")
    }
  }

  /// The legend counts each sealed field: open, withheld on a ground that it names, or erased.
  private mutating func checkWithheld() {
    guard gelezen.has(Bundelindeling.weggelaten) else { return }
    let legend = gelezen.json(Bundelindeling.weggelaten)
    let grounds = Set((legend?["gronden"]?.array ?? []).compactMap { $0["grond"]?.string })
    guard let rows = legend?["gebeurtenissen"]?.array, legend?["gronden"]?.array != nil else {
      oordeel.vind(.vault, "withheld", nl: "weggelaten.json is niet te lezen", en: "weggelaten.json cannot be read")
      return
    }
    var told: [UInt64: JSON] = [:]
    for row in rows {
      guard let number = row["nummer"]?.int, number >= 0, told.updateValue(row, forKey: UInt64(number)) == nil,
        gelezen.has(Bundelindeling.pad(.gebeurtenis, UInt64(number)))
      else {
        oordeel.vind(
          .vault, "withheld", nl: "weggelaten.json noemt een gebeurtenis die er niet is, of twee keer",
          en: "weggelaten.json names an event that is not there, or twice")
        return
      }
    }
    for (position, count) in verzegeld.sorted(by: { $0.key < $1.key }) where !counts(told[position], count, grounds) {
      oordeel.vind(
        .vault, "withheld", at: position, event: count.event,
        nl: "weggelaten.json telt de gesloten velden anders dan is ondertekend",
        en: "weggelaten.json counts the closed fields otherwise than was signed")
    }
  }

  private func counts(_ row: JSON?, _ count: (event: String, sealed: Int, open: Int), _ grounds: Set<String>) -> Bool {
    guard let row, let withheld = row["weggelaten"]?.array, let erased = row["vernietigd"]?.int,
      (0...Int64(count.sealed)).contains(erased)
    else { return false }
    return row["verzegeld"]?.int == Int64(count.sealed) && row["open"]?.int == Int64(count.open)
      && count.open + withheld.count + Int(erased) == count.sealed
      && withheld.allSatisfy { $0["veld"]?.string != nil && $0["grond"]?.string.map { grounds.contains($0) } == true }
  }

  /// Each document that an open field names is there, as it was; and no other.
  private mutating func checkDocuments() {
    for (digest, stuk) in stukken.sorted(by: { ($0.value.position, $0.key) < ($1.value.position, $1.key) }) {
      oordeel.gecontroleerd[.vault, default: 0] += 1
      guard gelezen.has(stuk.pad) else {
        oordeel.vind(
          .vault, "document-missing", at: stuk.position, event: stuk.event, nl: "\(stuk.pad) ontbreekt",
          en: "\(stuk.pad) is missing")
        continue
      }
      if gelezen.source.files["data/" + stuk.pad] != UInt64(stuk.size) || hash(stuk.pad) != digest {
        oordeel.vind(
          .vault, "document-altered", at: stuk.position, event: stuk.event,
          nl: "\(stuk.pad) is niet het document dat is ondertekend",
          en: "\(stuk.pad) is not the document that was signed")
      }
      if !gelezen.has(Bundelindeling.mdto(digest)) { miss(Bundelindeling.mdto(digest)) }
    }
    let named = Set(stukken.flatMap { [$0.value.pad, Bundelindeling.mdto($0.key)] } + [Bundelindeling.mdto])
    for path in gelezen.source.files.keys.sorted() where !isOngelezen {
      let inner = String(path.dropFirst("data/".count))
      guard path.hasPrefix("data/stukken/") || path.hasPrefix("data/mdto/"), !named.contains(inner) else { continue }
      oordeel.vind(
        .vault, "document-unknown", nl: "geen gebeurtenis noemt \(inner)", en: "no event names \(inner)")
    }
  }

  private func hash(_ path: String) -> String? {
    var hash = SHA256()
    do { try gelezen.source.read("data/" + path) { hash.update($0) } } catch { return nil }
    return hash.digest().hex
  }

  /// The schemas in the bundle are those of this program, one for each kind of event in it.
  mutating func checkCatalogue() throws {
    let own = Dictionary(
      try EventCatalogue(catalog).files().filter { types.contains($0.path) }.map { ($0.path, $0.content) }
    ) { first, _ in first }
    for path in types.sorted() {
      let bytes = gelezen.bytes("catalogus/\(path)")
      if bytes == nil || bytes != own[path].map({ Array($0.utf8) }) {
        oordeel.vind(
          .events, "catalogue", nl: "catalogus/\(path) is er niet of is een andere dan die van dit programma",
          en: "catalogus/\(path) is not there or is another than this program's")
      }
    }
    for path in gelezen.source.files.keys.sorted() where path.hasPrefix("data/catalogus/") && !isOngelezen {
      let name = String(path.dropFirst("data/catalogus/".count))
      if !types.contains(name), name.split(separator: "/").count == 2 {
        oordeel.vind(
          .bag, "layout-extra", nl: "\(path) hoort niet in een bundel", en: "\(path) does not belong in a bundle")
      }
    }
  }
}
