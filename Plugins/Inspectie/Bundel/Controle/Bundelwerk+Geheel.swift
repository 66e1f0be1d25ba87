import Bag
import Governance
import Ledger
import LedgerCrypto

/// What a bundle says as a whole must follow from its events.
extension Bundelwerk {
  mutating func checkWhole() {
    checkKeys()
    checkNamed()
    checkMatrix()
    checkWithheld()
    checkDocuments()
    checkVerifier()
    checkMetadata()
  }

  /// No metadata brings a document type or an entity along: whoever reads it would fetch what that names.
  private mutating func checkMetadata() {
    for path in gelezen.source.files.keys.sorted() where path.hasPrefix("data/mdto/") {
      let inner = String(path.dropFirst("data/".count))
      let text = gelezen.bytes(inner).map { String(decoding: $0, as: UTF8.self) }
      guard text?.contains("<!") != false else { continue }
      oordeel.vind(
        .bag, "metadata", nl: "\(inner) verklaart iets van zichzelf of van elders: dat hoort niet in metadata",
        en: "\(inner) declares something of its own or from elsewhere: that does not belong in metadata")
    }
  }

  /// Who trusts the program in the bundle runs what comes with this one, or finds out here.
  private mutating func checkVerifier() {
    guard gelezen.has(Bundelindeling.verifier), gelezen.bytes(Bundelindeling.verifier) != PackageResources.verify_py
    else { return }
    oordeel.vind(
      .bag, "verifier", nl: "verify.py is een ander programma dan dat van Waarborg",
      en: "verify.py is another program than that of Waarborg")
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
