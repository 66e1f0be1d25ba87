import Governance
import LedgerCrypto

/// Opens one key file with what its holder gives: a source that was set, or the person at the terminal.
struct KeyOpening: Sendable {
  let program: Program
  let key: StoredKey
  let options: KeyOptions

  /// How often a person may try.
  private static let tries = 3

  /// A passphrase that is not this key's.
  struct Wrong: Error {
    let failure: Failure
  }

  /// Whether a passphrase comes from somewhere else than the person at the terminal.
  var isUnattended: Bool { get throws { try source != .prompt } }

  private var source: Passphrase {
    get throws { try Passphrase.choose(options, for: key.name, program.environment) }
  }

  /// The key, asked from the person when no source was set, or when it holds the passphrase of another key.
  /// - Throws: `Failure`.
  func pair() throws -> KeyPair {
    if try isUnattended {
      do { return try unattended() } catch let wrong as Wrong {
        guard program.terminal.isInteractive else { throw wrong.failure }
        program.terminal.warn(wrong.failure.message)
      }
    }
    return try asked()
  }

  /// The key, by the passphrase that a source gives.
  /// - Throws: `Wrong` when that is another's; `Failure` when the source gives none.
  func unattended() throws -> KeyPair {
    let source = try source
    let passphrase = try source.read(.opening, of: subject, language: program.language)
    do { return try key.file.unlock(passphrase) } catch CryptoError.doesNotOpen { throw Wrong(failure: wrong(source)) }
  }

  private func asked() throws -> KeyPair {
    for attempt in 1...Self.tries {
      let passphrase: SecretBytes
      do { passphrase = try Passphrase.prompt.read(.opening, of: subject, language: program.language) } catch let
        failure
        as Failure where failure == PassphraseFailure.noTerminal && !program.asksPassphrase
      { throw PassphraseFailure.notUnlocked }
      do { return try key.file.unlock(passphrase) } catch CryptoError.doesNotOpen {
        if attempt < Self.tries { program.terminal.warn(wrong(.prompt).message) }
      }
    }
    throw wrong(.prompt)
  }

  private var subject: Text { Text(nl: "sleutel \(key.name)", en: "key \(key.name)") }

  private func wrong(_ source: Passphrase) -> Failure {
    let origin = source.origin.map { Text(nl: " (uit \($0))", en: " (from \($0))") } ?? Text("")
    return Failure(
      .notPermitted,
      Text(
        nl: "het wachtwoord van sleutel «\(key.name)» klopt niet", en: "the passphrase of key “\(key.name)” is wrong")
        + origin,
      remedy: Text(
        nl: "wie het vergat, laat een nieuwe sleutel maken en deze vervangen: waarborg key replace OUD NIEUW",
        en: "who forgot it has a new key made and this one replaced: waarborg key replace OLD NEW"))
  }
}
