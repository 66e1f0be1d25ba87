import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Synchronization

/// The program over a test ledger, without starting one: what a person types, and what it writes.
public struct Proefprogramma {
  private let root: any ParsableCommand.Type
  private let output: Recorder
  private let messages: Recorder
  private let program: Program

  /// Locks the keys of some roles in files as `waarborg key new` does, each under the name of its role.
  /// - Parameter root: The command whose subcommands are typed.
  public init(_ root: any ParsableCommand.Type, over boek: Proefboek, keys: [Rol]) throws {
    let place = boek.directory.url.deletingLastPathComponent()
    let passphrase = Array("een lang wachtwoord".utf8)
    let file = place.appendingPathComponent("wachtwoord").path
    if !FileManager.default.fileExists(atPath: file) {
      try PrivateFile.create(file, passphrase)
      try PrivateFile.create(
        boek.directory.logKey.path, boek.logKey.privateForm.withBytes { $0 + [UInt8(ascii: "\n")] })
    }
    let environment = [
      "WAARBORG_LEDGER": boek.directory.url.path, "XDG_CONFIG_HOME": place.path, "XDG_STATE_HOME": place.path,
      "XDG_CACHE_HOME": place.path, "WAARBORG_KLOKSPRONG": "1000000",
      "WAARBORG_WACHTWOORD_BESTAND": file,
    ]
    let (output, messages) = (Recorder(), Recorder())
    program = Program(
      catalog: boek.catalog,
      terminal: Terminal(
        language: .dutch, output: Terminal.Channel { text in output.add(text) },
        messages: Terminal.Channel { text in messages.add(text) }, width: 200),
      language: .dutch, environment: environment, clock: boek.clock, random: boek.random, version: "test")
    for rol in keys where !program.keys.names().contains(rol.rawValue) {
      try program.keys.add(
        KeyFile(boek.pair(rol), rol: rol, passphrase: SecretBytes(passphrase), random: boek.random),
        named: rol.rawValue)
    }
    (self.root, self.output, self.messages) = (root, output, messages)
  }

  /// Runs a command, its words separated by spaces, and returns what it wrote to standard output.
  @discardableResult
  public func typ(_ words: String) throws -> String { try typ(words.split(separator: " ").map(String.init)) }

  /// Runs a command and returns what it wrote to standard output.
  @discardableResult
  public func typ(_ words: [String]) throws -> String {
    output.clear()
    messages.clear()
    let command = try root.parseAsRoot(words)
    guard let command = command as? any ProgramCommand else {
      throw Failure(.usage, Text("no command: \(words.joined(separator: " "))"))
    }
    try command.run(program)
    return output.written
  }

  /// What the last command said beside that.
  public var gezegd: String { messages.written }

  /// Keeps what the program writes.
  private final class Recorder: Sendable {
    private let text = Mutex("")

    var written: String { text.withLock { $0 } }
    func add(_ more: String) { text.withLock { $0 += more } }
    func clear() { text.withLock { $0 = "" } }
  }
}
