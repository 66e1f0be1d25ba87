import Console
import Foundation
import Governance
import Ledger

/// What a party may have of a case: the steps that say something to it, without what is not for it.
struct Partijdossier {
  private struct Regel {
    let feit: Zaakfeit
    let stap: Stap
    let velden: [(veld: Veld, waarden: [String])]
    let onthouden: [Veld]
  }

  private let titel: String
  private let partij: Deelnemer
  private let regels: [Regel]
  /// On what grounds steps stay out; which they are, would tell what is kept.
  private let gronden: [String]
  /// Who holds another part of it, where nobody sees all.
  private let anderen: [String]

  /// - Parameter persoon: The number of an entry that is about one of its people; nil for what is for all of them.
  init(_ stand: Zaakstand, voor partij: Deelnemer, persoon: Int64? = nil, door gever: Set<String>) {
    titel = stand.procedure.titel
    anderen = stand.ongezien(door: gever, voor: partij)
    let wie = stand.stappen.first { $0.nummer == persoon }.map { Eigenaar($0, van: partij) }
    self.partij = partij
    var gronden: [String] = []
    // A step of which the party may see nothing is not mentioned: that it was taken is not for the party either.
    regels = stand.stappen.compactMap { feit in
      guard let stap = feit.stap else { return nil }
      let filled = stap.velden.filter { feit.velden[$0.id] != nil }
      let seen = filled.filter { veld in
        guard veld.isVoor(partij, in: feit) else { return false }
        return veld.personen(in: stap).isEmpty || Eigenaar(feit, van: partij) == wie
      }
      guard !seen.isEmpty else { return nil }
      if let grond = stand.onthouding(feit, aan: partij.id) {
        if !gronden.contains(grond) { gronden.append(grond) }
        return nil
      }
      return Regel(
        feit: feit, stap: stap, velden: seen.map { ($0, feit.velden[$0.id] ?? []) },
        onthouden: filled.filter { veld in !seen.contains { $0.id == veld.id } })
    }
    self.gronden = gronden
  }

  /// The numbers of what is for one person of a party only.
  static func eigen(_ stand: Zaakstand, van partij: Deelnemer) -> [Int64] {
    stand.stappen.filter { feit in
      guard let stap = feit.stap, stand.onthouding(feit, aan: partij.id) == nil else { return false }
      return stap.velden.contains { veld in
        feit.velden[veld.id] != nil && veld.isVoor(partij, in: feit) && !veld.personen(in: stap).isEmpty
      }
    }.map(\.nummer)
  }

  /// How one of its people is named, without a name.
  static func keuze(_ eigen: [Int64]) -> Text {
    let numbers = eigen.map(String.init).joined(separator: ", ")
    guard !numbers.isEmpty else { return Text(nl: "laat --persoon weg", en: "leave --persoon out") }
    return Text(
      nl: "geef --persoon met het nummer van wat over die persoon is vastgelegd (\(numbers)), of --persoon geen",
      en: "give --persoon with the number of what was recorded of that person (\(numbers)), or --persoon geen")
  }

  /// Whether there is nothing that the party may have.
  var isLeeg: Bool { regels.isEmpty }

  /// Whether there are papers in it.
  var heeftStukken: Bool { !stukken.isEmpty }

  private func grond(_ veld: Veld, _ stap: Stap) -> String {
    let bron = veld.herkomst.isLeeg ? stap.herkomst.text : veld.herkomst.text
    return "niet voor \(partij.id) (\(bron))"
  }

  var tekst: String {
    var lines = ["\(titel): dossier voor \(partij.id)", ""]
    for regel in regels {
      lines.append("\(regel.feit.op.text.nl) – \(regel.stap.betekenis)")
      for (veld, waarden) in regel.velden {
        lines.append("  \(veld.id): \(waarden.map { Stukwaarde($0)?.omschrijving ?? $0 }.joined(separator: ", "))")
      }
      for veld in regel.onthouden { lines.append("  \(veld.id): [onthouden: \(grond(veld, regel.stap))]") }
    }
    for grond in gronden { lines.append("[onthouden: \(grond)]") }
    if !anderen.isEmpty { lines.append("[een ander deel verstrekt: \(anderen.joined(separator: ", "))]") }
    return lines.joined(separator: "\n")
  }

