import Governance
import LedgerCrypto

extension Program {
  /// The process that keeps this person's keys open, when there is one.
  public var agent: KeyAgent { KeyAgent(environment: environment) }

  /// Opens the key that was named; nil when none was. Who wants a key typed for is asked for its passphrase, unless it is kept open.
  public func unlock(_ options: KeyOptions) throws -> (name: String, key: UnlockedKey)? {
    guard let name = keyName(options) else { return nil }
    let opening = KeyOpening(program: self, key: try keys.stored(name), options: options)
    if let held = try held(opening, ask: { try opening.pair() }) { return (name, held) }
    return (name, try opening.pair().unlocked)
  }

  /// The key that must be named, open.
  public func signer(_ options: KeyOptions) throws -> (name: String, key: UnlockedKey) {
    if let key = try unlock(options) { return key }
    throw Failure(
      .usage,
      Text(
        nl: "met welke sleutel? Geef --als SLEUTEL of zet WAARBORG_SLEUTEL",
        en: "with which key? Give --als KEY or set WAARBORG_SLEUTEL"))
  }

  /// The key to read with, when it opens without asking; who typed `--als` is asked.
  ///
  /// Nil also means that a key was named and stays closed: what it could open is then shown as sealed, which `tellClosed`
  /// says.
  public func reader(_ options: KeyOptions) throws -> UnlockedKey? {
    if options.als != nil { return try unlock(options)?.key }
    guard let name = keyName(options) else { return nil }
    let opening = KeyOpening(program: self, key: try keys.stored(name), options: options)
    let closed = Failure(
      .io, Text(nl: "lees opnieuw, met --als \(name)", en: "read again, with --als \(name)"))
    if let held = try held(opening, ask: { throw closed }) { return held }
    guard try opening.isUnattended else { return nil }
    do { return try opening.unattended().unlocked } catch let wrong as KeyOpening.Wrong {
      terminal.warnOnce(wrong.failure.message)
      return nil
    }
  }

  /// Says that a key was named and stays closed, and how to see more.
  public func tellClosed(_ options: KeyOptions) {
    guard let name = keyName(options) else { return }
    terminal.noteOnce(
      Text(
        nl:
          "gelezen zonder sleutel «\(name)», die niet ontgrendeld is; meer is te zien na waarborg ontgrendel, of met --als \(name)",
        en:
          "read without key “\(name)”, which is not unlocked; there is more to see after waarborg ontgrendel, or with --als \(name)"
      ))
  }

  private func keyName(_ options: KeyOptions) -> String? { options.als ?? environment["WAARBORG_SLEUTEL"] }

  /// The key as another process keeps it open; nil when none does, when a passphrase was pointed at, or when the command wants
  /// the person.
  private func held(_ opening: KeyOpening, ask: @escaping @Sendable () throws -> KeyPair) throws -> UnlockedKey? {
    guard !asksPassphrase, opening.options.wachtwoordBestand == nil, opening.options.wachtwoordFd == nil else {
      return nil
    }
    let (agent, key, terminal) = (agent, opening.key, terminal)
    do {
      switch try agent.state(of: key) {
      case .open:
        return BorrowedKey(key, by: agent) { reason in
          terminal.warn(
            reason
              + Text(
                nl: ": de sleutel «\(key.name)» moet nu zelf open", en: ": key “\(key.name)” has to be opened here"))
          return try ask()
        }.unlocked
      case .changed:
        terminal.warn(
          Text(
            nl:
              "het bestand van sleutel «\(key.name)» is veranderd sinds zij werd ontgrendeld; zij is weer vergrendeld",
            en: "the file of key “\(key.name)” has changed since it was unlocked; it is locked again"))
        return nil
      case .closed: return nil
      }
    } catch let problem as AgentProblem {
      terminal.warnOnce(
        Text(nl: "ontgrendelde sleutels worden niet gebruikt: ", en: "unlocked keys are not used: ") + problem.text)
      return nil
    }
  }
}
