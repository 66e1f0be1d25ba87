import Bag
import Foundation
import Governance
import Ledger
import LedgerCrypto

/// Checks a bundle as something hostile: the container first, and what is in it only when that is in order.
struct Bundelcontrole {
  let catalog: Catalog
  /// Checkpoints that the reader kept.
  let vertrouwd: [[UInt8]]
  /// The log's key, when the reader knows it from elsewhere.
  let logsleutel: NoteVerifier?

  /// What was found, and what a ledger can be asked about.
  struct Uitkomst {
    var oordeel: Bundeloordeel
    let digest: Digest512?
    let checkpoint: Checkpoint?
    let registry: KeyRegistry?
    /// The numbers of the events that are in it.
    let plaatsen: Set<UInt64>
    /// What it says that it is about; nil when it does not say so.
    let vraag: (ontvanger: Ontvanger, dag: CalendarDate, eisen: [String])?
  }

  /// Checks the bundle at a path, a folder or a ZIP.
  func controleer(_ url: URL, isFolder: Bool) throws -> Uitkomst {
    let source: any BagSource
    let faults: [BagFault]
    do {
      if isFolder {
        let opened = try BagFolder.open(url)
        (source, faults) = (opened.folder, opened.faults)
      } else {
        let opened = try ZipFile.open(url)
        (source, faults) = (opened.zip, opened.faults)
      }
    } catch let fault as BagFault {
      var oordeel = Bundeloordeel()
      oordeel.vind(.bag, fault.check.rawValue, nl: fault.message.nl, en: fault.message.en)
      return stopped(oordeel, nil)
    }
    return try controleer(source, faults)
  }

  private func controleer(_ source: any BagSource, _ faults: [BagFault]) throws -> Uitkomst {
    var oordeel = Bundeloordeel()
    let bag = BagCheck.check(source, faults: faults, beside: [Bundelindeling.ondertekening])
    oordeel.gecontroleerd[.bag] = bag.checked
    for fault in bag.faults { oordeel.vind(.bag, fault.check.rawValue, nl: fault.message.nl, en: fault.message.en) }
    guard oordeel.ok else { return stopped(oordeel, bag.digest) }
    var work = Bundelwerk(Gelezen(source: source), catalog, logsleutel)
    work.oordeel = oordeel
    work.checkLabels(bag.info)
    work.checkLayout()
    work.readHead()
    work.checkEarlier()
    for note in vertrouwd { work.checkTrusted(note) }
    for position in work.gelezen.plaatsen { work.checkEvent(position) }
    work.checkWhole()
    try work.checkCatalogue()
    work.checkMaker(bag.tagmanifest)
    work.oordeel.opmerkingen += [Bundeloordeel.regelsNiet, Bundeloordeel.weglatenNiet]
    return Uitkomst(
      oordeel: work.oordeel, digest: bag.digest, checkpoint: work.checkpoint, registry: work.registry,
      plaatsen: Set(work.gelezen.plaatsen), vraag: vraag(work.gelezen))
  }

  private func vraag(_ gelezen: Gelezen) -> (ontvanger: Ontvanger, dag: CalendarDate, eisen: [String])? {
    guard let head = gelezen.json(Bundelindeling.hoofd),
      let receiver = head["ontvanger"]?.string.flatMap({ Ontvanger(rawValue: $0) }),
      let day = head["dag"]?.string.flatMap({ try? CalendarDate($0) }), let demands = head["eisen"]?.array
    else { return nil }
    return (receiver, day, demands.compactMap(\.string))
  }

  private func stopped(_ found: Bundeloordeel, _ digest: Digest512?) -> Uitkomst {
    var oordeel = found
    for vraag in [Bundeloordeel.Vraag.log, .events, .vault] { oordeel.nietBeoordeeld[vraag] = 1 }
    oordeel.opmerkingen.append(
      Text(
        nl: "de inhoud is niet beoordeeld, want de verpakking is niet in orde",
        en: "the content was not judged, because the container is not in order"))
    return Uitkomst(oordeel: oordeel, digest: digest, checkpoint: nil, registry: nil, plaatsen: [], vraag: nil)
  }
}

