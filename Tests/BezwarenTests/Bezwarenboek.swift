import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie
import Proefboek
import Synchronization

@testable import Bezwaren

/// A ledger with the example's plugin, and the program over it.
struct Bezwarenboek {
  let boek: Proefboek
  let output = Recorder()
  private let program: Program

  /// Founds a ledger, and locks the key of the college in a file as `waarborg key new` does.
  init() throws {
    boek = try Proefboek([OrganisatiePlugin(), BezwarenPlugin()], roles: [.college], origin: "test.example/bezwaren")
    let place = boek.directory.url.deletingLastPathComponent()
    let passphrase = Array("een lang wachtwoord".utf8)
    try PrivateFile.create(place.appendingPathComponent("wachtwoord").path, passphrase)
    try PrivateFile.create(boek.directory.logKey.path, boek.logKey.privateForm.withBytes { $0 + [UInt8(ascii: "\n")] })
    let environment = [
      "WAARBORG_LEDGER": boek.directory.url.path, "XDG_CONFIG_HOME": place.path, "XDG_STATE_HOME": place.path,
      "WAARBORG_WACHTWOORD_BESTAND": place.appendingPathComponent("wachtwoord").path,
    ]
    let (recorder, silent) = (output, Terminal.Channel { _ in })
    program = Program(
      catalog: boek.catalog,
      terminal: Terminal(
        language: .dutch, output: Terminal.Channel { text in recorder.add(text) }, messages: silent, width: 200),
      language: .dutch, environment: environment, clock: boek.clock, random: boek.random, version: "test")
    try program.keys.add(
      KeyFile(boek.key(.college), rol: .college, passphrase: SecretBytes(passphrase), random: boek.random),
      named: "college")
  }

  /// Runs `waarborg bezwaar …` and returns what it wrote to standard output.
  @discardableResult
  func bezwaar(_ arguments: String) throws -> String {
    output.clear()
    let command = try BezwaarCommand.parseAsRoot(arguments.split(separator: " ").map(String.init))
    guard let command = command as? any ProgramCommand else { throw Failure(.usage, Text("no command: \(arguments)")) }
    try command.run(program)
    return output.written
  }
}

/// Keeps what the program writes.
final class Recorder: Sendable {
  private let text = Mutex("")

  var written: String { text.withLock { $0 } }
  func add(_ more: String) { text.withLock { $0 += more } }
  func clear() { text.withLock { $0 = "" } }
}
