import Foundation
import Governance
import Ledger
import LedgerCrypto

/// The checkpoints seen of each ledger, remembered outside it: how a shrunk or forked ledger is recognised.
///
/// A ledger is its origin *and* its log key: a rehearsal under the same name is another. Only a checkpoint that was verified
/// is remembered, and every one of them is kept.
public struct CheckpointMemory: Sendable {
  private let folder: URL

  /// Which ledger.
  public struct Ledger: Sendable, Hashable {
    /// Its origin.
    public let origin: String
    /// The public key of its log, as a vkey; nil where the founding event names none.
    public let logKey: String?

    /// A ledger that someone showed.
    public init(origin: String, logKey: String) { (self.origin, self.logKey) = (origin, logKey) }

    /// A ledger as its own log names it.
    public init(_ book: Grootboek) throws { (origin, logKey) = (book.origin, try book.founding()?.logKey) }
  }

  /// The folder that belongs to an environment (XDG Base Directory Specification).
  public init(environment: [String: String]) {
    folder = UserFolders(environment: environment).state.appendingPathComponent("checkpoints")
  }

  /// Where the checkpoints of a ledger lie; the name tells nothing, an origin may hold any character.
  public func url(_ ledger: Ledger) -> URL {
    folder.appendingPathComponent(SHA256.hash("\(ledger.origin)\n\(ledger.logKey ?? "")\n").hex)
  }

  /// The largest one, which every command looks at.
  private func newest(_ ledger: Ledger) -> URL { url(ledger).appendingPathComponent("nieuwste") }
  /// In which folder the largest one was seen: the same ledger elsewhere is a copy.
  private func place(_ ledger: Ledger) -> URL { url(ledger).appendingPathComponent("plaats") }
  /// All of them, one after another in the order in which they were seen.
  private func all(_ ledger: Ledger) -> URL { url(ledger).appendingPathComponent("gezien") }

