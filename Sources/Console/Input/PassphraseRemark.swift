import Governance
import LedgerCrypto

/// What there is to say of a new passphrase that is easily guessed: it is not refused, for who chooses it may have a reason.
enum PassphraseRemark {
  /// Shorter ones are guessed by who has the file, also against Argon2id.
  static let fewest = 12

  /// A few that everyone tries first; a list of thousands would only make a longer program.
  private static let common: Set<String> = [
    "geheim", "wachtwoord", "wachtwoord1", "welkom", "welkom01", "welkom123", "password", "passphrase", "waarborg",
    "gemeente",
    "qwerty", "qwertyuiop", "123456", "12345678", "123456789", "1234567890", "admin", "letmein", "hallo", "test",
  ]

  /// The remark; nil when there is nothing to say.
  /// - Parameter name: What the key is called.
  static func remark(on passphrase: SecretBytes, of name: String) -> Text? {
    let (isCommon, length) = passphrase.withBytes { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      // As it would be guessed: capitals, spaces and a few digits or marks at the end make no difference.
      let plain = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
      let stem = String(plain.reversed().drop { $0.isNumber }.reversed())
      let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
      let guesses = common.union([key])
      return (guesses.contains(plain) || guesses.contains(stem), text.count)
    }
    let remedy = Text(
      nl: "; vier willekeurige woorden zijn beter: waarborg key wachtwoord \(name)",
      en: "; four random words are better: waarborg key wachtwoord \(name)")
    if isCommon {
      return Text(
        nl: "dit wachtwoord is een van de eerste die worden geprobeerd",
        en: "this passphrase is one of the first to be tried")
        + remedy
    }
    guard length < fewest else { return nil }
    return Text(
      nl: "dit wachtwoord is kort: minder dan \(fewest) tekens",
      en: "this passphrase is short: fewer than \(fewest) characters")
      + remedy
  }
}

extension Program {
  /// A passphrase to protect a key with, and a word when it is easily guessed.
  public func newPassphrase(for name: String, from source: Passphrase) throws -> SecretBytes {
    let passphrase = try source.read(
      .creating, of: Text(nl: "sleutel \(name)", en: "key \(name)"), language: language)
    if let remark = PassphraseRemark.remark(on: passphrase, of: name) { terminal.warn(remark) }
    return passphrase
  }
}