/// One bundle under examination.
struct Bundelwerk {
  let gelezen: Gelezen
  let catalog: Catalog
  let given: NoteVerifier?
  var oordeel = Bundeloordeel()
  var registry = KeyRegistry()
  /// The checkpoint as it stands in the bundle, and what it says when its signature holds.
  var note: [UInt8]?
  var checkpoint: Checkpoint?
  var origin: String?
  /// The log's keys, as the bundle names them.
  var keys: LogKeys?
  /// Earlier checkpoints that the bundle shows to be beginnings of the same log, by their size.
  var eerder: [UInt64: Checkpoint] = [:]
  /// The documents that open fields name, with their place and size.
  var stukken: [String: (pad: String, position: UInt64, event: String, size: Int64)] = [:]
  /// What `weggelaten.json` must say of each event with sealed fields.
  /// The events that could be read, and the dates that were put right afterwards, by the event.
  var gebeurtenissen: [UInt64: SignedEvent] = [:]
  var juisteDagen: [String: [String]] = [:]
  var verzegeld: [UInt64: Verzegeld] = [:]
  /// What the events in the bundle say is destroyed.
  var vernietigd: Set<Vernietigd> = []
  var types: Set<String> = []
  /// The latest time at which something was recorded, up to where the check is.
  var laatst: Int64 = 0
  /// The day of the latest event that fits its type.
  var laatsteDag: CalendarDate?
  /// Whether some event could not be read: then what it names is not known.
  var isOngelezen = false

  init(_ gelezen: Gelezen, _ catalog: Catalog, _ given: NoteVerifier?) {
    self.gelezen = gelezen
    self.catalog = catalog
    self.given = given
  }

  /// The labels of `bag-info.txt` that the profile asks for.
  mutating func checkLabels(_ info: BagInfo?) {
    let day = info?["Bagging-Date"].flatMap { try? CalendarDate($0) }
    let isWhole = ["Source-Organization", "External-Identifier", "External-Description"].allSatisfy { info?[$0] != nil }
    guard info?["BagIt-Profile-Identifier"] == Bundelindeling.profiel, day != nil, isWhole else {
      oordeel.vind(
        .bag, "bag-info", nl: "bag-info.txt heeft niet wat het profiel vraagt",
        en: "bag-info.txt has not what the profile asks for")
      return
    }
  }

  /// Every file has its place in the layout, and every place its file.
  mutating func checkLayout() {
    for path in Bundelindeling.vast where !gelezen.has(path) { miss(path) }
    for position in gelezen.plaatsen {
      for file in Bundelindeling.Gebeurtenisbestand.allCases where !gelezen.has(Bundelindeling.pad(file, position)) {
        miss(Bundelindeling.pad(file, position), at: position)
      }
    }
    for path in gelezen.source.files.keys.sorted() where !isKnown(path) {
      oordeel.vind(
        .bag, "layout-extra", nl: "\(path) hoort niet in een bundel", en: "\(path) does not belong in a bundle")
    }
  }

  mutating func miss(_ path: String, at position: UInt64? = nil) {
    oordeel.vind(
      .bag, "layout-missing", at: position, nl: "\(path) ontbreekt in de bundel",
      en: "\(path) is missing from the bundle")
  }

  private func isKnown(_ path: String) -> Bool {
    guard path.hasPrefix("data/") else {
      return path == Bundelindeling.ondertekening || BagCheck.tagFiles.contains(path)
    }
    let inner = String(path.dropFirst("data/".count))
    let parts = inner.split(separator: "/", omittingEmptySubsequences: false)
    // Documents, metadata and schemas are judged by what names them.
    let isNamed =
      parts.count == 2 && ["stukken", "mdto"].contains(parts[0]) || parts.count == 3 && parts[0] == "catalogus"
    return Bundelindeling.vast.contains(inner) || Gelezen.plaats(path) != nil || Gelezen.eerder(path) != nil || isNamed
  }

