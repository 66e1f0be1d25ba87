import Foundation
import Governance
import LedgerSQLite

/// What stands where a ledger was looked for and not found: nothing, a folder that may not be read, or one of which the name
/// is nearly that of a ledger beside it.
struct LedgerPlace {
  /// How many folders beside it are looked at.
  private static let most = 1000
  private let url: URL

  init(_ path: String) { url = URL(fileURLWithPath: path).standardizedFileURL }

  /// Why there is no ledger, and what to do.
  var failure: Failure {
    if let closed {
      return Failure(
        .io,
        Text(
          nl: "de map \(closed) is voor u niet te lezen; of er een grootboek staat, is zo niet te zien",
          en: "you may not read the directory \(closed); whether there is a ledger cannot be seen"),
        remedy: Text(
          nl: "vraag wie het grootboek beheert om toegang, of om een kopie",
          en: "ask who keeps the ledger for access, or for a copy"))
    }
    let founding = Text(
      nl: "open er een: waarborg init MAP --origin ORIGIN --organisatie NAAM --als SLEUTEL",
      en: "found one: waarborg init DIR --origin ORIGIN --organisatie NAME --als KEY")
    let beside = nearest.map { near in
      Text(nl: "bedoelt u \(near)? Geef --ledger \(near); ", en: "did you mean \(near)? Give --ledger \(near); ")
        + Text(nl: "of ", en: "or ")
    }
    return Failure(
      .notFound, Text(nl: "er is geen grootboek in \(url.path)", en: "there is no ledger at \(url.path)"),
      remedy: (beside ?? Text("")) + founding)
  }

  /// The first folder on the way that may not be entered or read; nil when all may.
  private var closed: String? {
    var folder = url
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) { folder.deleteLastPathComponent() }
    return access(folder.path, R_OK | X_OK) == 0 || errno != EACCES ? nil : folder.path
  }

  /// The ledger beside it whose name is nearly the same.
  private var nearest: String? {
    let parent = url.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    let ledgers = names.prefix(Self.most).filter { name in
      name != url.lastPathComponent && LedgerDirectory.holdsLog(parent.appendingPathComponent(name))
    }
    return Nearest.name(to: url.lastPathComponent, among: ledgers.sorted())
      .map { parent.appendingPathComponent($0).path.safe() }
  }
}