  /// The largest remembered checkpoint; nil when this ledger was never seen.
  /// - Throws: `Failure` when the file is damaged.
  public func checkpoint(of ledger: Ledger) throws -> Checkpoint? {
    let path = newest(ledger).path
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path), let note = try? SignedNote([UInt8](data)),
      let checkpoint = try? Checkpoint(text: note.text), checkpoint.origin.utf8.elementsEqual(ledger.origin.utf8)
    else {
      throw Failure(
        .badInput, Text(nl: "\(path) is beschadigd", en: "\(path) is damaged"),
        remedy: Text(
          nl: "verwijder het bestand nadat u het grootboek hebt gecontroleerd",
          en: "remove the file after checking the ledger"))
    }
    return checkpoint
  }

  /// Remembers a checkpoint that was verified.
  /// - Returns: Why it could not be remembered; nil when it is. That is no error of the work itself, but it is to be said:
  ///   a ledger that is rolled back would not be noticed here.
  public func remember(_ head: SignedHead, of ledger: Ledger, at folder: URL) -> Text? {
    remember(head.note, head.checkpoint, of: ledger, at: folder)
  }

  /// The same for one that came from elsewhere.
  func remember(_ note: String, _ head: Checkpoint, of ledger: Ledger, at folder: URL? = nil) -> Text? {
    let known = try? checkpoint(of: ledger)
    if let known, known.size >= head.size { return nil }
    return keep(note, of: ledger, at: folder)
  }

  /// Remembers a checkpoint in the place of larger ones: the ledger was restored, and somebody accepted that.
  ///
  /// What was seen of the part that is lost is put aside: it is no earlier state of what there is now.
  /// - Parameter size: How many events were restored.
  public func accept(_ head: SignedHead, restoredAt size: UInt64, of ledger: Ledger, at folder: URL) -> Text? {
    let kept = seen(ledger).filter { $0.size <= size }
    let files = FileManager.default
    let aside = url(ledger).appendingPathComponent("verloren-\(size)")
    if !files.fileExists(atPath: aside.path) { try? files.moveItem(at: all(ledger), to: aside) }
    let heads = kept.map { "\($0.origin)\n\($0.size)\n\($0.root.base64)\n\n" }.joined()
    try? RewrittenFile.write(Array(heads.utf8), to: all(ledger).path)
    return keep(head.note, of: ledger, at: folder)
  }

  private func keep(_ note: String, of ledger: Ledger, at folder: URL?) -> Text? {
    do {
      try FileManager.default.createDirectory(
        at: url(ledger), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Self.append(note, to: all(ledger))
      try RewrittenFile.write(Array(note.utf8), to: newest(ledger).path)
      if let folder { try RewrittenFile.write(Array(Self.path(folder).utf8), to: place(ledger).path) }
      return nil
    } catch {
      return Text(
        nl:
          "het controlepunt kan niet worden onthouden (\(url(ledger).path)): wordt het grootboek teruggezet of "
          + "herschreven, dan blijkt dat op deze machine niet",
        en:
          "the checkpoint cannot be remembered (\(url(ledger).path)): a ledger that is rolled back or rewritten will "
          + "not be noticed on this machine")
    }
  }

  private static func append(_ note: String, to file: URL) throws {
    if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file, options: .withoutOverwriting) }
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(note.utf8))
  }

  /// Every checkpoint that was seen, in that order.
  public func seen(_ ledger: Ledger) -> [Checkpoint] {
    guard let data = FileManager.default.contents(atPath: all(ledger).path) else { return [] }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.dropLast(3).compactMap { index -> Checkpoint? in
      guard lines[index].utf8.elementsEqual(ledger.origin.utf8) else { return nil }
      return try? Checkpoint(text: Array((lines[index..<index + 3].joined(separator: "\n") + "\n").utf8))
    }
  }

  /// Whether exactly this head was seen before. Looks through all of them: only asked of a ledger that has shrunk.
  private func hasSeen(_ size: UInt64, _ root: Digest, of ledger: Ledger) -> Bool {
    guard let data = FileManager.default.contents(atPath: all(ledger).path) else { return false }
    let head = "\(ledger.origin)\n\(size)\n\(root.base64)\n"
    return data.range(of: Data(head.utf8)) != nil
  }

  /// How a ledger stands to what was seen of it before.
  public enum Standing: Sendable, Hashable {
    /// It goes on from that, or is the same.
    case present
    /// A copy in another folder that is as the ledger once was: true, and not the newest.
    case earlier(size: UInt64, of: UInt64)
    /// A copy to read that is behind what was seen since, as by a receipt.
    case behind(size: UInt64, of: UInt64)

    /// Said to who reads a copy; nil of the ledger itself.
    public var text: Text? {
      switch self {
      case .present: nil
      case .earlier(let size, let newest):
        Text(
          nl: "dit is een ware eerdere stand van het grootboek: \(size) van \(newest) gebeurtenissen",
          en: "this is a true earlier state of the ledger: \(size) of \(newest) events")
      case .behind(let size, let newest):
        Text(
          nl: "deze kopie loopt achter: \(size) van \(newest) gebeurtenissen; vraag een bijwerking",
          en: "this copy is behind: \(size) of \(newest) events; ask for an update")
      }
    }
  }

  /// How the ledger in a folder stands to what was seen of it before.
  /// - Throws: `Failure` (1) for a ledger that has shrunk in its place, or forked.
  public func standing(_ stores: LedgerStores, _ ledger: Ledger, at folder: URL) throws -> Standing {
    let log = stores.log
    guard let known = try checkpoint(of: ledger), let problem = try Self.problem(log, since: known) else {
      return .present
    }
    let size = try log.size()
    let isEarlier = try size < known.size && hasSeen(size, TreeReader(LogTiles(log: log)).root(at: size), of: ledger)
    // A copy follows when somebody brings it up to date: what was seen since came by another way.
    if isEarlier, stores.scope != nil { return .behind(size: size, of: known.size) }
    // In its own place it was rolled back, and whoever did that may wish that it passes for a copy.
    if isEarlier, let seen = FileManager.default.contents(atPath: place(ledger).path),
      String(decoding: seen, as: UTF8.self) != Self.path(folder)
    {
      return .earlier(size: size, of: known.size)
    }
    throw Failure(
      .foundWanting,
      isEarlier
        ? Text(
          nl:
            "dit grootboek is een eerdere stand van zichzelf: het telt \(size) gebeurtenissen, maar het telde er eerder "
            + "\(known.size): het is teruggezet",
          en:
            "this ledger is an earlier state of itself: it has \(size) events, but it had \(known.size) before: it was "
            + "rolled back") : problem,
      remedy: Text(
        nl:
          "herstel het uit de nieuwste kopie: waarborg herstel KOPIE NIEUWE-MAP; het laatst geziene controlepunt ligt in "
          + newest(ledger).path,
        en: "restore it from the newest copy: waarborg herstel COPY NEW-DIR; the checkpoint last seen is in "
          + newest(ledger).path))
  }

  /// Refuses what nothing may be added to: a ledger that has shrunk or forked, and a copy that is behind.
  public func checkGoesOn(_ stores: LedgerStores, _ ledger: Ledger, at folder: URL) throws {
    guard case let standing = try standing(stores, ledger, at: folder), case .earlier = standing,
      let text = standing.text
    else { return }
    throw Failure(
      .foundWanting,
      text
        + Text(
          nl: "; wie er iets aan toevoegt, maakt een tweede geschiedenis",
          en: "; whoever adds to it makes a second history"),
      remedy: Text(
        nl: "werk in het grootboek zelf; is dat er niet meer: waarborg herstel KOPIE NIEUWE-MAP",
        en: "work in the ledger itself; if that is gone: waarborg herstel COPY NEW-DIR"))
  }

  /// A folder by its real path, whatever links lead to it.
  private static func path(_ folder: URL) -> String { folder.standardizedFileURL.resolvingSymlinksInPath().path }

  /// What shows that a log is not an extension of a checkpoint; nil when it is one.
  public static func problem(_ log: any LogStore, since known: Checkpoint) throws -> Text? {
    let size = try log.size()
    guard size >= known.size else {
      return Text(
        nl:
          "dit grootboek telt \(size) gebeurtenissen, maar het telde er eerder \(known.size): het is ingekort of teruggezet",
        en: "this ledger has \(size) events, but it had \(known.size) before: it was cut short or rolled back")
    }
    guard try TreeReader(LogTiles(log: log)).root(at: known.size) == known.root else {
      return Text(
        nl:
          "de eerste \(known.size) gebeurtenissen van dit grootboek zijn niet meer dezelfde als eerder: het is herschreven",
        en: "the first \(known.size) events of this ledger are no longer those of before: it was rewritten")
    }
    return nil
  }
}
