import ArgumentParser
import Console
import Foundation
import Governance
import Instemming
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie
import Proefboek
import Synchronization
import Testing

@testable import Beleid
@testable import Zaken

/// A ledger with a rule to adopt procedures for, and the program over it.
struct Procedureboek {
  let boek: Proefboek
  let regeling: StreamID
  let output = Recorder()
  let messages = Recorder()
  private let program: Program

  static let tekst = Document(bytes: Array("De gedragscode.".utf8), mediaType: "text/plain")

  init() throws {
    boek = try Proefboek(
      [OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin(), ZakenPlugin()], roles: [.college, .ondernemingsraad],
      origin: "test.example/zaken")
    regeling = boek.stream("Regeling")
    let place = boek.directory.url.deletingLastPathComponent()
    let passphrase = Array("een lang wachtwoord".utf8)
    try PrivateFile.create(place.appendingPathComponent("wachtwoord").path, passphrase)
    try PrivateFile.create(boek.directory.logKey.path, boek.logKey.privateForm.withBytes { $0 + [UInt8(ascii: "\n")] })
    let environment = [
      "WAARBORG_LEDGER": boek.directory.url.path, "XDG_CONFIG_HOME": place.path, "XDG_STATE_HOME": place.path,
      "XDG_CACHE_HOME": place.path, "WAARBORG_KLOKSPRONG": "1000000",
      "WAARBORG_WACHTWOORD_BESTAND": place.appendingPathComponent("wachtwoord").path,
    ]
    let (out, notes) = (output, messages)
    program = Program(
      catalog: boek.catalog,
      terminal: Terminal(
        language: .dutch, output: Terminal.Channel { text in out.add(text) },
        messages: Terminal.Channel { text in notes.add(text) }, width: 200),
      language: .dutch, environment: environment, clock: boek.clock, random: boek.random, version: "test")
    for role in [Rol.college, .secretariaat] {
      try program.keys.add(
        KeyFile(boek.pair(role), rol: role, passphrase: SecretBytes(passphrase), random: boek.random),
        named: role.rawValue)
    }
    for type in [RegelingOntworpen.type, RegelingVastgesteld.type] {
      var draft = EventDraft(type, stream: regeling, effective: try ImpreciseDate("2024-05-23"))
      draft[RegelingOntworpen.versie] = Self.tekst.digest
      draft[HistoricalFact.historisch] = true
      draft[HistoricalFact.bron] = "Gemeenteblad"
      if type.name == RegelingOntworpen.type.name {
        draft[RegelingOntworpen.kenmerk] = "gedragscode"
        draft[RegelingOntworpen.titel] = "Gedragscode"
        draft[RegelingOntworpen.soort] = .gedragscode
        draft[RegelingOntworpen.instemming] = .onbekend
      } else {
        draft.attach(Self.tekst, as: RegelingVastgesteld.tekst)
      }
      try boek.append(draft, als: .secretariaat)
    }
  }

  /// Runs `waarborg procedure …` and returns what it wrote to standard output.
  @discardableResult
  func procedure(_ arguments: String...) throws -> String {
    output.clear()
    messages.clear()
    let command = try ProcedureCommand.parseAsRoot(arguments)
    guard let command = command as? any ProgramCommand else { throw Failure(.usage, Text("no command: \(arguments)")) }
    try command.run(program)
    return output.written
  }

  /// A file beside the ledger: a procedure of the tests under another version.
  func bestand(_ name: String, versie: String = "proef", _ change: (String) -> String = { $0 }) throws -> String {
    let text = String(decoding: try Proefprocedure.bytes(name), as: UTF8.self)
      .replacing("versie: \"proef\"", with: "versie: \"\(versie)\"")
    let url = boek.directory.url.deletingLastPathComponent().appendingPathComponent("\(name)-\(versie).yaml")
    try Data(change(text).utf8).write(to: url)
    return url.path
  }

  /// Adopts a file as the college.
  func stelVast(_ path: String, op day: String, als role: String = "college") throws {
    try procedure("stel-vast", path, "--regeling", "gedragscode", "--op", day, "--als", role)
  }

  /// Withdraws the rule that the procedures belong to, with another version in its place or without.
  @discardableResult
  func trekRegelingIn(op day: String, door opvolger: Document? = nil) throws -> RecordedEvent {
    if let opvolger {
      var draft = EventDraft(RegelingOntworpen.self, stream: regeling, effective: ImpreciseDate(boek.clock.now.date))
      draft[RegelingOntworpen.versie] = opvolger.digest
      draft[RegelingOntworpen.instemming] = .onbekend
      draft.attach(opvolger, as: RegelingOntworpen.concept)
      try boek.append(draft, als: .secretariaat)
    }
    var draft = EventDraft(RegelingIngetrokken.self, stream: regeling, effective: try ImpreciseDate(day))
    draft[RegelingIngetrokken.versie] = Self.tekst.digest
    draft[RegelingIngetrokken.vervangenDoorVersie] = opvolger?.digest
    draft[GenomenZonderInstemming.veld] = true
    return try boek.append(draft, als: .college)
  }

  /// Which version of a procedure is in force on a day.
  func geldend(_ id: String, op day: String) throws -> String? {
    let day = try CalendarDate(day)
    return try boek.read { try Procedureversie.geldend(id, op: day, $0.views)?.versie }
  }
}

/// Keeps what the program writes.
final class Recorder: Sendable {
  private let text = Mutex("")

  var written: String { text.withLock { $0 } }
  func add(_ more: String) { text.withLock { $0 += more } }
  func clear() { text.withLock { $0 = "" } }
}
