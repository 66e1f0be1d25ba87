import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

@testable import Beleid

/// What the public site shows of the rules of a test ledger.
struct Regelingensite {
  let subject: PublishedSubject
  /// Each page in its frame.
  let pages: [(page: Page, html: String)]
  let files: [SiteFile]

  static let settings = SiteSettings(
    organisatie: "Gemeente Voorbeeld", origin: "ledger.gemeente.example", address: "https://gemeente.example/register",
    contact: "integriteit@gemeente.example", securityContact: "mailto:veilig@gemeente.example", robots: .toestaan,
    licence: "https://creativecommons.org/publicdomain/zero/1.0/")

  /// - Throws: When nothing is published.
  init(_ boek: Proefboek, op day: String = Proefboek.founded) throws {
    let made = try boek.read { reading in
      let subject = try #require(try Self.publish(reading, day))
      return try Self.made(subject, day, reading)
    }
    self = made
  }

  private init(subject: PublishedSubject, pages: [(page: Page, html: String)], files: [SiteFile]) {
    (self.subject, self.pages, self.files) = (subject, pages, files)
  }

  static func publish(_ reading: Reading, _ day: String = Proefboek.founded) throws -> PublishedSubject? {
    try BeleidPlugin().publish(
      PublicationRequest(
        views: reading.views, filter: reading.filter, settings: settings, day: try CalendarDate(day)))
  }

  /// Texts are opened while the views are lent, so everything is made at once.
  private static func made(_ subject: PublishedSubject, _ day: String, _ reading: Reading) throws -> Regelingensite {
    let frame = Frame(
      settings: settings, day: try CalendarDate(day), size: 12, root: SHA256.hash("wortel"), subjects: [subject])
    let layout = try Layout()
    let pages = try subject.pages.all(reading: reading.filter).map { page in
      (page, String(decoding: try layout.render(page, frame: frame), as: UTF8.self))
    }
    var files: [SiteFile] = []
    try subject.files.forEach(reading: reading.filter) { files.append($0) }
    return Regelingensite(subject: subject, pages: pages, files: files)
  }

  /// What a page says, without its frame; nil when there is none at this address.
  subscript(path: String) -> String? {
    pages.first { $0.page.path == path }.map { $0.page.opening + $0.page.html + $0.page.rail }
  }

  /// Everything that leaves, as text: pages, files, data, changes and what can be found.
  var alles: String {
    let rows = subject.dataset.rows.flatMap { $0.map(\.text) }
    let changes = (subject.changes ?? []).map(\.title) + subject.findable.map { "\($0)" }
    let overview = subject.overview.html + subject.overview.news.map(\.html).joined()
    return pages.map { $0.html + $0.page.path }.joined() + rows.joined(separator: "\n")
      + changes.joined(separator: "\n")
      + overview + files.map { $0.path + String(decoding: $0.bytes, as: UTF8.self) }.joined() + "\(subject.checked)"
  }

  /// The values of one column.
  func kolom(_ name: String) throws -> [JSON] {
    let index = try #require(subject.dataset.columns.firstIndex { $0.name == name })
    return subject.dataset.rows.map { $0[index] }
  }
}

extension Proefregeling {
  /// A version that needs no consent, drafted, adopted and in force.
  func geldt(_ text: String, op: String = Proefboek.founded, eerste: Bool = true) throws {
    try ontwerp(text, op: op, eerste: eerste, plicht: .nietVereist)
    try stelVast(text, op: op)
    try leg(RegelingInWerkingGetreden.self, text, op: op, als: .college)
  }

  @discardableResult
  func maakOpenbaar(_ text: String, als role: Rol = .secretariaat) throws -> RecordedEvent {
    try leg(RegelingstekstOpenbaargemaakt.self, text, als: role)
  }
}
