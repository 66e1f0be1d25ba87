import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Publication

@testable import Organisatie
@testable import Publicatie

/// A plugin that publishes two rows about a function and its holder, of which one value is sealed for the organisation.
struct ProefOnderwerp: Plugin, PublishingPlugin {
  var name: String { "Proef" }
  var events: [EventType] { [] }
  var rules: [Rule] { [] }
  var projections: [any Projection] { [] }
  /// Changes what is published, as another history would.
  var extraPage: Page?

  func publish(_ request: PublicationRequest) throws -> PublishedSubject? {
    var pages = [
      Page(
        path: "/proeven/", title: "Proeven", summary: "Alle proeven.", trail: [],
        html: "<h1>Proeven op \(request.day.text.nl)</h1><p><a href=\"/proeven/een/\">Een</a></p>"),
      Page(
        path: "/proeven/een/", title: "Een", summary: "De eerste proef.", trail: [.init("Proeven", "/proeven/")],
        html: "<h1>Een</h1>"),
    ]
    if let extraPage { pages.append(extraPage) }
    let columns: [Dataset.Column] = [
      .init("functie", heading: "Functie", meaning: "De functie.", .text, isRequired: true),
      .init("pagina", heading: "Pagina", meaning: "De pagina.", .path),
    ]
    return PublishedSubject(
      slug: "proeven", title: "Proeven", summary: "Wat is beproefd.", legalBase: "Geen.", responsible: "Niemand.",
      pages: pages,
      dataset: Dataset(
        description: "De proeven.", keywords: ["proef"], columns: columns,
        rows: [["Griffier", "/proeven/een/"], ["=1+1", .null]]),
      changes: [], checked: [], policy: [])
  }
}

/// A real ledger in a temporary directory with a key for each role that a test needs.
final class Proefboek {
  static let roles: [Rol] = [.secretariaat, .algemeenDirecteur, .griffier, .college, .ondernemingsraad, .beheerder]
  static let founded = "2026-11-21"
  static let origin = "test.example/publicatie"

  let directory: LedgerDirectory
  let logKey: NoteSigner
  let clock = ProefKlok()
  private(set) var keys: [Rol: UnlockedKey] = [:]
  private let random = RepeatableRandom(seed: "publicatie")
  var onderwerp = ProefOnderwerp()

  init() throws {
    directory = LedgerDirectory(
      FileManager.default.temporaryDirectory.appendingPathComponent("publicatie-\(UUID().uuidString)"))
    logKey = try NoteSigner(name: Self.origin, key: .generate(random))
    for role in Self.roles { keys[role] = try .generate(random) }
    try directory.create { try found(book($0)) }
  }

  deinit { try? FileManager.default.removeItem(at: directory.url) }

  private func found(_ book: Grootboek) throws {
    let first = try key(.secretariaat)
    let organisation = try book.newOrganisationKey(for: Self.roles.map { try key($0).box.publicKey })
    var opened = EventDraft(
      GrootboekGeopend.self, stream: book.newStream("Grootboek"), effective: ImpreciseDate(book.today))
    opened[GrootboekGeopend.organisatie] = "Gemeente Voorbeeld"
    opened[GrootboekGeopend.logsleutel] = logKey.verifier.vkey
    opened[GrootboekGeopend.organisatiesleutel] = organisation.key
    opened[GrootboekGeopend.sleutel] = first.signing.verifyingKey
    opened[GrootboekGeopend.verzegelsleutel] = first.box.publicKey
    opened[GrootboekGeopend.rol] = .secretariaat
    var drafts = [opened]
    for role in Self.roles.dropFirst() {
      var draft = EventDraft(
        SleutelGeregistreerd.self, stream: book.newStream("Sleutel"), effective: ImpreciseDate(book.today))
      draft[SleutelGeregistreerd.sleutel] = try key(role).signing.verifyingKey
      draft[SleutelGeregistreerd.verzegelsleutel] = try key(role).box.publicKey
      draft[SleutelGeregistreerd.rol] = role
      drafts.append(draft)
    }
    _ = try book.append(drafts, signedBy: first, log: logKey, AppendOptions(wrappedKeys: organisation.wrapped))
  }

  func key(_ role: Rol) throws -> UnlockedKey {
    guard let key = keys[role] else { throw Failure(.notFound, Text("no key for \(role)")) }
    return key
  }

  var catalog: Catalog { Catalog([OrganisatiePlugin(), PublicatiePlugin(), onderwerp]) }

  func book(_ stores: Stores) -> Grootboek {
    Grootboek(
      stores: LedgerStores(
        log: stores.log, vault: stores.vault, views: stores.views, documents: stores.documents,
        scratch: { [directory] in try directory.scratchTables() }),
      catalog: catalog, origin: Self.origin, clock: clock, random: random)
  }

  @discardableResult
  func append(_ draft: EventDraft, als role: Rol = .secretariaat) throws -> RecordedEvent {
    let appended = try directory.write { stores in
      try book(stores).append([draft], signedBy: try key(role), log: logKey)
    }
    guard let event = appended.events.first else { throw Failure(.io, Text("nothing was appended")) }
    return event
  }

  func read<T>(_ body: (Reading) throws -> T) throws -> T { try directory.read { try book($0).read(body) } }

  func site(_ day: String = Proefboek.founded) throws -> (site: Site, source: SiteSource) {
    try directory.read { try SiteMaker(book: book($0)).site(about: try CalendarDate(day)) }
  }

  func verify() throws -> VerificationReport {
    try directory.read { try book($0).verify(VerificationOptions()) }
  }
}

/// A clock that a test sets.
final class ProefKlok: Clock, @unchecked Sendable {
  // Unchecked: each test has its own and runs on one thread.
  var moment = "\(Proefboek.founded)T10:00:00Z"
  var now: Instant { (try? Instant(moment)) ?? .last }
}