  var json: JSON {
    [
      "partij": .string(partij.id),
      "stappen": .array(
        regels.map { regel in
          [
            "op": regel.feit.op.json, "stap": .string(regel.stap.id),
            "velden": .object(
              regel.velden.map { JSON.Member($0.veld.id, .array($0.waarden.map { .string($0) })) }),
            "onthouden": .object(
              regel.onthouden.map { JSON.Member($0.id, .string(grond($0, regel.stap))) }),
          ]
        }), "onthouden": .array(gronden.map { .string($0) }),
      "anderDeel": .array(anderen.map { .string($0) }),
    ]
  }

  // MARK: In a folder

  /// The papers, each with the name of its file.
  private var stukken: [(naam: String, document: Document)] {
    let all = regels.flatMap { regel in
      regel.velden.flatMap { veld, waarden in
        waarden.compactMap { Stukwaarde($0)?.document }.map { (veld.id, $0) }
      }
    }
    // By their place in this file: the number of the step would tell how many others there are.
    return all.enumerated().map { ("\($0 + 1)-\($1.0)\(Self.einde($1.1.mediaType))", $1.1) }
  }

  private static func einde(_ mediaType: String) -> String {
    switch mediaType {
    case "application/pdf": ".pdf"
    case "text/plain": ".txt"
    case "text/markdown": ".md"
    case "image/png": ".png"
    case "image/jpeg": ".jpg"
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx"
    case "application/vnd.oasis.opendocument.text": ".odt"
    default: ".bin"
    }
  }

  /// Writes it with its papers into a new folder that only its owner can read.
  func schrijf(in map: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: map, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch CocoaError.fileWriteFileExists {
      throw Failure(
        .badInput, Text(nl: "--map: «\(map)» bestaat al", en: "--map: “\(map)” exists already"),
        remedy: Text(nl: "geef een nieuwe map", en: "give a new folder"))
    } catch {
      throw Failure(
        .io, Text(nl: "--map: «\(map)» is niet te maken", en: "--map: “\(map)” cannot be made"))
    }
    do {
      try PrivateFile.create("\(map)/dossier.txt", Array("\(tekst)\n".utf8))
      for stuk in stukken { try PrivateFile.create("\(map)/\(stuk.naam)", stuk.document.bytes) }
    } catch {
      try? FileManager.default.removeItem(atPath: map)
      throw error
    }
  }
}

/// Whose an entry is, of the people of a party.
private enum Eigenaar: Equatable {
  case naam(String)
  /// Nobody was named, so it is known of no other entry that it is about the same person.
  case nummer(Int64)

  init(_ feit: Zaakfeit, van partij: Deelnemer) {
    let velden = (feit.stap?.velden ?? []).filter { feit.velden[$0.id] != nil && $0.isVoor(partij, in: feit) }
    let named = feit.stap.map { stap in Set(velden.flatMap { $0.personen(in: stap) }) } ?? []
    let names = named.sorted().compactMap { feit.waarde($0) }.map(\.comparisonKey).filter { !$0.isEmpty }
    self = names.isEmpty ? .nummer(feit.nummer) : .naam(names.joined(separator: "\u{1F}"))
  }
}

extension Veld {
  /// Whether a party may see what an entry says here, as far as the file and its codes tell.
  fileprivate func isVoor(_ partij: Deelnemer, in feit: Zaakfeit) -> Bool {
    guard !isIdentiteit, zichtbaar.contains(partij.id), let stap = feit.stap else { return false }
    return alleenVoor.allSatisfy { naam in
      stap.veld(naam)?.soort != .keuze || feit.velden[naam]?.contains(partij.id) == true
    }
  }

  /// The fields that name the one person whose it is.
  fileprivate func personen(in stap: Stap) -> [String] { alleenVoor.filter { stap.veld($0)?.soort == .persoon } }
}
