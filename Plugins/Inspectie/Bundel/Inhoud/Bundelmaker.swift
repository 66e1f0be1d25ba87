import Bag
import Beleid
import Console
import Governance
import Ledger
import LedgerCrypto
import Publication

/// What a bundle is about.
struct Bundelvraag: Sendable {
  let ontvanger: Ontvanger
  let dag: CalendarDate
  let eisen: [String]
  let matrix: Bundelmatrix
  /// Events besides those that the demands name.
  let extra: Set<UInt64>
  /// Events whose internal papers and names go along, though no demand asks for those.
  let metStuk: Set<UInt64>
  let weglatingen: [Weglating]
  /// Checkpoints that the receiver kept, each size once.
  let eerder: [EerderControlepunt]
  /// The role that decides what is withheld: whose key makes the bundle.
  let beslisser: Rol
  /// That key: it signs the bundle as a whole.
  let maker: any Signer
  /// The day on which the bundle is made.
  let gemaakt: CalendarDate
}

/// Makes the files of a bundle, one after the other; the same ledger, day and options give the same bytes.
struct Bundelmaker {
  let book: Grootboek
  let reading: Reading
  let vraag: Bundelvraag

  /// What was made.
  struct Bundel {
    let digest: Digest512
    let checkpoint: Checkpoint
    let gebeurtenissen: Int
    let stukken: Int
    let weggelaten: Int
    /// Each sealed field of what shows something, and whether it goes along.
    let velden: [Meegaand]
  }

