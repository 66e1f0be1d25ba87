import Governance
import Ledger
import LedgerCrypto

/// What was found wrong with a bundle; the ids are those of `Tools/verify`.
struct Bundeloordeel {
  /// The questions, in their order.
  enum Vraag: String, CaseIterable {
    /// The container: files, manifests, and what a bundle must hold.
    case bag
    /// The place of each event in the log, and the checkpoint.
    case log
    /// Signatures, keys, roles.
    case events
    /// Disclosures, documents, and what is withheld.
    case vault
  }

  /// The most findings of one question that are listed; what comes after is counted.
  static let mostFindings = 1000

  /// What no check without the program's own rules and the rest of the ledger judges.
  static let regelsNiet = Text(
    nl:
      "de regels van het programma zijn hier niet beoordeeld: een handtekening zegt wie iets vastlegde, niet dat het kan kloppen",
    en:
      "the program's own rules were not judged here: a signature tells who recorded something, not that it can be so")
  /// What a bundle cannot show, because it is made by who chose what is in it.
  static let weglatenNiet = Text(
    nl:
      "niet te zien is hier of, voor of na dit controlepunt, een intrekking of mandaat is weggelaten, en of alles is vastgelegd",
    en:
      "what cannot be seen here is whether a revocation or mandate, before or after this checkpoint, was left out, and whether all was recorded"
  )

  private(set) var bevindingen: [Vraag: [Finding]] = [:]
  private(set) var meer: [Vraag: Int] = [:]
  var gecontroleerd: [Vraag: UInt64] = [:]
  var nietBeoordeeld: [Vraag: UInt64] = [:]
  var opmerkingen: [Text] = []
  var gebeurtenissen: UInt64 = 0
  var checkpoint: Checkpoint?

  mutating func vind(
    _ vraag: Vraag, _ check: String, at position: UInt64? = nil, event: String? = nil, nl: String, en: String
  ) {
    guard bevindingen[vraag, default: []].count < Self.mostFindings else {
      meer[vraag, default: 0] += 1
      return
    }
    bevindingen[vraag, default: []].append(
      Finding(check: check, position: position, event: event, message: Text(nl: nl, en: en)))
  }

  var ok: Bool { bevindingen.values.allSatisfy(\.isEmpty) }

  /// What is wrong about one question, by position.
  func over(_ vraag: Vraag) -> [Finding] {
    (bevindingen[vraag] ?? []).enumerated().sorted {
      ($0.element.position ?? .max, $0.offset) < ($1.element.position ?? .max, $1.offset)
    }.map(\.element)
  }

  func json(in language: Language) -> JSON {
    let checks = Vraag.allCases.map { vraag -> JSON.Member in
      let found = over(vraag)
      return JSON.Member(
        vraag.rawValue,
        [
          "ok": .bool(found.isEmpty), "checked": .int(Int64(clamping: gecontroleerd[vraag] ?? 0)),
          "notJudged": .int(Int64(clamping: nietBeoordeeld[vraag] ?? 0)),
          "findings": .array(found.map { $0.json(in: language) }), "more": .int(Int64(meer[vraag] ?? 0)),
        ])
    }
    let point: JSON? = checkpoint.map {
      ["origin": .string($0.origin), "size": .int(Int64(clamping: $0.size)), "root": .string($0.root.base64)]
    }
    return [
      "ok": .bool(ok), "kind": "bundel", "events": .int(Int64(clamping: gebeurtenissen)), "checkpoint": point ?? .null,
      "checks": .object(checks), "remarks": .array(opmerkingen.map { .string($0(language)) }),
    ]
  }
}
