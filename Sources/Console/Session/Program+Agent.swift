import Governance
import Ledger
import LedgerCrypto

/// For how long a key stays open.
public struct OpenTime: Sendable, Equatable {
  /// In seconds.
  public let seconds: UInt32

  /// A working day.
  public static let usual = OpenTime(seconds: 8 * 3600)

  private init(seconds: UInt32) { self.seconds = seconds }

  /// Reads a number of hours or minutes, as in `8u` and `30m`.
  /// - Throws: `Failure` for anything else, and for more than a day.
  public init(_ text: String) throws {
    let factors: [Character: UInt32] = ["u": 3600, "h": 3600, "m": 60]
    let problem = Failure(
      .badInput,
      Text(
        nl: "--voor: «\(text.safe())» is geen tijd van 1 minuut tot en met 24 uur",
        en: "--voor: “\(text.safe())” is no time from 1 minute to 24 hours"),
      remedy: Text(nl: "bijvoorbeeld --voor 8u of --voor 30m", en: "for example --voor 8u or --voor 30m"))
    guard let factor = text.last.flatMap({ factors[$0] }), text.dropLast().allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = UInt32(text.dropLast()), (1...(HeldKeys.longest / factor)).contains(number)
    else { throw problem }
    seconds = number * factor
  }

  /// In words.
  public var text: Text { Self.text(seconds) }

  /// So many seconds in hours and minutes, rounded down.
  static func text(_ seconds: UInt32) -> Text {
    let (hours, minutes) = (seconds / 3600, seconds % 3600 / 60)
    let nl = [
      hours > 0 ? "\(hours) uur" : nil, minutes > 0 ? "\(minutes) \(minutes == 1 ? "minuut" : "minuten")" : nil,
    ].compactMap(\.self)
    let en = [
      hours > 0 ? "\(hours) \(hours == 1 ? "hour" : "hours")" : nil,
      minutes > 0 ? "\(minutes) \(minutes == 1 ? "minute" : "minutes")" : nil,
    ].compactMap(\.self)
    guard !nl.isEmpty else { return Text(nl: "minder dan een minuut", en: "less than a minute") }
    return Text(nl: nl.joined(separator: " "), en: en.joined(separator: " "))
  }
}

extension Program {
  /// Asks the passphrase of a key and keeps it open.
  /// - Returns: The key's thumbprint.
  public func keepOpen(_ name: String, _ options: KeyOptions, for time: OpenTime) throws -> Thumbprint {
    let stored = try keys.stored(name)
    let pair = try KeyOpening(program: self, key: stored, options: options).pair()
    try agent.keep(pair, of: stored, seconds: time.seconds)
    return stored.file.id
  }

  /// Lets go of a key that is kept open; of all when none is named.
  /// - Returns: How many were open.
  public func letGo(_ name: String?) throws -> Int { try agent.drop(try name.map { try keys.stored($0) }) }

  /// For how long a key is still open; nil when it is not.
  public func openTime(of name: String) -> Text? {
    guard let stored = try? keys.stored(name), case .open(let seconds)? = try? agent.state(of: stored) else {
      return nil
    }
    return OpenTime.text(seconds)
  }

  /// Puts a key under another passphrase, asking the old one, and lets go of it where it is kept open.
  /// - Returns: Whether it was open.
  public func changePassphrase(of name: String, _ options: KeyOptions, to source: Passphrase) throws -> Bool {
    let stored = try keys.stored(name)
    let pair = try KeyOpening(program: self, key: stored, options: options).pair()
    let passphrase = try newPassphrase(for: name, from: source)
    let file = try KeyFile(pair, rol: stored.file.rol, passphrase: passphrase, random: random)
    try keys.replace(file, named: name)
    do { return try agent.drop(stored) > 0 } catch {
      // The passphrase has been changed; the file is another now, so that nobody is answered with the old one.
      terminal.warn(Failure(error).message)
      return true
    }
  }
}