  /// Makes every file.
  /// - Throws: `Failure` when something may not go along, and what `write` throws.
  func make(
    progress: (Int, Int) -> Void, _ write: @escaping (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) throws -> Bundel {
    let (note, checkpoint) = try head()
    var bag = BagWriter(write)
    var work = Werk(Legenda(vraag.ontvanger, vraag.weglatingen, vraag.beslisser))
    let keys = try Sleutelstaat.plaatsen(reading.registry, reading.views)
    let keuze = Bundelkeuze(
      matrix: vraag.matrix, ontvanger: vraag.ontvanger, dag: vraag.dag, views: reading.views, extra: vraag.extra)
    let evidence = try keuze.plaatsen(naast: keys)
    let positions = evidence.union(keys).filter { $0 < checkpoint.size }.sorted()
    let vrijgave = try Vrijgave(vraag, keuze)
    if let absent = vraag.metStuk.subtracting(evidence).min() { throw Self.nietInBundel(absent) }
    var prover = try InclusionProver(LogTiles(log: book.stores.log), size: checkpoint.size)
    for (done, position) in positions.enumerated() {
      progress(done, positions.count)
      let stuk = try stuk(at: position, isBewijsstuk: evidence.contains(position), vrijgave)
      let proof = TlogProof(index: position, hashes: try prover.proof(of: position), checkpoint: note)
      try add(stuk, proof, to: &bag)
      try addDocuments(stuk, mdto(checkpoint), &work, to: &bag)
      work.add(stuk, isBewijsstuk: evidence.contains(position))
      if evidence.contains(position) { work.feiten[position] = try reading.views.fact(at: position) }
    }
    try refuseUnused(work)
    try refuseElsewhere(work)
    try addCatalogue(work, to: &bag)
    try addWhole(work, note, checkpoint, to: &bag)
    let digest = try bag.finish(labels(checkpoint)) { tagmanifest in
      let verklaring = Bundelverklaring(
        grootboek: checkpoint.origin, tagmanifest: tagmanifest, ontvanger: vraag.ontvanger, eisen: vraag.eisen,
        dag: vraag.dag, gemaakt: vraag.gemaakt, gebeurtenissen: positions.count, checkpoint: checkpoint)
      return (Bundelindeling.ondertekening, try Bundelondertekening.bytes(verklaring.json, vraag.maker))
    }
    return Bundel(
      digest: digest, checkpoint: checkpoint, gebeurtenissen: positions.count, stukken: work.documents.count,
      weggelaten: work.legenda.aantal, velden: Meegaand.alle(work))
  }

  private static func nietInBundel(_ position: UInt64) -> Failure {
    Failure(
      .badInput,
      Text(
        nl: "--met-stuk: nummer \(position) gaat niet mee in deze bundel",
        en: "--met-stuk: number \(position) does not go along in this bundle"),
      remedy: Text(
        nl: "noem ook --gebeurtenis \(position), of zie met --dry-run wat meegaat",
        en: "give --gebeurtenis \(position) as well, or see with --dry-run what goes along"))
  }

  /// What is gathered on the way, for what comes last.
  struct Werk {
    var legenda: Legenda
    private(set) var stukken: [Gebeurtenisstuk] = []
    private var plaatsen: [UInt64: Int] = [:]
    var types: Set<String> = []
    /// What the views say of the events that show something: the right date, and what was withdrawn.
    var feiten: [UInt64: Fact] = [:]
    var documents: [String: String] = [:]
    var seen: [(event: RecordedEvent, field: String)] = []
    /// How many events there are, those about keys and mandates included.
    var aantal = 0

    init(_ legenda: Legenda) { self.legenda = legenda }

    /// The event at a place, when it shows something.
    func stuk(_ position: UInt64) -> Gebeurtenisstuk? { plaatsen[position].map { stukken[$0] } }

    mutating func add(_ stuk: Gebeurtenisstuk, isBewijsstuk: Bool) {
      legenda.add(stuk)
      aantal += 1
      let claims = stuk.event.signed.envelope
      types.insert("\(claims.type)/v\(claims.version).schema.json")
      guard isBewijsstuk else { return }
      plaatsen[stuk.event.position] = stukken.count
      stukken.append(stuk)
      seen += stuk.weggelaten.map { (stuk.event, $0.field) }
    }
  }

  private func head() throws -> (SignedNote, Checkpoint) {
    let head = try book.signedHead()
    return (try SignedNote(Array(head.note.utf8)), head.checkpoint)
  }

  private func stuk(at position: UInt64, isBewijsstuk: Bool, _ vrijgave: Vrijgave) throws -> Gebeurtenisstuk {
    guard let event = try reading.filter.event(at: position) else {
      throw Failure(
        .notFound, Text(nl: "er is geen gebeurtenis \(position)", en: "there is no event \(position)"))
    }
    // What lies in a circle is in no view: a case is shown by its rule and a yearly statement, never by itself.
    guard try !event.type.isBuitenBundel && (!isBewijsstuk || reading.views.fact(at: position) != nil) else {
      throw Failure(
        .badInput,
        Text(
          nl: "nummer \(position) is van een besloten stroom; daarvan gaat niets in een bundel",
          en: "number \(position) is of a closed stream; nothing of that goes into a bundle"),
        remedy: Text(
          nl: "toon de regel en de jaarlijkse verklaring", en: "show the rule and the yearly statement"))
    }
    let openlegging = Openlegging(
      ontvanger: vraag.ontvanger, weglatingen: vraag.weglatingen, vrijgave: vrijgave, filter: reading.filter,
      views: reading.views)
    return try openlegging.stuk(event, isBewijsstuk: isBewijsstuk)
  }

  private func add(_ stuk: Gebeurtenisstuk, _ proof: TlogProof, to bag: inout BagWriter) throws {
    let position = stuk.event.position
    let open = stuk.open.map(\.disclosure)
    try bag.add(
      Bundelindeling.pad(.gebeurtenis, position), Array((stuk.event.signed.presentation(opening: open) + "\n").utf8))
    try bag.add(Bundelindeling.pad(.bewijs, position), proof.bytes)
    try bag.add(
      Bundelindeling.pad(.leesbaar, position), Self.bytes(Leesbaar.json(stuk.event, reading.registry, open)))
  }

  /// Documents as they came; one that two events name stands there once.
  private func addDocuments(
    _ stuk: Gebeurtenisstuk, _ mdto: Mdto, _ work: inout Werk, to bag: inout BagWriter
  ) throws {
    for (field, disclosure) in stuk.open {
      guard field.shape == .document, let reference = DocumentReference(json: disclosure.value),
        work.documents[reference.content.hex] == nil
      else { continue }
      let typed = Field<DocumentReference>(field.name, field.visibility, field.meaning)
      let found: Document?
      do { found = try reading.filter.document(typed, of: stuk.event) } catch let failure as Failure {
        throw Failure(
          failure.kind, Text("\(stuk.event.position).\(field.name): ") + failure.message,
          remedy: failure.remedy ?? Self.terugOfWeg(stuk, field))
      }
      guard let document = found, document.digest == reference.content else {
        throw Failure(
          .notPermitted,
          Text(
            nl: "nummer \(stuk.event.position): het document van «\(field.name)» is niet te openen",
            en: "number \(stuk.event.position): the document of “\(field.name)” cannot be opened"),
          remedy: Self.terugOfWeg(stuk, field))
      }
      let (digest, type) = (document.digest.hex, document.mediaType)
      work.documents[digest] = type
      try bag.add(Bundelindeling.stuk(digest, type), document.bytes)
      try bag.add(
        Bundelindeling.mdto(digest),
        Array(mdto.bestand(digest, document.bytes.count, type, sinds: stuk.event.recordedAt).utf8))
    }
  }

  private static func terugOfWeg(_ stuk: Gebeurtenisstuk, _ field: FieldDeclaration) -> Text {
    Text(
      nl: "zet het stuk terug uit een back-up (zie waarborg verify), of laat het weg: "
        + "--weglaten GROND=\(stuk.event.position).\(field.name)",
      en: "put the paper back from a backup (see waarborg verify), or withhold it: "
        + "--weglaten GROUND=\(stuk.event.position).\(field.name)")
  }

  private func addCatalogue(_ work: Werk, to bag: inout BagWriter) throws {
    for file in try EventCatalogue(book.catalog).files() where work.types.contains(file.path) {
      try bag.add("catalogus/\(file.path)", Array(file.content.utf8))
    }
  }

  private func addWhole(
    _ work: Werk, _ note: SignedNote, _ checkpoint: Checkpoint, to bag: inout BagWriter
  ) throws {
    let hoofd: JSON = [
      "profiel": .string(Bundelindeling.profiel), "grootboek": .string(checkpoint.origin),
      "ontvanger": .string(vraag.ontvanger.rawValue), "grondslag": .string(vraag.ontvanger.grondslag),
      "dag": vraag.dag.json, "eisen": .array(vraag.eisen.map { .string($0) }),
      "gebeurtenissen": .array(work.stukken.map { .int(Int64($0.event.position)) }),
      "omvang": .int(Int64(checkpoint.size)), "wortel": .string(checkpoint.root.base64),
    ]
    try bag.add(Bundelindeling.hoofd, Self.bytes(hoofd))
    try bag.add(Bundelindeling.matrix, Self.bytes(vraag.matrix.json))
    try bag.add(Bundelindeling.matrixCSV, vraag.matrix.csv)
    try bag.add(Bundelindeling.sleutels, Self.bytes(Sleutelstaat.json(reading.registry)))
    try bag.add(Bundelindeling.weggelaten, Self.bytes(work.legenda.json))
    try bag.add(Bundelindeling.controlepunt, note.bytes)
    for earlier in vraag.eerder {
      let advance = try earlier.vervolg(book.stores.log, tot: checkpoint, note)
      try bag.add(Bundelindeling.pad(.controlepunt, earlier.checkpoint.size), earlier.note.bytes)
      try bag.add(Bundelindeling.pad(.vervolg, earlier.checkpoint.size), advance.bytes)
    }
    try bag.add(Bundelindeling.verifier, PackageResources.verify_py)
    try bag.add(
      Bundelindeling.mdto,
      Array(
        mdto(checkpoint).informatieobject(
          dag: vraag.dag, stukken: work.documents.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        ).utf8))
    let page = Leesmij(
      vraag: vraag, titel: titel, organisatie: organisatie, work: work, checkpoint: checkpoint,
      registry: reading.registry, catalog: book.catalog)
    try bag.add(Bundelindeling.leesmij, Array(try page.html().utf8))
  }

  /// A field to withhold that no event has is a typing mistake: what was meant would have stayed open.
  private func refuseUnused(_ work: Werk) throws {
    for weglating in vraag.weglatingen {
      guard let unused = weglating.unused(work.seen) else { continue }
      throw Failure(
        .badInput,
        Text(
          nl: "--weglaten: geen gebeurtenis in deze bundel heeft «\(unused)»",
          en: "--weglaten: no event in this bundle has “\(unused)”"),
        remedy: Text(
          nl: "noem een veld zoals veld, Soort.veld of 12.veld", en: "name a field as field, Type.field or 12.field"))
    }
  }

  /// A paper that is withheld with one event and goes along with another is not withheld; what another makes public is no
  /// secret.
  private func refuseElsewhere(_ work: Werk) throws {
    for stuk in work.stukken {
      for (field, paper) in stuk.geslotenStukken where work.documents[paper.hex] != nil {
        let others = work.stukken.lazy.compactMap { other in
          other.open.first {
            $0.field.visibility != .openbaar && DocumentReference(json: $0.disclosure.value)?.content == paper
          }.map { "\(other.event.position).\($0.field.name)" }
        }
        guard let other = others.first else { continue }
        throw Failure(
          .badInput,
          Text(
            nl: "--weglaten: \(stuk.event.position).\(field) is hetzelfde stuk als \(other), en dat gaat open mee",
            en: "--weglaten: \(stuk.event.position).\(field) is the same paper as \(other), which goes along open"),
          remedy: Text(
            nl: "laat beide weg: --weglaten GROND=\(stuk.event.position).\(field),\(other)",
            en: "withhold both: --weglaten GROUND=\(stuk.event.position).\(field),\(other)"))
      }
    }
  }

  private func labels(_ checkpoint: Checkpoint) -> [(label: String, value: String)] {
    [
      ("BagIt-Profile-Identifier", Bundelindeling.profiel), ("Source-Organization", organisatie),
      ("Bagging-Date", vraag.dag.description), ("External-Description", titel),
      ("External-Identifier", "\(checkpoint.origin)/\(checkpoint.size)"),
    ]
  }

  private func mdto(_ checkpoint: Checkpoint) -> Mdto {
    Mdto(
      bundel: titel, kenmerk: "\(checkpoint.origin)/\(checkpoint.size)", organisatie: organisatie,
      ontvanger: vraag.ontvanger)
  }

  private var organisatie: String { reading.registry.founding?.organisatie ?? book.origin }
  private var titel: String { "Bewijsbundel voor \(vraag.ontvanger.text.nl), stand op \(vraag.dag.text.nl)" }

  private static func bytes(_ json: JSON) -> [UInt8] { Array((json.prettyText + "\n").utf8) }
}
