import Foundation
import TestBench
import Testing

/// The ledger on one machine and a signer on another: nothing is shared but what is carried from the one to the other.
struct Elders {
  /// Where the ledger is.
  let here: Bench
  /// Where a key is, and no ledger.
  let there: Bench

  /// A ledger of which one key has moved to another machine.
  init(_ key: String, from ledger: Bench? = nil) throws {
    here = try ledger ?? .founded()
    there = try Bench()
    let file = there.keyFile(key)
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: file).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: here.keyFile(key), toPath: file)
  }

  /// Carries a file by its name.
  func send(_ name: String, from: Bench, to: Bench, as other: String? = nil) throws {
    try FileManager.default.copyItem(atPath: from.path(name), toPath: to.path(other ?? name))
  }

  /// Writes a concept on the ledger's machine and carries it to the signer's.
  @discardableResult
  func concept(_ command: String, als rol: String, in name: String = "concept.json") throws -> Outcome {
    let outcome = try here.run(
      command.split(separator: " ").map(String.init) + [
        "--ledger", here.ledger, "--als", rol, "--concept", here.path(name),
      ], environment: ["WAARBORG_SLEUTEL": "secretariaat"])
    if outcome.exitCode == 0 { try send(name, from: here, to: there) }
    return outcome
  }

  /// Signs on the signer's machine and carries the answer back.
  @discardableResult
  func sign(_ name: String = "concept.json", answer: String = "antwoord.json") throws -> Outcome {
    let outcome = try there.run(["onderteken", there.path(name), "--uit", there.path(answer), "--yes"])
    if outcome.exitCode == 0 { try send(answer, from: there, to: here) }
    return outcome
  }

  /// Takes an answer up in the ledger and carries the receipt to the signer.
  @discardableResult
  func takeUp(
    _ answer: String = "antwoord.json", receipt: String? = nil, in ledger: String? = nil
  ) throws -> Outcome {
    let outcome = try here.run(
      ["neem-op", here.path(answer), "--ledger", ledger ?? here.ledger, "--als", "secretariaat"]
        + (receipt.map { ["--ontvangst", here.path($0)] } ?? []))
    if outcome.exitCode == 0, let receipt { try send(receipt, from: here, to: there) }
    return outcome
  }
}

extension Bench {
  /// A ledger with a code of conduct for which the works council was asked.
  static func instemmingGevraagd(op day: String? = nil) throws -> Bench {
    let bench = try founded()
    let text = try bench.write("# Gedragscode\nWij zijn eerlijk.\n", to: "code.md")
    try bench.type(
      "beleid ontwerp \(text) --kenmerk gc --titel Gedragscode --soort gedragscode --instemming vereist --wor d",
      als: "secretariaat"
    ).orThrow()
    let asked = "instemming vraag gc --beweegredenen Oud --gevolgen Nieuw"
    try bench.type(asked + (day.map { " --op \($0)" } ?? ""), als: "college").orThrow()
    return bench
  }
}