  /// The log's key, the checkpoint, and what the bundle says of itself.
  mutating func readHead() {
    note = gelezen.bytes(Bundelindeling.controlepunt)
    guard let log = logKeys() else {
      oordeel.vind(
        .log, "log-key", at: 0, nl: "gebeurtenis 0 noemt geen bruikbare sleutel van het log",
        en: "event 0 names no usable log key")
      return
    }
    if let given, !log.contains(given.vkey) {
      oordeel.vind(
        .log, "log-key-other", at: 0, nl: "de bundel noemt een andere sleutel van het log dan u meebracht",
        en: "the bundle names another key of the log than you brought along")
    }
    keys = log
    guard let note else { return }
    switch judge(note) {
    case .success(let point): checkpoint = point
    case .failure(let problem):
      oordeel.vind(
        .log, "checkpoint-\(problem.what)", nl: "het controlepunt is niet te geloven: \(problem.text.nl)",
        en: "the checkpoint cannot be believed: \(problem.text.en)")
    }
    oordeel.checkpoint = checkpoint
    checkHead()
  }

  private mutating func logKeys() -> LogKeys? {
    guard let leaf = gelezen.bytes(Bundelindeling.pad(.gebeurtenis, 0)).flatMap(Self.leaf),
      let event = try? SignedEvent(leaf: leaf), event.envelope.type == "GrootboekGeopend",
      let text = event.envelope.facts.first(where: { $0.name == "logsleutel" })?.value.string,
      let key = try? NoteVerifier(vkey: text), key.type == .ed25519
    else { return nil }
    origin = event.envelope.origin
    var keys = LogKeys(given: key)
    for position in gelezen.plaatsen.dropFirst() {
      guard let leaf = gelezen.bytes(Bundelindeling.pad(.gebeurtenis, position)).flatMap(Self.leaf),
        let event = try? SignedEvent(leaf: leaf), event.envelope.type == "GrootboekHersteld"
      else { continue }
      // That the event itself is right is judged with all others.
      let facts = Dictionary(event.envelope.facts.map { ($0.name, $0.value.string) }) { first, _ in first }
      if case (let old??, let new??) = (facts["oudeLogsleutel"], facts["logsleutel"]) {
        keys.restore(after: position, insteadOf: old, by: new)
      }
    }
    return keys
  }

  /// The log entry at the start of a presentation.
  static func leaf(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.firstIndex(of: UInt8(ascii: "~")).map { Array(bytes[...$0]) }
  }

  struct NoteProblem: Error {
    let what: String

    /// In words.
    var text: Text {
      switch what {
      case "signature":
        Text(nl: "het is niet ondertekend met de sleutel van het log", en: "it is not signed by the log's key")
      case "origin": Text(nl: "het is van een ander grootboek", en: "it is of another ledger")
      default: Text(nl: "het heeft niet de vorm van een controlepunt", en: "it has not the form of a checkpoint")
      }
    }
  }

  func judge(_ bytes: [UInt8]) -> Result<Checkpoint, NoteProblem> {
    guard let keys, let origin else { return .failure(NoteProblem(what: "signature")) }
    do { return .success(try keys.verify(try SignedNote(bytes), origin: origin)) } catch let error
      as CheckpointPolicy.PolicyError
    {
      switch error {
      case .wrongOrigin: return .failure(NoteProblem(what: "origin"))
      case .format: return .failure(NoteProblem(what: "format"))
      default: return .failure(NoteProblem(what: "signature"))
      }
    } catch { return .failure(NoteProblem(what: "format")) }
  }

  private mutating func checkHead() {
    guard gelezen.has(Bundelindeling.hoofd), let checkpoint else { return }
    let head = gelezen.json(Bundelindeling.hoofd)
    let isRight =
      head?["profiel"]?.string == Bundelindeling.profiel && head?["grootboek"]?.string == checkpoint.origin
      && head?["omvang"]?.int == Int64(clamping: checkpoint.size) && head?["wortel"]?.string == checkpoint.root.base64
      && head?["ontvanger"]?.string.flatMap { Ontvanger(rawValue: $0) } != nil
      && head?["dag"]?.string.flatMap { try? CalendarDate($0) } != nil && head?["eisen"]?.array != nil
      && head?["gebeurtenissen"]?.array != nil
    if !isRight {
      oordeel.vind(
        .bag, "head", nl: "bundel.json zegt iets anders dan het controlepunt, of mist iets",
        en: "bundel.json says something else than the checkpoint, or lacks something")
    }
  }
}
