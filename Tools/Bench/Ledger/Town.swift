import Beleid
import Console
import Foundation
import Governance
import Inspectie
import Instemming
import Ledger
import LedgerCrypto
import LedgerSQLite
import Nevenfuncties
import Organisatie
import Publicatie
import Vertrouwenspersonen
import Zaken

/// A ledger of a municipality on disk, with keys for whoever signs, filled without the program.
final class Town {
  static let plugins: [any Plugin] = [
    OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin(), VertrouwenspersonenPlugin(), PublicatiePlugin(),
    NevenfunctiesPlugin(), ZakenPlugin(), InspectiePlugin(),
  ]
  /// How many events are appended at once.
  static let batch = 256

  let place: Place
  let name: String
  let directory: LedgerDirectory
  let drafting: Drafting
  let clock: BenchClock
  private let random = SystemRandom()
  private let logKey: NoteSigner
  private let roles: [Rol]
  private var keys: [Rol: UnlockedKey] = [:]

  /// Founds a ledger in the folder of a run; its keys lie where the program looks for them.
  init(_ name: String, in place: Place, founded day: CalendarDate, roles: [Rol] = Mix.roles) throws {
    self.place = place
    self.roles = roles
    self.name = name
    place.clear(name)
    directory = LedgerDirectory(place.root.appendingPathComponent(name), cache: place.views)
    drafting = Drafting(catalog: Catalog(Self.plugins))
    clock = BenchClock(try Instant("\(day)T10:00:00Z"))
    logKey = try NoteSigner(name: Place.origin, key: .generate(random))
    try makeKeys()
    try found()
  }

  /// The name of a role's key file.
  static func keyName(_ role: Rol) -> String { role.rawValue.lowercased() }

  /// Where the program finds this ledger's keys and remembers its checkpoints.
  var variables: [String: String] {
    ["XDG_CONFIG_HOME": place.path("\(name).config"), "XDG_STATE_HOME": place.path("\(name).state")]
  }

  /// The keys as the program finds them.
  var keyStore: KeyStore { KeyStore(environment: variables) }

  private func makeKeys() throws {
    place.clear("\(name).config")
    place.clear("\(name).state")
    let store = keyStore
    for role in [.secretariaat] + roles {
      let key = try KeyPair.generate(random)
      keys[role] = key.unlocked
      try store.add(
        KeyFile(
          key, rol: role, passphrase: SecretBytes(Array(Place.passphrase.utf8)), random: random),
        named: Self.keyName(role))
    }
  }

  private func key(_ role: Rol) throws -> UnlockedKey {
    guard let key = keys[role] else { throw UnknownEvent(description: "no key for \(role)") }
    return key
  }

  private func found() throws {
    let first = try key(.secretariaat)
    try directory.create { stores in
      let book = book(stores)
      let organisation = try book.newOrganisationKey(for: keys.values.map(\.box.publicKey))
      let opened = Founding.draft(
        book, organisatie: "Gemeente Voorbeeld", logKey: logKey.verifier, organisationKey: organisation.key,
        key: first, rol: .secretariaat)
      let registered = try roles.map { role in
        let key = try key(role)
        return Registration.draft(book, signing: key.signing.verifyingKey, box: key.box.publicKey, rol: role)
      }
      try PrivateFile.create(
        directory.logKey.path, logKey.privateForm.withBytes { $0 + [UInt8(ascii: "\n")] })
      _ = try book.append(
        [opened] + registered, signedBy: first, log: logKey, AppendOptions(wrappedKeys: organisation.wrapped))
    }
  }

  private func book(_ stores: Stores) -> Grootboek {
    let directory = directory
    return Grootboek(
      stores: LedgerStores(
        log: stores.log, vault: stores.vault, views: stores.views, documents: stores.documents,
        scratch: { try directory.scratchTables() }),
      catalog: drafting.catalog, origin: Place.origin, clock: clock, random: random)
  }

  /// How many events the ledger has.
  func size() throws -> Int { try directory.read { Int(try $0.log.size()) } }

  /// How many checkpoints were signed.
  func checkpoints() throws -> Int {
    try directory.read { stores in
      var (count, after) = (0, UInt64(0))
      while true {
        let page = try stores.log.checkpoints(after: after, limit: 1000)
        count += page.count
        guard let last = page.last, page.count == 1000 else { return count }
        after = last.size
      }
    }
  }

  /// Lends the ledger for writing.
  func write<T>(_ body: (Grootboek) throws -> T) throws -> T { try directory.write { try body(book($0)) } }

  /// Appends drafts in batches, and tells of each what it took and what it had to do.
  func append(
    _ drafts: [EventDraft], als role: Rol, to book: Grootboek, batch: Int = Town.batch,
    _ told: (Double, Work) -> Void = { _, _ in }
  ) throws -> [RecordedEvent] {
    let key = try key(role)
    var recorded: [RecordedEvent] = []
    for start in stride(from: 0, to: drafts.count, by: batch) {
      let part = drafts[start..<min(start + batch, drafts.count)]
      var appended: [RecordedEvent] = []
      let seconds = try Stopwatch.measure {
        appended = try book.append(Array(part), signedBy: key, log: logKey).events
      }
      let documents = part.compactMap { drafting.takeDocument(of: $0) }
      told(seconds, Work(part, appended, documents: documents))
      recorded += appended
    }
    return recorded
  }

  /// Opens as many cases, each for one role alone.
  func openCases(_ count: Int, als role: Rol, over: String, op day: CalendarDate) throws {
    let key = try key(role)
    let fields = [
      "indiener": ["werkzaam"], "vorm": ["email"], "beklaagde": ["P. Verzonnen"], "gedraging": ["Iets onaardigs"],
    ]
    try write { book in
      for _ in 0..<count {
        let (draft, signer) = try book.read(as: .member(key.ring)) { reading in
          try Zaakopener(book: book, reading: reading, key: key).open("P-01", over: over, fields, op: day)
        }
        _ = try book.append([draft], signedBy: UnlockedKey(signing: signer, box: key.box), log: logKey)
      }
    }
  }

  /// A copy of the ledger for commands that append: the program's clock is today's, that of a generated ledger is not.
  func copy() throws -> Opened {
    let copy = "kopie-" + name
    for name in [copy, copy + ".state"] { place.clear(name) }
    try FileManager.default.copyItem(at: directory.url, to: place.root.appendingPathComponent(copy))
    var variables = variables
    variables["XDG_STATE_HOME"] = place.path(copy + ".state")
    // With its views, as whoever uses it daily has them.
    let views = try LedgerDirectory(place.root.appendingPathComponent(copy), cache: place.views).viewPlace().file
    try? FileManager.default.removeItem(at: views)
    try FileManager.default.copyItem(at: directory.viewPlace().file, to: views)
    return Opened(path: place.path(copy), variables: variables)
  }

  /// The ledger as a command opens it.
  var opened: Opened { Opened(path: directory.url.path, variables: variables) }
}

/// A ledger as a command opens it.
struct Opened {
  let path: String
  let variables: [String: String]
}
